// Pages of both sites in a browser: nothing fails to load, nothing is asked of
// another site, nothing moves, nothing sticks out, on whatever screen and with
// letters of whatever size. All pages: soak/pages.test.mjs.
import { describe, test } from "node:test";
import { settle, unfold } from "./support/fold.mjs";
import { hosted } from "./support/hosted.mjs";
import { differing, kinds } from "./support/kinds.mjs";
import { Report } from "./support/report.mjs";
import { sites } from "./support/site.mjs";
import { sticksOut, visit } from "./support/visit.mjs";

/** WCAG 1.4.12: who reads more easily with wider text, sets it so. */
function widenText() {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }");
  document.adoptedStyleSheets = [sheet];
}

/** How pages are looked at after each other: the size of letters that is set in the browser, the width of the window, and what is done in the page. */
const views = [
  { name: "at 1280 px", letters: 16, width: 1280, change: () => {} },
  { name: "at 600 px", letters: 16, width: 600, change: () => {} },
  { name: "with wider text at 400 px", letters: 16, width: 400, change: widenText },
  // WCAG 1.4.4: who sets letters twice as large.
  { name: "with letters twice as large at 640 px", letters: 32, width: 640, change: () => {} },
  { name: "with letters twice as large at 1280 px", letters: 32, width: 1280, change: () => {} },
];

for (const [site, dir] of Object.entries(sites)) {
  const { browser, host } = await hosted(dir);
  describe(`the ${site} in a browser`, () => {
    test("pages at 320 px: no error, no other site, no sideways scroll, no shift", async () => {
      const report = new Report();
      await visit(browser, host, differing(dir), report);
      report.check();
    });

    test("each kind of page, larger or with other letters: no sideways scroll", async () => {
      const report = new Report();
      const page = await browser.newPage();
      const settings = await page.context().newCDPSession(page);
      for (const letters of new Set(views.map(({ letters }) => letters))) {
        await settings.send("Page.setFontSizes", { fontSizes: { standard: letters } });
        for (const [kind, url] of Object.entries(kinds(dir))) {
          await page.goto(host.root + url, { waitUntil: "load" });
          for (const { name, width, change } of views.filter((view) => view.letters === letters)) {
            await page.setViewportSize({ width, height: 800 });
            await page.evaluate(change);
            await page.evaluate(settle);
            await page.evaluate(unfold);
            const out = await page.evaluate(sticksOut);
            if (out) report.add(out, `${kind} ${name}: ${url}`);
          }
        }
      }
      await page.close();
      report.check();
    });
  });
}
