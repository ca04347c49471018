/**
 * Reads the page of an entry: all that it shows stands in it once.
 * @module
 */
import { pass } from "../meeting/past.js";
import { address, idOf } from "./store.js";

/**
 * @param {string} id
 * @param {boolean} [moved] it was sent on from another address
 * @returns {Promise<{url: string, page: Document | undefined}>} without a page where there is none;
 *   it fails where the network does
 */
export function open(id, moved = false) {
  const url = address(id + "/");
  // A request that gives a document: the policy of the site lets no text become HTML.
  const request = new XMLHttpRequest();
  request.open("GET", url);
  request.responseType = "document";
  return new Promise((resolve, reject) => {
    request.onerror = () => reject(new Error(url));
    request.onload = () => {
      /** @type {Document | null} */
      const page = request.status === 200 ? request.response : null;
      const target = page?.querySelector("meta[http-equiv=refresh]")?.getAttribute("content")?.split(/url=/i)[1];
      if (target && !moved) resolve(open(idOf(new URL(target, request.responseURL).href), true));
      else if (request.status === 404 || (page && !page.querySelector(".entry"))) resolve({ url, page: undefined });
      else if (page) {
        pass(page);
        resolve({ url, page });
      }
      else reject(new Error(`${url}: ${request.status}`));
    };
    request.send();
  });
}
