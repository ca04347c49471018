// Nothing that an author writes is lost: every field of every entry stands on
// the page of the entry, in words. The made-up catalogue has every field that
// there is, so that each is seen.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { before, describe, test } from "node:test";
import { launch } from "./support/browser.mjs";
import { kaartenbak } from "./support/command.mjs";
import { readPages } from "./support/pages.mjs";
import { Report } from "./support/report.mjs";
import { sites } from "./support/site.mjs";

/** @type {Record<string, {path: string, key: string, kind: string, label: string, required: boolean, vocabulary?: string, marks?: string, refers_to?: string}[]>} */
const fields = JSON.parse(kaartenbak(["fields", "--format", "json"]).out);

const months = "januari februari maart april mei juni juli augustus september oktober november december".split(" ");

/** A date as a page writes it: 2025-11-03 is 3 november 2025. */
function inWords(date) {
  const [, about = "", year, month, day] = /^(?:([a-z]+) )?(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(date);
  return [about === "circa" ? "" : about, day && Number(day), month && months[month - 1], year].filter(Boolean).join(" ");
}

/** The values of a field, by its path: those of groups in groups too. */
function values(entry, path) {
  return path.split(".").reduce((all, key) => all.flatMap((value) => (value === "onbekend" ? [] : (Array.isArray(value) ? value : [value]).map((one) => one[key]).filter((one) => one !== undefined))), [entry]);
}

const plain = (text) => text.replace(/[\u00ad\u200b]/g, "").replace(/\s+/g, " ").trim();

/** An address without its %xx, for there is more than one right way to write it. */
const decode = (address) => address.replace(/%(2[0-9a-f]|3[0-9a-f])/gi, (code) => decodeURIComponent(code));

for (const [site, dir] of Object.entries(sites)) {
  describe(`the fields of the ${site}`, () => {
    let data, pages;
    before(async () => {
      data = JSON.parse(readFileSync(join(dir, "data/catalogus.json"), "utf8"));
      const browser = await launch();
      const files = data.kaarten.map(({ collectie, id }) => `${collectie}/${id}/index.html`);
      pages = new Map((await readPages(browser, dir, files)).map((page) => [page.url, page]));
      await browser.close();
    });

    const label = (vocabulary, id) => data.begrippen[vocabulary].find((term) => term.id === id)?.naam;

    /** What a page should hold for a value, as the texts and addresses of it. */
    function expected({ kind, vocabulary, marks, refers_to }, value) {
      if (value === "onbekend") return {};
      switch (kind) {
        case "groep":
        case "groepen":
          return {};
        case "begrip":
        case "begrippen":
          return { texts: [value].flat().map((id) => label(vocabulary, id)) };
        case "antwoorden":
          return { texts: Object.entries(value).flatMap(([id, mark]) => [label(vocabulary, id), mark === "onbekend" ? "Niet bekend" : label(marks, mark)]) };
        case "datum":
          return { texts: [inWords(value)] };
        case "webadres":
          return { addresses: [value] };
        case "kaart":
        case "kaarten":
          return { entries: [value].flat().map((id) => (refers_to === "*" ? `${id}/` : `${refers_to}/${id}/`)) };
        case "hoofdtekst":
          return { texts: value.replace(/\]\([^)]*\)|\[\^\w+\]:?/g, " ").match(/[\p{L}]{5,}/gu) ?? [] };
        case "alinea's":
          return { texts: String(value).split(/\n+/) };
        default:
          return { texts: [value].flat().map(String) };
      }
    }

    for (const collection of Object.keys(fields)) {
      test(`stand on the pages of ${collection}`, () => {
        const report = new Report();
        for (const entry of data.kaarten.filter(({ collectie }) => collectie === collection)) {
          const page = pages.get(`${collection}/${entry.id}/`);
          const text = plain(page.text);
          const links = page.links.map(({ value }) => decode(value));
          const to = new Set(page.links.filter(({ tag }) => tag === "a").map(({ value }) => new URL(value, `http://host/${page.url}`).pathname.slice(1)));
          for (const field of fields[collection]) {
            if (field.path === "opties.niets_doen") continue; // an answer of nee says nothing more
            for (const value of values(entry, field.path)) {
              const { texts = [], addresses = [], entries = [] } = expected(field, value);
              const place = `${collection}/${entry.id}`;
              for (const one of texts) if (!text.includes(plain(one ?? "no such term"))) report.add(`${field.path} is not shown`, `${place}: ${one}`);
              for (const one of addresses) if (!links.includes(decode(one))) report.add(`${field.path} is not linked`, `${place}: ${one}`);
              for (const one of entries) if (!to.has(one)) report.add(`${field.path} does not lead on`, `${place}: ${one}`);
            }
          }
        }
        report.check();
      });

      test(`that are not known are named on the pages of ${collection}`, () => {
        const report = new Report();
        for (const entry of data.kaarten.filter(({ collectie }) => collectie === collection)) {
          const text = plain(pages.get(`${collection}/${entry.id}/`).text).toLowerCase();
          for (const field of fields[collection]) {
            if (field.path !== field.key || entry[field.key] !== "onbekend" || field.kind === "hoofdtekst") continue;
            if (!text.includes(field.label.toLowerCase().replace(/\?$/, ""))) report.add(`${field.path} (${field.label}) is not named`, `${collection}/${entry.id}`);
          }
          if (Object.values(entry).includes("onbekend") && !text.includes("niet bekend")) report.add("does not say what is not known", `${collection}/${entry.id}`);
        }
        report.check();
      });
    }
  });
}

test("the made-up catalogue has every field of every collection", () => {
  const entries = JSON.parse(readFileSync(join(sites.fixture, "data/catalogus.json"), "utf8")).kaarten;
  const report = new Report();
  for (const [collection, rows] of Object.entries(fields)) {
    const own = entries.filter(({ collectie }) => collectie === collection);
    for (const { path } of rows) {
      if (!own.some((entry) => values(entry, path).some((value) => value !== "onbekend"))) report.add(`no entry has ${path}`, collection);
    }
  }
  report.check();
});

test("what the fixture holds says that it is made up", () => {
  const { kaarten } = JSON.parse(readFileSync(join(sites.fixture, "data/catalogus.json"), "utf8"));
  for (const { titel, collectie, id } of kaarten) assert.match(titel, /Verzonnen/, `${collectie}/${id}`);
});
