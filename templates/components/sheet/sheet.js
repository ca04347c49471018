/**
 * Entries as cards on paper: A6, four to a sheet of A4, with the address spelled
 * out and its QR code. Nothing is cut: what does not fit gets smaller letters,
 * then loses its least important lines, and then a note has its lines behind
 * each other.
 * @module
 */

/**
 * @typedef {object} Card
 * @property {string} kind collection
 * @property {string} label
 * @property {string} title
 * @property {string} site
 * @property {string} summary
 * @property {string[]} notices
 * @property {string} decision
 * @property {{label: string, text: string}[]} facts
 * @property {string} address
 * @property {string} note of the visitor
 * @property {Element | null} code
 */

/** @param {Element | null | undefined} element */
const text = (element) => (element?.textContent ?? "").replace(/\s+/g, " ").trim();

/** A value in one line: the screen has its commas from the style sheet. @param {Element | null} value */
function line(value) {
  if (!value) return "";
  const items = [...value.querySelectorAll(":scope > .values > li, :scope > .texts > li")].map(text);
  const groups = [...value.querySelectorAll(".groups > li")].map((group) => [...group.querySelectorAll("dd")].map(text).join(", "));
  const others = [...value.querySelectorAll(":scope > :is(p, span)")].map(text);
  return [items.join(", "), groups.join("; "), ...others].filter(Boolean).join(". ").replace(/([.!?])\. /g, "$1 ");
}

/**
 * The card of the entry on a page, or undefined where the page has none.
 * @param {Document} page @param {string} url of the page
 * @returns {Card | undefined}
 */
export function cardFrom(page, url) {
  const entry = page.querySelector(".entry");
  if (!entry) return undefined;
  // The most important first: what does not fit goes from the end.
  const facts = [...entry.querySelectorAll("[data-patient]")]
    .sort((a, b) => Number(a.getAttribute("data-patient")) - Number(b.getAttribute("data-patient")))
    .map((fact) => ({ label: text(fact.querySelector("dt")), text: line(fact.querySelector("dd")) }));
  return {
    kind: /\bkind-(\w+)/.exec(entry.className)?.[1] ?? "",
    label: text(entry.querySelector(".tab")),
    title: text(entry.querySelector("h1")),
    site: text(page.querySelector(".site-name")),
    summary: text(entry.querySelector(".lead")),
    notices: [...entry.querySelectorAll(".notice")].map(text),
    decision: text(entry.querySelector(".decision p:last-child")),
    facts,
    address: text(entry.querySelector(".qr-address")) || page.querySelector("link[rel=canonical]")?.getAttribute("href") || url.split(/[?#]/)[0],
    note: "",
    code: entry.querySelector(".qr"),
  };
}

/** @param {string} name @param {string} className @param {(string | Node | undefined)[]} content */
function make(name, className, ...content) {
  const element = document.createElement(name);
  element.className = className;
  element.append(...content.filter((part) => part !== undefined));
  return element;
}

/** An address that goes on to the next line behind a slash, and not in a word. @param {string} address */
const breakable = (address) => address.split(/(?<=\/)(?!\/)/).flatMap((part) => [part, make("wbr", "")]);

/** @param {Card} card */
function draw(card) {
  const facts = make("dl", "sheet-facts", ...card.facts.map(({ label, text }) => make("div", "", make("dt", "", label), make("dd", "", text))));
  return make(
    "article",
    `sheet-card kind-${card.kind}`,
    make("p", "sheet-kind", card.label),
    make("h2", "", card.title),
    ...card.notices.map((notice) => make("p", "sheet-notice", notice)),
    make("p", "sheet-decision", card.decision || card.summary),
    facts,
    card.note ? make("p", "sheet-note", card.note) : undefined,
    make("div", "sheet-foot", card.code ? document.importNode(card.code, true) : undefined, make("p", "", ...breakable(card.address), make("small", "", card.site))),
  );
}

/** @param {HTMLElement} card */
const tooLong = (card) => card.scrollHeight > card.clientHeight;

/** @param {HTMLElement} card */
function fit(card) {
  for (const size of ["2", "3", "4"]) {
    if (!tooLong(card)) return;
    card.dataset.size = size;
  }
  while (tooLong(card)) {
    const last = card.querySelector(".sheet-facts > :last-child");
    if (!last) break;
    last.remove();
  }
  const note = card.querySelector(".sheet-note");
  if (note && tooLong(card)) note.textContent = (note.textContent ?? "").trim().split(/\s*\n\s*/).join(" / ");
}

/** Prints cards. @param {Card[]} cards */
export function print(cards) {
  document.querySelector(".sheets")?.remove();
  const sheets = make("div", "sheets", ...cards.map(draw));
  document.body.append(sheets);
  for (const card of sheets.children) fit(/** @type {HTMLElement} */ (card));
  const { dataset } = document.documentElement;
  dataset.print = "cards";
  addEventListener(
    "afterprint",
    () => {
      delete dataset.print;
      sheets.remove();
    },
    { once: true },
  );
  window.print();
}
