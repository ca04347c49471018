// Builds the index of a peer: node build.mjs ENGINE corpus.json folder
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [engine, corpus, folder] = process.argv.slice(2);
const docs = JSON.parse(readFileSync(corpus, "utf8"));
/** @param {string} name @param {unknown} value */
const write = (name, value) => writeFileSync(join(folder, name), JSON.stringify(value));
const card = (d) => d.body.slice(0, 160);

switch (engine) {
  case "minisearch":
  case "minisearch-nl": {
    const { default: MiniSearch } = await import("minisearch");
    const { options } = await import(`./web/${engine}.js`);
    const index = new MiniSearch(options);
    index.addAll(docs.map((d) => ({ id: d.id, title: d.title, headings: d.headings, body: d.body, card: card(d) })));
    write("index.json", index);
    break;
  }
  case "lunr-nl": {
    const { lunr } = await import("./web/lunr-nl.js");
    const index = lunr(function () {
      this.use(lunr.nl);
      this.ref("id");
      this.field("title", { boost: 4 });
      this.field("headings", { boost: 2 });
      this.field("body");
      for (const d of docs) this.add(d);
    });
    write("index.json", index);
    write("cards.json", docs.map((d) => [d.title, card(d)]));
    break;
  }
  case "fuse": {
    const { default: Fuse } = await import("fuse.js");
    const { options } = await import("./web/fuse.js");
    const kept = docs.map(({ id, title, headings, body }) => ({ id, title, headings, body, card: body.slice(0, 160) }));
    write("index.json", Fuse.createIndex(options.keys, kept));
    write("docs.json", kept);
    break;
  }
  default:
    throw new Error("no engine " + engine);
}
