// Lighthouse finds nothing to better in accessibility, best practices and what
// search engines read. How fast a page is depends on the machine: bench-pages.mjs.
import assert from "node:assert/strict";
import { after, describe, test } from "node:test";
import { judged, open, score } from "./support/lighthouse.mjs";

const categories = ["accessibility", "best-practices", "seo"];
const { judge, close } = await open();
after(close);

describe("Lighthouse gives 100 of 100", () => {
  for (const [name, url] of Object.entries(judged)) {
    test(name, async () => {
      const lhr = await judge(url, { onlyCategories: categories, throttlingMethod: "provided" });
      const short = categories
        .flatMap((category) => lhr.categories[category].auditRefs.map(({ id }) => lhr.audits[id]))
        .filter(({ score }) => score !== null && score < 1)
        .map(({ id, details }) => `${id}: ${JSON.stringify(details?.items ?? []).slice(0, 300)}`);
      assert.deepEqual(categories.map((category) => [category, score(lhr, category)]), categories.map((category) => [category, 100]), short.join("\n"));
    });
  }
});
