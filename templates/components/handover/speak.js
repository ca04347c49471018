/**
 * Reads the page of an entry aloud, where the device has a Dutch voice.
 * @module
 */

const speech = window.speechSynthesis;

const voice = () => speech?.getVoices().find(({ lang }) => /^nl\b/i.test(lang.replace("_", "-")));

/** What is read: the words of the first screen, and then the story. */
function texts() {
  const parts = document.querySelectorAll(".entry h1, .first-words .lead, .first-words .notice, .choice h2, .option-names :is(p, li), .who :is(dt, dd), .story :is(h2, h3, h4, p, li)");
  return [...parts].map((part) => (part instanceof HTMLElement ? part.innerText.trim() : "")).filter(Boolean);
}

/** The button that was pressed, as long as it speaks. @type {HTMLButtonElement | undefined} */
let speaking;
let words = "";

function done() {
  if (!speaking) return;
  speaking.ariaPressed = "false";
  /** @type {HTMLElement} */ (speaking.querySelector("span")).textContent = words;
  speaking = undefined;
}

/** Begins, or stops. @param {HTMLButtonElement} button */
export function speak(button) {
  const stop = Boolean(speaking);
  speech.cancel();
  done();
  const dutch = voice();
  if (stop || !dutch) return;
  speaking = button;
  button.ariaPressed = "true";
  const label = /** @type {HTMLElement} */ (button.querySelector("span"));
  words = label.textContent ?? "";
  label.textContent = button.dataset.stop ?? "";
  const all = texts();
  all.forEach((text, i) => {
    const said = new SpeechSynthesisUtterance(text); // one for each part: long ones are cut off
    said.voice = dutch;
    said.lang = dutch.lang;
    if (i === all.length - 1) said.onend = done;
    said.onerror = done;
    speech.speak(said);
  });
}

const show = () => {
  if (voice()) document.documentElement.dataset.voice = "";
};
if (speech && document.querySelector("[data-speak]")) {
  show();
  speech.addEventListener?.("voiceschanged", show);
  addEventListener("pagehide", () => {
    speech.cancel(); // it would go on on the next page
    done();
  });
}
