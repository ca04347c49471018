/**
 * Finds documents in the files of an index, as query.go does: the same hits
 * in the same order with the same scores.
 *
 * A query is worked out with the parts that are there. What it missed is
 * loaded, all at once, and it is worked out again: first the term parts of
 * its words, then the cards of the results.
 * @module
 */
import { code, lightWords, readAsked, spaced } from "./asked.js";
import * as format from "./format.js";
import { Parts } from "./parts.js";
import { QueryWord, band, corrected, exact, form, isFirm, kindOf, nameWeight, part, score } from "./score.js";
import { corrections, goesOn, joiners, notParts, wholeWords } from "./spell.js";
import { areClose, areForms, stem } from "./stem.js";
import { maxWord, tokenize } from "./tokens.js";

/**
 * @typedef {object} Query
 * @property {string} text the words; empty finds everything
 * @property {Record<string, string[]>} [filter] values a document must have, one of each facet
 * @property {string[]} [count] the facets to count
 * @property {string} [order] the order to sort by, with "-" before it turned around; else relevance
 * @property {number} [limit] how many hits to give, 10 if not said
 *
 * @typedef {object} Hit
 * @property {string} url
 * @property {string} title
 * @property {string} collection
 * @property {string} summary
 * @property {any} card what the index was given to show
 * @property {number} score 1 for the best match there can be
 *
 * @typedef {object} TermRef
 * @property {string} facet
 * @property {string} id
 * @property {string} label
 * @property {number} documents that are about it
 * @property {boolean} covered documents are about it, or about a narrower term
 * @property {TermRef[]} [near] of one without documents: those that are wider, narrower or beside it, and have some
 *
 * @typedef {object} Meaning
 * @property {string} words
 * @property {boolean} ambiguous
 * @property {string} note
 * @property {TermRef[]} terms
 * @property {boolean} loose the words only lead to the terms, or the code means more or less than they do
 * @property {boolean} narrower the code means less than that of the terms
 *
 * @typedef {object} Results
 * @property {number} total
 * @property {Hit[]} hits
 * @property {{word: string, kind: number}[]} words of the query, each with the best way it was found: 0 not at all, 1 corrected, 2 part, 3 form, 4 exact
 * @property {{word: string, like: string[]}[]} corrections if there are any, the hits are a guess
 * @property {Meaning[]} meanings the terms that the query names
 * @property {string[]} phrases that stood between quotes: each hit has their words together, in its title, its summary or a name
 * @property {string[]} without words that no hit has
 * @property {Record<string, Record<string, number>>} counts
 */

/** How long to wait for the next letter, in milliseconds. */
export const pause = 30;
const longPause = 300;
const mostWords = 20;
const mostInPhrase = 120; // of the best hits that are looked through for a phrase
const mostLonger = 8; // in how many longer words a word is sought
const minPart = 3; // the least letters of a part of a word
/** @type {format.TermPart} */
const noTerms = { groups: new Map(), forms: [] };

/** The number of the part whose words start at or before w. @param {string[]} first words of the parts @param {string} w */
function partFor(first, w) {
  let low = 0;
  let high = first.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (first[middle] > w) high = middle;
    else low = middle + 1;
  }
  return Math.max(0, low - 1);
}

/** @param {string} w */
const reverse = (w) => [...w].reverse().join("");

export class Index extends Parts {
  /**
   * Answers a query. Throws an IndexError if a part cannot be had.
   * @param {Query} query
   * @returns {Promise<Results>}
   */
  async search(query) {
    await this.open();
    for (;;) {
      const run = new Run(this, query);
      const results = run.answer();
      if (!run.missing.size) return results;
      await Promise.all([...run.missing].map((p) => this.get(p)));
    }
  }

  /**
   * Loads ahead what the words that are being typed need, if the index is in many files.
   * The next letter brings other results to the top, mostly of those that are
   * just below it now: their cards are loaded too, once a word has an end or four letters.
   * @param {string} text
   * @param {number} limit how many hits are shown
   * @returns {number} how long to wait for more letters before a search, in milliseconds
   */
  ahead(text, limit) {
    if (this.parts.get("root")?.oneFile) return pause;
    const begun = (/[\p{L}\p{N}]*$/u.exec(text) ?? [""])[0];
    if (/^\p{L}{1,2}$/u.test(begun)) return longPause; // one or two letters could be any word
    this.search({ text, limit: begun.length === 3 ? 0 : Math.ceil(1.5 * limit) }).catch(() => {}); // the search itself will say
    return pause;
  }

  /**
   * The terms with a name that starts with what is typed, the shortest names first.
   * @param {string} text
   * @param {number} limit
   * @returns {Promise<{term: TermRef, name: string}[]>}
   */
  async suggest(text, limit) {
    const typed = tokenize(text).map((t) => t.word).join(" ");
    if (!typed) return [];
    /** @type {format.Names} */
    const names = await this.get("n");
    const found = [];
    for (const t of names.terms) {
      const name = [t.label, ...t.names].find((n) => (" " + tokenize(n).map((k) => k.word).join(" ")).includes(" " + typed));
      if (name) found.push({ term: ref(names, t), name });
    }
    return found.sort((a, b) => a.name.length - b.name.length).slice(0, limit);
  }
}

/** One query that is being answered. */
class Run {
  /** @param {Index} index @param {Query} query */
  constructor(index, query) {
    this.index = index;
    this.query = query;
    /** @type {format.Root} */
    this.root = index.parts.get("root");
    this.documents = this.root.documents;
    /** @type {Set<string>} parts that are not there yet */
    this.missing = new Set();
    /** @type {Set<string>} */
    this.caps = new Set();
    /** @type {format.Names | undefined} */
    this.names = undefined;
    /** @type {QueryWord[]} */
    this.queryWords = [];
    /** @type {{word: string, like: string[]}[]} */
    this.corrections = [];
  }

  /** @param {string} name @returns {any} a part, or undefined if it must be loaded first */
  part(name) {
    const part = this.index.parts.get(name);
    if (part === undefined) this.missing.add(name);
    return part;
  }

  /** @param {number} n @returns {format.TermPart} */
  terms(n) {
    return this.part("t" + n) ?? noTerms;
  }

  /** @param {string} s */
  group(s) {
    return this.terms(partFor(this.root.termStarts, s)).groups.get(s);
  }

  /** The forms of a word that the index has, itself among them. @param {string} word */
  forms(word) {
    return (this.group(stem(word))?.forms ?? []).filter((f) => areForms(word, f.word));
  }

  /** @returns {Results} */
  answer() {
    const { query, root, documents } = this;
    /** @type {Results} */
    const results = { total: 0, hits: [], words: [], corrections: [], meanings: [], phrases: [], without: [], counts: Object.create(null) };
    if (!documents) return results;
    /** @type {format.Names | undefined} */
    const names = this.part("n");
    this.names = names;
    this.caps = names?.caps ?? new Set();
    // As long as the names are on their way, what else is needed is asked for.
    const asked = readAsked(query.text);
    results.phrases = asked.phrases.map((p) => p.trim());
    results.without = asked.without.map((t) => t.word);
    const { found: coded, rest } = names ? codes(names, asked.text) : { found: [], rest: asked.text };
    const tokens = tokenize(rest);
    const meant = names ? [...coded, ...meanings(names, tokens)] : [];
    /** @type {import("./tokens.js").Token[]} */
    const words = [];
    tokens.forEach((t, i) => {
      if (i && t.word === "s") return; // of "foto's", without the apostrophe
      if (words.length < mostWords && !words.some((w) => w.word === t.word)) words.push(t);
    });

    const facets = this.facets();
    const ranks = this.ranks();
    /** @type {import("./score.js").Scored[]} */
    let hits = [];
    let best = 1;
    if (words.length || coded.length) {
      this.find(words, meant, asked.phrases);
      if (names) this.findCodes(names, coded);
      if (this.missing.size) return results;
      ({ hits, best } = score(this.queryWords.flatMap((w) => w.parts ?? w), documents));
      hits = this.withoutKin(meant, hits);
    } else if (!asked.text.trim()) {
      hits = Array.from({ length: documents }, (_, doc) => ({ doc, score: 0, isTitle: false }));
    }
    if (this.missing.size) return results;
    hits = this.keep(asked, hits);
    if (this.missing.size) return results;
    hits = this.filter(hits, facets, results);

    /** @param {number} doc */
    const demotion = (doc) => (doc >= root.demoted[1] ? 1 : 0);
    /** @param {number} doc */
    const quality = (doc) => (root.qualities ?? []).filter((start) => start <= doc).length;
    const down = query.order?.startsWith("-") ? -1 : 1;
    hits.sort((a, b) => {
      if (ranks) {
        const x = ranks[a.doc];
        const y = ranks[b.doc];
        if (!x !== !y) return y ? 1 : -1;
        if (x !== y) return (x - y) * down;
      }
      return (
        Number(b.isTitle) - Number(a.isTitle) || demotion(a.doc) - demotion(b.doc) ||
        band(b.score) - band(a.score) || quality(a.doc) - quality(b.doc) || b.score - a.score || a.doc - b.doc
      );
    });
    results.total = hits.length;
    results.words = this.queryWords.map(({ word, kind }) => ({ word, kind }));
    results.corrections = this.corrections;
    results.meanings = meant;
    for (const { doc, score } of hits.slice(0, query.limit ?? 10)) {
      const shown = this.card(doc);
      if (!shown) continue;
      const [url, title, collection, summary, card = null] = shown;
      results.hits.push({ url, title, collection, summary, card, score: score / best });
    }
    return results;
  }

  /**
   * Looks up each word. One of a name or a phrase is never taken for another.
   * @param {import("./tokens.js").Token[]} words @param {Meaning[]} meant @param {string[]} phrases
   */
  find(words, meant, phrases) {
    const [named, leads] = [false, true].map((loose) => new Set(meant.filter((m) => m.loose === loose).flatMap((m) => tokenize(m.words).map((t) => t.word))));
    for (const w of phrases.join("").split(" ")) named.add(w);
    this.queryWords = words.map((w) => new QueryWord(w.word, lightWords.has(w.word)));
    words.forEach((w, i) => {
      this.lookUp(this.queryWords[i], w, i === words.length - 1);
      const before = i > 0 ? words[i - 1].word : "";
      if (before && !lightWords.has(w.word) && !lightWords.has(before) && before.length + w.word.length <= maxWord) {
        for (const f of this.forms(before + w.word)) {
          this.queryWords[i - 1].addMatches(form, f.postings, this.documents, true);
          this.queryWords[i].addMatches(form, f.postings, this.documents, true);
          for (let at = f.postings.start; at < f.postings.end; at++) this.queryWords[i].joined.add(f.postings.docs[at]);
        }
      }
    });
    if (this.missing.size) return; // what is not there cannot be told from what is not loaded
    for (const queryWord of this.queryWords) {
      if (!queryWord.matches && !named.has(queryWord.word)) this.guess(queryWord, leads.has(queryWord.word));
      queryWord.weigh(this.documents);
    }
  }

  /**
   * Finds a word as it is, in other forms, and as part of others; the last word of a
   * query may be half typed.
   * @param {QueryWord} queryWord
   * @param {import("./tokens.js").Token} token
   * @param {boolean} last
   */
  lookUp(queryWord, token, last) {
    const { documents } = this;
    const { word } = token;
    const key = format.inCaps(token, this.caps);
    if (key !== word) {
      const g = this.group(key);
      if (g) queryWord.addMatches(exact, g.forms[0].postings, documents);
      return;
    }
    const base = stem(word);
    const forms = this.forms(word);
    for (const f of forms) {
      if (f.word === word) queryWord.addMatches(exact, f.postings, documents);
      else queryWord.addMatches(form, f.postings, documents, areClose(f.word, word));
      queryWord.addMatches(part, f.indirect, documents, f.word === word);
    }
    if (forms.length) queryWord.documents = this.group(base)?.documents ?? 0;
    if (!last || word.length < minPart || /^[0-9]*$/.test(word)) return;
    const whole = wholeWords.has(word);
    for (const n of this.termPartsAround(word)) {
      for (const f of this.terms(n).forms) {
        if ((f.stem === base && (notParts.has(word) || areForms(word, f.word))) || !f.word.startsWith(word) || f.word.endsWith("^")) continue;
        if (whole && !goesOn(f.word.slice(word.length))) continue;
        queryWord.addMatches(part, f.postings, documents, false, 2 * word.length < f.word.length ? 1 : 0);
      }
    }
  }

  /** The term parts with the words that start with w, or nearly all. @param {string} w */
  termPartsAround(w) {
    const first = this.root.termStarts;
    const out = [partFor(first, w.length > 6 ? w.slice(0, -3) : w)];
    const middle = partFor(first, w);
    if (middle !== out[0]) out.push(middle);
    if (middle + 1 < first.length && first[middle + 1] < w + "\uffff") out.push(middle + 1);
    return out;
  }

  /**
   * Tries what a word may be of which nothing is known: a part of longer words, words
   * in one, or a slip of the finger.
   * @param {QueryWord} queryWord
   * @param {boolean} leads it leads to a term, so that it is no slip of another word
   */
  guess(queryWord, leads) {
    const list = this.likelyWords(queryWord.word);
    if (this.missing.size) return;
    for (const w of this.longerWords(queryWord.word, list)) {
      for (const f of this.forms(w)) if (f.word === w) queryWord.addMatches(part, f.postings, this.documents);
    }
    if (queryWord.matches || this.missing.size) return;
    const like = leads ? [] : corrections(queryWord.word, [...list, .../** @type {format.Names} */ (this.names).spelled]);
    const dutch = like.length && this.part("w"); // on its way with what taking apart needs
    const parts = this.takeApart(queryWord.word);
    if (this.missing.size) return;
    if (parts) {
      const found = parts.map((w) => {
        const p = new QueryWord(w, false);
        for (const f of this.forms(w)) {
          p.addMatches(part, f.postings, this.documents, f.word === w);
          p.addMatches(part, f.indirect, this.documents);
        }
        return p;
      });
      if (!together(found, this.documents)) return;
      for (const p of found) p.weigh(this.documents);
      queryWord.kind = part;
      queryWord.parts = found;
      return;
    }
    if (!dutch || (!/[^a-z]/.test(queryWord.word) && dutch.makes(queryWord.word))) return;
    for (const w of like) {
      for (const { postings, indirect } of this.forms(w)) {
        queryWord.addMatches(corrected, postings.start < postings.end ? postings : indirect, this.documents); // texts may have it inside other words only
      }
    }
    this.corrections.push({ word: queryWord.word, like });
  }

  /** Whether the index has a word in some form, and not as a mere ending. @param {string} word */
  isKnown(word) {
    return word.length >= minPart && !notParts.has(word) && this.forms(word).length > 0;
  }

  /** The words that begin or end with a word, where what is left is a word too. @param {string} word @param {string[]} list */
  longerWords(word, list) {
    if (word.length <= minPart || /^[0-9]*$/.test(word)) return [];
    return list
      .filter((w) => {
        const before = w.endsWith(word);
        const rest = before ? w.slice(0, -word.length) : w.startsWith(word) ? w.slice(word.length) : "";
        return rest.length >= minPart && (this.isJoined(rest, before, this.isKnown) || (this.isJoined(rest, before, this.isDutch) && !this.isDutch(w)));
      })
      .sort((a, b) => (a < b ? -1 : 1))
      .slice(0, mostLonger);
  }

  /** The known word that a first part is without the letters that join it, or "". @param {string} start */
  headOf(start) {
    for (const j of joiners) {
      const head = start.slice(0, start.length - j.length);
      if (start.endsWith(j) && this.isKnown(head)) return head;
    }
    return "";
  }

  /**
   * Whether the rest of a word, before its end or after its start, is a word and the letters that join it.
   * @param {string} rest @param {boolean} before @param {(word: string) => boolean} isWord a method of this
   */
  isJoined(rest, before, isWord) {
    return joiners.some((j) =>
      before ? rest.endsWith(j) && isWord.call(this, rest.slice(0, rest.length - j.length)) : rest.startsWith(j) && isWord.call(this, rest.slice(j.length)),
    );
  }

  /** Whether a word is common Dutch. @param {string} word @returns {boolean} */
  isDutch(word) {
    return word.length >= minPart && !notParts.has(word) && (this.part("w")?.has(word) ?? false);
  }

  /**
   * The words that together make a word no text has: nierdialyse. The longest last word
   * wins, and one of three letters is mostly an ending.
   * @param {string} word @returns {string[] | null}
   */
  takeApart(word) {
    if (/[^a-z]/.test(word)) return null;
    for (let i = minPart; i < word.length - minPart; i++) {
      const head = this.headOf(word.slice(0, i));
      if (head && this.isKnown(word.slice(i))) return [head, word.slice(i)];
    }
    for (let i = 2 * minPart; i < word.length - minPart; i++) { // of more than two
      if (!this.isKnown(word.slice(i))) continue;
      for (const j of joiners) {
        const head = word.slice(0, i - j.length);
        const heads = word.slice(0, i).endsWith(j) && head.length > 2 * minPart && this.takeApart(head);
        if (heads) return [...heads, word.slice(i)];
      }
    }
    return null;
  }

  /** The words that begin or end as w does, or all words of an index in one file. @param {string} w @returns {string[]} */
  likelyWords(w) {
    const { frontStarts, backStarts } = this.root;
    /** @param {string} name @param {string[]} first @param {string} w @returns {string[]} */
    const read = (name, first = [], w) =>
      !first.length ? [] : [...new Set([partFor(first, w.slice(0, minPart)), partFor(first, w)])].flatMap((n) => this.part(name + n) ?? []);
    return [...new Set([...read("s", frontStarts, w), ...read("e", backStarts, reverse(w)).map(reverse)])];
  }

  /** Finds the documents of the terms that codes mean. One that is narrower than what is known finds none. @param {format.Names} names @param {Meaning[]} coded */
  findCodes(names, coded) {
    for (const m of coded) {
      const queryWord = new QueryWord(m.words.toLowerCase(), false);
      this.queryWords.push(queryWord);
      for (const t of m.narrower ? [] : m.terms) {
        queryWord.addMatches(m.loose ? part : exact, this.documentsOf(t), this.documents);
        const wide = names.byID.get(t.facet + "\0" + t.id);
        for (const other of names.terms) {
          if (wide && other.documents && isUnder(names, other, wide)) queryWord.addMatches(part, this.documentsOf(ref(names, other)), this.documents);
        }
      }
      queryWord.weigh(this.documents);
    }
  }

  /** The documents that have a term, as those of a name. @param {TermRef} term @returns {format.Postings} */
  documentsOf({ facet, id }) {
    const n = (this.root.facets ?? []).indexOf(facet);
    /** @type {format.Facet | undefined} */
    const values = n < 0 ? undefined : this.part("f" + n);
    const docs = values?.get(id) ?? [];
    return { docs: Int32Array.from(docs), weights: new Uint8Array(docs.length).fill(nameWeight), start: 0, end: docs.length };
  }

  /**
   * Leaves out what is about something else than what was named: see meaning.go.
   * @param {Meaning[]} meant @param {import("./score.js").Scored[]} hits
   */
  withoutKin(meant, hits) {
    for (const m of meant) {
      if (m.loose || isCovered(m) || meant.some((other) => isCovered(other) && other.terms[0].facet === m.terms[0].facet)) continue;
      const kin = new Set(m.terms.flatMap((t) => (t.near ?? []).flatMap((near) => [...this.documentsOf(near).docs])));
      const words = tokenize(m.words);
      const mention = !(this.root.facets ?? []).includes(m.terms[0].facet);
      hits = hits.filter(({ doc }) => !kin.has(doc) && words.every((t) => this.has(doc, t.word, mention)));
    }
    return hits;
  }

  /** The card of a document, or undefined if it must be loaded first. @param {number} doc @returns {format.Card | undefined} */
  card(doc) {
    const name = "c" + Math.floor(doc / this.root.block);
    /** @type {format.Card[] | undefined} */
    const block = this.part(name);
    if (block && !block[doc % this.root.block]) throw new format.IndexError("damaged", name);
    return block?.[doc % this.root.block];
  }

  /**
   * Leaves the hits that have all phrases in their title, their summary or a name, and none
   * of the words that are to be left out: see asked.go.
   * @param {import("./asked.js").Asked} asked @param {import("./score.js").Scored[]} hits
   */
  keep({ phrases, without }, hits) {
    for (const t of without) {
      const key = format.inCaps(t, this.caps);
      const forms = key === t.word ? this.forms(key) : (this.group(key)?.forms.slice(0, 1) ?? []);
      const has = new Set(forms.flatMap(({ postings: { docs, start, end } }) => [...docs.subarray(start, end)]));
      hits = hits.filter((h) => !has.has(h.doc));
    }
    for (const phrase of phrases) {
      const words = this.queryWords.filter((w) => !w.light && phrase.includes(` ${w.word} `));
      hits = hits
        .filter(({ doc }) => words.every((w) => w.matches?.[doc]))
        .sort((a, b) => b.score - a.score || a.doc - b.doc)
        .slice(0, mostInPhrase);
      const { names } = this;
      const terms = names?.terms.filter((t) => t.documents && [t.label, ...t.names].some((n) => spaced(n).includes(phrase))) ?? [];
      const named = new Set(names ? terms.flatMap((t) => [...this.documentsOf(ref(names, t)).docs]) : []);
      const shown = hits.map(({ doc }) => (named.has(doc) ? undefined : this.card(doc)));
      hits = hits.filter(({ doc }, i) => named.has(doc) || spaced(shown[i]?.[1] ?? "").includes(phrase) || spaced(shown[i]?.[3] ?? "").includes(phrase));
    }
    return hits;
  }

  /**
   * Whether a document has a word of the query in its title or a name, or is found by it as
   * a word that leads to it; or mentions it, where that is enough.
   * @param {number} doc @param {string} word @param {boolean} mention
   */
  has(doc, word, mention) {
    const w = this.queryWords.find((w) => w.word === word);
    return !w || w.light || (w.matches !== null && isFirm(w.matches[doc]) && (mention || w.matches[doc] >> 10 > 0 || kindOf(w.matches[doc]) === part));
  }

  /** @returns {Map<string, format.Facet>} the facets that the query needs */
  facets() {
    const { filter = {}, count = [] } = this.query;
    const out = new Map();
    for (const name of [...Object.keys(filter), ...count]) {
      const n = (this.root.facets ?? []).indexOf(name);
      if (n < 0) throw new RangeError("unknown facet " + name);
      const facet = this.part("f" + n);
      if (facet) out.set(name, facet);
    }
    return out;
  }

  /** @returns {number[] | undefined} */
  ranks() {
    const name = this.query.order?.replace(/^-/, "");
    if (!name) return;
    const n = (this.root.orders ?? []).indexOf(name);
    if (n < 0) throw new RangeError("unknown order " + name);
    return this.part("o" + n);
  }

  /**
   * Leaves the hits that fit, and counts the values of facets.
   * @param {import("./score.js").Scored[]} hits
   * @param {Map<string, format.Facet>} facets
   * @param {Results} results
   */
  filter(hits, facets, results) {
    const { filter = {}, count = [] } = this.query;
    /** @type {[string, Set<number>][]} */
    const wanted = Object.entries(filter)
      .filter(([, values]) => values.length)
      .map(([name, values]) => [name, new Set(values.flatMap((v) => facets.get(name)?.get(v) ?? []))]);
    /** @type {Map<number, string>} documents that fit, but for the facet named */
    const fits = new Map();
    const out = hits.filter(({ doc }) => {
      const misses = wanted.filter(([, set]) => !set.has(doc));
      if (misses.length < 2) fits.set(doc, misses.length ? misses[0][0] : "");
      return !misses.length;
    });
    for (const name of count) {
      /** @type {Record<string, number>} */
      const counts = (results.counts[name] = Object.create(null));
      for (const [value, docs] of facets.get(name) ?? []) {
        const n = docs.filter((d) => fits.get(d) === "" || fits.get(d) === name).length;
        if (n) counts[value] = n;
      }
    }
    return out;
  }
}

/** The stems of words that say what is done or felt, and not where: a heupoperatie is looked for where the heup is. */
const generalParts = new Set(
  "behandeling dialyse ingreep keuzehulp klacht kuur medicatie medicijn onderzoek operatie patient pil probleem test therapie ziekte zorg".split(" ").map(stem),
);

/**
 * Keeps of the parts of a word the documents that have all of them but the general ones,
 * and says whether there are any: a part alone has nothing to do with the word.
 * @param {QueryWord[]} parts @param {number} documents
 */
function together(parts, documents) {
  const needed = parts.filter(({ word }) => !generalParts.has(stem(word)));
  const all = (needed.length ? needed : parts).map(({ matches }) => matches);
  let some = false;
  if (all.includes(null)) return some;
  for (let doc = 0; doc < documents; doc++) {
    if (all.every((matches) => matches?.[doc])) some = true;
    else for (const { matches } of parts) if (matches) matches[doc] = 0;
  }
  return some;
}

/** Whether documents are about what is meant. @param {Meaning} meaning */
const isCovered = ({ terms }) => terms.some((t) => t.covered);

/** A term, with what is near it where it has no documents. @param {format.Names} names @param {format.Term} term @returns {TermRef} */
function ref(names, term) {
  const { facet, id, label, documents, covered, broader } = term;
  const near = names.terms.filter((t) => !documents && t.documents && t.facet === facet && t !== term && (t.id === broader || t.broader === id || (broader && t.broader === broader)));
  return { facet, id, label, documents, covered, ...(near.length && { near: near.map((t) => ({ facet: t.facet, id: t.id, label: t.label, documents: t.documents, covered: true })) }) };
}

/**
 * The names of terms among the words, the longest first, also with other blanks. Of
 * words that are no name, those that lead to a term without documents.
 * @param {format.Names} names
 * @param {import("./tokens.js").Token[]} tokens
 * @returns {Meaning[]}
 */
function meanings(names, tokens) {
  /** @type {Meaning[]} */
  const out = [];
  for (let i = 0; i < tokens.length; i++) {
    for (let j = Math.min(tokens.length, i + names.longest); j > i; j--) {
      const words = format.phrase(tokens.slice(i, j), names.caps);
      const known = names.named.has(words) || names.ambiguous.has(words) || names.leading.has(words);
      const key = known ? words : names.joined.get(words.replaceAll(" ", "")) || otherForm(names, tokens.slice(i, j)); // "borst kanker" is borstkanker
      const ambiguous = names.ambiguous.get(key);
      const named = ambiguous?.terms ?? names.named.get(key);
      const meant = named ?? names.leading.get(key) ?? [];
      if (!meant.length) continue;
      const { term, end } = refined(names, named ?? [], tokens, j);
      const terms = (term ? [term] : meant).map((t) => ref(names, t));
      const said = term ? format.phrase(tokens.slice(i, end), names.caps) : words;
      out.push({ words: said.replaceAll("^", ""), ambiguous: terms.length > 1, note: term ? "" : ambiguous?.note ?? "", terms, loose: !named, narrower: false });
      i = end - 1;
      break;
    }
  }
  return out;
}

/** A name of which the words are other forms, or in another order, or "". @param {format.Names} names @param {import("./tokens.js").Token[]} tokens */
function otherForm({ byStem, caps }, tokens) {
  const { stems, words } = format.stemmed(tokens, caps);
  if (!words.length) return "";
  return byStem.get(stems)?.find((name) => words.every((w, i) => w === name.words[i] || areForms(w, name.words[i])))?.key ?? "";
}

/**
 * The one term that words from a place on are about, of those that a name means and
 * those that are narrower: suikerziekte type 1. And where those words end.
 * @param {format.Names} names
 * @param {format.Term[]} terms
 * @param {import("./tokens.js").Token[]} tokens
 * @param {number} from
 */
function refined(names, terms, tokens, from) {
  let fits = [...terms, ...names.terms.filter((t) => terms.some((wide) => isUnder(names, t, wide)))];
  let end = from;
  for (let i = from; i < tokens.length && fits.length > 1; i++) {
    if (format.linkWords.has(tokens[i].word)) continue;
    const base = stem(tokens[i].word);
    const left = [...new Set(fits)].filter((t) => [t.label, ...t.names].some((name) => tokenize(name).some((w) => stem(w.word) === base)));
    if (!left.length) break;
    fits = left;
    end = i + 1;
  }
  return fits.length === 1 && end > from ? { term: fits[0], end } : { term: undefined, end: from };
}

/** Whether a term falls under another. @param {format.Names} names @param {format.Term} term @param {format.Term} wide */
function isUnder(names, term, wide) {
  let at = names.byID.get(term.facet + "\0" + term.broader);
  for (let steps = 0; at && steps < names.terms.length; steps++) {
    if (at === wide) return true;
    at = names.byID.get(at.facet + "\0" + at.broader);
  }
  return false;
}

const stemOfCode = 3;

/**
 * Finds the codes in a text, and gives what is left of it: see meaning.go.
 * @param {format.Names} names @param {string} text
 * @returns {{found: Meaning[], rest: string}}
 */
function codes(names, text) {
  /** @type {Meaning[]} */
  const found = [];
  const others = [];
  let cut = false;
  for (const word of text.split(/[ ,;\t\n\u00a0]+/).filter(Boolean)) {
    const key = format.plainCode(word);
    let known = code.test(word) ? names.codes.get(key) : undefined;
    let narrower = false;
    if (!known && code.test(word) && key[0] >= "A" && key.length > stemOfCode) {
      const shorter = names.codes.get(key.slice(0, stemOfCode)) ?? [];
      const hundredths = shorter.filter((t) => !t.tenths);
      narrower = key.length > stemOfCode + 1;
      known = narrower && hundredths.length ? hundredths : shorter.filter((t) => t.tenths);
      if (!known.length) known = undefined;
      if (!known && shorter.length) {
        others.push(word.replaceAll(".", "")); // one word, that is not the code of the other list
        cut = true;
        continue;
      }
    }
    if (!known) {
      others.push(word);
      continue;
    }
    const loose = narrower || !known.some(({ exact }) => exact);
    const terms = [...new Set(known.filter(({ exact }) => exact || loose).map(({ term }) => term))].map((t) => ref(names, t));
    found.push({ words: word, ambiguous: terms.length > 1 && !loose, note: "", terms, loose, narrower });
  }
  return found.length || cut ? { found, rest: others.join(" ") } : { found, rest: text };
}
