/**
 * The candidate that an author most likely meant: as field.Nearest of the program.
 * @module
 */

/**
 * @param {string} word
 * @param {string[]} candidates
 */
export function nearest(word, candidates) {
  word = word.toLowerCase();
  const letters = [...word];
  let best = "";
  let least = Math.floor(letters.length / 3) + 1;
  for (const c of candidates) {
    if (c.toLowerCase() === word) return c;
    const d = distance(letters, [...c], least);
    if (d < least) [best, least] = [c, d];
  }
  if (best) return best;
  // A name written half, or with more behind it. Go counts bytes here.
  const bytes = (/** @type {string} */ s) => new TextEncoder().encode(s).length;
  return candidates.find((c) => bytes(word) >= 4 && (c.startsWith(word) || (word.startsWith(c) && bytes(c) >= 4))) ?? "";
}

/** The optimal string alignment distance, or limit. @param {string[]} a @param {string[]} b @param {number} limit */
function distance(a, b, limit) {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  /** @type {number[]} */
  let before = [];
  let last = b.map((_, j) => j).concat(b.length);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    [before, last] = [last, row];
  }
  return Math.min(last[b.length], limit);
}
