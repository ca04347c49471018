// The site with scripts switched off: what a visitor comes for works by links.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { launch } from "./support/browser.mjs";
import { entries, kinds } from "./support/kinds.mjs";
import { Report } from "./support/report.mjs";
import { serve } from "./support/server.mjs";
import { sites } from "./support/site.mjs";

const dir = sites.catalogue;

describe("without scripts", () => {
  let browser, host, page;
  before(async () => {
    host = await serve(dir, "/sub/");
    browser = await launch();
    const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 320, height: 700 } });
    page = await context.newPage();
    page.setDefaultTimeout(20_000);
  });
  after(async () => {
    await browser?.close();
    await host?.close();
  });

  test("each kind of page shows its heading and its text, and no button or field that does nothing", async () => {
    const report = new Report();
    for (const [kind, url] of Object.entries(kinds(dir))) {
      await page.goto(host.root + url);
      assert.ok(await page.locator("h1").isVisible(), kind);
      assert.ok((await page.locator("main").innerText()).length > 60, kind);
      for (const element of await page.locator("button:visible, input:visible, select:visible").all()) {
        const works = await element.evaluate((control) => control.type !== "button" && Boolean(control.form?.hasAttribute("action")));
        if (!works) report.add(await element.evaluate((control) => control.outerHTML.slice(0, 100)), kind);
      }
    }
    report.check();
  });

  test("from the home page to a condition to a decision aid", async () => {
    await page.goto(host.root);
    await page.locator('main .chips a[href*="aandoeningen/"]').first().click();
    assert.match(new URL(page.url()).pathname, /^\/sub\/aandoeningen\/[a-z0-9-]+\/$/);
    await page.locator("main h3 a").first().click();
    assert.match(new URL(page.url()).pathname, /^\/sub\/[a-z]+\/[a-z0-9-]+\/$/);
    assert.ok(await page.locator("h1").isVisible());
  });

  test("from any name in the A-Z to its condition", async () => {
    await page.goto(`${host.root}aandoeningen/`);
    const names = page.locator('main li a[href$="/"]');
    assert.ok((await names.count()) > 100, "there are many names");
    await names.nth(50).click();
    assert.match(new URL(page.url()).pathname, /^\/sub\/aandoeningen\/[a-z0-9-]+\/$/);
  });

  test("a list is filtered by links, and the filter comes off again", async () => {
    await page.goto(`${host.root}keuzehulpen/`);
    const all = entries(dir, "keuzehulpen").length;
    assert.match(await page.locator("main").innerText(), new RegExp(`\\b${all}\\b`), "the list says how many there are");
    const value = page.locator('a[href*="talen/"]');
    for (const fold of await page.locator("main details", { has: value }).all()) {
      if (!(await fold.evaluate((details) => details.open))) await fold.locator("> summary").click();
    }
    await page.locator("main").locator(value).first().click();
    assert.match(new URL(page.url()).pathname, /^\/sub\/keuzehulpen\/talen\/[a-z-]+\/$/);
    assert.ok((await page.locator("main h3").count()) < all);
    await page.locator(".active-filter a").click();
    assert.equal(new URL(page.url()).pathname, "/sub/keuzehulpen/");
  });

  test("what a list has no room for is on the page with all filters", async () => {
    await page.goto(`${host.root}keuzehulpen/`);
    await page.locator(".filter > summary").click();
    await page.getByRole("link", { name: "Toegang", exact: true }).click();
    assert.match(page.url(), /\/zoeken\/#filter-keuzehulpen-toegang$/);
    const fold = page.locator("details", { has: page.locator("#filter-keuzehulpen-toegang") });
    if (!(await fold.evaluate((details) => details.open))) await fold.locator("summary").click();
    await page.locator("#filter-keuzehulpen-toegang a").first().click();
    assert.match(new URL(page.url()).pathname, /^\/sub\/keuzehulpen\/toegang\/[a-z-]+\/$/);
  });

  test("a long list has a next page, and the two show all", async () => {
    await page.goto(`${host.root}keuzehulpen/`);
    const seen = new Set();
    for (let pages = 0; pages < 20; pages++) {
      const addresses = await page.locator("main a").evaluateAll((links) => links.map((link) => new URL(link.href).pathname));
      for (const address of addresses) seen.add(address);
      const next = page.locator('main a[rel="next"]');
      if ((await next.count()) === 0) break;
      await next.first().click();
    }
    for (const { id } of entries(dir, "keuzehulpen")) assert.ok(seen.has(`/sub/keuzehulpen/${id}/`), id);
  });

  test("an address that is not there shows the way back, from any depth", async () => {
    for (const url of ["niets", "keuzehulpen/niets/", "a/b/c/d"]) {
      const answer = await page.goto(host.root + url);
      assert.equal(answer.status(), 404);
      assert.ok(await page.locator("h1").isVisible());
      assert.notEqual(await page.locator("body").evaluate((body) => getComputedStyle(body).fontFamily), "", "styled");
      await page.locator("header a").first().click();
      assert.equal(new URL(page.url()).pathname, "/sub/");
    }
  });
});
