// Lighthouse finds nothing to better in accessibility, best practices and what
// search engines read, on the pages that visitors use most; on each kind of page:
// soak/pages.test.mjs. How fast a page is depends on the machine: bench-pages.mjs.
import { after, describe, test } from "node:test";
import { isPerfect, judged, open } from "./support/lighthouse.mjs";

const { judge, close } = await open();
after(close);

describe("Lighthouse gives 100 of 100", () => {
  for (const [name, url] of Object.entries(judged)) test(name, () => isPerfect(judge, url));
});
