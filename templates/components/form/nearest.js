/**
 * The candidate that an author most likely meant: as typos.Nearest of the program.
 * @module
 */
import { distance } from "search-client/distance.js";

/**
 * @param {string} word
 * @param {string[]} candidates
 */
export function nearest(word, candidates) {
  word = word.toLowerCase();
  const letters = word.replace(/[^\0-\uffff]/gu, "\ufffd"); // each counts once, as in Go; no candidate has such a letter
  let best = "";
  let limit = Math.min(2, Math.floor(letters.length / 3));
  for (const c of candidates) {
    if (c.toLowerCase() === word) return c;
    const d = distance(letters, c, limit);
    if (d <= limit) [best, limit] = [c, d - 1];
  }
  if (best) return best;
  // A name written half, or with more behind it. Go counts bytes here.
  const bytes = (/** @type {string} */ s) => new TextEncoder().encode(s).length;
  return candidates.find((c) => bytes(word) >= 4 && (c.startsWith(word) || (word.startsWith(c) && bytes(c) >= 4))) ?? "";
}
