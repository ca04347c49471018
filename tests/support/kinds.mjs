// One page of each kind, by what stands in the content and not by name, so that
// the content may change.
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { filesOf } from "./pages.mjs";

/** The entries of a collection in a built site, as their JSON has them. */
export function entries(dir, collection) {
  return JSON.parse(readFileSync(join(dir, "data", `${collection}.json`), "utf8"));
}

/** How many fields of an entry have a known value. */
const known = (entry) => Object.values(entry).filter((value) => value !== "onbekend").length;

/** The entry for which score is highest. */
function most(all, score) {
  return all.reduce((best, entry) => (score(entry) > score(best) ? entry : best));
}

/** The first page that is a folder below a folder. */
function firstIn(dir, folder) {
  const name = readdirSync(join(dir, folder)).sort().find((name) => existsSync(join(dir, folder, name, "index.html")));
  if (!name) throw new Error(`no page below ${folder} in ${dir}`);
  return `${folder}/${name}/`;
}

/**
 * The address of one page of each kind, from the root of the site.
 * @param {string} dir of a built site
 * @returns {Record<string, string>}
 */
export function kinds(dir) {
  const page = (collection, score) => `${collection}/${most(entries(dir, collection), score).id}/`;
  const marks = (set) => (Array.isArray(set.competenties) ? set.competenties : []).reduce((n, one) => n + Object.keys(one.dekking ?? {}).length, 0);
  return {
    home: "",
    list: "keuzehulpen/",
    "filtered list": firstIn(dir, "keuzehulpen/toegang"),
    "thin aid": page("keuzehulpen", (aid) => -known(aid)),
    "rich aid": page("keuzehulpen", known),
    example: page("praktijkvoorbeelden", known),
    toolkit: page("toolkits", known),
    "competency set": page("competentiesets", (set) => 1000 * marks(set) + known(set)),
    meeting: page("bijeenkomsten", known),
    agenda: "bijeenkomsten/",
    news: page("nieuws", known),
    condition: firstIn(dir, "aandoeningen"),
    organisation: firstIn(dir, "organisaties"),
    "A-Z": "aandoeningen/",
    text: "over/",
    submit: "insturen/",
    form: "insturen/praktijkvoorbeeld/",
    data: "data/",
    search: "zoeken/",
    compare: `vergelijken/?${entries(dir, "keuzehulpen").slice(0, 3).map(({ id }) => `kaart=keuzehulpen/${id}`).join("&")}`,
    changes: "wijzigingen/",
    editors: "redactie/",
    offline: "zonder-internet/",
    kept: `mijn-kaarten/?${entries(dir, "keuzehulpen").slice(0, 2).map(({ id }) => `kaart=keuzehulpen/${id}`).join("&")}`,
    "not found": "404.html",
  };
}

/**
 * The pages that differ from each other in more than a name and in which cards they
 * list: all but the pages of terms and of filters, of which it has the largest in
 * each folder.
 * @param {string} dir of a built site
 */
export function differing(dir) {
  const entry = new Set(entries(dir, "catalogus").kaarten.map(({ collectie, id }) => `${collectie}/${id}/index.html`));
  const largest = new Map();
  const size = (file) => statSync(join(dir, file)).size;
  for (const file of filesOf(dir).filter((name) => name.endsWith(".html"))) {
    const folder = dirname(dirname(file));
    const kind = entry.has(file) || folder === "." ? file : folder;
    if (!largest.has(kind) || size(file) > size(largest.get(kind))) largest.set(kind, file);
  }
  return [...largest.values()];
}
