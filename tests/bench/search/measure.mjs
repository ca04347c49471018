// Measures an engine in Chromium. Reads a job, one in JSON, from its input and
// writes what it measured to its output. The server counts and slows.
import { chromium } from "playwright-core";

let text = "";
for await (const piece of process.stdin) text += piece;
/** @type {{what: string, chromium: string, page: string, control: string, queries: string[], sessions: string[][], again: boolean}} */
const job = JSON.parse(text);
const browser = await chromium.launch({ executablePath: job.chromium, args: ["--no-sandbox", "--ignore-certificate-errors"] });

/** Runs in a browser that has nothing in its cache. @param {(page: import("playwright-core").Page) => Promise<any>} run */
async function fresh(run) {
  // What a service worker keeps it takes from the cache of the browser, which has nothing of a host with our certificate.
  const context = await browser.newContext({ ignoreHTTPSErrors: true, serviceWorkers: "block" });
  const page = await context.newPage();
  page.setDefaultTimeout(120_000);
  try {
    return await run(page);
  } finally {
    await context.close();
  }
}
/** @param {"on" | "off"} how */
const slow = (how) => fetch(job.control + "slow?" + how);
/** What the server sent since it was asked before: bytes and requests. */
const sent = async () => (await fetch(job.control + "sent")).json();
const shown = (page) => page.waitForFunction(() => document.documentElement.dataset.shown).then((h) => h.jsonValue()).then(Number);
const link = (q) => job.page + "?q=" + encodeURIComponent(q);

const jobs = {
  // Finds: what each query gives, and how long it takes with nothing and with everything in cache.
  finds: () =>
    fresh(async (page) => {
      await page.goto(job.page);
      const first = await page.evaluate((q) => bench.all(q), job.queries);
      const warm = job.again ? await page.evaluate((q) => bench.all(q), job.queries) : first;
      return { ids: first.map((r) => r.ids), ms: warm.map((r) => r.ms) };
    }),
  // Bytes: of the first search, of six, and of one that is typed.
  async bytes() {
    const out = { first: [], six: [], typed: [] };
    for (const queries of job.sessions) {
      await sent();
      await fresh(async (page) => {
        await page.goto(link(queries[0]));
        await shown(page);
        await page.waitForLoadState("networkidle");
        const first = await sent();
        out.first.push(first);
        for (const q of queries.slice(1)) await page.evaluate((q) => bench.ask(q), q);
        await page.waitForTimeout(100);
        const more = await sent();
        out.six.push({ bytes: first.bytes + more.bytes, requests: first.requests + more.requests });
      });
      await sent();
      await fresh(async (page) => {
        await page.goto(job.page);
        await page.evaluate(() => bench.ready());
        await page.evaluate((q) => bench.type(q, false), queries[0]);
        await page.waitForTimeout(100);
        out.typed.push(await sent());
      });
    }
    return out;
  },
  // Session: a whole visit to the search page of a site. Says how many each query finds.
  session: () =>
    fresh(async (page) => {
      await page.goto(job.page);
      const found = [];
      for (const query of job.queries) {
        await page.fill("#zoek", "");
        await page.locator("#zoek").pressSequentially(query, { delay: 30 });
        await page.waitForFunction((query) => {
          const { searchStatus, searchQuery } = document.querySelector("[data-search-status]").dataset;
          return searchStatus === "ready" && searchQuery === query;
        }, query);
        found.push(await page.locator("[data-search-result]").count());
      }
      await page.evaluate(() => document.querySelector("input[name=soort]").click());
      await page.selectOption("select", "naam");
      await page.waitForLoadState("networkidle");
      return found;
    }),
  // Speed: on a slow network, from the click to results and from the last key to results; 0 if there are none.
  async speed() {
    await slow("on");
    const out = { cold: [], key: [], hurried: [] };
    for (const queries of job.sessions) {
      out.cold.push(
        await fresh(async (page) => {
          await page.goto(link(queries[0]));
          return shown(page);
        }),
      );
      for (const how of ["key", "hurried"]) {
        out[how].push(
          await fresh(async (page) => {
            await page.goto(job.page);
            await page.evaluate(() => bench.ready());
            await page.waitForLoadState("networkidle");
            return page.evaluate(([q, hurried]) => bench.type(q, hurried), [queries[0], how === "hurried"]);
          }),
        );
      }
    }
    await slow("off");
    return out;
  },
};
try {
  process.stdout.write(JSON.stringify(await jobs[job.what]()));
} finally {
  await browser.close();
}
