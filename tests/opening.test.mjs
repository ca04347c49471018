// How each aid of the catalogue is opened, on a phone: the button stands in the
// first screen, and the code for the patient is the aid's own address.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { hosted } from "./support/hosted.mjs";
import { entries } from "./support/kinds.mjs";
import { readShown } from "./support/qr.mjs";
import { Report } from "./support/report.mjs";
import { base, sites } from "./support/site.mjs";

const { browser, host } = await hosted(sites.catalogue);

const withAddress = entries(sites.catalogue, "keuzehulpen").filter(({ link }) => link !== "onbekend");
const isGone = ({ status, archief, vervangen_door }) => status === "ingetrokken" || archief || vervangen_door;
const needsCode = ({ toegang }) => !["open", "onbekend", undefined].includes(toegang);

describe("an aid with an address", () => {
  test("opens from the first screen of a phone, and its code is its own address unless it needs a code or is a list", async (t) => {
    const page = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage();
    const report = new Report();
    let own = 0;
    for (const aid of withAddress) {
      await page.goto(`${host.root}keuzehulpen/${aid.id}/`);
      const button = page.locator("a[data-open]");
      if (isGone(aid)) {
        if (await button.count() || await page.locator("[data-qr]").count()) report.add("can be opened or handed over though it is gone", aid.id);
        continue;
      }
      const box = await button.boundingBox();
      if (!box || box.y + box.height > 844) report.add("the button is below the first screen", `${aid.id}: ${box && Math.round(box.y + box.height)}`);
      if (await button.getAttribute("href") !== aid.link) report.add("the button leads elsewhere", aid.id);
      const itself = !needsCode(aid) && aid.link_soort !== "overzicht";
      const address = itself ? aid.link : `${base}/keuzehulpen/${aid.id}/`;
      await page.locator(".qr-fold summary").click();
      if (await readShown(page.locator(".qr")) !== address || await page.locator(".qr").getAttribute("data-qr") !== address) report.add("the code has another address", aid.id);
      own += itself ? 1 : 0;
    }
    await page.context().close();
    t.diagnostic(`${own} of ${withAddress.length} aids with an address hand over that address`);
    assert.ok(own > 0);
    report.check();
  });
});
