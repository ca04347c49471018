// The page of the editors: what it lists is what the program counts, each with the
// way to put it right.
import assert from "node:assert/strict";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { launch } from "./support/browser.mjs";
import { kaartenbak, newProject } from "./support/command.mjs";
import { serve } from "./support/server.mjs";
import { content, sites, today } from "./support/site.mjs";

describe("the page of the editors", () => {
  let browser, host, page;
  before(async () => {
    host = await serve(sites.fixture, "/sub/");
    browser = await launch();
    page = await browser.newPage({ viewport: { width: 360, height: 740 } });
    await page.goto(`${host.root}redactie/`);
  });
  after(async () => {
    await browser?.close();
    await host?.close();
  });

  const list = (key) => page.locator(`section[aria-labelledby="werk-${key}"] .work-items > li`);
  const stats = () => JSON.parse(kaartenbak(["stats", "--format", "json", "--content", content.fixture, "--today", today]).out);

  test("lists as many as the program counts, and names them", async () => {
    const total = stats().find(({ collection }) => collection === "totaal");
    const names = await list("verouderd").allTextContents();
    assert.ok(names.some((name) => name.includes("Verzonnen verouderde keuzehulp")), names.join());
    assert.ok(names.length > 0 && names.length <= total.stale);
    assert.ok((await list("los").count()) <= total.unlinked && (await list("los").count()) > 0);
    const due = await list("nakijken").allTextContents();
    assert.ok(due.some((name) => name.includes("Verzonnen keuzehulp voor alle aandoeningen") && name.includes("1 februari 2025")), due.join());
  });

  test("shows each number in the table, and as a bar beside it", async () => {
    const figures = await page.locator(".figures").evaluateAll((figures) =>
      figures.map((figure) =>
        [...figure.querySelectorAll("tbody tr")].map((row) => {
          const [room, bar] = [...row.querySelectorAll("rect")].map((rect) => rect.getBoundingClientRect().width);
          return { name: row.querySelector("th").textContent, value: parseFloat(row.querySelector("td").textContent), room, bar };
        }),
      ),
    );
    assert.equal(figures.length, 3);
    for (const rows of figures) {
      const longest = Math.max(...rows.map(({ value }) => value));
      for (const { name, value, room, bar } of rows) {
        assert.ok(room > 60, `${name}: there are ${room} px to draw in`);
        assert.ok(Math.abs(bar / room - value / longest) <= 0.011, `${name}: ${bar} of ${room} for ${value} of ${longest}`); // a percentage is rounded
      }
    }
  });

  test("opens its lists by keyboard, and each entry leads to where it is corrected", async () => {
    const fold = page.locator('section[aria-labelledby="werk-los"] summary');
    await fold.focus();
    await page.keyboard.press("Enter");
    const link = list("los").first().locator(".more");
    assert.ok(await link.isVisible());
    const to = new URL(await link.evaluate((link) => link.href));
    const file = to.pathname.replace(/^\/sub\//, "") + "index.html";
    assert.ok(existsSync(join(sites.fixture, file)), file);
    if (to.hash) assert.ok(readFileSync(join(sites.fixture, file), "utf8").includes(`id="${to.hash.slice(1)}"`), to.hash);
  });

  test("is not for search engines, and names its calendar", async () => {
    assert.equal(await page.locator("meta[name=robots]").getAttribute("content"), "noindex");
    const calendar = readFileSync(join(sites.fixture, "redactie.ics"), "utf8");
    assert.match(calendar, /SUMMARY:Nakijken: Verzonnen keuzehulp voor alle aandoeningen/);
    assert.match(calendar, /DTSTART;VALUE=DATE:20250201/);
  });

  test("tells of dead addresses what the last report says", async (t) => {
    const dir = newProject(t);
    const report = [
      { file: "content/keuzehulpen/volledig.md", line: 9, column: 7, rule: "webadres-antwoordt-niet", severity: "warning", message: "https://keuzehulp.example/verzonnenitis: 404", hint: "" },
      { file: "content/keuzehulpen/kaal.md", line: 1, column: 1, rule: "verouderd", severity: "warning", message: "iets anders", hint: "" },
    ];
    writeFileSync(join(dir, "content/webadressen.json"), JSON.stringify(report));
    assert.equal(kaartenbak(["build", "--today", today], dir).code, 0);
    const html = readFileSync(join(dir, "public/redactie/index.html"), "utf8");
    const part = html.slice(html.indexOf('id="werk-dood"'), html.indexOf('id="werk-moeilijk"'));
    assert.match(part, /keuzehulpen\/volledig\/[^]*https:\/\/keuzehulp\.example\/verzonnenitis: 404/);
    assert.doesNotMatch(part, /iets anders/);
  });
});
