/**
 * Reads the page of an entry: all that it shows stands in it once.
 * @module
 */
import { pass } from "../meeting/past.js";
import { address } from "./store.js";

/**
 * @param {string} id
 * @returns {Promise<{url: string, page: Document | undefined}>} without a page where there is none;
 *   it fails where the network does
 */
export function open(id) {
  const url = address(id + "/");
  // A request that gives a document: the policy of the site lets no text become HTML.
  const request = new XMLHttpRequest();
  request.open("GET", url);
  request.responseType = "document";
  return new Promise((resolve, reject) => {
    request.onerror = () => reject(new Error(url));
    request.onload = () => {
      if (request.status === 404) resolve({ url, page: undefined });
      else if (request.status === 200 && request.response) {
        pass(request.response);
        resolve({ url, page: request.response });
      }
      else reject(new Error(`${url}: ${request.status}`));
    };
    request.send();
  });
}
