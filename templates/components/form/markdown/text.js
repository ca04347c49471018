/**
 * Signs and stretches of a text in Markdown.
 * @module
 */

/** @typedef {{start: number, end: number, indent?: number}} Span a part of the source; of a line, how many columns its text is indented */

/** White space, as Markdown has it. @param {string | undefined} c */
export const isSpace = (c) => c === " " || c === "\n" || c === "\t" || c === "\r";

/** A sign that a backslash before it makes mean nothing but itself. @param {string | undefined} c */
export const isSign = (c) => c !== undefined && /^[!-/:-@[-`{-~]$/.test(c);

/** @param {string} text */
export const isBlank = (text) => /^[ \t\r\n]*$/.test(text);

/** A span without white space at its ends. @param {string} source @param {Span} span @returns {Span} */
export function trimmed(source, { start, end }) {
  while (start < end && isSpace(source[start])) start++;
  while (end > start && isSpace(source[end - 1])) end--;
  return { start, end };
}

/** How many bytes a text is in UTF-8: limits of the program count those. @param {string} text */
export const bytes = (text) => (/^[\0-\x7f]*$/.test(text) ? text.length : new TextEncoder().encode(text).length);

/**
 * Where a stretch of text ends that began just before from: at the first closer
 * that no backslash stands before; -1 where the opener comes first.
 * @param {string} text @param {number} from @param {string} opener @param {string} closer
 */
export function closure(text, from, opener, closer) {
  for (let i = from; i < text.length; i++) {
    const c = text[i];
    if (c === "\\" && isSign(text[i + 1])) i++;
    else if (c === closer) return i;
    else if (c === opener) return -1;
  }
  return -1;
}

/** @param {string} text @param {number} from */
export function skipSpaces(text, from) {
  while (isSpace(text[from])) from++;
  return from;
}

/**
 * The address of a link, which stays on its line.
 * @param {string} text @param {number} from
 * @returns {{address: string, end: number} | undefined}
 */
export function destination(text, from) {
  const angled = text[from] === "<";
  let open = 0;
  let i = angled ? from + 1 : from;
  for (; i < text.length && text[i] !== "\n"; i++) {
    const c = text[i];
    if (c === "\\" && isSign(text[i + 1])) i++;
    else if (angled) {
      if (c === ">") return { address: text.slice(from + 1, i), end: i + 1 };
    } else if (isSpace(c)) break;
    else if (c === "(") open++;
    else if (c === ")" && --open < 0) break;
  }
  return angled || i === from ? undefined : { address: text.slice(from, i), end: i };
}

/**
 * The title of a link, between quotation marks or parentheses.
 * @param {string} text @param {number} from
 * @returns {{title: string, end: number} | undefined}
 */
export function linkTitle(text, from) {
  const opener = text[from];
  if (opener !== '"' && opener !== "'" && opener !== "(") return undefined;
  const end = closure(text, from + 1, opener, opener === "(" ? ")" : opener);
  return end < 0 ? undefined : { title: text.slice(from + 1, end), end: end + 1 };
}

/** What two names of one link definition have in common. @param {string} name */
export const linkName = (name) => name.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, "").replace(/[ \t\r\n]+/g, " ").toLowerCase().toUpperCase();
