/**
 * Shows where a text has the words of a query. Nothing here makes HTML: the
 * pieces go into text nodes and mark elements.
 * @module
 */
import { areForms } from "./stem.js";
import { tokenize } from "./tokens.js";

/** @typedef {{text: string, hit: boolean}} Piece */

/** A word with what belongs to it, as a reader sees it. */
const chunk = /[\p{L}\p{N}\p{M}'’]+/gu;

/**
 * Says of a word whether a query asks for it: another form, a start that is
 * long enough, or inside a compound.
 * @param {string[]} words of the query, and what they were corrected to
 * @returns {(word: string) => boolean}
 */
export function matcher(words) {
  const long = words.filter((w) => w.length > 3);
  return (word) => words.some((w) => areForms(w, word)) || long.some((w) => word.startsWith(w) || word.endsWith(w));
}

/**
 * A text in pieces that match and pieces that do not.
 * @param {string} text
 * @param {(word: string) => boolean} matches
 * @returns {Piece[]}
 */
export function mark(text, matches) {
  /** @type {Piece[]} */
  const out = [];
  let end = 0;
  for (const found of text.matchAll(chunk)) {
    if (!tokenize(found[0]).some((t) => matches(t.word))) continue;
    const start = /** @type {number} */ (found.index);
    if (start > end) out.push({ text: text.slice(end, start), hit: false });
    end = start + found[0].length;
    out.push({ text: found[0], hit: true });
  }
  if (end < text.length) out.push({ text: text.slice(end), hit: false });
  return out;
}

/**
 * The part of a text with most of the words, cut between words.
 * @param {string} text
 * @param {(word: string) => boolean} matches
 * @param {number} length in characters
 * @returns {Piece[]}
 */
export function excerpt(text, matches, length) {
  if (text.length <= length) return mark(text, matches);
  const chunks = [...text.matchAll(chunk)].map((m) => {
    const start = /** @type {number} */ (m.index);
    return { start, end: start + m[0].length, words: tokenize(m[0]).map((t) => t.word).filter(matches) };
  });
  let best = 0;
  let most = -1;
  for (let i = 0; i < chunks.length; i++) {
    const seen = new Set();
    for (let j = i; j < chunks.length && chunks[j].end - chunks[i].start <= length; j++) chunks[j].words.forEach((w) => seen.add(w));
    if (seen.size > most) {
      most = seen.size;
      best = i;
    }
  }
  while (best > 0 && chunks[best].start > text.length - length) best--; // no shorter than it may be
  const from = best ? chunks[best].start : 0;
  let to = from;
  for (const c of chunks) if (c.start >= from && c.end - from <= length) to = c.end;
  const pieces = mark(text.slice(from, to), matches);
  if (from) pieces.unshift({ text: "… ", hit: false });
  if (to < text.length) pieces.push({ text: " …", hit: false });
  return pieces;
}
