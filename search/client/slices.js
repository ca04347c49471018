/**
 * Work in slices: to read much of an index at once keeps a slow phone busy for so
 * long that a tap in between seems lost.
 * @module
 */

const slice = 8; // ms before others get their turn: some 60 on a phone that is eight times as slow

/** @type {{yield?: () => Promise<void>} | undefined} newer than what the types know */
const scheduler = /** @type {any} */ (globalThis).scheduler;

/** Leaves the browser to the visitor for a moment. The work goes on before other scripts do, where the browser knows how. */
export const giveWay = () => scheduler?.yield?.() ?? new Promise((resolve) => setTimeout(resolve));

/** When the slice at hand ends. All work shares it, for it shares the browser. */
let end = 0;

/**
 * Does work that yields where it can wait.
 * @template T
 * @param {Generator<void, T>} work
 * @returns {Promise<T>}
 */
export async function inSlices(work) {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
    if (performance.now() < end) continue;
    await giveWay();
    end = performance.now() + slice;
  }
}
