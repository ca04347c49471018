// Says for each query in how many rounds a fresh client loaded its files,
// after the root: node rounds.mjs folder root-file < queries
import { readFile } from "node:fs/promises";
import { createInterface } from "node:readline";
import { register } from "../client/load.js";
import { Index } from "../client/search.js";

const [folder, rootFile] = process.argv.slice(2);
globalThis.kaartenbakIndex = register;
const out = [];
for await (const line of createInterface({ input: process.stdin })) {
  let rounds = -1; // the root comes with the page
  let files = 0;
  let open = null;
  const index = new Index(rootFile, async (file) => {
    files++;
    if (!open) {
      rounds++;
      open = new Promise((resolve) => setTimeout(() => ((open = null), resolve(undefined)), 1));
    }
    await open;
    (0, eval)(await readFile(`${folder}/${file}`, "utf8"));
  });
  await index.search(JSON.parse(line));
  out.push(JSON.stringify({ rounds, files }));
}
process.stdout.write(out.join("\n") + "\n");
