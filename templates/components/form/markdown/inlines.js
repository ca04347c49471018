/**
 * Reads what is in the lines of a block: emphasis, links, code, HTML.
 * @module
 */
import { attribute } from "./blocks.js";
import { closure, destination, isBlank, isSpace, linkName, linkTitle, skipSpaces } from "./text.js";

/** @typedef {import("./text.js").Span} Span */

/**
 * @typedef {object} Inline
 * @property {"text" | "break" | "code" | "link" | "image" | "address" | "html" | "note" | "emphasis"} type
 * @property {number} at where it starts in the source
 * @property {Inline[]} inlines in it
 * @property {Span[]} spans of a text or code in the source, one for each line
 * @property {string} text of HTML or an address
 * @property {string} address of a link, as it was written
 * @property {string} title of a link, as it was written
 *
 * A mark that may begin or end emphasis.
 * @typedef {object} Mark
 * @property {Inline} text that it is as long as it does not
 * @property {string} sign
 * @property {number} length that is left
 * @property {number} whole
 * @property {boolean} opens
 * @property {boolean} closes
 *
 * A bracket that may begin a link.
 * @typedef {{text: Inline, image: boolean, from: number, marks: number}} Bracket
 */

const openTag = new RegExp(`<[A-Za-z][A-Za-z0-9-]*(?:${attribute})*[ \\t\\n]*/?>`, "y");
const closeTag = /<\/[A-Za-z][A-Za-z0-9-]*[ \t\n]*>/y;
const markup = [
  { start: /<!--/y, end: "-->" },
  { start: /<(?=\?)/y, end: "?>" }, // in <?> they share a sign
  { start: /<![A-Z]/y, end: ">" },
  { start: /<!\[CDATA\[/y, end: "]]>" },
];
const mailAddress = /<([a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*)>/y;
const webAddress = /<([A-Za-z][A-Za-z0-9+.-]{1,32}:[^\0- <>]*)>/y;

/** What a pattern finds at a place. @param {RegExp} pattern @param {string} text @param {number} at */
function match(pattern, text, at) {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** @param {Inline["type"]} type @param {number} at @returns {Inline} */
const inline = (type, at) => ({ type, at, inlines: [], spans: [], text: "", address: "", title: "" });

class Reader {
  /**
   * @param {string} source
   * @param {import("./tree.js").Block} block
   * @param {Notes} notes
   * @param {import("./tree.js").Links} links
   */
  constructor(source, { lines }, notes, links) {
    this.lines = lines;
    this.text = lines.map(({ start, end }) => source.slice(start, end)).join("\n");
    /** @type {number[]} where each line starts in the text */
    this.starts = [];
    let at = 0;
    for (const { start, end } of lines) {
      this.starts.push(at);
      at += end - start + 1;
    }
    this.notes = notes;
    this.links = links;
    /** @type {Inline[]} */
    this.made = [];
    /** @type {Mark[]} */
    this.marks = [];
    /** @type {Bracket[]} */
    this.brackets = [];
    this.done = 0; // up to here all is made
    /** @type {Set<string>} ends of HTML that do not come any more */
    this.endless = new Set();
  }

  /** Where a place in the text is in the source. @param {number} at */
  origin(at) {
    let [low, high] = [0, this.starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.starts[middle] <= at) low = middle;
      else high = middle - 1;
    }
    return this.lines[low].start + at - this.starts[low];
  }

  /** The parts of a stretch of the text, by line. @param {number} start @param {number} end @returns {Span[]} */
  spans(start, end) {
    const spans = [];
    for (let at = start; ; ) {
      const stop = this.text.indexOf("\n", at);
      const to = stop < 0 || stop >= end ? end : stop;
      spans.push({ start: this.origin(at), end: this.origin(at) + to - at });
      if (to === end) return spans;
      at = stop + 1;
    }
  }

  read() {
    const { text } = this;
    for (let i = 0; i < text.length; ) {
      const next = this.take(i);
      if (next > i) {
        this.done = i = next;
        continue;
      }
      i += text[i] === "\\" && i + 1 < text.length ? 2 : 1;
    }
    this.plain(text.length);
    this.emphasise(0);
    return this.made;
  }

  /** Makes text of what lies before a place. @param {number} to */
  plain(to) {
    if (this.done < to) this.push("text", this.done).spans = this.spans(this.done, to);
    this.done = to;
  }

  /** @param {Inline["type"]} type @param {number} at */
  push(type, at) {
    const made = inline(type, this.origin(at));
    this.made.push(made);
    return made;
  }

  /** Makes what starts at a place, and gives where it ends; 0 where nothing starts. @param {number} i */
  take(i) {
    switch (this.text[i]) {
      case "\n":
        return this.lineBreak(i);
      case "\\":
        if (this.text[i + 1] !== "\n") return 0;
        this.plain(i);
        this.done = i + 1;
        return this.lineBreak(i + 1);
      case "`":
        return this.code(i);
      case "!":
      case "[":
        return this.note(i) || this.open(i);
      case "]":
        return this.brackets.length ? this.end(i) : 0;
      case "<":
        return this.angled(i);
      case "*":
      case "_":
      case "~":
        return this.mark(i);
    }
    return 0;
  }

  /** @param {number} i */
  lineBreak(i) {
    let end = i;
    while (end > this.done && isSpace(this.text[end - 1])) end--;
    this.plain(end);
    this.push("break", i);
    return i + 1;
  }

  /** @param {number} i */
  code(i) {
    const ticks = /** @type {RegExpExecArray} */ (match(/`+/y, this.text, i))[0].length;
    const after = i + ticks;
    for (const run of this.text.slice(after).matchAll(/`+/g)) {
      if (run[0].length !== ticks) continue;
      let [start, end] = [after, after + run.index];
      const inner = this.text.slice(start, end);
      if (!isBlank(inner) && /^[ \n][\s\S]*[ \n]$/.test(inner)) start++, end--;
      this.plain(i);
      this.push("code", i).spans = this.spans(start, end);
      return after + run.index + ticks;
    }
    this.plain(after);
    return after;
  }

  /** A reference to a footnote, as in [^1]. @param {number} i */
  note(i) {
    const at = this.text[i] === "!" ? i + 1 : i;
    if (!this.text.startsWith("[^", at)) return 0;
    const stop = this.text.indexOf("\n", at);
    const line = this.text.slice(at, stop < 0 ? undefined : stop);
    const end = closure(line, 2, "[", "]");
    if (end > 0 && this.notes.refer(line.slice(2, end))) {
      this.plain(at);
      this.push("note", at);
      return at + end + 1;
    }
    const close = line.indexOf("]");
    if (close > 2 && line[close + 1] !== "(" && line[close + 1] !== "[") this.notes.missing.push({ at: this.origin(at), label: line.slice(2, close) });
    return 0;
  }

  /** @param {number} i */
  open(i) {
    const image = this.text[i] === "!";
    if (image && this.text[i + 1] !== "[") return 0;
    const from = i + (image ? 2 : 1);
    this.plain(i);
    const text = this.push("text", i);
    text.spans = this.spans(i, from);
    this.brackets.push({ text, image, from, marks: this.marks.length });
    return from;
  }

  /** The end of the text of a link. @param {number} i */
  end(i) {
    const bracket = /** @type {Bracket} */ (this.brackets.pop());
    const place = this.made.lastIndexOf(bracket.text);
    if (!bracket.image && this.made.slice(place + 1).some(holdsLink)) return 0; // no link in a link
    const to = this.target(i + 1) ?? this.reference(bracket.from, i);
    if (!to) return 0;
    this.plain(i);
    this.emphasise(bracket.marks);
    const made = inline(bracket.image ? "image" : "link", bracket.text.at);
    made.inlines = this.made.splice(this.made.lastIndexOf(bracket.text)).slice(1);
    made.address = to.address;
    made.title = to.title;
    this.made.push(made);
    return to.end;
  }

  /** Where a link goes, between parentheses. @param {number} i @returns {{address: string, title: string, end: number} | undefined} */
  target(i) {
    const { text } = this;
    if (text[i] !== "(") return undefined;
    let at = skipSpaces(text, i + 1);
    if (text[at] === ")") return { address: "", title: "", end: at + 1 };
    const to = destination(text, at);
    if (!to) return undefined;
    at = skipSpaces(text, to.end);
    if (text[at] === ")") return { address: to.address, title: "", end: at + 1 };
    const title = linkTitle(text, at);
    if (!title) return undefined;
    at = skipSpaces(text, title.end);
    return text[at] === ")" ? { address: to.address, title: title.title, end: at + 1 } : undefined;
  }

  /** Where a link goes that is defined elsewhere. @param {number} from @param {number} to its text @returns {{address: string, title: string, end: number} | undefined} */
  reference(from, to) {
    let name = this.text.slice(from, to);
    let end = to + 1;
    const close = this.text[end] === "[" ? closure(this.text, end + 1, "[", "]") : -1;
    if (close >= 0) {
      const other = this.text.slice(end + 1, close);
      if (!isBlank(other)) name = other;
      end = close + 1;
    }
    const found = name.length <= 999 && this.links.get(linkName(name));
    return found ? { ...found, end } : undefined;
  }

  /** An address or HTML between < and >. @param {number} i */
  angled(i) {
    const address = match(mailAddress, this.text, i) ?? match(webAddress, this.text, i);
    const tag = match(openTag, this.text, i) ?? match(closeTag, this.text, i);
    const end = address || tag ? i + (address ?? /** @type {RegExpExecArray} */ (tag))[0].length : this.markup(i);
    if (!end) return 0;
    this.plain(i);
    const made = this.push(address ? "address" : "html", i);
    made.text = address ? address[1] : this.text.slice(i, end);
    return end;
  }

  /** Where HTML that is no tag ends. @param {number} i */
  markup(i) {
    const empty = match(/<!--(?:-?)>/y, this.text, i);
    if (empty) return i + empty[0].length;
    for (const { start, end } of markup) {
      const found = match(start, this.text, i);
      if (!found || this.endless.has(end)) continue;
      const at = this.text.indexOf(end, i + found[0].length);
      if (at >= 0) return at + end.length;
      this.endless.add(end);
    }
    return 0;
  }

  /** A run of marks for emphasis. @param {number} i */
  mark(i) {
    const sign = this.text[i];
    let end = i;
    while (this.text[end] === sign) end++;
    const length = end - i;
    const before = /[^]$/u.exec(this.text.slice(Math.max(0, i - 2), i))?.[0] ?? "\n";
    if (sign === "~" && (length > 2 || before === "~")) return 0;
    const after = /^[^]/u.exec(this.text.slice(end, end + 2))?.[0] ?? " ";
    const space = /[\p{White_Space}]/u;
    const punctuation = /[\p{P}\p{S}]/u;
    const left = !space.test(after) && (!punctuation.test(after) || space.test(before) || punctuation.test(before));
    const right = !space.test(before) && (!punctuation.test(before) || space.test(after) || punctuation.test(after));
    this.plain(i);
    const text = this.push("text", i);
    text.spans = this.spans(i, end);
    const opens = sign === "_" ? left && (!right || punctuation.test(before)) : left;
    const closes = sign === "_" ? right && (!left || punctuation.test(after)) : right;
    this.marks.push({ text, sign, length, whole: length, opens, closes });
    return end;
  }

  /** Makes emphasis of the marks from one on, and lets them go. @param {number} bottom */
  emphasise(bottom) {
    const marks = this.marks.splice(bottom);
    for (let c = 0; c < marks.length; ) {
      const closer = marks[c];
      const o = closer.closes ? marks.findLastIndex((mark, at) => at < c && mark.opens && mark.sign === closer.sign && takes(mark, closer) > 0) : -1;
      if (o < 0) {
        c++;
        continue;
      }
      const opener = marks[o];
      const length = takes(opener, closer);
      const made = inline("emphasis", opener.text.at);
      const start = this.made.lastIndexOf(opener.text) + 1;
      const end = this.made.indexOf(closer.text, start);
      made.inlines = this.made.slice(start, end);
      this.made.splice(start, end - start, made);
      marks.splice(o + 1, c - o - 1);
      c = o + 1;
      for (const mark of [opener, closer]) {
        mark.length -= length;
        mark.text.spans[0].end -= length;
        if (mark.length) continue;
        this.made.splice(this.made.indexOf(mark.text), 1);
        marks.splice(marks.indexOf(mark), 1);
        if (mark === opener) c--;
      }
    }
  }
}

/** How many signs of two marks make emphasis. @param {Mark} opener @param {Mark} closer */
function takes(opener, closer) {
  if ((opener.closes || closer.opens) && (opener.whole + closer.whole) % 3 === 0 && closer.whole % 3 !== 0) return 0;
  return opener.length >= 2 && closer.length >= 2 ? 2 : 1;
}

/** @param {Inline} made @returns {boolean} */
const holdsLink = ({ type, inlines }) => type === "link" || inlines.some(holdsLink);

/** The footnotes of a text, and the references to them. */
export class Notes {
  /** @param {import("./tree.js").Block[]} notes */
  constructor(notes) {
    this.notes = notes;
    /** @type {import("./tree.js").Block[]} in the order of the first reference to each */
    this.used = [];
    /** @type {{at: number, label: string}[]} */
    this.missing = [];
  }

  /** Whether there is a note with a label. @param {string} label */
  refer(label) {
    const found = this.notes.find((note) => note.label === label);
    if (found && !this.used.includes(found)) this.used.push(found);
    return Boolean(found);
  }
}

/**
 * @param {string} source
 * @param {import("./tree.js").Block} block
 * @param {Notes} notes
 * @param {import("./tree.js").Links} links
 */
export const readInlines = (source, block, notes, links) => (block.lines.length ? new Reader(source, block, notes, links).read() : []);
