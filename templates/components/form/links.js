/**
 * Links in a text that lead to no page or place of this site: as package check
 * finds them.
 * @module
 */
import { bodyKey, data, say, words } from "./data.js";
import { nearest } from "./nearest.js";
import { headingId } from "./slug.js";

/** @typedef {import("./markdown/check.js").Link} Link */
/** @typedef {import("./markdown/check.js").Told} Told */

/**
 * @param {Link[]} links
 * @param {string[]} headings the ids of those in the text
 * @param {Set<string>} own pages that are there because of this entry; the first is its own
 * @returns {Told[]}
 */
export function checkLinks(links, headings, own) {
  const [self] = own;
  const exists = (/** @type {string} */ url) => own.has(url) || data.pages.includes(url) || isEntry(url);
  /** @type {Told[]} */
  const problems = [];
  for (const { address, place } of links) {
    const hash = address.indexOf("#");
    const fragment = hash < 0 ? "" : address.slice(hash + 1);
    const url = (hash < 0 ? address : address.slice(0, hash)).split("?")[0];
    const tell = (/** @type {string} */ name, /** @type {string[]} */ ...args) => problems.push({ ...say(name, bodyKey, ...args), ...place });
    if (!url && fragment) {
      if (!anchor(headings, fragment)) tell("geen-plek", `#${fragment}`, placeHint(headings, "", fragment));
    } else if (url.startsWith("/") && !exists(url)) tell("geen-pagina", url, pageHint(url, exists));
    else if (url.startsWith("/") && fragment && (url === self || isEntry(url) || Object.hasOwn(data.headings, url))) {
      const there = url === self ? headings : (data.headings[url] ?? []);
      if (anchor(there, fragment) !== fragment) tell("geen-plek-daar", url, `#${fragment}`, placeHint(there, url, fragment));
    }
  }
  return problems;
}

/** @param {string} url */
function isEntry(url) {
  const [, collection, name] = /^\/([^/]+)\/([^/]+)\/$/.exec(url) ?? [];
  return Object.hasOwn(data.entries, collection ?? "") && data.entries[collection].some(([other]) => other === name);
}

/** The id of the heading that an author means by what stands behind #, or "". @param {string[]} ids @param {string} fragment */
function anchor(ids, fragment) {
  if (ids.includes(fragment)) return fragment;
  let plain = fragment;
  try {
    plain = decodeURIComponent(fragment);
  } catch {
    // it is no escape
  }
  const id = `k-${headingId(plain)}`;
  return ids.includes(id) ? id : "";
}

/** The page that the author most likely means. @param {string} url @param {(url: string) => boolean} exists */
function pageHint(url, exists) {
  if (exists(`${url}/`)) return words("pagina-streep", url).hint;
  const [, collection, name] = /^\/*([^/]*)\/(.*?)\/*$/s.exec(url) ?? [];
  const near = name !== undefined && Object.hasOwn(data.entries, collection) && nearest(name.replace(/\.md$/, ""), data.entries[collection].map(([other]) => other));
  return near ? words("bedoelt", `/${collection}/${near}/`).hint : words("pagina-naam", url.replace(/\/$/, "")).hint;
}

/** The place that the author most likely means. @param {string[]} ids @param {string} url @param {string} fragment */
function placeHint(ids, url, fragment) {
  const id = anchor(ids, fragment);
  if (id) return words("plek-adres", url, id).hint;
  if (!ids.length) return words("plek-geen-koppen").hint;
  const near = nearest(`k-${fragment.replace(/^k-/, "")}`, ids);
  if (near) return words("bedoelt", `${url}#${near}`).hint;
  return ids.length <= data.limits["weinig-begrippen"] ? words("plek-koppen", ids.join(", #")).hint : words("plek-naam").hint;
}
