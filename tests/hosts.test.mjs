// The site where there is no host, or where the host says nothing: the policy of
// the meta element holds, and what a page needs still works.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { launch } from "./support/browser.mjs";
import { program, project } from "./support/site.mjs";

describe("without a host", () => {
  let browser;
  let dir;
  before(async () => {
    dir = mkdtempSync(join(tmpdir(), "kaartenbak-portable-"));
    execFileSync(program, ["build", "--portable", "--out", dir], { cwd: project, stdio: "ignore" });
    browser = await launch();
  });
  after(async () => {
    await browser?.close();
    rmSync(dir, { recursive: true, force: true });
  });

  test("opens from a disk: pages, links and the search", async () => {
    const page = await browser.newPage();
    const said = [];
    page.on("console", (message) => message.type() === "error" && said.push(message.text()));
    page.on("pageerror", (error) => said.push(String(error)));
    await page.goto(pathToFileURL(join(dir, "index.html")).href);
    await page.locator("main a[href*='keuzehulpen/']").first().click();
    assert.match(page.url(), /^file:.*index\.html/);
    await page.goto(pathToFileURL(join(dir, "zoeken/index.html")).href + "?q=knie");
    await page.waitForSelector("[data-search-status=ready] [data-search-result]");
    await page.locator("[data-search-result]").first().click();
    await page.waitForURL(/(keuzehulpen|praktijkvoorbeelden|toolkits)\/.*index\.html/);
    assert.deepEqual(said, []);
    await page.close();
  });

  test("the meta element holds a page to the policy", async () => {
    const page = await browser.newPage();
    await page.goto(pathToFileURL(join(dir, "index.html")).href);
    const outcome = await page.evaluate(async () => {
      const blocked = [];
      addEventListener("securitypolicyviolation", (event) => blocked.push(event.effectiveDirective));
      const script = document.createElement("script");
      script.append("globalThis.inlineRan = true");
      document.head.append(script);
      const style = document.createElement("style");
      style.textContent = "body { display: none }";
      document.head.append(style);
      const thrown = {};
      for (const [name, attempt] of Object.entries({
        html: () => { document.createElement("p").innerHTML = "<b>x</b>"; },
        elsewhere: () => { document.createElement("script").src = "https://elsewhere.example/x.js"; },
        page: () => { document.createElement("script").src = "index.html"; },
      })) {
        try {
          attempt();
          thrown[name] = false;
        } catch (error) {
          thrown[name] = error instanceof TypeError;
        }
      }
      await new Promise((resolve) => setTimeout(resolve, 100));
      return { ran: "inlineRan" in globalThis, hidden: getComputedStyle(document.body).display === "none", thrown, blocked };
    });
    assert.equal(outcome.ran, false);
    assert.equal(outcome.hidden, false);
    assert.deepEqual(outcome.thrown, { html: true, elsewhere: true, page: true });
    assert.ok(outcome.blocked.includes("style-src-elem"), outcome.blocked.join());
    await page.close();
  });

  test("the meta element says what netlify.toml says, but for what it cannot", () => {
    const [, header] = /Content-Security-Policy = "(.*)"/.exec(readFileSync(join(project, "netlify.toml"), "utf8")) ?? [];
    const [, meta] = /<meta http-equiv="Content-Security-Policy" content="(.*?)">/.exec(readFileSync(join(dir, "index.html"), "utf8")) ?? [];
    const parts = (policy) => policy.replaceAll("&#39;", "'").split("; ");
    assert.deepEqual(parts(meta), parts(header).filter((part) => !part.startsWith("frame-ancestors ")));
    const file = readFileSync(join(dir, "_headers"), "utf8");
    assert.ok(file.includes(`Content-Security-Policy: ${header}\n`), file);
  });
});
