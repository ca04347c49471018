// What the page of an entry costs over the wire on a first visit: all its files,
// as hosts send them with brotli. What the service worker gets later is apart. And
// how large a list of cards is, as it is read on a slow phone.
import assert from "node:assert/strict";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { brotliCompressSync, constants } from "node:zlib";
import { launch } from "./support/browser.mjs";
import { entries } from "./support/kinds.mjs";
import { filesOf } from "./support/pages.mjs";
import { serve } from "./support/server.mjs";
import { sites } from "./support/site.mjs";

const most = 25_000;

/** The most bytes of HTML of a list, which has 24 cards at most. */
const mostOfList = 35_000;

/** The bytes of a file over the wire. Small pictures are sent as they are. */
const weigh = (file) => {
  const data = readFileSync(file);
  return file.endsWith(".png") ? data.length : brotliCompressSync(data, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: data.length } }).length;
};

for (const [site, dir] of Object.entries(sites)) {
  describe(`the ${site}`, () => {
    test(`the heaviest page of an entry costs at most ${most} bytes`, async () => {
      const pages = readdirSync(join(dir, "data"))
        .filter((name) => name.endsWith(".json") && !["catalogus.json", "wijzigingen.json"].includes(name))
        .flatMap((name) => entries(dir, name.slice(0, -5)).map(({ id }) => `${name.slice(0, -5)}/${id}/`));
      assert.ok(pages.length > 20);
      const [heaviest] = pages.sort((a, b) => statSync(join(dir, b, "index.html")).size - statSync(join(dir, a, "index.html")).size);
      const bytes = weigh(join(dir, heaviest, "index.html"));

      const host = await serve(dir, "/");
      const browser = await launch();
      const page = await browser.newPage();
      await page.goto(host.root + heaviest, { waitUntil: "networkidle" });
      const others = host.requests.filter((url) => url !== `/${heaviest}`);
      await browser.close();
      await host.close();
      const sizes = Object.fromEntries([["the page", bytes], ...others.map((url) => [url, weigh(join(dir, url))])]);
      const all = Object.values(sizes).reduce((a, b) => a + b, 0);
      assert.ok(others.some((url) => url.endsWith(".css")) && others.some((url) => /\/site\./.test(url)), "the style and the script are counted");
      console.log(`${site}: ${heaviest} costs ${all} bytes`);
      assert.ok(all <= most, `${heaviest}: ${all} bytes: ${JSON.stringify(sizes)}`);
    });

    test(`no list of cards is larger than ${mostOfList} bytes`, (t) => {
      const lists = filesOf(dir).filter((name) => name.endsWith(".html") && readFileSync(join(dir, name), "utf8").includes('class="list-cards"'));
      const size = (name) => statSync(join(dir, name)).size;
      const [largest] = lists.sort((a, b) => size(b) - size(a));
      t.diagnostic(`${lists.length} lists; the largest is ${largest}: ${size(largest)} bytes`);
      assert.ok(lists.length > 20);
      assert.deepEqual(lists.filter((name) => size(name) > mostOfList).map((name) => `${name}: ${size(name)}`), []);
    });
  });
}
