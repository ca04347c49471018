/**
 * Gets the search script and the index when a search box gets the focus, not
 * before. The search page has them in its head.
 * @module
 */

addEventListener("focusin", (event) => {
  const box = event.target instanceof Element && event.target.closest("search-box");
  if (!(box instanceof HTMLElement) || box.dataset.loaded) return;
  box.dataset.loaded = "yes";
  // The script comes first: the index calls it.
  for (const src of [box.dataset.scriptSrc, box.dataset.indexSrc, box.dataset.cardsSrc]) {
    if (!src) continue;
    const script = document.createElement("script");
    script.async = false; // in this order, but all at once
    script.src = src;
    document.head.append(script);
  }
});

// Without its script the search page has the same way out as without its index.
addEventListener(
  "error",
  (event) => {
    const found = document.querySelector("search-page:not(:defined) [data-search-status]");
    if (!(event.target instanceof HTMLScriptElement) || !(found instanceof HTMLElement)) return;
    found.dataset.searchStatus = "error";
    document.documentElement.dataset.search = "results";
  },
  true,
);
