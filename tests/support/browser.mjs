// The browser of the tests: Chromium, which is CHROME or what the system has; or with
// BROWSER=firefox the Firefox of the system, for the files that make soak runs in it.
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "playwright-core";

/** Browsers with windows, which are not seen in a test. */
const complete = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** Chromium without anything around the page: it shows the same in half the time. */
const bare = ["chromium-headless-shell"];

/** The first of these programs that is there. @param {string[]} names */
function find(names) {
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
 * It starts in half a second, so that each file of tests has one of its own.
 * @param {object} [options]
 * @param {string[]} [options.flags] of the browser, beside those that every test has
 * @param {boolean} [options.whole] with all that a visitor's browser has around the page
 */
export async function launch({ flags = [], whole = false } = {}) {
  if (process.env.BROWSER === "firefox") return launchFirefox();
  const names = process.env.CHROME ? [process.env.CHROME] : whole ? complete : [...bare, ...complete];
  const browser = await chromium.launch({
    executablePath: find(names),
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

/**
 * Firefox as it is installed, by WebDriver BiDi. The Playwright of the other tests asks
 * it for colours that it cannot pretend to have; an earlier one does not. That one gives
 * the size of paper in inches, and BiDi takes it in centimetres.
 * @returns {Promise<import("playwright-core").Browser>}
 */
async function launchFirefox() {
  const { firefox } = /** @type {any} */ (await import("playwright-firefox"));
  const browser = await firefox.launch({ executablePath: find(["firefox-esr", "firefox"]), channel: "moz-firefox" });
  const newContext = browser.newContext.bind(browser);
  browser.newContext = async (/** @type {object} */ options) => {
    const context = await newContext(options);
    context.on("page", (/** @type {any} */ page) => {
      const pdf = page.pdf.bind(page);
      page.pdf = () => pdf({ width: "21in", height: "29.7in" }); // A4
    });
    return context;
  };
  return browser;
}
