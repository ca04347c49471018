// The page that every engine gets: a list of results, and hands to measure with.
import { open } from "ENGINE";

const list = document.querySelector("ol");
const opened = open();

/** @param {{title: string, card: string}[]} hits */
function show(hits) {
  list.replaceChildren(
    ...hits.map(({ title, card }) => {
      const item = document.createElement("li");
      const name = document.createElement("strong");
      name.textContent = title;
      item.append(name, " ", String(card).slice(0, 160));
      return item;
    }),
  );
  return hits.map((h) => h.id);
}

/** Asks, and shows what came. @param {string} text */
async function ask(text) {
  return show(await (await opened).search(text));
}

/**
 * Types a text, and says how long after the last key its results were there, if
 * there are any: with the pause that the engine makes for the next key, or without it.
 * @param {string} text @param {boolean} hurried
 */
async function type(text, hurried) {
  const engine = await opened;
  const press = hurried ? engine.hurried : engine.typed;
  for (let n = 1; n < text.length; n++) {
    press?.(text.slice(0, n))?.catch?.(() => {});
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
  const last = performance.now();
  const found = hurried || !press ? await ask(text) : show(await press(text));
  return found.length ? performance.now() - last : 0;
}

/** Asks many, and says what was found and how long each took. @param {string[]} texts */
async function all(texts) {
  const { search } = await opened;
  const out = [];
  for (const text of texts) {
    const start = performance.now();
    const hits = await search(text);
    out.push({ ids: hits.map((h) => h.id), ms: performance.now() - start });
  }
  return out;
}

Object.assign(globalThis, { bench: { ask, type, all, ready: () => opened.then(() => true) } });
const asked = new URLSearchParams(location.search).get("q");
if (asked) ask(asked).then((found) => (document.documentElement.dataset.shown = String(found.length ? performance.now() : 0)));
