// What can be seen of a page that loads: what fails, what is asked of another site,
// what moves, and what sticks out.
import { settle } from "./fold.mjs";
import { addressOf } from "./pages.mjs";

/** How far a page may move while it loads; 0.1 is what Web Vitals call good. */
const mayShift = 0.01;

const blocked = "Service Worker registration blocked by Playwright";

/** Watches a page, and gives what goes wrong in it. */
function watch(page, origin) {
  const wrong = [];
  const path = (url) => (url.startsWith(origin) ? url.slice(origin.length) : url);
  page.on("console", (message) => {
    if (message.text() === blocked) return; // launch has no service workers
    if (["error", "warning"].includes(message.type())) wrong.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => wrong.push(`script: ${error.message}`));
  page.on("request", (request) => {
    if (new URL(request.url()).origin !== origin) wrong.push(`elsewhere: ${request.url()}`);
  });
  page.on("requestfailed", (request) => {
    const why = request.failure()?.errorText;
    if (why !== "net::ERR_ABORTED") wrong.push(`failed: ${path(request.url())}: ${why}`); // aborted: the next page came first
  });
  page.on("response", (response) => {
    if (response.status() >= 400) wrong.push(`${response.status()}: ${path(response.url())}`);
  });
  return wrong;
}

/** Counts how far the page has moved; to be called before it loads. */
function countShifts() {
  window.shifted = 0;
  window.shifts = [];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (entry.hadRecentInput) continue;
      window.shifted += entry.value;
      for (const { node } of entry.sources) window.shifts.push(node?.outerHTML?.replace(/\s+/g, " ").slice(0, 80) ?? node?.nodeName ?? "?");
    }
  }).observe({ type: "layout-shift", buffered: true });
}

/** What sticks out of the page sideways, in the words of whoever has to mend it. */
export function sticksOut() {
  const page = document.documentElement;
  if (page.scrollWidth <= page.clientWidth) return "";
  const scrolls = (element) => element && element !== page && (["auto", "scroll", "hidden", "clip"].includes(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
  const out = [...document.body.querySelectorAll("*")].filter((element) => element.getBoundingClientRect().right > page.clientWidth + 1 && !scrolls(element.parentElement));
  const names = out.slice(-3).map((element) => `<${element.localName} class="${element.getAttribute("class") ?? ""}"> ${(element.textContent ?? "").replace(/\s+/g, " ").trim().slice(0, 40)}`);
  return `${page.scrollWidth} px wide in ${page.clientWidth} px: ${names.join(" / ")}`;
}

/** What there is to know of a page that has loaded. */
const measure = new Function(`return { out: (${sticksOut})(), shifted: window.shifted, shifts: window.shifts }`);

/** How many pages are looked at side by side. */
const tabs = 4;

/**
 * Looks at pages on a narrow phone, and adds what is wrong to a report.
 * @param {import("playwright-core").Browser} browser
 * @param {{origin: string, root: string}} host
 * @param {string[]} files of the site
 * @param {import("./report.mjs").Report} report
 */
export async function visit(browser, host, files, report) {
  const left = [...files];
  const context = await browser.newContext({ viewport: { width: 320, height: 640 } });
  await context.addInitScript(countShifts);
  const walk = async () => {
    const page = await context.newPage();
    const seen = watch(page, host.origin);
    for (let file; (file = left.pop()); ) {
      seen.length = 0;
      const look = async () => {
        await page.goto(host.root + addressOf(file), { waitUntil: "load" });
        await page.evaluate(settle);
        return page.evaluate(measure);
      };
      let { out, shifted, shifts } = await look();
      // On a busy machine a page may be painted before all of it is there. What moves every
      // time is a fault of the page.
      for (let again = 0; again < 2 && shifted > mayShift; again++) ({ out, shifted, shifts } = await look());
      if (out) seen.push(out);
      if (shifted > mayShift) seen.push(`moves while it loads: ${shifts.slice(0, 2).join(" / ")}`);
      for (const what of seen) report.add(what, file);
    }
  };
  await Promise.all(Array.from({ length: tabs }, walk));
  await context.close();
}
