/**
 * Has the browser keep the site for when there is no network. Not where the site
 * has switched that off: then its pages name no manifest.
 * @module
 */
import { address } from "../kept/store.js";

const { serviceWorker } = navigator;

const key = "kaartenbak-gezien"; // pages that may be left before there is a worker to tell

/** Takes them out of the tab. @returns {string[]} */
function seen() {
  try {
    const all = JSON.parse(sessionStorage.getItem(key) ?? "[]");
    sessionStorage.removeItem(key);
    return all;
  } catch {
    return []; // broken, or not allowed
  }
}

async function register() {
  const { pathname } = new URL(address("sw.js"), location.href);
  const first = !serviceWorker.controller;
  const registration = await serviceWorker.register(pathname.replace(/index\.html$/, ""));
  if (!first) registration.waiting?.postMessage("take over"); // which it does if this is the only page
  const { active } = await serviceWorker.ready;
  for (const page of new Set([...seen(), ...(first ? [location.href] : [])])) active?.postMessage({ seen: page });
  if (!first) await registration.update(); // a page may ask at once; a worker has to wait
}

if (serviceWorker && location.protocol !== "file:" && document.querySelector("link[rel=manifest]")) {
  if (!serviceWorker.controller) {
    try {
      sessionStorage.setItem(key, JSON.stringify([...seen(), location.href]));
    } catch {
      // not allowed: then this page is told if it stays
    }
  }
  // After all that this page needs.
  addEventListener("load", () => setTimeout(() => register().catch(() => {}), 500)); // refused by the browser: then not
}
