/**
 * What a visitor hands over from the page of an entry: the address copied or
 * shared, cards or the page on paper.
 * @module
 */
import { cardFrom, print } from "../sheet/sheet.js";
import { copy, say } from "./copy.js";
import { speak } from "./speak.js";

const part = /** @type {HTMLElement | null} */ (document.querySelector(".handover"));
const status = /** @type {HTMLElement | null | undefined} */ (part?.querySelector("[role=status]"));

part?.addEventListener("click", async ({ target }) => {
  const button = target instanceof Element && target.closest("button");
  if (!button) return;
  const { dataset } = button;
  // Where no address is known, it is the one at which the page was found.
  const url = /** @type {HTMLElement} */ (part.querySelector("[data-copy]")).dataset.copy || location.href.split("#")[0];
  if (dataset.copy !== undefined) {
    const done = await copy(url);
    button.focus();
    say(button, status, done ? status?.dataset.done : status?.dataset.failed);
  } else if (dataset.record !== undefined) {
    const done = await copy(`${new Date().toLocaleDateString("nl-NL")}: ${dataset.record}`);
    button.focus();
    say(button, status, done ? status?.dataset.done : status?.dataset.failed);
  } else if (dataset.share !== undefined) {
    navigator.share({ title: document.querySelector("h1")?.textContent ?? "", url }).catch(() => {}); // closed by the visitor
  } else if (dataset.printCards !== undefined) {
    const card = cardFrom(document, location.href);
    if (card) print([card, ...Array.from({ length: 3 }, () => /** @type {HTMLElement} */ (card.cloneNode(true)))]);
  } else if (dataset.printPage !== undefined) {
    window.print();
  } else if (dataset.speak !== undefined) {
    speak(button);
  }
});
