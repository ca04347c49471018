/**
 * What the form knows, as package form made it. The data is in a script of its
 * own, which comes first: see ../../form.js.
 * @module
 */

/**
 * @typedef {object} Field
 * @property {string} key
 * @property {string} kind as field.Kind names it
 * @property {string} label
 * @property {string} help
 * @property {string} [section]
 * @property {string} [of]
 * @property {string} [marks]
 * @property {string} [noteOf]
 * @property {string} [notUntil] the key of a date that it may not be before
 * @property {boolean} [past] whether it is the date of something that has been
 * @property {string[]} [pastIf] the key of another field, and the values of it with which the date is past
 * @property {string} [role] by which the rules know it
 * @property {boolean} [required]
 * @property {boolean} [literal]
 * @property {Field[]} [fields]
 *
 * @typedef {{singular: string, label: string, sections: [string, string][], fields: Field[]}} Collection
 *
 * @typedef {object} Data
 * @property {string} today
 * @property {Record<string, Collection>} collections
 * @property {Record<string, {file: string, terms: string[][]}>} vocabularies
 * @property {Record<string, [string, string][]>} entries
 * @property {string[]} pages
 * @property {Record<string, string[]>} headings
 * @property {Record<string, [string, boolean, string, string]>} phrases
 * @property {Record<string, number>} limits
 * @property {Record<string, string>} patterns
 * @property {Record<string, string[]>} words
 * @property {Record<string, string>} texts
 *
 * A value is what the front matter holds: a text, a list of texts, a group of
 * fields, several groups. Numbers and dates are texts here.
 * @typedef {string | string[] | Group | Group[]} Value
 * @typedef {{[key: string]: Value | undefined}} Group
 *
 * @typedef {{collection: string, slug: string, values: Group, body: string}} Entry
 *
 * @typedef {object} Problem
 * @property {string} rule
 * @property {boolean} warning
 * @property {string} message
 * @property {string} hint
 * @property {string} path of the field: opties.0.naam
 * @property {number} [line] in the text below the fields, from 1; 0 for the text as a whole
 * @property {number} [column]
 */

/** @type {Data} */
export const data = Reflect.get(globalThis, "kaartenbakForm");

/** What an author writes for what was asked and not found. */
export const unknownWord = "onbekend";

/** The name of the text below the front matter. */
export const bodyKey = "hoofdtekst";

/** @type {Map<string, RegExp>} */
const patterns = new Map();

/**
 * A regular expression of the program. Those of Go begin with (?i) where case
 * does not matter.
 * @param {string} name
 * @param {string} [flags]
 */
export const pattern = (name, flags = "") => expression(data.patterns[name], flags);

/**
 * A regular expression as the program has it.
 * @param {string} source
 * @param {string} [flags]
 */
export function expression(source, flags = "") {
  const key = `${flags} ${source}`;
  let made = patterns.get(key);
  if (!made) {
    const rest = source.replace(/^\(\?i\)/, "");
    made = new RegExp(rest, `u${flags}${rest === source ? "" : "i"}`);
    patterns.set(key, made);
  }
  made.lastIndex = 0;
  return made;
}

/** @param {string} key of a text, without formulier */
export function t(key, /** @type {(string | number)[]} */ ...args) {
  const text = data.texts[key];
  if (text === undefined) throw new Error(`there is no text formulier.${key}`);
  return args.length ? fill(text, args)[0] : text;
}

/** @param {string} key @param {number} n */
export const count = (key, n) => (n === 1 ? t(`${key}.een`) : t(`${key}.meer`, n));

/**
 * Fills in a format as package fmt of Go does, for %s, %d, %c, %q and %%.
 * @param {string} format
 * @param {(string | number)[]} args
 * @returns {[string, (string | number)[]]} the text, and the arguments that are left
 */
export function fill(format, args) {
  const left = [...args];
  const text = format.replace(/%([sdcq%])/g, (_, verb) => {
    if (verb === "%") return "%";
    const value = String(left.shift());
    return verb === "q" ? quote(value) : value;
  });
  return [text, left];
}

const named = new Map(Object.entries({ "\x07": "\\a", "\b": "\\b", "\f": "\\f", "\n": "\\n", "\r": "\\r", "\t": "\\t", "\v": "\\v" }));

/** A text as %q of Go writes it. @param {string} text */
function quote(text) {
  let out = "";
  for (const c of text) {
    const code = /** @type {number} */ (c.codePointAt(0));
    const hex = (/** @type {number} */ digits) => code.toString(16).padStart(digits, "0");
    if (c === '"' || c === "\\") out += `\\${c}`;
    else if (/[\p{L}\p{M}\p{N}\p{P}\p{S} ]/u.test(c)) out += c;
    else out += named.get(c) ?? (code < 0x80 ? `\\x${hex(2)}` : code < 0x10000 ? `\\u${hex(4)}` : `\\U${hex(8)}`);
  }
  return `"${out}"`;
}

/** What cannot be seen, as <U+202E>. @param {string} text */
const visible = (text) =>
  text.replace(/[^\p{L}\p{M}\p{N}\p{P}\p{S}\p{Zs}]/gu, (c) => `<U+${/** @type {number} */ (c.codePointAt(0)).toString(16).toUpperCase().padStart(4, "0")}>`);

/**
 * The message and the way out of a phrase.
 * @param {string} name
 * @param {(string | number)[]} args
 */
export function words(name, ...args) {
  const phrase = data.phrases[name];
  if (!phrase) throw new Error(`there is no phrase ${name}`);
  const [message, left] = fill(phrase[2], args);
  return { message, hint: fill(phrase[3], left)[0] };
}

/**
 * A problem of the phrase's rule.
 * @param {string} name
 * @param {string} path
 * @param {(string | number)[]} args
 * @returns {Problem}
 */
export function say(name, path, ...args) {
  const { message, hint } = words(name, ...args);
  const [rule, warning] = data.phrases[name];
  return { rule, warning, message: visible(message), hint: visible(hint), path };
}

/** A text as a message repeats it. @param {string} text */
export function short(text) {
  const all = [...text];
  return all.length > 60 ? `${all.slice(0, 60).join("")}...` : text;
}

/** How many characters a text has. @param {string} text */
export const length = (text) => {
  let n = 0;
  for (const _ of text) n++;
  return n;
};

/** The field that has a role, as package catalogue names it. @param {Field[]} fields @param {string} role */
export const having = (fields, role) => fields.find((field) => field.role === role);
