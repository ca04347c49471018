// What a build does to a folder: it writes what differs, removes what it wrote
// and no longer makes, and leaves everything else alone. That the same content gives
// the same bytes everywhere, and that a build may be killed, is for the Go tests of the
// command; which files an edit changes, for those of the generator.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { launch } from "./support/browser.mjs";
import { closing, kaartenbak, newProject } from "./support/command.mjs";
import { filesOf } from "./support/pages.mjs";
import { base, content, project, repository, sites, today } from "./support/site.mjs";

const flags = ["--base-url", base, "--repository", repository, "--today", today];

/** The files of a folder with a digest of each. */
function digest(dir) {
  return Object.fromEntries(filesOf(dir).map((name) => [name, createHash("sha256").update(readFileSync(join(dir, name))).digest("hex")]));
}

/** Replaces a text in a file that has it. */
function edit(file, from, to) {
  const text = readFileSync(file, "utf8");
  assert.ok(text.includes(from), `${file} has no ${JSON.stringify(from)}`);
  writeFileSync(file, text.replace(from, to));
}

describe("a build", () => {
  test("changes nothing the second time, and counts what is there", (t) => {
    const dir = newProject(t);
    const first = closing(kaartenbak(["build", ...flags], dir));
    const times = Object.fromEntries(filesOf(join(dir, "public")).map((name) => [name, statSync(join(dir, "public", name)).mtimeMs]));
    const second = closing(kaartenbak(["build", ...flags], dir));
    assert.deepEqual([second.changed, second.removed], [0, 0]);
    const files = filesOf(join(dir, "public"));
    assert.equal(first.changed, first.files);
    assert.equal(first.files, files.length);
    assert.equal(first.pages, files.filter((name) => name.endsWith(".html")).length);
    assert.equal(first.bytes, files.reduce((sum, name) => sum + statSync(join(dir, "public", name)).size, 0));
    for (const name of files) assert.equal(statSync(join(dir, "public", name)).mtimeMs, times[name], name);
  });

  test("changes nothing in the catalogue either", () => {
    const again = closing(kaartenbak(["build", "--content", content.catalogue, "--out", sites.catalogue, ...flags]));
    assert.deepEqual([again.changed, again.removed], [0, 0]);
  });

  test("names no folder of the machine", () => {
    for (const name of filesOf(sites.fixture)) {
      assert.ok(!readFileSync(join(sites.fixture, name), "utf8").includes(project), `${name} holds ${project}`);
    }
  });

  test("removes the pages of an entry that is gone, and no file of somebody else", (t) => {
    const dir = newProject(t);
    const out = join(dir, "public");
    mkdirSync(join(out, "keuzehulpen/ingetrokken"), { recursive: true });
    const foreign = { ".gitignore": "*\n!.gitignore\n", "CNAME": "kaartenbak.example\n", "keuzehulpen/eigen.txt": "van iemand anders\n" };
    for (const [name, text] of Object.entries(foreign)) writeFileSync(join(out, name), text);
    kaartenbak(["build", ...flags], dir);
    assert.ok(existsSync(join(out, "keuzehulpen/prototype/index.html")));
    rmSync(join(dir, "content/keuzehulpen/prototype.md"));
    const { removed } = closing(kaartenbak(["build", ...flags], dir));
    assert.ok(removed >= 2, `${removed} removed`);
    assert.ok(!existsSync(join(out, "keuzehulpen/prototype")), "its folder is gone");
    for (const [name, text] of Object.entries(foreign)) assert.equal(readFileSync(join(out, name), "utf8"), text, name);
    for (const name of filesOf(out)) assert.ok(name.endsWith(".txt") || !readFileSync(join(out, name), "utf8").includes("keuzehulpen/prototype/"), name);
  });

  test("writes nothing when the content has an error, and keeps the site that is there", (t) => {
    const dir = newProject(t);
    const file = join(dir, "content/keuzehulpen/kaal.md");
    edit(file, "titel:", "titeel:");
    const run = kaartenbak(["build", ...flags], dir);
    assert.equal(run.code, 1);
    assert.equal(run.out, "");
    assert.match(run.err, /^content\/keuzehulpen\/kaal\.md:3:1: .*titeel.* \[onbekend-veld\]\n\t.*titel/m);
    assert.ok(!existsSync(join(dir, "public")), "not even a folder");

    edit(file, "titeel:", "titel:");
    assert.equal(kaartenbak(["build", ...flags], dir).code, 0);
    const before = digest(join(dir, "public"));
    edit(file, "titel:", "titeel:");
    assert.equal(kaartenbak(["build", ...flags], dir).code, 1);
    assert.deepEqual(digest(join(dir, "public")), before);
  });

  test("--strict stops at a warning", (t) => {
    const dir = newProject(t);
    const run = kaartenbak(["build", "--strict", ...flags], dir);
    assert.equal(run.code, 1);
    assert.ok(!existsSync(join(dir, "public")));
  });

  test("without an address leaves out what needs one, and warns once", (t) => {
    const dir = newProject(t);
    edit(join(dir, "content/site.yaml"), "adres: https://kaartenbak.example/sub\n", "");
    const run = kaartenbak(["build", "--today", today], dir);
    assert.equal(run.code, 0);
    assert.equal(run.err.match(/geen-adres/g)?.length, 1);
    for (const name of ["sitemap.xml", "feed.xml"]) assert.ok(!existsSync(join(dir, "public", name)), name);
    for (const name of filesOf(join(dir, "public")).filter((name) => name.endsWith(".html"))) {
      assert.doesNotMatch(readFileSync(join(dir, "public", name), "utf8"), /rel="?canonical|og:url|kaartenbak\.example\/sub/, name);
    }
  });

  test("--precompress adds what unpacks to the same bytes", (t) => {
    const dir = newProject(t);
    kaartenbak(["build", "--precompress", ...flags], dir);
    const out = join(dir, "public");
    const names = filesOf(out);
    for (const kind of [".html", ".css", ".js", ".json", ".xml"]) assert.ok(names.some((name) => name.endsWith(`${kind}.br`)), kind);
    for (const name of names) {
      const plain = () => readFileSync(join(out, name.slice(0, -3)));
      if (name.endsWith(".br")) assert.deepEqual(brotliDecompressSync(readFileSync(join(out, name))), plain(), name);
      if (name.endsWith(".gz")) assert.deepEqual(gunzipSync(readFileSync(join(out, name))), plain(), name);
    }
    const { removed } = closing(kaartenbak(["build", ...flags], dir));
    assert.ok(removed > 0 && !filesOf(out).some((name) => name.endsWith(".br")), "a plain build takes them away");
  });

  test("--portable makes a site that opens from a disk", async (t) => {
    const dir = newProject(t);
    kaartenbak(["build", "--portable", ...flags], dir);
    const browser = await launch();
    t.after(() => browser.close());
    const page = await browser.newPage();
    const wrong = [];
    page.on("requestfailed", (request) => wrong.push(request.url()));
    const home = pathToFileURL(join(dir, "public/index.html")).href;
    await page.goto(home);
    assert.notEqual(await page.locator("body").evaluate((body) => getComputedStyle(body).fontFamily), await page.evaluate(() => "serif"), "styled");
    const links = await page.locator("a[href]").evaluateAll((all) => all.map((link) => link.href).filter((href) => href.startsWith("file:")));
    for (const link of links) assert.match(link.split("#")[0], /\.[a-z]+$/, link);
    await page.goto(pathToFileURL(join(dir, "public/keuzehulpen/index.html")).href);
    await page.locator("main h3 a").first().click();
    assert.match(page.url(), /\/keuzehulpen\/[a-z-]+\/index\.html$/);
    assert.ok(await page.locator("h1").isVisible());
    assert.deepEqual(wrong, []);
  });

  test("fails as a machine does where it cannot write, and as a user does where it is used wrongly", (t) => {
    const dir = newProject(t);
    writeFileSync(join(dir, "bestand"), "");
    assert.equal(kaartenbak(["build", "--out", "bestand/site", ...flags], dir).code, 3);
    assert.equal(kaartenbak(["build", "--content", "nergens", ...flags], dir).code, 3);
    for (const wrong of [["--base-url", "kaartenbak.example"], ["--base-url", "ftp://kaartenbak.example"], ["--today", "morgen"], ["--geen-vlag"], ["extra"]]) {
      assert.equal(kaartenbak(["build", ...wrong], dir).code, 2, wrong.join(" "));
    }
  });
});

test("public/ is in a fresh checkout, with nothing but its own .gitignore", () => {
  const listed = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard", "public"], { cwd: project, encoding: "utf8" });
  assert.deepEqual(listed.trim().split("\n"), ["public/.gitignore"]);
  assert.equal(readFileSync(join(project, "public/.gitignore"), "utf8"), "*\n!.gitignore\n");
});
