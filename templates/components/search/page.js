/**
 * The search page: results as one types, filters with counts, and the address
 * that brings them back. All words stand in the page.
 * @module
 */
import { excerpt, mark, matcher } from "search-client/highlight.js";
import { lightWords } from "search-client/asked.js";
import { giveWay } from "search-client/slices.js";
import { pass } from "../meeting/past.js";
import { address, fill, index, wanted } from "./open.js";

/**
 * @typedef {import("search-client/search.js").Results} Results
 * @typedef {Record<string, string[]>} Filter values by facet
 * @typedef {{q: string, filter: Filter, order: string, page: number}} State
 * @typedef {{facts?: Record<string, string>, unknown?: string[], flags?: string[], ends?: string}} ResultCard as package corpus made it
 */

const quiet = 800; // before what was found is said aloud
const size = 20; // results at a time
const mostPages = 50;
const excerptLength = 220;
const nearest = 3; // near misses to offer
const mostChips = 4; // links of a list that are seen at once

/** @param {Filter} filter */
const values = (filter) => Object.entries(filter).flatMap(([key, all]) => all.map((value) => ({ key, value })));

class Page {
  /** @param {HTMLElement} host */
  constructor(host) {
    this.host = host;
    this.input = /** @type {HTMLInputElement} */ (this.$("[name=q]"));
    this.order = /** @type {HTMLSelectElement} */ (this.$("select"));
    this.direct = /** @type {HTMLInputElement} */ (this.$("[data-filter]"));
    this.found = this.$("[data-search-status]");
    this.results = this.$(".results");
    this.more = this.$("[data-more]");
    /** @type {HTMLInputElement[]} */
    this.boxes = [...host.querySelectorAll("input[name][value]")].filter((box) => box instanceof HTMLInputElement);
    this.keys = [...new Set(this.boxes.map((box) => box.name))];
    /** @type {Filter} free, open, in Dutch */
    this.only = {};
    for (const [key, value] of new URLSearchParams(this.direct.dataset.filter)) this.only[key] = [value];
    this.named = document.title;
    this.asked = 0; // updates begun
    this.shown = 0; // the update that is shown
    this.timer = 0;
    this.saying = 0;
    this.committed = false; // what is in the address stays in the history
    this.back = true; // the page is shown again: scroll to where it was
    this.state = this.read();
    if (this.input.value) this.state = { ...this.state, q: this.input.value }; // typed before the script came

    const form = this.$("form");
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.commit({});
      if (matchMedia("(pointer: coarse)").matches) this.input.blur(); // away with the keyboard on the screen
    });
    this.input.addEventListener("input", () => {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => {
        this.go({ q: this.input.value, page: 1 }, this.committed);
        this.committed = false;
      }, index.ahead(this.input.value, size));
    });
    host.addEventListener("change", ({ target }) => {
      if (target === this.order) this.commit({ order: this.order.value });
      else if (target === this.direct) this.toggle(this.direct.checked);
      else if (target !== this.input) this.commit({ filter: this.chosen() });
    });
    host.addEventListener("click", (event) => this.press(event));
    addEventListener("popstate", () => {
      const before = this.url({});
      this.state = this.read();
      if (this.url({}) === before) return; // to a place in the page
      this.back = true;
      this.update();
    });
    addEventListener("pagehide", () => this.keep());
    this.update().then(() => this.openFacet());
  }

  /** Opens the choices that the address ends on: #filter-specialismen. */
  openFacet() {
    const facet = this.host.querySelector(`[data-facet="${CSS.escape(location.hash.replace("#filter-", ""))}"]`);
    if (!(facet instanceof HTMLDetailsElement) || facet.hidden) return;
    /** @type {HTMLDetailsElement} */ (facet.closest(".filter")).open = facet.open = true;
    facet.querySelector("summary")?.focus();
  }

  /** @param {string} selector @returns {HTMLElement} */
  $(selector) {
    return /** @type {HTMLElement} */ (this.host.querySelector(selector));
  }

  /** A copy of a piece of the page, with texts in its slots. @param {string} name @param {Record<string, string>} [texts] */
  piece(name, texts = {}) {
    const { content } = /** @type {HTMLTemplateElement} */ (this.$("template"));
    const piece = /** @type {HTMLElement} */ (content.querySelector(`[data-piece="${name}"]`)?.cloneNode(true));
    for (const slot in texts) for (const e of piece.querySelectorAll(`[data-slot=${slot}]`)) e.textContent = texts[slot];
    return piece;
  }

  /** A text with a number in it. @param {string} name @param {number} n */
  count(name, n) {
    return (this.host.dataset[n === 1 ? name + "Single" : name] ?? "").replace("%d", String(n));
  }

  // State and address.

  /** What an address says. @param {string} [search] its query @returns {State} */
  read(search = location.search) {
    const asked = new URLSearchParams(search);
    /** @type {Filter} */
    const filter = {};
    for (const key of this.keys) {
      const boxes = this.boxes.filter((box) => box.name === key);
      const alias = boxes[0].closest("[data-alias]")?.getAttribute("data-alias") ?? key;
      const all = [key, alias]
        .flatMap((name) => asked.getAll(name))
        .filter(Boolean)
        .map((value) => boxes.find((box) => box.dataset.alias === value)?.value ?? value);
      if (all.length) filter[key] = [...new Set(all)];
    }
    const order = asked.get("sorteer") ?? "";
    return {
      q: asked.get("q") ?? "",
      filter,
      order: [...this.order.options].some((o) => o.value === order) ? order : "",
      page: Math.min(mostPages, Math.max(1, Math.trunc(Number(asked.get("pagina"))) || 1)),
    };
  }

  /** The address of a state. @param {Partial<State>} change */
  url(change) {
    const { q, filter, order, page } = { ...this.state, ...change };
    const all = new URLSearchParams(values(filter).map(({ key, value }) => [key, value]));
    const params = new URLSearchParams([...(q ? [["q", q]] : []), ...all, ...(order ? [["sorteer", order]] : []), ...(page > 1 ? [["pagina", String(page)]] : [])]);
    return location.pathname + (params.size ? "?" + params : "");
  }

  /** Remembers how far the page is scrolled, for who comes back. */
  keep() {
    this.remember(location.href, false, { y: scrollY });
  }

  /** @param {string} url @param {boolean} push a new step in the history @param {{y: number} | null} [state] */
  remember(url, push, state = null) {
    try {
      if (push) history.pushState(state, "", url);
      else history.replaceState(state, "", url);
    } catch {
      // Some browsers allow so many a minute, or none from disk. What is shown is right all the same.
    }
  }

  /** @param {Partial<State>} change @param {boolean} push a new step in the history */
  go(change, push) {
    const url = this.url(change);
    this.state = { ...this.state, ...change };
    if (url !== location.pathname + location.search) {
      if (push) this.keep();
      this.remember(url, push);
    }
    return this.update();
  }

  /** A change that one can come back from. @param {Partial<State>} change */
  commit(change) {
    clearTimeout(this.timer);
    this.committed = true;
    return this.go({ page: 1, q: this.input.value, ...change }, true);
  }

  /** The values whose boxes are ticked, and those that have no box. @returns {Filter} */
  chosen() {
    /** @type {Filter} */
    const filter = {};
    for (const key of this.keys) {
      const boxes = this.boxes.filter((box) => box.name === key);
      const others = (this.state.filter[key] ?? []).filter((value) => !boxes.some((box) => box.value === value));
      const all = boxes.filter((box) => box.checked).map((box) => box.value).concat(others);
      if (all.length) filter[key] = all;
    }
    return filter;
  }

  /** @param {{key: string, value?: string}[]} off @returns {Filter} what is left */
  without(off) {
    const left = Object.entries(this.state.filter).map(([key, all]) => [key, all.filter((v) => !off.some((o) => o.key === key && (o.value ?? v) === v))]);
    return Object.fromEntries(left.filter(([, all]) => all.length));
  }

  /** @param {Filter} filter */
  isDirect(filter) {
    return values(this.only).every(({ key, value }) => filter[key]?.length === 1 && filter[key][0] === value);
  }

  /** Only what can be used at once, or all. @param {boolean} on */
  toggle(on) {
    const off = this.without(Object.keys(this.only).map((key) => ({ key })));
    return this.commit({ filter: on ? { ...off, ...this.only } : off });
  }

  /** @param {MouseEvent} event */
  press(event) {
    const at = event.target instanceof Element ? event.target.closest("[data-go], [data-more], [data-close], [data-reload]") : null;
    if (!(at instanceof HTMLElement) || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (at === this.more) return this.showMore();
    if ("reload" in at.dataset) return this.again();
    event.preventDefault();
    if ("close" in at.dataset) {
      at.closest("details")?.removeAttribute("open");
      this.rest();
      return;
    }
    const url = at.dataset.go || at.getAttribute("href") || "";
    clearTimeout(this.timer);
    this.committed = true;
    this.go(this.read(new URL(url, location.href).search), true).then(() => this.rest());
  }

  /** Tries again, and if that fails too with a new page: the site may have changed since this one was opened. */
  async again() {
    await this.update();
    if (this.found.dataset.searchStatus === "error") location.reload();
  }

  /** Puts the focus at the head of the results, when what had it is gone. */
  rest() {
    const head = this.$(".list-count");
    head.tabIndex = -1;
    head.focus();
  }

  async showMore() {
    const { page } = this.state;
    await this.go({ page: page + 1 }, false);
    this.results.children[page * size]?.querySelector("a")?.focus();
  }

  // Searching.

  /** @param {Partial<State>} change @param {Partial<import("search-client/search.js").Query>} [more] */
  async ask(change, more) {
    const { q, filter, order } = { ...this.state, ...change };
    const key = [...this.order.options].find((o) => o.value === order)?.dataset.order ?? order;
    /** @param {string} order */
    const search = (order) => index.search({ text: q, filter, order, limit: 0, ...more });
    try {
      return await search(key);
    } catch (error) {
      if (!key || !(error instanceof RangeError)) throw error;
      return search(""); // no entry has what this order sorts by
    }
  }

  /** Shows what the state asks for. */
  async update() {
    const asked = ++this.asked;
    const { found, state } = this;
    const { q, filter } = state;
    const active = Boolean(q.trim() || values(filter).length);
    if (this.input.value !== q) this.input.value = q;
    this.order.value = state.order;
    for (const box of this.boxes) box.checked = Boolean(filter[box.name]?.includes(box.value));
    this.direct.checked = this.isDirect(filter);
    document.title = (q.trim() ? q.trim().slice(0, 60) + " – " : "") + this.named;
    // The results come after the browser has tried to scroll back.
    history.scrollRestoration = active ? "manual" : "auto";
    document.documentElement.dataset.search = active ? "results" : "overview";
    found.dataset.searchStatus = "loading";
    try {
      if (active || this.shown) {
        const answer = await this.answer(state, active);
        if (asked < this.shown) return; // a later one was faster
        this.shown = asked;
        this.render(answer, state);
      }
      found.dataset.searchQuery = q;
      if (asked !== this.asked) return;
      found.dataset.searchStatus = "ready";
    } catch {
      if (asked !== this.asked) return;
      this.results.replaceChildren();
      found.dataset.searchQuery = q;
      found.dataset.searchStatus = "error";
      this.say(this.$(".search-error").textContent ?? "");
    }
    const y = this.back && history.state?.y;
    this.back = false;
    if (typeof y === "number") scrollTo({ top: y, behavior: "instant" });
  }

  /** All that is shown of a state. @param {State} state @param {boolean} active */
  async answer(state, active) {
    const results = await this.ask(state, { count: this.keys, limit: active ? state.page * size : 0 });
    if (!this.shown) await giveWay();
    const direct = await this.ask({ ...state, filter: { ...state.filter, ...this.only } });
    const help = active ? await this.help(results, state) : [];
    if (!this.shown) await giveWay();
    return { results, direct: direct.total, help };
  }

  /** Says what was found, when it stays so. @param {string} text */
  say(text) {
    clearTimeout(this.saying);
    this.saying = setTimeout(() => (this.$("[role=status]").textContent = text), quiet);
  }

  // Showing.

  /** @param {{results: Results, direct: number, help: Node[]}} answer @param {State} state */
  render({ results, direct, help }, state) {
    const { total, hits, corrections } = results;
    const matches = matcher(wanted(results));
    const rows = hits.map((hit) => this.card(hit, matches));
    const had = this.results.children.length;
    if (state.page > 1 && this.found.dataset.searchQuery === state.q && had < rows.length && had === (state.page - 1) * size) this.results.append(...rows.slice(had));
    else this.results.replaceChildren(...rows);
    const count = this.count(corrections.length ? "like" : "found", total);
    this.renderFacets(results, state);
    this.$("[data-tally]").textContent = String(direct || "");
    this.$(".search-direct").hidden = !direct && !this.direct.checked;
    this.$(".list-count").textContent = count;
    const asked = this.$(".search-asked"); // on paper there is no box
    asked.textContent = state.q.trim() && (asked.dataset.asked ?? "").replace("%s", () => state.q.trim());
    this.$("[data-close]").textContent = this.count("show", total);
    this.$(".search-help").replaceChildren(...help);
    this.$(".search-chips").replaceChildren(...this.chips(state));
    this.found.classList.toggle("guess", corrections.length > 0);
    this.found.classList.toggle("nothing", !total);
    this.more.hidden = hits.length >= total;
    this.say(count);
  }

  /** @param {Results} results @param {State} state */
  renderFacets({ counts }, { filter }) {
    for (const box of this.boxes) {
      const n = counts[box.name]?.[box.value] ?? 0;
      const row = /** @type {HTMLElement} */ (box.parentElement);
      /** @type {HTMLElement} */ (row.querySelector(".count")).textContent = String(n);
      row.hidden = !n && !box.checked;
    }
    for (const facet of this.host.querySelectorAll("[data-facet]")) {
      const some = facet.querySelector("label:not([hidden])");
      const chosen = filter[facet.getAttribute("data-facet") ?? ""]?.length;
      if (facet instanceof HTMLDetailsElement) {
        facet.hidden = !some;
        facet.open ||= Boolean(chosen && this.back);
      }
      const tally = facet.querySelector("[data-chosen]");
      if (tally) tally.textContent = chosen ? this.count("chosen", chosen) : "";
    }
    const all = values(filter).length;
    this.$(".filter > summary [data-chosen]").textContent = all ? this.count("chosen", all) : "";
  }

  /** The name of a value, and of its facet. @param {string} key @param {string} value */
  label(key, value) {
    const box = this.boxes.find((b) => b.name === key && b.value === value);
    const facet = this.boxes.find((b) => b.name === key)?.closest("[data-label]");
    return { facet: facet?.getAttribute("data-label") ?? key, text: box?.nextElementSibling?.textContent ?? value };
  }

  /** @param {State} state */
  chips({ filter }) {
    const all = values(filter).map(({ key, value }) => {
      const { facet, text } = this.label(key, value);
      return { text: `${facet}: ${text}`, off: [{ key, value }] };
    });
    if (this.isDirect(filter)) {
      const direct = values(this.only);
      const rest = all.filter(({ off: [o] }) => !direct.some((d) => d.key === o.key));
      all.splice(0, all.length, { text: this.host.dataset.direct ?? "", off: direct }, ...rest);
    }
    const rows = all.map(({ text, off }) => {
      const row = this.piece("chip", { text });
      this.$in(row, "button").dataset.go = this.url({ filter: this.without(off), page: 1 });
      return row;
    });
    if (all.length > 1) {
      const row = this.piece("clear");
      this.$in(row, "button").dataset.go = this.url({ filter: {}, page: 1 });
      rows.push(row);
    }
    return rows;
  }

  /** @param {Element} element @param {string} selector @returns {HTMLElement} */
  $in(element, selector) {
    return /** @type {HTMLElement} */ (element.querySelector(selector));
  }

  /** A link that changes the search. @param {string} text @param {Partial<State>} change */
  link(text, change) {
    const a = document.createElement("a");
    a.textContent = text;
    a.href = this.url({ page: 1, ...change });
    a.dataset.go = "";
    return a;
  }

  /** A link to the page of a term, or a search if it has none. @param {import("search-client/search.js").TermRef} term */
  term(term) {
    const { facet, id, label, documents } = term;
    if (!this.hasPage(term)) return this.link(label, documents && this.keys.includes(facet) ? { q: "", filter: { [facet]: [id] } } : { q: label, filter: {} });
    const a = document.createElement("a");
    a.textContent = label;
    a.href = address(this.host, `${facet}/${id}/`);
    return a;
  }

  /** A piece with links in its list. @param {string} name @param {Record<string, string>} texts @param {Node[]} links */
  list(name, texts, links) {
    const piece = this.piece(name, texts);
    const items = links.map((link) => {
      const li = document.createElement("li");
      li.append(link);
      return li;
    });
    this.$in(piece, "ul").prepend(...items.slice(0, mostChips));
    if (items.length > mostChips) {
      const rest = this.piece("rest", { text: this.count("rest", items.length - mostChips) });
      this.$in(rest, "ul").append(...items.slice(mostChips));
      this.$in(piece, "ul").after(rest);
    }
    return piece;
  }

  /**
   * What stands above the results: what the words may mean, and what to do when
   * nothing was found.
   * @param {Results} results
   * @param {State} state
   */
  async help({ total, words, corrections, meanings, phrases, without }, state) {
    const out = [];
    /** @param {string} word as the visitor wrote it */
    const typed = (word) => {
      const at = state.q.toLowerCase().indexOf(word);
      return at < 0 ? word : state.q.slice(at, at + word.length);
    };
    for (const { word, like } of corrections) {
      const links = like.map((other) => this.link(other, { q: words.map((w) => (w.word === word ? other : w.word)).join(" ") }));
      out.push(this.list("corrected", { word: typed(word) }, links));
    }
    for (const words of phrases) out.push(this.piece("phrase", { words }));
    if (without.length) out.push(this.piece("without", { words: without.join(", ") }));
    const missing = words.filter((w) => !w.kind).map((w) => w.word);
    if (total && missing.length) out.push(this.piece("missing", { words: missing.map(typed).join(", ") }));
    for (const m of meanings) {
      if (m.narrower) out.push(this.list("narrower", { word: typed(m.words) }, m.terms.map((t) => this.term(t))));
      else if (!m.terms.some((t) => t.covered)) out.push(this.known(m));
      else if (m.ambiguous) {
        // Of many the first that are seen are those with most cards.
        const terms = m.terms.length > mostChips ? [...m.terms].sort((a, b) => b.documents - a.documents) : m.terms;
        out.push(this.list("meanings", { word: typed(m.words), note: m.note }, terms.map((t) => this.term(t))));
      }
    }
    let terms = meanings.filter((m) => !m.ambiguous && !m.narrower).flatMap((m) => (m.terms[0].documents ? m.terms[0] : []));
    if (!meanings.length && !corrections.length && state.q.trim().length > 2) {
      const near = await index.suggest(state.q, 50);
      terms = near.map((n) => n.term).filter((t) => t.facet === "aandoeningen" && t.documents > 0).slice(0, nearest);
    }
    terms = terms.filter((t) => this.hasPage(t));
    if (terms.length) out.push(this.list("terms", {}, terms.map((t) => this.term(t))));
    if (!total && !meanings.some((m) => m.narrower || !m.terms.some((t) => t.covered))) out.push(this.list("nothing", {}, await this.nearMisses(state, words.map((w) => w.word))));
    return out;
  }

  /** What is said of a name that is known and has no cards. @param {import("search-client/search.js").Meaning} meaning */
  known({ terms }) {
    const near = terms.flatMap((t) => t.near ?? []);
    const piece = this.list("known", { name: terms.map((t) => t.label).join(", ") }, near.map((t) => this.term(t)));
    if (!near.length) for (const part of piece.querySelectorAll("[data-near]")) part.remove();
    return piece;
  }

  /** Whether a term has a page of its own. @param {import("search-client/search.js").TermRef} term */
  hasPage({ facet, documents }) {
    return documents > 0 && (this.host.dataset.paged ?? "").split(" ").includes(facet);
  }

  /** Searches that do give results. @param {State} state @param {string[]} words */
  async nearMisses(state, words) {
    const { filter } = state;
    /** @type {{text: string, change: Partial<State>, total: number}[]} */
    const tries = [];
    /** @param {string} text @param {Partial<State>} change */
    const attempt = async (text, change) => {
      const { total, corrections } = await this.ask({ ...state, ...change });
      if (total && !corrections.length) tries.push({ text, change, total });
    };
    for (const { key, value } of values(filter)) {
      const { facet, text } = this.label(key, value);
      await attempt(`${this.host.dataset.without} ${facet}: ${text}`, { filter: this.without([{ key, value }]) });
    }
    if (!tries.length && values(filter).length > 1) await attempt(this.host.dataset.withoutAll ?? "", { filter: {} });
    if (words.length > 1) for (const word of words.filter((w) => !lightWords.has(w))) await attempt(word, { q: word });
    return tries
      .sort((a, b) => b.total - a.total)
      .slice(0, nearest)
      .map(({ text, change, total }) => this.link(`${text} (${this.count("cards", total)})`, change));
  }

  /**
   * @param {import("search-client/search.js").Hit} hit
   * @param {(word: string) => boolean} matches
   */
  card({ url, title, collection, summary, card }, matches) {
    const row = this.piece("card-" + collection);
    const link = /** @type {HTMLAnchorElement} */ (row.querySelector("a"));
    link.href = address(this.host, url);
    this.$in(row, ".card").dataset.card = url.replace(/\/$/, "");
    fill(link, mark(title, matches));
    fill(this.$in(row, ".card-paper > p"), excerpt(summary, matches, excerptLength));
    /** @type {ResultCard} */
    const { facts = {}, unknown = [], flags = [], ends } = card;
    if (flags.length) this.$in(row, ".flags").append(...flags.map((kind) => this.piece("flag-" + kind)));
    else this.$in(row, ".flags").remove();
    for (const fact of row.querySelectorAll("[data-fact]")) {
      const key = fact.getAttribute("data-fact") ?? "";
      if (facts[key] === undefined) {
        fact.remove();
        continue;
      }
      const place = this.$in(fact, "dd");
      place.textContent = facts[key];
      place.classList.toggle("unknown", unknown.includes(key));
    }
    if (ends) {
      this.$in(row, ".card").dataset.ends = ends;
      pass(row);
    }
    return row;
  }
}

customElements.define(
  "search-page",
  class extends HTMLElement {
    connectedCallback() {
      new Page(this);
    }
  },
);
