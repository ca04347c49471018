// The client makes of a text the words and stems that the Go side makes of it,
// in the browser: all words of Debian's wdutch, and odd texts of many scripts.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { launch } from "./support/browser.mjs";
import { project } from "./support/content.mjs";

test("words and stems are those of the Go side", async (t) => {
  const dir = mkdtempSync(join(tmpdir(), "kaartenbak-words-"));
  const words = join(dir, "words.jsonl");
  const server = createServer(async (request, response) => {
    const [, file] = /^\/(\w+\.js)$/.exec(request.url ?? "") ?? [];
    response.setHeader("Content-Type", file ? "text/javascript" : request.url === "/words" ? "text/plain; charset=utf-8" : "text/html");
    response.end(file ? await readFile(join(project, "search/client", file)) : request.url === "/words" ? await readFile(words) : "<!doctype html>");
  });
  t.after(() => {
    server.closeAllConnections();
    server.close();
    rmSync(dir, { recursive: true });
  });
  execFileSync("go", ["test", "-count=1", "./search"], { cwd: project, env: { ...process.env, KAARTENBAK_WORDS: words } });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  const browser = await launch();
  t.after(() => browser.close());
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${server.address().port}/`);
  const { count, differ } = await page.evaluate(async () => {
    const { tokenize } = await import("/tokens.js");
    const { lengthIn, snowball, stem } = await import("/stem.js");
    const differ = [];
    let count = 0;
    for (const line of (await (await fetch("/words")).text()).split("\n")) {
      if (!line) continue;
      count++;
      const text = JSON.parse(line)[0];
      const own = tokenize(text).map((k) => [k.word, stem(k.word), /[^a-z]/.test(k.word) ? "" : snowball(k.word), lengthIn(k.word, stem(k.word)), k.caps, k.hyphen]);
      const want = JSON.stringify(JSON.parse(line));
      const got = JSON.stringify([text, ...own]);
      if (got !== want && differ.length < 20) differ.push({ want, got });
    }
    return { count, differ };
  });
  assert.deepEqual(differ, []);
  assert.ok(count > 400_000, `${count} texts`);
});
