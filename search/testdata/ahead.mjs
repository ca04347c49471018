// Says for each text, one in JSON a line, how long a fresh client waits for the
// next key, and how many files it loads meanwhile: node ahead.mjs folder root-file
import { readFile } from "node:fs/promises";
import { createInterface } from "node:readline";
import { register } from "../client/load.js";
import { Index } from "../client/search.js";

const [folder, rootFile] = process.argv.slice(2);
globalThis.kaartenbakIndex = register;
const out = [];
for await (const line of createInterface({ input: process.stdin })) {
  let files = 0;
  const load = async (file) => {
    files++;
    (0, eval)(await readFile(`${folder}/${file}`, "utf8"));
  };
  await load(rootFile); // with the page
  const wait = new Index(rootFile, load).ahead(JSON.parse(line));
  out.push(JSON.stringify({ wait, files: files - 1 }));
}
process.stdout.write(out.join("\n") + "\n");
