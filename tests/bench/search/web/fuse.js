// Fuse.js, word by word, wherever in the text. It keeps and reads all texts.
import Fuse from "fuse.js";

export const options = {
  keys: [{ name: "title", weight: 4 }, { name: "headings", weight: 2 }, "body"],
  useTokenSearch: true,
  ignoreLocation: true,
  ignoreDiacritics: true,
  threshold: 0.3,
};

export async function open() {
  const [index, docs] = await Promise.all(["index.json", "docs.json"].map(async (name) => (await fetch(name)).json()));
  const fuse = new Fuse(docs, options, Fuse.parseIndex(index));
  return { search: async (text) => fuse.search(text, { limit: 10 }).map(({ item }) => item) };
}
