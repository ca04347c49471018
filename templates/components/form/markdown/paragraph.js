/**
 * What a paragraph turns out to be when it ends: definitions of links at its
 * start, a table at its end, and the words between.
 * @module
 */
import { closure, destination, isBlank, linkName, linkTitle, skipSpaces, trimmed } from "./text.js";
import { block } from "./tree.js";

/** @typedef {import("./tree.js").Block} Block */
/** @typedef {import("./text.js").Span} Span */

/**
 * @param {string} source
 * @param {Block} paragraph the last block of its parent
 * @param {Block} parent
 * @param {import("./tree.js").Links} links
 */
export function finishParagraph(source, paragraph, parent, links) {
  const made = definitions(source, paragraph, links);
  const table = readTable(source, paragraph);
  if (table) made.push(...(paragraph.lines.length ? [paragraph] : []), table);
  else if (paragraph.lines.length) made.push(paragraph);
  parent.blocks.splice(-1, 1, ...made);
  paragraph.lines = paragraph.lines.map((line) => ({ ...line, start: trimmed(source, line).start }));
  const last = paragraph.lines[paragraph.lines.length - 1];
  if (last) last.end = trimmed(source, last).end;
}

/** Takes the definitions of links off the start of a paragraph. @param {string} source @param {Block} paragraph @param {import("./tree.js").Links} links */
function definitions(source, paragraph, links) {
  const made = [];
  while (paragraph.lines.length) {
    const { start } = trimmed(source, paragraph.lines[0]);
    if (source[start] !== "[") break;
    const text = paragraph.lines.map(({ start, end }) => source.slice(start, end)).join("\n");
    const found = definition(text);
    if (!found) break;
    const name = linkName(found.label);
    if (!links.has(name)) links.set(name, found);
    made.push(block("definition", start));
    paragraph.lines.splice(0, found.lines);
  }
  return made;
}

/**
 * The definition of a link with which a text starts, and how many lines it takes.
 * @param {string} text
 * @returns {{label: string, address: string, title: string, lines: number} | undefined}
 */
function definition(text) {
  const start = skipSpaces(text, 0) + 1;
  const end = closure(text, start, "[", "]");
  if (end < 0 || isBlank(text.slice(start, end)) || text[end + 1] !== ":") return undefined;
  const to = destination(text, skipSpaces(text, end + 2));
  if (!to) return undefined;
  const linesTo = (/** @type {number} */ at) => text.slice(0, at).split("\n").length;
  const alone = isBlank(restOfLine(text, to.end));
  const bare = alone ? { label: text.slice(start, end), address: to.address, title: "", lines: linesTo(to.end) } : undefined;
  const at = skipSpaces(text, to.end);
  const title = at > to.end ? linkTitle(text, at) : undefined;
  if (!title || !isBlank(restOfLine(text, title.end))) return bare;
  return { label: text.slice(start, end), address: to.address, title: title.title, lines: linesTo(title.end) };
}

/** @param {string} text @param {number} at */
const restOfLine = (text, at) => text.slice(at).split("\n", 1)[0];

/** Takes the table off the end of a paragraph. @param {string} source @param {Block} paragraph @returns {Block | undefined} */
function readTable(source, paragraph) {
  const { lines } = paragraph;
  for (let i = 1; i < lines.length; i++) {
    const columns = Number(lines[i].indent) > 3 ? 0 : delimiters(source.slice(lines[i].start, lines[i].end));
    if (!columns) continue;
    const header = row(source, lines[i - 1], columns + 1);
    if (header.blocks.length > columns) return undefined;
    const table = block("table", paragraph.at);
    table.blocks.push(header, ...lines.slice(i + 1).map((line) => row(source, line, columns)));
    for (const { at, blocks } of table.blocks) while (blocks.length < columns) blocks.push(block("cell", at));
    paragraph.lines = lines.slice(0, i - 1);
    return table;
  }
  return undefined;
}

/** How many columns the line below the header of a table makes; 0 where it is no such line. @param {string} line */
function delimiters(line) {
  if (/[^-|: \t\r]/.test(line) || /^-+$/.test(line)) return 0;
  const cells = line.split("|");
  if (isBlank(cells[0])) cells.shift();
  if (cells.length && isBlank(cells[cells.length - 1])) cells.pop();
  return cells.every((cell) => /^[ \t\r]*:?-+:?[ \t\r]*$/.test(cell)) ? cells.length : 0;
}

/** @param {string} source @param {Span} line @param {number} most how many cells count */
function row(source, line, most) {
  const made = block("row", line.start);
  let { start, end } = trimmed(source, line);
  if (source[start] === "|") start++;
  if (source[end - 1] === "|") end--;
  while (start < end && made.blocks.length < most) {
    let bar = start;
    while (bar < end && (source[bar] !== "|" || source[bar - 1] === "\\")) bar++;
    const cell = block("cell", start);
    cell.lines.push(trimmed(source, { start, end: bar }));
    made.blocks.push(cell);
    start = bar + 1;
  }
  return made;
}
