// Each page of both sites in a browser, and by axe-core; and each kind of page by
// Lighthouse. What may go wrong in one page and not in those like it is in its words.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { broken } from "../support/axe.mjs";
import { hosted } from "../support/hosted.mjs";
import { kinds } from "../support/kinds.mjs";
import { isPerfect, open } from "../support/lighthouse.mjs";
import { addressOf, filesOf } from "../support/pages.mjs";
import { Report } from "../support/report.mjs";
import { sites } from "../support/site.mjs";
import { visit } from "../support/visit.mjs";

for (const [site, dir] of Object.entries(sites)) {
  const { browser, host } = await hosted(dir);
  const files = filesOf(dir).filter((name) => name.endsWith(".html"));
  const addresses = new Set([...files.map(addressOf), ...Object.values(kinds(dir))]); // those with cards are pages of their own here

  describe(`each page of the ${site}`, () => {
    test("at 320 px: no error, no other site, no sideways scroll, no shift", async () => {
      const report = new Report();
      await visit(browser, host, files, report);
      report.check();
    });

    test("breaks no rule of axe, on a phone and a desktop, in light, dark and forced colours", async () => {
      const report = new Report();
      const page = await browser.newPage({ reducedMotion: "reduce" });
      for (const address of addresses) {
        await page.goto(host.root + address, { waitUntil: "load" });
        for (const { what, where } of await broken(page, { menu: address === "" })) report.add(what, `${address}: ${where}`);
      }
      await page.close();
      report.check();
    });
  });
}

describe("Lighthouse gives 100 of 100", async () => {
  const { judge, close } = await open();
  after(close);
  for (const [kind, url] of Object.entries(kinds(sites.catalogue))) {
    test(kind, () => {
      const html = readFileSync(join(sites.catalogue, url.replace(/\?.*/, "").replace(/(^|\/)$/, "$1index.html")), "utf8");
      const hidden = /<meta name="robots" content="noindex"/.test(html); // from search engines, on purpose
      return isPerfect(judge, url, ["accessibility", "best-practices", ...(hidden ? [] : ["seo"])]);
    });
  }
});
