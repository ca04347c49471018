// How a visitor reads: the size of the letters and the contrast are kept, are
// there before the page is painted, and push nothing off it; and a page is read
// aloud where the device speaks Dutch.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { hosted } from "./support/hosted.mjs";
import { settle, unfold } from "./support/fold.mjs";
import { kinds } from "./support/kinds.mjs";
import { Report } from "./support/report.mjs";
import { sites } from "./support/site.mjs";

const { browser, host } = await hosted(sites.fixture);

describe("reading", () => {
  const size = (page) => page.evaluate(() => parseFloat(getComputedStyle(document.body).fontSize));

  test("the letters grow by keyboard, on this page and the next, without waiting for the script", async () => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    const page = await context.newPage();
    await page.goto(host.root);
    const usual = await size(page);
    await page.locator('.reading [data-text="3"]').focus();
    await page.keyboard.press("Enter");
    assert.ok((await size(page)) > 1.4 * usual, "larger at once");
    assert.equal(await page.locator('.reading [aria-pressed="true"]').getAttribute("data-text"), "3");
    // The next page has it from the script in the head alone, which the browser waits for before it paints.
    await page.route(/\/assets\/site\.[0-9a-f]+\.js$/, (route) => route.abort());
    await page.goto(`${host.root}keuzehulpen/`);
    assert.ok((await size(page)) > 1.4 * usual, "kept");
    assert.equal(await page.locator("head script[src*=early]:not([defer], [async])").count(), 1);
    await context.close();
  });

  test("the contrast is kept, and follows the device until it is chosen", async () => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, contrast: "more" });
    const page = await context.newPage();
    const colours = () => page.evaluate(() => [getComputedStyle(document.body).backgroundColor, getComputedStyle(document.body).color]);
    await page.goto(host.root);
    assert.deepEqual(await colours(), ["rgb(255, 255, 255)", "rgb(0, 0, 0)"], "as the device asks");
    await page.locator(".reading button[data-contrast]").focus();
    await page.keyboard.press("Space");
    assert.notDeepEqual(await colours(), ["rgb(255, 255, 255)", "rgb(0, 0, 0)"]);
    await page.reload();
    assert.notDeepEqual(await colours(), ["rgb(255, 255, 255)", "rgb(0, 0, 0)"], "the choice wins");
    await context.close();
  });

  test("the largest letters push nothing off a page of 320 px", async () => {
    const page = await browser.newPage({ viewport: { width: 320, height: 640 } });
    await page.addInitScript(() => localStorage.setItem("kaartenbak-lezen", '{"text":"3","contrast":"more"}'));
    const report = new Report();
    for (const [kind, url] of Object.entries(kinds(sites.fixture))) {
      await page.goto(host.root + url);
      await page.evaluate(settle);
      await page.evaluate(unfold);
      const out = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      if (out > 0) report.add(`${out} px too wide`, `${kind}: ${url}`);
    }
    await page.close();
    report.check();
  });

  test("what is kept in a wrong shape is as if it were not there", async () => {
    const page = await browser.newPage();
    for (const kept of ["null", "3", "{", '{"text":"9","contrast":{}}', '"x"']) {
      await page.addInitScript((kept) => localStorage.setItem("kaartenbak-lezen", kept), kept);
      await page.goto(host.root);
      assert.deepEqual(await page.evaluate(() => ({ ...document.documentElement.dataset })), { script: "", text: "1", contrast: "usual" }, kept);
    }
    await page.close();
  });

  /** A device with a voice that says at once what it is given. */
  const speaks = (lang) => `
    window.said = [];
    class Utterance { constructor(text) { this.text = text; } }
    const speech = Object.assign(new EventTarget(), {
      getVoices: () => [{ lang: "en-GB" }, { lang: ${JSON.stringify(lang)} }],
      speak: (utterance) => { said.push({ text: utterance.text, lang: utterance.lang }); last = utterance; },
      cancel: () => { said.push("stop"); },
    });
    let last;
    window.ends = () => last.onend();
    window.fails = () => last.onerror();
    Object.defineProperty(window, "speechSynthesis", { value: speech });
    window.SpeechSynthesisUtterance = Utterance;`;

  test("a page is read aloud in Dutch, and stops", async () => {
    const page = await browser.newPage();
    await page.addInitScript(speaks("nl-NL"));
    await page.goto(`${host.root}keuzehulpen/volledig/`);
    const button = page.locator("[data-speak]");
    await button.focus();
    await page.keyboard.press("Enter");
    const said = await page.evaluate(() => window.said);
    assert.ok(said.length > 5, JSON.stringify(said));
    assert.ok(said.slice(1).every(({ lang }) => lang === "nl-NL"));
    assert.equal(said[1].text, await page.locator("h1").innerText());
    assert.match(await button.innerText(), /Stop/);
    await page.keyboard.press("Enter");
    assert.equal(await page.evaluate(() => window.said.at(-1)), "stop");
    assert.match(await button.innerText(), /Lees voor/);
    await page.keyboard.press("Enter");
    await page.evaluate(() => window.ends());
    assert.equal(await button.getAttribute("aria-pressed"), "false", "the end of the text");
    for (const [why, happens] of [["the voice fails", () => window.fails()], ["the page is left, and may come back", () => dispatchEvent(new PageTransitionEvent("pagehide"))]]) {
      await page.keyboard.press("Enter");
      assert.equal(await button.getAttribute("aria-pressed"), "true");
      await page.evaluate(happens);
      assert.equal(await button.getAttribute("aria-pressed"), "false", why);
      assert.match(await button.innerText(), /Lees voor/, why);
    }
    await page.close();
  });

  test("without a Dutch voice there is no such button", async () => {
    const page = await browser.newPage();
    await page.addInitScript(speaks("de-DE"));
    await page.goto(`${host.root}keuzehulpen/volledig/`);
    assert.equal(await page.locator("[data-speak]:visible").count(), 0);
    await page.close();
  });
});
