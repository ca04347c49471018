/**
 * The buttons for the size of the letters and the contrast.
 * @module
 */
import { keep, settings, show } from "./settings.js";

/** @type {HTMLElement | null} */
const group = document.querySelector(".reading");

/** @param {import("./settings.js").Settings} wanted */
function press(wanted) {
  show(wanted);
  for (const button of group?.querySelectorAll("button") ?? []) {
    const { text, contrast } = button.dataset;
    button.ariaPressed = String(text ? text === wanted.text : contrast === wanted.contrast);
  }
}

let now = settings();
press(now);
group?.addEventListener("click", ({ target }) => {
  const button = target instanceof Element && target.closest("button");
  if (!button) return;
  const { text } = button.dataset;
  if (text === "1" || text === "2" || text === "3") now = { ...now, text };
  else now = { ...now, contrast: now.contrast === "more" ? "usual" : "more" };
  keep(now);
  press(now);
});
// Another tab, or a page that was kept by the browser while the choice changed.
for (const event of ["storage", "pageshow"]) addEventListener(event, () => press((now = settings())));
