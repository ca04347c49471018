/**
 * Copies a text, and says on the button that it did.
 * @module
 */

/** Says something on a button for a while, and aloud. @param {Element} button @param {Element | null | undefined} status @param {string | undefined} text */
export function say(button, status, text = "") {
  const words = button.querySelector("span");
  if (status) status.textContent = text;
  if (!words || words.dataset.was !== undefined) return;
  words.dataset.was = words.textContent ?? "";
  words.textContent = text;
  setTimeout(() => {
    words.textContent = words.dataset.was ?? "";
    delete words.dataset.was;
    if (status) status.textContent = "";
  }, 3000);
}

/** @param {string} text @returns {Promise<boolean>} whether it is on the clipboard */
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Not allowed here, or not over http: by way of a selected field.
    const field = document.createElement("textarea");
    field.value = text;
    field.className = "sr";
    document.body.append(field);
    field.select();
    const done = document.execCommand("copy");
    field.remove();
    return done;
  }
}
