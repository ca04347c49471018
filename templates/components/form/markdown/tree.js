/**
 * What a text in Markdown consists of.
 * @module
 */

/** @typedef {import("./text.js").Span} Span */

/**
 * @typedef {object} Block
 * @property {"document" | "quote" | "list" | "item" | "definitions" | "description" | "term" | "note" | "paragraph" | "heading" | "code" | "fence" | "html" | "rule" | "table" | "row" | "cell" | "definition"} type
 * @property {number} at where it starts in the source
 * @property {Block[]} blocks in it
 * @property {Span[]} lines of its text, without what belongs to the blocks around it
 * @property {number} level of a heading
 * @property {number} indent of what is in it: columns for an item, a description or the lines of a fence
 * @property {string} marker of a list or a fence
 * @property {RegExp | undefined} end of HTML; undefined where that is an empty line
 * @property {boolean} closed of HTML: whether its end was there
 * @property {string} label of a note
 *
 * @typedef {Map<string, {address: string, title: string}>} Links by name
 * @typedef {{root: Block, notes: Block[], links: Links}} Document
 */

/** @param {Block["type"]} type @param {number} at @returns {Block} */
export const block = (type, at) => ({ type, at, blocks: [], lines: [], level: 0, indent: 0, marker: "", end: undefined, closed: false, label: "" });
