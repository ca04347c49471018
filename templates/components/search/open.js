/**
 * The index of the site, and the addresses of its pages.
 * @module
 */
import { IndexError } from "search-client/format.js";
import { scripts } from "search-client/load.js";
import { Index, pause } from "search-client/search.js";
import { forget, latest } from "../latest/latest.js";

/** The index that the site has now. One that is gone or broken is asked for again at the next search. */
class SiteIndex {
  /** @type {Promise<Index> | undefined} */
  opening;
  /** @type {Index | undefined} */
  opened;

  /** Opens the index, if it is not open yet. */
  open() {
    this.opening ??= latest("index").then(async (address) => {
      const file = address.lastIndexOf("/") + 1;
      const index = new Index(address.slice(file), scripts(address.slice(0, file)));
      await index.open();
      return (this.opened = index);
    });
    return this.opening;
  }

  /**
   * Does something with the index.
   * @template T
   * @param {(index: Index) => Promise<T>} ask
   */
  async use(ask) {
    try {
      return await ask(await this.open());
    } catch (error) {
      if (!this.opened || error instanceof IndexError) {
        this.opening = this.opened = undefined;
        forget();
      }
      throw error;
    }
  }

  /** @param {import("search-client/search.js").Query} query */
  search(query) {
    return this.use((index) => index.search(query));
  }

  /** @param {string} text @param {number} limit */
  suggest(text, limit) {
    return this.use((index) => index.suggest(text, limit));
  }

  /** @param {string} text @param {number} limit @returns {number} milliseconds, as of {@link Index.ahead} */
  ahead(text, limit) {
    return this.opened?.ahead(text, limit) ?? pause;
  }
}

/** One for the whole page. It opens while the visitor begins to type. */
export const index = new SiteIndex();
index.open().catch(() => {}); // the search itself will say

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
  const isLong = (/** @type {string} */ w) => w.length > 3 || /\d/.test(w);
  const typed = words.map((w) => w.word).concat(corrections.flatMap((c) => c.like));
  const long = typed.filter(isLong);
  const labels = meanings.flatMap(({ ambiguous, terms }) => (ambiguous ? [] : terms[0].label.toLowerCase().split(/[^\p{L}\p{N}]+/u)));
  return [...(long.length ? long : typed), ...labels.filter(isLong)];
}
