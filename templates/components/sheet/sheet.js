/**
 * Entries as cards on paper: A6, four to a sheet of A4. Each page has the card of its
 * entry, as a patient takes it home; here it gets its QR code and the note of the
 * visitor. All cards have the same size of letter, the largest with which they fit. Of
 * one that does not even fit with the smallest, the last facts go, and then a note has
 * its lines behind each other.
 * @module
 */
import { pass } from "../meeting/past.js";

/**
 * The card of the entry on a page, or undefined where the page has none to take home.
 * @param {Document} page @param {string} url of the page, where no address of the site is known
 * @param {string} [note] of the visitor
 */
export function cardFrom(page, url, note) {
  const template = /** @type {HTMLTemplateElement | null} */ (page.querySelector("template[data-sheet]"));
  if (!template) return undefined;
  const box = document.createElement("div");
  box.append(document.importNode(template.content, true));
  pass(box);
  const card = /** @type {HTMLElement} */ (box.querySelector(".sheet-card"));
  const foot = /** @type {HTMLElement} */ (card.querySelector(".sheet-foot"));
  for (const address of card.querySelectorAll(".sheet-address")) {
    address.replaceChildren(...breakable(address.textContent || url.split(/[?#]/)[0]));
  }
  const code = page.querySelector(".handover .qr");
  if (code) foot.prepend(document.importNode(code, true));
  if (note) {
    const own = document.createElement("p");
    own.className = "sheet-note";
    own.textContent = note;
    foot.before(own);
  }
  return card;
}

/** An address that goes on to the next line behind a slash, and not in a word. @param {string} address */
const breakable = (address) => address.split(/(?<=\/)(?!\/)/).flatMap((part) => [part, document.createElement("wbr")]);

/** @param {HTMLElement} card */
const tooLong = (card) => card.scrollHeight > card.clientHeight;

/** The sizes of letter, as sheet.css has them, the largest first. */
const sizes = ["1", "2", "3", "4", "5", "6"];

/** @param {HTMLElement} sheets @param {HTMLElement[]} cards */
function fit(sheets, cards) {
  for (const size of sizes) {
    sheets.dataset.size = size;
    if (!cards.some(tooLong)) return;
  }
  for (const card of cards) {
    while (tooLong(card)) {
      const last = card.querySelector(".sheet-facts > :last-child");
      if (!last) break;
      last.remove();
    }
    const note = card.querySelector(".sheet-note");
    if (note && tooLong(card)) note.textContent = (note.textContent ?? "").trim().split(/\s*\n\s*/).join(" / ");
  }
}

/** The paper of cards. A named page would do, but Firefox gives it the margins of all others. */
const paper = "@page { size: A4; margin: 0 }";

/** Prints cards. @param {HTMLElement[]} cards */
export function print(cards) {
  document.querySelector(".sheets")?.remove();
  const sheets = document.createElement("div");
  sheets.className = "sheets";
  sheets.append(...cards);
  document.body.append(sheets);
  fit(sheets, cards);
  const { dataset } = document.documentElement;
  dataset.print = "cards";
  const style = new CSSStyleSheet();
  style.replaceSync(paper);
  document.adoptedStyleSheets.push(style);
  addEventListener(
    "afterprint",
    () => {
      delete dataset.print;
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== style);
      sheets.remove();
    },
    { once: true },
  );
  window.print();
}
