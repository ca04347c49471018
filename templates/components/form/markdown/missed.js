/**
 * What an author means as a heading, a list, a table or plain text, and Markdown
 * reads otherwise; and the marks of other programs: as package markdown finds them.
 * @module
 */
import { data, expression, pattern } from "../data.js";
import { isBlank } from "./text.js";

/** @typedef {{name: string, at: number, args: (string | number)[]}} Find the name of a phrase, the place, and what to fill in */

/**
 * @typedef {object} Sign
 * @property {string} name of its phrase
 * @property {string} source of its regular expression, whose first group is the sign
 * @property {boolean} first whether it counts in the first line of a paragraph, or after a colon, only
 * @property {boolean} twice whether it counts only where the next line begins with it too
 */

/** @param {string} list @returns {Sign[]} */
function signs(list) {
  const all = [];
  const given = data.words[list];
  for (let i = 0; i < given.length; i += 3) {
    const where = Number(given[i + 2]);
    all.push({ name: given[i], source: given[i + 1], first: (where & 1) > 0, twice: (where & 2) > 0 });
  }
  return all;
}

const [ofLines, ofWords] = ["regeltekens", "woordtekens"].map(signs);

/** The rule of a phrase. @param {string} name */
const ruleOf = (name) => data.phrases[name][0];

/** As often as a phrase asks for it. @param {string} sign */
const forEach = (sign) => [sign, sign, sign];

/**
 * The signs at the start of the lines of a paragraph. Of what makes no list, one is enough.
 * @param {string[]} lines
 * @returns {(Find & {line: number})[]}
 */
export function lineSigns(lines) {
  /** @type {(Find & {line: number})[]} */
  const found = missedTable(lines);
  let listed = false;
  /** @param {number} line @param {string} name @param {string} sign */
  const tell = (line, name, sign) => {
    const list = ruleOf(name) === ruleOf("geen-lijst");
    if (list && listed) return;
    listed ||= list;
    found.push({ name, at: 0, line, args: forEach(sign) });
  };
  lines.forEach((line, i) => {
    for (const { name, source, first, twice } of ofLines) {
      const m = expression(source).exec(line);
      if (!m || (first && i > 0 && !lines[i - 1].endsWith(":"))) continue;
      if (!twice || (i + 1 < lines.length && expression(source).test(lines[i + 1]))) tell(i, name, m[1]);
    }
    const alone = lines.length === 1 && pattern("losse-kop").exec(line);
    if (alone) tell(i, "geen-kop-een", alone[1]);
  });
  return found;
}

/**
 * The signs among the words of a block, and the references without a target.
 * @param {string} line
 * @param {(at: number) => boolean} counts whether what stands at a place is no link or code, and not meant as it is
 * @returns {Find[]}
 */
export function wordSigns(line, counts) {
  /** @type {Find[]} */
  const found = [];
  /** @param {string} source @param {(m: RegExpExecArray, at: number) => void} take */
  const each = (source, take) => {
    for (const m of line.matchAll(expression(source, "dg"))) {
      const [at] = /** @type {[number, number]} */ (/** @type {any} */ (m).indices[1]);
      if (counts(at)) take(m, at);
    }
  };
  let starred = false; // what is not bold for one reason is not told for another
  for (const { name, source } of ofWords) {
    const stars = ruleOf(name) === ruleOf("vet-open");
    if (stars && starred) continue;
    each(source, (m, at) => {
      found.push({ name, at, args: forEach(m[1]) });
      starred ||= stars;
    });
  }
  each(data.patterns["zonder-doel"], (m, at) => found.push({ name: "verwijzing-zonder-doel", at, args: [m[1], m[3]] }));
  return found;
}

/** A line of dashes below which no table comes, and rows without such a line. @param {string[]} lines @returns {(Find & {line: number})[]} */
function missedTable(lines) {
  const isRule = (/** @type {string} */ line) => pattern("tabel-streepjes").test(line);
  const isRow = (/** @type {string | undefined} */ line) => line !== undefined && pattern("tabel-rij").test(line);
  for (const [line, text] of lines.entries()) {
    if (!text.includes("|")) continue;
    /** @param {string} name @param {(string | number)[]} args */
    const found = (name, ...args) => [{ name, line, at: 0, args }];
    if (isRule(text)) {
      const head = line > 0 ? cells(lines[line - 1]) : 0;
      if (head < 2) return found("geen-tabel-kop", cells(text));
      return head === cells(text) ? found("geen-tabel-tekens", ruleLine(head)) : found("geen-tabel", cells(text), head, ruleLine(head));
    }
    if (isRow(text) && isRow(lines[line + 1]) && !isRule(lines[line + 1])) return found("geen-tabel-streepjes", ruleLine(cells(text)));
  }
  return [];
}

/**
 * A line of dashes that gives a table more columns than its head.
 * @param {string} source
 * @param {import("./tree.js").Block} table
 * @returns {Find[]}
 */
export function emptyHeads(source, { blocks }) {
  const written = (/** @type {import("./tree.js").Block} */ row) => row.blocks.filter(({ lines }) => lines.length);
  const head = written(blocks[0]);
  const columns = blocks[0].blocks.length;
  const next = head.length && head.length < columns ? source.indexOf("\n", head[head.length - 1].lines[0].end) : -1;
  if (next < 0) return [];
  const at = next + 1 + /** @type {RegExpExecArray} */ (/^[ \t>]*/.exec(source.slice(next + 1)))[0].length;
  const full = Math.max(...blocks.map((row) => written(row).length));
  if (full > head.length) return [{ name: "tabel-kop-minder", at, args: [head.length, full, full] }];
  return [{ name: "tabel-streepjes-meer", at, args: [columns, head.length, ruleLine(head.length)] }];
}

/** How many cells a row has. @param {string} row */
const cells = (row) => row.trim().replaceAll("\\|", "").replace(/^\|/, "").replace(/\|$/, "").split("|").length;

/** The line of dashes for so many columns. @param {number} columns */
const ruleLine = (columns) => `|${"---|".repeat(columns)}`;

/** Whether text is code only because it is indented. @param {string[]} lines */
export function proseInCode(lines) {
  const texts = lines.map((line) => line.trim());
  const isProse = (/** @type {string} */ text) =>
    (words(text) > 2 && pattern("nederlands").test(text)) || (pattern("zin-in-code").test(text) && (pattern("zinseinde").test(text) || words(text) > 4));
  return !texts.some((text) => pattern("code").test(text)) && texts.some(isProse);
}

/** @param {string} text */
const words = (text) => text.split(/\p{White_Space}+/u).filter((word) => !isBlank(word)).length;

/** @typedef {{at: number, text: string, lines: string[]}} Underline what stands below a heading, and the lines of that */

/**
 * The line below a heading that makes it one, where there is one.
 * @param {string} source
 * @param {import("./tree.js").Block} heading
 * @returns {{at: number, text: string} | undefined}
 */
export function underlineOf(source, { at, lines }) {
  if (!lines.length || /^#{1,6}(?:[ \t\n]|$)/.test(source.slice(at, at + 7))) return undefined;
  const next = source.indexOf("\n", lines[lines.length - 1].start);
  const m = next < 0 ? null : /^([ \t>]*)(-+|=+)[ \t\r>]*$/.exec(source.slice(next + 1).split("\n", 1)[0]);
  return m ? { at: next + 1 + m[1].length, text: m[2] } : undefined; // else the lines between became a table
}

/**
 * Where headings are one because of dashes that were most likely meant as a line
 * across the page.
 * @param {Underline[]} underlines
 */
export function accidents(underlines) {
  const isSentence = (/** @type {string[]} */ lines) => {
    const last = lines[lines.length - 1];
    return lines.length > 1 || words(last) > data.limits["woorden-van-een-kop"] || (pattern("zinseinde").test(last) && !last.endsWith("?"));
  };
  const headings = underlines.filter(({ lines }) => !isSentence(lines)).length;
  return underlines.filter(({ text, lines }) => text[0] === "-" && (isSentence(lines) || text.length === 1 || (text.length === 3 && headings === 1))).map(({ at }) => at);
}
