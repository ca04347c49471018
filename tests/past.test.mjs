// A page that was built last week and is looked at today: a meeting that was to
// come is over by now, and the page says so as one that is built today does.
import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, test } from "node:test";
import { kaartenbak } from "./support/command.mjs";
import { hosted } from "./support/hosted.mjs";
import { serve } from "./support/server.mjs";
import { content, sites, today } from "./support/site.mjs";

const { browser, host } = await hosted(sites.fixture);

const planned = { url: "bijeenkomsten/volledig/", title: "Verzonnen avond over samen beslissen", shown: "15 april 2027", last: "2027-04-15", next: "2027-04-16" };
const over = "Was gepland; of het doorging, is niet bekend";
const calledOff = "Verzonnen bijeenkomst die niet doorgaat";
const later = "Verzonnen komende bijeenkomst";

describe("a meeting that is over since the site was built", () => {
  /** A visitor whose clock says that it is noon on a day. */
  async function visit(url, day, root = host.root) {
    const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);
    await page.clock.setFixedTime(`${day}T12:00:00`);
    await page.goto(root + url);
    return page;
  }

  /** The sections of a page by their headings, with the titles of their cards. */
  const groups = (page) =>
    page.$$eval("main section:has(.card):not([data-new])", (sections) => Object.fromEntries(sections.map((section) => [section.querySelector("h2").textContent.trim(), [...section.querySelectorAll("h3")].map((title) => title.textContent)])));

  const card = (page, title) => page.locator(".card", { has: page.getByRole("link", { name: title, exact: true }) }).first();

  test("its own page says so, keeps the date, and lets nobody sign up", async () => {
    for (const [day, isOver] of [[today, false], [planned.last, false], [planned.next, true]]) {
      const page = await visit(planned.url, day);
      assert.deepEqual(await page.locator(".notice").allInnerTexts(), isOver ? [`${over}.`] : [], day);
      assert.equal(await page.getByRole("link", { name: "Meld u aan" }).count(), isOver ? 0 : 1, day);
      assert.match(await page.locator("[data-field=datum] dd").innerText(), new RegExp(planned.shown));
      await page.context().close();
    }
  });

  test("lists and their cards are as in a site that is built on the day itself", async (t) => {
    const dir = mkdtempSync(join(tmpdir(), "kaartenbak-past-"));
    t.after(() => rmSync(dir, { recursive: true, force: true }));
    for (const day of [planned.next, "2027-09-03"]) {
      const { code, err } = kaartenbak(["build", "--content", content.fixture, "--out", dir, "--today", day]);
      assert.equal(code, 0, err);
      const fresh = await serve(dir, "/");
      t.after(() => fresh.close());
      for (const url of ["", "bijeenkomsten/", "regios/nergenshuizen/"]) {
        const [old, made] = [await visit(url, day), await visit(url, day, fresh.root)];
        if (!url.startsWith("regios")) assert.deepEqual(await groups(old), await groups(made), `${url} on ${day}`); // those of a region stay in their order
        const facts = (page) => page.$$eval(".card.kind-bijeenkomsten", (cards) => cards.map((card) => [...card.querySelectorAll("h3, dd")].map((part) => `${part.textContent} ${part.className}`).join("|")).sort());
        assert.deepEqual(await facts(old), await facts(made), `${url} on ${day}`);
        await old.context().close();
        await made.context().close();
      }
    }
  });

  test("the agenda has it among those that were, and those that were called off too", async () => {
    const before = await visit("bijeenkomsten/", today);
    assert.deepEqual((await groups(before))["Komende bijeenkomsten"], [calledOff, planned.title, later], "the nearest first");
    await before.context().close();
    const page = await visit("bijeenkomsten/", planned.next);
    const { "Komende bijeenkomsten": toCome, Geweest: were } = await groups(page);
    assert.deepEqual(toCome, [later]);
    assert.deepEqual(were.slice(0, 2), [planned.title, calledOff], "the latest first");
    assert.match(await card(page, planned.title).innerText(), new RegExp(over));
    assert.match(await card(page, planned.title).innerText(), new RegExp(planned.shown));
    assert.doesNotMatch(await card(page, calledOff).innerText(), new RegExp(over));
    await page.context().close();
  });

  test("the first page has only those to come, and says so when there are none", async () => {
    const page = await visit("", "2030-01-01");
    assert.equal(await page.locator(".card.kind-bijeenkomsten").count(), 0);
    await page.getByText("Op dit moment weten wij van geen bijeenkomst die nog komt.").waitFor();
    await page.context().close();
  });

  test("so do search results", async () => {
    const page = await visit("zoeken/?soort=bijeenkomsten&q=avond", planned.next);
    await page.locator("[data-search-status=ready] [data-search-result]").first().waitFor();
    assert.match(await card(page, planned.title).innerText(), new RegExp(over));
    await page.context().close();
  });

  test("so does the card on paper", async () => {
    const page = await visit(`mijn-kaarten/?kaart=${planned.url.slice(0, -1)}`, planned.next);
    await page.locator("[data-status=ready]").waitFor();
    await page.evaluate(() => { window.print = () => {}; });
    await page.locator("[data-print]").click();
    assert.match(await page.locator(".sheet-notice").textContent(), new RegExp(over));
    await page.context().close();
  });
});
