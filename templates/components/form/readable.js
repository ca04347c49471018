/**
 * How easily a text reads, by the formula of Douma: as package stats.
 * @module
 */
import { data, pattern } from "./data.js";

/**
 * @param {string} text
 * @returns {{words: number, perSentence: number, score: number, longest: string, longestWords: number}}
 */
export function readability(text) {
  let [all, sentences, syllables, longestWords] = [0, 0, 0, 0];
  let longest = "";
  const marked = text.replace(pattern("zin", "g"), (end) => `${end.trim()}\0`);
  for (const sentence of marked.split("\0")) {
    const found = sentence.match(pattern("woord", "g")) ?? [];
    if (!found.length) continue;
    sentences++;
    all += found.length;
    for (const word of found) syllables += Math.max(1, word.toLowerCase().match(pattern("klinker", "g"))?.length ?? 0);
    if (found.length > longestWords) [longest, longestWords] = [sentence.trim(), found.length];
  }
  const perSentence = all / Math.max(sentences, 1);
  return { words: all, perSentence, score: all ? 206.84 - 0.93 * perSentence - (77 * syllables) / all : 0, longest, longestWords };
}

/** Whether a text is long enough for its score to mean something. @param {number} words */
export const enough = (words) => words >= data.limits.woorden;
