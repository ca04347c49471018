/**
 * The filters of a list are links to one choice, or to all of one kind. With script they
 * lead to the search page, with that choice or with these offered; there others are added
 * and counted.
 * @module
 */
import { address } from "../kept/store.js";

const list = /** @type {HTMLElement | null} */ (document.querySelector(".list[data-kind]"));
const kind = list?.dataset.kind ?? "";

for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll(".list[data-kind] .filter a"))) {
  if (link.matches(".all-values")) {
    link.href = `${address("zoeken/")}?soort=${kind}${link.hash.replace(`-${kind}-`, "-")}`;
    continue;
  }
  // /keuzehulpen/toegang/open/, or the page of a term: /aandoeningen/knie/#keuzehulpen
  const parts = link.pathname.slice(new URL(address(""), location.href).pathname.replace(/index\.html$/, "").length).split("/");
  const [key, value] = parts[0] === kind ? parts.slice(1) : parts;
  link.href = address("zoeken/") + "?" + new URLSearchParams({ soort: kind, [key]: value });
}
