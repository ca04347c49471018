/**
 * The index of the site, and the addresses of its pages.
 * @module
 */
import { scripts } from "search-client/load.js";
import { Index } from "search-client/search.js";

/** @type {Index | undefined} one for the whole page */
let index;

/**
 * Opens the index that an element names, and reads it while the visitor begins to type.
 * @param {HTMLElement} element
 */
export function open(element) {
  if (!index) {
    const { href } = new URL(element.dataset.indexSrc ?? "", document.baseURI);
    const file = href.lastIndexOf("/") + 1;
    index = new Index(href.slice(file), scripts(href.slice(0, file)));
    index.open().catch(() => {}); // the search itself will say
  }
  return index;
}

/**
 * The address of a page, relative to this one. A site that is made to be opened
 * from disk has index.html in its links.
 * @param {HTMLElement} element that names the first page
 * @param {string} path from the root of the site, without the first slash
 */
export function address(element, path) {
  const [root, file] = /** @type {string} */ (element.dataset.rootHref).split(/(index\.html)$/);
  return root + path + (path.endsWith("/") ? (file ?? "") : "");
}

/**
 * Fills an element with a text of which some pieces are marked.
 * @param {Element} element
 * @param {import("search-client/highlight.js").Piece[]} pieces
 */
export function fill(element, pieces) {
  /** @type {(Text | HTMLElement)[]} */
  const out = [];
  pieces.forEach(({ text, hit }, i) => {
    // Words that follow each other are one mark.
    const joined = out[out.length - 1] instanceof HTMLElement && (hit || (text === " " && pieces[i + 1]?.hit));
    if (joined) out[out.length - 1].textContent += text;
    else if (hit) {
      const made = document.createElement("mark");
      made.textContent = text;
      out.push(made);
    } else out.push(new Text(text));
  });
  element.replaceChildren(...out);
}

/**
 * The words to mark in what was found: those of the query, and what they were
 * taken for. Short ones are left out beside longer ones: "de", "bij".
 * @param {import("search-client/search.js").Results} results
 */
export function wanted({ words, corrections, meanings }) {
  const known = words.map((w) => w.word).concat(corrections.flatMap((c) => c.like));
  for (const { ambiguous, terms } of meanings) if (!ambiguous) known.push(...terms[0].label.toLowerCase().split(/[^\p{L}\p{N}]+/u));
  const long = known.filter((w) => w.length > 3 || /\d/.test(w));
  return long.length ? long : known;
}
