// The server for authors: a saved file shows in the open page by itself, and
// what is wrong with the content shows over the page until it is mended.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { launch } from "./support/browser.mjs";
import { kaartenbak, newProject } from "./support/command.mjs";
import { program } from "./support/site.mjs";

/** How long a change may take to be seen, on a machine that does much else. */
const soon = { timeout: 60_000 };

/** Starts the server in a project, on a free port, and gives its address. */
async function start(t, dir) {
  const child = spawn(program, ["serve", "--addr", "127.0.0.1:0"], { cwd: dir, stdio: ["ignore", "pipe", "pipe"] });
  const ended = new Promise((resolve) => child.on("exit", (code) => resolve(code)));
  let said = "";
  const url = await new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`no address within 60 s: ${said}`)), 60_000);
    const hear = (data) => {
      said += data;
      const found = /^(http:\/\/127\.0\.0\.1:\d+)$/m.exec(said);
      if (found) {
        clearTimeout(timer);
        resolve(found[1]);
      }
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    child.on("exit", (code) => reject(new Error(`the server stopped with ${code}: ${said}`)));
  });
  t.after(async () => {
    child.kill("SIGKILL");
    await ended;
  });
  return { url, child, ended, said: () => said };
}

function edit(file, from, to) {
  const text = readFileSync(file, "utf8");
  assert.ok(text.includes(from), `${file} has no ${JSON.stringify(from)}`);
  writeFileSync(file, text.replace(from, to));
}

describe("serve", () => {
  let browser;
  before(async () => {
    browser = await launch();
  });
  after(() => browser?.close());

  test("shows an edit, an error and its mending in the open page", async (t) => {
    const dir = newProject(t);
    const file = join(dir, "content/keuzehulpen/kaal.md");
    const { url } = await start(t, dir);
    const page = await browser.newPage();
    t.after(() => page.close());
    const problems = page.locator("#kaartenbak-problems");
    await page.goto(`${url}/keuzehulpen/kaal/`);
    await page.getByText("Over deze verzonnen keuzehulp is weinig bekend.").waitFor(soon);

    edit(file, "Over deze verzonnen keuzehulp is weinig bekend.", "Nu is er verzonnen meer bekend.");
    await page.getByText("Nu is er verzonnen meer bekend.").waitFor(soon);

    edit(file, "titel:", "titeel:");
    await problems.getByText("content/keuzehulpen/kaal.md:3:1").waitFor(soon);
    await problems.getByText("titeel").first().waitFor(soon);
    assert.ok(await page.getByText("Nu is er verzonnen meer bekend.").isVisible(), "the last good page stays");
    assert.ok(await problems.evaluate((box) => box.open), "an error is unfolded");

    edit(file, "titeel:", "titel:");
    await problems.getByText("titeel").first().waitFor({ state: "detached", ...soon });
    assert.equal(await page.locator("h1").innerText(), "Verzonnen kale keuzehulp");
  });

  test("sees a new entry, and one that is gone", async (t) => {
    const dir = newProject(t);
    const { url } = await start(t, dir);
    const page = await browser.newPage();
    t.after(() => page.close());
    await page.goto(`${url}/toolkits/`);
    assert.equal(kaartenbak(["new", "toolkits", "Verzonnen nieuwe toolkit"], dir).code, 0);
    await page.getByRole("link", { name: "Verzonnen nieuwe toolkit" }).waitFor(soon);
    rmSync(join(dir, "content/toolkits/verzonnen-nieuwe-toolkit.md"));
    await page.getByRole("link", { name: "Verzonnen nieuwe toolkit" }).waitFor({ state: "detached", ...soon });
    assert.equal((await page.goto(`${url}/toolkits/verzonnen-nieuwe-toolkit/`)).status(), 404);
  });

  test("takes templates, styles and interface texts from the project, and shows their changes", async (t) => {
    const dir = newProject(t, { templates: true });
    const { url } = await start(t, dir);
    const page = await browser.newPage();
    t.after(() => page.close());
    await page.goto(url);
    const layout = join(dir, "templates/layout.html");
    const was = readFileSync(layout, "utf8");
    writeFileSync(layout, was.replace("</body>", '<p id="proef">Verzonnen regel in het sjabloon</p>\n</body>'));
    await page.getByText("Verzonnen regel in het sjabloon").waitFor(soon);

    writeFileSync(join(dir, "templates/site.css"), `${readFileSync(join(dir, "templates/site.css"), "utf8")}\n#proef { color: rgb(1, 2, 3) }\n`);
    await page.waitForFunction(() => getComputedStyle(document.getElementById("proef") ?? document.body).color === "rgb(1, 2, 3)", null, soon);

    writeFileSync(layout, was.replace("{{define", "{{definieer"));
    await page.locator("#kaartenbak-problems").getByText("layout.html").waitFor(soon);
    writeFileSync(layout, was);
    await page.locator("#kaartenbak-problems").getByText("layout.html").waitFor({ state: "detached", ...soon });
    assert.equal(await page.locator("#proef").count(), 0);
  });

  test("starts on broken content, says what is wrong, and recovers", async (t) => {
    const dir = newProject(t);
    const file = join(dir, "content/nieuws/kaal.md");
    edit(file, "datum:", "datm:");
    const { url, said } = await start(t, dir);
    const page = await browser.newPage();
    t.after(() => page.close());
    await page.goto(url);
    await page.locator("#kaartenbak-problems").getByText("datm").first().waitFor(soon);
    assert.match(said(), /content\/nieuws\/kaal\.md:\d+:\d+: .*\[onbekend-veld\]/);
    edit(file, "datm:", "datum:");
    await page.locator("h1").waitFor(soon);
  });

  test("answers as a host does: 404, folders, kinds of files, no other methods", async (t) => {
    const { url } = await start(t, newProject(t));
    const get = (path, options) => fetch(url + path, { redirect: "manual", ...options });
    const missing = await get("/niets/");
    assert.equal(missing.status, 404);
    assert.match(await missing.text(), /<h1/);
    const folder = await get("/keuzehulpen?a=b");
    assert.equal(folder.status, 301);
    assert.equal(new URL(folder.headers.get("location"), `${url}/keuzehulpen?a=b`).href, `${url}/keuzehulpen/?a=b`);
    for (const [path, kind] of [["/", "text/html"], ["/data/catalogus.json", "application/json"], ["/data/nieuws.csv", "text/csv"], ["/data/nieuws.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"], ["/bijeenkomsten.ics", "text/calendar"], ["/keuzehulpen/kaal/kaart.md", "text/markdown"]]) {
      const answer = await get(path);
      assert.equal(answer.status, 200, path);
      assert.ok(answer.headers.get("content-type").startsWith(kind), `${path}: ${answer.headers.get("content-type")}`);
    }
    assert.equal((await get("/", { method: "POST" })).status, 405);
    for (const path of ["/../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/keuzehulpen/..%2f..%2fgo.mod"]) {
      const text = await (await get(path)).text();
      assert.doesNotMatch(text, /root:|^module /m, path);
    }
  });

  test("turns away a page that has its own name point here", async (t) => {
    const { url } = await start(t, newProject(t));
    const status = await new Promise((resolve, reject) => {
      request(url, { headers: { Host: "kwaadaardig.example" } }, (answer) => resolve(answer.resume().statusCode)).on("error", reject).end();
    });
    assert.equal(status, 403);
  });

  test("stops at an interrupt, and says so with 0", async (t) => {
    const { child, ended, url } = await start(t, newProject(t));
    const page = await browser.newPage();
    t.after(() => page.close());
    await page.goto(url); // keeps a connection open
    child.kill("SIGINT");
    assert.equal(await ended, 0);
  });

  test("fails as a machine does on an address that is taken, and as a user does when used wrongly", async (t) => {
    const dir = newProject(t);
    const { url } = await start(t, dir);
    assert.equal(kaartenbak(["serve", "--addr", new URL(url).host], dir).code, 3);
    assert.equal(kaartenbak(["serve", "--content", "nergens"], dir).code, 3);
    assert.equal(kaartenbak(["serve", "extra"], dir).code, 2);
  });
});
