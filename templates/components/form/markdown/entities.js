/**
 * What entities and backslashes stand for, as in &eacute; and \#.
 * @module
 */
import { data } from "../data.js";
import { isSign } from "./text.js";

/** @type {Map<string, string> | undefined} */
let known;

/** @param {string} name */
function named(name) {
  if (!known) {
    known = new Map();
    const all = data.words.entiteiten;
    for (let i = 0; i < all.length; i += 2) known.set(all[i], all[i + 1]);
  }
  return known.get(name);
}

/** @param {number} code */
const character = (code) => (code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : "\ufffd");

/** A whole entity, in parts: its decimal number, its hexadecimal one, or its name. */
const whole = /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z][A-Za-z0-9]{1,37}));/y;

/**
 * The entity at a place in a text.
 * @param {string} text @param {number} at
 * @returns {{decoded: string, size: number} | undefined}
 */
export function entity(text, at) {
  whole.lastIndex = at;
  const found = whole.exec(text);
  if (!found) return undefined;
  const [all, decimal, hexadecimal, name] = found;
  const decoded = name ? named(name) : character(decimal ? Number(decimal) : parseInt(hexadecimal, 16));
  return decoded === undefined ? undefined : { decoded, size: all.length };
}

/** An address as it will be in the page. @param {string} written */
export const decodeAddress = (written) =>
  written
    .replace(/\\([!-/:-@[-`{-~])/g, "$1")
    .replace(/&#(?:[xX]([0-9a-fA-F]+)|(\d{1,7}));/g, (_, hexadecimal, decimal) => character(hexadecimal ? parseInt(hexadecimal, 16) : octal(decimal)))
    .replace(/&([A-Za-z0-9]+);/g, (all, name) => named(name) ?? all);

/** A number as the program's reader has it: a zero before it makes it octal. @param {string} digits */
const octal = (digits) => (/^0[0-7]*$/.test(digits) ? parseInt(digits, 8) : digits[0] === "0" ? 0 : Number(digits));

/**
 * The parts of a text: what each stands for, and where it stood.
 * @param {string} text
 * @returns {{text: string, at: number, decoded: boolean}[]} decoded is whether an entity stood there
 */
export function parts(text) {
  const made = [];
  let from = 0;
  for (let i = 0; i < text.length; ) {
    const escaped = text[i] === "\\" && isSign(text[i + 1]);
    const found = text[i] === "&" ? entity(text, i) : undefined;
    if (!escaped && !found) {
      i++;
      continue;
    }
    if (from < i) made.push({ text: text.slice(from, i), at: from, decoded: false });
    if (found) {
      made.push({ text: found.decoded, at: i, decoded: true });
      from = i += found.size;
    } else {
      from = i + 1;
      i += 2;
    }
  }
  if (from < text.length || !made.length) made.push({ text: text.slice(from), at: from, decoded: false });
  return made;
}
