// Five things that a newcomer comes to do, on the catalogue that is shipped, on a
// phone: from the first page, by what is seen, each with the clicks that it takes.
// Typing in a field that has the focus is no click; Enter is.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { describe, test } from "node:test";
import { hosted } from "./support/hosted.mjs";
import { readPrinted, readShown } from "./support/qr.mjs";
import { repository, sites } from "./support/site.mjs";

const { browser, host } = await hosted(sites.catalogue);

describe("a newcomer", () => {
  /** A phone on the first page, with a hand that counts. */
  async function arrive() {
    const context = await browser.newContext({ viewport: { width: 360, height: 740 }, hasTouch: true, acceptDownloads: true });
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    await page.addInitScript(() => { window.print = () => {}; });
    await page.goto(host.root);
    let clicks = 0;
    return {
      page,
      clicks: () => clicks,
      click: async (locator) => {
        await locator.click();
        clicks++;
      },
      search: async (words) => {
        await page.getByLabel("Waar zoekt u naar?").click();
        await page.keyboard.type(words);
        await page.keyboard.press("Enter");
        clicks += 2;
        await page.locator("[data-search-status=ready] [data-search-result]").first().waitFor();
      },
      leave: () => context.close(),
    };
  }

  test("finds an aid for a patient with kidney failure who reads little, and gives it to her, in 4 clicks", async () => {
    const { page, click, search, clicks, leave } = await arrive();
    await search("nierfalen, leest weinig");
    const first = page.locator("[data-search-result]").first();
    await click(first);
    assert.match(await page.locator("[data-field=doelgroep]").innerText(), /beperkte gezondheidsvaardigheden/, "the first that is found is for her");
    await click(page.getByText("QR-code", { exact: true }));
    const address = await page.locator(".qr-address").innerText();
    assert.equal(await readShown(page.locator(".qr")), address);
    assert.equal(clicks(), 4);
    await leave();
  });

  test("sees which aids there are for prostate cancer and in what they differ, in 6 clicks", async () => {
    const { page, click, clicks, leave } = await arrive();
    await click(page.getByRole("link", { name: "Zoek een aandoening, A–Z" }));
    await click(page.getByRole("link", { name: /^Prostaatkanker/ }).first());
    await page.getByRole("heading", { level: 1, name: "Prostaatkanker" }).waitFor();
    const aids = page.locator(".card.kind-keuzehulpen");
    const titles = (await aids.locator("h3").allInnerTexts()).slice(0, 3);
    for (let i = 0; i < titles.length; i++) await click(aids.nth(i).getByRole("button", { name: /^Vergelijk/ }));
    await click(page.locator(".kept-bar").getByRole("link", { name: "Vergelijk" }));
    await page.locator("compare-cards[data-status=ready]").waitFor();
    assert.deepEqual(await page.locator("thead th").allTextContents(), titles);
    assert.match(await page.locator("compare-cards > [role=status]").innerText(), /^Ze verschillen op \d+ punten\.$/);
    assert.ok(await page.locator("tbody tr[data-field=beslissing]").isVisible());
    assert.equal(clicks(), 6);
    await leave();
  });

  test("prints cards for three aids, in 6 clicks", async () => {
    const { page, click, clicks, leave } = await arrive();
    await click(page.getByRole("link", { name: "Alle keuzehulpen" }));
    const aids = page.locator(".card.kind-keuzehulpen");
    await click(aids.nth(0).getByRole("button", { name: /^Bewaar/ }));
    await click(aids.nth(1).getByRole("button", { name: /^Bewaar/ }));
    await click(aids.nth(2).getByRole("button", { name: /^Bewaar/ }));
    await click(page.locator(".kept-bar").getByRole("link", { name: /^Mijn kaarten/ }));
    await page.locator("kept-cards[data-status=ready]").waitFor();
    await click(page.getByRole("button", { name: /^Print als kaartjes/ }));
    await page.locator(".sheet-card").nth(2).waitFor({ state: "attached" });
    const pdf = await page.pdf({ preferCSSPageSize: true });
    assert.equal(new Set(readPrinted(pdf).filter(Boolean)).size, 3, "each has a code of its own");
    assert.equal(execFileSync("pdftotext", ["-", "-"], { input: pdf, encoding: "utf8" }).split("\f").length - 1, 1, "on one sheet");
    assert.equal(clicks(), 6);
    await leave();
  });

  test("finds what a hospital in the region did and whom to ask, in 6 clicks", async () => {
    const { page, click, clicks, leave } = await arrive();
    await click(page.locator("summary:visible", { hasText: "Menu" }));
    await click(page.getByRole("link", { name: "Voorbeelden" }).first());
    await click(page.locator("summary", { hasText: "Filter de kaarten" }));
    await click(page.locator(".filter summary", { hasText: "Regio" }));
    await click(page.locator(".filter a", { hasText: "Utrecht" }));
    await click(page.locator(".card.kind-praktijkvoorbeelden h3 a", { hasText: "combispreekuur" }));
    assert.match(await page.locator("[data-field=organisaties]").innerText(), /St\. Antonius Ziekenhuis/);
    assert.ok(await page.locator("[data-field=contact]").isVisible(), "whom to ask, or that it is not known");
    assert.equal(clicks(), 6);
    await leave();
  });

  test("narrows a list by two choices, with counts of what is left, and comes back", async () => {
    const { page, click, leave } = await arrive();
    await page.goto(`${host.root}keuzehulpen/`);
    await click(page.locator("summary", { hasText: "Filter de kaarten" }));
    await click(page.locator(".filter summary", { hasText: "Specialisme" }));
    const first = page.locator(".filter details", { hasText: "Specialisme" }).locator("a").first();
    const counted = Number(await first.locator(".count").innerText());
    await click(first);
    await page.locator("[data-search-status=ready] [data-search-result]").first().waitFor();
    const total = async () => Number((await page.locator(".list-count").first().innerText()).match(/\d+/)?.[0]);
    assert.equal(await total(), counted, "as many as the list said");
    assert.match(page.url(), /\/zoeken\/\?soort=keuzehulpen&specialismen=/);
    await click(page.locator("summary", { hasText: "Filter de kaarten" }));
    await page.locator("[data-facet=status] summary").click();
    const second = page.locator("[data-facet=status] label:visible").first();
    const left = Number(await second.locator(".count").innerText());
    assert.ok(left > 0 && left <= counted, "what gives nothing is not offered");
    await second.click();
    await page.waitForFunction((left) => document.querySelector(".list-count")?.textContent?.includes(String(left)), left);
    assert.equal(await total(), left, "choices add up");
    const both = page.url();
    assert.match(both, /specialismen=.*status=/);
    await page.goBack();
    await page.goBack();
    assert.equal(page.url(), `${host.root}keuzehulpen/`);
    await leave();
  });

  test("reports that the address of an aid is dead, in 5 clicks, of which the last leaves", async () => {
    const { page, click, search, clicks, leave } = await arrive();
    await search("nierwijzer");
    await click(page.locator("[data-search-result]").first());
    await click(page.locator("summary", { hasText: "Het adres werkt niet" }));
    const address = await page.locator("[data-open]").getAttribute("href");
    assert.equal(await page.locator(".report-address").innerText(), address);
    const report = new URL(await page.getByRole("link", { name: "Een foutmelding, of niets" }).getAttribute("href"));
    assert.equal(report.origin + report.pathname, `${repository}/issues/new`);
    for (const part of [address, "Een foutmelding", "keuzehulpen/nierwijzer"]) assert.ok(report.searchParams.get("body").includes(part), part);
    assert.equal(clicks() + 1, 5);
    await leave();
  });
});
