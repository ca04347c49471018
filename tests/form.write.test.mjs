// What the form writes, the program reads as the same: every entry of the
// catalogue, and texts that YAML could take for something else.
import assert from "node:assert/strict";
import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { kaartenbak, newProject } from "./support/command.mjs";
import { formModules, least, source } from "./support/form.mjs";
import { content, project, today } from "./support/site.mjs";

const dir = newProject({ after: (remove) => process.on("exit", remove) });
rmSync(join(dir, "content"), { recursive: true });
cpSync(content.catalogue, join(dir, "content"), { recursive: true });
const build = () => kaartenbak(["build", "--out", "uit", "--today", today], dir);
build();
const read = (collection) => JSON.parse(readFileSync(join(dir, "uit/data", `${collection}.json`), "utf8"));
const [{ data }, { clean }, { file }, { fileName, headingId }] = await formModules(join(dir, "uit"), "data", "rules", "yaml", "slug");
const collections = Object.keys(data.collections);

/** Writes an entry as the form does. */
function write(collection, slug, values, body) {
  const { fields } = data.collections[collection];
  const text = file({ collection, slug, body, values: clean(fields, values) }, fields);
  writeFileSync(join(dir, "content", collection, `${slug}.md`), text);
}

test("every entry of the catalogue", () => {
  const before = Object.fromEntries(collections.map((name) => [name, read(name)]));
  for (const [collection, entries] of Object.entries(before)) {
    for (const entry of entries) {
      const source = readFileSync(join(dir, "content", collection, `${entry.id}.md`), "utf8");
      const values = JSON.parse(JSON.stringify(entry, (_, value) => (typeof value === "number" ? String(value) : value)));
      write(collection, entry.id, values, source.split("\n---\n").slice(1).join("\n---\n"));
    }
  }
  const made = build();
  assert.equal(made.code, 0, made.err);
  for (const collection of collections) assert.deepEqual(read(collection), before[collection]);
});

test("texts that YAML could take for something else", () => {
  const texts = [ // each with a letter: the check refuses signs alone
    ..."-?:,[]{}#&*!|>'\"%@`~=^<".split("").flatMap((c) => [`${c}x`, `${c} x`, `x ${c}`, `x ${c} y`, `x${c} y`, `${c}${c}${c}x`, `x${c}`, `x\n${c} y`, `${c} x\ny`]),
    "true", "No", "y", "null", "~null", "NaN", "0x1f", "0o17", "010", "1_000", "1e3", "1.5", "12:30:45", "2026-05-31", "2026-5-1", "+1", "-1", ".5", "<< x", "---x", "... x", "--- x", "x\n---\ny", "x\n...\ny", "%YAML 1.2",
    "a: b", "a:", "a :b", "a #b", "a# b", "'a' b", '"a" b', "a\\b", "C:\\pad", "a\n\n\nb", "a\n  b\n c", "a \nb  \nc", "a\tb", "a\n\tb", "é ü ñ ß", "日本語", "العربية", "👩‍⚕️ 🇳🇱 x", "\u00a0x\u00a0y", "regel één\nregel: twee\n- regel drie\n# regel vier",
    "onbekend of niet", "[a](b)", "{a: b}", "- - - x", "key: [x", "* ster", "& en", "! uitroep", "`streep", "woord ".repeat(500).trim(),
  ];
  const kept = new Map();
  texts.forEach((text, i) => {
    const lines = { ...least.keuzehulpen, bronnen: [{ ...source, toelichting: text }, { ...source, toelichting: text }], titel: `Verzonnen ${i}`, samenvatting: text, opties: [{ naam: "Een", uitleg: text, voordelen: [text, "twee"] }, { naam: "Twee" }], varianten: [text], richtlijn: { titel: "R", versie: text.includes("\n") || text.length > 200 ? "x" : text } };
    write("keuzehulpen", `verzonnen-${i}`, lines, text);
    kept.set(`verzonnen-${i}`, clean(data.collections.keuzehulpen.fields, lines));
  });
  // The text below may be no Markdown that a card can have: then the file alone is looked at.
  const problems = JSON.parse(kaartenbak(["check", "--format", "json", "--today", today], dir).out).filter((p) => p.severity === "error" && p.file.includes("/verzonnen-"));
  for (const p of problems) {
    const slug = p.file.match(/(verzonnen-\d+)/)[1];
    const body = texts[Number(slug.slice(10))];
    const where = readFileSync(join(dir, p.file), "utf8").split("\n").slice(0, p.line).filter((line) => line === "---").length;
    assert.ok(where >= 2, `${JSON.stringify(body.slice(0, 40))}: ${p.message} [${p.rule}]\n${readFileSync(join(dir, p.file), "utf8").slice(0, 900)}`);
    write("keuzehulpen", slug, kept.get(slug), "onbekend");
  }
  const made = build();
  assert.equal(made.code, 0, made.err);
  const after = new Map(read("keuzehulpen").map((entry) => [entry.id, entry]));
  for (const [slug, values] of kept) for (const [key, value] of Object.entries(values)) assert.deepEqual(after.get(slug)[key], value, `${slug} ${key}`);
});

test("the names of files and headings", () => {
  const lines = readFileSync(join(project, "generator/slug/testdata/namen.txt"), "utf8").trimEnd().split("\n");
  assert.ok(lines.length > 10);
  for (const line of lines) {
    const [text] = line.split(" | ");
    assert.equal([text, fileName(text), headingId(text)].join(" | "), line);
  }
});
