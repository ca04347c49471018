/**
 * What in a text may be about one person: as package personal finds it.
 * @module
 */
import { data, pattern, say, short } from "./data.js";

/** @typedef {{name: string, args: string[], at: number}} Find the name of a phrase, what to fill in, and the place */

/**
 * @param {string} text
 * @param {(at: number) => boolean} inLink whether a link or code stands at a place
 */
export function findPersonal(text, inLink) {
  /** @type {Find[]} */
  const found = [];
  for (let i = 0; i < text.length; i++) {
    if (text[i] === "@") mail(text, i, found);
    else if (/[0-9]/.test(text[i])) i = numbers(text, i, inLink, found);
  }
  return found;
}

/** An address that is of one person. @param {string} address @param {number} [at] @returns {Find[]} */
export function personalMail(address, at = 0) {
  return isPerson(address.toLowerCase().split("@")[0]) ? [{ name: "persoon-mail", args: [short(address)], at }] : [];
}

/** Whether the name in an e-mail address seems to be that of one person. @param {string} mailbox */
function isPerson(mailbox) {
  const { functies, voornamen } = data.words;
  const parts = mailbox.split(/[._+-]/).map((part) => part.replace(/[0-9]+$/, "")).filter(Boolean);
  const [first, last] = [parts[0], parts[parts.length - 1]];
  if (!parts.length || parts.some((part) => functies.includes(part))) return false;
  if (parts.length === 1) return isName(first);
  if (first.length === 1 || voornamen.includes(first) || last.length === 1) return true;
  if (parts.some((part) => pattern("functie").test(part))) return false;
  return /[._]/.test(mailbox) || parts.some(isName); // voornaam.achternaam
}

/** Whether one word is a name: a given name, a family name, or both together. @param {string} word */
function isName(word) {
  const { voornamen, achternamen } = data.words;
  if (voornamen.includes(word) || achternamen.includes(word)) return true;
  for (let i = 1; i < word.length; i++) {
    const rest = word.slice(i);
    const prefix = pattern("tussenvoegsel").exec(rest)?.[0] ?? "";
    const family = rest.slice(prefix.length);
    if (i > 1 && !voornamen.includes(word.slice(0, i))) continue;
    if (achternamen.includes(rest) || achternamen.includes(family) || (prefix && i > 2 && family.length > 2)) return true;
  }
  return false;
}

/** What an e-mail address consists of, apart from its @. */
const mailSign = /[A-Za-z0-9._%+-]/;

/** @param {string} text @param {number} at @param {Find[]} found */
function mail(text, at, found) {
  let [start, end] = [at, at + 1];
  while (start > 0 && mailSign.test(text[start - 1])) start--;
  while (end < text.length && mailSign.test(text[end])) end++;
  const address = text.slice(start, end).replace(/^\.+|\.+$/g, "");
  const [name, host] = address.split("@");
  if (name && pattern("mailserver").test(host)) found.push(...personalMail(address, start));
}

/** @param {string} text @param {number} start @param {(at: number) => boolean} inLink @param {Find[]} found */
function numbers(text, start, inLink, found) {
  if (born(text, start)) found.push({ name: "persoon-geboren", args: [], at: start });
  let digits = 0;
  let end = start;
  for (let i = start; i < text.length; i++) {
    if (/[0-9]/.test(text[i])) {
      digits++;
      end = i;
    } else if (i > end + 3 || !" .-()".includes(text[i])) break;
  }
  if (digits < 9) return end;
  if (start > 0 && text[start - 1] === "+") start--;
  if (inLink(start) || (start > 0 && "/=_#.".includes(text[start - 1]))) return end; // part of an address or a DOI
  const run = text.slice(start, end + 1);
  const mobile = pattern("mobiel").exec(run);
  if (mobile) {
    found.push({ name: "persoon-telefoon", args: [], at: start + mobile.index });
    return end;
  }
  for (const number of run.matchAll(pattern("bsn", "g"))) if (elevenProof(number[0])) found.push({ name: "persoon-bsn", args: [], at: start + number.index });
  return end;
}

/** @param {string} text @param {number} at */
function born(text, at) {
  return pattern("geboren").test(text.slice(Math.max(0, at - 20), at)) && pattern("geboortedatum").test(text.slice(at, at + 17));
}

/** The test that every citizen service number passes. @param {string} number */
function elevenProof(number) {
  const digits = number.replace(/[^0-9]/g, "");
  const sum = [...digits].reduce((all, digit, i) => all + Number(digit) * (i === 8 ? -1 : 9 - i), 0);
  return sum % 11 === 0 && digits.replace(/[^0]/g, "").length < 8;
}

/**
 * @param {string} text
 * @param {string} path
 * @param {string} key of the field
 */
export function checkPersonal(text, path, key) {
  return findPersonal(text, () => false).map(({ name, args }) => {
    const problem = say(name, path, ...args);
    return { ...problem, message: `${key}: ${problem.message}` };
  });
}
