/**
 * What in a text may be about one person: as markdown.CheckPersonal finds it.
 * @module
 */
import { data, pattern, say, short } from "./data.js";

/**
 * @param {string} text
 * @returns {[string, ...string[]][]} the name of a phrase, and what to fill in
 */
function find(text) {
  /** @type {[string, ...string[]][]} */
  const found = [];
  for (let i = 0; i < text.length; i++) {
    if (text[i] === "@") mail(text, i, found);
    else if (/[0-9]/.test(text[i])) i = numbers(text, i, found);
  }
  return found;
}

/** @param {string} text @param {number} at @param {[string, ...string[]][]} found */
function mail(text, at, found) {
  const before = /[a-z0-9._%+-]*$/i.exec(text.slice(0, at))?.[0] ?? "";
  const after = /^[a-z0-9._%+-]*/i.exec(text.slice(at + 1))?.[0] ?? "";
  const address = `${before}@${after}`.replace(/^\.+|\.+$/g, "");
  const [name, host] = address.split("@");
  if (!name || !host.includes(".")) return;
  const general = name.toLowerCase().split(/[._-]/).some((part) => data.words.functies.includes(part));
  if (!general) found.push(["persoon-mail", short(address)]);
}

/** @param {string} text @param {number} start @param {[string, ...string[]][]} found */
function numbers(text, start, found) {
  if (born(text, start)) found.push(["persoon-geboren"]);
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
  if (start > 0 && "/=_#.".includes(text[start - 1])) return end; // part of an address or a DOI
  const run = text.slice(start, end + 1);
  if (pattern("mobiel").test(run)) {
    found.push(["persoon-telefoon"]);
    return end;
  }
  for (const [number] of run.matchAll(pattern("bsn", "g"))) if (elevenProof(number)) found.push(["persoon-bsn"]);
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
 * @param {string} key of the field, or "" for the body
 */
export function checkPersonal(text, path, key) {
  return find(text).map(([name, ...args]) => {
    const problem = say(name, path, ...args);
    return key ? { ...problem, message: `${key}: ${problem.message}` } : problem;
  });
}
