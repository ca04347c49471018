// What is folded up, for tests that look at all of a page. These functions run
// in the page.

/**
 * Opens what is folded up in a part of the page, but for what then lies over the
 * page, such as a menu. That is marked, and its number is given. In a window of
 * another width it may be asked again.
 */
export function unfold(part = "html") {
  let over = 0;
  for (const details of document.querySelectorAll(`${part} details`)) {
    const was = details.open && !("unfolded" in details.dataset);
    delete details.dataset.over;
    if (!was) details.dataset.unfolded = "";
    details.open = true;
    const lies = [...details.children].some((child) => child.localName !== "summary" && ["absolute", "fixed"].includes(getComputedStyle(child).position));
    if (lies && !was) {
      details.open = false;
      details.dataset.over = String(over++);
    }
  }
  return over;
}

/** Opens what lies over the page, the one with this number and no other. */
export function openOver(number) {
  for (const details of document.querySelectorAll("details[data-over]")) details.open = details.dataset.over === String(number);
}

/** Waits until a page shows what it has to get first: what was found, or cards. */
export async function settle() {
  const status = () => document.querySelector("[data-search-status=loading], [data-status=loading]") && "loading";
  for (let tries = 0; status() === "loading" && tries < 200; tries++) await new Promise((resolve) => setTimeout(resolve, 50));
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
}
