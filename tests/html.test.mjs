// Every page of both sites is valid by the Nu HTML checker, without warnings.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { Report } from "./support/report.mjs";
import { sites } from "./support/site.mjs";

const checker = createRequire(import.meta.url).resolve("vnu-jar/build/dist/vnu.jar");

// A page that is wrong is checked along: a checker that finds nothing in it has
// not looked.
const broken = "<!doctype html><html lang=nl><title>Kapot</title><p id=a><p id=a>";

// What the checker warns of and what is right all the same.
const right = [
  /^The “list” role is unnecessary for element “(ul|ol)”/, // Safari takes the role away with the bullets
  /^Resource violates Content Security Policy/, // it reads files, of which none is 'self'; browser.test.mjs sees what a policy blocks
];

test("the Nu HTML checker finds nothing in the sites", () => {
  const dir = mkdtempSync(join(tmpdir(), "kaartenbak-broken-"));
  try {
    writeFileSync(join(dir, "kapot.html"), broken);
    // To compile its code better takes it longer than all else that it does here.
    const run = spawnSync("java", ["-Xss4m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-jar", checker, "--format", "json", "--skip-non-html", ...Object.values(sites), dir], {
      encoding: "utf8", maxBuffer: 1 << 28,
    });
    assert.ifError(run.error);
    const found = JSON.parse(run.stderr).messages.filter(({ message }) => !right.some((pattern) => pattern.test(message)));
    const inBroken = found.filter(({ url }) => url?.endsWith("kapot.html"));
    assert.ok(inBroken.length > 0, "the broken page was found good");
    const report = new Report();
    for (const { url = "", subType, type, message, lastLine, extract = "" } of found) {
      const place = `${url.replace(/^.*?\/(catalogue|fixture)\//, "$1/")}:${lastLine}`;
      if (!url.endsWith("kapot.html")) report.add(`${subType ?? type}: ${message}`, `${place} … ${extract.replace(/\s+/g, " ").trim()}`);
    }
    report.check();
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
});
