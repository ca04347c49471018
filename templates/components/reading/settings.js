/**
 * How a visitor reads, kept on the device: the size of the letters and the
 * contrast. Without a choice, the contrast is what the device asks for.
 * @module
 */

const key = "kaartenbak-lezen";

/** @typedef {{text: "1" | "2" | "3", contrast: "usual" | "more"}} Settings */

/** @returns {Settings} */
export function settings() {
  /** @type {Partial<Settings>} */
  let kept = {};
  try {
    kept = JSON.parse(localStorage.getItem(key) ?? "") ?? {};
  } catch {
    // nothing kept, or nothing may be
  }
  const { text, contrast } = kept;
  const asked = matchMedia("(prefers-contrast: more)").matches ? "more" : "usual";
  return {
    text: text === "2" || text === "3" ? text : "1",
    contrast: contrast === "more" || contrast === "usual" ? contrast : asked,
  };
}

/** @param {Settings} wanted */
export function keep(wanted) {
  try {
    localStorage.setItem(key, JSON.stringify(wanted));
  } catch {
    // then it holds for this page
  }
}

/** @param {Settings} wanted */
export function show({ text, contrast }) {
  const { dataset } = document.documentElement;
  dataset.text = text;
  dataset.contrast = contrast;
}
