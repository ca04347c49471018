// The text below the fields, read by the form in the browser and by the program:
// what both say of it must be the same, word for word, at the same line and column.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { largeBodies, madeBodies, storedBodies } from "./support/bodies.mjs";
import { kaartenbak, newProject } from "./support/command.mjs";
import { formModules, least, source } from "./support/form.mjs";
import { today } from "./support/site.mjs";

const dir = newProject({ after: (remove) => process.on("exit", remove) });
kaartenbak(["build", "--out", "uit", "--today", today], dir);
const [{ data }, { check, clean }, { file }] = await formModules(join(dir, "uit"), "data", "rules", "yaml");
const { fields } = data.collections.nieuws;

/** A problem on one line; where there is no text, it has no place there. */
const show = ({ rule, severity, message, hint, line, column }) => `${rule === "geen-tekst" ? "" : `${line}:${column} `}${rule} (${severity}): ${message} | ${hint}`;

/**
 * Where the two differ, and why: which texts those are, one of them, and what of a
 * problem is still compared then.
 */
const exceptions = [
  {
    // The form knows the entities that people type and those that can break a rule. Of the others it repeats the name.
    of: /&boxh;/,
    text: "[een pagina](/nergens-&boxh;/)",
    compared: (/** @type {string} */ line) => line.replace(/&boxh;|─/g, ""),
  },
  {
    // When a note is defined within another, goldmark loses all notes and says nothing. The form says that they are not used.
    of: /\[\^[^\]\n]+\]:(?:.|\n(?: {4}|\t)| {0,3}\n)*\[\^[^\]\n]+\]:/,
    text: "[^1]\n\n[^1]: [^2]: Een noot.",
    compared: () => "",
  },
  {
    // Where a tab belongs half to a list and half to what is in it, goldmark counts its second half as characters: the place may be three too far.
    of: /^[ >\d.)*+:-]*\t/m,
    text: "1. een\n\n\t## Kop\n\n\t#### Diep",
    compared: (/** @type {string} */ line) => line.replace(/^\d+:\d+/, ""),
  },
];

/** What is compared of what is said of a text. @param {string} body @param {string[]} said */
function compared(body, said) {
  const apart = exceptions.filter(({ of }) => of.test(body));
  return apart.reduce((lines, one) => lines.map(one.compared).sort(), said).filter(Boolean).join("\n");
}

/** Puts each text in an entry of its own, and gives what the form and the check say of it. */
function compare(bodies) {
  const cases = bodies.map(({ name, body: written }, i) => {
    const body = written.replaceAll("/zelf", `/nieuws/zz-${i}`);
    const entry = { collection: "nieuws", slug: `zz-${i}`, values: clean(fields, { ...least.nieuws, bronnen: [source], titel: `Geval ${i}` }), body };
    const text = file(entry, fields);
    const path = `content/nieuws/${entry.slug}.md`;
    writeFileSync(join(dir, path), text);
    const above = text.split("\n").indexOf("---", 1) + 2 - (/^(?:[ \t]*\r?\n)*/.exec(body)?.[0].split("\n").length ?? 1) + 1; // lines of the file above the first that was typed
    const form = check(entry).map((p) => show({ ...p, severity: p.warning ? "warning" : "error", line: Number(p.line) + above }));
    return { name, body, path, form, check: /** @type {string[]} */ ([]) };
  });
  const byPath = new Map(cases.map((one) => [one.path, one]));
  for (const problem of JSON.parse(kaartenbak(["check", "--format", "json", "--today", today], dir).out)) byPath.get(problem.file)?.check.push(show(problem));
  return cases;
}

const cases = compare([...exceptions.map(({ of, text }) => ({ name: String(of), body: text })), ...storedBodies(), ...largeBodies(data.limits, 0), ...largeBodies(data.limits, 1), ...madeBodies(800, 1)]);

test("the form says of a text what the check says, at the same place", () => {
  assert.ok(cases.length > 3000, `${cases.length} texts`);
  const wrong = cases.filter(({ body, form, check }) => compared(body, form) !== compared(body, check));
  const report = wrong.slice(0, 12).map(({ name, body, form, check }) => {
    const only = (some, others) => some.filter((line) => !others.includes(line)).join("\n         ");
    return `${name}: ${JSON.stringify(body.slice(0, 300))}\n  form:  ${only(form, check)}\n  check: ${only(check, form)}`;
  });
  assert.equal(wrong.length, 0, `${wrong.length} of ${cases.length} differ:\n${report.join("\n")}`);
});

test("the exceptions are needed, and few texts are one", () => {
  for (const { of } of exceptions) {
    const apart = cases.filter(({ body }) => of.test(body));
    const example = apart.find(({ name }) => name === String(of));
    assert.notEqual(example?.form.join("\n"), example?.check.join("\n"), `${of} is not needed`);
    assert.ok(apart.length < cases.length / 10, `${of}: ${apart.length} of ${cases.length} texts`);
  }
});

test("everything that can be said of a text is said of one", () => {
  const elsewhere = new Set(["tekst-pagina", "pagina-wacht"]); // how large the page becomes, and what waits for its day
  const said = cases.flatMap(({ form }) => form.map((line) => line.replace(/^\d+:\d+ /, "")));
  const pieces = (/** @type {string} */ format) => new RegExp(format.split(/%[sdqc]/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join(".*"));
  const rules = /^(?:afbeelding|conflict|dode-link|doorgehaald|geen-(?:alt|html|kop$|lijst|tabel)|ingesprongen|gemengd|kaal|kapot|kop-|link-|onzichtbaar|persoons|pictogram|richting|sier|stapel|sterretjes|tabel|teken|tekst-te|verwijzing-zonder|voetnoot|vreemde)/;
  const ofText = Object.entries(data.phrases).filter(([, [rule]]) => rules.test(rule));
  assert.ok(ofText.length > 40);
  for (const [name, [rule, , message]] of ofText) {
    const wanted = pieces(message.replaceAll("%%", "%"));
    assert.notEqual(said.some((line) => line.startsWith(`${rule} `) && wanted.test(line)), elsewhere.has(name), name);
  }
});
