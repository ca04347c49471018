// How tests report many wrong things at once: each thing with the places where
// it is wrong.

/** The most that is shown of what is wrong, so that a report can be read. */
const things = 25;
const places = 4;

/** Gathers wrong things, and fails a test with all of them. */
export class Report {
  /** @type {Map<string, string[]>} */
  #found = new Map();

  /**
   * @param {string} what is wrong
   * @param {string} where
   */
  add(what, where) {
    this.#found.set(what, [...(this.#found.get(what) ?? []), where]);
  }

  /** Fails unless nothing was added. */
  check() {
    if (this.#found.size === 0) return;
    const lines = [...this.#found]
      .sort(([, a], [, b]) => b.length - a.length)
      .slice(0, things)
      .map(([what, where]) => {
        const more = where.length > places ? [`and ${where.length - places} more`] : [];
        return [what, ...where.slice(0, places), ...more].join("\n      ");
      });
    if (this.#found.size > things) lines.push(`and ${this.#found.size - things} more things`);
    const error = new Error(`${this.#found.size} wrong\n  ${lines.join("\n  ")}`);
    error.stack = error.message; // where it was found says nothing; what was found does
    throw error;
  }
}
