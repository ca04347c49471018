// The site by keyboard: the skip link comes first and works, the focus goes
// through all that can be used, is seen there and is not hidden behind anything.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { launch } from "./support/browser.mjs";
import { settle, unfold } from "./support/fold.mjs";
import { kinds } from "./support/kinds.mjs";
import { Report } from "./support/report.mjs";
import { serve } from "./support/server.mjs";
import { sites } from "./support/site.mjs";

const dir = sites.catalogue;

/** What has the focus, and whether a person can see that it has. */
function focused() {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  element.dataset.visited = "";
  const ring = (style) => (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== "none";
  // The ring may be on the element, on what it draws around itself, or on the card that it is the link of.
  let shown = false;
  for (let e = element, up = 0; e && up < 4; e = e.parentElement, up++) {
    const styles = up === 0 ? [undefined, "::before", "::after"] : [undefined];
    if (styles.some((pseudo) => ring(getComputedStyle(e, pseudo))) && (up === 0 || e.matches(":focus-within"))) shown = true;
  }
  const box = element.getBoundingClientRect();
  // A link that runs over two lines has its middle beside it: ask its first line.
  const { left, top, width, height } = element.getClientRects()[0] ?? box;
  const at = document.elementFromPoint(left + width / 2, top + height / 2);
  return {
    name: `<${element.localName}> ${(element.textContent || element.getAttribute("aria-label") || element.getAttribute("name") || "").trim().slice(0, 40)}`,
    shown,
    inView: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    onTop: Boolean(at) && (element.contains(at) || at.contains(element) || [...(element.labels ?? [])].some((label) => label.contains(at))),
  };
}

/** What can be used and was not visited. */
function unvisited() {
  return [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']")]
    .filter((element) => !element.disabled && element.checkVisibility({ visibilityProperty: true }) && !("visited" in element.dataset) && !(element.type === "radio" && !element.checked))
    .map((element) => element.outerHTML.slice(0, 80));
}

describe("by keyboard", () => {
  let browser, host;
  before(async () => {
    host = await serve(dir, "/sub/");
    browser = await launch();
  });
  after(async () => {
    await browser?.close();
    await host?.close();
  });

  for (const [width, walked] of [[320, ["home", "rich aid", "search"]], [1280, ["home", "list", "competency set", "search", "submit"]]]) {
    test(`Tab finds the skip link first, and it works, at ${width} px`, async () => {
      const page = await browser.newPage({ viewport: { width, height: 700 } });
      for (const [kind, url] of Object.entries(kinds(dir))) {
        if (width > 320 && !walked.includes(kind)) continue; // the head of the page is the same, wide or narrow
        await page.goto(host.root + url, { waitUntil: "load" });
        await page.keyboard.press("Tab");
        const skip = await page.evaluate(focused);
        assert.match(skip?.name ?? "", /^<a> Naar de inhoud/, `${kind}: first is ${skip?.name}`);
        assert.ok(skip.shown && skip.inView && skip.onTop, `${kind}: the skip link is not seen: ${JSON.stringify(skip)}`);
        await page.keyboard.press("Enter");
        assert.equal(await page.evaluate(() => document.activeElement?.localName), "main", `${kind}: the skip link leads to main`);
        await page.keyboard.press("Tab");
        assert.ok(await page.evaluate(() => Boolean(document.activeElement?.closest("main, footer"))), `${kind}: what follows the skip link is in the main part`);
      }
      await page.close();
    });

    test(`the focus is seen wherever it goes, and goes everywhere, at ${width} px`, async () => {
      const page = await browser.newPage({ viewport: { width, height: 700 }, reducedMotion: "reduce" });
      const all = kinds(dir);
      const report = new Report();
      for (const kind of walked) {
        await page.goto(host.root + all[kind], { waitUntil: "load" });
        await page.evaluate(settle);
        await page.evaluate(unfold);
        let steps = 0;
        for (; steps < 600; steps++) {
          await page.keyboard.press("Tab");
          const on = await page.evaluate(focused);
          if (!on) break;
          for (const must of ["shown", "inView", "onTop"]) if (!on[must]) report.add(`the focus is not ${must}`, `${kind}: ${on.name}`);
        }
        assert.ok(steps > 10 && steps < 600, `${kind}: ${steps} steps from the first to the last`);
        for (const name of await page.evaluate(unvisited)) report.add("not reached", `${kind}: ${name}`);
      }
      await page.close();
      report.check();
    });
  }

  test("what is folded up opens and closes with Enter and Space", async () => {
    const page = await browser.newPage({ viewport: { width: 320, height: 700 } });
    for (const [kind, url] of Object.entries(kinds(dir))) {
      await page.goto(host.root + url, { waitUntil: "load" });
      const fold = page.locator("details:not([name]) > summary:visible").first();
      if ((await fold.count()) === 0) continue;
      const open = () => fold.evaluate((summary) => summary.parentElement.open);
      await fold.focus();
      const was = await open();
      await page.keyboard.press("Enter");
      assert.equal(await open(), !was, `${kind}: Enter`);
      await page.keyboard.press("Space");
      assert.equal(await open(), was, `${kind}: Space`);
    }
    await page.close();
  });
});
