// Chromium for tests: CHROME, or what the system has.
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "playwright-core";

function find() {
  const names = process.env.CHROME ? [process.env.CHROME] : ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
  for (const name of names) {
    const places = name.includes("/") ? [name] : (process.env.PATH ?? "").split(delimiter).map((folder) => join(folder, name));
    for (const place of places) {
      try {
        accessSync(place, constants.X_OK);
        return place;
      } catch {
        // not here
      }
    }
  }
  throw new Error(`no browser: looked for ${names.join(", ")}; tests/install.sh installs one`);
}

/**
 * Starts a browser that asks nothing of the network by itself. Its pages have no
 * service worker, unless a context asks for it: what a page loads is the page's own.
 * @param {string[]} flags of the browser, beside those that every test has
 */
export async function launch(flags = []) {
  const browser = await chromium.launch({
    executablePath: find(),
    args: [
      "--no-sandbox", // it runs as root in CI
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      ...flags,
    ],
  });
  const newContext = browser.newContext.bind(browser);
  browser.newContext = (options = {}) => newContext({ serviceWorkers: "block", ...options });
  return browser;
}
