/**
 * The buttons to keep a card and to compare it, on every card and on the page of
 * an entry; and the bar with what was chosen to compare.
 * @module
 */
import { addressFor, canCompare, fleeting, idOf, most, read, toggle, write } from "./store.js";

const bar = /** @type {HTMLElement} */ (document.querySelector(".kept-bar"));
const words = /** @type {HTMLTemplateElement} */ (bar.querySelector("template")).content;
const said = /** @type {HTMLElement} */ (document.querySelector("#gezegd"));

/** The card that a button belongs to. @param {Element} button @returns {import("./store.js").Card | undefined} */
function cardOf(button) {
  const box = button.closest(".card, .entry");
  const title = box?.querySelector("h3 a, h1");
  if (!box || !title) return undefined;
  const id = idOf(title instanceof HTMLAnchorElement ? title.href : location.href);
  return id ? { id, kind: box.querySelector(".tab")?.textContent?.trim() ?? "", title: title.textContent ?? "" } : undefined;
}

/** Whether something was chosen on this page: elsewhere than on lists the bar keeps out of the way until then. */
let pressed = false;

/** Shows what is kept and chosen, on all buttons. */
function update() {
  const kept = read("kept").map(({ id }) => id);
  const compared = read("compared").map(({ id }) => id);
  for (const button of document.querySelectorAll("[data-keep], [data-compare]")) {
    const id = cardOf(button)?.id ?? "";
    const keeps = button.hasAttribute("data-keep");
    const on = (keeps ? kept : compared).includes(id);
    button.ariaPressed = String(on);
    if (keeps) /** @type {HTMLElement} */ (button.querySelector("span")).textContent = (on ? bar.dataset.keptWord : bar.dataset.keepWord) ?? "";
  }
  for (const count of document.querySelectorAll("[data-kept-count]")) count.textContent = kept.length ? String(kept.length) : "";
  const { dataset } = document.documentElement;
  if (!kept.length) delete dataset.kept;
  if (fleeting()) dataset.fleeting = "";
  else delete dataset.fleeting;
  if (compared.length && (pressed || document.querySelector(".list-cards, search-page"))) dataset.compared = "";
  else delete dataset.compared;
  const text = (compared.length === 1 ? bar.dataset.single : bar.dataset.several) ?? "";
  const status = /** @type {HTMLElement} */ (bar.querySelector("[role=status]"));
  if (compared.length) status.textContent = text.replace("%d", String(compared.length));
  const link = /** @type {HTMLAnchorElement} */ (bar.querySelector(".kept-ways a"));
  link.href = addressFor("vergelijken/", compared);
}

/** Says something of the choice, in the bar and aloud. @param {string | undefined} text */
function tell(text = "") {
  for (const status of [said, bar.querySelector("[role=status]")]) if (status) status.textContent = text;
}

addEventListener("click", ({ target }) => {
  const button = target instanceof Element && target.closest("[data-keep], [data-compare], [data-clear]");
  if (!button) return;
  if (button.hasAttribute("data-clear")) return write("compared", []);
  const card = cardOf(button);
  if (!card) return;
  if (button.hasAttribute("data-keep")) {
    const added = toggle("kept", card);
    const news = added ? bar.dataset.kept : bar.dataset.dropped;
    said.textContent = (fleeting() ? bar.querySelector(".kept-not")?.textContent : news) ?? "";
    if (added) document.documentElement.dataset.kept = "";
    return;
  }
  pressed = true;
  // Cards are compared with their like; of another kind one starts again.
  const [kind] = card.id.split("/");
  const before = read("compared");
  const alike = before.filter(({ id }) => id.startsWith(kind + "/"));
  if (alike.length >= most && !alike.some(({ id }) => id === card.id)) return tell(bar.dataset.full);
  write("compared", alike);
  toggle("compared", card);
  if (alike.length < before.length) tell(bar.dataset.other);
});

customElements.define(
  "card-tools",
  class extends HTMLElement {
    connectedCallback() {
      if (this.firstElementChild) return;
      const card = cardOf(this);
      if (!card) return;
      for (const button of words.querySelectorAll("button")) {
        if (button.hasAttribute("data-compare") && !canCompare(card.id)) continue;
        const own = /** @type {HTMLElement} */ (button.cloneNode(true));
        /** @type {HTMLElement} */ (own.lastElementChild).textContent = " " + card.title;
        this.append(own);
      }
      queue();
    }
  },
);

let queued = false;
/** Many cards come at once: the buttons are shown as they are after all of them. */
function queue() {
  if (queued) return;
  queued = true;
  queueMicrotask(() => {
    queued = false;
    update();
  });
}
for (const event of ["kept", "storage", "pageshow"]) addEventListener(event, update);
update();
