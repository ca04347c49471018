/**
 * How far apart two words are that differ by slips of the finger: as package typos
 * of the program has it.
 * @module
 */

/** @param {number} length */
const makeRows = (length) => [0, 1, 2].map(() => new Uint16Array(length));

let rows = makeRows(64);

/** A bit for each letter; a slip changes two at most. @param {string} w */
function letters(w) {
  let set = 0;
  for (let i = 0; i < w.length; i++) set |= 1 << (w.charCodeAt(i) & 31);
  return set;
}

/** @param {number} bits */
function ones(bits) {
  let n = 0;
  for (; bits; bits &= bits - 1) n++;
  return n;
}

/**
 * Letters too many, too few, other ones, or two in the wrong order; more than limit
 * is limit + 1.
 * @param {string} a @param {string} b @param {number} limit
 */
export function distance(a, b, limit) {
  if (Math.abs(a.length - b.length) > limit || ones(letters(a) ^ letters(b)) > 2 * limit) return limit + 1;
  if (b.length >= rows[0].length) rows = makeRows(2 * b.length);
  let [before, last, row] = rows;
  for (let j = 0; j <= b.length; j++) last[j] = j;
  for (let i = 1; i <= a.length; i++) {
    row[0] = i;
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      let d = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) d = Math.min(d, before[j - 2] + 1);
      row[j] = d;
      least = Math.min(least, d);
    }
    if (least > limit) return limit + 1;
    [before, last, row] = [last, row, before];
  }
  return Math.min(last[b.length], limit + 1);
}
