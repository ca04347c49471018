// Every page of both sites in a browser, on a narrow phone: nothing fails to
// load, nothing is asked of another site, nothing moves, nothing sticks out.
import { after, before, describe, test } from "node:test";
import { launch } from "./support/browser.mjs";
import { settle, unfold } from "./support/fold.mjs";
import { kinds } from "./support/kinds.mjs";
import { addressOf, filesOf } from "./support/pages.mjs";
import { Report } from "./support/report.mjs";
import { serve } from "./support/server.mjs";
import { sites } from "./support/site.mjs";

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
function sticksOut() {
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

for (const [site, dir] of Object.entries(sites)) {
  describe(`the ${site} in a browser`, () => {
    let browser, host;
    before(async () => {
      host = await serve(dir, "/sub/");
      browser = await launch();
    });
    after(async () => {
      await browser?.close();
      await host?.close();
    });

    test("every page at 320 px: no error, no other site, no sideways scroll, no shift", async () => {
      const context = await browser.newContext({ viewport: { width: 320, height: 640 } });
      await context.addInitScript(countShifts);
      const report = new Report();
      const files = filesOf(dir).filter((name) => name.endsWith(".html"));
      await Promise.all(
        Array.from({ length: tabs }, async () => {
          const page = await context.newPage();
          const seen = watch(page, host.origin);
          for (let file; (file = files.pop()); ) {
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
        }),
      );
      await context.close();
      report.check();
    });

    // WCAG 1.4.12: who reads more easily with wider text, sets it so.
    const widerText = () => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync("* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }");
      document.adoptedStyleSheets = [sheet];
    };

    for (const [name, width, change] of [
      ["at 1280 px", 1280, () => {}],
      ["at 600 px", 600, () => {}],
      ["with wider text at 400 px", 400, widerText],
    ]) {
      test(`each kind of page ${name}: no sideways scroll`, async () => {
        const report = new Report();
        const page = await browser.newPage({ viewport: { width, height: 800 } });
        for (const [kind, url] of Object.entries(kinds(dir))) {
          await page.goto(host.root + url, { waitUntil: "load" });
          await page.evaluate(change);
          await page.evaluate(settle);
          await page.evaluate(unfold);
          const out = await page.evaluate(sticksOut);
          if (out) report.add(out, `${kind}: ${url}`);
        }
        await page.close();
        report.check();
      });
    }

    // WCAG 1.4.4: who sets letters twice as large in the browser.
    test("each kind of page with letters twice as large: no sideways scroll", async () => {
      const report = new Report();
      const large = await launch(["--blink-settings=defaultFontSize=32"]);
      for (const width of [640, 1280]) {
        const page = await large.newPage({ viewport: { width, height: 800 } });
        for (const [kind, url] of Object.entries(kinds(dir))) {
          await page.goto(host.root + url, { waitUntil: "load" });
          await page.evaluate(settle);
          await page.evaluate(unfold);
          const out = await page.evaluate(sticksOut);
          if (out) report.add(out, `${kind} at ${width} px: ${url}`);
        }
        await page.close();
      }
      await large.close();
      report.check();
    });
  });
}
