// Without network: after one visit the shell, the pages that were seen and the
// search are there; a new build takes the place of the old one as a whole; and a
// site can take it all back.
import assert from "node:assert/strict";
import { appendFileSync, cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { launch } from "./support/browser.mjs";
import { kaartenbak, newProject } from "./support/command.mjs";
import { serve } from "./support/server.mjs";
import { base, sites, today } from "./support/site.mjs";

describe("without network", () => {
  let browser;
  before(async () => {
    browser = await launch();
  });
  after(async () => browser?.close());

  /** A visitor whose browser may keep the site. */
  async function visitor(from = browser) {
    const context = await from.newContext({ serviceWorkers: "allow", viewport: { width: 360, height: 740 } });
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    return page;
  }

  /** A host that is gone after the test, whatever comes of it. */
  async function open(t, dir) {
    const host = await serve(dir, "/sub/");
    t.after(() => host.close().catch(() => {})); // closed in the test already
    return host;
  }

  /** Waits until the browser keeps a page, and gives the version that it is of. */
  const kept = (page, url) =>
    page.evaluate(async (url) => {
      for (let tries = 0; tries < 150; tries++) {
        for (const key of await caches.keys()) if (await (await caches.open(key)).match(url)) return key.split(" ")[2];
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      throw new Error(`${url} is not kept`);
    }, url);

  test("what was seen, the shell and the search are there", async (t) => {
    const host = await open(t, sites.fixture);
    const page = await visitor();
    await page.goto(`${host.root}keuzehulpen/volledig/`);
    await kept(page, page.url());
    await page.goto(`${host.root}keuzehulpen/kaal/`);
    await kept(page, page.url());
    await host.close();

    for (const [url, heading] of [["keuzehulpen/volledig/", "Verzonnen keuzehulp bij verzonnenitis"], ["keuzehulpen/kaal/?x=1#bronnen", "Verzonnen kale keuzehulp"], ["", "Vind de keuzehulp die past"], ["aandoeningen/", "Aandoeningen van A tot Z"]]) {
      await page.goto(host.root + url);
      assert.equal(await page.locator("h1").innerText(), heading);
      assert.notEqual(await page.evaluate(() => getComputedStyle(document.body).backgroundColor), "rgba(0, 0, 0, 0)", "styled");
    }
    await page.goto(`${host.root}zoeken/?q=verzonnenitis`);
    await page.locator('[data-search-status="ready"] [data-search-result]').first().waitFor();
    await page.goto(`${host.root}vergelijken/?kaart=keuzehulpen/volledig&kaart=keuzehulpen/kaal`);
    await page.locator(".compare-table tbody tr").first().waitFor();
    await page.goto(`${host.root}keuzehulpen/algemeen/`);
    assert.equal(page.url(), `${host.root}zonder-internet/`, "what was not seen says so");
    assert.equal(await page.locator("h1").innerText(), "Zonder internet");
    await page.context().close();
  });

  test("what was opened by its code is not kept", async (t) => {
    const host = await open(t, sites.catalogue);
    const page = await visitor();
    await page.goto(host.root);
    await kept(page, page.url());
    await page.goto(`${host.root}code/icpc/L90/`);
    await page.goto(`${host.root}keuzehulpen/icd-keuzehulp/`);
    await kept(page, page.url());
    const all = await page.evaluate(async () => (await Promise.all((await caches.keys()).map(async (key) => (await (await caches.open(key)).keys()).map(({ url }) => url)))).flat());
    assert.deepEqual(all.filter((url) => url.includes("/code/")), []);
    await page.context().close();
  });

  test("a page that is kept does not wait for a host that hangs", async (t) => {
    let hangs = false;
    const host = await serve(sites.fixture, "/sub/", { instead: () => hangs });
    t.after(() => host.close());
    const page = await visitor();
    await page.goto(`${host.root}keuzehulpen/kaal/`);
    await kept(page, page.url());
    await page.goto(`${host.root}keuzehulpen/`);
    hangs = true;
    await page.goto(`${host.root}keuzehulpen/kaal/`, { timeout: 12_000 });
    assert.equal(await page.locator("h1").innerText(), "Verzonnen kale keuzehulp");
    await page.context().close();
  });

  test("what is no asset is not kept as one", async (t) => {
    const form = readFileSync(join(sites.fixture, "insturen/keuzehulp/index.html"), "utf8").match(/assets\/form[^"]*\.js/)[0];
    let broken = true;
    const host = await serve(sites.fixture, "/sub/", {
      instead: (request, response) => {
        if (!broken || !request.url.includes(form)) return false;
        response.writeHead(200, { "Content-Type": "text/html; charset=utf-8" });
        response.end("<!doctype html><title>Even geduld</title>");
        return true;
      },
    });
    t.after(() => host.close());
    const page = await visitor();
    await page.goto(host.root);
    await kept(page, page.url());
    await page.goto(`${host.root}insturen/keuzehulp/`);
    const stored = () => page.evaluate(async (name) => (await Promise.all((await caches.keys()).map(async (key) => (await (await caches.open(key)).keys()).map(({ url }) => url)))).flat().filter((url) => url.includes(name)), form);
    await page.evaluate(async (url) => (await fetch(url)).text(), host.root + form);
    assert.deepEqual(await stored(), []);
    broken = false;
    for (const query of ["", "?1", "?2"]) await page.evaluate(async (url) => (await fetch(url)).text(), host.root + form + query);
    assert.deepEqual(await stored(), [host.root + form]);
    await page.context().close();
  });

  test("a first page that is left at once is kept too", async (t) => {
    const host = await open(t, sites.fixture);
    const page = await visitor();
    await page.goto(`${host.root}keuzehulpen/volledig/`, { waitUntil: "domcontentloaded" });
    const first = page.url();
    await page.goto(`${host.root}keuzehulpen/`);
    assert.ok(await kept(page, first));
    await page.context().close();
  });

  test("the site can be put on a home screen", async (t) => {
    const manifest = JSON.parse(readFileSync(join(sites.fixture, "manifest.webmanifest"), "utf8"));
    assert.equal(manifest.name, "Verzonnen kaartenbak");
    for (const { src, sizes, type } of manifest.icons) {
      const file = readFileSync(join(sites.fixture, src));
      if (type !== "image/png") continue;
      assert.equal(`${file.readUInt32BE(16)}x${file.readUInt32BE(20)}`, sizes, src); // in the header of a PNG
    }
    const host = await open(t, sites.fixture);
    const whole = await launch({ whole: true }); // a home screen is none of the page's business
    t.after(() => whole.close());
    const page = await visitor(whole);
    await page.goto(host.root);
    const client = await page.context().newCDPSession(page);
    const { errors } = await client.send("Page.getAppManifest");
    assert.deepEqual(errors, []);
    const { installabilityErrors } = await client.send("Page.getInstallabilityErrors");
    assert.deepEqual(installabilityErrors.map(({ errorId }) => errorId), ["in-incognito"], "only that this browser keeps nothing");
  });

  /** Builds a project in its folder named public. */
  function build(dir) {
    const { code, err } = kaartenbak(["build", "--base-url", base, "--today", today], dir);
    assert.equal(code, 0, err);
  }

  test("a new build takes the place of the old one as a whole", async (t) => {
    const dir = newProject(t);
    build(dir);
    cpSync(join(dir, "public"), join(dir, "old"), { recursive: true });
    const host = await open(t, join(dir, "public"));
    const page = await visitor();
    await page.goto(`${host.root}keuzehulpen/volledig/`);
    const old = await kept(page, page.url());
    await page.goto(`${host.root}keuzehulpen/kaal/`);
    await kept(page, page.url());

    for (const id of ["volledig", "kaal", "algemeen"]) appendFileSync(join(dir, `content/keuzehulpen/${id}.md`), "\nEen nieuwe zin die er eerst niet was.\n");
    build(dir);
    const now = readFileSync(join(dir, "public/build.txt"), "utf8").trim();
    assert.notEqual(now, old);

    // With network the new page is shown, and the old build does not keep it.
    await page.goto(`${host.root}keuzehulpen/algemeen/`);
    assert.match(await page.locator("main").innerText(), /Een nieuwe zin/);
    for (let tries = 0; ; tries++) {
      // The browser takes its time to look for a new worker. One that waits takes over when a page has loaded.
      await page.evaluate(async (old) => {
        const waits = !!(await navigator.serviceWorker.getRegistration())?.waiting;
        const changed = async () => !!(await navigator.serviceWorker.getRegistration())?.waiting !== waits || !(await caches.keys()).some((key) => key.endsWith(old));
        for (let tries = 0; tries < 60 && !(await changed()); tries++) await new Promise((resolve) => setTimeout(resolve, 100));
      }, old);
      await page.goto(`${host.root}keuzehulpen/algemeen/`);
      const keys = await page.evaluate(() => caches.keys());
      // Whatever is kept, each cache is of one build.
      const pages = await page.evaluate(async () => {
        const all = [];
        for (const key of await caches.keys()) {
          const cache = await caches.open(key);
          for (const { url } of await cache.keys()) if (url.endsWith("/")) all.push({ version: key.split(" ")[2], url, text: await (await cache.match(url)).text() });
        }
        return all;
      });
      for (const { version, url, text } of pages) {
        const folder = version === old ? "old" : "public";
        assert.equal(text, readFileSync(join(dir, folder, url.slice(host.root.length), "index.html"), "utf8"), `${url} in ${version}`);
      }
      if (keys.length === 1 && keys[0].endsWith(now)) break;
      assert.ok(tries < 5, `the new build does not come: ${keys}: ${await page.evaluate(async () => { const { installing, waiting, active } = await navigator.serviceWorker.getRegistration(); return [installing?.state, waiting?.state, active?.state].join(); })}`);
    }
    await host.close();
    for (const id of ["volledig", "kaal"]) { // seen in the old build only
      await page.goto(`${host.root}keuzehulpen/${id}/`);
      assert.match(await page.locator("main").innerText(), /Een nieuwe zin/, id);
    }
    await page.context().close();
  });

  test("a site that switches it off is forgotten by who kept it", async (t) => {
    const dir = newProject(t);
    build(dir);
    const host = await open(t, join(dir, "public"));
    const page = await visitor();
    await page.goto(host.root);
    await kept(page, page.url());
    appendFileSync(join(dir, "content/site.yaml"), "offline: nee\n");
    build(dir);
    for (let visits = 1; ; visits++) { // at each the browser looks for a new worker, when it has the time
      await page.goto(host.root);
      const left = await page.evaluate(async () => {
        const here = async () => [...(await navigator.serviceWorker.getRegistrations()).map(({ installing, waiting, active }) => `${installing?.state} ${waiting?.state} ${active?.state}`), ...(await caches.keys())];
        for (let tries = 0; tries < 50 && (await here()).length; tries++) await new Promise((resolve) => setTimeout(resolve, 100));
        return here();
      });
      if (left.length === 0) break;
      assert.ok(visits < 5, `the browser still keeps the site: ${left}`);
    }
    await page.goto(`${host.root}keuzehulpen/`);
    await page.waitForTimeout(800); // longer than a page waits before it asks to be kept
    assert.equal(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length), 0);
    await page.context().close();
  });
});
