// Searches twice by a clock that goes on a millisecond each time it is asked, which
// is after each step of reading, and says how many steps that were and how often
// others got their turn: node slices.mjs folder root-file
import { readFile } from "node:fs/promises";
import { register } from "../client/load.js";

const [folder, rootFile] = process.argv.slice(2);
globalThis.kaartenbakIndex = register;
let now = 0;
let turns = 0;
performance.now = () => now++;
globalThis.scheduler = { yield: async () => void turns++ };
const { Index } = await import("../client/search.js");
const index = new Index(rootFile, async (file) => {
  (0, eval)(await readFile(`${folder}/${file}`, "utf8"));
});
await index.search({ text: "suikerziekte" });
const steps = now;
await index.search({ text: "suikerziekte" });
process.stdout.write(JSON.stringify({ steps, turns, moreSteps: now - steps }));
