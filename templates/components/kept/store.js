/**
 * The cards that a visitor keeps, and those that are chosen to compare. The first
 * stay on the device, the second as long as the tab. Nothing of it is sent.
 * @module
 */

/** @typedef {{id: string, kind: string, title: string, note?: string}} Card id is collection/name */

const bar = /** @type {HTMLElement} */ (document.querySelector(".kept-bar"));

/** The path of the first page, and the file name that a site opened from disk has in its links. */
const [root, file] = new URL(bar.dataset.rootHref ?? "", document.baseURI).pathname.split(/(index\.html)$/);

/** The address of a page, without the host. @param {string} path from the root, without its first slash */
export const address = (path) => root + path + (file ?? "");

/** The id of the entry at an address, or "". @param {string} url */
export function idOf(url) {
  const { pathname } = new URL(url, document.baseURI);
  const id = pathname.startsWith(root) ? pathname.slice(root.length).replace(/\/(index\.html)?$/, "") : "";
  return isID(id) ? id : "";
}

/** @param {unknown} id */
export const isID = (id) => typeof id === "string" && /^[a-z]+\/[a-z0-9-]+$/.test(id);

/** Cards are compared with their like, and only those that are made to be chosen from. @param {string} id */
export const canCompare = (id) => /^(keuzehulpen|praktijkvoorbeelden)\//.test(id);

export const most = 4; // to compare

const places = {
  kept: { storage: () => localStorage, key: `kaartenbak-kaarten ${root}` },
  compared: { storage: () => sessionStorage, key: `kaartenbak-vergelijken ${root}` },
};

/** What the browser would not keep: it holds for this page. @type {Record<string, string>} */
const memory = {};

/** @param {keyof typeof places} name @returns {Card[]} */
export function read(name) {
  const { storage, key } = places[name];
  try {
    const all = JSON.parse(memory[key] ?? storage().getItem(key) ?? "[]");
    return Array.isArray(all) ? all.filter((card) => isID(card?.id) && typeof card.title === "string") : [];
  } catch {
    return []; // broken, or not allowed
  }
}

/** @param {keyof typeof places} name @param {Card[]} cards */
export function write(name, cards) {
  const { storage, key } = places[name];
  const text = JSON.stringify(cards);
  try {
    storage().setItem(key, text);
    delete memory[key];
  } catch {
    memory[key] = text; // full, or not allowed
  }
  dispatchEvent(new Event("kept"));
}

/** Whether what was kept is lost with this page, as the browser would not have it. */
export const fleeting = () => memory[places.kept.key] !== undefined;

/** Whether another tab has changed what is kept. @param {StorageEvent} event */
export const concerns = ({ key }) => key === places.kept.key || key === null;

/**
 * Puts a card in, or takes it out.
 * @param {keyof typeof places} name @param {Card} card
 * @returns {boolean} whether it is in now
 */
export function toggle(name, card) {
  const cards = read(name);
  const others = cards.filter(({ id }) => id !== card.id);
  const out = others.length < cards.length;
  write(name, out ? others : [...cards, card]);
  return !out;
}

/** The ids in the address of this page. */
export const asked = () => [...new Set(new URLSearchParams(location.search).getAll("kaart").filter(isID))];

/** The address of a page for some cards. @param {string} path @param {string[]} ids */
export const addressFor = (path, ids) => address(path) + (ids.length ? "?" + ids.map((id) => "kaart=" + id).join("&") : "");
