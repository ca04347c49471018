// Lighthouse on pages of the catalogue, as a phone sees them.
import assert from "node:assert/strict";
import lighthouse from "lighthouse";
import { launch } from "./browser.mjs";
import { kinds } from "./kinds.mjs";
import { freePort } from "./port.mjs";
import { serve } from "./server.mjs";
import { sites } from "./site.mjs";

const shipped = kinds(sites.catalogue);

/** The pages that visitors use most, by the names of their kinds. */
export const judged = { home: shipped.home, aid: shipped["rich aid"], listing: shipped.list, search: "zoeken/?q=suikerziekte" };

/**
 * Starts a browser and a host that sends brotli, as hosts do, and gives what judges
 * a page: `judge(url, settings)`, and `close`.
 */
export async function open() {
  const port = await freePort();
  const browser = await launch({ flags: [`--remote-debugging-port=${port}`], whole: true });
  const host = await serve(sites.catalogue, "/sub/", { brotli: true });
  return {
    async judge(url, settings) {
      for (let left = 2; ; left--) {
        const { lhr } = await lighthouse(host.root + url, { port, logLevel: "error", disableFullPageScreenshot: true, ...settings });
        if (!lhr.runtimeError) return lhr;
        if (!left) throw new Error(`${url}: ${lhr.runtimeError.message}`);
        // It saw no page, as happens on a machine with much to do, and asks to be run again: no score is lost.
      }
    },
    async close() {
      await browser.close();
      await host.close();
    },
  };
}

/** A category's score, of 100. */
export const score = (lhr, category) => Math.round(lhr.categories[category].score * 100);

/**
 * Fails where Lighthouse finds something to better in a page, however fast it is.
 * @param {(url: string, settings: object) => Promise<any>} judge
 * @param {string} url
 * @param {string[]} categories
 */
export async function isPerfect(judge, url, categories = ["accessibility", "best-practices", "seo"]) {
  const lhr = await judge(url, { onlyCategories: categories, throttlingMethod: "provided" });
  const short = categories
    .flatMap((category) => lhr.categories[category].auditRefs.map(({ id }) => lhr.audits[id]))
    .filter(({ score }) => score !== null && score < 1)
    .map(({ id, details }) => `${id}: ${JSON.stringify(details?.items ?? []).slice(0, 300)}`);
  assert.deepEqual(categories.map((category) => [category, score(lhr, category)]), categories.map((category) => [category, 100]), short.join("\n"));
}
