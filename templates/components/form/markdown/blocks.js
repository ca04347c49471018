/**
 * Reads the blocks of a text in Markdown: what of it is a heading, a list, a
 * table, code. Of what the program's reader knows (CommonMark with tables,
 * footnotes, definition lists and strikethrough), this is what a rule asks for.
 * @module
 */
import { finishParagraph } from "./paragraph.js";
import { closure, isBlank, trimmed } from "./text.js";
import { block } from "./tree.js";

/** @typedef {import("./tree.js").Block} Block */
/** @typedef {import("./tree.js").Document} Document */
/** @typedef {import("./text.js").Span} Span */

const htmlTags = new Set(
  ("address article aside base basefont blockquote body caption center col colgroup dd details dialog dir div dl dt fieldset figcaption figure footer form frame frameset " +
    "h1 h2 h3 h4 h5 h6 head header hr html iframe legend li link main menu menuitem meta nav noframes ol optgroup option p param search section summary table tbody td " +
    "tfoot th thead title tr track ul").split(" "),
);

/** An attribute in a tag. */
export const attribute = "[\\r\\n \\t]+[a-zA-Z_:][a-zA-Z0-9:._-]*(?:[\\r\\n \\t]*=[\\r\\n \\t]*(?:[^\"'=<>`\\x00-\\x20]+|'[^']*'|\"[^\"]*\"))?";

/** Kinds of HTML that end at something, and not at an empty line: by how they begin. */
const htmlKinds = [
  { start: /^<(?:script|pre|style|textarea)(?:\s|\/?>|$)/i, end: /<\/(?:script|pre|style|textarea)>/i },
  { start: /^<!--/, end: /-->/ },
  { start: /^<\?/, end: /\?>/ },
  { start: /^<![A-Z]/, end: />/ },
  { start: /^<!\[CDATA\[/, end: /\]\]>/ },
];
const htmlStart = /^<(?:\/ *)?([a-zA-Z]+[a-zA-Z0-9-]*)(?: |\/?>|$)/;
const htmlAlone = new RegExp(`^<(/ *)?([a-zA-Z]+[a-zA-Z0-9-]*)((?:${attribute})*) *(?:>|/>) *$`);

/** A place in one line, of which tabs count to the next column of four. */
class Cursor {
  /** @param {string} source @param {number} start @param {number} end */
  constructor(source, start, end) {
    this.source = source;
    this.pos = start;
    this.end = end;
    this.column = 0;
    this.rest = 0; // columns of a tab that is half passed
  }

  /** How far the text is indented from here, and where it starts. */
  get indent() {
    let width = this.rest;
    let at = this.pos;
    let column = this.column + this.rest;
    for (; at < this.end; at++) {
      if (this.source[at] === " ") width++, column++;
      else if (this.source[at] === "\t") {
        const step = 4 - (column % 4);
        width += step;
        column += step;
      } else break;
    }
    return { width, at, blank: at === this.end || isBlank(this.source.slice(at, this.end)) };
  }

  /** Passes some columns of white space, as far as there are. @param {number} columns */
  pass(columns) {
    while (columns > 0) {
      if (this.rest) this.rest--, this.column++;
      else if (this.source[this.pos] === "\t" && this.pos < this.end) {
        this.rest = 4 - (this.column % 4);
        this.pos++;
        continue;
      } else if (this.source[this.pos] === " " && this.pos < this.end) this.pos++, this.column++;
      else return;
      columns--;
    }
  }

  /** Goes to a place past the white space, and past some signs. @param {number} signs */
  skip(signs) {
    const { width, at } = this.indent;
    this.column += width + signs;
    this.rest = 0;
    this.pos = at + signs;
  }

  /** What is left of the line from its text on. */
  get text() {
    return this.source.slice(this.indent.at, this.end);
  }

  /** @returns {Span} */
  get span() {
    return { start: this.pos, end: this.end, indent: this.indent.width };
  }
}

class Reader {
  /** @param {string} source */
  constructor(source) {
    this.source = source;
    this.root = block("document", 0);
    /** @type {Block[]} */
    this.notes = [];
    /** @type {import("./tree.js").Links} */
    this.links = new Map();
    this.open = [this.root];
    this.emptied = false; // an empty line came after an empty item
  }

  /** @returns {Document} */
  read() {
    for (let start = 0; start < this.source.length; ) {
      const end = this.source.indexOf("\n", start);
      this.line(new Cursor(this.source, start, end < 0 ? this.source.length : end));
      start = end < 0 ? this.source.length : end + 1;
    }
    this.close(1);
    return { root: this.root, notes: this.notes, links: this.links };
  }

  get tip() {
    return this.open[this.open.length - 1];
  }

  /** @param {Cursor} line */
  line(line) {
    let depth = 1; // of the open blocks that go on
    while (depth < this.open.length && this.goesOn(this.open[depth], line)) depth++;
    const { type } = this.open[depth - 1];
    if (type === "fence" || type === "html" || type === "code") return;
    if (type === "list") depth--; // it goes on if an item follows

    let started = false;
    for (let indent = line.indent; !indent.blank; indent = line.indent) {
      const made = this.start(line, indent, this.tip.type === "paragraph" && !started, depth);
      if (!made) break;
      depth = this.open.length;
      if (made === "again") continue;
      started = true;
      if (!holdsBlocks(made)) return;
    }
    const { at, blank } = line.indent;
    if (!blank && this.tip.type === "paragraph" && !started) {
      this.tip.lines.push(line.span); // it goes on where nothing else starts
      return;
    }
    this.close(depth);
    if (!blank) this.add(block("paragraph", at)).lines.push(line.span);
  }

  /** Whether an open block goes on in a line; passes what belongs to it. @param {Block} one @param {Cursor} line */
  goesOn(one, line) {
    const { width, at, blank } = line.indent;
    switch (one.type) {
      case "quote":
        if (width > 3 || this.source[at] !== ">" || at >= line.end) return false;
        line.skip(1);
        line.pass(1);
        return true;
      case "list": // what follows an empty item and an empty line is in no list
        return blank || !this.emptied || (width < one.blocks[one.blocks.length - 1].indent && itemStart.test(line.text));
      case "item":
        if (blank && !one.blocks.length) this.emptied = true;
        if (blank) return one.blocks.length > 0;
        if (width < one.indent) return false;
        line.pass(one.indent);
        return true;
      case "definitions":
        return blank || width >= one.indent;
      case "description":
        if (!blank) line.pass(this.open[this.open.indexOf(one) - 1].indent);
        return true;
      case "note":
        if (!blank && width < 4) return false;
        line.pass(4);
        return true;
      case "code":
        if (!blank && width < 4) return false;
        line.pass(4);
        one.lines.push(line.span);
        return true;
      case "fence": {
        const closing = new RegExp(`^\\${one.marker[0]}{${one.marker.length},}[ \\t\\r]*$`);
        if (width < 4 && closing.test(line.text)) {
          this.close(this.open.indexOf(one));
          line.pos = line.end;
          return false;
        }
        line.pass(Math.min(one.indent, width));
        one.lines.push(line.span);
        return true;
      }
      case "html":
        if (one.closed || (!one.end && blank)) return false;
        one.lines.push(line.span);
        one.closed = Boolean(one.end?.test(line.text));
        return true;
    }
    return false; // a paragraph goes on where nothing else starts
  }

  /**
   * Opens the block that starts at a line, if one does; "again" where the line has
   * to be looked at once more.
   * @param {Cursor} line @param {{width: number, at: number}} indent
   * @param {boolean} interrupts whether the line would otherwise go on in a paragraph
   * @param {number} depth how many of the open blocks the line is in
   * @returns {Block | "again" | undefined}
   */
  start(line, { width, at }, interrupts, depth) {
    const parent = this.open[depth - 1];
    const text = this.source.slice(at, line.end);
    const add = (/** @type {Block} */ made) => {
      this.close(depth);
      return this.add(made);
    };
    if (width > 3) {
      if (interrupts) return undefined;
      const made = add(block("code", at));
      line.pass(4);
      made.lines.push(line.span);
      return made;
    }
    const spaced = !this.source.slice(line.pos, at).includes("\t"); // some blocks may have spaces before them, and no tab
    const own = interrupts && this.open.length === depth + 1; // the paragraph stands right in the parent
    if (own && spaced && /^(?:=+|-+)[ \t\r]*$/.test(text)) {
      const paragraph = this.tip;
      unindent(paragraph);
      this.close(depth);
      if (!remove(parent, paragraph)) return "again"; // it was a table or a definition
      const made = block("heading", paragraph.lines[0].start);
      made.level = text[0] === "=" ? 1 : 2;
      made.lines = paragraph.lines;
      return this.add(made);
    }
    if (/^(?:(?:\*[ \t\r]*){3,}|(?:-[ \t\r]*){3,}|(?:_[ \t\r]*){3,})$/.test(text)) return add(block("rule", at));
    if (text[0] === ":" && width === 0) {
      const made = this.description(parent, line, depth);
      if (made) return made;
    }
    const item = spaced && itemStart.exec(text);
    if (item && !(own && (isBlank(text.slice(item[0].length)) || (item[2] && Number(item[2]) !== 1)))) return this.item(line, at, item, depth);
    const heading = /^(#{1,6})(?=[ \t\r]|$)/.exec(text);
    if (heading) {
      const made = add(block("heading", at));
      made.level = heading[1].length;
      const inner = trimmed(this.source, { start: at + made.level, end: line.end });
      const closing = /(?:^|[ \t\r]+)#+$/.exec(this.source.slice(inner.start, inner.end));
      if (closing) inner.end = inner.start + closing.index;
      if (inner.end > inner.start) made.lines.push(inner);
      return made;
    }
    const fence = /^(?:`{3,}(?!.*`)|~{3,})/.exec(text);
    if (fence) {
      const made = add(block("fence", at));
      made.marker = fence[0];
      made.indent = width;
      return made;
    }
    if (text[0] === ">") {
      line.skip(1);
      line.pass(1);
      return add(block("quote", at));
    }
    if (spaced && text[0] === "<") {
      const made = this.html(text, at, interrupts);
      if (made) {
        made.lines.push(line.span);
        return add(made);
      }
    }
    if (text.startsWith("[^")) {
      const end = closure(text, 2, "[", "]");
      if (end > 0 && text[end + 1] === ":" && !isBlank(text.slice(2, end))) {
        const made = add(block("note", at));
        made.label = text.slice(2, end);
        line.skip(end + 2);
        return made;
      }
    }
    return undefined;
  }

  /** @param {Cursor} line @param {number} at @param {RegExpExecArray} marked @param {number} depth */
  item(line, at, marked, depth) {
    const [marker, bullet, , sign] = marked;
    this.emptied = false;
    const list = this.open[depth];
    const same = list?.type === "list" && list.marker === (bullet ?? sign);
    this.close(same ? depth + 1 : depth);
    if (!same) this.add(block("list", at)).marker = bullet ?? sign;
    const made = this.add(block("item", at));
    const before = line.indent.width;
    line.skip(marker.length);
    const { width, blank } = line.indent;
    const inner = blank || width > 4 ? 1 : width;
    made.indent = before + marker.length + inner;
    line.pass(inner);
    return made;
  }

  /** What a line that starts with a colon explains: the paragraph before it, or what that explains already. @param {Block} parent @param {Cursor} line @param {number} depth */
  description(parent, line, depth) {
    const after = new Cursor(this.source, line.pos, line.end);
    after.column = line.column;
    after.skip(1);
    const { width } = after.indent;
    if (width < 1) return undefined;
    const [before, last] = [undefined, undefined, ...parent.blocks].slice(-2);
    if (last?.type !== "paragraph" && last?.type !== "definitions") return undefined;
    const { at } = line.indent;
    const known = last.type === "paragraph" ? before : last;
    if (known?.type === "definitions" && this.tip === last) this.open.pop(); // more terms are taken as they are
    unindent(last);
    this.close(depth);
    if (last.type === "paragraph" && !remove(parent, last)) return "again"; // it was a table or a definition
    let list = block("definitions", at);
    if (known?.type === "definitions") {
      remove(parent, known);
      list = known;
    }
    list.indent = (width >= 8 ? 5 : width) + 1;
    for (const span of last.lines) {
      const term = block("term", span.start);
      term.lines.push(trimmed(this.source, span));
      list.blocks.push(term);
    }
    this.add(list);
    line.skip(1);
    line.pass(list.indent - 1);
    return this.add(block("description", at));
  }

  /** @param {string} text @param {number} at @param {boolean} interrupts @returns {Block | undefined} */
  html(text, at, interrupts) {
    const made = block("html", at);
    const kind = htmlKinds.find(({ start }) => start.test(text));
    if (kind) {
      made.end = kind.end;
      made.closed = kind.end.test(text);
      return made;
    }
    const name = htmlStart.exec(text)?.[1];
    if (name && htmlTags.has(name.toLowerCase())) return made;
    const alone = htmlAlone.exec(text.replace(/\r$/, ""));
    if (!alone) return undefined;
    const [, closes, tag, attributes] = alone;
    if (htmlTags.has(tag.toLowerCase())) return made;
    return interrupts || (closes === "/" && attributes) || /^(?:script|style|pre)$/i.test(tag) ? undefined : made;
  }

  /** @param {Block} made @returns {Block} */
  add(made) {
    this.tip.blocks.push(made);
    if (made.type !== "heading" && made.type !== "rule") this.open.push(made);
    return made;
  }

  /** Closes all open blocks from a depth on, the innermost first. @param {number} depth */
  close(depth) {
    while (this.open.length > depth) {
      const done = /** @type {Block} */ (this.open.pop());
      if (done.type === "paragraph") finishParagraph(this.source, done, this.tip, this.links);
      else if (done.type === "code") {
        while (done.lines.length && isBlank(this.source.slice(done.lines[done.lines.length - 1].start, done.lines[done.lines.length - 1].end))) done.lines.pop();
      } else if (done.type === "note") {
        remove(this.tip, done);
        this.notes.push(done);
      }
    }
  }
}

/** Takes away the indentation of lines: where something is made of a paragraph, the line below a table's header may have any. @param {Block} paragraph */
function unindent({ lines }) {
  for (const line of lines) line.indent = 0;
}

/** Takes a block out of its parent; false where it is there no more. @param {Block} parent @param {Block} one */
function remove(parent, one) {
  const at = parent.blocks.lastIndexOf(one);
  if (at >= 0) parent.blocks.splice(at, 1);
  return at >= 0;
}

/** How an item of a list starts. */
const itemStart = /^(?:([-+*])|(\d{1,9})([.)]))(?=[ \t]|$)/;

/** @param {Block} one */
const holdsBlocks = ({ type }) => type === "quote" || type === "item" || type === "description" || type === "note";

/** @param {string} source with \n at the end of lines @returns {Document} */
export const readBlocks = (source) => new Reader(source).read();
