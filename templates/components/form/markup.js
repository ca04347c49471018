/**
 * Markup in a plain text, where it means nothing: as package field finds it.
 * @module
 */
import { data, expression, say, short } from "./data.js";

/**
 * @param {string} text
 * @param {string} path
 * @param {string} key of the field
 */
export function checkMarkup(text, path, key) {
  const problems = [];
  const signs = data.words.veldtekens;
  for (let i = 0; i < signs.length; i += 3) {
    const [name, source, starts] = signs.slice(i, i + 3);
    for (const line of text.split("\n")) {
      for (const found of (starts === "true" ? line.replace(/^ +/, "") : line).matchAll(expression(source, "g"))) {
        const sign = short(found[1]);
        problems.push(say(name, path, key, sign, sign));
      }
    }
  }
  return problems;
}
