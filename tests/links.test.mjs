// What stands in the pages of the built sites: every page is whole and leads
// somewhere, at the root of a host and below a path.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { launch } from "./support/browser.mjs";
import { filesOf, readPages } from "./support/pages.mjs";
import { Report } from "./support/report.mjs";
import { serve } from "./support/server.mjs";
import { base, content, sites } from "./support/site.mjs";

const notFound = "404.html";

/** The last part of base, below which the sites are built to stand. */
const below = new URL(base).pathname + "/";

const outside = (value) => /^[a-z][a-z0-9+.-]*:/i.test(value) || value.startsWith("//");

/** The file that a host shows for an address from the root. */
const fileOf = (path) => (path === "" || path.endsWith("/") ? `${path}index.html` : path);

for (const [site, dir] of Object.entries(sites)) {
  describe(`the pages of the ${site}`, () => {
    /** @type {import("./support/pages.mjs").Facts[]} */
    let pages;
    /** @type {Set<string>} */
    let files;
    let report;
    before(async () => {
      const browser = await launch();
      pages = await readPages(browser, dir);
      await browser.close();
      files = new Set(filesOf(dir));
    });

    /** A test that looks at every page, and reports all that is wrong. */
    const every = (name, look) =>
      test(name, async () => {
        report = new Report();
        for (const page of pages) await look(page);
        report.check();
      });

    test("are there", () => {
      assert.ok(pages.length > 50, `only ${pages.length} pages`);
      assert.ok(files.has("index.html") && files.has(notFound));
    });

    every("have one h1, a title, a language, a description and a main part", ({ file, h1, title, lang, description, main }) => {
      if (h1.length !== 1 || !h1[0]) report.add(`h1: ${JSON.stringify(h1)}`, file);
      if (title.length < 5) report.add(`title: ${JSON.stringify(title)}`, file);
      if (lang !== "nl") report.add(`lang: ${JSON.stringify(lang)}`, file);
      if (description.length < 10) report.add(`description: ${JSON.stringify(description)}`, file);
      if (main.length < 60) report.add(`main: ${JSON.stringify(main)}`, file);
    });

    test("have a title that no other page has", () => {
      const report = new Report();
      const first = new Map();
      for (const { title, file } of pages) {
        if (first.has(title)) report.add(`the title of ${first.get(title)} too: ${title}`, file);
        else first.set(title, file);
      }
      report.check();
    });

    every("have headings that do not skip a level", ({ file, levels }) => {
      levels.forEach((level, i) => {
        const above = i > 0 ? levels[i - 1] : 1;
        if (level > above + 1) report.add(`h${level} after h${above}`, file);
      });
    });

    every("have no id twice", ({ file, ids }) => {
      ids.forEach((id, i) => {
        if (id === "" || ids.indexOf(id) !== i) report.add(`id="${id}"`, file);
      });
    });

    every("show no text that was not made", ({ file, text, title, description }) => {
      for (const all of [text, title, description]) {
        for (const [bad] of all.matchAll(/.{0,20}(%!|%[sdvq]\b|<no value>|ZgotmplZ|\[object |undefined|\bNaN\b|\{\{|\}\}).{0,20}/g)) report.add(bad, file);
      }
    });

    every("hold no inline script, style or handler", ({ file, inline }) => {
      for (const what of inline) report.add(what, file);
    });

    every("load nothing from another site, and link only to the web, mail and telephone", ({ file, links }) => {
      for (const { tag, attribute, value, rel } of links) {
        if (!outside(value)) continue;
        const fine = tag === "a" || tag === "area" ? /^(https?|mailto|tel):/.test(value) : tag === "link" && /^(canonical|alternate|license)$/.test(rel);
        if (!fine) report.add(`<${tag} ${attribute}="${value}">`, file);
      }
    });

    every("link to each other by relative addresses, and 404.html by absolute ones", ({ file, links }) => {
      for (const { tag, attribute, value, rel } of links) {
        const place = `<${tag} ${attribute}="${value}">`;
        if (value.trim() === "" || value !== value.trim()) report.add(`empty or with spaces: ${place}`, file);
        if (value.startsWith(base) && !/^(canonical|alternate)$/.test(rel)) report.add(`a full address: ${place}`, file);
        if (outside(value) || value.startsWith("#")) continue;
        if (file === notFound ? !value.startsWith(below) : value.startsWith("/")) report.add(`not as it should be: ${place}`, file);
        if (/(^|\/)index\.html/.test(value)) report.add(`index.html: ${place}`, file);
      }
    });

    every("have links with words", ({ file, links }) => {
      for (const { tag, value, text } of links) if (tag === "a" && !text) report.add(value, file);
    });

    for (const mount of ["/", below]) {
      test(`lead to files and places that are there, at ${mount}`, () => {
        const report = new Report();
        const byFile = new Map(pages.map((page) => [page.file, page]));
        for (const page of pages) {
          if (page.file === notFound && mount === "/") continue; // made for where the site stands
          for (const { value } of page.links) {
            if (outside(value)) continue;
            const to = new URL(value, `http://host${mount}${page.url}`);
            if (!to.pathname.startsWith(mount)) {
              report.add(`leaves the site: ${value}`, page.file);
              continue;
            }
            const name = fileOf(decodeURIComponent(to.pathname.slice(mount.length)));
            const place = decodeURIComponent(to.hash.slice(1));
            if (!files.has(name)) report.add(`there is no ${name}`, `${page.file}: ${value}`);
            else if (place && !byFile.get(name)?.ids.includes(place)) report.add(`there is no #${place} in ${name}`, `${page.file}: ${value}`);
          }
        }
        report.check();
      });

      test(`answer at ${mount}, as do all other files`, async () => {
        const host = await serve(dir, mount);
        const report = new Report();
        for (const name of files) {
          if (name === notFound || /^[._]/.test(name)) continue; // the last are for the host itself
          const answer = await fetch(host.root + name.replace(/(^|\/)index\.html$/, "$1"));
          await answer.arrayBuffer();
          const kind = answer.headers.get("content-type") ?? "";
          if (answer.status !== 200) report.add(`${answer.status}`, name);
          if (kind === "application/octet-stream" || name.endsWith(".html") !== kind.startsWith("text/html")) report.add(kind, name);
        }
        const answer = await fetch(`${host.root}er/is/niets`);
        assert.equal(answer.status, 404);
        assert.match(await answer.text(), /<h1/);
        await host.close();
        report.check();
      });
    }

    test("are all reached from the home page", () => {
      const byFile = new Map(pages.map((page) => [page.file, page]));
      const reached = new Set(["index.html"]);
      for (const file of reached) { // grows on the way
        const page = byFile.get(file);
        for (const { tag, value } of page?.links ?? []) {
          if ((tag === "a" || tag === "form") && !outside(value)) reached.add(fileOf(decodeURIComponent(new URL(value, `http://host/${page?.url}`).pathname.slice(1))));
        }
      }
      const report = new Report();
      for (const { file } of pages) if (file !== notFound && !reached.has(file)) report.add("no page leads here", file);
      report.check();
    });

    test("name their full address, each its own, and so does the sitemap", () => {
      const report = new Report();
      for (const { file, url, canonical, robots, metas } of pages) {
        if (canonical && canonical !== `${base}/${url}`) report.add(`canonical ${canonical}`, file);
        if (Boolean(canonical) === /noindex/.test(robots)) report.add(`canonical: ${canonical ? "yes" : "no"}, robots: ${robots || "none"}`, file);
        for (const value of metas) if (value !== `${base}/${url}`) report.add(`meta ${value}`, file);
      }
      const listed = [...readFileSync(join(dir, "sitemap.xml"), "utf8").matchAll(/<loc>(.*?)<\/loc>/g)].map(([, address]) => address);
      const named = pages.map(({ canonical }) => canonical).filter(Boolean);
      for (const address of named) if (!listed.includes(address)) report.add("not in the sitemap", address);
      for (const address of listed) if (!named.includes(address)) report.add("only in the sitemap", address);
      report.check();
    });

    test("and style sheets find what they ask for, and no asset is left over", () => {
      const report = new Report();
      const texts = [...files].filter((name) => /\.(html|css|js|json|webmanifest)$/.test(name)).map((name) => [name, readFileSync(join(dir, name), "utf8")]);
      for (const [name, text] of texts.filter(([name]) => name.endsWith(".css"))) {
        for (const [, value, imported] of text.matchAll(/url\(\s*["']?([^"')]+)["']?\s*\)|@import\s+["']([^"']+)/g)) {
          const to = new URL(value ?? imported, `http://host/${name}`);
          if (to.host !== "host" || !files.has(to.pathname.slice(1))) report.add(`asks for ${(value ?? imported).slice(0, 100)}`, name);
        }
      }
      // A part of the search index is named by the first part, without its number.
      for (const name of [...files].filter((name) => name.startsWith("assets/"))) {
        const called = name.slice("assets/".length).replace(/(-[a-z]?\d+)?\.js$/, "");
        if (!texts.some(([other, text]) => other !== name && text.includes(called))) report.add("no page, style or script names it", name);
      }
      report.check();
    });

    test("stand beside the source of their entry, without the comments of its author", () => {
      const sources = [...files].filter((name) => name.endsWith("/kaart.md"));
      const entries = JSON.parse(readFileSync(join(dir, "data/catalogus.json"), "utf8")).kaarten;
      assert.equal(sources.length, entries.length);
      for (const { collectie, id } of entries) {
        const sent = readFileSync(join(content[site], collectie, `${id}.md`), "utf8").replace(/^#.*\n/gm, (line, at, text) => (at < text.indexOf("\n---\n", 3) ? "" : line));
        assert.equal(readFileSync(join(dir, collectie, id, "kaart.md"), "utf8"), sent, id);
      }
    });
  });
}
