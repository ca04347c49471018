/**
 * What was filled in stays in the browser until it is wiped.
 * @module
 */

/** @typedef {{time: number, values: import("./data.js").Group, body: string, slug: string}} Draft */

/** @param {string} key */
export function draft(key) {
  return {
    /** @returns {Draft | undefined} */
    read: () => {
      try {
        const found = JSON.parse(localStorage.getItem(key) ?? "null");
        return found && typeof found.values === "object" ? found : undefined;
      } catch {
        return undefined;
      }
    },
    /** False where the browser keeps nothing. @param {Draft} kept */
    write: (kept) => {
      try {
        localStorage.setItem(key, JSON.stringify(kept));
        return true;
      } catch {
        return false;
      }
    },
    wipe: () => {
      try {
        localStorage.removeItem(key);
      } catch {
        // there was nothing
      }
    },
    /** Calls changed when another tab changes the draft. @param {() => void} changed */
    watch: (changed) => addEventListener("storage", (event) => event.key === key && changed()),
  };
}
