// lunr with the Dutch of lunr-languages: stemmed words, starts of words, and one slip.
import lunr from "lunr";
import support from "lunr-languages/lunr.stemmer.support.js";
import nl from "lunr-languages/lunr.nl.js";

support(lunr);
nl(lunr);
export { lunr };

export async function open() {
  const [index, cards] = await Promise.all(["index.json", "cards.json"].map(async (name) => (await fetch(name)).json()));
  const found = lunr.Index.load(index);
  return {
    /** @param {string} text */
    async search(text) {
      const words = lunr.tokenizer(text).map(String);
      try {
        const hits = found.query((query) => {
          for (const word of words) {
            query.term(word, { boost: 100 });
            query.term(word, { boost: 10, usePipeline: false, wildcard: lunr.Query.wildcard.TRAILING });
            query.term(word, { usePipeline: false, editDistance: 1 });
          }
        });
        return hits.slice(0, 10).map(({ ref }) => ({ id: Number(ref), title: cards[ref][0], card: cards[ref][1] }));
      } catch {
        return []; // lunr 2.3.9 cannot expand some words
      }
    },
  };
}
