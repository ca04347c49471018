// No page breaks a rule of axe-core: WCAG 2.0 to 2.2, A and AA, and its best
// practices. Each kind of page, on a phone and a desktop. In dark and in forced
// colours only the colours differ, so that only the rules about colour are asked.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, describe, test } from "node:test";
import { launch } from "./support/browser.mjs";
import { openOver, settle, unfold } from "./support/fold.mjs";
import { kinds } from "./support/kinds.mjs";
import { Report } from "./support/report.mjs";
import { serve } from "./support/server.mjs";
import { sites } from "./support/site.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];

/** The kinds of pages on which full entries look no different from thin ones. */
const alike = ["home", "list", "filtered list", "text", "submit", "data", "search", "editors", "offline", "kept", "not found"];

const widths = [320, 1280];

/** How a page is looked at, and whether by all rules or those about colour alone. */
const looks = [
  { name: "light", media: { colorScheme: "light", forcedColors: "none" }, all: true },
  { name: "dark", media: { colorScheme: "dark", forcedColors: "none" } },
  { name: "forced colours", media: { colorScheme: "light", forcedColors: "active" } },
];

/** Runs axe on a part of the page. */
const run = new Function("[part, all]", `
  const tags = ${JSON.stringify(tags)};
  const rules = axe.getRules(all ? tags : ["cat.color"]).filter((rule) => rule.tags.some((tag) => tags.includes(tag)));
  return axe.run(part, { runOnly: { type: "rule", values: rules.map((rule) => rule.ruleId) }, resultTypes: ["violations"] })`);

class AxeReport extends Report {
  violations(kind, url, violations) {
    for (const { id, help, nodes } of violations) {
      for (const { target, any, all, none } of nodes) this.add(`${id}: ${help}`, `${kind} ${url}: ${target.join(" ")}: ${(any[0] ?? all[0] ?? none[0])?.message ?? ""}`);
    }
  }
}

for (const [site, dir] of Object.entries(sites)) {
  describe(`axe on the ${site}`, () => {
    let browser, host;
    before(async () => {
      host = await serve(dir, "/sub/");
      browser = await launch();
    });
    after(async () => {
      await browser?.close();
      await host?.close();
    });

    for (const width of widths) {
      test(`light, dark and in forced colours at ${width} px`, async () => {
        const context = await browser.newContext({ viewport: { width, height: 800 }, reducedMotion: "reduce" });
        const page = await context.newPage();
        const report = new AxeReport();
        for (const [kind, url] of Object.entries(kinds(dir))) {
          if (site === "fixture" && alike.includes(kind)) continue;
          await page.setViewportSize({ width, height: 800 });
          await page.goto(host.root + url, { waitUntil: "load" });
          await page.evaluate(axe); // not as a script element: the content security policy forbids it
          await page.evaluate(settle);
          const over = await page.evaluate(unfold);
          // The whole page in view: what sticks to an edge of the window covers nothing then. That
          // it does not cover what has the focus is in keyboard.test.mjs.
          await page.setViewportSize({ width, height: await page.evaluate(() => document.documentElement.scrollHeight) });
          for (const { name, media, all = false } of looks) {
            await page.emulateMedia(media);
            const { violations, passes } = await page.evaluate(run, ["html", all]);
            assert.ok(passes.length >= (all ? 15 : 1), `axe looked at ${passes.length} rules on ${kind}, ${name}`);
            report.violations(`${kind}, ${name}`, url, violations);
            for (let number = 0; number < over; number++) {
              if (number === 0 && kind !== "home") continue; // the menu, the same on every page
              await page.evaluate(openOver, number);
              report.violations(`${kind}, ${name}`, url, (await page.evaluate(run, [`details[data-over="${number}"]`, all])).violations);
            }
            await page.evaluate(openOver, -1);
          }
        }
        await context.close();
        report.check();
      });
    }
  });
}
