/**
 * A page that was made last week and is looked at today: a meeting that was to
 * come may be over. It is then shown as in a page that is made today.
 * @module
 */

/**
 * Shows as past what is past, in a page, in a part of it, or in a page that was fetched.
 * @param {Document | Element} part
 */
export function pass(part) {
  const now = new Date();
  // As data-ends has it: 2027-09-02, by the clock of the visitor. A date by locale would load all that the browser knows of locales.
  const today = new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
  for (const box of part.querySelectorAll("[data-ends]")) {
    if ((box.getAttribute("data-ends") ?? "") >= today) continue;
    box.querySelector(".open")?.remove(); // there is no signing up any more
    for (const said of box.querySelectorAll("[data-past]")) {
      if (said instanceof HTMLTemplateElement) said.replaceWith(said.content);
      else {
        said.textContent = said.getAttribute("data-past");
        said.classList.add("unknown");
      }
    }
    const item = box.closest("li");
    const group = box.closest("[data-to-come], .card-group[data-past]");
    if (item && group) leave(item, group);
  }
}

/** Takes a card from those to come, to those that were where the page has these. @param {Element} item @param {Element} group */
function leave(item, group) {
  const list = item.parentElement;
  const past = group.getAttribute("data-past");
  if (past) among(group, past).prepend(item);
  else item.remove();
  if (list?.firstElementChild) return;
  if (past) return group.remove();
  const none = group.querySelector("template");
  list?.replaceWith(none?.content ?? "");
}

/** The list of those that were: on its way from those to come, or new. @param {Element} group @param {string} heading */
function among(group, heading) {
  const id = "geweest";
  let past = document.getElementById(id);
  if (!past) {
    past = /** @type {HTMLElement} */ (group.cloneNode(true));
    past.id = id;
    past.removeAttribute("data-past");
    past.querySelector("h2")?.replaceChildren(heading);
    past.querySelector("ul.cards")?.replaceChildren();
    group.after(past);
  }
  return /** @type {Element} */ (past.querySelector("ul.cards"));
}
