/**
 * The editing system: has Decap CMS read and write entries so that each value stays
 * as it was. Decap asks for a text of each file; here that is read without making
 * numbers or dates of anything, and written as the form for contributors does.
 *
 * What an editor gets differs from what stands in the file in two ways, so that
 * "onbekend" can be chosen: a list that is unknown has that as its one value, and a
 * group is a list of parts (package cms).
 * @module
 */
import { isMap, isScalar, isSeq, parseDocument } from "yaml/index.js";
import { file } from "./components/form/yaml.js";

/** @typedef {import("./components/form/data.js").Field} Field */
/** @typedef {import("./components/form/data.js").Group} Group */
/** @typedef {import("./components/form/data.js").Value} Value */

/** What Decap holds of a field. @typedef {string | string[] | Part[]} Held */
/** @typedef {{[key: string]: Held | undefined}} Part */

const unknownWord = "onbekend";
const bodyKey = "hoofdtekst";
const partKey = "deel";
const partKnown = "ingevuld";

/** What package cms says. @type {{fields: Record<string, Field[]>, words: Record<string, string>}} */
const known = Reflect.get(globalThis, "kaartenbakCMS");

const lists = ["begrippen", "teksten", "kaarten"];
const groups = ["groep", "groepen", "antwoorden"];
const prose = ["alinea's", "teksten"];

/** The fields of a group; of answers, one for each. @param {Field} field @param {object} values @returns {Field[]} */
function inner(field, values) {
  if (field.kind !== "antwoorden") return field.fields ?? [];
  return Object.keys(values).filter((key) => key !== partKey).map((key) => /** @type {Field} */ ({ key, kind: "begrip" }));
}

/** A text with a blank line between paragraphs, as package field reads it. @param {any} node @param {Field} field */
function textOf(node, field) {
  if (!isScalar(node)) throw new Error(`${field.key} is no text`);
  const text = String(node.value ?? "").trim();
  if (!prose.includes(field.kind) || node.type === "BLOCK_LITERAL") return text;
  return text.split("\n").map((line) => line.trim()).filter(Boolean).join("\n\n");
}

/** Whether an author wrote "onbekend", alone or as the only value. @param {any} node */
function isUnknown(node) {
  const only = isSeq(node) && node.items.length === 1 ? node.items[0] : node;
  return isScalar(only) && String(only.value).trim().toLowerCase() === unknownWord;
}

/** What Decap gets of a mapping. @param {any} map @param {(map: any) => Field[]} fieldsOf */
function held(map, fieldsOf) {
  if (!isMap(map)) throw new Error("there are no fields");
  /** @type {Part} */
  const part = {};
  const fields = fieldsOf(map);
  for (const { key, value } of /** @type {any[]} */ (map.items)) {
    const field = fields.find((one) => one.key === key.value);
    if (!field) throw new Error(`there is no field ${key.value}`);
    part[field.key] = heldOf(value, field);
  }
  return part;
}

/** @param {any} node @param {Field} field @returns {any[]} */
function items(node, field) {
  if (!isSeq(node)) throw new Error(`${field.key} is no list`);
  return node.items;
}

/** @param {any} node @param {Field} field @returns {Held} */
function heldOf(node, field) {
  if (lists.includes(field.kind)) return isUnknown(node) ? [unknownWord] : items(node, field).map((item) => textOf(item, field));
  if (!groups.includes(field.kind)) return textOf(node, field);
  if (isUnknown(node)) return [{ [partKey]: unknownWord }];
  const maps = field.kind === "groepen" ? items(node, field) : [node];
  return maps.map((map) => ({ ...held(map, (one) => inner(field, one.toJSON())), [partKey]: partKnown }));
}

/** The front matter and the text of a file, without the lines around them. @param {string} text */
function split(text) {
  const parts = /^\s*---[ \t]*\n(|[^]*?\n)---[ \t]*(?:\n([^]*))?$/.exec(text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n"));
  if (!parts) throw new Error("there is no front matter");
  return { block: parts[1], body: (parts[2] ?? "").trim() };
}

/**
 * What Decap gets of a file. One with something in it that no field holds is shown
 * whole, as text: its fields are empty then, and Decap saves nothing while the title is.
 * @param {string} text
 * @param {Field[]} fields
 */
function read(text, fields) {
  try {
    const { block, body } = split(text);
    const document = parseDocument(block, { schema: "failsafe" });
    if (document.errors.length > 0) throw document.errors[0];
    return { ...held(document.contents, () => fields), [bodyKey]: body };
  } catch (error) {
    console.error(error);
    return { [bodyKey]: text };
  }
}

/** The values of a file. What is empty is left out. @param {Part} part @param {Field[]} fields @returns {Group} */
function values(part, fields) {
  /** @type {Group} */
  const group = {};
  for (const field of fields) {
    const value = valueOf(part[field.key], field);
    if (value && value.length !== 0) group[field.key] = value;
  }
  return group;
}

/** @param {any} value as Decap holds it @param {Field} field @returns {Value | undefined} */
function valueOf(value, field) {
  if (value === undefined || value === null) return undefined;
  if (lists.includes(field.kind)) {
    const texts = value.map(clean).filter(Boolean);
    return texts.length === 1 && texts[0] === unknownWord ? unknownWord : texts;
  }
  if (!groups.includes(field.kind)) return clean(value);
  const parts = /** @type {Part[]} */ (value);
  if (parts.some((part) => part[partKey] === unknownWord)) return unknownWord;
  const made = parts.map((part) => values(part, inner(field, part))).filter((group) => Object.keys(group).length > 0);
  return field.kind === "groepen" ? made : made[0];
}

/** @param {unknown} text */
const clean = (text) => String(text ?? "").replace(/\r\n?/g, "\n").trim();

/** The file of what Decap holds. @param {Part} part @param {string} collection */
function write(part, collection) {
  const fields = known.fields[collection];
  return file({ collection, slug: "", values: values(part, fields), body: clean(part[bodyKey]) }, fields);
}

Reflect.set(window, "CMS_MANUAL_INIT", true);
addEventListener("DOMContentLoaded", () => {
  const { CMS } = /** @type {any} */ (window);
  for (const [name, fields] of Object.entries(known.fields)) {
    CMS.registerCustomFormat(name, "md", {
      fromFile: (/** @type {string} */ text) => read(text, fields),
      toFile: (/** @type {Part} */ part) => write(part, name),
    });
  }
  CMS.registerLocale("nl", { ...CMS.getLocale("nl"), ...known.words });
  CMS.init();
});
