/**
 * Writes an entry as a file: the front matter in YAML, and the text below it.
 * @module
 */

/** @typedef {import("./data.js").Value} Value */
/** @typedef {import("./data.js").Group} Group */

/**
 * The file of an entry whose values are clean.
 * @param {import("./data.js").Entry} entry
 * @param {import("./data.js").Field[]} fields in the order in which they are written
 */
export function file(entry, fields) {
  return `---\n${group(entry.values, fields, "")}---\n${bodyOf(entry).text}`;
}

/**
 * What comes below the front matter: the text as it was typed, between one empty
 * line and the end of the last.
 * @param {import("./data.js").Entry} entry
 * @returns {{text: string, lines: number}} lines is how many empty ones were left out before it
 */
export function bodyOf(entry) {
  const typed = entry.body.replace(/\r\n?/g, "\n").toWellFormed();
  const before = /^(?:[ \t]*\n)*/.exec(typed)?.[0] ?? "";
  return { text: `\n${typed.slice(before.length).replace(/\s+$/, "")}\n`, lines: before.split("\n").length - 1 };
}

/** @param {Group} values @param {import("./data.js").Field[]} fields @param {string} indent @returns {string} */
function group(values, fields, indent) {
  let out = "";
  for (const field of fields) {
    const value = values[field.key];
    if (value !== undefined) out += `${indent}${field.key}:${valueOf(field, value, indent)}`;
  }
  return out;
}

/** A value with what stands before it, from the colon on. @param {import("./data.js").Field} field @param {Value} value @param {string} indent @returns {string} */
function valueOf(field, value, indent) {
  const deeper = `${indent}  `;
  if (typeof value === "string") return ` ${scalar(value, deeper)}`;
  if (field.kind === "antwoorden") return `\n${Object.entries(value).map(([id, mark]) => `${deeper}${isPlain(id) ? id : quoted(id)}: ${scalar(String(mark), deeper)}`).join("")}`;
  if (!Array.isArray(value)) return `\n${group(value, field.fields ?? [], deeper)}`;
  if (field.kind === "groepen") {
    const items = /** @type {Group[]} */ (value).map((one) => group(one, field.fields ?? [], `${deeper}  `));
    return `\n${items.map((item) => `${deeper}- ${item.slice(deeper.length + 2)}`).join("")}`;
  }
  const texts = /** @type {string[]} */ (value);
  if (texts.every((text) => /^[a-z0-9/-]+$/.test(text) && isPlain(text))) return ` [${texts.join(", ")}]\n`;
  return `\n${texts.map((text) => `${deeper}- ${scalar(text, `${deeper}  `)}`).join("")}`;
}

/**
 * A text as YAML, with the end of its line. Text of several lines is a block
 * below, indented; other text is as it is where YAML and this program read that
 * as the same text, and otherwise between double quotes.
 * @param {string} text
 * @param {string} indent of a block
 */
function scalar(text, indent) {
  if (text.includes("\n") && !unprintable.test(text)) {
    return `|-\n${text.split("\n").map((line) => (line ? indent + line : "")).join("\n")}\n`;
  }
  return `${isPlain(text) ? text : quoted(text)}\n`;
}

/** What YAML does not take as it is, or takes as the end of a line. */
const unprintable = /[\0-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/;

/** Words that mean something to YAML, in any version of it. */
const reserved = /^(?:true|false|yes|no|on|off|y|n|null|nan|inf)$/i;

/** Whether a text needs no quotes. @param {string} text */
function isPlain(text) {
  if (unprintable.test(text) || /[\n\t]/.test(text) || reserved.test(text)) return false;
  if (/^\d{4}(?:-\d\d){0,2}$|^\d{1,2}\.\d\d$|^\d{1,7}$/.test(text)) return !/^0\d/.test(text) || text.includes(".");
  return /^(?:\p{L}|https?:\/\/)/u.test(text) && !/:(?:\s|$)|\s#|\s$/u.test(text);
}

/** @param {string} text */
function quoted(text) {
  const inner = text.replace(/["\\]/g, "\\$&").replace(/\n/g, "\\n").replace(/\t/g, "\\t");
  return `"${inner.replace(new RegExp(unprintable, "g"), (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`)}"`;
}
