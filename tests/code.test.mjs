// The pages by code, to which a patient's record links: what the code means first, what
// is near it apart, and without script.
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { hosted } from "./support/hosted.mjs";
import { sites } from "./support/site.mjs";

const dir = sites.catalogue;
const { browser, host } = await hosted(dir);

describe("pages by code", () => {
  test("say what the code means and show its cards, without script", async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${host.root}code/icpc/T90.02/`);
    assert.match(await page.locator("h1").innerText(), /^ICPC T90\.02: Diabetes type 2/);
    assert.ok((await page.locator("[data-card^='keuzehulpen/']").count()) > 0);
    await context.close();
  });

  test("cards in lists, there and elsewhere, say which entry they are of", async () => {
    const page = await browser.newPage();
    for (const path of ["code/icpc/L90/", "keuzehulpen/", "aandoeningen/artrose-knie/", ""]) {
      await page.goto(host.root + path);
      const cards = await page.locator("article.card").evaluateAll((all) => all.map((card) => [card.dataset.card, new URL(card.querySelector("h3 a").href).pathname]));
      assert.ok(cards.length > 0, path);
      for (const [name, address] of cards) assert.ok(name && address.endsWith(`/${name}/`), `${path}: ${name} at ${address}`);
    }
    await page.close();
  });

  test("a code that means more names what is below it, and shows no card in its place", async () => {
    const page = await browser.newPage();
    await page.goto(`${host.root}code/icpc/R85/`);
    assert.equal(await page.locator("[data-card]").count(), 0);
    assert.match(await page.locator("[data-near]").innerText(), /Strottenhoofdkanker/);
    await page.close();
  });

  test("are all in the table, and each address works", async () => {
    const page = await browser.newPage();
    await page.goto(`${host.root}code/`);
    const links = await page.locator("table.codes th a").evaluateAll((all) => all.map((a) => new URL(a.href).pathname.replace(/^.*\/code\//, "")));
    for (const list of ["icpc", "icd10", "snomed"]) {
      for (const code of readdirSync(join(dir, "code", list))) assert.ok(links.includes(`${list}/${code}/`), `${list} ${code}`);
    }
    await page.close();
  });

  test("tell no one from where one comes", async () => {
    const page = await browser.newPage();
    await page.goto(host.root);
    const sent = [];
    page.on("request", (request) => sent.push(request.headers().referer));
    await page.goto(`${host.root}code/icpc/L90/`, { waitUntil: "load" });
    assert.ok(sent.length > 1);
    assert.deepEqual(sent.filter(Boolean), []);
    await page.close();
  });
});
