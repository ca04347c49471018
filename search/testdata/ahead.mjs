// Says for each text, one in JSON a line, how long a fresh client waits for the
// next key, how many files it loads meanwhile, and how many more a search then
// needs: node ahead.mjs folder root-file
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
  const index = new Index(rootFile, load);
  await index.open();
  const text = JSON.parse(line);
  files = 0;
  const wait = index.ahead(text, 6);
  for (let before = -1; files > before; ) {
    before = files;
    await Promise.all(index.loading.values());
    await new Promise((done) => setTimeout(done)); // for what it then asks for
  }
  const ahead = files;
  await index.search({ text, limit: 6 });
  out.push(JSON.stringify({ wait, files: ahead, more: files - ahead }));
}
process.stdout.write(out.join("\n") + "\n");
