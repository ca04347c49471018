// Opens indexes whose files are damaged, one in JSON a line:
// {"root": name, "files": {name: content}, "query": text}
// and writes for each how the search ended.
import { createInterface } from "node:readline";
import { IndexError } from "../client/format.js";
import { register } from "../client/load.js";
import { Index } from "../client/search.js";

globalThis.kaartenbakIndex = register;
const out = [];
for await (const line of createInterface({ input: process.stdin })) {
  const { root, files, query } = JSON.parse(line);
  const index = new Index(root, async (file) => {
    if (!Object.hasOwn(files, file)) throw new Error("404");
    try {
      (0, eval)(files[file]);
    } catch (e) {
      if (!(e instanceof SyntaxError)) throw e; // a script that does not parse calls nothing
    }
  });
  try {
    const results = await index.search({ text: query, count: ["soort"], order: "naam" });
    out.push("found " + results.total);
  } catch (e) {
    out.push(e instanceof IndexError ? e.reason : "failed: " + (e instanceof Error ? e.stack : e));
  }
}
process.stdout.write(out.map((s) => JSON.stringify(s)).join("\n") + "\n");
