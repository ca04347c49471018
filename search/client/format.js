/**
 * Reads the parts of an index, as part.go does. What takes long is a generator:
 * it yields where it can wait.
 * @module
 */
import { stem } from "./stem.js";
import { tokenize } from "./tokens.js";

/** Why a part cannot be used: it is not there, it is broken, or of another version. */
export class IndexError extends Error {
  /**
   * @param {"missing" | "damaged" | "version"} reason
   * @param {string} part
   */
  constructor(reason, part) {
    super(`search index: ${part} is ${reason}`);
    this.name = "IndexError";
    this.reason = reason;
    this.part = part;
  }
}

/**
 * @typedef {{docs: Int32Array, weights: Uint8Array, start: number, end: number}} Postings
 * @typedef {{word: string, stem: string, postings: Postings, indirect: Postings}} Form
 * @typedef {{forms: Form[], documents: number}} Group
 * @typedef {{groups: Map<string, Group>, forms: Form[]}} TermPart
 * @typedef {Map<string, number[]>} Facet the documents of each value
 * @typedef {{documents: number, demoted: number[], qualities: number[] | null, termStarts: string[], frontStarts: string[], backStarts?: string[], oneFile: boolean, block: number, facets: string[] | null, orders: string[] | null}} Root
 * @typedef {[url: string, title: string, collection: string, summary: string, card?: unknown]} Card
 * @typedef {{facet: string, id: string, label: string, names: string[], documents: number, broader: string, covered: boolean}} Term covered: documents are about it, or about a term that is narrower
 * @typedef {{terms: Term[], note: string}} Ambiguous what a word means, in all facets
 * @typedef {{terms: Term[], named: Map<string, Term[]>, ambiguous: Map<string, Ambiguous>, byID: Map<string, Term>, caps: Set<string>, longest: number, joined: Map<string, string>, byStem: Map<string, {key: string, words: string[]}[]>, leading: Map<string, Term[]>, codes: Map<string, {term: Term, exact: boolean, tenths: boolean}[]>, spelled: string[]}} Names named and ambiguous by words with a blank between them; longest is the most words of a name; joined has the words by what they are without the blanks; byStem the words of names in the order of their stems, by those; leading has terms without documents by the words that lead to them; spelled are words of names that the spelling parts lack
 */

const version = 6;
const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const values = new Int8Array(128).fill(-1);
[...digits].forEach((c, i) => (values[c.charCodeAt(0)] = i));

/** a to z, 0 to 9, ^ and what is not ASCII @param {number} c */
const isLetter = (c) => (c >= 97 && c <= 122) || (c >= 48 && c <= 57) || c === 94 || c >= 128;

/** Numbers and words, one after another. */
class Reader {
  /** @param {string} s @param {string} part */
  constructor(s, part) {
    this.s = s;
    this.part = part;
    this.pos = 0;
  }
  /** @returns {never} */
  fail() {
    throw new IndexError("damaged", this.part);
  }
  digit() {
    const v = values[this.s.charCodeAt(this.pos++)];
    return v >= 0 ? v : this.fail();
  }
  number() {
    let n = 0;
    for (let shift = 0; ; shift += 5) {
      const d = this.digit();
      if (d < 32) return n | (d << shift);
      if (shift > 20) this.fail();
      n |= (d - 32) << shift;
    }
  }
  /** A capital for the letters shared with the word before, and the others. @param {string} before */
  word(before) {
    const shared = this.s.charCodeAt(this.pos++) - 65;
    if (!(shared >= 0 && shared < 26 && shared <= before.length)) this.fail();
    const start = this.pos;
    while (isLetter(this.s.charCodeAt(this.pos))) this.pos++;
    return before.slice(0, shared) + this.s.slice(start, this.pos);
  }
  /** Words up to a "~" or the end, in order. */
  words() {
    const out = [];
    for (let before = ""; this.pos < this.s.length && this.s[this.pos] !== "~"; ) {
      const word = this.word(before);
      if (word <= before) this.fail();
      out.push((before = word));
    }
    return out;
  }
}

/**
 * The body of a payload that is as it was written, and of this version.
 * @param {string} payload @param {string} part
 */
export function unseal(payload, part) {
  const head = /^kaartenbak (\d+) (\d+)\n/.exec(payload);
  if (!head) throw new IndexError("damaged", part);
  if (Number(head[1]) !== version) throw new IndexError("version", part);
  const body = payload.slice(head[0].length);
  let sum = 0;
  for (let i = 0; i < body.length; i++) sum = (Math.imul(sum, 31) + body.charCodeAt(i)) | 0;
  if (sum >>> 0 !== Number(head[2])) throw new IndexError("damaged", part);
  return body;
}

/** @param {string} body @param {string} part @returns {any} */
export function decodeJSON(body, part) {
  try {
    return JSON.parse(body);
  } catch {
    throw new IndexError("damaged", part);
  }
}

/**
 * @param {string} body @param {string} part @param {number} documents
 * @returns {Generator<void, TermPart>}
 */
export function* decodeTerms(body, part, documents) {
  const r = new Reader(body, part);
  /** @type {TermPart} */
  const out = { groups: new Map(), forms: [] };
  /** @type {any} filled below */
  const none = null;
  const words = r.words();
  if (body[r.pos++] !== "~") r.fail();
  for (const word of words) {
    const f = { word, stem: stem(word), postings: none, indirect: none };
    const g = out.groups.get(f.stem);
    if (g) g.forms.push(f);
    else out.groups.set(f.stem, { forms: [f], documents: 0 });
    out.forms.push(f);
    yield;
  }
  const groups = [...out.groups.keys()].sort().map((s) => /** @type {Group} */ (out.groups.get(s)));
  let sum = 0;
  /** @type {Postings[]} */
  const lists = [];
  /** @param {number} n @returns {Postings} */
  const addList = (n) => {
    if (n > documents || sum + n > body.length) r.fail();
    const list = { docs: none, weights: none, start: sum, end: (sum += n) };
    lists.push(list);
    return list;
  };
  /** @param {number} n */
  const column = (n) => Array.from({ length: n }, () => r.number());
  const counts = column(out.forms.length);
  const parts = column(out.forms.length);
  const totals = column(groups.length);
  out.forms.forEach((f, i) => {
    f.postings = addList(counts[i]);
    f.indirect = addList(parts[i]);
  });
  groups.forEach((g, i) => (g.documents = totals[i]));
  const docs = new Int32Array(sum);
  const weights = new Uint8Array(sum);
  for (const list of lists) {
    list.docs = docs;
    list.weights = weights;
    for (let i = list.start, last = -1; i < list.end; i++) {
      last += 1 + r.number();
      if (last >= documents) r.fail();
      docs[i] = last;
    }
    yield;
  }
  for (const { start, end } of lists) {
    for (let i = start; i < end; i++) weights[i] = r.digit();
    yield;
  }
  if (r.pos !== body.length) r.fail();
  return out;
}

/** @param {string} body @param {string} part */
export function decodeWords(body, part) {
  return new Reader(body, part).words();
}

/**
 * Reads the values that are no term, and the documents: of each term, then of each of those.
 * @param {string} body @param {string} part @param {number} documents
 * @param {string} facet @param {Names} names
 * @returns {Facet}
 */
export function decodeFacet(body, part, documents, facet, names) {
  const others = body.split("\t");
  const r = new Reader(/** @type {string} */ (others.pop()), part);
  const counts = Array.from({ length: r.number() }, () => r.number());
  const lists = counts.map((n) => {
    const list = [];
    for (let last = -1; n > 0; n--) {
      last += 1 + r.number();
      if (last >= documents) r.fail();
      list.push(last);
    }
    return list;
  });
  const values = [...names.terms.filter((t) => t.facet === facet).map((t) => t.id), ...others];
  if (r.pos !== r.s.length || values.length !== lists.length) r.fail();
  return new Map(values.map((v, i) => [v, lists[i]]));
}

/** @param {string} body @param {string} part @param {number} documents */
export function decodeRanks(body, part, documents) {
  const r = new Reader(body, part);
  return Array.from({ length: documents }, () => r.number());
}

/** What a label or a title mostly is in an address. @param {string} text */
const plainID = (text) => tokenize(text).map((t) => t.word).join("-");

/** @param {string} body @param {string} part @returns {Card[]} */
export function decodeCards(body, part) {
  /** @type {Card[]} */
  const cards = decodeJSON(body, part);
  for (const c of cards) c[0] ||= c[2] + "/" + plainID(c[1]) + "/";
  return cards;
}

/** A code without what does not matter: T9002. @param {string} code */
export const plainCode = (code) => code.replaceAll(".", "").toUpperCase();

/**
 * Reads the names of all terms, as part.go does.
 * @param {string} body @param {string} part @param {string[]} facets of documents
 * @returns {Generator<void, Names>}
 */
export function* decodeNames(body, part, facets) {
  /** @type {Names} */
  const out = { terms: [], named: new Map(), ambiguous: new Map(), byID: new Map(), caps: new Set(), longest: 0, joined: new Map(), byStem: new Map(), leading: new Map(), codes: new Map(), spelled: [] };
  /** @type {{word: string, facet: string, note: string, terms: string[]}[]} */
  const words = [];
  /** @type {Map<Term, string[]>} the words that lead to a term */
  const leading = new Map();
  let facet = "";
  let head = false;
  for (const line of body.split("\n").slice(0, -1)) {
    if (!line) head = true;
    else if (head) (facet = line), (head = false);
    else if (facet) {
      const groups = line.split("|").map((group) => (group ? group.split("\t") : []));
      const [[id, label, ...names], lead, codes, under, [documents, broader]] = groups.length === 5 && groups[0].length > 1 && groups[4].length === 2 ? groups : [[], [], [], [], []];
      if (label === undefined || !/^\d+$/.test(documents)) throw new IndexError("damaged", part);
      const term = { facet, id: id || plainID(label), label, names, documents: Number(documents), broader, covered: false };
      out.terms.push(term);
      if (lead.length) leading.set(term, lead);
      for (const [list, exact] of /** @type {[string[], boolean][]} */ ([[codes, true], [under, false]])) {
        for (const code of list) out.codes.set(plainCode(code), [...(out.codes.get(plainCode(code)) ?? []), { term, exact, tenths: exact && code.endsWith(".") }]);
      }
    } else {
      const [word, facet, note, caps, ...terms] = line.split("\t");
      if (caps === undefined || !terms.length) throw new IndexError("damaged", part);
      words.push({ word, facet, note, terms });
      if (caps) for (const t of tokenize(word)) out.caps.add(t.word);
    }
  }
  for (const t of out.terms) out.byID.set(t.facet + "\0" + t.id, t);
  for (const t of out.terms) {
    if (!t.documents) continue;
    for (let wide = /** @type {Term | undefined} */ (t); wide && !wide.covered; wide = out.byID.get(wide.facet + "\0" + wide.broader)) wide.covered = true;
  }
  /** @param {string} name */
  const key = (name) => {
    const tokens = tokenize(name);
    out.longest = Math.max(out.longest, tokens.length);
    const words = phrase(tokens, out.caps);
    const joined = words.replaceAll(" ", "");
    if (!out.joined.has(joined)) out.joined.set(joined, words);
    const sorted = stemmed(tokens, out.caps);
    const same = out.byStem.get(sorted.stems) ?? [];
    if (!same.some((other) => other.key === words)) out.byStem.set(sorted.stems, [...same, { key: words, words: sorted.words }]);
    return words;
  };
  /** @type {Set<string>} */
  const spelled = new Set();
  for (const t of out.terms) {
    const names = [t.label, ...t.names];
    for (const name of [t.label, t.label.split(" (")[0], ...t.names]) { // "Diabetes (suikerziekte)" is also Diabetes
      const words = key(name);
      const list = out.named.get(words) ?? [];
      if (words && list[list.length - 1] !== t) out.named.set(words, [...list, t]);
      yield;
    }
    if (!t.covered || !facets.includes(t.facet)) for (const name of [...names, ...(leading.get(t) ?? [])]) for (const { word } of tokenize(name)) spelled.add(word);
  }
  for (const t of out.terms) {
    for (const name of leading.get(t) ?? []) out.leading.set(key(name), [...(out.leading.get(key(name)) ?? []), t]);
  }
  out.spelled = [...spelled].sort((a, b) => (a < b ? -1 : 1));
  for (const { word, facet, note, terms } of words) {
    const meanings = out.ambiguous.get(key(word))?.terms ?? [];
    for (const id of terms) {
      const term = out.byID.get(facet + "\0" + id);
      if (!term) throw new IndexError("damaged", part);
      meanings.push(term);
    }
    out.ambiguous.set(key(word), { terms: meanings, note });
  }
  return out;
}

/**
 * A word, marked if it is in capitals and means something else so: ALS.
 * @param {import("./tokens.js").Token} token
 * @param {Set<string>} caps
 */
export const inCaps = ({ word, caps: inCapitals }, caps) => (inCapitals && caps.has(word) ? word + "^" : word);

/** The key of a name. @param {import("./tokens.js").Token[]} tokens @param {Set<string>} caps */
export const phrase = (tokens, caps) => tokens.map((t) => inCaps(t, caps)).join(" ");

/** Words of names that a visitor may leave out, or put elsewhere. */
export const linkWords = new Set("de het een van bij in aan op".split(" "));

/** The words of a name in the order of their stems, without link words. @param {import("./tokens.js").Token[]} tokens @param {Set<string>} caps */
export function stemmed(tokens, caps) {
  const all = tokens.flatMap((t) => {
    if (linkWords.has(t.word)) return [];
    const word = inCaps(t, caps);
    return [{ word, stem: word === t.word ? stem(word) : word }];
  });
  /** @param {string} a @param {string} b */
  const order = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
  all.sort((a, b) => order(a.stem, b.stem) || order(a.word, b.word));
  return { stems: all.map((w) => w.stem).join(" "), words: all.map((w) => w.word) };
}
