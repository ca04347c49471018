// MiniSearch, as its makers advise for prefixes and typos.
import MiniSearch from "minisearch";

export const options = {
  fields: ["title", "headings", "body"],
  storeFields: ["title", "card"],
  searchOptions: { prefix: true, fuzzy: 0.2, boost: { title: 4 } },
};

export async function open() {
  const response = await fetch("index.json");
  const index = MiniSearch.loadJSON(await response.text(), options);
  return { search: async (text) => index.search(text).slice(0, 10) };
}
