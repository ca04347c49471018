// Choosing from a long list in the form: what is typed is never taken for
// something else, and the whole list can be seen.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { hosted } from "./support/hosted.mjs";
import { sites } from "./support/site.mjs";

const { browser, host } = await hosted(sites.catalogue);

describe("choosing", () => {
  /** The box for conditions in the form for an aid. */
  async function visit() {
    const page = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
    await page.goto(`${host.root}insturen/keuzehulp/`);
    const field = page.locator('.form-section > [data-key="aandoeningen"]');
    const box = field.locator("[role=combobox]");
    await box.waitFor();
    return {
      box, field, page,
      options: () => field.locator("[role=option] > span").allInnerTexts(),
      picked: () => field.locator(".picked li").allInnerTexts(),
      leave: () => page.context().close(),
    };
  }

  test("Enter takes what was typed in full, also in other letters, and never what only starts so", async () => {
    const { box, picked, field, leave } = await visit();
    for (const [typed, want] of [["psoriasis", "Psoriasis"], ["knieartrose", "Artrose van de knie"], ["MAMMACARCINOOM", "Borstkanker"]]) {
      await box.fill(typed);
      await box.press("Enter");
      assert.equal((await picked()).at(-1)?.trim(), want, typed);
    }
    const before = await picked();
    for (const typed of ["prostaat", "nier", "blaas", "borst"]) {
      await box.fill(typed);
      await box.press("Enter");
      assert.deepEqual(await picked(), before, `${typed} is no name`);
      assert.match(await field.locator("[role=status]").innerText(), /pijltjes/);
    }
    await leave();
  });

  test("labels stand before words that only lead to a name", async () => {
    const { box, options, leave } = await visit();
    for (const typed of ["prostaat", "nier", "psoriasis", "long"]) {
      await box.fill(typed);
      const shown = (await options()).map((label) => label.toLowerCase());
      const starts = shown.map((label) => label.startsWith(typed));
      assert.ok(starts[0], `${typed}: ${shown}`);
      assert.equal(starts.lastIndexOf(true), starts.filter(Boolean).length - 1, `${typed}: those that start so are together, at the top`);
    }
    await leave();
  });

  test("a synonym that is typed in full is taken when one leaves the field; other text stays as it is", async () => {
    const { box, page, picked, leave } = await visit();
    await box.fill("gonartrose");
    await page.keyboard.press("Tab");
    await box.fill("Iets heel anders");
    await page.keyboard.press("Tab");
    assert.deepEqual((await picked()).map((text) => text.trim()), ["Artrose van de knie", "Iets heel anders"]);
    await leave();
  });

  test("the whole list can be seen, by mouse and by keyboard, and hyphens and accents do not matter", async () => {
    const { box, options, page, leave } = await visit();
    await box.click();
    const all = await options();
    assert.ok(all.length > 100, String(all.length));
    await page.keyboard.press("Escape");
    await page.keyboard.press("ArrowDown");
    assert.equal((await options()).length, all.length);
    await page.keyboard.press("Escape");
    const regions = page.locator('[data-key="regios"] [role=combobox]').first();
    await page.locator('details:has([data-key="regios"]) > summary').first().click().catch(() => {});
    await regions.fill("noord brabant");
    assert.deepEqual(await page.locator('[data-key="regios"] [role=option] > span').allInnerTexts(), ["Noord-Brabant"]);
    await leave();
  });

  test("a box for not knowing says which question it belongs to", async () => {
    const { page, leave } = await visit();
    const names = await page.locator(".field-unsure:visible").allTextContents();
    assert.ok(names.length > 5);
    assert.equal(new Set(names).size, names.length);
    await leave();
  });
});
