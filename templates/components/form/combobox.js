/**
 * A box that finds a term or an entry as one types, by any of its names.
 * @module
 */
import { count, t } from "./data.js";
import { h, icon, id } from "./dom.js";

/** @typedef {{id: string, label: string, names: string[], words: string[]}} Choice names mean the same; words only lead to it */

/** A text without accents, capitals and hyphens. @param {string} text */
const plain = (text) => text.normalize("NFD").replace(/\p{Mn}/gu, "").toLowerCase().replace(/[-\u2010\u2011\s]+/g, " ").trim();

/** How well a name answers what is asked: 0 is the name itself, 4 is not at all. @param {string} name @param {string} asked */
function answers(name, asked) {
  const at = plain(name);
  return at === asked ? 0 : at.startsWith(asked) ? 1 : at.includes(` ${asked}`) ? 2 : at.includes(asked) ? 3 : 4;
}

/**
 * The choices for what is typed: by their labels first, then by their other names, then
 * by the words that lead to them. All of them where nothing is typed.
 * @param {Choice[]} choices @param {string} text @returns {{choice: Choice, name: string}[]}
 */
function find(choices, text) {
  const asked = plain(text);
  /** @type {{choice: Choice, name: string, rank: number}[]} */
  const found = [];
  for (const choice of choices) {
    /** @type {[number, string]} */
    let best = [Infinity, ""];
    [[choice.label], choice.names, choice.words].forEach((names, i) => {
      for (const name of names) {
        const how = answers(name, asked);
        // An other name in full is as good as the start of a label, and better than a part of one.
        const rank = how === 4 ? Infinity : i === 1 && how === 0 ? 0.5 : 4 * i + how;
        if (rank < best[0]) best = [rank, name];
      }
    });
    if (best[0] < Infinity) found.push({ choice, name: best[1], rank: best[0] });
  }
  return found.sort((a, b) => a.rank - b.rank || a.choice.label.localeCompare(b.choice.label, "nl"));
}

/**
 * @param {{label: string, labelId: string, describedBy: string, choices: Choice[], many: boolean, changed: () => void}} options
 */
export function combobox({ label, labelId, describedBy, choices, many, changed }) {
  const list = h("ul", { role: "listbox", id: id(), "aria-label": label, hidden: true, class: "choices" });
  const input = h("input", {
    id: labelId, type: "text", role: "combobox", autocomplete: "off", autocapitalize: "none", spellcheck: "false", "aria-autocomplete": "list", "aria-expanded": "false",
    "aria-controls": list.id, "aria-describedby": describedBy,
  });
  const status = h("p", { class: "sr", role: "status" });
  const chips = h("ul", { class: "picked", role: "list" });
  /** @type {string[]} */
  let chosen = [];
  /** @type {{choice: Choice, name: string}[]} */
  let found = [];
  let active = -1;

  const labelOf = (/** @type {string} */ one) => choices.find((choice) => choice.id === one)?.label ?? one;
  /** The choice of which a text is the label or another name; none where two have that name. @param {string} text */
  const named = (text) => {
    const asked = plain(text);
    const own = choices.filter((choice) => choice.id === text.trim() || plain(choice.label) === asked);
    const all = own.length ? own : choices.filter((choice) => choice.names.some((name) => plain(name) === asked));
    return all.length === 1 ? all[0] : undefined;
  };
  const mean = (/** @type {string} */ text) => named(text)?.id ?? text.trim();

  function draw() {
    chips.replaceChildren(
      ...chosen.map((one, i) => {
        const remove = h("button", { type: "button", "aria-label": t("weg", labelOf(one)) }, icon("nee"));
        remove.addEventListener("click", () => {
          chosen.splice(i, 1);
          draw();
          input.focus();
          changed();
        });
        return h("li", { "data-key": String(i) }, h("span", {}, labelOf(one)), remove);
      }),
    );
    chips.hidden = !chosen.length;
  }

  function close() {
    list.hidden = true;
    input.ariaExpanded = "false";
    input.removeAttribute("aria-activedescendant");
    active = -1;
  }

  function open() {
    found = find(choices.filter((choice) => !many || !chosen.includes(choice.id)), input.value);
    list.replaceChildren(
      ...found.map(({ choice, name }, i) => {
        const option = h("li", { role: "option", id: `${list.id}-${i}`, "aria-selected": "false" }, h("span", {}, choice.label), name !== choice.label && h("small", {}, name));
        option.addEventListener("click", () => choose(choice));
        return option;
      }),
    );
    if (!found.length) list.replaceChildren(h("li", { class: "choices-none" }, t("niets-gevonden")));
    list.hidden = false;
    active = -1;
    input.ariaExpanded = "true";
    list.scrollTop = 0;
    status.textContent = found.length ? count("gevonden", found.length) : t("niets-gevonden");
  }

  /** @param {Choice} choice */
  function choose(choice) {
    if (many) {
      chosen.push(choice.id);
      input.value = "";
      draw();
    } else input.value = choice.label;
    status.textContent = t("gekozen", choice.label);
    close();
    changed();
  }

  /** @param {number} to */
  function move(to) {
    active = to;
    [...list.children].forEach((option, i) => option.setAttribute("aria-selected", String(i === active)));
    if (active < 0) return input.removeAttribute("aria-activedescendant");
    input.setAttribute("aria-activedescendant", list.children[active].id);
    list.children[active].scrollIntoView({ block: "nearest" });
  }

  input.addEventListener("input", () => {
    if (input.value.trim()) open();
    else close();
  });
  input.addEventListener("click", () => list.hidden && open());
  input.addEventListener("blur", () => {
    close();
    const text = input.value.trim();
    if (!many && text) {
      const one = named(text);
      if (one && input.value !== one.label) {
        input.value = one.label;
        changed();
      }
    }
    if (many && text) {
      // What was typed and not chosen counts too: the check says what is meant.
      const one = mean(text);
      if (!chosen.includes(one)) chosen.push(one);
      input.value = "";
      draw();
      changed();
    }
  });
  list.addEventListener("mousedown", (event) => event.preventDefault()); // the focus stays where it is
  input.addEventListener("keydown", (event) => {
    const { key } = event;
    if (event.isComposing) return;
    if (key === "ArrowDown" && list.hidden) open();
    else if (key === "ArrowDown" || key === "ArrowUp") {
      const step = key === "ArrowDown" ? 1 : -1;
      if (!found.length) return;
      move(((active + 1 + step + found.length + 1) % (found.length + 1)) - 1);
    } else if (key === "Escape" && !list.hidden) close();
    else if (key === "Enter" && !list.hidden && found.length) {
      // Only what was moved to, or what was typed in full: never the nearest in silence.
      const one = active >= 0 ? found[active].choice : named(input.value);
      if (one) choose(one);
      else status.textContent = t("kies-uit-lijst");
    }
    else if (key === "Backspace" && many && !input.value && chosen.length) {
      chosen.pop();
      draw();
      changed();
    } else return;
    event.preventDefault();
  });

  return {
    element: h("div", { class: "combobox" }, chips, h("div", { class: "combobox-box" }, input, list), status),
    read: () => {
      const text = input.value.trim();
      if (!many) return text && mean(text);
      return text ? [...chosen, mean(text)] : [...chosen];
    },
    /** @param {string[]} values */
    write: (values) => {
      chosen = many ? values : [];
      input.value = many ? "" : values.map(labelOf).join("");
      draw();
    },
  };
}
