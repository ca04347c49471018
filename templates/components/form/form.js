/**
 * The form for one kind of entry: new, or a correction of one that is there
 * (?kaart=NAME), at a question if one is asked for (&veld=KEY). It checks as one
 * types, shows what is made, and hands it over.
 * @module
 */
import { bodyKey, count, data, having, t } from "./data.js";
import { button, h, icon, id, useIcons } from "./dom.js";
import { draft } from "./draft.js";
import { card, page } from "./preview.js";
import { enough, readability } from "./readable.js";
import { check, clean, isUnknown } from "./rules.js";
import { copy, download, forgeName, newFile, slugProblem } from "./send.js";
import { fileName } from "./slug.js";
import { moreQuestions, valuesOf, widget, writeAll } from "./widgets.js";
import { file } from "./yaml.js";

/** @typedef {import("./data.js").Field} Field */
/** @typedef {import("./data.js").Group} Group */
/** @typedef {import("./data.js").Problem} Problem */

const pause = 250; // milliseconds after the last key

/** The roles of the fields that only an editor fills in, and only in an entry that is there. */
const forEditors = ["superseded-by", "archived"];

/** The section below which the body is asked, though it comes last in the file. */
const bodyAfter = "kern";

class Form {
  /** @param {HTMLElement} host @param {{slug: string, values: Group, body: string} | undefined} old the entry to correct */
  constructor(host, old) {
    this.host = host;
    this.old = old;
    this.kind = /** @type {string} */ (host.dataset.kind);
    this.collection = data.collections[this.kind];
    this.root = h("form", { class: "entry-form", novalidate: true, autocomplete: "off" });
    this.root.addEventListener("submit", (event) => event.preventDefault());
    this.timer = 0;
    this.all = false; // whether problems show at fields that were not visited
    this.stored = true;
    this.dirty = false;
    this.ownSlug = false;
    this.draft = draft(`kaartenbak:${location.pathname}${old ? `?kaart=${old.slug}` : ""}`);

    const soon = () => {
      this.dirty = true;
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.update(), pause);
    };
    this.widgets = this.collection.fields.filter((field) => old || !forEditors.includes(field.role ?? "")).map((field) => widget(field, soon));
    this.slug = h("input", { type: "text", id: id(), autocapitalize: "none", spellcheck: "false" });
    this.slug.addEventListener("input", () => {
      this.ownSlug = this.slug.value !== "";
      soon();
    });
    this.notices = h("div", { class: "form-notices", role: "status" });
    this.saved = h("p", { class: "quiet form-saved" });
    this.cardBox = h("div", { class: "form-card" });
    this.pageBox = h("div", {});
    this.reading = h("div", { class: "form-reading" });
    this.state = h("p", { class: "form-state" });
    this.summary = h("div", { class: "form-summary", tabindex: "-1" });
    this.said = h("p", { class: "form-said", role: "status" });
    this.text = h("textarea", { readonly: true, rows: "12", "aria-label": t("insturen.tekst"), class: "form-text" });

    this.root.append(
      h("div", { class: "form-main" }, this.notices, this.explain(), ...this.sections(), this.review(), this.hand()),
      h("aside", { class: "form-aside" }, h("div", { class: "form-sticky" }, this.state, this.saved, h("h2", {}, t("voorbeeld.kop")), this.cardBox, this.reading)),
    );
    this.root.addEventListener("focusout", ({ target }) => {
      const field = target instanceof Element && target.closest(".field");
      if (field instanceof HTMLElement) field.dataset.touched = "";
      soon();
    });
    addEventListener("beforeunload", (event) => {
      clearTimeout(this.timer);
      if (this.dirty) this.keep();
      if (!this.stored) event.preventDefault();
    });
    addEventListener("pagehide", () => this.dirty && this.keep());
    this.draft.watch(() => this.notice(t("concept.elders")));
    this.begin();
  }

  explain() {
    const lines = this.old ? [t("verbeter.uitleg"), t("verbeter.opmerkingen")] : [t("uitleg-verplicht")];
    return h("ul", { class: "form-explain" }, ...[...lines, t("uitleg-bewaard")].map((line) => h("li", {}, line)));
  }

  /** The fields, by section: those that must be answered, and the others folded up. */
  sections() {
    const byKey = new Map(this.widgets.map((one) => [one.field.key, one]));
    const body = byKey.get(bodyKey);
    return this.collection.sections.map(([section, title]) => {
      const inner = this.widgets.filter(({ field }) => field.section === section && field.key !== bodyKey);
      if (section === bodyAfter && body) inner.push(body);
      const asked = inner.filter(({ field }) => field.required);
      const others = inner.filter(({ field }) => !field.required);
      const more = others.length > 0 && h("details", { class: "form-more" }, h("summary", {}, moreQuestions(others.length)), ...others.map(({ element }) => element));
      return h("section", { class: "form-section" }, h("h2", {}, title), ...asked.map(({ element }) => element), more);
    });
  }

  review() {
    const go = h("button", { type: "button", class: "button" }, t("overzicht.knop"));
    go.addEventListener("click", () => {
      this.all = true;
      this.update();
      this.toSummary();
    });
    return h("section", { class: "form-section form-review" }, go, this.summary, h("details", { class: "form-more" }, h("summary", {}, t("voorbeeld.pagina")), this.pageBox));
  }

  /** Leads to the summary: to its heading, however long it is. */
  toSummary() {
    this.summary.focus({ preventScroll: true });
    this.summary.scrollIntoView({ block: "start" });
  }

  /** How the entry is handed over. */
  hand() {
    const { dataset } = this.host;
    const licence = dataset.licence ? t("insturen.licentie", dataset.licence) : t("insturen.licentie-onbekend");
    this.statements = [t("insturen.delen"), t("insturen.personen"), licence].map((line) => {
      const box = h("input", { type: "checkbox", id: id() });
      box.addEventListener("change", () => (this.said.textContent = ""));
      return { box, line: h("label", { for: box.id, class: "statement" }, box, line) };
    });
    const statements = h("fieldset", { class: "field" }, h("legend", {}, t("insturen.verklaring")), ...this.statements.map(({ line }) => line));
    const forge = this.old ? dataset.edit : dataset.new;
    const save = button(t("insturen.download"), () => {
      this.update(); // what was typed just now is in it
      download(`${this.name()}.md`, this.text.value);
    }, "download");
    const copyText = button(t("insturen.kopieer"), async () => {
      this.update();
      const done = await copy(this.text.value);
      this.said.textContent = done ? t("insturen.gekopieerd") : t("insturen.niet-gekopieerd");
      if (!done) this.showText();
    });
    const mail = dataset.mail && h("a", { class: "button button-quiet" }, t("insturen.mail"));
    if (mail) {
      this.mail = mail;
      this.guard(mail);
    }
    const folded = h("details", { class: "form-more" }, h("summary", {}, t("insturen.tekst")), this.text);
    const ways = h("ul", { class: "form-ways", role: "list" });
    const add = (/** @type {(Node | string | false | undefined)[]} */ ...parts) => ways.append(h("li", {}, ...parts));

    if (forge) {
      this.forge = h("a", { class: "button", target: "_blank", rel: "noopener" }, this.old ? t("verbeter.open", forgeName(forge)) : t("insturen.forge", forgeName(forge)));
      this.guard(this.forge, () => this.openForge());
    }
    if (this.old) {
      const steps = this.host.querySelector('template[data-part="steps"]');
      if (this.forge && steps instanceof HTMLTemplateElement) {
        add(copyText);
        add(this.forge);
      } else {
        add(t("verbeter.zonder-adres"));
        add(copyText);
      }
      add(save);
      if (mail) add(mail, h("span", { class: "quiet" }, t("insturen.mail-uitleg")));
      return h(
        "section", { class: "form-section form-hand" },
        h("h2", {}, t("verbeter.kop")), statements,
        ...(this.forge && steps instanceof HTMLTemplateElement ? [steps.content.cloneNode(true)] : []),
        ways, this.said, folded,
      );
    }
    if (this.forge) add(this.forge, h("span", { class: "quiet" }, t("insturen.forge-uitleg")));
    add(save);
    add(copyText);
    if (mail) add(mail, h("span", { class: "quiet" }, t("insturen.mail-uitleg")));
    this.slugProblems = h("div", { class: "field-problems", id: id() });
    this.slug.setAttribute("aria-describedby", this.slugProblems.id);
    return h(
      "section", { class: "form-section form-hand" },
      h("h2", {}, t("insturen.kop")), statements,
      h("div", { class: "field" }, h("label", { for: this.slug.id }, t("insturen.naam")), h("p", { class: "field-help" }, t("insturen.naam-hulp")), this.slugProblems, this.slug),
      h("h3", {}, t("insturen.manier")), ways, this.said, folded, h("p", { class: "quiet" }, t("insturen.daarna")),
    );
  }

  /** Lets a link go on only when the statements are made. @param {HTMLAnchorElement} link @param {() => void} [then] */
  guard(link, then) {
    link.addEventListener("click", (event) => {
      this.update();
      const open = this.statements?.find(({ box }) => !box.checked);
      if (open) {
        event.preventDefault();
        this.said.textContent = t("insturen.eerst");
        open.box.focus();
      } else if (this.errors) {
        event.preventDefault();
        this.said.textContent = t("insturen.fouten");
        this.all = true;
        this.update();
        this.toSummary();
      } else then?.();
    });
  }

  /** The page of the forge opens by the link; a text that does not fit in it is copied. */
  async openForge() {
    if (this.old || !this.host.dataset.new || newFile(this.host.dataset.new, this.name(), this.text.value).whole) return;
    const done = await copy(this.text.value);
    this.said.textContent = t(done ? "insturen.te-lang" : "insturen.te-lang-niet-gekopieerd");
    if (!done) this.showText();
  }

  showText() {
    const folded = this.text.closest("details");
    if (folded) folded.open = true;
    this.text.focus();
    this.text.select();
  }

  name() {
    return this.old?.slug ?? (this.slug.value.trim() || this.slug.placeholder || this.collection.singular);
  }

  /** Starts with the draft, or with the entry that is corrected. */
  begin() {
    const kept = this.draft.read();
    const from = kept ?? this.old;
    if (from) {
      writeAll(this.widgets, { ...from.values, [bodyKey]: from.body });
      if (from.slug && !this.old) {
        this.slug.value = from.slug;
        this.ownSlug = true;
      }
    }
    if (kept) {
      const wipe = button(t("concept.wis"), () => {
        if (!confirm(t("concept.zeker"))) return;
        clearTimeout(this.timer);
        this.dirty = false;
        this.stored = true;
        this.draft.wipe();
        location.reload();
      });
      this.notice(t("concept.terug", new Date(kept.time).toLocaleString("nl", { dateStyle: "long", timeStyle: "short" })), wipe);
    }
    for (const more of this.root.querySelectorAll("details.form-more")) {
      const fields = this.widgets.filter(({ element }) => element.parentElement === more);
      const filled = clean(fields.map(({ field }) => field), valuesOf(fields));
      if (more instanceof HTMLDetailsElement && Object.keys(filled).length) more.open = true;
    }
    this.update();
  }

  /** @param {string} text @param {HTMLElement} [extra] */
  notice(text, extra) {
    this.notices.replaceChildren(h("div", { class: "notice" }, icon("letop"), h("span", {}, text), extra));
  }

  keep() {
    this.stored = this.draft.write({ time: Date.now(), values: this.values, body: this.body, slug: this.ownSlug ? this.slug.value : "" });
    const time = new Date().toLocaleTimeString("nl", { timeStyle: "short" });
    this.saved.textContent = this.stored ? t("concept.bewaard", time) : t("concept.kan-niet");
  }

  get values() {
    const { [bodyKey]: _, ...values } = valuesOf(this.widgets);
    return values;
  }

  get body() {
    return String(this.widgets.find(({ field }) => field.key === bodyKey)?.read() ?? "");
  }

  /** Checks everything and shows what follows from it. */
  update() {
    clearTimeout(this.timer);
    const { fields } = this.collection;
    const values = clean(fields, this.values);
    const title = String(values[having(fields, "title")?.key ?? ""] ?? "");
    const { body } = this;
    if (!this.old && !this.ownSlug) this.slug.value = fileName(title);
    const entry = { collection: this.kind, slug: this.name(), values, body };
    const problems = check(entry);
    this.text.value = file(entry, fields);
    this.show(problems);
    this.links();
    const template = this.host.querySelector('template[data-part="card"]');
    if (template instanceof HTMLTemplateElement) this.cardBox.replaceChildren(card(template, this.kind, (this.host.dataset.facts ?? "").split(" "), values));
    this.pageBox.replaceChildren(page(this.kind, values, body));
    this.showReading([values.samenvatting, body].map((text) => (typeof text === "string" && !isUnknown(text) ? text : "")).join("\n"));
    if (this.dirty) this.keep();
  }

  links() {
    const { dataset } = this.host;
    const name = `${this.name()}.md`;
    if (this.forge && this.old) this.forge.href = (dataset.edit ?? "") + name;
    else if (this.forge && dataset.new) this.forge.href = newFile(dataset.new, this.name(), this.text.value).href;
    if (this.mail) {
      const subject = encodeURIComponent(t("insturen.mail-onderwerp", name));
      this.mail.href = `mailto:${dataset.mail}?subject=${subject}&body=${encodeURIComponent(t("insturen.mail-tekst", name))}`;
    }
    if (this.slugProblems) {
      const wrong = (this.ownSlug || this.all) && slugProblem(this.kind, this.slug.value.trim());
      this.slugProblems.replaceChildren(wrong ? h("p", { class: "field-problem" }, icon("letop"), wrong) : "");
      this.slug.ariaInvalid = String(Boolean(wrong));
    }
  }

  /** Shows the problems: each at its field, and all of them in the summary. @param {(Problem & {each?: Problem[]})[]} problems */
  show(problems) {
    /** @type {Map<Element, HTMLElement[]>} what is told in each box */
    const told = new Map();
    for (const box of this.root.querySelectorAll("[data-key] .field-problems, .field > .field-problems")) if (box !== this.slugProblems) told.set(box, []);
    for (const control of this.root.querySelectorAll("[aria-invalid]")) if (control !== this.slug) control.removeAttribute("aria-invalid");
    /** @type {Map<Element, Problem>} */
    const places = new Map();
    for (const problem of problems.flatMap((one) => one.each ?? one)) {
      const place = locate(this.root, problem.path);
      if (!place) continue;
      if (!places.has(place)) places.set(place, problem);
      const field = place.closest(".field");
      if (this.all || (field instanceof HTMLElement && "touched" in field.dataset)) mark(place, problem, told);
    }
    for (const [box, lines] of told) {
      // What is the same stays: the focus may be on it, and it is not read out again.
      if (box.textContent !== lines.map((line) => line.textContent).join("")) box.replaceChildren(...lines);
    }
    const slugWrong = !this.old && slugProblem(this.kind, this.slug.value.trim());
    this.errors = problems.filter(({ warning }) => !warning).length + (slugWrong && this.slug.value ? 1 : 0);
    this.state.textContent = this.errors ? count("overzicht.stand", [...places.values()].filter(({ warning }) => !warning).length || 1) : t("overzicht.klaar");
    this.state.classList.toggle("form-ready", !this.errors);
    if (!this.all) return;
    const lines = [...places].map(([place, problem]) => {
      const control = focusable(place);
      const link = h("a", { href: `#${control?.id ?? ""}` }, labelOf(place));
      link.addEventListener("click", (event) => {
        event.preventDefault();
        go(place);
      });
      return h("li", { class: problem.warning ? "summary-warning" : "" }, link, ` ${text(problem)}`);
    });
    this.summary.replaceChildren(
      h("h2", {}, this.errors ? t("overzicht.kop") : t("overzicht.goed")),
      this.errors ? "" : h("p", {}, t("overzicht.goed-uitleg")),
      h("ul", {}, ...lines),
    );
    this.summary.classList.toggle("form-fine", !this.errors);
  }

  /** @param {string} words */
  showReading(words) {
    const r = readability(words);
    const { moeilijk, woorden } = data.limits;
    const parts = [h("h3", {}, t("leesbaar.kop"))];
    if (!enough(r.words)) parts.push(h("p", {}, t("leesbaar.kort", woorden)));
    else {
      const score = Math.max(0, Math.min(100, Math.round(r.score)));
      parts.push(h("p", {}, t("leesbaar.stand", r.words, r.perSentence.toFixed(1).replace(".", ","), score)));
      parts.push(h("p", {}, t(score < moeilijk ? "leesbaar.moeilijk" : score < 60 ? "leesbaar.gewoon" : "leesbaar.makkelijk")));
      if (r.longestWords > 15) parts.push(h("p", { class: "quiet" }, t("leesbaar.langste", r.longestWords, r.longest.length > 90 ? `${r.longest.slice(0, 90)}…` : r.longest)));
    }
    this.reading.replaceChildren(...parts, h("p", { class: "quiet" }, t("leesbaar.uitleg")));
  }
}

/** A problem in words. @param {Problem} problem */
const text = ({ message, hint }) => (hint ? `${message} – ${hint}` : message);

/**
 * The element of a value, or of the nearest group around it.
 * @param {HTMLElement} root
 * @param {string} path
 * @returns {HTMLElement | undefined}
 */
function locate(root, path) {
  /** @type {HTMLElement | undefined} */
  let at;
  for (const part of path.split(".").filter(Boolean)) {
    const inner = /** @type {HTMLElement[]} */ ([...(at ?? root).querySelectorAll(`[data-key="${CSS.escape(part)}"]`)]);
    const next = inner.find((element) => (element.parentElement?.closest("[data-key]") ?? undefined) === at);
    if (!next) break;
    at = next;
  }
  return at;
}

/** @param {Element} place */
const focusable = (place) =>
  /** @type {HTMLElement | undefined} */ ([...place.querySelectorAll("input, textarea, select, button")].find((control) => control instanceof HTMLElement && !control.hidden && !control.closest("[hidden]") && !control.matches(".picked button, .field-line")));

/** Leads to a question, also if it is folded up. @param {Element} place */
function go(place) {
  for (let at = place.closest("details"); at; at = at.parentElement?.closest("details") ?? null) at.open = true;
  focusable(place)?.focus();
  (place.closest(".field") ?? place).scrollIntoView({ block: "start" });
}

/** @param {Element} place */
function labelOf(place) {
  const labels = [];
  for (let at = place.closest("[data-key]"); at; at = at.parentElement?.closest("[data-key]") ?? null) {
    const label = at.querySelector(":scope > label, :scope > legend");
    if (label) labels.unshift((label.firstChild?.textContent ?? "").trim());
  }
  return labels.join(", ") || (place.textContent ?? "").slice(0, 40);
}

/** Tells a problem at its place. @param {HTMLElement} place @param {Problem} problem @param {Map<Element, HTMLElement[]>} told by the box where it is shown */
function mark(place, problem, told) {
  /** @type {Element | null} */
  let at = place;
  while (at && !at.querySelector(":scope > .field-problems")) at = at.parentElement;
  const box = at?.querySelector(":scope > .field-problems");
  const kind = t(problem.warning ? "waarschuwing" : "foutmelding");
  const control = focusable(place);
  const words = h("span", {}, h("b", {}, `${kind}: `), text(problem));
  if (problem.line && control instanceof HTMLTextAreaElement) words.append(" ", lineButton(control, problem.line));
  if (box) told.get(box)?.push(h("p", { class: problem.warning ? "field-problem field-warning" : "field-problem" }, icon("letop"), words));
  if (control && !problem.warning && control.matches("input:not([type=checkbox]), textarea, select")) control.ariaInvalid = "true";
}

/** A button that goes to a line of a text. @param {HTMLTextAreaElement} area @param {number} line from 1 */
function lineButton(area, line) {
  const made = h("button", { type: "button", class: "field-line" }, t("regel", line));
  made.addEventListener("click", () => {
    const lines = area.value.split("\n");
    const start = lines.slice(0, line - 1).join("\n").length + (line > 1 ? 1 : 0);
    area.setSelectionRange(start, start + (lines[line - 1] ?? "").length);
    area.blur();
    area.focus(); // brings the selection into view
  });
  return made;
}

/**
 * The entry that is to be corrected: its fields from the data of the site, its
 * text from its own file.
 * @param {string} root of the site
 * @param {string} kind
 * @param {string} slug
 */
async function entryOf(root, kind, slug) {
  const get = async (/** @type {string} */ path) => {
    const response = await fetch(root + path);
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    return response;
  };
  const [all, source] = await Promise.all([get(`data/${kind}.json`).then((r) => r.json()), get(`${kind}/${slug}/kaart.md`).then((r) => r.text())]);
  const found = all.find((/** @type {{id: string}} */ entry) => entry.id === slug);
  if (!found) throw new Error(`no entry ${slug}`);
  const [, body = ""] = source.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n").split(/^---[ \t]*$/m).slice(1).reduce((parts, part, i) => (i < 2 ? [...parts, part] : [parts[0], `${parts[1]}---${part}`]), /** @type {string[]} */ ([]));
  return { slug, body: body.trim(), values: fieldsOf(data.collections[kind].fields, found) };
}

/** Values as the form has them, in which a number is a text. @param {Field[]} fields @param {Record<string, unknown>} values */
function fieldsOf(fields, values) {
  /** @type {Group} */
  const out = {};
  for (const field of fields) {
    const value = values[field.key];
    if (value === undefined || field.key === bodyKey) continue;
    if (field.kind === "groepen" && Array.isArray(value)) out[field.key] = value.map((one) => fieldsOf(field.fields ?? [], one));
    else if (field.kind === "groep" && typeof value === "object") out[field.key] = fieldsOf(field.fields ?? [], /** @type {Record<string, unknown>} */ (value));
    else out[field.key] = typeof value === "number" ? String(value) : /** @type {import("./data.js").Value} */ (value);
  }
  return out;
}

customElements.define(
  "entry-form",
  class extends HTMLElement {
    async connectedCallback() {
      const icons = this.querySelector('template[data-part="icons"]');
      if (icons instanceof HTMLTemplateElement) useIcons(icons);
      const without = this.querySelector(".form-without");
      const asked = new URLSearchParams(location.search);
      const slug = asked.get("kaart");
      const kind = /** @type {string} */ (this.dataset.kind);
      let old;
      if (slug) {
        const said = h("p", { role: "status" }, t("verbeter.bezig"));
        this.prepend(said);
        try {
          const title = data.entries[kind].find(([other]) => other === slug)?.[1];
          if (!title) throw new Error(t("verbeter.onbekend"));
          old = await entryOf(/** @type {string} */ (this.dataset.rootHref).replace(/index\.html$/, ""), kind, slug);
          const heading = document.querySelector("h1");
          if (heading) heading.textContent = document.title = t("verbeter.titel", title);
        } catch {
          said.textContent = t(data.entries[kind].some(([other]) => other === slug) ? "verbeter.mislukt" : "verbeter.onbekend");
          without?.querySelector("p")?.remove();
          return;
        }
        said.remove();
      }
      without?.remove();
      this.append(new Form(this, old).root);
      const key = asked.get("veld");
      const place = key && this.querySelector(`[data-key="${CSS.escape(key)}"]`);
      if (place) go(place);
    }
  },
);
