/**
 * The Dutch stemmer: the Porter-type algorithm that Snowball describes at
 * snowballstem.org/algorithms/dutch_porter, and after it the forms that it
 * leaves apart. Equal to stem.go for every word.
 * @module
 */

const vowels = "aeiouy";

/** @param {string | undefined} c */
const isVowel = (c) => c !== undefined && c !== "" && vowels.includes(c);

/**
 * Marks the y and the i that are consonants with a capital, from left to right.
 * @param {string} word
 */
function mark(word) {
  const letters = [...word];
  if (letters[0] === "y") letters[0] = "Y";
  for (let i = 0; i < letters.length - 1; i++) {
    if (!isVowel(letters[i])) continue;
    if (letters[i + 1] === "i" && isVowel(letters[i + 2])) letters[i + 1] = "I";
    else if (letters[i + 1] === "y") letters[i + 1] = "Y";
  }
  return letters.join("");
}

/**
 * Where the region after the first non-vowel that follows a vowel starts.
 * @param {string} word
 * @param {number} from
 */
function region(word, from) {
  let i = from;
  while (i < word.length && !isVowel(word[i])) i++;
  if (i === word.length) return -1;
  while (i < word.length && isVowel(word[i])) i++;
  return i === word.length ? -1 : i + 1;
}

/** @param {string} w */
const undouble = (w) => (/(kk|dd|tt)$/.test(w) ? w.slice(0, -1) : w);

/** @param {string} word @returns {string} */
export function snowball(word) {
  let w = mark(word);
  const first = region(w, 0);
  const r1 = first < 0 ? w.length : Math.max(3, first);
  const second = first < 0 ? -1 : region(w, first);
  const r2 = second < 0 ? w.length : second;

  /** Takes off "en" or "ene". @param {number} at */
  const en = (at) => {
    if (at >= r1 && at > 0 && !isVowel(w[at - 1]) && !w.slice(0, at).endsWith("gem")) w = undouble(w.slice(0, at));
  };
  let foundE = false;
  const e = () => {
    foundE = false;
    const at = w.length - 1;
    if (w.endsWith("e") && at >= r1 && at > 0 && !isVowel(w[at - 1])) {
      w = undouble(w.slice(0, at));
      foundE = true;
    }
  };

  let ending = /(heden|ene|en|se|s)$/.exec(w);
  if (ending) {
    const at = ending.index;
    if (ending[0] === "heden") {
      if (at >= r1) w = w.slice(0, at) + "heid";
    } else if (ending[0] === "en" || ending[0] === "ene") {
      en(at);
    } else if (at >= r1 && at > 0 && w[at - 1] !== "j" && !isVowel(w[at - 1])) {
      w = w.slice(0, at);
    }
  }
  e();
  if (w.endsWith("heid") && w.length - 4 >= r2 && w[w.length - 5] !== "c") {
    w = w.slice(0, -4);
    if (w.endsWith("en")) en(w.length - 2);
  }
  ending = /(end|ing|ig|lijk|baar|bar)$/.exec(w);
  if (ending && ending.index >= r2) {
    const rest = w.slice(0, ending.index);
    switch (ending[0]) {
      case "end":
      case "ing":
        w = rest;
        if (w.endsWith("ig") && w.length - 2 >= r2 && w[w.length - 3] !== "e") w = w.slice(0, -2);
        else w = undouble(w);
        break;
      case "ig":
        if (!rest.endsWith("e")) w = rest;
        break;
      case "lijk":
        w = rest;
        e();
        break;
      case "baar":
        w = rest;
        break;
      case "bar":
        if (foundE) w = rest;
    }
  }
  if (/[^aeiouy](aa|ee|oo|uu)[^aeiouyI]$/.test(w)) w = w.slice(0, -2) + w.slice(-1);
  return w.replace(/Y/g, "y").replace(/I/g, "i");
}

/** @type {Record<string, string>} */
const irregularStems = {
  __proto__: /** @type {any} */ (null),
  steden: "stad", leden: "lid", schepen: "schip", eieren: "ei",
  kinderen: "kind", kinder: "kind", kinders: "kind",
  ogen: "og", oren: "or", uren: "ur", apen: "ap",
};

/** Endings that belong to the word. */
const rootedEndings =
  /(arts|mens|kans|grens|wens|lens|dans|krans|balans|tendens|prins|frans|hals|pols|puls|plaats|reeks|koers|fonds|toets|fiets|spits|krats|coats|alleen|overeen|meteen|uiteen|bijeen|iedereen)$/;

/** @type {Map<string, string>} */
const stems = new Map();

/**
 * What the forms of a word have in common.
 * @param {string} word as {@link tokenize} gives it
 * @returns {string}
 */
export function stem(word) {
  let s = stems.get(word);
  if (s === undefined) stems.set(word, (s = analyse(word)));
  return s;
}

/** @param {string} word */
function analyse(word) {
  if (word.length < 3 || /[^a-z]/.test(word)) return word;
  if (irregularStems[word]) return irregularStems[word];
  if (rootedEndings.test(word)) return word;
  if (word.endsWith("kinderen")) return word.slice(0, -4);
  if (word.endsWith("eeen") || (word.length > 4 && word.endsWith("ieen"))) return word.slice(0, -2);
  return tidy(snowball(word));
}

/**
 * The length of the last vowel of a stem in a word that has it: -1 in a closed
 * syllable (mag, mannen), 1 written double (maag), 0 before another vowel, where
 * the letters do not tell (magen, dagen).
 * @param {string} word
 * @param {string} stem
 */
export function lengthIn(word, stem) {
  const end = /(?:^|[^aeiouy])([aeou])[^aeiouy]$/.exec(stem);
  if (!end || /[^a-z]/.test(stem) || !word.startsWith(stem.slice(0, -1))) return 0;
  const rest = word.slice(stem.length - 1);
  if (rest[0] === end[1] && rest.length > 1 && !isVowel(rest[1])) return 1;
  return !rest || isVowel(rest[0]) || isVowel(rest[1]) ? 0 : -1;
}

/**
 * Whether two words are forms of one, or can be: the stemmer writes the vowel
 * of maag and mag alike, though no ending makes one of the other.
 * @param {string} word
 * @param {string} other
 */
export function areForms(word, other) {
  const base = stem(word);
  return stem(other) === base && lengthIn(word, base) * lengthIn(other, base) >= 0;
}

/** Ends a stem as the word itself does: adress, huiz, briev. @param {string} s */
const soften = (s) =>
  s.length >= 4 && /([^aeiouy])\1$/.test(s) ? s.slice(0, -1) : s.replace(/z$/, "s").replace(/v$/, "f");

/**
 * Brings together stems that Snowball keeps apart.
 * @param {string} s
 */
function tidy(s) {
  if (s.length >= 5) s = s.replace(/([^aeiouy])en$/, "$1");
  s = soften(s);
  if (s.length >= 5 && /[dkpst]jes$/.test(s)) s = s.slice(0, -2);
  else if ((s.length >= 5 && /(ies|eaus)$/.test(s)) || (s.length >= 4 && s.endsWith("ys"))) s = s.slice(0, -1);
  else if (s.length >= 5 && s.endsWith("es")) s = s.slice(0, -2);
  if ((s.length >= 5 && /([dfgkmpw]|[ae]i)t$/.test(s)) || (s.length >= 6 && /([gmw]d|e[lr][dt])$/.test(s))) s = s.slice(0, -1);
  return soften(s).replace(/(aa|ee|oo|uu)([^aeiouy])$/, (_, v, c) => v[0] + c);
}
