/**
 * Two to four entries side by side, by the fields in which they differ. Which
 * they are stands in the address: ?kaart=keuzehulpen/knie&kaart=...
 * @module
 */
import { open } from "../kept/open.js";
import { addressFor, asked, canCompare, most, read, write } from "../kept/store.js";

/** @typedef {{label: string, content: Node[], text: string, decides: boolean}} Cell the value of a field; whether it is one to decide by */
/** @typedef {{id: string, url: string, kind: string, title: string, cells: Map<string, Cell>}} Entry */

/** @param {Element | null | undefined} element */
const words = (element) => (element?.textContent ?? "").replace(/\s+/g, " ").trim();

/** The turn of a field among those at the top; the others follow, in the order of the page. @param {Element} field */
const turn = (field) => Number(field.getAttribute("data-turn")) || Infinity;

/** The value of a field: a row has it beside its name, and a list is a value as it is. @param {Element} field */
function valueOf(field) {
  const copy = document.importNode(field.querySelector(":scope > dd") ?? field, true);
  for (const element of [copy, ...copy.querySelectorAll("*")]) {
    for (const attribute of ["id", "aria-labelledby", "data-field", "data-label", "data-turn"]) element.removeAttribute(attribute);
  }
  return copy;
}

/**
 * What a page says of its entry, field by field; first what one has to know of it.
 * @param {string} id @param {string} url @param {Document} page @param {string} noticed the name of that row
 * @returns {Entry}
 */
function entry(id, url, page, noticed) {
  /** @type {Map<string, Cell>} */
  const cells = new Map();
  const notices = [...page.querySelectorAll(".first-words .notice > span")].map((notice) => make("p", words(notice)));
  cells.set("let-op", { label: noticed, content: notices, text: notices.map(words).join(" "), decides: true });
  const fields = [...page.querySelectorAll(".first-words [data-field], .choice [data-field], .open [data-field], .fact[data-field], .rows > .row[data-field]")];
  fields.sort((a, b) => (turn(a) === turn(b) ? 0 : turn(a) - turn(b)));
  for (const field of fields) {
    const key = field.getAttribute("data-field") ?? "";
    const label = field.getAttribute("data-label") ?? words(field.querySelector("dt"));
    if (!label || cells.has(key)) continue;
    const value = valueOf(field);
    for (const link of value.querySelectorAll("a[href]")) {
      const to = new URL(link.getAttribute("href") ?? "", new URL(url, location.href));
      link.setAttribute("href", to.origin === location.origin ? to.pathname + to.search + to.hash : to.href);
    }
    // "Open de keuzehulp" says the same of two aids, and leads to each of them.
    const text = [words(value), ...[...value.querySelectorAll("a")].map(({ href }) => href)].join(" ");
    cells.set(key, { label, content: value.matches("ul") ? [value] : [...value.childNodes], text, decides: turn(field) < Infinity });
  }
  return { id, url, kind: words(page.querySelector(".entry > .tab")), title: words(page.querySelector("h1")), cells };
}

/** @param {string} name @param {(string | Node)[]} content */
function make(name, ...content) {
  const element = document.createElement(name);
  element.append(...content);
  return element;
}

class Compare {
  /** @param {HTMLElement} host */
  constructor(host) {
    this.host = host;
    this.table = this.$(".compare-table");
    this.all = /** @type {HTMLInputElement} */ (this.$(".compare-all input"));
    /** @type {Entry[]} */
    this.entries = [];
    this.shown = 0;
    this.all.addEventListener("change", () => {
      history.replaceState(null, "", this.address(this.ids()));
      this.draw();
    });
    host.addEventListener("click", ({ target }) => {
      const button = target instanceof Element && target.closest("button");
      if (!button) return;
      const { id } = button.dataset;
      if (!id) return;
      const ids = button.hasAttribute("data-add") ? [...this.ids(), id] : this.ids().filter((other) => other !== id);
      history.pushState(null, "", this.address(ids));
      this.load();
      // What was pressed is gone: on with what is next to it.
      /** @type {HTMLElement | null} */ (host.querySelector(".chosen button, .compare-more button, .compare-more a"))?.focus();
    });
    addEventListener("popstate", () => this.load());
    if (asked().length === 0 && read("compared").length) history.replaceState(null, "", addressFor("vergelijken/", read("compared").map(({ id }) => id)));
    this.load();
  }

  /** @param {string} selector @returns {HTMLElement} */
  $(selector) {
    return /** @type {HTMLElement} */ (this.host.querySelector(selector));
  }

  /** @param {string} name */
  piece(name) {
    const { content } = /** @type {HTMLTemplateElement} */ (this.$("template"));
    return /** @type {HTMLElement} */ (content.querySelector(`[data-piece=${name}]`)?.cloneNode(true));
  }

  /** What the address asks for: four at most, all of the kind of the first. */
  ids() {
    const ids = asked().filter(canCompare);
    return ids.filter((id) => id.split("/")[0] === ids[0].split("/")[0]).slice(0, most);
  }

  /** The address of a comparison, with whether it shows what is alike. @param {string[]} ids */
  address(ids) {
    return addressFor("vergelijken/", ids) + (ids.length && this.all.checked ? "&alles" : "");
  }

  /** @param {string | undefined} text */
  say(text = "") {
    this.$("[role=status]").textContent = text;
  }

  async load() {
    const now = ++this.shown;
    this.host.dataset.status = "loading";
    this.all.checked = new URLSearchParams(location.search).has("alles");
    const ids = this.ids();
    const { dataset } = this.host;
    const titles = new Map(this.entries.map(({ id, title }) => [id, title]));
    for (const { id, title } of [...read("kept"), ...read("compared")]) titles.set(id, title);
    this.chosen(ids, titles);
    if (ids.length) this.say(dataset.waiting);
    try {
      const opened = await Promise.all(ids.map(async (id) => ({ id, ...(await open(id)) })));
      if (now !== this.shown) return;
      this.entries = opened.flatMap(({ id, url, page }) => (page ? [entry(id, url, page, dataset.notice ?? "")] : []));
    } catch {
      if (now !== this.shown) return;
      dataset.status = "error";
      this.chosen(ids, titles);
      return this.say(dataset.broken);
    }
    dataset.status = "ready";
    // An address that leads nowhere leaves the visitor's own choice alone.
    if (this.entries.length || !ids.length) write("compared", this.entries.map(({ id, kind, title }) => ({ id, kind, title })));
    this.chosen(this.entries.map(({ id }) => id), new Map(this.entries.map(({ id, title }) => [id, title])));
    const left = asked().length - this.entries.length;
    this.$(".compare-left").hidden = left === 0;
    this.$(".compare-left").textContent = ((left === 1 ? dataset.leftSingle : dataset.left) ?? "").replace("%d", String(left));
    this.draw();
  }

  /** @param {string[]} ids @param {Map<string, string>} titles */
  chosen(ids, titles) {
    const list = this.$(".chosen");
    const focus = list.contains(document.activeElement) ? document.activeElement?.getAttribute("data-id") : undefined;
    list.replaceChildren(
      ...ids.map((id) => {
        const item = this.piece("chosen");
        const [link, button] = [item.querySelector("a"), item.querySelector("button")];
        if (link && button) {
          link.textContent = titles.get(id) ?? id;
          link.href = addressFor(id + "/", []);
          button.dataset.id = id;
          /** @type {HTMLElement} */ (button.lastElementChild).textContent = (this.host.dataset.remove ?? "").replace("%s", link.textContent);
        }
        return item;
      }),
    );
    if (focus) /** @type {HTMLElement | null} */ (list.querySelector(`[data-id="${focus}"]`) ?? list.querySelector("button"))?.focus();
    const offered = read("kept").filter(({ id }) => canCompare(id) && !ids.includes(id) && (ids.length === 0 || id.split("/")[0] === ids[0].split("/")[0]));
    this.$("[data-offer]").replaceChildren(
      ...offered.map(({ id, title }) => {
        const item = this.piece("offer");
        const button = item.querySelector("button");
        if (button) {
          button.dataset.id = id;
          /** @type {HTMLElement} */ (button.lastElementChild).textContent = (this.host.dataset.add ?? "").replace("%s", title);
        }
        return item;
      }),
    );
    this.$(".compare-more").hidden = ids.length >= most || (ids.length > 0 && this.host.dataset.status === "loading");
  }

  draw() {
    const { entries } = this;
    const { dataset } = this.host;
    const enough = entries.length > 1;
    this.table.hidden = !enough;
    for (const part of [".compare-lone", ".compare-swipe"]) this.$(part).hidden = true;
    this.$(".compare-all").hidden = !enough;
    this.$(".compare-address").textContent = location.href;
    if (!enough) return this.say(dataset.few);
    const keys = [...new Set(entries.flatMap(({ cells }) => [...cells.keys()]))];
    // What is not known of one is no difference; it is shown beside what is known of another.
    const values = (/** @type {string} */ key) => entries.flatMap(({ cells }) => cells.get(key)?.text ?? []);
    const differ = keys.filter((key) => new Set(values(key)).size > 1);
    // What only one of them says is beside the point, unless it is how one opens it or for whom it is.
    const lone = keys.filter((key) => values(key).length === 1 && !entries.some(({ cells }) => cells.get(key)?.decides));
    const shown = keys.filter((key) => (this.all.checked ? values(key).some(Boolean) : !lone.includes(key) && (differ.includes(key) || values(key).length < entries.length)));
    const name = (/** @type {string} */ key) => entries.find(({ cells }) => cells.has(key))?.cells.get(key)?.label ?? "";
    const alone = this.$(".compare-lone");
    alone.hidden = this.all.checked || !lone.length;
    alone.textContent = (dataset.lone ?? "").replace("%s", () => lone.map(name).join(", "));
    this.$(".compare-swipe").hidden = entries.length < 3;
    const head = make("tr", make("td"));
    head.append(
      ...entries.map(({ title }) => {
        const cell = make("th", title);
        cell.setAttribute("scope", "col");
        return cell;
      }),
    );
    const rows = shown.map((key) => {
      const label = make("th", name(key));
      label.setAttribute("scope", "row");
      const row = make("tr", label);
      row.dataset.field = key;
      for (const { cells } of entries) {
        const known = cells.get(key);
        const cell = make("td", ...(known ? known.content.map((node) => node.cloneNode(true)) : [dataset.absent ?? ""]));
        if (!known) cell.className = "absent";
        row.append(cell);
      }
      return row;
    });
    // Of each value the column says whose it is; on a phone the columns are swiped.
    const table = make("table", make("caption", dataset.caption ?? ""), make("thead", head), make("tbody", ...rows));
    table.dataset.entries = String(entries.length);
    this.table.replaceChildren(table);
    this.say(differ.length === 0 ? dataset.alike : ((differ.length === 1 ? dataset.single : dataset.several) ?? "").replace("%d", String(differ.length)));
  }
}

customElements.define(
  "compare-cards",
  class extends HTMLElement {
    connectedCallback() {
      new Compare(this);
    }
  },
);
