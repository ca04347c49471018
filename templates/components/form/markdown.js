/**
 * What newcomers most often write in the text that Markdown or this catalogue does
 * not know. The program reads Markdown whole; this reads it line by line.
 * @module
 */
import { bodyKey, data, say, words } from "./data.js";

/** Text in code means nothing but itself. @param {string} text */
const withoutCode = (text) => text.replace(/^(`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^\1[`~]*[ \t]*$|$(?![\s\S]))/gm, "").replace(/(`+)(?!`)[\s\S]*?[^`]\1(?!`)/g, "x");

/** Tags that begin HTML which goes on to the next empty line. */
const blocks = /^<\/?(?:address|article|aside|blockquote|center|details|div|dl|fieldset|figure|footer|form|h[1-6]|header|hr|iframe|li|link|main|menu|nav|ol|p|section|summary|table|tbody|td|tfoot|th|thead|tr|ul)(?:\s|\/?>|$)/i;
const tag = /<\/?[A-Za-z][A-Za-z0-9-]*(?:\s[^<>]*)?\/?>/;

/** @param {string} text */
export function checkMarkdown(text) {
  const problems = [];
  let left = withoutCode(text.trim()).replace(/\\[!-/:-@[-`{-~]/g, "x");
  left = left.replace(/!\[([^\]]*)\]\([^()]*\)/g, (_, alt) => {
    problems.push(say("afbeelding", bodyKey));
    if (!alt.trim()) problems.push(say("geen-alt", bodyKey));
    return "x";
  });
  problems.push(...headings(left));
  left = left.replace(/<!--[\s\S]*?-->/g, () => {
    problems.push(say("html-commentaar", bodyKey));
    return "x";
  });
  let told = problems.some(({ rule }) => rule === "geen-html");
  for (let at = left.search(tag); at >= 0; at = left.search(tag)) {
    const whole = /** @type {RegExpExecArray} */ (tag.exec(left))[0];
    const line = left.slice(left.lastIndexOf("\n", at - 1) + 1, at);
    const alone = !line.trim() && (blocks.test(whole) || /^[ \t]*(?:\n|$)/.test(left.slice(at + whole.length)));
    const name = /** @type {RegExpExecArray} */ (/^<\/?[A-Za-z][A-Za-z0-9-]*/.exec(whole))[0];
    if (alone || !told || !whole.startsWith("</")) problems.push(say("html", bodyKey, name, instead(name)));
    told = true;
    const rest = left.slice(at + whole.length);
    left = alone ? rest.slice(Math.max(rest.search(/\n[ \t]*\n/), 0) || rest.length) : left.slice(0, at).replaceAll("<", "x") + rest;
  }
  left = text.includes("://") || text.includes("www.") ? withoutCode(text).replace(/!?\[[^\]]*\]\([^()]*\)|<[a-z/][^<>]*>/gi, "x") : "";
  for (const _ of left.matchAll(/(?<=^|[ \n(,;:"'])(?:https?:\/\/|www\.)/g)) problems.push(say("kaal-adres", bodyKey));
  return problems;
}

/** Levels of headings: the title of the page is the only one of level 1. @param {string} text */
function headings(text) {
  const levels = [...text.matchAll(/^ {0,3}(#{1,6})(?=[ \t]+\S)/gm)].map(([, signs]) => signs.length);
  const problems = levels.filter((level) => level === 1).map(() => say("kop-een", bodyKey));
  const shift = problems.length ? 1 : 0;
  let above = 1;
  for (const written of levels) {
    const level = Math.min(written + shift, 6);
    if (level > above + 1) problems.push(say("kop-overgeslagen", bodyKey, "#".repeat(level - shift), "#".repeat(above + 1 - shift)));
    above = level;
  }
  return problems;
}

/** What to write for a tag. @param {string} name */
function instead(name) {
  const at = data.words.html.indexOf(name.toLowerCase());
  return words(at < 0 ? "html-anders" : data.words.html[at + 1]).hint;
}
