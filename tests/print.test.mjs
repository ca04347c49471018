// Pages on paper: what is folded up is there, links are spelled out, and what
// only a screen can use is not.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { after, before, describe, test } from "node:test";
import { launch } from "./support/browser.mjs";
import { entries, kinds } from "./support/kinds.mjs";
import { serve } from "./support/server.mjs";
import { base, sites } from "./support/site.mjs";

describe("on paper", () => {
  let browser, page;
  const hosts = {};
  before(async () => {
    browser = await launch();
    for (const [site, dir] of Object.entries(sites)) hosts[site] = await serve(dir, "/sub/");
    page = await browser.newPage();
  });
  after(async () => {
    await browser?.close();
    for (const host of Object.values(hosts)) await host.close();
  });

  // Lines may end anywhere, also behind a hyphen: what must be there in one piece is
  // looked for without spaces and hyphens. In an address no hyphen is put.
  const pack = (text) => text.replace(/[\s\u00ad\u2010-]+/g, "");
  const packAddress = (text) => text.replace(/[\s-]+/g, "");

  /** A page as it is printed: its words, and the number of sheets. */
  async function print(site, url) {
    await page.goto(hosts[site].root + url);
    const pdf = await page.pdf({ format: "A4" });
    const text = execFileSync("pdftotext", ["-", "-"], { input: pdf, encoding: "utf8" });
    const packed = pack(text);
    return { words: text.replace(/\s+/g, " "), has: (part) => (part.includes("://") ? packAddress(text).includes(packAddress(part)) : packed.includes(pack(part))), sheets: text.split("\f").length - 1 };
  }

  test("a thin decision aid fits on two sheets, with its sources spelled out", async () => {
    const { id, titel } = entries(sites.catalogue, "keuzehulpen").find((aid) => `keuzehulpen/${aid.id}/` === kinds(sites.catalogue)["thin aid"]);
    const { words, has, sheets } = await print("catalogue", `keuzehulpen/${id}/`);
    assert.ok(has(titel), words.slice(0, 200));
    assert.ok(sheets <= 2, `${sheets} sheets`);
    assert.ok(has(`${base}/keuzehulpen/${id}/`), "the address of the page itself");
    assert.doesNotMatch(words, /Naar de inhoud|Insturen/, "what only a screen can use");
  });

  test("every address outside the site is spelled out", async () => {
    const aid = entries(sites.fixture, "keuzehulpen").find(({ id }) => id === "volledig");
    const { has } = await print("fixture", "keuzehulpen/volledig/");
    for (const address of [aid.link, aid.richtlijn.link, ...aid.bronnen.map((source) => source.link).filter(Boolean)]) {
      assert.ok(has(address), address);
    }
  });

  test("the answers to IPDAS are there, though the screen folds them up", async () => {
    const { has } = await print("fixture", "keuzehulpen/volledig/");
    for (const text of ["Beschrijft de aandoening", "Laat voor- en nadelen even uitgebreid zien", "Niet bekend"]) assert.ok(has(text), text);
  });

  test("results say what was asked", async () => {
    await page.goto(`${hosts.catalogue.root}zoeken/?q=nierfalen&soort=keuzehulpen`);
    await page.locator("[data-search-status=ready] [data-search-result]").first().waitFor();
    const words = execFileSync("pdftotext", ["-", "-"], { input: await page.pdf({ format: "A4" }), encoding: "utf8" });
    assert.match(words, /Gezocht naar: nierfalen/);
    assert.match(words, /Keuzehulpen/, "and what was chosen");
  });

  test("a matrix keeps its columns and all its marks", async () => {
    for (const [site, dir] of Object.entries(sites)) {
      const { words } = await print(site, kinds(dir)["competency set"]);
      assert.ok(words.length > 400);
    }
    const { words, has } = await print("fixture", "competentiesets/volledig/");
    for (const text of ["Opleiding", "geneeskunde", "Medische", "vervolgopleiding", "verpleegkunde", "Nascholing", "Zegt dat er meer dan één mogelijkheid is."]) {
      assert.ok(has(text), text);
    }
    const count = (word) => words.split(word).length - 1;
    assert.ok(count("Volledig") >= 4 && count("Deels") >= 3 && count("Niet") >= 2, "the marks, in words");
  });
});
