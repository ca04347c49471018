// No page breaks a rule of axe-core: each kind of page, on a phone and a desktop.
// All pages, of which most differ from others in words alone: soak/pages.test.mjs.
import { describe, test } from "node:test";
import { broken } from "./support/axe.mjs";
import { hosted } from "./support/hosted.mjs";
import { kinds } from "./support/kinds.mjs";
import { Report } from "./support/report.mjs";
import { sites } from "./support/site.mjs";

/**
 * The kinds of pages on which full entries look no different from thin ones: those of
 * the catalogue. The others are those of the fixture, where entries have every field.
 */
const alike = ["home", "list", "filtered list", "A-Z", "text", "submit", "data", "editors", "offline", "kept", "not found"];

for (const [site, dir] of Object.entries(sites)) {
  const { browser, host } = await hosted(dir);
  describe(`axe on the ${site}`, () => {
    for (const [kind, url] of Object.entries(kinds(dir)).filter(([kind]) => alike.includes(kind) === (site === "catalogue"))) {
      test(`${kind}, on a phone and a desktop, in light, dark and forced colours`, async () => {
        const page = await browser.newPage({ reducedMotion: "reduce" });
        await page.goto(host.root + url, { waitUntil: "load" });
        const report = new Report();
        for (const { what, where } of await broken(page, { menu: kind === "home" })) report.add(what, `${url}: ${where}`);
        await page.close();
        report.check();
      });
    }
  });
}
