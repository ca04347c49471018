// The command as scripts use it: exit codes, what goes to which stream, and the
// machine-readable forms.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { kaartenbak, newProject } from "./support/command.mjs";
import { content, today } from "./support/site.mjs";

const collections = ["keuzehulpen", "praktijkvoorbeelden", "toolkits", "competentiesets", "bijeenkomsten", "nieuws"];
const verbs = ["build", "serve", "check", "new", "schema", "fields", "rules", "export", "stats"];
const day = ["--today", today];

/** A project in which one entry has two errors, and others have warnings. */
function broken(t) {
  const dir = newProject(t);
  const file = join(dir, "content/keuzehulpen/kaal.md");
  const text = readFileSync(file, "utf8").replace("titel:", "titeel:").replace("aandoeningen: [bedenksel]", "aandoeningen: bedenksel");
  writeFileSync(file, text);
  return dir;
}

describe("the command", () => {
  test("says how it is used", () => {
    for (const args of [[], ["bestaat-niet"]]) {
      const run = kaartenbak(args);
      assert.equal(run.code, 2);
      assert.equal(run.out, "");
      for (const verb of verbs) assert.match(run.err, new RegExp(`\\b${verb}\\b`));
    }
    assert.equal(kaartenbak(["help"]).code, 0);
    for (const verb of verbs) {
      const run = kaartenbak([verb, "--bestaat-niet"]);
      assert.equal(run.code, 2, verb);
      assert.match(run.err, /usage/, verb);
      assert.equal(run.out, "", verb);
    }
  });

  test("writes no colours where nobody looks", (t) => {
    const run = kaartenbak(["check", ...day], broken(t));
    assert.doesNotMatch(run.out + run.err, /\x1b/);
  });
});

describe("check", () => {
  test("is content with good content", () => {
    for (const folder of Object.values(content)) {
      const run = kaartenbak(["check", "--content", folder, ...day]);
      assert.equal(run.code, 0, run.err);
      assert.equal(run.out, "");
    }
  });

  test("names the place, the rule and the way out, all at once", (t) => {
    const run = kaartenbak(["check", ...day], broken(t));
    assert.equal(run.code, 1);
    assert.equal(run.out, "");
    assert.match(run.err, /^content\/keuzehulpen\/kaal\.md:3:1: [^\n]+ \[onbekend-veld\]\n\t[^\n]+$/m);
    assert.match(run.err, /^content\/keuzehulpen\/kaal\.md:6:15: [^\n]+ \[waarde\]\n\t[^\n]*\[bedenksel\]/m);
  });

  test("--format json is one array of problems", (t) => {
    const run = kaartenbak(["check", "--format", "json", ...day], broken(t));
    assert.equal(run.code, 1);
    const problems = JSON.parse(run.out);
    for (const problem of problems) {
      assert.deepEqual(Object.keys(problem), ["file", "line", "column", "rule", "severity", "message", "hint"]);
      assert.match(problem.severity, /^(error|warning)$/);
      assert.ok(Number.isInteger(problem.line) && Number.isInteger(problem.column));
    }
    assert.ok(problems.some(({ file, line, column, rule }) => file === "content/keuzehulpen/kaal.md" && line === 3 && column === 1 && rule === "onbekend-veld"));
    assert.ok(problems.some(({ severity }) => severity === "warning"));
    assert.deepEqual(JSON.parse(kaartenbak(["check", "--format", "json", "content/keuzehulpen/volledig.md", ...day], newProject(t)).out), []);
  });

  test("--format github is one annotation a line", (t) => {
    const dir = broken(t);
    const run = kaartenbak(["check", "--format", "github", ...day], dir);
    assert.equal(run.code, 1);
    const lines = run.out.trimEnd().split("\n");
    assert.equal(lines.length, JSON.parse(kaartenbak(["check", "--format", "json", ...day], dir).out).length);
    for (const line of lines) assert.match(line, /^::(error|warning) file=content\/[^,:]+(,line=\d+(,col=\d+)?)?,title=[a-z-]+::.+$/);
    assert.ok(lines.some((line) => line.includes("%0A")), "the way out stands on a line of its own");
  });

  test("--format sarif is a log with the rules and the results", (t) => {
    const run = kaartenbak(["check", "--format", "sarif", ...day], broken(t));
    assert.equal(run.code, 1);
    const log = JSON.parse(run.out);
    assert.equal(log.version, "2.1.0");
    const [{ tool, results }] = log.runs;
    const rules = new Set(tool.driver.rules.map(({ id }) => id));
    assert.ok(results.length > 1);
    for (const { ruleId, level, message, locations } of results) {
      assert.ok(rules.has(ruleId), ruleId);
      assert.match(level, /^(error|warning)$/);
      assert.ok(message.text);
      assert.ok(locations[0].physicalLocation.artifactLocation.uri.startsWith("content/"));
    }
  });

  test("looks at the named files and folders only, and refuses one that is not there or is no content", (t) => {
    const dir = broken(t);
    assert.equal(kaartenbak(["check", "content/keuzehulpen/volledig.md", ...day], dir).code, 0);
    assert.equal(kaartenbak(["check", "content/keuzehulpen/kaal.md", ...day], dir).code, 1);
    assert.equal(kaartenbak(["check", "content/keuzehulpen", ...day], dir).code, 1);
    assert.equal(kaartenbak(["check", "content/toolkits/", ...day], dir).code, 0);
    assert.equal(kaartenbak(["check", "content/keuzehulpen/nergens.md", ...day], dir).code, 2);
    const elsewhere = kaartenbak(["check", "..", ...day], dir);
    assert.equal(elsewhere.code, 2);
    assert.match(elsewhere.err, /\.\. is not in content/);
  });

  test("--strict makes warnings errors", (t) => {
    const dir = newProject(t);
    assert.equal(kaartenbak(["check", ...day], dir).code, 0);
    assert.equal(kaartenbak(["check", "--strict", ...day], dir).code, 1);
  });

  test("tells a missing folder from bad content, and a wrong format from both", () => {
    assert.equal(kaartenbak(["check", "--content", "bestaat-niet"]).code, 3);
    assert.equal(kaartenbak(["check", "--format", "xml"]).code, 2);
  });
});

describe("new", () => {
  for (const collection of collections) {
    test(`makes an entry of ${collection} that passes the check, holds every field and becomes a page`, (t) => {
      const dir = newProject(t);
      const run = kaartenbak(["new", collection, "Één verzonnen “kaart”: de 2e"], dir);
      assert.equal(run.code, 0, run.err);
      const path = run.out.trim();
      assert.equal(path, `content/${collection}/een-verzonnen-kaart-de-2e.md`);
      assert.equal(kaartenbak(["check", path, ...day], dir).code, 0, kaartenbak(["check", path, ...day], dir).err);
      const text = readFileSync(join(dir, path), "utf8");
      for (const field of JSON.parse(kaartenbak(["fields", "--format", "json", collection]).out)) {
        if (field.kind !== "hoofdtekst") assert.match(text, new RegExp(`(^|[ #-])${field.key}:`, "m"), `${field.path} is offered`);
      }
      assert.equal(kaartenbak(["build", ...day], dir).code, 0);
      assert.match(readFileSync(join(dir, `public/${collection}/een-verzonnen-kaart-de-2e/index.html`), "utf8"), /Één verzonnen “kaart”: de 2e/);

      const again = kaartenbak(["new", collection, "Één verzonnen “kaart”: de 2e"], dir);
      assert.equal(again.code, 2);
      assert.equal(readFileSync(join(dir, path), "utf8"), text, "the work of another is kept");
    });
  }

  test("wants a collection and a title", (t) => {
    const dir = newProject(t);
    for (const args of [[], ["keuzehulpen"], ["keuzehulpje", "Titel"], ["keuzehulpen", "???"], ["keuzehulpen", "Een", "Twee"]]) {
      assert.equal(kaartenbak(["new", ...args], dir).code, 2, args.join(" "));
    }
  });
});

describe("what can be printed", () => {
  test("schema is a JSON Schema of each collection", () => {
    for (const collection of collections) {
      const run = kaartenbak(["schema", collection]);
      assert.equal(run.code, 0, run.err);
      const schema = JSON.parse(run.out);
      assert.equal(schema.$schema, "https://json-schema.org/draft/2020-12/schema");
      assert.ok(schema.properties.titel && schema.required.includes("titel"), collection);
    }
    assert.equal(kaartenbak(["schema"]).code, 2);
    assert.equal(kaartenbak(["schema", "keuzehulpje"]).code, 2);
  });

  test("fields is a table, and rows with key, kind, required, facet, vocabulary and label", () => {
    const all = JSON.parse(kaartenbak(["fields", "--format", "json"]).out);
    assert.deepEqual(Object.keys(all).sort(), [...collections].sort());
    for (const [collection, rows] of Object.entries(all)) {
      assert.deepEqual(JSON.parse(kaartenbak(["fields", "--format", "json", collection]).out), rows);
      for (const { key, kind, required, facet, label, help } of rows) {
        assert.ok(key && kind && label, `${collection}.${key}`);
        assert.ok(typeof required === "boolean" && typeof facet === "boolean", `${collection}.${key}`);
        assert.ok(help, `${collection}.${key} says what to write`);
      }
      const table = kaartenbak(["fields", collection]);
      assert.equal(table.code, 0);
      for (const { key } of rows) assert.match(table.out, new RegExp(`\\b${key}\\b`));
    }
    assert.equal(kaartenbak(["fields", "--format", "xml"]).code, 2);
  });

  test("rules are in Dutch, each with a name of its own", () => {
    const rules = JSON.parse(kaartenbak(["rules", "--format", "json"]).out);
    assert.ok(rules.length > 30);
    for (const { rule, severity, doc } of rules) {
      assert.match(rule, /^[a-z0-9-]+$/);
      assert.match(severity, /^(error|warning)$/);
      assert.match(doc, /[.?]$/, rule);
    }
    const text = kaartenbak(["rules"]);
    assert.equal(text.code, 0);
    for (const { rule } of rules) assert.ok(text.out.includes(rule), rule);
  });

  test("export is the catalogue as data", () => {
    const at = ["--content", content.fixture, ...day];
    const catalogue = JSON.parse(kaartenbak(["export", ...at]).out);
    assert.ok(Object.keys(catalogue).length > 3);
    for (const collection of collections) {
      const rows = JSON.parse(kaartenbak(["export", collection, ...at]).out);
      assert.ok(rows.length > 1 && rows.every((row) => row.titel && row.url), collection);
      const csv = kaartenbak(["export", "--format", "csv", collection, ...at]);
      assert.equal(csv.code, 0);
      assert.match(csv.out.split(/\r?\n/)[0], /(^|,|;)"?titel"?(,|;|$)/, collection);
    }
    assert.equal(kaartenbak(["export", "--format", "csv", ...at]).code, 2);
  });

  test("stats count", () => {
    const at = ["--content", content.fixture, ...day];
    const rows = JSON.parse(kaartenbak(["stats", "--format", "json", ...at]).out);
    for (const collection of collections) assert.ok(rows.some((row) => row.collection === collection && row.entries > 1), collection);
    assert.ok(kaartenbak(["stats", ...at]).out.split("\n").length > collections.length);
    assert.equal(kaartenbak(["stats", "--format", "xml", ...at]).code, 2);
  });
});
