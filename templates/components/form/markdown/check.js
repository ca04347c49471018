/**
 * What is wrong with a text in Markdown: as package markdown finds it.
 * @module
 */
import { checkURL, hostIn, hostOf, isMail, tracking } from "../address.js";
import { describe, mixed, scan } from "../characters.js";
import { bodyKey, data, length, pattern, say, short, words } from "../data.js";
import { findPersonal, personalMail } from "../personal.js";
import { headingId } from "../slug.js";
import { readBlocks } from "./blocks.js";
import { decodeAddress, entity, parts } from "./entities.js";
import { Notes, readInlines } from "./inlines.js";
import { checkLimits } from "./limits.js";
import { accidents, emptyHeads, lineSigns, proseInCode, underlineOf, wordSigns } from "./missed.js";
import { bytes, isBlank } from "./text.js";

/** @typedef {import("./tree.js").Block} Block */
/** @typedef {import("./inlines.js").Inline} Inline */
/** @typedef {import("./tree.js").Document} Document */
/** @typedef {import("../characters.js").Find} Find */
/** @typedef {import("../data.js").Problem & Place} Told */
/** @typedef {{at: number, line: number, column: number}} Place */
/** @typedef {{address: string, place: Place}} Link */
/** @typedef {{level: number, id: string, at: number}} Heading */

/** Blocks and inlines of which those within each other count for the depth. */
const deepens = new Set(["quote", "item", "description", "note", "emphasis", "link", "image"]);

class Text {
  /** @param {string} source */
  constructor(source) {
    this.source = source;
    /** @type {Told[]} */
    this.problems = [];
    /** @type {Map<string, number>} how often each rule was broken */
    this.counts = new Map();
    this.hopeless = false; // too large or too deep to be shown
    this.nodes = 0;
    this.tables = 0;
    this.linked = 0; // with the links that are refused
    this.decoded = false; // entities stand for more than plain ASCII

    this.plain = ""; // the words alone, a line for each block
    /** @type {{plain: number, source: number}[]} where the words from here on stood */
    this.origins = [];
    /** @type {{start: number, end: number}[]} parts of the words that are links or code */
    this.stretches = [];
    /** @type {Map<Block, Inline[]>} */
    this.inside = new Map();
    /** @type {Heading[]} */
    this.headings = [];
    /** @type {Link[]} */
    this.links = [];
    /** @type {import("../personal.js").Find[]} what may be about one person, at places in the source */
    this.doubts = [];
    /** @type {import("./missed.js").Underline[]} */
    this.underlines = [];
    /** @type {number[]} where lines start; made when first asked for */
    this.starts = [];
  }

  check() {
    checkLimits(this.source, (name, at, ...args) => this.tooMuch(name, at, ...args));
    if (this.hopeless) return;
    for (const find of scan(this.source)) this.character(find, find.at);
    this.document = readBlocks(this.source);
    this.notes = new Notes(this.document.notes);
    for (const block of [this.document.root, ...this.document.notes]) this.read(block);
    for (const block of [this.document.root, ...this.notes.used]) this.block(block, 0);
    if (this.decoded) for (const find of scan(this.plain)) this.character(find, this.origin(find.at));
    for (const find of mixed(this.plain)) this.character(find, this.origin(find.at));
    for (const { at, label } of this.notes.missing) this.say("voetnoot-ontbreekt", at, short(label), short(label));
    for (const { at, label } of this.document.notes.filter((note) => !this.notes?.used.includes(note))) this.say("voetnoot-ongebruikt", at, short(label), short(label));
    if (this.hopeless) return;
    this.missedWords();
    for (const at of accidents(this.underlines)) this.say("kop-door-streepjes", at);
    this.levels();
    this.personalData();
    this.bareAddresses();
    this.openComments();
  }

  /** @param {number} at in the source @returns {Place} */
  place(at) {
    if (!this.starts.length) {
      this.starts.push(0);
      for (let i = this.source.indexOf("\n"); i >= 0 && i + 1 < this.source.length; i = this.source.indexOf("\n", i + 1)) this.starts.push(i + 1);
    }
    const line = this.starts.findLastIndex((start) => start <= at);
    return { at, line: line + 1, column: length(this.source.slice(this.starts[line], at).replace(/\n+$/, "")) + 1 };
  }

  /** Tells a problem at a place in the source. @param {string} name of its phrase @param {number} at @param {(string | number)[]} args */
  say(name, at, ...args) {
    const [rule, warning] = data.phrases[name];
    const n = (this.counts.get(rule) ?? 0) + 1;
    const most = data.limits["nog-vaker"];
    this.counts.set(rule, n);
    if (n > most + 1) return;
    const told = n <= most ? say(name, bodyKey, ...args) : say("nog-vaker", bodyKey);
    this.problems.push({ ...told, rule, warning, ...this.place(at) });
  }

  /** Tells of a character once at each place. @param {Find} find @param {number} at */
  character(find, at) {
    const { name, args } = describe(find);
    const [rule] = data.phrases[name];
    if ((this.counts.get(rule) ?? 0) > data.limits["nog-vaker"]) return;
    const { line, column } = this.place(at);
    if (!this.problems.some((told) => told.rule === rule && told.line === line && told.column === column)) this.say(name, at, ...args);
  }

  /** @param {string} name @param {number} at @param {number[]} args */
  tooMuch(name, at, ...args) {
    this.hopeless = true;
    this.say(name, at, ...args);
  }

  /** Whether one more part, so deep in others, is too much. @param {number} at @param {number} depth */
  beyond(at, depth) {
    if (this.hopeless) return true;
    const { limits } = data;
    if (depth > limits["tekst-diep"]) this.tooMuch("tekst-diep", at, limits["tekst-diep"]);
    else if (++this.nodes > limits["tekst-onderdelen"]) this.tooMuch("tekst-onderdelen", at);
    return this.hopeless;
  }

  /** @param {Block} block @param {number} depth */
  block(block, depth) {
    if (this.beyond(block.at, depth)) return;
    const inner = deepens.has(block.type) ? depth + 1 : depth;
    switch (block.type) {
      case "html":
        return this.html(block);
      case "code":
        if (proseInCode(this.linesOf(block))) this.say("ingesprongen", block.lines[0].start);
        return this.code(block);
      case "fence":
        return this.code(block);
      case "table":
        return this.table(block, depth);
      case "heading":
        return this.heading(block, depth);
      case "paragraph":
        for (const { name, line, args } of lineSigns(this.linesOf(block))) this.say(name, block.lines[line].start, ...args.map(shortened));
      // falls through
      case "term":
      case "cell":
        this.inlines(this.inside.get(block) ?? [], inner);
        return this.endLine();
    }
    for (const one of block.blocks) this.block(one, inner);
  }

  /** The text of the lines of a block. @param {Block} block */
  linesOf({ lines }) {
    return lines.map(({ start, end }) => this.source.slice(start, end).replace(/[ \t\n]+$/, ""));
  }

  /** What among the words was meant otherwise, and references without a target. */
  missedWords() {
    let start = 0;
    for (const line of this.plain.split("\n")) {
      const before = start;
      const counts = (/** @type {number} */ at) => {
        const origin = this.origin(before + at);
        return !this.inLink(before + at) && this.source[origin] === line[at] && this.source[origin - 1] !== "\\";
      };
      for (const { name, at, args } of wordSigns(line, counts)) {
        const origin = this.origin(before + at);
        if (name === "verwijzing-zonder-doel") args[1] ||= this.source.slice(origin + 1).split("]", 1)[0]; // as it is written, with what makes it bold
        this.say(name, origin, ...args.map(shortened));
      }
      start += line.length + 1;
    }
  }

  /** Reads the lines of a block and of all in it, before it is known which notes are used. @param {Block} block */
  read(block) {
    for (const one of block.blocks) this.read(one);
    if (block.type !== "paragraph" && block.type !== "heading" && block.type !== "term" && block.type !== "cell") return;
    const { links } = /** @type {Document} */ (this.document);
    this.inside.set(block, readInlines(this.source, block, /** @type {Notes} */ (this.notes), links));
  }

  /** @param {Inline[]} all @param {number} depth */
  inlines(all, depth) {
    for (const one of all) this.inline(one, depth);
  }

  /** @param {Inline} one @param {number} depth */
  inline(one, depth) {
    if (one.type !== "break" && this.beyond(one.at, depth)) return;
    const start = this.plain.length;
    switch (one.type) {
      case "text":
        for (const { start, end } of one.spans) this.words(start, end);
        return;
      case "break":
        this.plain += " ";
        return;
      case "code":
        one.spans.forEach((span, i) => {
          this.add((i ? " " : "") + this.source.slice(span.start, span.end), i ? span.start - 1 : span.start);
        });
        return this.markLinked(start);
      case "html":
        if (one.text.startsWith("</") && this.counts.has("geen-html")) return; // the tag that it closes has been told
        return this.refuse(one.at, one.text);
      case "address":
        return this.autoLink(one);
      case "link":
      case "image":
      case "emphasis":
        if (one.type === "emphasis" && /^~(?!~)/.test(this.source.slice(one.at, one.at + 2))) this.say("doorgehaald", one.at);
        this.inlines(one.inlines, depth + 1);
    }
    if (one.type === "link") {
      this.markLinked(start);
      this.link(one, trimWords(this.plain.slice(start)));
    } else if (one.type === "image") {
      this.say("afbeelding", one.at);
      if (!trimWords(this.plain.slice(start))) this.say("geen-alt", one.at);
    }
  }

  /** Adds words as they stand in the source. @param {string} text @param {number} at */
  add(text, at) {
    this.origins.push({ plain: this.plain.length, source: at });
    this.plain += text;
  }

  /** Adds words that may have entities and backslashes in them. @param {number} start @param {number} end */
  words(start, end) {
    for (const { text, at, decoded } of parts(this.source.slice(start, end))) {
      this.add(text, start + at);
      if (decoded && !/^[ -~]$/.test(text)) this.decoded = true;
    }
  }

  /** Ends the line of a block in the words; what is known of spaces at its end goes with them. */
  endLine() {
    let end = this.plain.length;
    while (this.plain[end - 1] === " ") end--;
    this.plain = this.plain.slice(0, end);
    while (this.origins.length && this.origins[this.origins.length - 1].plain > end) this.origins.pop();
    for (let i = this.stretches.length - 1; i >= 0 && this.stretches[i].end > end; i--) this.stretches[i].end = end;
    if (this.plain && !this.plain.endsWith("\n")) this.plain += "\n";
  }

  /** Where in the source a word stood. @param {number} at in the words */
  origin(at) {
    let [low, high] = [0, this.origins.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.origins[middle].plain > at) high = middle;
      else low = middle + 1;
    }
    const found = this.origins[low - 1];
    return found ? found.source + at - found.plain : 0;
  }

  /** @param {number} start in the words, up to their end */
  markLinked(start) {
    while (this.stretches.length && this.stretches[this.stretches.length - 1].start >= start) this.stretches.pop(); // code in a link
    this.stretches.push({ start, end: this.plain.length });
  }

  /** @param {number} at in the words */
  inLink(at) {
    return this.stretches.some(({ start, end }) => start <= at && at < end);
  }

  /** @param {Block} block */
  code({ lines }) {
    const start = this.plain.length;
    for (const line of lines) this.add(`${this.source.slice(line.start, line.end)}\n`, line.start);
    this.markLinked(start);
    this.endLine();
  }

  /** @param {Block} block */
  html({ at, lines, end, closed }) {
    const first = this.source.slice(lines[0].start, lines[0].end).trim();
    if (end && !closed && first.startsWith("<!--")) this.say("html-commentaar-open", at);
    else this.refuse(at, first);
  }

  /** @param {number} at @param {string} html */
  refuse(at, html) {
    if (html.startsWith("<!--")) return this.say("html-commentaar", at);
    const name = /^<\/?[A-Za-z][A-Za-z0-9-]*/.exec(html)?.[0];
    if (!name) return this.say("html-zonder-naam", at);
    const hint = data.words.html.indexOf(name.toLowerCase());
    this.say("html", at, short(name), words(hint < 0 ? "html-anders" : data.words.html[hint + 1]).hint);
  }

  /** @param {Block} block @param {number} depth */
  heading(block, depth) {
    const underline = underlineOf(this.source, block);
    if (underline) this.underlines.push({ ...underline, lines: this.linesOf(block) });
    const [start, links] = [this.plain.length, this.links.length];
    this.inlines(this.inside.get(block) ?? [], depth);
    const text = trimWords(this.plain.slice(start));
    const most = data.limits["tekst-koppen"];
    if (!text) {
      this.say("kop-leeg", block.at);
      this.links.length = links;
    } else if (this.headings.length === most) this.tooMuch("tekst-koppen", block.at, most);
    else {
      const id = `k-${headingId(text)}`;
      let free = id;
      for (let i = 2; this.headings.some((other) => other.id === free); i++) free = `${id}-${i}`;
      this.headings.push({ level: block.level, id: free, at: block.at });
    }
    this.endLine();
  }

  /** The title of the page is the only heading of level 1, and no level is skipped. */
  levels() {
    for (const { level, at } of this.headings) if (level === 1) this.say("kop-een", at);
    const shift = this.headings.some(({ level }) => level === 1) ? 1 : 0;
    let above = 1;
    for (const { level: written, at } of this.headings) {
      const level = Math.min(written + shift, 6);
      if (level > above + 1) this.say("kop-overgeslagen", at, "#".repeat(level - shift), "#".repeat(above + 1 - shift));
      above = level;
    }
  }

  /** @param {Block} table @param {number} depth */
  table(table, depth) {
    const { at, blocks } = table;
    const most = data.limits["tekst-tabellen"];
    if (++this.tables > most) return this.tooMuch("tekst-tabellen", at, most);
    for (const { name, at, args } of emptyHeads(this.source, table)) this.say(name, at, ...args);
    blocks.forEach((row, i) => {
      if (i) this.lostCells(row);
      this.block(row, depth);
    });
  }

  /** Cells beyond the columns of a table. @param {Block} row */
  lostCells({ blocks }) {
    const end = blocks[blocks.length - 1]?.lines[0]?.end;
    if (end === undefined) return;
    const stop = this.source.indexOf("\n", end);
    const rest = this.source.slice(end, stop < 0 ? undefined : stop);
    const bar = rest.indexOf("|");
    if (bar >= 0 && !isBlank(rest.slice(bar + 1))) this.say("tabel-rij", end + bar);
  }

  /** Whether there are too many links. @param {number} at */
  tooManyLinks(at) {
    const most = data.limits["tekst-links"];
    if (++this.linked > most) this.tooMuch("tekst-links", at, most);
    return this.hopeless;
  }

  /** @param {Inline} link @param {string} text */
  link({ at, address, title }, text) {
    if (this.tooManyLinks(at)) return;
    const to = decodeAddress(address);
    this.title(title, at);
    const named = this.linkText(text, at);
    if (!this.address(to, at)) return;
    if (named) this.honest(text, to, at);
    this.links.push({ address: to, place: this.place(at) });
  }

  /** @param {Inline} link */
  autoLink({ at, text }) {
    const start = this.plain.length;
    this.add(text, at + 1);
    this.markLinked(start);
    if (this.tooManyLinks(at)) return;
    const to = /^[^:]*@/.test(text) ? `mailto:${text}` : text;
    if (this.address(to, at)) this.links.push({ address: to, place: this.place(at) });
  }

  /** Tells what is wrong with an address; whether it may be shown. @param {string} to @param {number} at */
  address(to, at) {
    const wrong = checkURL(to);
    if (wrong) {
      this.say("link-adres", at, wrong.message, wrong.hint);
      return false;
    }
    const tracks = tracking(to);
    if (tracks) this.say(tracks[0], at, ...tracks.slice(1));
    const [, scheme, rest] = /^(mailto|tel):([^?]*)/i.exec(to) ?? [];
    if (scheme?.toLowerCase() === "tel" && pattern("mobiel").test(rest)) this.doubts.push({ name: "persoon-telefoon", args: [], at });
    if (scheme?.toLowerCase() === "mailto") this.doubts.push(...rest.split(",").flatMap((mail) => personalMail(mail, at)).slice(0, 1));
    return true;
  }

  /** @param {string} title @param {number} at */
  title(title, at) {
    const most = data.limits["link-titel"];
    if (bytes(title) > most) return this.tooMuch("link-titel", at, most);
    for (let i = title.indexOf("&"); i >= 0; i = title.indexOf("&", i + 1)) {
      const found = entity(title, i);
      if (found) for (const find of scan(found.decoded)) this.character(find, at);
    }
  }

  /** Whether a link has a text, and tells where that says nothing. @param {string} text @param {number} at */
  linkText(text, at) {
    if (!text.trim()) {
      this.say("link-leeg", at);
      return false;
    }
    if (bytes(text) > data.limits["link-vaag"]) return true;
    const said = text.toLowerCase().replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "");
    if (!said || data.words["zegt-niets"].includes(said.split(/\p{White_Space}+/u).join(" "))) this.say("link-vaag", at, short(text));
    return true;
  }

  /** Tells where the text of a link is the address of another site. @param {string} text @param {string} to @param {number} at */
  honest(text, to, at) {
    if (/^mailto:/i.test(to)) {
      const address = to.toLowerCase().slice("mailto:".length).split("?")[0];
      if (isMail(text) && !address.split(",").includes(text.toLowerCase())) this.say("link-ander-mailadres", at, short(text), short(address));
      return;
    }
    const fields = text.split(/\p{White_Space}+/u).filter(Boolean);
    const host = hostOf(to);
    for (const field of fields) {
      const [said, whole] = hostIn(field.replace(/^[()<>"'“”‘’.,;:!?]+|[()<>"'“”‘’.,;:!?]+$/g, ""));
      if (!said || (!whole && fields.length > 1)) continue;
      if (!host && whole) return this.say("link-geen-website", at, short(said), short(to));
      if (host && host !== said && !host.endsWith(`.${said}`)) return this.say("link-andere-website", at, short(said), short(host));
    }
  }

  /** What may be about one person, in links and in words; the same once on a line. */
  personalData() {
    for (const find of findPersonal(this.plain, (place) => this.inLink(place))) this.doubts.push({ ...find, at: this.origin(find.at) });
    for (const { at, name, args } of this.doubts.sort((a, b) => a.at - b.at)) {
      const { rule, message } = say(name, bodyKey, ...args);
      const { line } = this.place(at);
      if (!this.problems.some((told) => told.rule === rule && told.line === line && told.message === message)) this.say(name, at, ...args);
    }
  }

  /** Web addresses that are no link. */
  bareAddresses() {
    for (const sign of [/(?<![^ \n(,;:"'])https:\/\//g, /(?<![^ \n(,;:"'])http:\/\//g, /(?<![^ \n(,;:"'])www\./g]) {
      for (const { index } of this.plain.matchAll(sign)) if (!this.inLink(index)) this.say("kaal-adres", this.origin(index));
    }
  }

  /** Comments within a line that are never closed. Who writes \<!-- or &lt;!-- means the signs themselves. */
  openComments() {
    for (const { index } of this.plain.matchAll(/<!--/g)) {
      const at = this.origin(index);
      if (this.source[at - 1] !== "\\" && this.source.startsWith("<!--", at) && !this.inLink(index)) this.say("html-commentaar-open", at);
    }
  }
}

/** What a message repeats. @param {string | number} arg */
const shortened = (arg) => (typeof arg === "string" ? short(arg) : arg);

/** Words as others see them: without the places where a word may be broken. @param {string} plain */
const trimWords = (plain) => plain.replace(/^\p{White_Space}+|\p{White_Space}+$/gu, "").replaceAll("\u00ad", "");

/**
 * @param {string} source
 * @returns {{problems: Told[], links: Link[], headings: string[], words: string}} with the ids of headings; nothing of it where the text cannot be shown
 */
export function checkText(source) {
  const text = new Text(source);
  text.check();
  return { problems: text.problems.sort(byPlace), links: text.hopeless ? [] : text.links, headings: text.hopeless ? [] : text.headings.map(({ id }) => id), words: text.hopeless ? "" : trimWords(text.plain) };
}

/** @param {string} a @param {string} b */
const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

/** The order in which problems are told. @param {Told} a @param {Told} b */
export const byPlace = (a, b) => a.line - b.line || a.column - b.column || compare(a.rule, b.rule) || compare(a.message, b.message);
