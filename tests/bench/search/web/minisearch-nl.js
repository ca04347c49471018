// MiniSearch with Dutch: accents off, Snowball's Dutch stemmer.
import MiniSearch from "minisearch";
import stemmers from "snowball-stemmers";
import { options as usual } from "./minisearch.js";

const dutch = stemmers.newStemmer("dutch");
export const options = {
  ...usual,
  /** @param {string} word */
  processTerm: (word) => dutch.stem(word.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase()),
};

export async function open() {
  const response = await fetch("index.json");
  const index = MiniSearch.loadJSON(await response.text(), options);
  return { search: async (text) => index.search(text).slice(0, 10) };
}
