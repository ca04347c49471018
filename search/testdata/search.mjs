// Answers queries, one in JSON a line, from the index in a folder:
// node search.mjs folder root-file < queries
import { readFile } from "node:fs/promises";
import { createInterface } from "node:readline";
import { register } from "../client/load.js";
import { Index } from "../client/search.js";

const [folder, rootFile] = process.argv.slice(2);
globalThis.kaartenbakIndex = register;
let files = 0;
const index = new Index(rootFile, async (file) => {
  files++;
  (0, eval)(await readFile(`${folder}/${file}`, "utf8"));
});
const out = [];
for await (const line of createInterface({ input: process.stdin })) out.push(JSON.stringify(await index.search(JSON.parse(line))));
process.stdout.write(out.join("\n") + "\n");
process.stderr.write(files + " files\n");
