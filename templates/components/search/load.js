/**
 * Gets the search script, and which index there is, when a search box gets the
 * focus, not before. The search page has them in its head.
 * @module
 */
import { latestScript } from "../latest/latest.js";

/** @param {EventTarget | null} at what has the focus */
function load(at) {
  const box = at instanceof Element && at.closest("search-box:not([data-loaded])");
  if (!(box instanceof HTMLElement)) return;
  box.dataset.loaded = "";
  for (const src of [latestScript, box.dataset.scriptSrc]) {
    if (!src) continue;
    const script = document.createElement("script");
    script.async = false; // in this order, but all at once
    script.src = src;
    document.head.append(script);
  }
}
addEventListener("focusin", ({ target }) => load(target));
load(document.activeElement); // it may have been there first

// Without its script the search page has the same way out as without its index;
// what shows no results yet shows all ways in.
addEventListener(
  "error",
  ({ target }) => {
    const found = document.querySelector("search-page:not(:defined) [data-search-status]");
    if (!(found instanceof HTMLElement) || !(target === window || target instanceof HTMLScriptElement)) return;
    found.dataset.searchStatus = "error";
    const { dataset } = document.documentElement;
    if (dataset.search === "overview") delete dataset.search;
  },
  true,
);
