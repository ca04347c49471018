// This project: its own client on its own files.
import { Index } from "CLIENT/search.js";
import { scripts } from "CLIENT/load.js";

const limit = 10;

export async function open() {
  const index = new Index(document.documentElement.dataset.root, scripts(""));
  /** @param {string} text */
  const search = async (text) => (await index.search({ text, limit })).hits.map((h) => ({ id: Number(/\d+/.exec(h.url)), title: h.title, card: h.card }));
  let timer = 0;
  return {
    search,
    /** As the search page does on each key. @param {string} text */
    typed: (text) =>
      new Promise((resolve, reject) => {
        clearTimeout(timer);
        timer = setTimeout(() => search(text).then(resolve, reject), index.ahead(text, limit));
      }),
    /** The same without its pause. @param {string} text */
    hurried: (text) => index.ahead(text, limit) > 100 || search(text),
  };
}
