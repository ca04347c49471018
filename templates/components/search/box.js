/**
 * Suggests conditions and titles below a search box, as one types. The form
 * works without it.
 * @module
 */
import { mark, matcher } from "search-client/highlight.js";
import { address, fill, index, wanted } from "./open.js";

const conditions = 3;
const titles = 6;
const quiet = 800; // before the number of suggestions is said aloud

class Suggestions {
  /** @param {HTMLElement} host */
  constructor(host) {
    this.host = host;
    this.input = /** @type {HTMLInputElement} */ (host.querySelector("input"));
    this.list = /** @type {HTMLElement} */ (host.querySelector("[role=listbox]"));
    this.status = /** @type {HTMLElement} */ (host.querySelector("[role=status]"));
    this.asked = 0;
    this.timer = 0;
    this.saying = 0;
    const { input, list } = this;
    for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-expanded", "false"], ["aria-controls", list.id]]) {
      input.setAttribute(name, value);
    }
    const soon = () => {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.suggest(), index.ahead(input.value, titles));
    };
    input.addEventListener("input", soon);
    input.addEventListener("focus", soon);
    input.addEventListener("blur", () => this.close());
    input.addEventListener("keydown", (event) => this.key(event));
    list.addEventListener("mousedown", (event) => event.preventDefault()); // the focus stays where it is
    if (document.activeElement === input) soon();
  }

  /** @returns {HTMLAnchorElement[]} */
  options() {
    return [...this.list.querySelectorAll("a")];
  }

  async suggest() {
    const text = this.input.value;
    const asked = ++this.asked;
    if (!text.trim()) return this.close();
    try {
      const [terms, found] = await Promise.all([index.suggest(text, 100), index.search({ text, limit: titles })]);
      if (asked !== this.asked || document.activeElement !== this.input) return;
      const matches = matcher(wanted(found));
      const shown = terms
        .filter(({ term }) => term.facet === "aandoeningen" && term.documents > 0)
        .slice(0, conditions)
        .map(({ term: { facet, id, label }, name }) => {
          const known = label.toLowerCase().includes(name.toLowerCase());
          return this.option(`${facet}/${id}/`, facet, known ? label : `${label}, ${name}`, matches);
        });
      this.list.replaceChildren(...shown, ...found.hits.map((hit) => this.option(hit.url, hit.collection, hit.title, matches)));
      this.options().forEach((option, i) => (option.id = this.list.id + i));
      this.open(this.options().length);
    } catch {
      this.close(); // the search page says what is wrong
    }
  }

  /** @param {string} url @param {string} kind @param {string} text @param {(word: string) => boolean} matches */
  option(url, kind, text, matches) {
    const option = document.createElement("a");
    option.setAttribute("role", "option");
    option.tabIndex = -1;
    option.href = address(this.host, url);
    const words = document.createElement("span");
    fill(words, mark(text, matches));
    const label = document.createElement("span");
    const collection = document.querySelector(`.menu .kind-${kind}`);
    label.className = collection ? `search-kind kind-${kind}` : "search-kind";
    label.textContent = collection?.textContent ?? this.host.dataset.condition ?? "";
    option.append(words, " ", label);
    return option;
  }

  /** @param {number} count of suggestions */
  open(count) {
    this.list.hidden = !count;
    this.input.ariaExpanded = String(count > 0);
    this.activate();
    const { dataset } = this.host;
    this.say((count === 1 ? dataset.single : count ? dataset.several : dataset.none)?.replace("%d", String(count)) ?? "");
  }

  /** Says something when typing rests, once. @param {string} text */
  say(text) {
    clearTimeout(this.saying);
    this.saying = setTimeout(() => (this.status.textContent = text), text ? quiet : 0);
  }

  close() {
    this.asked++;
    clearTimeout(this.timer);
    this.list.hidden = true;
    this.input.ariaExpanded = "false";
    this.say("");
    this.activate();
  }

  /** @param {HTMLAnchorElement} [option] */
  activate(option) {
    for (const o of this.options()) o.ariaSelected = String(o === option);
    if (!option) return this.input.removeAttribute("aria-activedescendant");
    this.input.setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest" });
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    const options = this.options();
    const now = options.findIndex((o) => o.ariaSelected === "true");
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.isComposing) return;
    if (step && this.list.hidden) this.suggest();
    else if (step) {
      // Beyond either end is the box itself.
      const next = (now + 1 + step + options.length + 1) % (options.length + 1);
      this.activate(options[next - 1]);
    } else if (this.list.hidden) return;
    else if (event.key === "Escape") this.close();
    else if (event.key === "Enter" && now >= 0) options[now].click();
    else return;
    event.preventDefault();
  }
}

customElements.define(
  "search-box",
  class extends HTMLElement {
    connectedCallback() {
      new Suggestions(this);
    }
  },
);
