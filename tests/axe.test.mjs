// No page breaks a rule of axe-core: each kind of page, on a phone and a desktop.
import { after, before, describe, test } from "node:test";
import { look, looks, prepare, whole } from "./support/axe.mjs";
import { launch } from "./support/browser.mjs";
import { openOver, settle, unfold } from "./support/fold.mjs";
import { kinds } from "./support/kinds.mjs";
import { Report } from "./support/report.mjs";
import { serve } from "./support/server.mjs";
import { sites } from "./support/site.mjs";

/** The kinds of pages on which full entries look no different from thin ones. */
const alike = ["home", "list", "filtered list", "text", "submit", "data", "search", "editors", "offline", "kept", "not found"];

const widths = [320, 1280];

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
          await prepare(page);
          await page.evaluate(settle);
          const over = await page.evaluate(unfold);
          await whole(page);
          for (const { name, media, all } of looks) {
            await page.emulateMedia(media);
            report.violations(`${kind}, ${name}`, url, await look(page, "html", all));
            for (let number = 0; number < over; number++) {
              if (number === 0 && kind !== "home") continue; // the menu, the same on every page
              await page.evaluate(openOver, number);
              report.violations(`${kind}, ${name}`, url, await look(page, `details[data-over="${number}"]`, all));
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
