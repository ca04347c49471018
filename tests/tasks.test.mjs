// Eleven things that a care professional comes to do in two minutes, on the catalogue
// that is shipped, on a phone and on a desktop: from the first page, by what is seen.
// None ends nowhere, and none takes more than four taps after typing, of which Enter is
// the end. Only who prints cards of four different aids has to choose these first.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { describe, test } from "node:test";
import { hosted } from "./support/hosted.mjs";
import { entries } from "./support/kinds.mjs";
import { readPrinted, readShown } from "./support/qr.mjs";
import { repository, sites } from "./support/site.mjs";

const { browser, host } = await hosted(sites.catalogue);

const devices = {
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true },
  desktop: { viewport: { width: 1280, height: 900 } },
};

/** The most taps after typing. */
const most = 4;

const aids = new Map(entries(sites.catalogue, "keuzehulpen").map((aid) => [aid.titel, aid]));

/** A visitor on the first page, with a hand that counts. */
async function arrive(device) {
  const context = await browser.newContext({ ...device, acceptDownloads: true });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  await page.addInitScript(() => { window.print = () => { window.printed = true; }; });
  await page.goto(host.root);
  let taps = 0;
  const results = page.locator("[data-search-status=ready] [data-search-result]");
  return {
    page,
    results,
    tap: async (locator) => {
      await locator.click();
      taps++;
    },
    /** Taps what leads to another page, and waits for that. */
    follow: async (locator) => {
      const before = page.url();
      await locator.click();
      taps++;
      await page.waitForURL(({ href }) => href !== before, { waitUntil: "load" });
    },
    /** Types on the first page. The first title that is found stands in the first screen. */
    search: async (words) => {
      await page.getByLabel("Waar zoekt u naar?").click();
      await page.keyboard.type(words);
      await page.keyboard.press("Enter");
      await results.first().waitFor();
      taps = 0;
      const box = await results.first().boundingBox();
      assert.ok(box && box.y + box.height <= device.viewport.height, `${words}: the first title ends at ${box && box.y + box.height}`);
    },
    /** The result with this title, or the first that matches. */
    result: (title) => results.filter({ hasText: title }).first(),
    /** Ends the visit, after at most so many taps. */
    leave: async (t, limit = most) => {
      t.diagnostic(`${taps} taps`);
      assert.ok(taps <= limit, `${taps} taps`);
      await context.close();
    },
  };
}

/** How the aid of this page opens: its own address on the button, or that it has none. */
async function opens(page) {
  const aid = aids.get((await page.locator("h1").innerText()).replaceAll("\u00ad", ""));
  assert.ok(aid, "the page of an aid");
  if (aid.link === "onbekend") assert.match(await page.locator("main").innerText(), /Adres niet bekend/);
  else assert.equal(await page.locator("a[data-open]").getAttribute("href"), aid.link);
  return aid;
}

for (const [name, device] of Object.entries(devices)) {
  describe(`a care professional on a ${name}`, () => {
    test("finds an aid for the knee, and sees how it opens", async (t) => {
      const { page, follow, search, results, leave } = await arrive(device);
      await search("knie");
      assert.match(await page.locator("[data-search-status=ready] .card dl").first().innerText(), /Lijst van|Op de site|Direct/, "the first that is found can be opened, and says so");
      await follow(results.first());
      const aid = await opens(page);
      assert.notEqual(aid.link, "onbekend");
      const button = await page.locator("a[data-open]").boundingBox();
      assert.ok(button && button.y + button.height <= device.viewport.height, "in the first screen");
      await leave(t);
    });

    test("finds an aid about prenatal screening, and sees that it is in Danish and that its address is not known", async (t) => {
      const { page, follow, search, results, leave } = await arrive(device);
      await search("prenatale screening");
      assert.match(await page.locator("[data-search-status=ready] .card").first().innerText(), /Deens/, "before it is opened");
      await follow(results.first());
      const aid = await opens(page);
      assert.ok(aid.aandoeningen.includes("prenatale-screening"));
      assert.ok(await page.locator("[data-field=talen]").first().isVisible());
      await leave(t);
    });

    test("finds an aid for a patient with kidney failure who reads little, and gives it to this patient", async (t) => {
      const { page, tap, follow, search, results, leave } = await arrive(device);
      await search("nierfalen, leest weinig");
      await follow(results.first());
      assert.match(await page.locator("[data-field=doelgroep]").innerText(), /beperkte gezondheidsvaardigheden/, "the first that is found is for this patient");
      await tap(page.getByText("QR-code", { exact: true }));
      const address = await page.locator(".qr-address").innerText();
      assert.equal(address, (await opens(page)).link);
      assert.equal(await readShown(page.locator(".qr")), address);
      await leave(t);
    });

    test("makes a slip in hernia, is told so, and finds aids", async (t) => {
      const { page, follow, search, results, leave } = await arrive(device);
      await search("henria");
      assert.match(await page.locator(".search-corrected").innerText(), /henria.*hernia/s);
      await follow(results.first());
      await opens(page);
      await leave(t);
    });

    test("finds examples on contracting, whom to ask, and the others of that theme", async (t) => {
      const { page, follow, search, result, leave } = await arrive(device);
      await search("contractering");
      await follow(result("contractering"));
      assert.match(page.url(), /praktijkvoorbeelden/);
      assert.ok(await page.locator("[data-field=contact]").isVisible(), "whom to ask, or that it is not known");
      const example = entries(sites.catalogue, "praktijkvoorbeelden").find(({ id }) => page.url().includes(`/${id}/`));
      const [theme] = example.themas;
      await follow(page.locator("[data-field=themas] a, .facts a").filter({ visible: true }).and(page.locator(`[href*="/themas/${theme}/"]`)).first());
      assert.ok(await page.locator(".card.kind-praktijkvoorbeelden").count() > 1);
      await leave(t);
    });

    test("finds a training for nurses, and sees for whom it is", async (t) => {
      const { page, follow, search, results, leave } = await arrive(device);
      await search("e-learning verpleegkundige");
      await follow(results.first());
      assert.match(page.url(), /toolkits/);
      assert.match(await page.locator("main").innerText(), /[Vv]erpleegkundige/);
      await leave(t);
    });

    test("prints cards of one aid to hand out, four on a sheet", async (t) => {
      const { page, tap, follow, search, results, leave } = await arrive(device);
      await search("nierwijzer");
      await follow(results.first());
      await tap(page.getByRole("button", { name: "Print 4 kaartjes" }));
      await page.waitForFunction(() => window.printed);
      const pdf = await page.pdf({ preferCSSPageSize: true });
      assert.deepEqual(readPrinted(pdf), Array(4).fill(aids.get("Nierwijzer").link));
      const words = execFileSync("pdftotext", ["-bbox", "-", "-"], { input: pdf, encoding: "utf8" });
      const left = Math.min(...[...words.matchAll(/xMin="([\d.]+)"/g)].map(([, x]) => Number(x)));
      assert.ok(left > 10 && left < 25, `the cards fill their paper: the first words are ${left} pt from its edge`);
      await leave(t);
    });

    test("prints cards of four aids, on one sheet", async (t) => {
      const { page, tap, follow, search, leave } = await arrive(device);
      await search("prostaatkanker");
      const found = page.locator("[data-search-status=ready] .card.kind-keuzehulpen");
      for (let i = 0; i < 4; i++) await tap(found.nth(i).getByRole("button", { name: /^Bewaar/ }));
      await follow(page.getByRole("link", { name: /^Mijn kaarten/ }).filter({ visible: true }).first());
      await page.locator("kept-cards[data-status=ready]").waitFor();
      await tap(page.getByRole("button", { name: /^Print als kaartjes/ }));
      await page.locator(".sheet-card").nth(3).waitFor({ state: "attached" });
      const pdf = await page.pdf({ preferCSSPageSize: true });
      assert.equal(new Set(readPrinted(pdf).filter(Boolean)).size, 4, "each has a code of its own");
      assert.equal(execFileSync("pdftotext", ["-", "-"], { input: pdf, encoding: "utf8" }).split("\f").length - 1, 1);
      await leave(t, 4 + 2); // four choose
    });

    test("compares three aids for prostate cancer", async (t) => {
      const { page, tap, follow, search, leave } = await arrive(device);
      await search("prostaatkanker");
      const found = page.locator("[data-search-status=ready] .card.kind-keuzehulpen");
      const titles = (await found.locator("h3").allInnerTexts()).slice(0, 3);
      for (let i = 0; i < titles.length; i++) await tap(found.nth(i).getByRole("button", { name: /^Vergelijk/ }));
      await follow(page.locator(".kept-bar").getByRole("link", { name: "Vergelijk" }));
      await page.locator("compare-cards[data-status=ready]").waitFor();
      assert.deepEqual(await page.locator("thead th").allTextContents(), titles);
      assert.match(await page.locator("compare-cards > [role=status]").innerText(), /^Ze verschillen op \d+ punten\.$/);
      assert.ok(await page.locator("tbody tr[data-field=beslissing]").isVisible());
      await leave(t);
    });

    test("looks for a meeting near, and is told that this one is off and that none is to come", async (t) => {
      const { page, follow, search, result, leave } = await arrive(device);
      await search("bijeenkomst utrecht");
      await follow(result("UMC Utrecht"));
      assert.match(await page.locator("main").innerText(), /Gaat niet door/);
      await follow(page.locator("main, .breadcrumbs").getByRole("link", { name: /Bijeenkomsten/ }).filter({ visible: true }).first());
      const text = await page.locator("main").innerText();
      const none = text.indexOf("weten wij van geen bijeenkomst");
      assert.ok(none > 0 && none < text.indexOf("Geweest"), "before what was");
      await leave(t);
    });

    test("reports that the address of an aid is dead: the last tap leaves", async (t) => {
      const { page, tap, follow, search, results, leave } = await arrive(device);
      await search("nierwijzer");
      await follow(results.first());
      await tap(page.locator("summary", { hasText: "Het adres werkt niet" }));
      const { link } = await opens(page);
      assert.equal(await page.locator(".report-address").innerText(), link);
      const last = page.getByRole("link", { name: "Een foutmelding, of niets" });
      const report = new URL(await last.getAttribute("href"));
      assert.equal(report.origin + report.pathname, `${repository}/issues/new`);
      for (const part of [link, "Een foutmelding", "keuzehulpen/nierwijzer"]) assert.ok(report.searchParams.get("body").includes(part), part);
      await page.context().route("**", (route) => route.abort());
      await tap(last);
      await leave(t);
    });

    for (const [by, words, fits] of [
      ["a code", "L90", ({ aandoeningen }) => aandoeningen.includes("artrose-knie")],
      ["a specialism", "keuzehulp orthopedie", ({ specialismen }) => specialismen?.includes("orthopedie")],
      ["a medicine", "methotrexaat", ({ behandelingen }) => behandelingen?.length > 0],
    ]) {
      test(`finds an aid by ${by}, and sees how it opens`, async (t) => {
        const { page, follow, search, leave } = await arrive(device);
        await search(words);
        await follow(page.locator("[data-search-status=ready] .card.kind-keuzehulpen [data-search-result]").first());
        assert.ok(fits(await opens(page)));
        await leave(t);
      });
    }
  });
}

test("on a phone the first title stands in the first screen, whatever is said above it", async () => {
  for (const words of ["kanker", "wat moet ik doen bij nierfalen en suikerziekte samen", "hernai en nierfalen qqq", "staar", "TIA"]) {
    const { page, search } = await arrive(devices.phone);
    await search(words);
    assert.ok(await page.locator(".search-help > *").count() > 0, words);
    await page.context().close();
  }
});

// Without typing, by menu and lists.
describe("who types nothing on a phone", () => {
  test("finds what a hospital in the region did and whom to ask", async (t) => {
    const { page, tap, follow, leave } = await arrive(devices.phone);
    await tap(page.locator("summary:visible", { hasText: "Menu" }));
    await follow(page.getByRole("link", { name: "Voorbeelden" }).first());
    await tap(page.locator("summary", { hasText: "Filter de kaarten" }));
    await tap(page.locator(".filter summary", { hasText: "Regio" }));
    await follow(page.locator(".filter a", { hasText: "Utrecht" }));
    await follow(page.locator(".card.kind-praktijkvoorbeelden h3 a", { hasText: "combispreekuur" }));
    assert.match(await page.locator("[data-field=organisaties]").innerText(), /St\. Antonius Ziekenhuis/);
    assert.ok(await page.locator("[data-field=contact]").isVisible(), "whom to ask, or that it is not known");
    await leave(t, 6);
  });

  test("narrows a list by two choices, with counts of what is left, and comes back", async (t) => {
    const { page, tap, follow, leave } = await arrive(devices.phone);
    await page.goto(`${host.root}keuzehulpen/`);
    await tap(page.locator("summary", { hasText: "Filter de kaarten" }));
    await follow(page.locator(".filter a", { hasText: "Specialisme" }));
    /** Ticks the first choice of an open facet, of which what gives nothing is not offered. */
    const choose = async (facet) => {
      const choice = page.locator(`[data-facet=${facet}] label:visible`).first();
      const left = Number(await choice.locator(".count").innerText());
      assert.ok(left > 0);
      await tap(choice);
      await page.waitForFunction((left) => document.querySelector(".list-count")?.textContent?.startsWith(`${left} `), left);
      return left;
    };
    await page.locator("[data-search-status=ready] [data-search-result]").first().waitFor();
    const counted = await choose("specialismen");
    assert.match(page.url(), /\/zoeken\/\?soort=keuzehulpen&specialismen=/);
    await tap(page.locator("[data-facet=status] summary"));
    assert.ok(await choose("status") <= counted, "choices add up");
    const both = page.url();
    assert.match(both, /specialismen=.*status=/);
    for (let i = 0; i < 3; i++) await page.goBack();
    assert.equal(page.url(), `${host.root}keuzehulpen/`);
    await leave(t, 5);
  });
});
