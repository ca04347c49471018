/**
 * The controls of the form, one for each kind of field.
 * @module
 */
import { combobox } from "./combobox.js";
import { bodyKey, count, data, t, unknownWord } from "./data.js";
import { button, h, icon, id } from "./dom.js";
import { clean, isUnknown } from "./rules.js";

/** @typedef {import("./data.js").Field} Field */
/** @typedef {import("./data.js").Value} Value */
/** @typedef {import("./data.js").Group} Group */

/**
 * A control for one field. Its element has the key of the field in data-key, and
 * what is in it has keys of its own, so that a problem finds its place.
 * @typedef {{field: Field, element: HTMLElement, read: () => Value | undefined, write: (value: Value | undefined) => void}} Widget
 *
 * The control itself, without label and help.
 * @typedef {{element: HTMLElement, read: () => Value | undefined, write: (value: Value | undefined) => void, group?: boolean}} Control
 */

/** Lists up to this length are shown as a whole. */
const shortList = 12;

/** @param {string} vocabulary @returns {import("./combobox.js").Choice[]} */
const terms = (vocabulary) =>
  data.vocabularies[vocabulary].terms.map(([termId, label, ...names]) => {
    const end = names.includes("") ? names.indexOf("") : names.length;
    return { id: termId, label, names: names.slice(0, end), words: names.slice(end + 1) };
  });

/** @param {Field} field @returns {import("./combobox.js").Choice[]} */
function entries(field) {
  const collections = field.of ? [field.of] : Object.keys(data.entries);
  return collections.flatMap((name) => data.entries[name].map(([slug, title]) => ({ id: field.of ? slug : `${name}/${slug}`, label: title, names: [slug], words: [] })));
}

/** The name of a term. @param {string} vocabulary @param {string} term */
export const termLabel = (vocabulary, term) => data.vocabularies[vocabulary]?.terms.find(([other]) => other === term)?.[1] ?? term;

/** @param {Value | undefined} value */
const textOf = (value) => (typeof value === "string" ? value : "");

/** @param {Value | undefined} value */
const textsOf = (value) => /** @type {string[]} */ (Array.isArray(value) ? value : value === undefined ? [] : [value]);

/**
 * @param {Field} field
 * @param {() => void} changed
 * @param {number} depth of groups
 * @returns {Widget}
 */
export function widget(field, changed, depth = 0) {
  const labelId = id();
  const helpId = id();
  const problemsId = id();
  const control = make(field, { labelId, describedBy: `${problemsId} ${helpId}`, changed, depth });
  const help = h("p", { class: "field-help", id: helpId }, field.help);
  const problems = h("div", { class: "field-problems", id: problemsId });
  const need = field.required && h("span", { class: "field-need" }, t("verplicht"));

  const unsure = h("input", { type: "checkbox", id: id() });
  const unsureLine = h("label", { class: "field-unsure", for: unsure.id }, unsure, t("weet-niet"), h("span", { class: "sr" }, `: ${field.label}`));
  unsureLine.hidden = !field.required || Boolean(field.literal);
  const inside = h(control.group ? "div" : "fieldset", { class: "field-control" }, control.element);
  const update = () => {
    if (inside instanceof HTMLFieldSetElement) inside.disabled = unsure.checked;
    inside.hidden = unsure.checked;
  };
  unsure.addEventListener("change", () => {
    update();
    changed();
  });

  const parts = [help, problems, inside, unsureLine];
  const element = control.group
    ? h("fieldset", { class: "field field-group", "data-key": field.key }, h("legend", {}, field.label, " ", need), ...parts)
    : h("div", { class: "field", "data-key": field.key }, h("label", { for: labelId }, field.label, " ", need), ...parts);
  return {
    field,
    element,
    read: () => (unsure.checked ? unknownWord : control.read()),
    write: (value) => {
      unsure.checked = !field.literal && isUnknown(value);
      if (unsure.checked) unsureLine.hidden = false; // an answer that was given stays an answer
      control.write(unsure.checked ? undefined : value);
      update();
    },
  };
}

/** @typedef {{labelId: string, describedBy: string, changed: () => void, depth: number}} Place */

/** @param {Field} field @param {Place} place @returns {Control} */
function make(field, place) {
  const { labelId, describedBy, changed } = place;
  switch (field.kind) {
    case "begrip":
      return terms(field.of ?? "").length <= shortList ? select(field.of ?? "", place) : one(field, terms(field.of ?? ""), place);
    case "kaart":
      return one(field, entries(field), place);
    case "begrippen":
      return terms(field.of ?? "").length <= shortList ? boxes(field, place) : several(field, terms(field.of ?? ""), place);
    case "kaarten":
      return several(field, entries(field), place);
    case "teksten":
      return texts(field, place);
    case "antwoorden":
      return marks(field, place);
    case "groep":
      return group(field, place);
    case "groepen":
      return groups(field, place);
  }
  const long = field.kind === "alinea's" || field.key === bodyKey;
  const input = long
    ? h("textarea", { id: labelId, rows: "3", class: field.key === bodyKey ? "input-body" : undefined, "aria-describedby": describedBy })
    : h("input", { id: labelId, type: "text", "aria-describedby": describedBy, autocomplete: "off", inputmode: { webadres: "url", getal: "numeric" }[field.kind], class: `input-${field.kind}` });
  input.addEventListener("input", changed);
  return { element: input, read: () => input.value, write: (value) => void (input.value = textOf(value)) };
}

/** One term of a short list. @param {string} vocabulary @param {Place} place @returns {Control} */
function select(vocabulary, { labelId, describedBy, changed }) {
  const input = h("select", { id: labelId, "aria-describedby": describedBy }, h("option", { value: "" }, t("kies")), ...terms(vocabulary).map((term) => h("option", { value: term.id }, term.label)));
  input.addEventListener("change", changed);
  return {
    element: input,
    read: () => input.value,
    write: (value) => {
      const text = textOf(value);
      if (text && ![...input.options].some((option) => option.value === text)) input.append(h("option", { value: text }, text));
      input.value = text;
    },
  };
}

/** @param {Field} field @param {import("./combobox.js").Choice[]} choices @param {Place} place @returns {Control} */
function one(field, choices, place) {
  const box = combobox({ ...place, label: field.label, choices, many: false });
  return { element: box.element, read: box.read, write: (value) => box.write(textsOf(value)) };
}

/** @param {Field} field @param {import("./combobox.js").Choice[]} choices @param {Place} place @returns {Control} */
function several(field, choices, place) {
  const box = combobox({ ...place, label: field.label, choices, many: true });
  return { element: box.element, read: box.read, write: (value) => box.write([...textsOf(value)]) };
}

/** Several terms of a short list. @param {Field} field @param {Place} place @returns {Control} */
function boxes(field, { changed }) {
  const all = terms(field.of ?? "").map((term) => {
    const box = h("input", { type: "checkbox", value: term.id, id: id() });
    box.addEventListener("change", changed);
    return { box, line: h("label", { for: box.id }, box, term.label) };
  });
  /** @type {string[]} values that are not in the list */
  let others = [];
  /** @type {string[]} the order in which they stood */
  let order = [];
  const rank = (/** @type {string} */ value) => (order.includes(value) ? order.indexOf(value) : order.length);
  return {
    element: h("div", { class: "boxes" }, ...all.map(({ line }) => line)),
    group: true,
    read: () => [...all.filter(({ box }) => box.checked).map(({ box }) => box.value), ...others].sort((a, b) => rank(a) - rank(b)),
    write: (value) => {
      order = textsOf(value);
      for (const { box } of all) box.checked = order.includes(box.value);
      others = order.filter((text) => !all.some(({ box }) => box.value === text));
    },
  };
}

/** Several texts. @param {Field} field @param {Place} place @returns {Control} */
function texts(field, { describedBy, changed }) {
  const list = h("ol", { class: "texts-list", role: "list" });
  const inputs = () => [...list.querySelectorAll("textarea")];
  const add = (text = "") => {
    const input = h("textarea", { rows: "2", "aria-describedby": describedBy });
    input.value = text;
    input.addEventListener("input", changed);
    const remove = button(t("haal-weg"), () => {
      const rest = inputs();
      const next = rest[rest.indexOf(input) + 1] ?? rest[rest.indexOf(input) - 1];
      line.remove();
      if (!list.children.length) add();
      name();
      (next ?? inputs()[0]).focus();
      changed();
    }, "nee");
    const line = h("li", {}, input, h("div", { class: "field-problems" }), remove);
    list.append(line);
    name();
    return input;
  };
  const name = () => inputs().forEach((input, i) => {
    input.ariaLabel = t("deel", field.label, i + 1);
    input.parentElement?.querySelector("button")?.setAttribute("aria-label", t("weg", t("deel", field.label, i + 1)));
  });
  add();
  const more = button(t("erbij", field.label), () => add().focus(), "plus");
  return {
    element: h("div", {}, list, more),
    group: true,
    read: () => {
      let n = 0;
      return inputs().map((input) => {
        const line = /** @type {HTMLElement} */ (input.parentElement);
        line.dataset.key = input.value.trim() ? String(n++) : "";
        return input.value;
      });
    },
    write: (value) => {
      list.replaceChildren();
      const all = textsOf(value);
      for (const text of all.length ? all : [""]) add(text);
    },
  };
}

/** An answer for each term of a list. @param {Field} field @param {Place} place @returns {Control} */
function marks(field, { changed }) {
  const answers = terms(field.marks ?? "");
  const make = (/** @type {string} */ term, /** @type {string} */ label) => {
    const input = h("select", { id: id() }, h("option", { value: "" }, t("kies-niets")), ...answers.map((mark) => h("option", { value: mark.id }, mark.label)));
    if (!answers.some((mark) => mark.id === unknownWord)) input.append(h("option", { value: unknownWord }, t("weet-niet")));
    input.addEventListener("change", changed);
    return { term, input, line: h("div", { "data-key": term, class: "mark" }, h("label", { for: input.id }, label), input) };
  };
  const rows = terms(field.of ?? "").map((term) => make(term.id, term.label));
  const element = h("div", { class: "marks" }, ...rows.map(({ line }) => line));
  return {
    element,
    group: true,
    read: () => Object.fromEntries(rows.filter(({ input }) => input.value).map(({ term, input }) => [term, input.value])),
    write: (value) => {
      const given = /** @type {Group} */ (typeof value === "object" ? value : {});
      for (const term of Object.keys(given)) {
        if (rows.some((row) => row.term === term)) continue;
        const row = make(term, term);
        rows.push(row);
        element.append(row.line);
      }
      for (const { term, input } of rows) input.value = textOf(given[term]);
    },
  };
}

/** The fields of a group. @param {Field} field @param {Place} place @returns {Control} */
function group(field, { changed, depth }) {
  const inner = (field.fields ?? []).map((one) => widget(one, changed, depth + 1));
  return {
    element: h("div", { class: "group" }, ...inner.map(({ element }) => element)),
    group: true,
    read: () => valuesOf(inner),
    write: (value) => writeAll(inner, /** @type {Group} */ (typeof value === "object" ? value : {})),
  };
}

/** A group of fields that may come several times. @param {Field} field @param {Place} place @returns {Control} */
function groups(field, { changed, depth }) {
  /** @type {{inner: Widget[], element: HTMLElement, name: (n: number) => void}[]} */
  let items = [];
  const list = h("div", { class: "groups" });
  const renumber = () => items.forEach((item, i) => item.name(i + 1));
  const add = () => {
    const inner = (field.fields ?? []).map((one) => widget(one, changed, depth + 1));
    const legend = h("legend");
    const remove = button(t("haal-weg"), () => {
      const at = items.indexOf(item);
      items.splice(at, 1);
      item.element.remove();
      if (!items.length) add();
      renumber();
      items[Math.min(at, items.length - 1)].element.querySelector("legend")?.focus();
      changed();
    }, "nee");
    const up = button(t("omhoog", ""), () => {
      const at = items.indexOf(item);
      if (at < 1) return;
      items.splice(at - 1, 0, ...items.splice(at, 1));
      items[at].element.before(item.element);
      renumber();
      up.focus();
      changed();
    }, "terug");
    up.classList.add("button-up");
    legend.tabIndex = -1;
    const item = {
      inner,
      element: h("fieldset", { class: "group" }, legend, ...inner.map(({ element }) => element), h("p", { class: "group-actions" }, up, remove)),
      name: (/** @type {number} */ n) => {
        const name = t("deel", field.label, n);
        legend.textContent = name;
        remove.ariaLabel = t("weg", name);
        up.replaceChildren(icon("terug"), t("omhoog", name));
        up.hidden = n === 1;
      },
    };
    items.push(item);
    list.append(item.element);
    renumber();
    return item;
  };
  add();
  const more = button(t("erbij", field.label), () => add().element.querySelector("legend")?.focus(), "plus");
  return {
    element: h("div", {}, list, more),
    group: true,
    read: () => {
      let n = 0;
      return items.map(({ inner, element }) => {
        const values = valuesOf(inner);
        element.dataset.key = Object.keys(clean(field.fields ?? [], values)).length ? String(n++) : "";
        return values;
      });
    },
    write: (value) => {
      items = [];
      list.replaceChildren();
      const all = /** @type {Group[]} */ (Array.isArray(value) ? value : []);
      for (const one of all.length ? all : [{}]) writeAll(add().inner, one);
    },
  };
}

/** @param {Widget[]} all */
export function valuesOf(all) {
  /** @type {Group} */
  const values = {};
  for (const { field, read } of all) {
    const value = read();
    if (value !== undefined) values[field.key] = value;
  }
  return values;
}

/** @param {Widget[]} all @param {Group} values */
export const writeAll = (all, values) => all.forEach(({ field, write }) => write(values[field.key]));

/** The heading of the fields that may be left out. @param {number} n */
export const moreQuestions = (n) => count("meer-vragen", n);
