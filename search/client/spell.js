/**
 * What may be meant by a word of which nothing is known, as spell.go has it.
 * @module
 */
import { distance } from "./distance.js";
import { whole } from "./forms.js";
import { areForms, stem } from "./stem.js";

/** @param {string} s */
const lists = (s) => s.split("|").map((g) => g.split(" "));

/** Beginnings and endings that medicine keeps apart. */
const distinctBeginnings = lists(
  "hypo hyper|inter intra intro infra|pre pro peri per post|ante anti|macro micro|endo exo ecto epi|sub supra super|" +
    "brady tachy|mono bi tri poly|ab ad|hemi semi hemo|iso aniso",
);
const distinctEndings = lists(
  "ectomie otomie ostomie tomie stomie scopie grafie|itis ose oom osis iasis|emie urie|plegie parese",
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

/** How names of medicines end: one is never corrected, and never offered. */
const medicine =
  /(pril|olol|statine|sartan|azol|cilline|mycine|micine|floxacine|cycline|oxetine|pramine|triptyline|azepam|azolam|zopiclon|pidem|dipine|tiazide|semide|formine|gliptine|gliflozine|glutide|glitazon|xaban|parine|coumon|coumarol|grel|umab|imab|ximab|zumab|tinib|cept|vir|tidine|setron|triptan|profen|coxib|nisolon|nison|tason|asone|sonide|terol|tropium|lukast|fylline|dronaat|azine|zapine|tiapine|peridon|peridol|zepine|gabaline|pentine|trigine|racetam|toine|codon|morfine|fentanyl|caine|platine|taxel|rubicine|mustine|trexaat|xifen|strozol|lutamide|steride|nafil|losine|fenacine|talopram|traline)$/;

/** How many slips of the finger a word may have. @param {string} word */
const slips = (word) => (/[0-9]/.test(word) || medicine.test(word) || word.length < 5 ? 0 : word.length < 10 ? 1 : 2);

/** Up to how many letters a word must begin with the letter, or the two in the wrong order, of the one that is offered for it. */
const sureStart = 5;
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
    const most = Math.min(limit, slips(w));
    if (w === word || !most) continue;
    if (word[0] !== w[0] && (word[0] !== w[1] || word[1] !== w[0]) && Math.min(word.length, w.length) <= sureStart) continue;
    const d = distance(word, w, most);
    if (d > most || !maySpell(word, w)) continue;
    limit = d;
    found.push({ word: w, cost: 2 * d + (word[0] === w[0] ? 0 : 1) });
  }
  const near = found
    .filter((c) => c.cost >> 1 <= limit)
    .sort((a, b) => a.cost - b.cost || (a.word < b.word ? -1 : 1))
    .map((c) => c.word);
  return [...new Set(near)].slice(0, mostCorrections);
}

/** Endings and beginnings that are words too, but no parts of words. */
export const notParts = new Set(
  (
    "aan aar ach age and are baar bare ben ber bij bie cht daar dan dat den der des die dien dit doe door een eer " +
    "eind ele eme end ende ene ens ent ere eren erg erin erd ers est eur eus gen ges had heb heden heid hem hen her " +
    "het hier hij hoe iek iel iet ies ige ijk ing inge inne isch ist ken ker kje lei len ler les lig lijk loos los " +
    "maar mee men mer met mij min naar net niet nog nen ner oer ond ons ook oor open oren per rede ren res rie rig ring " +
    "sche schap sel sen ser ste sten ster tal tel ten tend ter teren the tie ties tig tij ting tje toe tot tte uit " +
    "van ver vol voor was wat wel wie win wij zal zie zij zijn zo zou"
  ).split(" "),
);
export const joiners = ["", "s", "e", "en", "er"];

/** Words that are known in all their forms. */
export class StemSet {
  /** @param {string[]} words */
  constructor(words) {
    /** @type {Map<string, string[]>} */
    this.byStem = new Map();
    for (const w of words) this.byStem.set(stem(w), [...(this.byStem.get(stem(w)) ?? []), w]);
  }
  /** Whether a word is a form of one of these. @param {string} word */
  has(word) {
    return (this.byStem.get(stem(word)) ?? []).some((w) => areForms(word, w));
  }
  /** Whether a word is a form of one of these, or made of such forms. @param {string} word @returns {boolean} */
  makes(word) {
    if (this.has(word)) return true;
    for (let i = 3; i < word.length - 3; i++) {
      const tail = word.slice(i);
      if (notParts.has(tail) || !this.has(tail)) continue;
      for (const j of joiners) {
        const head = word.slice(0, i - j.length);
        if (word.slice(0, i).endsWith(j) && head.length > 2 && !notParts.has(head) && this.begins(head)) return true;
      }
    }
    return false;
  }
  /**
   * Whether a word is one of these, or the start of one with the same stem, or made of these.
   * @param {string} word
   * @returns {boolean}
   */
  begins(word) {
    return (this.byStem.get(stem(word)) ?? []).some((w) => w.startsWith(word)) || (word.length > 6 && !this.has(word) && this.makes(word));
  }
}

/** Words that who types them means, in all their forms. */
export const wholeWords = new StemSet(whole.trim().split(/\s+/));

/** Whether what follows a whole word in another is long enough to be a word: hart·ritmestoornis, but not mening·itis. @param {string} rest */
export const goesOn = (rest) => rest.length > 5 && !/^(it[aeiu]|schap|eling|elij|ering|erij|ing|ig|achtig|anci)/.test(rest);
