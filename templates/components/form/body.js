/**
 * What is wrong with the text below the fields.
 * @module
 */
import { bodyKey, pattern, say, unknownWord } from "./data.js";
import { checkLinks } from "./links.js";
import { byPlace, checkText } from "./markdown/check.js";
import { isBlank } from "./markdown/text.js";
import { bodyOf } from "./yaml.js";

/** @typedef {import("./data.js").Entry} Entry */
/** @typedef {import("./data.js").Problem} Problem */

/** A problem of the phrase at the start of a line. @param {string} name @param {number} line @returns {Problem} */
const sayAt = (name, line) => ({ ...say(name, bodyKey), line, column: 1 });

/** Lines that git leaves when two people changed the same. @param {Entry} entry @returns {Problem[]} */
export function checkConflicts(entry) {
  const { text, lines } = bodyOf(entry);
  return text.split("\n").flatMap((line, i) => (/^<{7}(?: |$)/.test(line) ? [sayAt("conflict", i + lines)] : []));
}

/** Fields between lines with --- at the start of the text, as above it. @param {string} text @returns {number | undefined} the line where they begin, from 0 */
function secondBlock(text) {
  const lines = text.split("\n");
  const isEdge = (/** @type {string} */ line) => /^---[ \t]*$/.test(line);
  const start = lines.findIndex((line) => !isBlank(line));
  if (start < 0 || !isEdge(lines[start])) return undefined;
  for (let i = start + 1; i < lines.length; i++) {
    const first = i === start + 1;
    if (!first && isEdge(lines[i])) return start;
    if (!pattern("veldregel").test(lines[i]) && (first || !/^[ -]/.test(lines[i]))) return undefined;
  }
  return undefined;
}

/** @param {Entry} entry @param {Set<string>} pages that are there because of this entry @returns {Problem[]} */
export function checkBody(entry, pages) {
  const typed = entry.body.trim();
  if (!typed) return [say("geen-tekst", bodyKey)];
  const { text, lines } = bodyOf(entry);
  const second = secondBlock(text);
  const problems = second === undefined ? [] : [sayAt("tweede-kopblok", second + lines)];
  if (typed.toLowerCase() === unknownWord) return problems;
  const { problems: told, links, headings, words } = checkText(text);
  if (!words && told.every(({ warning }) => warning)) problems.push(say("geen-tekst", bodyKey)); // such as one line of stars
  const all = [...told, ...checkLinks(links, headings, pages)].sort(byPlace);
  return [...problems, ...all.map(({ line, ...problem }) => ({ ...problem, line: line - 1 + lines }))]; // the text is below an empty line
}
