// Searches indexes whose files are damaged, one in JSON a line:
// {"root": name, "files": {name: content}, "query": text, "mended": {name: content}}
// and writes for each how that ended, and if it failed how it ended when some
// files were mended: {"end": text, "mended": text}
import { createInterface } from "node:readline";
import { IndexError } from "../client/format.js";
import { register, take } from "../client/load.js";
import { Index } from "../client/search.js";

const registered = new Map();
globalThis.kaartenbakIndex = (index, part, payload) => {
  registered.set(part, index);
  register(index, part, payload);
};
const out = [];
for await (const line of createInterface({ input: process.stdin })) {
  const { root, files, query, mended } = JSON.parse(line);
  const index = new Index(root, async (file) => {
    if (!Object.hasOwn(files, file)) throw new Error("404");
    try {
      (0, eval)(files[file]);
    } catch (e) {
      if (!(e instanceof SyntaxError)) throw e; // a script that does not parse calls nothing
    }
  });
  const search = async () => {
    try {
      const results = await index.search({ text: query, count: ["soort"], order: "naam" });
      return "found " + results.total;
    } catch (e) {
      return e instanceof IndexError ? e.reason : "failed: " + (e instanceof Error ? e.stack : e);
    }
  };
  const end = await search();
  Object.assign(files, mended);
  const again = end.startsWith("found") ? "" : await search();
  out.push(JSON.stringify({ end, mended: again }));
  for (const [part, index] of registered) take(index, part); // the next has a page of its own
}
process.stdout.write(out.join("\n") + "\n");
