/**
 * From a text to words, equal to analyse.go.
 * @module
 */

/** @type {Record<string, string>} */
const letterFolds = {
  ß: "ss", æ: "ae", Æ: "AE", œ: "oe", Œ: "OE", ø: "o", Ø: "O",
  ł: "l", Ł: "L", đ: "d", Đ: "D", ð: "d", Ð: "D", þ: "th", Þ: "TH", ı: "i",
  α: "alfa", β: "beta", γ: "gamma", ς: "σ",
  "‘": "'", "’": "'", ʼ: "'", "´": "'", "`": "'", "′": "'", "‐": "-", "‑": "-", "\u00ad": "",
};
const folded = new RegExp("[" + Object.keys(letterFolds).join("") + "]", "g");
/** @param {string} text */
const refold = (text) => text.replace(folded, (c) => letterFolds[c]);

const marks = /[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670]/g;
const ideographs = "\u3041-\u30fa\u4e00-\u9fff";
const letters =
  "0-9A-Za-z\u00df-\u00f6\u00f8-\u02af\u0370-\u0373\u0376\u0377\u0386\u0388-\u038a\u038c\u038e-\u03a1\u03a3-\u03f5\u03f7-\u0481" +
  "\u048a-\u052f\u0561-\u0587\u05d0-\u05ea\u0620-\u064a\u0660-\u0669\u0671-\u06d3\u06f0-\u06fc\u1100-\u11ff" +
  "\u1200-\u1248\u1260-\u1286\u12c8-\u12d6\u1318-\u135a";
const ideograph = new RegExp(`[${ideographs}]`);
const pieces = new RegExp(`[${ideographs}]|[${letters}]+|-`, "g");
const letter = new RegExp(`[${letters}${ideographs}]`);
/** @param {string | undefined} c */
const isWord = (c) => c !== undefined && letter.test(c);
/** @param {string | undefined} c */
const isLetter = (c) => c !== undefined && /[A-Za-z]/.test(c);

export const maxWord = 48;

/** @typedef {{word: string, caps: boolean, hyphen: boolean}} Token */

/**
 * The letters that are compared: without accents and compatibility forms.
 * @param {string} text
 */
export function fold(text) {
  return /[^\0-\x7f]|`/.test(text) ? refold(refold(text).normalize("NFKD").replace(marks, "")) : text;
}

/**
 * The words of a text, each with whether it is in capitals only and whether
 * just a hyphen stands before it.
 * @param {string} text
 * @returns {Token[]}
 */
export function tokenize(text) {
  const clean = fold(text).replace(/'[sS]?|\./g, (found, i, all) => {
    if (found === ".") {
      const inside = isLetter(all[i - 1]) && isLetter(all[i + 1]) && !isWord(all[i - 2]) && !isWord(all[i + 2]);
      return inside ? "" : " ";
    }
    if (!isWord(all[i - 1]) || !isWord(all[i + 1])) return " " + found.slice(1);
    return found.length > 1 && !isWord(all[i + 2]) ? "" : found.slice(1);
  });
  /** @type {Token[]} */
  const out = [];
  let end = -1;
  for (const found of clean.matchAll(pieces)) {
    const [piece] = found;
    if (piece === "-") continue;
    const start = /** @type {number} */ (found.index);
    const alone = ideograph.test(piece);
    out.push({
      word: piece.toLowerCase().replace(/ς/g, "σ").slice(0, maxWord),
      caps: /^[A-Z]{2,}$/.test(piece),
      hyphen: !alone && end > 0 && start === end + 1 && clean[end] === "-",
    });
    end = alone ? -1 : start + piece.length;
  }
  return out;
}
