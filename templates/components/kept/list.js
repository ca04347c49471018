/**
 * The page of the cards that a visitor keeps: in an order, with notes, to print
 * and to share as one address. An address with cards in it shows those, and
 * leaves the visitor's own alone until they are taken over.
 * @module
 */
import { copy, say } from "../handover/copy.js";
import { cardFrom, print } from "../sheet/sheet.js";
import { open } from "./open.js";
import { addressFor, asked, concerns, read, write } from "./store.js";

/** @typedef {import("./store.js").Card} Card */

/** An address with its host, for elsewhere. @param {string} address */
const whole = (address) => new URL(address, location.href).href;

class List {
  /** @param {HTMLElement} host */
  constructor(host) {
    this.host = host;
    this.list = this.$(".kept-list");
    this.template = /** @type {HTMLTemplateElement} */ (this.$("template")).content;
    /** @type {Card[]} */
    this.cards = [];
    /** @type {Card[]} those of which the list was emptied last */
    this.gone = [];
    host.addEventListener("click", ({ target }) => {
      const button = target instanceof Element && target.closest("button");
      if (button) this.press(button);
    });
    host.addEventListener("input", ({ target }) => {
      if (!(target instanceof HTMLTextAreaElement)) return;
      const { id } = /** @type {HTMLElement} */ (target.closest("li")).dataset;
      write("kept", read("kept").map((card) => (card.id === id ? { ...card, note: target.value } : card)));
    });
    addEventListener("popstate", () => this.load());
    addEventListener("storage", (event) => {
      if (concerns(event)) this.inPlace(() => this.load());
    });
    this.load();
  }

  /** @param {string} selector @returns {HTMLElement} */
  $(selector) {
    return /** @type {HTMLElement} */ (this.host.querySelector(selector));
  }

  /** @param {string | undefined} text @param {string} [title] @param {number[]} numbers */
  say(text = "", title = "", ...numbers) {
    this.$("[role=status]").textContent = text.replace("%s", title).replace(/%d/g, () => String(numbers.shift()));
  }

  /** Draws anew below who is typing, and gives back the place. @param {() => void} redraw */
  inPlace(redraw) {
    const at = document.activeElement;
    const id = at?.closest("li")?.dataset.id;
    const start = at instanceof HTMLTextAreaElement ? at.selectionStart : undefined;
    redraw();
    if (start === undefined) return;
    const note = [...this.list.children].find((item) => item instanceof HTMLElement && item.dataset.id === id)?.querySelector("textarea");
    note?.focus();
    note?.setSelectionRange(start, start);
  }

  async load() {
    const ids = asked();
    this.host.dataset.status = "loading";
    this.shared = ids.length > 0;
    const known = new Map(read("kept").map((card) => [card.id, card]));
    this.cards = this.shared ? ids.map((id) => ({ ...(known.get(id) ?? { id, kind: "", title: id }), note: "" })) : read("kept");
    this.draw();
    // The titles of what is shared stand on the pages.
    await Promise.all(
      this.cards.map(async (card) => {
        if (card.kind) return;
        try {
          const { page } = await open(card.id);
          card.title = page?.querySelector("h1")?.textContent?.trim() ?? (this.host.dataset.missing ?? "").replace("%s", card.id);
          card.kind = page?.querySelector(".entry > .tab")?.textContent?.trim() ?? "";
        } catch {
          // without network: the id tells enough
        }
      }),
    );
    if (this.shared) this.draw();
    this.host.dataset.status = "ready";
  }

  draw() {
    const { cards, shared } = this;
    this.$(".shared").hidden = !shared;
    this.$(".kept-empty").hidden = cards.length > 0;
    this.$("[data-undo]").hidden = this.gone.length === 0;
    this.$(".kept-actions").hidden = cards.length === 0;
    this.$("[data-own]").hidden = Boolean(shared);
    this.list.replaceChildren(...cards.map((card, i) => this.item(card, i)));
    const mail = /** @type {HTMLAnchorElement} */ (this.$("[data-mail-list]"));
    const lines = [...cards.map(({ title, id }) => `${title}\r\n${whole(addressFor(id + "/", []))}`), this.address()];
    mail.href = `mailto:?subject=${encodeURIComponent(this.host.dataset.subject ?? "")}&body=${encodeURIComponent(lines.join("\r\n\r\n"))}`;
  }

  /** @param {Card} card @param {number} i */
  item(card, i) {
    const item = /** @type {HTMLElement} */ (this.template.firstElementChild?.cloneNode(true));
    item.dataset.id = card.id;
    item.classList.add("kind-" + card.id.split("/")[0]);
    const link = /** @type {HTMLAnchorElement} */ (item.querySelector("a"));
    link.href = addressFor(card.id + "/", []);
    link.textContent = card.title;
    /** @type {HTMLElement} */ (item.querySelector(".kept-kind")).textContent = card.kind;
    for (const own of item.querySelectorAll(".kept-tools .sr, label .sr")) own.textContent = " " + card.title;
    /** @type {HTMLTextAreaElement} */ (item.querySelector("textarea")).value = card.note ?? "";
    /** @type {HTMLButtonElement} */ (item.querySelector("[data-up]")).disabled = i === 0;
    /** @type {HTMLButtonElement} */ (item.querySelector("[data-down]")).disabled = i === this.cards.length - 1;
    if (this.shared) for (const own of item.querySelectorAll(".kept-tools, label")) own.remove();
    return item;
  }

  /** The address that shows these cards, without notes. */
  address() {
    return whole(addressFor("mijn-kaarten/", this.cards.map(({ id }) => id)));
  }

  /** @param {HTMLButtonElement} button */
  async press(button) {
    const { dataset } = this.host;
    const has = (/** @type {string} */ name) => button.hasAttribute(name);
    const id = button.closest("li")?.dataset.id ?? "";
    const at = this.cards.findIndex((card) => card.id === id);
    const cards = read("kept");
    if (has("data-up") || has("data-down")) {
      const to = at + (has("data-up") ? -1 : 1);
      [cards[at], cards[to]] = [cards[to], cards[at]];
      this.keep(cards);
      const moved = this.list.children[to];
      const again = /** @type {HTMLButtonElement} */ (moved.querySelector(has("data-up") ? "[data-up]" : "[data-down]"));
      (again.disabled ? /** @type {HTMLButtonElement} */ (moved.querySelector("[data-up]:enabled, [data-down]:enabled")) : again)?.focus();
      this.say(dataset.place, cards[to].title, to + 1, cards.length);
    } else if (has("data-drop")) {
      const [gone] = cards.splice(at, 1);
      this.keep(cards);
      const next = this.list.children[Math.min(at, cards.length - 1)]?.querySelector("[data-drop]") ?? this.$(".kept-empty a");
      /** @type {HTMLElement} */ (next).focus();
      this.say(dataset.removed, gone.title);
    } else if (has("data-empty")) {
      this.gone = cards;
      this.keep([]);
      this.$("[data-undo] button").focus();
      this.say(dataset.emptied);
    } else if (button.parentElement?.hasAttribute("data-undo")) {
      const back = this.gone;
      this.gone = [];
      this.keep(back);
      this.$(".kept-list a").focus();
    } else if (has("data-adopt")) {
      const own = new Set(cards.map((card) => card.id));
      write("kept", [...cards, ...this.cards.filter((card) => card.kind && !own.has(card.id))]);
      history.pushState(null, "", addressFor("mijn-kaarten/", []));
      await this.load();
      /** @type {HTMLElement | null} */ (this.list.querySelector("a"))?.focus();
    } else if (has("data-copy-list")) {
      const done = await copy(this.address());
      button.focus();
      say(button, this.$("[role=status]"), done ? dataset.copied : dataset.failed);
    } else if (has("data-share-list")) {
      navigator.share({ title: dataset.subject, url: this.address() }).catch(() => {}); // closed by the visitor
    } else if (has("data-print")) {
      await this.print(button);
    }
  }

  /** @param {Card[]} cards */
  keep(cards) {
    write("kept", cards);
    this.cards = cards;
    this.draw();
  }

  /** @param {HTMLButtonElement} button that says it if there is no network */
  async print(button) {
    const notes = new Map(this.cards.map(({ id, note }) => [id, note ?? ""]));
    try {
      const opened = await Promise.all(this.cards.map(async ({ id }) => ({ id, ...(await open(id)) })));
      const cards = opened.map(({ id, url, page }) => page && cardFrom(page, url, notes.get(id))).filter((card) => card !== undefined);
      const left = this.cards.length - cards.length;
      if (left) say(button, this.$("[role=status]"), ((left === 1 ? this.host.dataset.leftSingle : this.host.dataset.left) ?? "").replace("%d", String(left)));
      if (cards.length) print(cards);
    } catch {
      say(button, this.$("[role=status]"), this.host.dataset.broken);
    }
  }
}

customElements.define(
  "kept-cards",
  class extends HTMLElement {
    connectedCallback() {
      new List(this);
    }
  },
);
