/**
 * How well documents match, in whole numbers, as score.go has it.
 * @module
 */

/** How a word was found: 0 not, 1 corrected, 2 part, 3 form, 4 exact. */
export const corrected = 1;
export const part = 2;
export const form = 3;
export const exact = 4;

/** By kind, twice: a part also literally, a form also close to the word. */
const worth = [
  [0, 0, 15, 0, 24, 30, 26, 50, 69],
  [0, 0, 60, 0, 96, 125, 104, 200, 320],
];
/** In quarters: what each match has, and what comes on top of it for the whole query in the title, and for the whole title in the query. */
const evidenceMin = 4 * 32;
const coverMax = 4 * 5;
const wholeTitle = 4 * 13;
const evidenceMax = evidenceMin + coverMax + wholeTitle;

/** The least weights in a name and in a title, as posting.go has them. */
const inName = 8;
export const nameWeight = inName + 1;
const inTitle = 16;
const longTitle = 12;
/** The levels in a title on the scale of those in running text. */
const titleLevels = [0, 1, 4, 7];
/** How many words the title has that has the word, or 0. @param {number} match */
const titleLength = (match) => ((match & 63) < inTitle ? 0 : longTitle - (((match & 63) - inTitle) >> 2));

/** @param {number} documents @param {number} having */
const rarity = (documents, having) =>
  Math.max(1, Math.floor(16 * Math.log(1 + (documents - having + 0.5) / (having + 0.5)) + 0.5));

/** @param {number} match */
export const kindOf = (match) => (match >> 7) & 7;

/** Whether the document has the word itself, in some form or as it was typed in another word or name. @param {number} match */
export const isFirm = (match) => kindOf(match) >= form || (kindOf(match) === part && ((match >> 6) & 1) === 1);

/** One word of the query, with the match of each document: place, kind, whether literally, and weight in one number. */
export class QueryWord {
  /** @param {string} word @param {boolean} light makes no hit alone, beside others that can */
  constructor(word, light) {
    this.word = word;
    this.light = light;
    /** @type {Uint16Array | null} */
    this.matches = null;
    this.rarity = 1;
    this.kind = 0;
    this.documents = 0;
    /** @type {QueryWord[] | null} those of a word that was taken apart: they make the score in its place */
    this.parts = null;
    /** @type {Set<number>} documents that write the word before and this one as one */
    this.joined = new Set();
  }
  /**
   * Notes documents that match in one way: literally, or as a weaker match than the postings say.
   * @param {number} kind
   * @param {import("./format.js").Postings} list
   * @param {number} documents
   * @param {boolean} [literal]
   * @param {number} [weaker]
   */
  addMatches(kind, { docs, weights, start, end }, documents, literal, weaker = 0) {
    if (start === end) return;
    const matches = (this.matches ??= new Uint16Array(documents));
    for (let i = start; i < end; i++) {
      const weight = (weights[i] - weaker) & 63;
      const m = (weight < inName ? 0 : 1024) | (kind << 7) | (literal ? 64 : 0) | weight;
      if (m > matches[docs[i]]) matches[docs[i]] = m;
    }
  }
  /** Works out how rare the word is, and how it was found. @param {number} documents */
  weigh(documents) {
    let close = 0;
    let firm = 0;
    let all = 0;
    const { matches } = this;
    for (let doc = 0; matches && doc < documents; doc++) {
      if (!matches[doc]) continue;
      const kind = kindOf(matches[doc]);
      all++;
      if (kind >= form) firm++;
      if (kind === exact || ((matches[doc] >> 6) & 15) === 2 * form + 1) close++;
      if (kind > this.kind) this.kind = kind;
    }
    this.rarity = rarity(documents, this.documents || close || firm || all);
  }
}

/** @typedef {{doc: number, score: number, isTitle: boolean}} Scored isTitle: its title is what was asked for, word for word */

const bands = [1.125, 1.25, 1.4375, 1.625, 1.8125];

/** The band of a score, as filter.go has it: scores in one band answer equally well. @param {number} score */
export function band(score) {
  if (score <= 0) return 0;
  let octave = 0;
  for (; score >= 2; score /= 2) octave++;
  return (bands.length + 1) * octave + bands.filter((from) => score >= from).length;
}

/**
 * The documents with at least half of what the best one has, by number.
 * @param {QueryWord[]} words
 * @param {number} documents
 * @returns {{hits: Scored[], best: number}}
 */
export function score(words, documents) {
  const total = words.reduce((sum, w) => sum + w.rarity, 0);
  const covered = new Int32Array(documents); // the rarity of the words that match
  const counts = new Uint8Array(documents).fill(words.every((w) => w.light) ? 1 : 0); // more than light words match
  for (const { matches, rarity, light } of words) {
    for (let doc = 0; matches && doc < documents; doc++) {
      if (!matches[doc]) continue;
      covered[doc] += rarity;
      if (!light) counts[doc] = 1;
    }
  }
  let most = 0;
  for (let doc = 0; doc < documents; doc++) if (counts[doc] && covered[doc] > most) most = covered[doc];
  const hits = [];
  for (let doc = 0; doc < documents; doc++) {
    const c = covered[doc];
    if (!counts[doc] || !c || 2 * c < most) continue;
    // Of the title or a name: the rarity of the words that match there. Of the
    // title: how many of its words are asked for, and how many it has.
    let inPlace = 0;
    let asked = 0;
    let length = 0;
    let isTitle = true;
    for (const { matches, rarity, joined } of words) {
      const m = matches ? matches[doc] : 0;
      if (kindOf(m) !== exact) isTitle = false;
      if (!(m >> 10)) {
        isTitle = false;
        continue;
      }
      inPlace += rarity;
      if (!titleLength(m)) continue;
      length = titleLength(m);
      if (kindOf(m) !== form || !joined.has(doc)) asked++;
    }
    asked = Math.min(asked, length);
    const cover = Math.floor((coverMax * inPlace) / total);
    let sum = 0;
    for (const { matches, rarity } of words) {
      const m = matches ? matches[doc] : 0;
      if (!m) continue;
      const mentions = 4 * ((m & 63) < inTitle ? m & 7 : titleLevels[m & 3]);
      // the more of the title is asked for, the less it matters what else there is
      const evidence = titleLength(m) ? Math.floor((wholeTitle * asked + mentions * (length - asked)) / length) : mentions;
      sum += rarity * worth[m >> 10][(m >> 6) & 15] * (evidenceMin + cover + evidence);
    }
    hits.push({ doc, score: sum * c * c, isTitle: isTitle && length > 0 && asked === length });
  }
  return { hits, best: total * worth[1][2 * exact] * evidenceMax * total * total };
}
