/**
 * What is wrong with an entry in the form. It says what the check says of the
 * file that the form makes of it: the reading of fields is that of package field,
 * the rest that of package check.
 * @module
 */
import { checkAddress, mirror, tracking } from "./address.js";
import { checkBody, checkConflicts } from "./body.js";
import { checkCharacters } from "./characters.js";
import { bodyKey, data, having, length, pattern, say, unknownWord, words } from "./data.js";
import { dateText, end, later, parseDate, start, today } from "./date.js";
import { bytes } from "./markdown/text.js";
import { checkMarkup } from "./markup.js";
import { nearest } from "./nearest.js";
import { checkPersonal } from "./personal.js";
import { fold } from "./slug.js";
import { file } from "./yaml.js";

/** @typedef {import("./data.js").Field} Field */
/** @typedef {import("./data.js").Group} Group */
/** @typedef {import("./data.js").Value} Value */
/** @typedef {import("./data.js").Entry} Entry */
/** @typedef {import("./data.js").Problem} Problem */

/** Kinds whose value is one text. */
const single = new Set(["tekst", "alinea's", "webadres", "tijd", "getal", "datum", "begrip", "kaart"]);
const lists = new Map([["begrippen", "begrip"], ["teksten", "alinea's"], ["kaarten", "kaart"]]);

/** @param {Value | undefined} value */
export function isUnknown(value) {
  const one = Array.isArray(value) && value.length === 1 ? value[0] : value;
  return typeof one === "string" && one.trim().toLowerCase() === unknownWord;
}

/**
 * The values without what is empty, which is not written down, and without
 * white space around texts, which is not read.
 * @param {Field[]} fields
 * @param {Group} values
 */
export function clean(fields, values) {
  /** @type {Group} */
  const out = {};
  for (const field of fields) {
    const made = cleanValue(field, values[field.key]);
    if (made !== undefined && field.key !== bodyKey) out[field.key] = made;
  }
  return out;
}

/** A text as the file has it: composed, without white space around it. @param {string} text */
const tidy = (text) => text.trim().replace(/\r\n?/g, "\n").toWellFormed().normalize("NFC");

/** @param {Field} field @param {Value | undefined} value @returns {Value | undefined} */
function cleanValue(field, value) {
  if (value === undefined) return undefined;
  if (typeof value === "string") return tidy(value) || undefined;
  if (Array.isArray(value)) {
    if (field.kind === "groepen") {
      const groups = /** @type {Group[]} */ (value).map((group) => clean(field.fields ?? [], group)).filter((group) => Object.keys(group).length);
      return groups.length ? groups : undefined;
    }
    const texts = /** @type {string[]} */ (value).map(tidy).filter(Boolean);
    return texts.length ? texts : undefined;
  }
  /** @type {Group} */
  const group =
    field.kind === "antwoorden"
      ? Object.fromEntries(Object.entries(value).filter(([, mark]) => typeof mark === "string" && mark))
      : clean(field.fields ?? [], value);
  return Object.keys(group).length ? group : undefined;
}

/**
 * All that is wrong with an entry whose values are clean.
 * @param {Entry} entry
 * @returns {Problem[]}
 */
export function check(entry) {
  const { fields } = data.collections[entry.collection];
  const whole = file(entry, fields);
  const size = bytes(whole);
  if (size > data.limits["bestand-groot"]) return [say("bestand-groot", bodyKey, kilobytes(size), data.limits["bestand-groot"] >> 10)];
  const conflicts = checkConflicts(entry);
  if (conflicts.length) return conflicts;
  const block = bytes(whole.slice("---\n".length, whole.indexOf("\n---\n") + 1));
  if (block > data.limits["kopblok-groot"]) return [say("kopblok-groot", "", kilobytes(block), data.limits["kopblok-groot"] >> 10), ...checkBody(entry, pagesOf(entry, {}))];
  /** @type {Problem[]} */
  const problems = [];
  const known = read(fields, entry.values, "", "", problems);
  walk(fields, known, "", "", (field, value, path, shown) => lookUp(entry, field, value, path, shown, problems));
  sense(entry, known, problems);
  problems.push(...checkBody(entry, pagesOf(entry, known)));
  return problems;
}

/** @param {number} size in bytes */
const kilobytes = (size) => (size + 1023) >> 10;

/** The pages that are there because of an entry: its own, and those of its terms, which it may be the first to have. @param {Entry} entry @param {Group} known */
function pagesOf(entry, known) {
  const pages = new Set([`/${entry.collection}/${entry.slug}/`]);
  walk(data.collections[entry.collection].fields, known, "", "", ({ kind, of = "" }, value) => {
    if ((kind !== "begrip" && kind !== "begrippen") || !data.pages.includes(`/${of}/`)) return;
    for (const [id] of data.vocabularies[of].terms) if ([value].flat().includes(id)) pages.add(`/${of}/${id}/`);
  });
  return pages;
}

/**
 * Reads a group of fields: what is known of it and can be read.
 * @param {Field[]} fields
 * @param {Group} values
 * @param {string} path of the group, with a dot at its end
 * @param {string} name of the group
 * @param {Problem[]} problems
 */
function read(fields, values, path, name, problems) {
  /** @type {Group} */
  const known = {};
  /** @type {Field[]} */
  const missing = [];
  for (const field of fields) {
    const value = values[field.key];
    if (field.key === bodyKey) continue;
    if (value === undefined) {
      if (field.required) missing.push(field);
      continue;
    }
    const at = path + field.key;
    for (const text of textsOf(field, value)) problems.push(...checkCharacters(text, at));
    if (isUnknown(value)) {
      if (field.literal) problems.push(say("niet-onbekend", at, field.key));
      continue;
    }
    known[field.key] = readValue(field, value, at, problems);
  }
  if (missing.length) problems.push(lacking(missing, path, name));
  return known;
}

/** The texts in a value, apart from groups, which come to it themselves. @param {Field} field @param {Value} value @returns {string[]} */
function textsOf(field, value) {
  if (typeof value === "string") return [value];
  if (field.kind === "antwoorden") return /** @type {string[]} */ (Object.values(value));
  return lists.has(field.kind) ? /** @type {string[]} */ (value) : [];
}

/**
 * One problem for all required fields of a group that are empty, and in each what
 * there is to say of one alone.
 * @param {Field[]} missing
 * @param {string} path
 * @param {string} name
 * @returns {Problem & {each: Problem[]}}
 */
function lacking(missing, path, name) {
  const literal = missing.filter((field) => field.literal).map((field) => field.key);
  const keys = missing.map((field) => field.key);
  const group = name && words("in-groep", name).message;
  const one = missing.length === 1;
  const phrase = (one ? "verplicht-een" : "verplicht-meer") + (literal.length === missing.length ? "-letterlijk" : literal.length ? "-deels" : "");
  const each = missing.map(({ key, literal: named }) => say(named ? "verplicht-een-letterlijk" : "verplicht-een", path + key, group, key));
  return { ...say(phrase, path, group, keys.join(", "), literal.join(" en ")), each };
}

/** @param {Field} field @param {Value} value @param {string} at @param {Problem[]} problems @returns {Value | undefined} */
function readValue(field, value, at, problems) {
  const { lijst } = data.limits;
  if (single.has(field.kind)) return scalar(field, /** @type {string} */ (value), at, problems);
  if (field.kind === "groep") return read(field.fields ?? [], /** @type {Group} */ (value), `${at}.`, field.key, problems);
  const kind = lists.get(field.kind);
  const many = Array.isArray(value) ? value.length : Object.keys(value).length;
  if (many > lijst) {
    problems.push(say(kind ? "lijst-lang" : field.kind === "groepen" ? "groepen-lang" : "antwoorden-lang", at, field.key, many, lijst));
    return undefined;
  }
  if (field.kind === "groepen") return /** @type {Group[]} */ (value).map((group, i) => read(field.fields ?? [], group, `${at}.${i}.`, field.key, problems));
  if (!kind) return value; // marks: their terms are looked up later
  /** @type {string[]} */
  const items = [];
  for (const [i, item] of /** @type {string[]} */ (value).entries()) {
    const place = `${at}.${i}`;
    const text = scalar({ ...field, kind }, item, place, problems);
    if (text === undefined) continue;
    if (isUnknown(item)) problems.push(say("onbekend-tussen", place, field.key, field.key));
    else if (items.includes(text)) problems.push(say("dubbel", place, field.key, text));
    else items.push(text);
  }
  return items;
}

const hasWords = /[\p{L}\p{N}]/u;

/** One text. @param {Field} field @param {string} text @param {string} at @param {Problem[]} problems @returns {string | undefined} */
function scalar(field, text, at, problems) {
  const { tekst, alinea, getal } = data.limits;
  /** @param {string} name @param {(string | number)[]} args */
  const wrong = (name, ...args) => {
    problems.push(say(name, at, field.key, ...args));
    return undefined;
  };
  if (field.kind === "getal") {
    if (!/^[+-]?[0-9]+$/.test(text) || Number(text) < 0) return wrong("getal");
    return Number(text) > getal ? wrong("getal-groot") : text;
  }
  if (field.kind === "datum") return date(text, wrong);
  const long = length(text);
  if (field.kind === "alinea's") {
    if (long > alinea) return wrong("alinea-lang", long, alinea);
  } else {
    if (text.includes("\n")) return wrong("een-regel");
    if (field.kind !== "webadres" && long > tekst) return wrong("tekst-lang", long, tekst);
  }
  if ((field.kind === "tekst" || field.kind === "alinea's") && !hasWords.test(text)) return wrong(field.literal ? "zonder-letters-letterlijk" : "zonder-letters");
  if (field.kind === "webadres") {
    const bad = checkAddress(text);
    if (bad) return wrong("adres", bad.message, bad.hint);
    const tracks = tracking(text);
    if (tracks) {
      const [name, ...args] = tracks;
      const problem = say(name, at, ...args);
      problems.push({ ...problem, message: `${field.key}: ${problem.message}` });
    }
  }
  if (field.kind === "tijd") {
    const m = pattern("tijd").exec(text);
    return m ? `${m[1].padStart(2, "0")}.${m[2]}` : wrong("tijd");
  }
  if ((field.kind === "tekst" || field.kind === "alinea's") && !isUnknown(text)) problems.push(...checkPersonal(text, at, field.key), ...checkMarkup(text, at, field.key));
  return text;
}

/** @param {string} text @param {(name: string, ...args: (string | number)[]) => undefined} wrong */
function date(text, wrong) {
  const d = parseDate(text);
  if (typeof d !== "string") return dateText(d);
  const two = (/** @type {string} */ s) => s.padStart(2, "0");
  const dutch = pattern("nederlandse-datum").exec(text);
  if (dutch) return wrong("datum-dag", d, dutch[3], two(dutch[2]), two(dutch[1]));
  const lone = pattern("losse-datum").exec(text);
  if (lone?.[3] && (lone[2].length === 1 || lone[3].length === 1)) return wrong("datum-dag", d, lone[1], two(lone[2]), two(lone[3]));
  if (lone && lone[2].length === 1) return wrong("datum-maand", d, lone[1], two(lone[2]));
  return wrong("datum", d);
}

/**
 * Visits all fields with a known value, groups before what is in them.
 * @param {Field[]} fields
 * @param {Group} known
 * @param {string} path
 * @param {string} shown the path as messages have it, without numbers
 * @param {(field: Field, value: Value, path: string, shown: string) => void} visit
 */
function walk(fields, known, path, shown, visit) {
  for (const field of fields) {
    const value = known[field.key];
    if (value === undefined) continue;
    visit(field, value, path + field.key, shown + field.key);
    const groups = field.kind === "groep" ? [value] : field.kind === "groepen" ? /** @type {Group[]} */ (value) : [];
    const many = field.kind === "groepen";
    groups.forEach((group, i) => walk(field.fields ?? [], /** @type {Group} */ (group), `${path}${field.key}.${many ? `${i}.` : ""}`, `${shown}${field.key}.`, visit));
  }
}

/** Looks up terms and references. @param {Entry} entry @param {Field} field @param {Value} value @param {string} path @param {string} shown @param {Problem[]} problems */
function lookUp(entry, field, value, path, shown, problems) {
  const texts = /** @type {string[]} */ (Array.isArray(value) ? value : [value]);
  const place = (/** @type {number} */ i) => (Array.isArray(value) ? `${path}.${i}` : path);
  switch (field.kind) {
    case "begrip":
    case "begrippen":
      texts.forEach((id, i) => term(field.of, id, place(i), shown, problems));
      break;
    case "antwoorden":
      for (const [id, mark] of Object.entries(value)) {
        term(field.of, id, path, shown, problems);
        if (!isUnknown(mark)) term(field.marks, /** @type {string} */ (mark), `${path}.${id}`, `${shown}.${id}`, problems);
      }
      break;
    case "kaart":
    case "kaarten":
      texts.forEach((name, i) => {
        const id = field.of ? `${field.of}/${name}` : name;
        const [collection, slug] = id.split(/\/(.*)/s);
        if (id === `${entry.collection}/${entry.slug}`) problems.push(say("verwijst-naar-zichzelf", place(i), shown));
        else if (!data.entries[collection]?.some(([other]) => other === slug)) problems.push(say("geen-kaart", place(i), shown, name, referenceHint(field, name)));
      });
  }
}

/** @param {string | undefined} vocabulary @param {string} id @param {string} path @param {string} shown @param {Problem[]} problems */
function term(vocabulary = "", id, path, shown, problems) {
  const { file, terms } = data.vocabularies[vocabulary];
  if (terms.some((other) => other[0] === id)) return;
  const ids = terms.map((other) => other[0]);
  const named = terms.find((other) => other.slice(1).some((name) => name.toLowerCase() === id.toLowerCase()));
  const near = named || length(id) < data.limits["kortste-verschrijving"] ? "" : nearest(id, ids);
  const { hint } = named
    ? words("bedoelt-naam", named[0], named[1])
    : near
      ? words("bedoelt", near)
      : terms.length <= data.limits["weinig-begrippen"]
        ? words("kies-uit", ids.join(", "))
        : words("kies-uit-bestand", file);
  problems.push(say("geen-begrip", path, shown, id, vocabulary, hint));
}

/** @param {Field} field @param {string} name */
function referenceHint(field, name) {
  const bare = name.replace(/^\/+|\/+$/g, "");
  let [collection, slug] = bare.includes("/") ? bare.split(/\/(.*)/s) : ["", name];
  if (field.of) collection = field.of;
  slug = slug.replace(/\.md$/, "");
  if (!collection) return words("kies-collectie").hint;
  const near = nearest(slug, (data.entries[collection] ?? []).map(([other]) => other));
  if (!near) return words("kies-bestand", collection).hint;
  return words("bedoelt", field.of ? near : `${collection}/${near}`).hint;
}

const planned = "gepland";

/** @param {Field | undefined} field @param {Group} group @returns {string | undefined} */
const textOf = (field, group) => /** @type {string | undefined} */ (field && group[field.key]);

/** @param {Field | undefined} field @param {Group} group @returns {Group[]} */
const groupsOf = (field, group) => /** @type {Group[]} */ ((field && group[field.key]) ?? []);

/** The date in a field, if it is one. @param {Field | undefined} field @param {Group} group */
function dayOf(field, group) {
  const value = textOf(field, group);
  const day = value === undefined ? undefined : parseDate(value);
  return typeof day === "string" ? undefined : day;
}

/** Whether what is said can be so. @param {Entry} entry @param {Group} known @param {Problem[]} problems */
function sense(entry, known, problems) {
  const { collection } = entry;
  const { fields } = data.collections[collection];
  const now = today();
  const [checked, begin, until, date, status, title] = ["checked", "begin", "end", "date", "status", "title"].map((role) => having(fields, role));
  const [sources, options, ages] = ["sources", "options", "ages"].map((role) => having(fields, role));
  const order = (/** @type {Field[]} */ of, /** @type {Group} */ group, /** @type {string} */ path) => {
    for (const field of of.filter(({ notUntil }) => notUntil)) {
      const earlier = of.find(({ key }) => key === field.notUntil);
      const [first, second] = [dayOf(earlier, group), dayOf(field, group)];
      if (earlier && first && second && end(second) < start(first)) problems.push(say("volgorde", path + field.key, field.key, dateText(second), earlier.key, dateText(first)));
    }
  };
  order(fields, known, "");
  walk(fields, known, "", "", (field, value, path) => {
    if (field.kind === "groep") order(field.fields ?? [], /** @type {Group} */ (value), `${path}.`);
    if (field.kind === "groepen") /** @type {Group[]} */ (value).forEach((group, i) => order(field.fields ?? [], group, `${path}.${i}.`));
  });
  walk(fields, known, "", "", (field, value, path) => {
    const day = field.kind === "datum" ? parseDate(/** @type {string} */ (value)) : "";
    if (typeof day === "string" || start(day) <= now) return;
    const [where, ...pasts] = field.pastIf ?? [];
    const said = String(known[where] ?? "");
    if (field === checked) problems.push(say("toekomst", path, dateText(day)));
    else if (field.past) problems.push(say("nog-niet", path, field.key, dateText(day)));
    else if (pasts.includes(said)) problems.push(say("nog-niet-bij", path, field.key, dateText(day), where, said, where));
  });
  groupsOf(sources, known).forEach((source, i) => {
    const link = having(sources?.fields ?? [], "link");
    const host = mirror(textOf(link, source) ?? "");
    if (sources && link && host) problems.push(say("kopie", `${sources.key}.${i}.${link.key}`, host));
  });
  if (options && groupsOf(options, known).length === 1) problems.push(say("een-optie", options.key));
  const age = (/** @type {string} */ role) => {
    const field = having(ages?.fields ?? [], role);
    const value = ages && field && known[ages.key] && textOf(field, /** @type {Group} */ (known[ages.key]));
    return value && /^\d+$/.test(value) ? { key: `${ages.key}.${field.key}`, years: Number(value) } : undefined;
  };
  const [youngest, oldest] = [age("youngest"), age("oldest")];
  if (youngest && oldest && oldest.years < youngest.years) problems.push(say("leeftijden", oldest.key, oldest.years, youngest.years));
  for (const role of ["partners", "adoptions"]) {
    const partners = having(fields, role);
    groupsOf(partners, known).forEach((partner, i) => {
      const [organisation, name] = ["organisation", "name"].map((role) => having(partners?.fields ?? [], role));
      if (partners && organisation && name && partner[organisation.key] === undefined && partner[name.key] === undefined) problems.push(say("geen-deelnemer", `${partners.key}.${i}.${organisation.key}`, partners.key));
    });
  }
  const [from, to] = [textOf(begin, known), textOf(until, known)];
  if (until && from && to && to <= from) problems.push(say("tijden", until.key, to, from));
  const held = begin && dayOf(date, known); // only a meeting has a beginning
  if (status && held && textOf(status, known) === planned && end(held) < now) problems.push(say("voorbij", status.key, dateText(held)));
  const called = textOf(title, known);
  const twin = called && data.entries[collection].find(([slug, other]) => slug !== entry.slug && fold(other) === fold(called));
  if (title && twin) problems.push(say("zelfde-titel", title.key, called, `content/${collection}/${twin[0]}.md`));
  const checkedOn = dayOf(checked, known);
  if (["archived", "superseded-by"].some((role) => known[having(fields, role)?.key ?? ""] !== undefined)) return; // put aside, and known to be old
  const dated = ["revised", "released"].map((role) => having(fields, role)).find((field) => dayOf(field, known));
  const latest = dayOf(dated, known);
  if (dated && latest && later(end(latest), data.limits.verouderd) <= now) problems.push(say("verouderd", dated.key));
  else if (checked && checkedOn && later(end(checkedOn), data.limits.nakijken) <= now) problems.push(say("nakijken", checked.key, dateText(checkedOn)));
}
