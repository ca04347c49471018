/**
 * What may be meant by a word of which nothing is known, as spell.go has it.
 * @module
 */
import { distance } from "./distance.js";

/** @param {string} s */
const lists = (s) => s.split("|").map((g) => g.split(" "));

/** Beginnings and endings that medicine keeps apart. */
const distinctBeginnings = lists(
  "hypo hyper|inter intra intro infra|pre pro peri per post|ante anti|macro micro|endo exo ecto epi|sub supra super|" +
    "brady tachy|mono bi tri poly|ab ad|hemi semi hemo|iso aniso",
);
const distinctEndings = lists(
  "ectomie otomie ostomie tomie stomie|itis ose oom osis iasis|emie urie|plegie parese|grafie scopie|pril olol statine sartan",
);
const negations = "on a an in im ir non niet de dis".split(" ");

/**
 * @param {string[][]} groups
 * @param {string} a
 * @param {string} b
 * @param {(s: string, part: string) => boolean} has
 */
function clash(groups, a, b, has) {
  return groups.some((g) => {
    /** @param {string} s */
    const longest = (s) => g.reduce((found, p) => (p.length > found.length && has(s, p) ? p : found), "");
    const x = longest(a);
    const y = longest(b);
    return x && y && x !== y;
  });
}

/** @param {string} word @param {string} other */
const maySpell = (word, other) =>
  !clash(distinctBeginnings, word, other, (s, p) => s.startsWith(p)) &&
  !clash(distinctEndings, word, other, (s, p) => s.endsWith(p)) &&
  !negations.some((n) => n + word === other || n + other === word);

/** How many slips of the finger a word may have. @param {string} word */
const slips = (word) => (/[0-9]/.test(word) || word.length < 4 ? 0 : word.length < 6 ? 1 : 2);

const mostCorrections = 3;

/**
 * @param {string} word
 * @param {string[]} list
 */
export function corrections(word, list) {
  let limit = slips(word);
  /** @type {{word: string, cost: number}[]} */
  const found = [];
  if (!limit) return [];
  for (const w of list) {
    const d = distance(word, w, limit);
    if (d > limit || w === word || !slips(w) || !maySpell(word, w)) continue;
    limit = d;
    found.push({ word: w, cost: 2 * d + (word[0] === w[0] ? 0 : 1) });
  }
  return found
    .filter((c) => c.cost >> 1 <= limit)
    .sort((a, b) => a.cost - b.cost || (a.word < b.word ? -1 : 1))
    .slice(0, mostCorrections)
    .map((c) => c.word);
}

/**
 * Two words of a list that make a word together, or null.
 * @param {string} word
 * @param {string[]} list
 * @returns {[string, string] | null}
 */
export function takeApart(word, list) {
  if (/[^a-z]/.test(word)) return null;
  const known = new Set(list.filter((w) => word.startsWith(w) || word.endsWith(w)));
  for (let i = 3; i <= word.length - 4; i++) {
    const last = word.slice(i);
    if (!known.has(last)) continue;
    for (const joiner of ["", "s", "e", "en"]) {
      if (!word.slice(0, i).endsWith(joiner)) continue;
      const first = word.slice(0, i - joiner.length);
      if (first.length > 2 && known.has(first)) return [first, last];
    }
  }
  return null;
}

/**
 * The words that begin or end with a word.
 * @param {string} word
 * @param {string[]} list
 */
export function longerWords(word, list) {
  if (word.length < 4 || /^[0-9]*$/.test(word)) return [];
  return list
    .filter((w) => w.length >= word.length + 3 && (w.startsWith(word) || w.endsWith(word)))
    .sort((a, b) => (a < b ? -1 : 1))
    .slice(0, 8);
}
