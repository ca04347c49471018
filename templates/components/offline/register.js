/**
 * Has the browser keep the site for when there is no network. Not where the site
 * has switched that off: then its pages name no manifest.
 * @module
 */
import { address } from "../kept/store.js";

const { serviceWorker } = navigator;

async function register() {
  const { pathname } = new URL(address("sw.js"), location.href);
  const first = !serviceWorker.controller;
  const registration = await serviceWorker.register(pathname.replace(/index\.html$/, ""));
  if (!first) {
    registration.waiting?.postMessage("take over"); // which it does if this is the only page
    return registration.update(); // a page may ask at once; a worker has to wait
  }
  const { active } = await serviceWorker.ready;
  active?.postMessage({ seen: location.href }); // this page was there before the worker was
}

if (serviceWorker && location.protocol !== "file:" && document.querySelector("link[rel=manifest]")) {
  // After all that this page needs.
  addEventListener("load", () => setTimeout(() => register().catch(() => {}), 500)); // refused by the browser: then not
}
