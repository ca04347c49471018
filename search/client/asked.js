/**
 * What a query asks for, without its signs: see asked.go.
 * @module
 */
import { tokenize } from "./tokens.js";

/** Words that no one looks for by themselves. */
export const lightWords = new Set(
  (
    "de het een en of van in op te bij met voor is aan als dan dat die wat wel niet geen om tot uit " +
    "door naar over zijn er ik u je mijn uw hoe wie waar welke kan ze we zonder"
  ).split(" "),
);

const quoted = /["“”„«»]([^"“”„«»]*)["“”„«»]/;
const blanks = /[ \t\n\u00a0]+/;

/** What a code of ICPC-1, ICD-10 or SNOMED CT looks like. */
export const code = /^(?:[A-Za-z][0-9]{2}(?:\.?[0-9]{1,2})?|[0-9]{6,18})$/;

/**
 * @typedef {object} Asked
 * @property {string} text the words to look for, those of the phrases among them
 * @property {string[]} phrases
 * @property {import("./tokens.js").Token[]} without
 */

/** @param {string} text @returns {Asked} */
export function readAsked(text) {
  /** @type {string[]} */
  const words = [];
  /** @type {string[]} */
  const phrases = [];
  /** @type {import("./tokens.js").Token[]} */
  const without = [];
  text.split(quoted).forEach((piece, i) => {
    if (i % 2) { // between quotes
      const phrase = spaced(piece);
      if (phrase && !code.test(piece.trim())) phrases.push(phrase);
      words.push(phrase ? piece : '""');
      return;
    }
    for (const w of piece.split(blanks).filter(Boolean)) {
      const rest = w.replace(/^[-–−]+/, "");
      const tokens = tokenize(rest);
      if (rest === w || !tokens.length || lightWords.has(tokens[0].word)) words.push(w);
      else without.push(...tokens);
    }
  });
  return { text: words.join(" "), phrases, without };
}

/** The words of a text with a blank between them and around each, or "". @param {string} text */
export function spaced(text) {
  const words = tokenize(text).map((t) => t.word);
  return words.length ? ` ${words.join(" ")} ` : "";
}
