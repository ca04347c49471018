// The editing system, as an editor uses it: Decap CMS from its package, on a real
// git repository by way of decap-server. What it saves passes the check as it is,
// and of what somebody wrote by hand no value is lost.
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { request as ask } from "node:http";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { parse } from "yaml";
import { launch } from "./support/browser.mjs";
import { kaartenbak, newProject } from "./support/command.mjs";
import { least, source } from "./support/form.mjs";
import { freePort } from "./support/port.mjs";
import { serve } from "./support/server.mjs";
import { project, today } from "./support/site.mjs";

/** How long anything may take, in ms, on a slow machine. */
const patience = 30_000;

const dir = newProject({ after: (remove) => process.on("exit", remove) });
const git = (...args) => execFileSync("git", args, { cwd: dir, encoding: "utf8", timeout: patience });
const packages = join(project, "tests/node_modules/.packages");
const out = join(dir, ".git/uit"); // where git does not see it
const build = () => kaartenbak(["build", "--out", out, "--today", today, "--packages", packages], dir);
const path = (collection, slug) => `content/${collection}/${slug}.md`;
const read = (collection, slug) => readFileSync(join(dir, path(collection, slug)), "utf8");

/** Written by hand, with what a program could take for something else. */
const byHand = {
  keuzehulpen: `---
# Een verzonnen kaart.
titel: 1984
samenvatting: |
  Verzonnen tekst met een streep:

  ---

  en - een: "dubbele punt", # geen commentaar
beslissing: "ja"
aandoeningen: [algemeen]
instrumenten: [onbekend]
doelgroep: >
  Een verzonnen
  regel.

  Nog een regel.
niet_voor: Onbekend
link: https://keuzehulp.example/?a=1&b=%20
toegang: onbekend
kosten: gratis
talen: onbekend
minuten: onbekend
makers: onbekend
financiering: ~tilde
status: actueel
uitgebracht: 2021
herzien: medio 2021-10
bijwerken: 1e3 is geen getal hier
richtlijn: onbekend
ipdas: {aandoening: ja, opties: onbekend}
varianten: [0123, 1.10, 0x1F, 12345678901234567890]
leeftijd: {van: 18, tot: onbekend}
nagekeken: 2026-01-02
bronnen:
- titel: "Verzonnen 'bron' met: leestekens"
  uitgever: null of niets
  datum: 2020-01
---
Tekst met \\<haken\\>, \`code\` en een regeleinde.\\
Daaronder **vet**.
`,
  bijeenkomsten: `---
titel: Verzonnen avond
samenvatting: Een verzonnen avond.
datum: 2026-12-01
begin: 19.00
eind: 21:30
status: gepland
regios: onbekend
doelgroep: Verzonnen mensen.
organisatoren: onbekend
bronnen: onbekend
archief: onbekend
---
onbekend
`,
};

let browser, host, page, decap;
const outside = [];

before(async () => {
  const site = join(dir, "content/site.yaml");
  writeFileSync(site, readFileSync(site, "utf8").replace("code.example", "github.com") + "redactiesysteem: ja\n");
  for (const [collection, text] of Object.entries(byHand)) writeFileSync(join(dir, path(collection, "met-de-hand")), text);
  git("init", "-q", "-b", "hoofd");
  git("config", "user.name", "Test");
  git("config", "user.email", "test@kaartenbak.example");
  git("add", ".");
  git("commit", "-q", "-m", "Begin");
  const built = build();
  assert.equal(built.code, 0, built.err);

  const port = await freePort();
  const server = createRequire(import.meta.url).resolve("decap-server/dist/index.js");
  decap = spawn(process.execPath, [server], { env: { ...process.env, MODE: "git", GIT_REPO_DIRECTORY: dir, BIND_HOST: "127.0.0.1", PORT: String(port), LOG_LEVEL: "error" }, stdio: "ignore" });
  await answers(port);
  // The system as it was built, but for the place of the repository: not a forge, and on this address.
  const instead = (request, response) => {
    if (request.url === "/admin/config.yml") {
      response.end(`${readFileSync(join(out, "admin/config.yml"), "utf8")}local_backend: {url: "${host.origin}/api/v1"}\n`);
    } else if (request.url.startsWith("/api/")) {
      const passed = ask({ host: "127.0.0.1", port, path: request.url, method: request.method, headers: request.headers, timeout: patience }, (answer) => {
        response.writeHead(answer.statusCode, answer.headers);
        answer.pipe(response);
      });
      passed.on("error", () => response.destroy());
      request.pipe(passed);
    } else return false;
    return true;
  };
  host = await serve(out, "/", { instead });
  browser = await launch();
  page = await browser.newPage({ viewport: { width: 1200, height: 1000 } });
  page.setDefaultTimeout(patience);
  page.on("request", (request) => !request.url().replace(/^blob:/, "").startsWith(host.origin) && outside.push(request.url()));
  page.on("console", (message) => /Content Security Policy|Trusted/.test(message.text()) && outside.push(message.text()));
  page.on("dialog", (dialog) => dialog.accept()); // about leaving what is not saved
  await page.goto(`${host.root}admin/`);
  await page.getByRole("button", { name: "Inloggen" }).click();
  await page.getByRole("link", { name: "Keuzehulpen" }).waitFor();
});
after(async () => {
  await browser?.close();
  await host?.close();
  decap?.kill("SIGKILL");
});

/** Waits until decap-server answers. */
async function answers(port) {
  const end = Date.now() + patience;
  for (;;) {
    try {
      return await fetch(`http://127.0.0.1:${port}/api/v1`, { method: "POST", signal: AbortSignal.timeout(1000) });
    } catch (error) {
      if (Date.now() > end || decap.exitCode !== null) throw new Error("decap-server does not answer", { cause: error });
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

/**
 * Opens an entry, or a new one, and waits for its form. As by a click, the system stays
 * loaded: to read its 5 MB again takes as long as all the rest. On its way it leaves the
 * form that is open, if any.
 */
async function open(address) {
  const go = (to) => page.evaluate((to) => { location.hash = to; }, to);
  await go("#/workflow");
  await page.getByRole("heading", { name: "Redactionele Workflow" }).waitFor();
  await go(`#/collections/${address}`);
  const title = field("titel");
  await title.waitFor();
  return title;
}

/** The part of the form for a field of the entry: a box, or what holds a list. */
const field = (key) => page.locator(`[id^="${key}-field-"]:not([id*="-field-"] *)`);

/** Saves, which makes a branch, and puts that in the branch of the site, as publishing does. Gives the name of the file. */
async function save() {
  await page.getByRole("button", { name: "Opslaan" }).click();
  await page.getByRole("button", { name: /^Status: / }).waitFor();
  const [, collection, slug] = /collections\/(.*)\/entries\/(.*)$/.exec(page.url());
  git("merge", "-q", "--no-edit", `cms/${collection}/${slug}`);
  return slug;
}

/** Fills in a field, as its widget asks. @param {import("playwright-core").Locator} box */
async function fill(box, widget, value) {
  const label = (one) => widget.options.find((option) => option.value === one).label;
  if (widget.widget === "select") {
    for (const one of [value].flat()) {
      await box.fill(label(one));
      await page.getByRole("option", { name: label(one), exact: true }).click();
    }
  } else if (widget.types) {
    const [known, unknown] = widget.types;
    for (const part of [value].flat()) {
      await box.getByRole("button", { name: /^Voeg toe: / }).first().click();
      await page.getByRole("menuitem", { name: (part === "onbekend" ? unknown : known).label, exact: true }).click();
      if (part === "onbekend") continue;
      for (const [key, inner] of Object.entries(part)) await fill(box.locator(`[id^="${key}-field-"]`).last(), known.fields.find(({ name }) => name === key), inner);
    }
  } else if (widget.field) {
    for (const [i, text] of [value].flat().entries()) {
      await box.getByRole("button", { name: /^Voeg .* toe$|^Add / }).first().click();
      await box.locator("textarea").nth(i).fill(text);
    }
  } else if (widget.widget === "markdown") {
    await page.locator("[data-slate-editor]").click();
    await page.keyboard.insertText(value);
  } else {
    await box.fill(value);
  }
}

/** Values beside those that a collection asks: each of the three states, and what must stay as it was typed. */
const more = {
  keuzehulpen: { minuten: "onbekend", herzien: "medio 2024-10", richtlijn: "onbekend", ipdas: { aandoening: "ja", opties: "onbekend" }, varianten: ["0123"], leeftijd: { van: "18" } },
  praktijkvoorbeelden: { keuzehulpen: ["volledig"], nodig: { tijd: "onbekend" } },
  toolkits: { onderdelen: [{ titel: "Verzonnen deel", soort: "kaart" }] },
  competentiesets: { uitgebracht: "2022" },
  bijeenkomsten: { begin: "19.00", nagekeken: "2026-01-02" },
  nieuws: { over: ["praktijkvoorbeelden/volledig", "keuzehulpen/volledig"] },
};

/** The form of a collection, as Decap is told. */
const form = (collection) => parse(readFileSync(join(out, "admin/config.yml"), "utf8"), { maxAliasCount: -1 }).collections.find(({ name }) => name === collection);

test("an empty entry is not saved, and each required field says so", async () => {
  await open("praktijkvoorbeelden/new");
  await page.getByRole("button", { name: "Opslaan" }).click();
  await page.getByText("Oeps, sommige verplichte velden").waitFor();
  const flagged = await page.locator("label:has(~ ul)").evaluateAll((labels) => labels.map((label) => label.htmlFor.replace(/-field-\d+$/, "")));
  assert.deepEqual(flagged, form("praktijkvoorbeelden").fields.filter(({ required }) => required).map(({ name }) => name));
});

/** The names of the files that the system made, by collection. */
const made = {};

for (const collection of Object.keys(least)) {
  test(`a new entry: ${collection}`, async () => {
    const { fields } = form(collection);
    const values = { titel: `Verzonnen kaart: "één" & 2.0, met een naam die te lang is voor een bestand (${collection})`, ...least[collection], ...more[collection], bronnen: [source] };
    const body = "Verzonnen **tekst** met een [^1].\n\n[^1]: Verzonnen noot.";
    await open(`${collection}/new`);
    for (const widget of fields) {
      const value = widget.name === "hoofdtekst" ? body : values[widget.name];
      if (value !== undefined) await fill(field(widget.name), widget, value);
    }
    const slug = (made[collection] = await save());
    const [, block, text] = read(collection, slug).split(/^---\n/m);
    assert.deepEqual(parse(block, { schema: "failsafe" }), values);
    assert.equal(text.trim(), body);
  });
}

/**
 * Front matter in which what is read as the same is the same: white space, since YAML
 * folds lines in one style and not in another, and the ways to write onbekend.
 */
function front(text) {
  const values = parse(text.split(/^---\n/m)[1], { schema: "failsafe" });
  return JSON.parse(JSON.stringify(values, (_, one) => {
    if (/^onbekend$/i.test(Array.isArray(one) ? one.join() : one)) return "onbekend";
    return typeof one === "string" ? one.replace(/\s+/g, " ").trim() : one;
  }));
}

const kept = [...Object.keys(least).map((collection) => [collection, "volledig"]), ...Object.keys(byHand).map((collection) => [collection, "met-de-hand"])];

for (const [collection, slug] of kept) {
  test(`an entry by hand keeps its values: ${collection}/${slug}`, async () => {
    const before = read(collection, slug);
    const exported = () => JSON.parse(kaartenbak(["export", "--today", today, collection], dir).out).find(({ id }) => id === slug);
    const asRead = exported();
    const title = await open(`${collection}/entries/${slug}`);
    const was = await title.inputValue();
    await title.fill(`${was} gewijzigd`);
    assert.equal(await save(), slug);
    const after = read(collection, slug);
    const body = (text) => text.split(/^---\n/m).slice(2).join("---\n").trim();
    assert.deepEqual(front(after), { ...front(before), titel: `${was} gewijzigd` });
    assert.equal(body(after), body(before));
    assert.deepEqual(exported(), { ...asRead, titel: `${was} gewijzigd` });
  });
}

test("a file with something in it that no field holds is left alone", async () => {
  const name = path("nieuws", "vreemd");
  const text = byHand.bijeenkomsten.replace("begin: 19.00", "onzin: {a: 1}");
  writeFileSync(join(dir, name), text);
  git("add", name);
  git("commit", "-q", "-m", "Vreemd");
  const title = await open("nieuws/entries/vreemd");
  assert.equal(await title.inputValue(), "");
  assert.match(await page.locator("[data-slate-editor]").innerText(), /onzin: \{a: 1\}/);
  await field("samenvatting").fill("Iets");
  await page.getByRole("button", { name: "Opslaan" }).click();
  await page.getByText("Oeps, sommige verplichte velden").waitFor();
  assert.equal(git("branch", "--list", "cms/nieuws/vreemd"), "");
  git("rm", "-q", name);
  git("commit", "-q", "-m", "Weg");
});

test("what was saved passes the check as it is, and is on the site", () => {
  assert.equal(git("status", "--porcelain"), "");
  const checked = kaartenbak(["check", "--format", "json", "--today", today], dir);
  assert.equal(checked.code, 0, checked.out);
  const ours = Object.entries(made).map(([collection, slug]) => path(collection, slug));
  assert.deepEqual(JSON.parse(checked.out).filter(({ file }) => ours.includes(file)), []);
  const built = build();
  assert.equal(built.code, 0, built.err);
  assert.equal(ours.length, Object.keys(least).length);
  for (const [collection, slug] of Object.entries(made)) {
    const html = readFileSync(join(out, collection, slug, "index.html"), "utf8");
    assert.match(html, /<h1[^>]*>Verzonnen kaart: &#34;één&#34; &amp; 2\.0/);
  }
});

test("the system is not among the pages of the site, and browsers do not keep it", async () => {
  for (const name of ["sitemap.xml", "build.txt", "sw.js"]) assert.doesNotMatch(readFileSync(join(out, name), "utf8"), /admin\/[a-z]/);
  const context = await browser.newContext({ serviceWorkers: "allow" });
  const visit = await context.newPage();
  visit.setDefaultTimeout(patience);
  await visit.goto(host.root);
  await visit.waitForFunction(() => navigator.serviceWorker.controller);
  await visit.goto(`${host.root}admin/`);
  await visit.getByRole("button", { name: "Inloggen" }).waitFor();
  await visit.goto(`${host.root}nieuws/`);
  const kept = () => visit.evaluate(async () => (await Promise.all((await caches.keys()).map(async (key) => (await (await caches.open(key)).keys()).map(({ url }) => new URL(url).pathname)))).flat());
  for (const end = Date.now() + patience; !(await kept()).includes("/nieuws/") && Date.now() < end; ) await visit.waitForTimeout(100);
  const all = await kept();
  assert.ok(all.includes("/nieuws/"), all.join());
  assert.deepEqual(all.filter((name) => name.startsWith("/admin/")), []);
  await context.close();
});

test("nothing was asked of another site, and the policy was kept", () => assert.deepEqual(outside, []));
