/**
 * Says which addresses a script may come from, to browsers with Trusted Types:
 * beside this script, or one of two at the top of the site. There is no way here to
 * make HTML out of a text.
 * @module
 */

const own = document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : location.href;
const folder = new URL(".", own).href;
const others = ["../sw.js", "../latest.js"].map((name) => new URL(name, own).href);

/** @type {any} */ (globalThis).trustedTypes?.createPolicy("default", {
  /** @param {string} address */
  createScriptURL(address) {
    const { href } = new URL(address, document.baseURI);
    return href.startsWith(folder) || others.includes(href.split("?")[0]) ? address : null;
  },
});
