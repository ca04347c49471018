// Cards that a visitor keeps and compares: chosen in any list, by keyboard, kept
// on the device, and brought back by an address.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { hosted } from "./support/hosted.mjs";
import { sites } from "./support/site.mjs";

const { browser, host } = await hosted(sites.fixture);

describe("chosen cards", () => {
  /** A new visitor, on a page. */
  async function visit(url, options = {}) {
    const context = await browser.newContext({ viewport: { width: 360, height: 740 }, ...options });
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);
    await page.goto(host.root + url);
    return page;
  }

  /** Presses a button by keyboard. */
  const press = async (locator, key = "Enter") => {
    await locator.focus();
    await locator.page().keyboard.press(key);
  };

  const card = (page, title) => page.locator(".card", { has: page.getByRole("link", { name: title, exact: true }) });
  const titles = (page) => page.locator(".kept-list h2").allInnerTexts();
  const whole = "Verzonnen keuzehulp bij verzonnenitis";
  const bare = "Verzonnen kale keuzehulp";
  const general = "Verzonnen keuzehulp voor alle aandoeningen";

  test("cards are kept from a list and from a page, in an order, with notes, and are still there later", async () => {
    const page = await visit("keuzehulpen/");
    await press(card(page, whole).locator("[data-keep]"));
    await press(card(page, bare).locator("[data-keep]"), "Space");
    assert.equal(await card(page, bare).locator("[data-keep]").getAttribute("aria-pressed"), "true");
    await page.goto(`${host.root}keuzehulpen/algemeen/`);
    await press(page.locator(".handover [data-keep]"));
    assert.equal(await page.locator(".menu [data-kept-count]").textContent(), "3");
    await page.goto(`${host.root}mijn-kaarten/`);
    assert.deepEqual(await titles(page), [whole, bare, general]);

    await press(page.locator(".kept-card").nth(2).locator("[data-up]"));
    assert.deepEqual(await titles(page), [whole, general, bare]);
    assert.equal(await page.evaluate(() => document.activeElement?.closest("li")?.querySelector("h2")?.textContent), general, "the focus goes along");
    assert.equal(await page.locator("kept-cards > [role=status]").textContent(), `${general} staat nu op plaats 2 van 3.`);
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter"); // on "omlaag" now, as it cannot go higher
    assert.deepEqual(await titles(page), [whole, general, bare]);

    await page.locator(".kept-card textarea").first().focus();
    await page.keyboard.type("Neem mee: tweede gesprek");
    await page.reload();
    assert.deepEqual(await titles(page), [whole, general, bare]);
    assert.equal(await page.locator(".kept-card textarea").first().inputValue(), "Neem mee: tweede gesprek");

    await press(page.locator(".kept-card").nth(0).locator("[data-drop]"));
    assert.deepEqual(await titles(page), [general, bare]);
    assert.ok(await page.evaluate(() => document.activeElement?.closest(".kept-card")), "the focus goes to the next card");
    await press(page.locator("[data-empty]"));
    assert.deepEqual(await titles(page), []);
    assert.ok(await page.locator(".kept-empty").isVisible());
    await page.keyboard.press("Enter"); // puts them back
    assert.deepEqual(await titles(page), [general, bare]);
    assert.ok(await page.evaluate(() => document.activeElement?.closest(".kept-card")), "the focus goes to the first card");
    assert.equal(await page.locator("[data-undo]").isVisible(), false);
    await page.context().close();
  });

  test("one address shows the same cards to somebody else, without the notes, and leaves their own alone", async () => {
    const mine = await visit("mijn-kaarten/", { permissions: ["clipboard-read", "clipboard-write"] });
    await mine.evaluate(() => {
      const card = (id, title, note) => ({ id: `keuzehulpen/${id}`, kind: "Keuzehulp", title, note });
      localStorage.setItem("kaartenbak-kaarten /sub/", JSON.stringify([card("volledig", "Een", "geheim"), card("kaal", "Twee", "")]));
    });
    await mine.reload();
    await press(mine.locator("[data-copy-list]"));
    await mine.locator("kept-cards > [role=status]", { hasText: "Gekopieerd" }).waitFor({ state: "attached" });
    const address = await mine.evaluate(() => navigator.clipboard.readText());
    assert.doesNotMatch(address, /geheim/);
    await mine.context().close();

    const theirs = await visit("keuzehulpen/algemeen/");
    await press(theirs.locator(".handover [data-keep]"));
    await theirs.goto(address);
    await theirs.locator("[data-status=ready]").waitFor();
    assert.deepEqual(await titles(theirs), [whole, bare]);
    assert.equal(await theirs.locator(".menu [data-kept-count]").textContent(), "1", "their own are as they were");
    await press(theirs.locator("[data-adopt]"));
    await theirs.locator(".kept-card").nth(2).waitFor();
    assert.deepEqual(await titles(theirs), [general, whole, bare]);
    assert.equal(theirs.url(), `${host.root}mijn-kaarten/`);
    await theirs.context().close();
  });

  for (const [how, without] of Object.entries({
    "the storage is full": () => (Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); }),
    "nothing may be kept": () => {
      for (const name of ["localStorage", "sessionStorage"]) Object.defineProperty(window, name, { get: () => { throw new DOMException("no", "SecurityError"); } });
    },
  })) {
    test(`where ${how}, cards hold for the page, and the visitor reads that`, async () => {
      const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
      await context.addInitScript(without);
      const page = await context.newPage();
      page.setDefaultTimeout(10_000);
      await page.goto(`${host.root}keuzehulpen/kaal/`);
      assert.equal(await page.locator(".kept-not").isVisible(), false);
      await press(page.locator(".handover [data-keep]"));
      assert.equal(await page.locator(".handover [data-keep]").getAttribute("aria-pressed"), "true");
      assert.match(await page.locator(".kept-not").innerText(), /bewaart niets/);
      assert.match(await page.locator("#gezegd").textContent(), /bewaart niets/, "aloud too");
      await press(page.locator(".handover [data-keep]"));
      assert.equal(await page.locator(".handover [data-keep]").getAttribute("aria-pressed"), "false");
      await context.close();
    });
  }

  test("a note goes on where another tab keeps a card, and is whole on paper", async () => {
    const page = await visit("keuzehulpen/kaal/");
    await press(page.locator(".handover [data-keep]"));
    await page.goto(`${host.root}mijn-kaarten/`);
    await press(page.locator(".kept-card textarea"), "v");
    const other = await page.context().newPage();
    await other.goto(`${host.root}keuzehulpen/volledig/`);
    await press(other.locator(".handover [data-keep]"));
    await page.locator(".kept-card").nth(1).waitFor();
    const text = "raag " + "een twee drie vier ".repeat(15) + "en het laatste";
    await page.keyboard.type(text);
    assert.equal(await page.locator(".kept-card textarea").first().inputValue(), "v" + text);
    await other.locator(".reading [data-text='2']").dispatchEvent("click");
    assert.ok(await page.evaluate(() => document.activeElement instanceof HTMLTextAreaElement), "another size of the letters is no reason to draw anew");
    const { shown, whole } = await page.locator(".kept-card textarea").first().evaluate((box) => ({ shown: box.clientHeight, whole: box.scrollHeight }));
    assert.ok(shown >= whole, `${shown} of ${whole} px`);
    await page.context().close();
  });

  test("what is kept in a wrong shape, or asked for and not there, breaks nothing", async () => {
    const page = await visit("mijn-kaarten/");
    for (const kept of ["null", "{", "[null,3,{}]", '[{"id":"../../x","title":"x"},{"id":"keuzehulpen/kaal","title":"<b>k</b>"}]']) {
      await page.evaluate((kept) => localStorage.setItem("kaartenbak-kaarten /sub/", kept), kept);
      await page.reload();
      await page.locator("[data-status=ready]").waitFor();
    }
    assert.deepEqual(await titles(page), ["<b>k</b>"]);
    await page.goto(`${host.root}mijn-kaarten/?kaart=keuzehulpen/is-er-niet&kaart=javascript:alert(1)&kaart=keuzehulpen/kaal`);
    await page.locator("[data-status=ready]").waitFor();
    assert.deepEqual(await titles(page), ["Deze kaart is er niet meer: keuzehulpen/is-er-niet", bare]);
    await page.route("**/keuzehulpen/oude-naam/", (route) => route.fulfill({ contentType: "text/html", body: '<!doctype html><title>Verhuisd</title><meta http-equiv="refresh" content="0; url=../volledig/"><h1>Verhuisd</h1>' }));
    await page.goto(`${host.root}mijn-kaarten/?kaart=keuzehulpen/oude-naam`);
    await page.locator("[data-status=ready]").waitFor();
    assert.deepEqual(await titles(page), [whole], "a card that has moved is the one at its new address");
    await page.context().close();
  });

  const rows = (page) => page.locator(".compare-table tr[data-field]").evaluateAll((rows) => Object.fromEntries(rows.map((row) => [row.dataset.field, [...row.querySelectorAll("td")].map((cell) => cell.innerText.trim())])));

  test("cards from a list are compared by what differs, and the address brings it back", async () => {
    const page = await visit("keuzehulpen/", { viewport: { width: 1280, height: 800 } });
    await press(card(page, whole).locator("[data-compare]"));
    assert.match(await page.locator(".kept-bar [role=status]").innerText(), /1 kaart/);
    await press(card(page, bare).locator("[data-compare]"));
    await press(page.locator(".kept-ways a"));
    await page.locator("compare-cards[data-status=ready]").waitFor();
    assert.match(page.url(), /\/vergelijken\/\?kaart=keuzehulpen\/volledig&kaart=keuzehulpen\/kaal$/);
    let shown = await rows(page);
    assert.deepEqual(shown.toegang?.[1], "Niet bekend");
    assert.match(shown.toegang?.[0] ?? "", /^Inlog of code van de zorgverlener/);
    assert.match(shown.opties?.[0] ?? "", /Afwachten/);
    assert.equal(shown.opties?.[1], "Niet bekend");
    for (const [key, [one, other]] of Object.entries(shown)) assert.notEqual(one, other, key);
    const differ = Object.keys(shown).length;

    const link = page.locator('.compare-table a[href*="aandoeningen/"]').first();
    assert.match(await link.evaluate((link) => link.pathname), /^\/sub\/aandoeningen\/[a-z-]+\/$/, "links lead to where they led");

    await press(page.locator(".chosen button").nth(1));
    await page.locator("compare-cards[data-status=ready]").waitFor();
    assert.match(page.url(), /\/vergelijken\/\?kaart=keuzehulpen\/volledig$/);
    assert.equal(await page.locator(".compare-table").isVisible(), false);
    await page.goBack();
    await page.locator(".compare-table tr").first().waitFor();
    assert.equal(Object.keys(await rows(page)).length, differ);
    await page.context().close();
  });

  test("the way to each of two aids is there, though both say it in the same words", async () => {
    const page = await visit("vergelijken/?kaart=keuzehulpen/volledig&kaart=keuzehulpen/lastige-tekens");
    await page.locator("compare-cards[data-status=ready]").waitFor();
    const ways = await page.locator('[data-field="link"] .button').evaluateAll((links) => links.map(({ innerText, href }) => [innerText.trim(), href]));
    assert.equal(ways.length, 2);
    assert.equal(ways[0][0], ways[1][0]);
    assert.notEqual(ways[0][1], ways[1][1]);
    await page.context().close();
  });

  test("what is alike is shown when asked for, and the address brings that back too", async () => {
    const page = await visit("vergelijken/?kaart=keuzehulpen/kaal&kaart=keuzehulpen/verouderd");
    await page.locator("compare-cards[data-status=ready]").waitFor();
    const differ = Object.keys(await rows(page)).length;
    const box = page.getByLabel("Toon alles");
    await press(box, "Space");
    const all = Object.keys(await rows(page)).length;
    assert.ok(all > differ, `${all} rows, ${differ} differ`);
    assert.match(page.url(), /&alles$/);
    await page.reload();
    await page.locator("compare-cards[data-status=ready]").waitFor();
    assert.ok(await box.isChecked());
    assert.equal(Object.keys(await rows(page)).length, all);
    await press(box, "Space");
    assert.equal(Object.keys(await rows(page)).length, differ);
    assert.doesNotMatch(page.url(), /alles/);
    await page.context().close();
  });

  test("what one of them alone says is named in a line, and shown when asked for", async () => {
    const page = await visit("vergelijken/?kaart=keuzehulpen/kaal&kaart=keuzehulpen/volledig");
    await page.locator("compare-cards[data-status=ready]").waitFor();
    const line = page.locator(".compare-lone");
    assert.match(await line.innerText(), /^Alleen van één kaart bekend: .+\./);
    const few = Object.keys(await rows(page));
    assert.ok(few.includes("link"), `what decides stays: ${few}`);
    await press(page.getByLabel("Toon alles"), "Space");
    assert.ok(await line.isHidden());
    assert.ok(Object.keys(await rows(page)).length > few.length);
    await page.context().close();
  });

  test("on a phone it says that a third card is beside the two", async () => {
    const page = await visit("vergelijken/?kaart=keuzehulpen/kaal&kaart=keuzehulpen/volledig");
    await page.setViewportSize({ width: 390, height: 844 });
    await page.locator("compare-cards[data-status=ready]").waitFor();
    assert.ok(await page.locator(".compare-swipe").isHidden());
    await page.goto(`${host.root}vergelijken/?kaart=keuzehulpen/kaal&kaart=keuzehulpen/volledig&kaart=keuzehulpen/verouderd`);
    await page.locator("compare-cards[data-status=ready]").waitFor();
    assert.ok(await page.locator(".compare-swipe").isVisible());
    await page.setViewportSize({ width: 1280, height: 844 });
    assert.ok(await page.locator(".compare-swipe").isHidden());
    await page.context().close();
  });

  test("no more than four, and only of one kind", async () => {
    const page = await visit("keuzehulpen/");
    const buttons = page.locator("card-tools [data-compare]");
    for (let i = 0; i < 5; i++) await press(buttons.nth(i));
    assert.equal(await page.locator('[data-compare][aria-pressed="true"]').count(), 4);
    assert.match(await page.locator(".kept-bar [role=status]").innerText(), /vier kaarten/);
    await page.goto(`${host.root}praktijkvoorbeelden/`);
    await press(buttons.first());
    assert.equal(await page.locator(".kept-bar [role=status]").innerText(), "1 kaart gekozen. Uw eerdere keuze was van een andere soort en is gewist.");
    await page.goto(`${host.root}vergelijken/?kaart=praktijkvoorbeelden/is-er-niet`);
    await page.locator("compare-cards[data-status=ready]").waitFor();
    assert.match(await page.locator(".compare-left").innerText(), /^1 kaart is weggelaten/);
    await page.goto(`${host.root}praktijkvoorbeelden/`);
    assert.match(await page.locator(".kept-bar [role=status]").innerText(), /^1 kaart/, "an address that leads nowhere leaves the choice alone");
    await press(page.locator(".kept-bar [data-clear]"));
    assert.equal(await page.locator(".kept-bar").isVisible(), false);
    await page.context().close();
  });

  test("on paper there is all of four cards, and the address of the comparison", async () => {
    const page = await visit("vergelijken/?kaart=keuzehulpen/volledig&kaart=keuzehulpen/kaal&kaart=keuzehulpen/algemeen&kaart=keuzehulpen/verouderd", { viewport: { width: 1280, height: 800 } });
    await page.locator(".compare-table tbody tr").first().waitFor();
    const cards = await page.locator(".chosen li").count();
    assert.equal(cards, 4, `${cards} cards`);
    await page.setViewportSize({ width: 673, height: 1000 }); // an A4 within its margins
    await page.emulateMedia({ media: "print" });
    const { table, paper } = await page.evaluate(() => ({ table: document.querySelector(".compare-table table").getBoundingClientRect().right, paper: document.documentElement.clientWidth }));
    assert.ok(table <= paper, `the table ends at ${table} of ${paper} px`);
    assert.equal(await page.locator(".compare-address").innerText(), page.url());
    await page.context().close();
  });

  test("results of a search have the same buttons", async () => {
    const page = await visit("zoeken/?q=verzonnenitis");
    await page.locator(".results [data-compare]").first().waitFor();
    await press(page.locator(".results [data-keep]").first());
    assert.equal(await page.locator(".menu [data-kept-count]").textContent(), "1");
    await page.context().close();
  });

  test("cards that cannot be read for printing are no silence", async () => {
    const page = await visit("keuzehulpen/kaal/");
    await press(page.locator(".handover [data-keep]"));
    await page.goto(`${host.root}mijn-kaarten/`);
    await page.route("**/keuzehulpen/**", (route) => route.abort());
    await press(page.locator("[data-print]"));
    await page.locator("[data-print]", { hasText: "verbinding" }).waitFor();
    await page.context().close();
  });

  test("without network the page says so", async () => {
    const page = await visit("vergelijken/");
    await page.route("**/keuzehulpen/**", (route) => route.abort());
    await page.goto(`${host.root}vergelijken/?kaart=keuzehulpen/volledig&kaart=keuzehulpen/kaal`);
    await page.locator("compare-cards[data-status=error]").waitFor();
    assert.match(await page.locator("compare-cards > [role=status]").innerText(), /verbinding/);
    await page.context().close();
  });
});
