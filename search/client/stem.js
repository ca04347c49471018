/**
 * The Dutch stemmer: the Porter-type algorithm that Snowball describes at
 * snowballstem.org/algorithms/dutch_porter, and after it the forms that it
 * leaves apart. Equal to stem.go for every word.
 * @module
 */
import { others, verbs } from "./forms.js";

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

/** @param {string} list @returns {Map<string, string>} the words by their forms */
const byForm = (list) =>
  new Map(list.split("\n").flatMap((line) => line.split(" ").map((w, _, words) => /** @type {[string, string]} */ ([w, words[0]]))));

const verbOf = byForm(verbs);
const otherOf = byForm(others);
for (const [form, verb] of [...verbOf]) {
  const rest = form.slice(2); // besproken, for it has no ge-
  if (form !== verb && /^ge.*en$/.test(form) && !verbOf.has(rest)) verbOf.set("-" + rest, verb);
}

const loose = "aan achter af bij binnen buiten door heen in mee na neer om op over samen tegen terug toe tussen uit vast voor voort weg".split(" ");
const fixed = "be ver ont her er over onder door om voor mis".split(" ");

/** The verb of which a word is a form that no rule gives, or "". @param {string} word @returns {string} */
function baseVerb(word) {
  const verb = verbOf.get(word);
  if (verb) return verb;
  /** @param {string[]} prefixes @param {(rest: string) => string | undefined} of */
  const after = (prefixes, of) => {
    for (const p of prefixes) {
      const verb = word.startsWith(p) && word.length > p.length + 2 && of(word.slice(p.length));
      if (verb) return p + verb;
    }
    return "";
  };
  return after(loose, baseVerb) || after(fixed, (rest) => verbOf.get(rest) ?? verbOf.get("-" + rest));
}

/** The word of which a word is a form that no rule gives, or "". @param {string} word @returns {string} */
function baseForm(word) {
  const base = otherOf.get(word) || baseVerb(word);
  return !base && word.length > 3 && /[rtd]e$/.test(word) ? baseForm(word.slice(0, -1)) : base;
}

/** Endings that belong to the word. */
const rootedEndings =
  /(arts|mens|kans|grens|wens|lens|dans|krans|balans|tendens|prins|frans|hals|pols|puls|plaats|reeks|koers|fonds|toets|fiets|spits|krats|coats|alleen|overeen|meteen|uiteen|bijeen|iedereen|verlies|advies|precies|kies|levering|stemming)$/;

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
  const base = baseForm(word);
  if (base) return derive(byRules(base, true));
  const whole = withoutDiminutive(word);
  return whole ? stem(whole) : derive(byRules(word, true));
}

/**
 * Whether two words with one stem have one also without the rules and the lists that go
 * farther: knieën is close to knie, but knietje is not.
 * @param {string} word @param {string} other
 */
export const areClose = (word, other) => byRules(otherOf.get(word) || word, false) === byRules(otherOf.get(other) || other, false);

/** The stem by the rules, with those for participles or without. @param {string} word @param {boolean} participles @returns {string} */
function byRules(word, participles) {
  if (word.length < 3 || /[^a-z]/.test(word) || rootedEndings.test(word)) return word;
  if (word.endsWith("kinderen")) return word.slice(0, -4);
  if (word.endsWith("eeen") || (word.length > 4 && word.endsWith("ieen"))) return word.slice(0, -2);
  const like = /^(.{5,})achtige?$/.exec(word);
  if (like) return byRules(like[1], participles);
  if (word.length > 4) word = word.replace(/([^aoblmrv]o|[im]a|era)s$/, "$1"); // fotos
  word = word.replace(/^(..+[^aeiouy]ig)(er|ere|ers|st|ste)$/, "$1");
  const rest = participles && withoutGe(word.replace(/([dt])e$/, "$1"));
  return tidy(snowball(rest || word), participles, participles && (rest !== "" || /^(be|her|ont|ver|over|onder)/.test(word)));
}

const keepsGe =
  /^(bed|bergt|beur|bied|bit|bod|boort|bruik|dacht|deel(?!d$)|dicht|drag|duld|halt|hoor|hucht|loof|luid|makt|meent|moed|nees|neraal|neralis|nereer|nez|niet|raamt|recht|reed|rucht|schied|schikt|schrift|slacht|steent|sticht|tuig|vaart|vecht|voel(?!d$)|weld|west|wicht|woont|wricht|zegd|zicht|zind|zond|zwind)/;

/** The stem of a participle without its ge, or "". @param {string} s */
function withoutGe(s) {
  if (!/[dt]$/.test(s) || s.endsWith("heid")) return "";
  for (const p of ["", ...loose]) {
    const rest = s.slice(p.length + 2);
    if (s.startsWith(p + "ge") && rest.length > 3 && !keepsGe.test(rest)) return p + rest;
  }
  return "";
}

/** The word of which a word is the diminutive, or "". @param {string} word */
function withoutDiminutive(word) {
  const body = /^(.{3,})jes?$/.exec(word)?.[1] ?? "";
  const prev = body.slice(0, -1);
  if (!/[aeiouy]/.test(body) || /[aeiouylnrmwj]$/.test(body)) return "";
  if (/(([aeiouy][aeiouyj]|[^aeiouy])mp|..emp)$/.test(body)) return prev; // boompje, but lampje
  if (/[aeiou].*ink$/.test(body)) return prev + "g"; // kettinkje
  if (!body.endsWith("t")) return body;
  if (/..[^aeiouy]et$/.test(body)) return /(.)\1et$/.test(body) ? body.slice(0, -3) : /(ng|m)et$/.test(body) ? body.slice(0, -2) : body; // pilletje, slangetje
  if (/([wjy]|ee|ie|^koe|^bui|^trui)t$/.test(body)) return prev;
  if (/(ot|ut|de)oot$/.test(body)) return body.slice(0, -2);
  if (/(kaar|har|taar|staar|buur|beur|poor|soor|koor|kwar|vaar)t$/.test(body)) return body; // kaartje, but haartje
  return /(r|[aeiouy][aeiouyj][nl]|.[kgvs]en|..el)t$/.test(body) ? prev : body;
}

/**
 * The length of the last vowel of a stem in a word that has it: -1 in a closed
 * syllable (mag, mannen), 1 written double (maag) or, if the stem is one syllable, in
 * an open one (magen); 0 where the letters do not tell (dagen, bloedvaten).
 * @param {string} word
 * @param {string} stem
 */
export function lengthIn(word, stem) {
  const end = /(?:^|[^aeiouy])([aeou])[^aeiouy]$/.exec(stem);
  if (!end || /[^a-z]/.test(stem) || !word.startsWith(stem.slice(0, -1))) return 0;
  const base = baseForm(word);
  if (base && base !== word) return 0;
  const rest = word.slice(stem.length - 1);
  if (rest[0] === end[1] && rest.length > 1 && !isVowel(rest[1])) return 1;
  if (!rest || isVowel(rest[0])) return 0;
  return !isVowel(rest[1]) ? -1 : /[aeiouy]/.test(stem.slice(0, -2)) ? 0 : 1;
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
 * @param {string} s @param {boolean} participles @param {boolean} verb whether a d at the end is that of a participle
 */
function tidy(s, participles, verb) {
  s = s.replace(/(oefen|teken|reken|open)[td]$/, "$1");
  if (s.length >= 5) s = s.replace(/([aeiouy].*[^aeiouy])en$/, "$1");
  const ownS = s.endsWith("z"); // verliezen
  s = soften(s);
  if (!ownS) {
    if ((s.length >= 5 && /(ies|eaus)$/.test(s)) || (s.length >= 4 && s.endsWith("ys"))) s = s.slice(0, -1);
    else if (s.length >= 5 && s.endsWith("es")) s = s.slice(0, -2).replace(/^(.+y)s$/, (w, y) => (w.length > 3 ? y : w));
  }
  const rest = participles && !verb && withoutGe(s); // gewonden
  if (hasVerbEnding((s = rest || s), verb || Boolean(rest))) s = s.slice(0, -1);
  return soften(s).replace(/(aa|ee|oo|uu)([^aeiouy])$/, (_, v, c) => v[0] + c);
}

const verbsInT =
  /(valt|vult|belt|telt|rolt|spelt|zwelt|gint|wint|kent|plast|slist|past|wist|kust|mist|wast|hoort|oert|duurt|vuurt|huurt|stuurt|keurt|scheurt|gebeurt|spaart|klaart|waart|ervaart|stoort|boort)$/;

/** Whether the last letter of a stem is the t or d of a verb: werkt, verbeterd. @param {string} s @param {boolean} verb */
function hasVerbEnding(s, verb) {
  const n = s.length;
  if (n < 4) return false;
  if (verbsInT.test(s)) return true;
  if (n > 4 && /([dfgkmpw]|ts|[ae]i|[aeiouy][aeiouyj]([ls]|(?<!mee)n)|eer)t$/.test(s)) return true;
  if (n > 5 && /(e[lr][td]|[gmw]d)$/.test(s)) return true;
  return verb && (/([gmwbfs]|[aiouy]i|(te|be|ste|vu|ro|spe)l|ken)d$/.test(s) || (n > 4 && /([aeiouy][aeiouyj]|e)[lrn]d$/.test(s)));
}

/** @type {[RegExp, string][]} endings that stand for another: amputatie and amputeren, antibiotica and antibioticum */
const derivations = [
  [/(...)atie$/, "$1er"], [/(..)ctie$/, "$1cter"], [/(..)yser$/, "$1y"], [/(...)ic(um|us|i)$/, "$1ic"], [/(....)ica$/, "$1ic"],
  [/(...i)(um|a)$/, "$1e"], [/(.....)isch$/, "$1"], [/(..)(log|urg|erg|iatr)ie$/, "$1$2"],
];

/** @param {string} s */
function derive(s) {
  for (const [ending, other] of derivations) if (ending.test(s)) return s.replace(ending, other);
  const noun = !rootedEndings.test(s) && /^(?=.{8})(.*([^aeiouyl]|[aeiouyl]l))ing$/.exec(s); // bloeding
  return noun ? tidy(noun[1], true, false) : s;
}
