/**
 * Characters that do not belong in a text: as package characters finds them.
 * @module
 */
import { data, say, words } from "./data.js";

/** @typedef {{kind: string, char: string, count: number, meant?: string, at: number}} Find */

const misread = /^(?:Ã[\xa0-\xbf]|Â[\xa0°²³·«»]|â€)/;
const usual = (/** @type {number} */ c) => (c >= 32 && c <= 126) || (c >= 0xa0 && c < 0x300) || (c >= 0x2010 && c <= 0x2027) || c === 0x20ac || c === 10 || c === 9;
const mark = /^(?!\p{Variation_Selector})(?!\p{Default_Ignorable_Code_Point})[\p{Mn}\p{Me}]/u;
const concatenation = /[\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\u{110bd}\u{110cd}]/u;
const lookalike = /[ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο]|\p{Script=Cyrillic}|\p{Script=Armenian}|\p{Script=Cherokee}|\p{Script=Coptic}|\p{Script=Lisu}/u;

/**
 * The rule that a character breaks, by the name of its phrase; "" where it is fine.
 * @param {string} c
 * @param {string} before @param {string} after the characters beside it
 */
function judge(c, before, after) {
  const code = /** @type {number} */ (c.codePointAt(0));
  if (usual(code)) return "";
  if (code < 0xa0 || code === 0x2028 || code === 0x2029 || code === 0xfffd || code === 0xfffc || /\p{Noncharacter_Code_Point}/u.test(c)) return "control";
  if (/\p{Bidi_Control}/u.test(c)) return "richting";
  if (/\p{Variation_Selector}/u.test(c)) return selects(before, c, code) ? "" : "onzichtbaar";
  if (code === 0x200d || code === 0x200c) return joins(before, after, code) ? "" : "onzichtbaar";
  if (!concatenation.test(c) && (code === 0x2800 || /\p{Cf}|\p{Default_Ignorable_Code_Point}/u.test(c))) return "onzichtbaar";
  if (/\p{Co}/u.test(c)) return "pictogram";
  if ((code >= 0x1d400 && code <= 0x1d7ff) || (code >= 0x249c && code <= 0x24e9) || (code >= 0x1d00 && code <= 0x1d22) || (code >= 0xfb00 && code <= 0xfb06)) return "sier";
  return code >= 0xff10 && code <= 0xff5a && /[\p{L}\p{Nd}]/u.test(c) ? "sier" : "";
}

/** @param {string} before @param {string} selector @param {number} code */
function selects(before, selector, code) {
  if (!before || /\p{Variation_Selector}|\p{White_Space}|\p{Cc}/u.test(before)) return false;
  if (code >= 0xe0100) return /\p{Script=Han}/u.test(before);
  const c = /** @type {number} */ (before.codePointAt(0));
  if (selector === "\ufe0e" || selector === "\ufe0f") return /[#*0-9ℹ]/u.test(before) || (c > 0xa8 && !/[\p{L}\p{M}]/u.test(before));
  return c >= 0x1000;
}

/** @param {string} before @param {string} after @param {number} code */
function joins(before, after, code) {
  if (!before) return false;
  if (before === "\ufe0f" || /[\p{So}\p{Sk}]/u.test(before)) return code === 0x200d && /\p{S}/u.test(after);
  const c = /** @type {number} */ (before.codePointAt(0));
  return c >= 0x600 && c < 0x1e00 && /[\p{L}\p{M}]/u.test(before);
}

/** Whether a text holds nothing but signs that are always fine. @param {string} text */
const isPlain = (text) => /^[\x20-\x7e\n\t]*$/.test(text);

/** The characters that do not belong in a text, but for those of which only the word tells. @param {string} text @returns {Find[]} */
export function scan(text) {
  if (isPlain(text)) return [];
  /** @type {Find[]} */
  const found = [];
  const all = [...text];
  let at = 0;
  for (let i = 0; i < all.length; ) {
    const c = all[i];
    const start = i;
    const pair = misread.test(c + (all[i + 1] ?? "")) && c + all[i + 1];
    if (pair) {
      const meant = c === "Ã" ? String.fromCharCode(0xc0 | (pair.charCodeAt(1) & 0x3f)) : c === "Â" ? pair[1] : undefined;
      found.push({ kind: "misvormd", char: c, count: 1, meant, at });
      i += 2;
    } else if (c.charCodeAt(0) >= 0x300 && mark.test(c)) {
      while (i < all.length && all[i].charCodeAt(0) >= 0x300 && mark.test(all[i])) i++;
      if (i - start > data.limits.accenten) found.push({ kind: "accenten", char: c, count: i - start, at });
    } else {
      const kind = lookalike.test(c) ? "" : judge(c, all[i - 1] ?? "", all[i + 1] ?? "");
      i++;
      if (kind) {
        while (i < all.length && !lookalike.test(all[i]) && judge(all[i], all[i - 1], all[i + 1] ?? "") === kind) i++;
        found.push({ kind, char: c, count: i - start, at });
      }
    }
    for (let n = start; n < i; n++) at += all[n].length;
  }
  return found;
}

/** The first letter from another alphabet in each word with Latin letters too. @param {string} text @returns {Find[]} */
export function mixed(text) {
  if (isPlain(text)) return [];
  /** @type {Find[]} */
  const found = [];
  let latin = false;
  let other = { char: "", at: 0 };
  let at = 0;
  for (const c of `${text} `) {
    const here = at;
    at += c.length;
    if (c.charCodeAt(0) >= 0x300 && mark.test(c)) continue;
    if (!/\p{L}/u.test(c)) {
      if (latin && other.char) found.push({ kind: "alfabet", ...other, count: 1 });
      latin = false;
      other = { char: "", at: 0 };
    } else if (/\p{Script=Latin}/u.test(c)) latin = true;
    else if (!other.char && lookalike.test(c)) other = { char: c, at: here };
  }
  return found;
}

/**
 * The phrase for what is found, and what to fill in.
 * @param {Find} find
 * @returns {{name: string, args: (string | number)[]}}
 */
export function describe({ kind, char, count, meant }) {
  const code = /** @type {number} */ (char.codePointAt(0)).toString(16).toUpperCase().padStart(4, "0");
  const place = words("teken-code", `U+${code}`).message + (count > 1 ? words("teken-meer", count - 1).message : "");
  switch (kind) {
    case "misvormd":
      return { name: "teken-misvormd", args: [meant ?? words("teken-aanhaling").message] };
    case "alfabet":
      return { name: "teken-alfabet", args: [char, place] };
    case "accenten":
      return { name: "teken-accenten", args: [count, data.limits.accenten] };
    case "sier":
      return { name: "teken-sier", args: [char] };
    case "control":
      return { name: char === "\ufffd" ? "teken-verloren" : /[\x85\u2028\u2029]/.test(char) ? "teken-regel" : "teken-stuur", args: [place] };
  }
  return { name: `teken-${kind}`, args: [place] };
}

/**
 * @param {string} text
 * @param {string} path
 */
export function checkCharacters(text, path) {
  /** @type {Set<string>} */
  const seen = new Set();
  const problems = [];
  for (const find of [...scan(text), ...mixed(text)]) {
    const key = `${find.kind} ${text.slice(0, find.at).split("\n").length}`;
    if (seen.has(key)) continue; // one of a kind on a line is enough
    seen.add(key);
    const { name, args } = describe(find);
    problems.push(say(name, path, ...args));
  }
  return problems;
}
