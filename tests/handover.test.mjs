// Handing over: the page of an entry is mailed, copied, shared, scanned and
// printed, by keyboard, and what is given is what was meant.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { describe, test } from "node:test";
import { hosted } from "./support/hosted.mjs";
import { entries } from "./support/kinds.mjs";
import { readPrinted, readShown } from "./support/qr.mjs";
import { Report } from "./support/report.mjs";
import { serve } from "./support/server.mjs";
import { base, sites } from "./support/site.mjs";

const aids = entries(sites.fixture, "keuzehulpen");
const open = aids.find(({ toegang, status }) => toegang === "open" && status === "actueel");
const closed = aids.find(({ toegang, link }) => toegang === "inlog-zorgverlener" && link !== "onbekend");
const withdrawn = aids.find(({ status }) => status === "ingetrokken");
const pageOf = ({ id }) => `${base}/keuzehulpen/${id}/`;

const { browser, host } = await hosted(sites.fixture);

describe("handing over", () => {
  /** The page of an aid; what the device can do is given to init. */
  async function visit(aid, { init, ...options } = {}) {
    const context = await browser.newContext({ viewport: { width: 360, height: 740 }, ...options });
    const page = await context.newPage();
    if (init) await page.addInitScript(init);
    await page.goto(`${host.root}keuzehulpen/${aid.id}/`);
    return page;
  }

  const press = async (page, selector) => {
    await page.locator(selector).focus();
    await page.keyboard.press("Enter");
  };

  for (const colorScheme of ["light", "dark"]) {
    test(`a reader finds the aid itself in its QR code where it is open, else our page, in ${colorScheme}`, async () => {
      for (const [aid, address] of colorScheme === "dark" ? [[open, open.link]] : [[open, open.link], [closed, pageOf(closed)]]) {
        const page = await visit(aid, { colorScheme });
        await press(page, ".qr-fold summary");
        assert.equal(await readShown(page.locator(".qr")), address);
        assert.equal(await page.locator(".qr-address").innerText(), address, "it is spelled out too");
        await page.context().close();
      }
    });
  }

  test("of a withdrawn aid there is nothing to hand over", async () => {
    const page = await visit(withdrawn, { init: () => { window.print = () => { window.printed = true; }; } });
    assert.equal(await page.locator("[data-open], .qr, [data-print-cards], [data-record], a[href^='mailto:?']").count(), 0);
    await page.goto(`${host.root}mijn-kaarten/?kaart=keuzehulpen/${withdrawn.id}&kaart=keuzehulpen/${open.id}`);
    await page.locator("[data-status=ready]").waitFor();
    await press(page, "kept-cards [data-print]");
    await page.waitForFunction(() => window.printed);
    assert.deepEqual(await page.locator(".sheet-card h2").allTextContents(), [open.titel]);
    assert.match(await page.locator("kept-cards > [role=status]").textContent(), /^1 kaart krijgt geen kaartje/);
    await page.context().close();
  });

  test("a line for the record has the day, what it is, and where", async () => {
    const page = await visit(open, { permissions: ["clipboard-read", "clipboard-write"] });
    await press(page, "[data-record]");
    await page.locator(".handover [role=status]", { hasText: "Gekopieerd" }).waitFor({ state: "attached" });
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), `${new Date().toLocaleDateString("nl-NL")}: Keuzehulp meegegeven: ${open.titel} (${open.link})`);
    await page.context().close();
  });

  test("what a patient takes home says nothing that is not known, and has room for a code that is given", async () => {
    for (const aid of aids.filter(({ status }) => status !== "ingetrokken")) {
      const page = await visit(aid, { init: () => { window.print = () => {}; } });
      if (await page.locator("[data-print-cards]").count()) {
        await press(page, "[data-print-cards]");
        const card = page.locator(".sheet-card").first();
        assert.doesNotMatch(await card.textContent(), /niet bekend|nagekeken|beperkte gezondheidsvaardigheden/i, aid.id);
        assert.equal(await card.locator(".sheet-code").count(), aid.toegang === "inlog-zorgverlener" && aid.link !== "onbekend" ? 1 : 0, aid.id);
      }
      await page.context().close();
    }
  });

  test("a mail says in plain text what it is and where", async () => {
    for (const aid of [open, closed]) {
      const page = await visit(aid);
      const mail = new URL(await page.locator('.handover a[href^="mailto:"]').getAttribute("href"));
      assert.equal(mail.searchParams.get("subject"), aid.titel);
      const body = mail.searchParams.get("body");
      for (const part of [aid.titel, pageOf(aid), ...(aid === open ? [open.link] : [])]) assert.ok(body.includes(part), `${part} in ${body}`);
      assert.doesNotMatch(mail.href, /\+/, "mail programs show a plus");
      assert.ok(mail.href.length < 2000, `${mail.href.length} characters`);
      await page.context().close();
    }
  });

  test("the link is copied, and that is said", async () => {
    const page = await visit(open, { permissions: ["clipboard-read", "clipboard-write"] });
    await press(page, "[data-copy]");
    await page.locator(".handover [role=status]", { hasText: "Gekopieerd" }).waitFor({ state: "attached" });
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), open.link);
    await page.context().close();
  });

  test("a share sheet opens where the device has one, and is not offered elsewhere", async () => {
    const without = await visit(open, { init: () => delete Navigator.prototype.share });
    assert.equal(await without.locator("[data-share]:visible").count(), 0);
    await without.context().close();
    const page = await visit(closed, {
      init: () => {
        Navigator.prototype.share = async (what) => { window.shared = what; };
      },
    });
    await press(page, "button[data-share]");
    assert.deepEqual(await page.evaluate(() => window.shared), { title: closed.titel, url: pageOf(closed) });
    await page.context().close();
  });

  test("four cards on a sheet of A4, each with a code that can be read", async () => {
    for (const aid of [open, closed]) {
      const page = await visit(aid, { init: () => { window.print = () => {}; } });
      await press(page, "[data-print-cards]");
      const pdf = await page.pdf({ preferCSSPageSize: true });
      const text = execFileSync("pdftotext", ["-", "-"], { input: pdf, encoding: "utf8" });
      assert.equal(text.split("\f").length - 1, 1, "one sheet");
      const info = execFileSync("pdfinfo", ["-"], { input: pdf, encoding: "utf8" });
      assert.match(info, /Page size:\s+59[45](\.\d+)? x 84[12](\.\d+)? pts/, "A4");
      const address = aid === open ? open.link : pageOf(aid);
      assert.deepEqual(readPrinted(pdf), Array(4).fill(address));
      assert.ok(text.replace(/\s+/g, "").includes(address), "the address is spelled out");
      await page.context().close();
    }
  });

  for (const [site, dir] of Object.entries(sites)) test(`no card is cut, however much there is to tell, in the ${site}`, async () => {
    const all = entries(dir, "keuzehulpen");
    const host = await serve(dir, "/");
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    const page = await context.newPage();
    await page.addInitScript(() => { window.print = () => { window.printed = true; }; });
    const note = "vraag een\n".repeat(40); // as long as a note can be, and one card has it of three
    const kept = all.map(({ id, titel }, i) => ({ id: `keuzehulpen/${id}`, kind: "Keuzehulp", title: titel, note: i % 3 ? "" : note }));
    await page.addInitScript((kept) => localStorage.setItem("kaartenbak-kaarten /", JSON.stringify(kept)), kept);
    await page.goto(`${host.root}mijn-kaarten/`);
    await page.locator("[data-status=ready]").waitFor();
    await press(page, "kept-cards [data-print]");
    await page.waitForFunction(() => window.printed);
    const report = new Report();
    const cut = () => [...document.querySelectorAll(".sheet-card")].map((card) => {
      const inside = card.getBoundingClientRect();
      const out = [...card.querySelectorAll("*")].filter((part) => {
        const box = part.getBoundingClientRect();
        return box.width > 0 && (box.bottom > inside.bottom + 1 || box.right > inside.right + 1); // a <wbr> has no box
      });
      return { title: card.querySelector("h2").textContent, out: out.map((part) => part.className || part.localName) };
    });
    const cards = await page.evaluate(cut);
    const handed = all.filter(({ status, archief, vervangen_door }) => status !== "ingetrokken" && !archief && !vervangen_door);
    assert.equal(cards.length, handed.length);
    assert.equal(new Set(await page.locator(".sheet-card").evaluateAll((all) => all.map((card) => getComputedStyle(card).fontSize))).size, 1, "one size of letter");
    for (const { title, out } of cards) if (out.length) report.add(out.join(), title);
    report.check();
    const pdf = await page.pdf({ preferCSSPageSize: true });
    const text = execFileSync("pdftotext", ["-", "-"], { input: pdf, encoding: "utf8" });
    assert.equal(text.split("\f").length - 1, Math.ceil(handed.length / 4), "four to a sheet");
    await context.close();
    await host.close();
  });

  test("the printed page has the code and the address", async () => {
    const page = await visit(open);
    const pdf = await page.pdf({ format: "A4" });
    assert.ok(execFileSync("pdftotext", ["-", "-"], { input: pdf, encoding: "utf8" }).replace(/\s+/g, "").includes(pageOf(open)));
    assert.ok(readPrinted(pdf).concat(readPrinted(pdf, 2)).includes(open.link), "the code");
    await page.context().close();
  });

  test("without script there are the mail and the code, and no button that does nothing", async () => {
    const page = await visit(open, { javaScriptEnabled: false });
    assert.equal(await page.locator(".handover button:visible, .tools:visible").count(), 0);
    assert.ok(await page.locator('.handover a[href^="mailto:"]').isVisible());
    await page.locator(".qr-fold summary").click();
    assert.ok(await page.locator(".qr").isVisible());
    await page.context().close();
  });
});
