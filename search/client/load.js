/**
 * Loads the files of an index by script tags. Each file calls
 * kaartenbakIndex(index, part, payload) for what it holds; that works from
 * any host, below any path, and from disk.
 * @module
 */

/** @typedef {(file: string) => Promise<void>} Load gets a file that then calls {@link register} */

/** @type {Map<string, string>} payloads by index and part, until they are read */
const payloads = new Map();

/** @param {string} index @param {string} part @param {string} payload */
export function register(index, part, payload) {
  payloads.set(index + " " + part, payload);
}

/** Takes a payload out of what was registered. @param {string} index @param {string} part */
export function take(index, part) {
  const key = index + " " + part;
  const payload = payloads.get(key);
  payloads.delete(key);
  return payload;
}

/**
 * Runs the script at an address.
 * @param {string} address
 * @returns {Promise<void>}
 */
export const loadScript = (address) =>
  new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.onload = () => (script.remove(), resolve());
    script.onerror = () => (script.remove(), reject(new Error("cannot load " + address)));
    script.src = address;
    document.head.append(script);
  });

/**
 * A loader of files beside each other.
 * @param {string} base address of the folder, with a slash at the end
 * @returns {Load}
 */
export function scripts(base) {
  /** @type {any} */ (globalThis).kaartenbakIndex = register;
  return (file) => loadScript(base + file);
}
