/**
 * Has the browser keep the site for when there is no network. Not where the site
 * has switched that off: then its pages name no manifest.
 * @module
 */
import { address } from "../kept/store.js";

const { serviceWorker } = navigator;

const seen = "kaartenbak-gezien"; // pages that were left before there was a worker to tell

/** @returns {string[]} */
function early() {
  try {
    return JSON.parse(sessionStorage.getItem(seen) ?? "[]");
  } catch {
    return [];
  }
}

async function register() {
  const { pathname } = new URL(address("sw.js"), location.href);
  const first = !serviceWorker.controller;
  const registration = await serviceWorker.register(pathname.replace(/index\.html$/, ""));
  if (!first) {
    registration.waiting?.postMessage("take over"); // which it does if this is the only page
    registration.update(); // a page may ask at once; a worker has to wait
  }
  const { active } = await serviceWorker.ready;
  for (const page of early()) active?.postMessage({ seen: page });
  sessionStorage.removeItem(seen);
}

if (serviceWorker && location.protocol !== "file:" && document.querySelector("link[rel=manifest]")) {
  if (!serviceWorker.controller) {
    try {
      sessionStorage.setItem(seen, JSON.stringify([...new Set([...early(), location.href])]));
    } catch {
      // not allowed: then no page is told
    }
  }
  // After all that this page needs.
  addEventListener("load", () => setTimeout(() => register().catch(() => {}), 500)); // refused by the browser: then not
}
