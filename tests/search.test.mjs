// Searching as a visitor does: as one types, with filters, by keyboard, without
// script, from disk, and when the index cannot be had. The results are those of
// kaartenbak search.
import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { broken } from "./support/axe.mjs";
import { hosted } from "./support/hosted.mjs";
import { kaartenbak } from "./support/command.mjs";
import { entries } from "./support/kinds.mjs";
import { serve } from "./support/server.mjs";
import { content, sites, today } from "./support/site.mjs";

const dir = sites.catalogue;
const collections = ["keuzehulpen", "praktijkvoorbeelden", "toolkits", "competentiesets", "bijeenkomsten", "nieuws"];
const found = "[data-search-status]";
const isIndex = /\/assets\/zoek-[^/]*\.js$/;

const { browser, host } = await hosted(dir);

/** A new page, which fails its test on any error in a script. */
async function newPage(t, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: "reduce", ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  const errors = [];
  page.on("pageerror", (error) => errors.push(error.message));
  t.after(async () => {
    await context.close();
    assert.deepEqual(errors, []);
  });
  return page;
}

/** The search page at an address, with its results. */
async function search(t, address = "", options = {}) {
  const page = await newPage(t, options);
  await page.goto(`${host.root}zoeken/${address}`);
  await settled(page, new URLSearchParams(address).get("q") ?? "");
  return page;
}

/** Waits until the results are those of a query. */
const settled = (page, query) =>
  page.waitForFunction((query) => {
    const found = document.querySelector("[data-search-status]");
    return found?.dataset.searchStatus === "ready" && found.dataset.searchQuery === query;
  }, query);

/** The paths of the results, in order, below the site. */
const results = (page) => page.locator(`${found} [data-search-result]`).evaluateAll((links) => links.map((link) => new URL(link.href).pathname.replace("/sub/", "/")));

/** What the command finds. */
const expected = (query) => JSON.parse(kaartenbak(["search", "--json", "--today", today, "--content", content.catalogue, query]).out).map(({ url }) => url);

/** How many results there are, by the text above them. */
const total = async (page) => Number(/^\d+/.exec(await page.locator(".list-count").innerText())?.[0]);

/** Types a query. */
async function type(page, query) {
  await page.fill("#zoek", "");
  await page.locator("#zoek").pressSequentially(query, { delay: 20 });
  await settled(page, query);
}

/** Unfolds the facet in which a box is, and gives the box. */
async function box(page, key, value) {
  const box = page.locator(`input[name="${key}"][value="${value}"]`);
  await box.evaluate((input) => { input.closest("details").open = true; });
  return box;
}

describe("the search page", () => {
  test("shows the results of kaartenbak search, in its order, as one types", async (t) => {
    const page = await search(t);
    for (const query of ["borstkanker", "suikerziekte", "DM2", "gonartrose", "keuzehulp prostaatkanker", "samen beslissen", "kank", "borst kanker", "samen-beslissen", "borstkankr", "ouderen", "PSA"]) {
      await type(page, query);
      const shown = await results(page);
      assert.ok(shown.length > 0, query);
      assert.deepEqual(shown.slice(0, 10), expected(query).slice(0, 10), query);
    }
  });

  test("marks the words, by elements and never by markup", async (t) => {
    const page = await search(t, "?q=borstkanker");
    const marks = await page.locator(`${found} h3 mark`).allInnerTexts();
    assert.ok(marks.length > 0 && marks.every((word) => /borstkanker/i.test(word)), marks.join());
  });

  test("says on a card what the card of a list says", async (t) => {
    const page = await newPage(t);
    const cards = () => page.locator("main .card").evaluateAll((cards) => Object.fromEntries(cards.map((card) => [
      new URL(card.querySelector("h3 a").href).pathname,
      [...card.querySelectorAll(".tab, h3, .flag, dt, dd")].map((e) => (e.classList.contains("unknown") ? "? " : "") + e.textContent.trim()),
    ])));
    for (const collection of collections) {
      await page.goto(`${host.root}${collection}/`);
      const listed = await cards();
      await page.goto(`${host.root}zoeken/?soort=${collection}&pagina=9`);
      await settled(page, "");
      const found = await cards();
      for (const [url, texts] of Object.entries(listed)) assert.deepEqual(found[url], texts, url);
    }
  });

  test("says how many there are, once, when the typing stops", async (t) => {
    const page = await search(t);
    await page.evaluate(() => {
      window.said = [];
      const status = document.querySelector("[data-search-status] [role=status]");
      new MutationObserver(() => window.said.push(status.textContent)).observe(status, { childList: true });
    });
    await type(page, "borstkanker");
    await page.waitForFunction(() => window.said.length > 0);
    assert.deepEqual(await page.evaluate(() => window.said), [`${await total(page)} kaarten gevonden`]);
  });

  test("puts what is withdrawn or put aside last, and says that it is; its own title finds it first", async (t) => {
    const page = await search(t, "?q=keuzehulp&pagina=10");
    const flags = await page.locator(".results > li").evaluateAll((rows) => rows.map((row) => Boolean(row.querySelector(".flag-ingetrokken, .flag-gearchiveerd, .flag-vervangen"))));
    const gone = entries(dir, "keuzehulpen").find(({ status, archief, vervangen_door }) => status === "ingetrokken" || archief || vervangen_door);
    if (!gone) return assert.ok(!flags.includes(true));
    assert.ok(flags.includes(true) && flags.includes(false), "there are both");
    assert.ok(!flags.slice(flags.indexOf(true)).includes(false), "what is gone is last");
    await page.goto(`${host.root}zoeken/?q=${encodeURIComponent(gone.titel)}`);
    await settled(page, gone.titel);
    assert.equal((await results(page))[0], `/keuzehulpen/${gone.id}/`);
  });

  test("filters, with counts that follow, without words too", async (t) => {
    const page = await search(t);
    for (const query of ["", "keuzehulp"]) {
      await page.goto(`${host.root}zoeken/${query && `?q=${query}`}`);
      await settled(page, query);
      for (const key of ["soort", "aandoeningen", "themas", "toegang"]) {
        const values = await page.locator(`input[name="${key}"]`).evaluateAll((boxes) => boxes.filter((box) => !box.closest("label").hidden).map((box) => ({ value: box.value, count: Number(box.closest("label").querySelector(".count").textContent) })));
        assert.ok(values.length > 1, `${query} ${key}`);
        for (const { value, count } of values.slice(0, 2)) {
          await (await box(page, key, value)).check();
          await page.waitForURL((url) => url.searchParams.get(key) === value);
          await settled(page, query);
          assert.equal(await total(page), count, `${query} ${key}=${value}`);
          await (await box(page, key, value)).uncheck();
          await page.waitForURL((url) => !url.searchParams.has(key));
          await settled(page, query);
        }
      }
    }
    await page.goto(`${host.root}zoeken/?soort=toolkits&soort=nieuws`);
    await settled(page, "");
    assert.equal(await total(page), entries(dir, "toolkits").length + entries(dir, "nieuws").length);
  });

  test("counts a value as if its own facet were off, and the others on", async (t) => {
    const page = await search(t, "?soort=toolkits");
    const count = (value) => page.locator(`input[name=soort][value=${value}] ~ .count`).innerText();
    for (const collection of collections) assert.equal(Number(await count(collection)), entries(dir, collection).length, collection);
    for (const value of await page.locator("label:not([hidden]) > input[name=themas]").evaluateAll((boxes) => boxes.map((box) => box.value))) {
      const among = entries(dir, "toolkits").filter(({ themas }) => [themas].flat().includes(value)).length;
      assert.equal(Number(await page.locator(`input[name=themas][value="${value}"] ~ .count`).textContent()), among, value);
    }
  });

  test("takes filters off one by one, or all at once", async (t) => {
    const page = await search(t, "?q=keuzehulp&soort=keuzehulpen&aandoening=borstkanker");
    const chips = page.locator(".search-chips button");
    assert.deepEqual(await page.locator(".search-chips [data-slot=text]").allInnerTexts(), ["Soort kaart: Keuzehulpen", "Aandoening: Borstkanker"]);
    const narrow = await total(page);
    await chips.nth(1).click();
    await page.waitForURL((url) => !url.searchParams.has("aandoeningen"));
    await settled(page, "keuzehulp");
    assert.ok((await total(page)) > narrow);
    assert.ok(await page.locator(".list-count").evaluate((head) => head === document.activeElement), "the focus is at the head of the results");
    await page.goto(`${host.root}zoeken/?q=keuzehulp&soort=keuzehulpen&aandoening=borstkanker`);
    await settled(page, "keuzehulp");
    await chips.last().click();
    await page.waitForURL((url) => url.search === "?q=keuzehulp");
    assert.equal(await chips.count(), 0);
  });

  test("knows what can be used at once", async (t) => {
    const page = await search(t, "?q=keuzehulp");
    if (!Number(await page.locator("[data-tally]").innerText())) {
      assert.ok(await page.locator(".search-direct").isHidden(), "what gives nothing is not offered");
      return;
    }
    await page.locator("[data-filter]").check();
    await page.waitForURL((url) => url.searchParams.get("kosten") === "gratis" && url.searchParams.get("toegang") === "open" && url.searchParams.get("talen") === "nl");
    await settled(page, "keuzehulp");
    const direct = await page.locator("[data-tally]").innerText();
    assert.equal(await total(page), Number(direct));
    assert.equal(await page.locator(".search-chips button").count(), 1, "one filter to take off");
    await page.locator(".search-chips button").click();
    await page.waitForURL((url) => url.search === "?q=keuzehulp");
    assert.equal(await page.locator("[data-filter]").isChecked(), false);
  });

  test("sorts by name, and by the newest check", async (t) => {
    const page = await search(t, "?soort=toolkits");
    await page.locator("select").selectOption("naam");
    await page.waitForURL(/sorteer=naam/);
    await settled(page, "");
    const names = await page.locator("[data-search-result]").allInnerTexts();
    assert.deepEqual(names, [...names].sort(new Intl.Collator("nl", { numeric: true, ignorePunctuation: true }).compare));
    await page.locator("select").selectOption("nagekeken");
    await page.waitForURL(/sorteer=nagekeken/);
    await settled(page, "");
    assert.equal((await results(page)).length, Math.min(20, entries(dir, "toolkits").length));
  });

  test("shows twenty, and more with the focus on the first of them", async (t) => {
    const page = await search(t, "?soort=keuzehulpen");
    assert.equal((await results(page)).length, 20);
    const first = await results(page);
    await page.locator("[data-more]").click();
    await page.waitForFunction(() => document.querySelectorAll("[data-search-result]").length === 40);
    assert.deepEqual((await results(page)).slice(0, 20), first);
    await page.waitForFunction(() => document.activeElement === document.querySelectorAll("[data-search-result]")[20]);
    assert.match(page.url(), /pagina=2/);
    await page.reload();
    await settled(page, "");
    assert.equal((await results(page)).length, 40);
  });

  test("keeps the search in the address, and the way back", async (t) => {
    const page = await search(t);
    const before = await page.evaluate(() => history.length);
    await type(page, "borstkanker");
    assert.equal(new URL(page.url()).search, "?q=borstkanker");
    assert.equal(await page.evaluate(() => history.length), before, "typing makes no steps");
    const all = await results(page);
    await (await box(page, "soort", "praktijkvoorbeelden")).check();
    await page.waitForURL(/soort=praktijkvoorbeelden/);
    await settled(page, "borstkanker");
    const some = await results(page);
    assert.ok(some.length > 0 && some.length < all.length);

    await page.locator("[data-search-result]").last().scrollIntoViewIfNeeded();
    const scrolled = await page.evaluate(() => scrollY);
    await page.locator("[data-search-result]").last().click();
    await page.waitForURL(/praktijkvoorbeelden\/[a-z]/);
    await page.goBack();
    await settled(page, "borstkanker");
    assert.deepEqual(await results(page), some);
    await page.waitForFunction((y) => Math.abs(scrollY - y) < 5, scrolled);
    await page.goBack();
    await page.waitForURL((url) => !url.searchParams.has("soort"));
    await settled(page, "borstkanker");
    assert.deepEqual(await results(page), all);
    assert.equal(await page.locator("input[name=soort]:checked").count(), 0);
    await page.goForward();
    await page.waitForURL(/soort=/);
    await settled(page, "borstkanker");
    assert.deepEqual(await results(page), some);
  });

  test("a typed search stays in the history once it is sent", async (t) => {
    const page = await search(t);
    await type(page, "borstkanker");
    await page.keyboard.press("Enter");
    await page.keyboard.type(" keuzehulp");
    await settled(page, "borstkanker keuzehulp");
    await page.goBack();
    await settled(page, "borstkanker");
    assert.equal(await page.inputValue("#zoek"), "borstkanker");
  });

  test("restores a search from keys in the singular, and passes over what it does not know", async (t) => {
    const page = await search(t, "?q=keuzehulp&aandoening=borstkanker&soort=keuzehulp&kleur=rood&sorteer=kleur&pagina=-3");
    assert.ok((await results(page)).length > 0);
    assert.equal(await (await box(page, "aandoeningen", "borstkanker")).isChecked(), true);
    assert.equal(await (await box(page, "soort", "keuzehulpen")).isChecked(), true);
    assert.equal(await page.locator("select").inputValue(), "");
    const facets = await page.locator("[data-facet]").evaluateAll((all) => all.map((facet) => [facet.dataset.facet, facet.dataset.alias, facet.querySelector("input").value]));
    await page.goto(`${host.root}zoeken/?${facets.map(([, alias, value]) => `${alias}=${value}`).join("&")}`);
    await settled(page, "");
    for (const [key, alias, value] of facets) assert.ok(await (await box(page, key, value)).isChecked(), `${alias}=${value}`);
    assert.deepEqual(facets.filter(([key, alias]) => key === alias).map(([key]) => key).sort(), ["fase", "gebruiksmoment", "kosten", "soort", "status", "taalniveau", "toegang", "toolkitsoort"], "all others have a singular");
    await page.goto(`${host.root}zoeken/?aandoening=bestaat-niet`);
    await settled(page, "");
    assert.equal(await total(page), 0);
    assert.ok(await page.locator('.search-nothing a[href$="insturen/"]').isVisible());
  });

  test("a correction is no answer", async (t) => {
    const page = await search(t, "?q=borstkankr");
    assert.match(await page.locator(".search-corrected").innerText(), /^Niets gevonden voor borstkankr\.\s+Lijkt op:\s+borstkanker/);
    assert.match(await page.locator(".list-count").innerText(), /lijk/);
    await page.locator(".search-corrected a").first().click();
    await settled(page, "borstkanker");
    assert.equal(await page.locator(".search-corrected").count(), 0);
    assert.match(page.url(), /q=borstkanker$/);
  });

  test("says where it looked for words between quotes, and what a minus left out", async (t) => {
    const page = await search(t, `?q=${encodeURIComponent('"artrose van de knie" -consultkaart')}`);
    const help = await page.locator(".search-help").innerText();
    assert.match(help, /Alleen kaarten met artrose van de knie in de titel, de samenvatting of een naam\./);
    assert.match(help, /Weggelaten zijn kaarten met:\s+consultkaart/);
    assert.deepEqual(await results(page), expected('"artrose van de knie" -consultkaart'));
    const all = await search(t, "?q=artrose+van+de+knie");
    assert.ok((await results(page)).length > 0 && (await total(page)) < (await total(all)));
  });

  test("a word with more meanings offers them all", async (t) => {
    const page = await search(t, "?q=PSA");
    assert.match(await page.locator(".search-meanings").innerText(), /^PSA kan betekenen:/);
    const links = await page.locator(".search-meanings a").evaluateAll((all) => all.map((link) => link.getAttribute("href")));
    assert.ok(links.length > 1 && links.every((href) => /^\.\.\/aandoeningen\/[a-z-]+\/$/.test(href)), links.join());
  });

  test("a condition is offered apart from the results", async (t) => {
    for (const query of ["borstkanker", "borstk", "borst kanker"]) {
      const page = await search(t, `?q=${query}`);
      await page.locator('.search-terms a[href="../aandoeningen/borstkanker/"]').click();
      await page.waitForURL(`${host.root}aandoeningen/borstkanker/`);
    }
  });

  test("nothing found: what is near, the A-Z, and the way to send in a card", async (t) => {
    const page = await search(t, "?q=borstkanker&soort=nieuws&sector=ggz");
    assert.equal(await total(page), 0);
    const help = page.locator(".search-nothing");
    assert.ok(await help.locator('a[href="../aandoeningen/"]').isVisible());
    assert.ok(await help.locator('a[href="../insturen/"]').isVisible());
    const near = help.locator("a[data-go]").first();
    const promised = Number(/\((\d+) kaart/.exec(await near.innerText())[1]);
    await near.click();
    await page.waitForFunction(() => document.querySelector("[data-search-result]"));
    assert.equal(await total(page), promised);
  });

  test("nothing found: no one is sent on with the small words of a question", async (t) => {
    const page = await search(t, "?q=niet+xyzzyplugh");
    assert.equal(await total(page), 0);
    assert.deepEqual(await page.locator(".search-nothing a[data-go]").allInnerTexts(), []);
  });

  test("an empty box shows all ways in", async (t) => {
    const page = await search(t);
    const ways = page.locator("#letter-A");
    assert.ok(await ways.isVisible());
    await type(page, "borstkanker");
    assert.ok(!(await ways.isVisible()));
    await page.fill("#zoek", "");
    await settled(page, "");
    assert.ok(await ways.isVisible());
    assert.equal((await results(page)).length, 0);
    assert.equal(new URL(page.url()).search, "");
    assert.equal(Number(await page.locator("input[name=soort][value=nieuws] ~ .count").innerText()), entries(dir, "nieuws").length);
  });

  const bad = {
    "a space": " ",
    "10,000 characters": "kanker ".repeat(1428) + "abcd",
    "one word of 10,000 characters": "a".repeat(10_000),
    "signs only": "?!… -- '\"&%#;/\\<>",
    emoji: "🫀🩺👨‍👩‍👧",
    "right to left": "מחלת לב \u202e سرطان",
    constructor: "constructor",
    proto: "__proto__",
    "to string": "toString hasOwnProperty",
    markup: '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>',
    percent: "100% %d %s",
  };
  for (const [name, query] of Object.entries(bad)) {
    test(`bears ${name}`, async (t) => {
      const page = await search(t);
      for (const way of ["typed", "in the address"]) {
        if (way === "typed") await page.fill("#zoek", query);
        else if (query.length > 5000) continue;
        else await page.goto(`${host.root}zoeken/?q=${encodeURIComponent(query)}&aandoening=${encodeURIComponent(query)}&__proto__=x&constructor=y`);
        await settled(page, query);
        assert.equal(await page.locator(found).getAttribute("data-search-status"), "ready", way);
        assert.equal(await page.evaluate(() => window.hacked), undefined);
        assert.equal(await page.locator("search-page img, search-page script").count(), 0);
        assert.equal(await page.inputValue("#zoek"), query, way);
        const text = await page.locator("search-page").innerText();
        assert.ok(text.length > 60 && !/undefined|\[object|NaN/.test(text), text.slice(0, 300));
      }
    });
  }

  test("runs the file of the index once", async (t) => {
    const page = await newPage(t);
    await page.addInitScript(() => {
      let register;
      window.runs = 0;
      Object.defineProperty(window, "kaartenbakIndex", {
        set: (given) => (register = given),
        get: () => (index, part, payload) => {
          if (part === "root") window.runs++;
          register(index, part, payload);
        },
      });
    });
    for (const address of ["?q=diabetes", ""]) {
      await page.goto(`${host.root}zoeken/${address}`);
      await page.fill("[name=q]", "suikerziekte");
      await settled(page, "suikerziekte");
      assert.equal(await page.evaluate(() => window.runs), 1, address);
    }
  });

  test("a missing or cut-off index gives a message and a way out", async (t) => {
    const files = readdirSync(join(dir, "assets")).filter((name) => isIndex.test(`/assets/${name}`));
    assert.ok(files.length > 0);
    // A slip needs all of them: the words that are Dutch too.
    const broken = {
      missing: (route) => route.fulfill({ status: 404, contentType: "text/html", body: "nee" }),
      "cut off": async (route) => {
        const body = await (await route.fetch()).text();
        await route.fulfill({ contentType: "text/javascript", body: body.slice(0, body.length / 2) });
      },
      empty: (route) => route.fulfill({ contentType: "text/javascript", body: "" }),
      changed: async (route) => {
        const body = await (await route.fetch()).text();
        await route.fulfill({ contentType: "text/javascript", body: body.replace(/[a-z]{9}/g, "kaartenba") });
      },
    };
    for (const file of files) {
      for (const [how, answer] of Object.entries(broken)) {
        const context = await browser.newContext();
        t.after(() => context.close());
        const page = await context.newPage();
        await page.route(`**/${file}`, answer);
        await page.goto(`${host.root}zoeken/?q=borstkankr`);
        await page.waitForSelector('[data-search-status="error"]');
        assert.ok(await page.locator('.search-error a[href="../aandoeningen/"]').isVisible(), `${file} ${how}`);
        assert.equal(await page.locator(found).getAttribute("data-search-query"), "borstkankr");
        assert.equal((await results(page)).length, 0);
        await page.unroute(`**/${file}`);
        await page.locator(".search-error button").click();
        await page.waitForSelector('[data-search-status="ready"]');
        assert.ok((await results(page)).length > 0, "and it goes on when the index is there");
      }
    }
  });

  test("without latest.js there is a message and a way out, and it goes on when that is there", async (t) => {
    const context = await browser.newContext();
    t.after(() => context.close());
    const page = await context.newPage();
    await page.route(/\/latest\.js/, (route) => route.abort());
    await page.goto(`${host.root}zoeken/?q=borstkanker`);
    await page.waitForFunction(() => customElements.get("search-page"));
    await page.waitForSelector('[data-search-status="error"]');
    assert.ok(await page.locator('.search-error a[href="../aandoeningen/"]').isVisible());
    await page.unroute(/\/latest\.js/);
    await page.locator(".search-error button").click();
    await settled(page, "borstkanker");
    assert.ok((await results(page)).length > 0);
  });

  test("in a page that was open while the site got another index, searches that one", async (t) => {
    const context = await browser.newContext();
    t.after(() => context.close());
    const page = await context.newPage();
    const old = readdirSync(join(dir, "assets")).find((name) => isIndex.test(`/assets/${name}`) && !name.endsWith("-w.js"));
    // The page has kept what latest.js said an hour ago, and the host has that index no more.
    await page.route(/\/latest\.js$/, (route) => route.fulfill({ contentType: "text/javascript", body: 'globalThis.kaartenbakLatest={"index":"assets/zoek-aaaaaaaaaa.js","form":""};' }));
    await page.goto(`${host.root}zoeken/?q=borstkanker`);
    await page.waitForSelector('[data-search-status="error"]');
    host.requests.length = 0;
    await page.locator(".search-error button").click();
    await settled(page, "borstkanker");
    assert.ok(host.requests.some((url) => url.endsWith(`/assets/${old}`)), host.requests.join());
  });

  test("without its script there is a way out too", async (t) => {
    const context = await browser.newContext();
    t.after(() => context.close());
    const page = await context.newPage();
    await page.route(/\/search\.[0-9a-f]+\.js$/, (route) => route.abort());
    await page.goto(`${host.root}zoeken/?q=borstkanker`);
    await page.waitForSelector('[data-search-status="error"]');
    assert.ok(await page.locator('.search-error a[href="../aandoeningen/"]').isVisible());
    await page.goto(`${host.root}zoeken/`);
    assert.ok(await page.locator("#letter-A").isVisible());
  });

  test("works by keyboard alone", async (t) => {
    const page = await search(t);
    await page.locator("#zoek").focus();
    await page.keyboard.type("borstkanker");
    await settled(page, "borstkanker");
    const press = async (key, until) => {
      for (let i = 0; i < 60; i++) {
        await page.keyboard.press(key);
        if (await page.evaluate(until)) return;
      }
      assert.fail(`not reached: ${until}`);
    };
    await press("Tab", () => document.activeElement.matches("input[name=soort]"));
    await page.keyboard.press("Space");
    await page.waitForURL(/soort=/);
    await settled(page, "borstkanker");
    assert.ok(await page.evaluate(() => document.activeElement.matches("input[name=soort]:checked")), "the focus stays on the box");
    await press("Tab", () => document.activeElement.matches("select"));
    await page.keyboard.press("ArrowDown");
    await page.waitForURL(/sorteer=/);
    await press("Tab", () => document.activeElement.matches(".search-chips button"));
    await page.keyboard.press("Enter");
    await page.waitForURL((url) => !url.searchParams.has("soort"));
    await press("Tab", () => document.activeElement.matches("[data-search-result]"));
    await page.keyboard.press("Enter");
    await page.waitForURL((url) => !url.pathname.endsWith("/zoeken/"));
  });

  test("has targets of 44 px, and nothing that sticks out at 320 px", async (t) => {
    for (const address of ["?q=keuzehulp&soort=keuzehulpen&talen=nl", "?q=borstkankr", "?q=PSA", "?q=xqzwv&soort=nieuws"]) {
      const page = await search(t, address, { viewport: { width: 320, height: 640 } });
      await page.evaluate(() => document.querySelectorAll("details").forEach((details) => { details.open = true; }));
      const { wide, small } = await page.evaluate(() => ({
        wide: document.documentElement.scrollWidth,
        small: [...document.querySelectorAll("search-page :is(button, select, summary, label.check, .chips a, #zoek)")]
          .filter((e) => e.checkVisibility() && e.getBoundingClientRect().height < 44)
          .map((e) => e.outerHTML.slice(0, 100)),
      }));
      assert.equal(wide, 320, address);
      assert.deepEqual(small, [], address);
    }
  });

  test("breaks no rule of axe, whatever is found", async (t) => {
    const made = await serve(sites.fixture, "/sub/"); // of which the page has all parts, and each of them few times
    t.after(() => made.close());
    const page = await newPage(t);
    for (const [address, ...parts] of [
      ["?q=keuzehulp&soort=keuzehulpen&talen=nl", ".search-chips button", ".flag-verouderd", ".flag-gearchiveerd"],
      ["?q=verzonnenitis&soort=keuzehulpen", ".search-terms"],
      ["?q=verzonnenitsi", ".search-corrected"],
      ["?q=VZO", ".search-meanings"],
      ["?q=verzonnenitis&soort=nieuws&toegang=open", ".search-nothing a[data-go]"],
      ["?q=xqzwv", ".search-nothing"],
    ]) {
      await page.goto(`${made.root}zoeken/${address}`);
      await settled(page, new URLSearchParams(address).get("q"));
      for (const part of parts) assert.ok(await page.locator(part).first().isVisible(), `${address}: ${part}`);
      assert.deepEqual(await broken(page), [], address);
    }
  });
});

describe("the search box", () => {
  const input = "search-box input";
  const list = "search-box [role=listbox]";

  /** A page with a search box, and what it asked of the host since it was loaded. */
  async function withBox(t, address = "keuzehulpen/", options) {
    const page = await newPage(t, options);
    await page.goto(host.root + address, { waitUntil: "load" });
    host.requests.length = 0;
    return page;
  }

  /** Waits for suggestions. */
  const suggested = (page) => page.waitForSelector(`${list}:not([hidden]) [role=option]`);

  test("is on every page, and loads nothing before it has the focus", async (t) => {
    for (const address of ["", "keuzehulpen/", "aandoeningen/borstkanker/", "over/", "404.html"]) {
      const page = await withBox(t, address);
      assert.equal(await page.locator("search-box form[role=search]").count(), 1, address);
      assert.match(await page.locator("search-box form").evaluate((form) => form.action), /\/sub\/zoeken\/$/);
      assert.ok((await page.locator("script[src]").evaluateAll((all) => all.map((script) => script.src))).every((src) => !/assets\/(search|zoek)|latest\.js/.test(src)), address);
      await page.focus(input);
      await page.waitForFunction(() => customElements.get("search-box"));
      await page.waitForLoadState("networkidle");
      const asked = host.requests.filter((url) => /assets\/(search|zoek)|latest\.js/.test(url));
      assert.equal(asked.length, new Set(asked).size, "each once");
      assert.ok(asked.some((url) => isIndex.test(url)), asked.join());
    }
  });

  test("is a combobox with conditions and titles", async (t) => {
    const page = await withBox(t);
    await page.focus(input);
    await page.waitForSelector("[role=combobox]");
    const attributes = () => page.locator(input).evaluate((input) => Object.fromEntries(["role", "aria-autocomplete", "aria-expanded", "aria-controls", "aria-activedescendant"].map((name) => [name, input.getAttribute(name)])));
    const { "aria-controls": controls, ...closed } = await attributes();
    assert.deepEqual(closed, { role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-activedescendant": null });
    assert.equal(await page.locator(`#${controls}`).getAttribute("role"), "listbox");
    await page.fill(input, "borstk"); // at once, so that suggestions come once
    await suggested(page);
    assert.equal((await attributes())["aria-expanded"], "true");
    const texts = await page.locator(`${list} [role=option]`).allInnerTexts();
    assert.match(texts[0], /^Borstkanker\s+Aandoening/);
    assert.ok(texts.some((text) => /Keuzehulpen/.test(text)));
    await page.locator("search-box [role=status]", { hasText: new RegExp(`^${texts.length} suggesties`) }).waitFor({ state: "attached" });

    await page.keyboard.press("ArrowDown");
    const active = await attributes();
    assert.equal(await page.locator(`#${active["aria-activedescendant"]}`).getAttribute("aria-selected"), "true");
    assert.equal(await page.locator(`${list} [aria-selected=true]`).count(), 1);
    await page.keyboard.press("ArrowUp");
    assert.equal((await attributes())["aria-activedescendant"], null, "back in the box");
    await page.keyboard.press("ArrowUp");
    assert.equal(await page.locator(`${list} [role=option]`).last().getAttribute("aria-selected"), "true");
    await page.keyboard.press("Escape");
    assert.equal((await attributes())["aria-expanded"], "false");
    assert.equal(await page.inputValue(input), "borstk");
    assert.equal(await page.evaluate(() => document.activeElement.id), "zoek");
    await page.keyboard.press("ArrowDown");
    await suggested(page);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.waitForURL(`${host.root}aandoeningen/borstkanker/`);
  });

  test("leads on by mouse, and closes when one leaves it", async (t) => {
    const page = await withBox(t);
    await page.focus(input);
    await page.keyboard.type("borstk");
    await suggested(page);
    await page.keyboard.press("Tab");
    assert.ok(await page.locator(list).isHidden());
    await page.focus(input);
    await suggested(page);
    await page.locator(`${list} [role=option]`).nth(1).click();
    await page.waitForURL(/\/sub\/[a-z]+\/[a-z0-9-]+\/$/);
  });

  test("sends the form with Enter, when nothing is chosen", async (t) => {
    for (const address of ["", "keuzehulpen/"]) {
      const page = await withBox(t, address);
      await page.focus(input);
      await page.keyboard.type("suikerziekte");
      await suggested(page);
      await page.keyboard.press("Enter");
      await page.waitForURL(`${host.root}zoeken/?q=suikerziekte`);
      await settled(page, "suikerziekte");
      assert.ok((await results(page)).length > 0);
    }
  });

  test("finds by lay word, medical word and abbreviation", async (t) => {
    const page = await withBox(t);
    await page.focus(input);
    for (const [word, first] of [["suikerziekte", "Diabetes (suikerziekte)"], ["DM2", "Diabetes type 2"], ["diabetes mellitus type 2", "Diabetes type 2"]]) {
      await page.fill(input, word);
      await page.waitForFunction(([selector, first]) => document.querySelector(selector)?.textContent.startsWith(first), [`${list} [role=option]`, first]);
      await page.fill(input, "");
    }
  });

  test("keeps quiet without its index, and the form works", async (t) => {
    const page = await withBox(t);
    await page.route("**/zoek-*.js", (route) => route.abort());
    await page.focus(input);
    await page.waitForSelector("[role=combobox]");
    await page.keyboard.type("borst");
    await page.waitForTimeout(500);
    assert.ok(await page.locator(list).isHidden());
    await page.keyboard.press("Enter");
    await page.waitForURL(/zoeken\/\?q=borst$/);
    await page.waitForSelector('[data-search-status="error"]');
  });

  test("breaks no rule of axe when it is open, and pushes nothing off the page", async (t) => {
    for (const address of ["", "keuzehulpen/"]) {
      const page = await withBox(t, address);
      await page.focus(input);
      await page.keyboard.type("samen");
      await suggested(page);
      await page.keyboard.press("ArrowDown");
      assert.deepEqual(await broken(page, { part: "search-box" }), [], address);
      assert.ok(await page.locator(list).isVisible());
      for (const width of [320, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= width, `${address} at ${width} px`);
      }
    }
  });
});

describe("elsewhere", () => {
  test("without script the form leads to all ways in", async (t) => {
    const page = await newPage(t, { javaScriptEnabled: false });
    for (const address of ["", "keuzehulpen/"]) {
      await page.goto(host.root + address);
      await page.fill("[role=search] [name=q]", "borstkanker");
      await page.keyboard.press("Enter");
      await page.waitForURL(`${host.root}zoeken/?q=borstkanker`);
      assert.ok(await page.locator("#letter-B").isVisible());
      assert.equal(await page.locator("input[type=checkbox]:visible, select:visible, [data-more]:visible").count(), 0);
      await page.locator('#letter-B a[href="../aandoeningen/borstkanker/"]').first().click();
      assert.ok(await page.locator("h1").isVisible());
    }
  });

  test("from disk, with index.html in every link", async (t) => {
    const out = mkdtempSync(join(tmpdir(), "kaartenbak-disk-"));
    t.after(() => rmSync(out, { recursive: true, force: true }));
    const run = kaartenbak(["build", "--portable", "--today", today, "--content", content.catalogue, "--out", out]);
    assert.equal(run.code, 0, run.err);
    const page = await newPage(t);
    await page.goto(pathToFileURL(join(out, "keuzehulpen/index.html")).href);
    await page.focus("#zoek");
    await page.keyboard.type("borstk");
    await page.waitForSelector("[role=option]");
    assert.ok((await page.locator("[role=option]").evaluateAll((all) => all.map((option) => option.href))).every((href) => href.endsWith("/index.html")));
    await page.keyboard.press("Enter");
    await page.waitForURL(/zoeken\/index\.html\?q=borstk$/);
    await settled(page, "borstk");
    await page.fill("#zoek", "borstkanker");
    await settled(page, "borstkanker");
    await page.waitForURL(/zoeken\/index\.html\?q=borstkanker$/);
    const links = await page.locator("[data-search-result], .search-terms a").evaluateAll((all) => all.map((link) => link.href));
    assert.ok(links.length > 1 && links.every((href) => href.endsWith("/index.html")), links.join());
    await page.locator("[data-search-result]").first().click();
    assert.ok(await page.locator("h1").isVisible());
    assert.match(page.url(), /^file:.*\/index\.html$/);
  });

  test("at the root of a host", async (t) => {
    const root = await serve(dir, "/");
    t.after(() => root.close());
    const page = await newPage(t);
    await page.goto(`${root.root}zoeken/?q=borstkanker`);
    await settled(page, "borstkanker");
    await page.locator("[data-search-result]").first().click();
    assert.match(new URL(page.url()).pathname, /^\/[a-z]+\/[a-z0-9-]+\/$/);
  });
});
