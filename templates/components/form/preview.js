/**
 * What the card and the page will show, as far as that can be known without the
 * program.
 * @module
 */
import { data, having, t } from "./data.js";
import { parseDate } from "./date.js";
import { h } from "./dom.js";
import { isUnknown } from "./rules.js";
import { termLabel } from "./widgets.js";

/** @typedef {import("./data.js").Field} Field */
/** @typedef {import("./data.js").Value} Value */
/** @typedef {import("./data.js").Group} Group */

/** A date in words, as far as the browser can. @param {string} text */
function dateWords(text) {
  const d = parseDate(text);
  if (typeof d === "string") return text;
  /** @type {Intl.DateTimeFormatOptions} */
  const parts = { year: "numeric", month: d.month ? "long" : undefined, day: d.day ? "numeric" : undefined, timeZone: "UTC" };
  return (d.about && `${d.about} `) + new Date(Date.UTC(d.year, Math.max(d.month, 1) - 1, Math.max(d.day, 1))).toLocaleDateString("nl", parts);
}

/** @param {Field} field @param {string} name */
function titleOf(field, name) {
  const [collection, slug] = field.of ? [field.of, name] : name.split(/\/(.*)/s);
  return data.entries[collection]?.find(([other]) => other === slug)?.[1] ?? name;
}

/** The words of a value, one for each part. @param {Field} field @param {Value} value @returns {string[]} */
function wordsOf(field, value) {
  const texts = /** @type {string[]} */ (Array.isArray(value) ? value : [value]);
  switch (field.kind) {
    case "begrip":
    case "begrippen":
      return texts.map((text) => termLabel(field.of ?? "", text));
    case "kaart":
    case "kaarten":
      return texts.map((text) => titleOf(field, text));
    case "datum":
      return texts.map(dateWords);
    case "antwoorden":
      return Object.entries(value).map(([term, mark]) => `${termLabel(field.of ?? "", term)}: ${isUnknown(mark) ? t("voorbeeld.niet-bekend") : termLabel(field.marks ?? "", String(mark))}`);
    case "groep":
    case "groepen":
      return (Array.isArray(value) ? value : [value]).flatMap((one) => {
        const first = (field.fields ?? []).find((inner) => Object.hasOwn(/** @type {Group} */ (one), inner.key));
        const found = first && /** @type {Group} */ (one)[first.key];
        return first && found !== undefined ? wordsOf(first, found).slice(0, 1) : [];
      });
  }
  return texts;
}

/** @param {Field} field @param {Value} value @returns {Node[]} */
function nodesOf(field, value) {
  if (isUnknown(value)) return [h("span", { class: "unknown" }, t("voorbeeld.niet-bekend"))];
  if (field.kind === "groep" || field.kind === "groepen") {
    const all = /** @type {Group[]} */ (Array.isArray(value) ? value : [value]);
    return [h("ul", { class: "groups", role: "list" }, ...all.map((one) => h("li", {}, rows(field.fields ?? [], one))))];
  }
  const words = wordsOf(field, value);
  if (field.kind === "teksten" || field.kind === "antwoorden") return [h("ul", { class: "texts" }, ...words.map((word) => h("li", {}, word)))];
  if (field.kind === "alinea's") return words[0].split(/\n\s*\n/).map((text) => h("p", {}, text));
  return [h("p", {}, words.join(", "))];
}

/** @param {Field[]} fields @param {Group} values */
function rows(fields, values) {
  const list = h("dl", { class: "rows" });
  for (const field of fields) {
    const value = values[field.key];
    if (value !== undefined) list.append(h("div", { class: "row" }, h("dt", {}, field.label), h("dd", {}, ...nodesOf(field, value))));
  }
  return list;
}

/** Text in Markdown, plainly: headings, lists and paragraphs, with the marks of words taken off. @param {string} text */
function prose(text) {
  const plain = (/** @type {string} */ s) => s.replace(/\[([^\]]*)\]\([^)]*\)/g, "$1").replace(/(\*\*|__|\*|`)(.+?)\1/g, "$2");
  return text.split(/\n\s*\n/).flatMap(/** @returns {HTMLElement[]} */ (block) => {
    const heading = /^(#{1,6})\s+(.*)$/.exec(block.trim());
    if (heading) return [h("h4", {}, plain(heading[2]))];
    const lines = block.trim().split("\n");
    if (lines.every((line) => /^[-*]\s/.test(line))) return [h("ul", {}, ...lines.map((line) => h("li", {}, plain(line.slice(2)))))];
    return block.trim() ? [h("p", {}, plain(block.trim()))] : [];
  });
}

/**
 * Fills in the card of an entry.
 * @param {HTMLTemplateElement} template
 * @param {string} kind
 * @param {string[]} facts the keys of the fields on the card
 * @param {Group} values
 */
export function card(template, kind, facts, values) {
  const made = /** @type {HTMLElement} */ (/** @type {Element} */ (template.content.querySelector(".card")).cloneNode(true));
  const { fields } = data.collections[kind];
  const [title, about] = ["title", "summary"].map((role) => values[having(fields, role)?.key ?? ""]);
  const heading = /** @type {HTMLElement} */ (made.querySelector("h3"));
  heading.replaceChildren(typeof title === "string" ? title : t("voorbeeld.titel"));
  const summary = /** @type {HTMLElement} */ (made.querySelector(".card-paper > p"));
  summary.textContent = typeof about === "string" && !isUnknown(about) ? about : t("voorbeeld.samenvatting");
  const list = h("dl", {});
  for (const key of facts) {
    const field = fields.find((other) => other.key === key);
    const value = values[key];
    if (!field || value === undefined) continue;
    const words = isUnknown(value) ? [] : wordsOf(field, value);
    const text = words.slice(0, 2).join(", ");
    list.append(h("div", {}, h("dt", {}, field.label), h("dd", { class: text ? undefined : "unknown" }, text || t("voorbeeld.niet-bekend"))));
  }
  if (list.children.length) summary.after(list);
  return made;
}

/**
 * The page of an entry, plainly.
 * @param {string} kind
 * @param {Group} values
 * @param {string} body
 */
export function page(kind, values, body) {
  const { fields, sections } = data.collections[kind];
  const made = h("div", { class: "preview-page" });
  for (const [section, title] of sections) {
    const inner = fields.filter((field) => field.section === section && field.role !== "title" && field.role !== "summary" && values[field.key] !== undefined);
    if (inner.length) made.append(h("h3", {}, title), rows(inner, values));
  }
  if (body.trim()) made.append(h("div", { class: "prose" }, ...(isUnknown(body) ? [] : prose(body))));
  if (!made.children.length) made.append(h("p", { class: "quiet" }, t("voorbeeld.leeg")));
  return made;
}
