// This project: its own client on its own files.
import { Index } from "CLIENT/search.js";
import { scripts } from "CLIENT/load.js";

export async function open() {
  const index = new Index(document.documentElement.dataset.root, scripts(""));
  const search = async (text, limit = 10) => (await index.search({ text, limit })).hits.map((h) => ({ id: Number(/\d+/.exec(h.url)), title: h.title, card: h.card }));
  return {
    search,
    /** Results as one types: the words from the first letters, cards from the fourth. @param {string} text */
    typed: (text) => search(text, text.length < 4 ? 0 : 10),
  };
}
