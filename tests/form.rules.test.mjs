// The form in the browser and the check of the program are two programs with one
// set of rules. They get the same entries: the form as values, the check as the
// files that the form writes. What they say must be the same, word for word.
import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { before, describe, test } from "node:test";
import { kaartenbak, newProject } from "./support/command.mjs";
import { formModules, least, source } from "./support/form.mjs";
import { project, today } from "./support/site.mjs";

const body = "Verzonnen tekst.";
const long = (n) => "woord ".repeat(n / 6).padEnd(n, "x");

/** Values that break a rule, or just do not, by the kind of a field. */
const values = {
  tekst: ["onbekend", "ONBEKEND", long(200), long(201), "twee\nregels", "patiënt: “ja” #1 – nee", "bel 06 12345678", "mail jan.verzonnen@voorbeeld.nl", "mail info@voorbeeld.nl", "mail urologie@voorbeeld.nl, jjansen@voorbeeld.nl en kwaliteit.veiligheid@voorbeeld.nl", "ma-page@0.0.1", "nummer 111222333", "geboren op 1-2-1950", "doi 10.1000/123456782", "-", "🙂 …",
    "**vet** en __Heel vet__, __init__", "*schuin* of _schuin_", "~~weg~~", "`code`", "[tekst](https://voorbeeld.nl/) en ![x](y.png)", "[tekst][1]", "noot[^1]", "# kop", "<b>vet</b><br/>", "R&amp;D en &#233;", "- een", "• een", "p* < 0,05 en p** < 0,01, a_b_c, 3 * 4 * 5, x < y > z"],
  "alinea's": ["onbekend", long(6000), long(6001), "twee\nregels", "twee\n\nalinea's\n- met streepje\n--- en meer", "geboortedatum: 12 maart 1961", "bsn 123456782", "+31 6 1234 5678", "ver\u200bborgen", "twee\u202ekanten", "patiÃ«nt", "ra\u0430r", "a\u0301\u0301\u0301\u0301\u0301\u0301", "cafe\u0301", "\ue000", "𝐯𝐞𝐭", "lost \ufffd", "bel\u0007", "regel\u2028einde", "👩‍⚕️ en ❤️", "tab\ten spatie", "???", "een \ufffc", "ᴘᴏᴇ\u249c", "Neem mee:\n- een vriend\n- **een briefje**", "Tekst.\n\n## Kop\n\nTekst."],
  webadres: [
    "onbekend", "https://www.voorbeeld.nl/", "http://voorbeeld.nl:8080/a?b=c#d", "www.voorbeeld.nl", "voorbeeld.nl/pad", "voorbeeld", "ftp://voorbeeld.nl", "javascript:alert(1)", "mailto:info@voorbeeld.nl", "info@voorbeeld.nl", "030-1234567",
    "//voorbeeld.nl", "/keuzehulpen/", "/a//b", "#doel", "#", "https://", "https://a b.nl", "https://jan@voorbeeld.nl/", "https://127.0.0.1/", "https://[::1]/", "https://0x7f.1/", "https://localhost/", "https://huis.local/", "https://voorbeeld.nl:99999/",
    "https://voorbeeld.nl:x/", "https://-a.nl/", "https://a..nl/", "https://voorbeeld.nl/a\\b", "https://voorbeeld.nl/<b>", "https://voorbeeld.nl/%zz", "https://voorbeeld.nl/%00", "https://voorbeeld.nl/\u200b", "https://voorbeeld.nl/?utm_source=x&id=1#top", "https://voorbeeld.nl/?fbclid=1",
    "https://patiënt.nl/", "https://voorbе\u0435ld.nl/", `https://voorbeeld.nl/${"a".repeat(1979)}`, `https://voorbeeld.nl/${"a".repeat(1980)}`, "keuzehulp.pdf", "../keuzehulpen/knie.md", "?q=1", "voorbeeld.nl:8080",
    "<https://voorbeeld.nl/>", "<voorbeeld.nl", "https://voorbeeld.nl/\"", "https://t.co/x", "https://eur02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fvoorbeeld.nl%2F&data=x", "https://www.google.com/url?q=javascript:x", "https://urldefense.com/v3/__https://voorbeeld.nl/a?b=c__;!!x", "https://www.bing.com/ck/a?u=a1aHR0cHM6Ly92b29yYmVlbGQubmwv",
    "https://:443/", "https://voorbeeld.nl@", "https://@:1", "https://voorbeeld.nl/%E2%80%AE", "https://voorbeeld.nl/?q=a%e2%81%a7", "https://voorbeeld.nl/%C3%A9%E2%80",
  ],
  tijd: ["onbekend", "19.00", "9:30", "24.00", "half acht", "19", "19.60"],
  getal: ["onbekend", "0", "20", "-1", "1,5", "1.5", "twintig", "1000000", "1000001", "99999999999", "20 minuten"],
  datum: ["onbekend", "2024", "2024-02", "2024-02-29", "2023-02-29", "2024-13", "1850", "2024-1-5", "2024-3", "31-5-2024", "1/2/2024", "medio 2024-10", "half 2024", "begin 2024-01-01", "gisteren", "2024-05-31T10:00"],
  begrip: ["onbekend", "ja", "bestaat-niet", "Gratiss", "gratis", "B1", "Trekker"],
  begrippen: [["onbekend"], "onbekend", ["algemeen"], ["algemeen", "algemeen"], ["algemeen", "onbekend"], ["bestaat-niet"], ["Suikerziekte"], ["knie artrose"], Array(61).fill(0).map((_, i) => `x${i}`)],
  teksten: ["onbekend", ["een: twee", "- drie", "“vier”"], ["zelfde", "zelfde"], ["een", "onbekend"], ["een", "-"], [long(6001)], ["regel\nregel", "b"], ["mail piet@verzonnen.nl"], Array(61).fill(0).map((_, i) => `tekst ${i}`)],
  kaart: ["onbekend", "bestaat-niet", "ver-zonnen"],
  kaarten: ["onbekend", ["bestaat-niet"], ["keuzehulpen/bestaat-niet"], ["bestaat-niet.md", "onbekend"], ["zelf", "zelf"]],
  antwoorden: ["onbekend", { "bestaat-niet": "ja" }, { "bestaat-niet": "misschien" }],
};

/** Texts in which something stands that a card does not have, or only seems to. */
const texts = [
  "# Kop\n\nTekst.", "## Kop\n\n#### Kop\n\n## Kop\n\n### Kop", "# Kop\n\n### Kop", "Tekst.\n\n## Kop\n\n# Kop\n\n#geen kop\n\n    # code", "Een ![plaatje](https://voorbeeld.nl/x.png) en ![](x.png).", "Een <b>vet</b> woord en <i>nog</i> een.", "Een regel.<br>\nEen regel.<br/>\nEen regel.",
  "<p>Een alinea.</p>\n\nTekst.", "<div>\n<b>x</b>\n</div>\n\nTekst <u>x</u>.", "<span>\nx\n</span>", "Tekst <!-- opmerking --> tekst.", "p < 0,05 en n > 3; a <b en c", "Zie `<b>` en ``` `<i>` ```.\n\n```\n<b># x</b> https://voorbeeld.nl\n```\n",
  "Zie https://voorbeeld.nl/ of www.voorbeeld.nl.", "Zie [de site](https://voorbeeld.nl/) of <https://voorbeeld.nl/>.", "Schrijf \\<b> of \\# zo.", "Een <a href=\"https://voorbeeld.nl/\">link</a>.", "<h2>Kop</h2>\n\n<ul>\n<li>x</li>\n</ul>\n\nTekst.", "Mail <info@voorbeeld.nl>.", "1 <2> 3 <-> 4",
  "##\n\nTekst.", "[x](/nergens/) [naar de top](#k-top) [](/over/) [lees hier](/over/) [voorbeeld.nl](https://elders.nl/) [naar huis](http://localhost/)", "a | b\n---|---\n1 | 2 | 3", "Noot[^1].\n\n[^2]: Een noot.", `x\n\n${"> ".repeat(21)}x`, "x".repeat(10_001), "regel\n".repeat(18_000),
  "---\ntitel: Nog een\nsoort:\n- tweede\n---\n\nTekst.", "##Kop\n\n• een\n• twee\n\na | b\n---|---|---\n\n    Een zin die te ver inspringt.\n\nEen zin.\n---\n\n**Let op:**tekst en H~2~O, [tekst][9] en {{ x }}.",
  "***", "&nbsp;", "Tekst.\n<<<<<<< HEAD\nVan mij.\n=======\nVan u.\n>>>>>>> tak",
];

/** Any value of a field. */
const some = ({ kind }) => ({ datum: "2024", teksten: ["verzonnen"], begrippen: ["verzonnen"], antwoorden: { verzonnen: "ja" } })[kind] ?? "verzonnen";

/** Entries in which each field in turn has each value of its kind. */
function* entries(data) {
  const entry = (collection, changes) => ({ collection, values: { ...least[collection], bronnen: [source], ...changes }, body });
  for (const [collection, { fields }] of Object.entries(data.collections)) {
    yield entry(collection, {});
    yield entry(collection, Object.fromEntries(fields.filter(({ kind, key }) => kind === "alinea's" && key !== "hoofdtekst").map(({ key }) => [key, long(6000)])));
    if (collection === "keuzehulpen") yield { ...entry(collection, { kosten: "gratis" }), body: "Een pagina [van een begrip](/aandoeningen/algemeen/), en van een begrip [dat er geen heeft](/kosten/gratis/)." };
    yield entry(collection, { bronnen: Array(8).fill({ ...source, toelichting: long(6000) }) });
    yield { collection, values: {}, body: "" };
    yield { ...entry(collection, {}), body: "onbekend" };
    yield { ...entry(collection, {}), body: "Een tekst met jan@verzonnen.nl erin, en ver\u200bborgen.\n\nBel 06-12345678." };
    yield { ...entry(collection, {}), body: "---\n\nTekst: “met” --- tekens 👍\n\n- een\n- twee\n\n---" };
    for (const text of texts) yield { ...entry(collection, {}), body: text };
    for (const field of fields) {
      if (field.key === "titel" || field.key === "hoofdtekst") continue;
      yield entry(collection, { [field.key]: undefined });
      for (const value of values[field.kind] ?? []) yield entry(collection, { [field.key]: value });
      if (field.kind === "antwoorden") {
        const [[term]] = data.vocabularies[field.of].terms;
        for (const mark of ["onbekend", "misschien", data.vocabularies[field.marks].terms[0][0]]) yield entry(collection, { [field.key]: { [term]: mark } });
      }
      if (!field.fields) continue;
      const wrap = (group) => entry(collection, { [field.key]: field.kind === "groepen" ? [group] : group });
      yield entry(collection, { [field.key]: "onbekend" });
      if (field.kind === "groepen") yield entry(collection, { [field.key]: Array(61).fill(source) });
      const fill = Object.fromEntries(field.fields.filter((inner) => inner.required).map((inner) => [inner.key, some(inner)]));
      for (const inner of field.fields) {
        yield wrap({ ...fill, [inner.key]: undefined });
        yield wrap({ [inner.key]: some(inner) });
        for (const value of values[inner.kind] ?? []) yield wrap({ ...fill, [inner.key]: value });
      }
    }
  }
  for (const [collection, [[, titel]]] of Object.entries(data.entries)) yield entry(collection, { titel });
  for (const [collection, changes] of [
    ["keuzehulpen", { titel: undefined }], ["keuzehulpen", { titel: "onbekend" }], ["keuzehulpen", { titel: undefined, samenvatting: undefined }], ["keuzehulpen", { titel: "regel\nregel" }], ["keuzehulpen", { titel: "…" }], ["keuzehulpen", { titel: long(201) }],
    ["keuzehulpen", { nagekeken: "2027-01-01" }], ["keuzehulpen", { nagekeken: "2025-11-22" }], ["keuzehulpen", { nagekeken: "2025-11-23" }], ["nieuws", { nagekeken: "2020" }],
    ["keuzehulpen", { uitgebracht: "2026-11-22" }], ["keuzehulpen", { uitgebracht: "2026-11-23" }], ["toolkits", { herzien: "medio 2026-11" }], ["competentiesets", { herzien: "2027" }], ["nieuws", { bronnen: [source, { ...source, datum: "2026-12" }] }],
    ["toolkits", { archief: { datum: "2027", reden: "Verzonnen reden." } }], ["praktijkvoorbeelden", { periode: { van: "2027", tot: "2028" } }], ["praktijkvoorbeelden", { periode: { van: "2022", tot: "2028" }, fase: "afgerond" }],
    ["praktijkvoorbeelden", { periode: { van: "2022", tot: "2028" }, fase: "pilot" }], ["bijeenkomsten", { datum: "2026-12-24", status: "gehouden" }], ["bijeenkomsten", { datum: "2026-12-24", status: "geannuleerd" }], ["nieuws", { datum: "2027" }],
    ["keuzehulpen", { uitgebracht: "2020", herzien: "2019" }], ["keuzehulpen", { uitgebracht: "2021-11-22" }], ["keuzehulpen", { uitgebracht: "2021-11-23" }], ["toolkits", { uitgebracht: "2010", herzien: "2025", nagekeken: "2020" }],
    ["keuzehulpen", { uitgebracht: "2010", archief: { datum: "2024", reden: "Verzonnen reden." } }],
    ["praktijkvoorbeelden", { periode: { van: "2022", tot: "2021" } }], ["praktijkvoorbeelden", { organisaties: [{ rol: "trekker" }, { naam: "Verzonnen" }] }],
    ["keuzehulpen", { leeftijd: { van: "18", tot: "12" } }], ["keuzehulpen", { leeftijd: { van: "18", tot: "18" } }], ["keuzehulpen", { leeftijd: { tot: "12" } }],
    ["keuzehulpen", { overgenomen_door: [{ datum: "2025" }, { naam: "Verzonnen" }] }], ["praktijkvoorbeelden", { overgenomen_door: [{ organisatie: "onbekend" }] }],
    ["keuzehulpen", { opties: [{ naam: "Een" }] }], ["keuzehulpen", { opties: [{ naam: "Een" }, { naam: "Twee" }] }], ["keuzehulpen", { opties: [{ uitleg: "Zonder naam" }, { naam: "Twee" }] }],
    ["keuzehulpen", { bronnen: [{ ...source, link: "https://www.scribd.com/doc/1" }] }], ["keuzehulpen", { bronnen: [{ ...source, link: "https://docplayer.nl/1" }] }],
    ["bijeenkomsten", { begin: "19.00", eind: "18.00" }], ["bijeenkomsten", { begin: "9:00", eind: "10.00" }], ["bijeenkomsten", { datum: "2026-11-21" }], ["bijeenkomsten", { datum: "2026-11-22" }], ["bijeenkomsten", { datum: "2025", status: "gehouden" }],
  ]) yield entry(collection, changes);
}

const kept = (problems) => problems.map(({ rule, severity, message, hint }) => `${rule} (${severity}): ${message} | ${hint}`).sort();

describe("the form and the check", () => {
  /** @type {{entry: any, file: string, form: string[], check: string[]}[]} */
  let cases;
  let rules;
  before(async (t) => {
    const dir = newProject({ after: (remove) => process.on("exit", remove) });
    kaartenbak(["build", "--out", "uit", "--today", today], dir);
    const [form, { check, clean }, { file }] = await formModules(join(dir, "uit"), "data", "rules", "yaml");
    const { data } = form;
    cases = [...entries(data)].map((entry, i) => {
      const slug = `zz-geval-${i}`;
      const { fields } = data.collections[entry.collection];
      const values = clean(fields, Object.keys(entry.values).length && !("titel" in entry.values) ? { titel: `Geval ${i}`, ...entry.values } : entry.values);
      const whole = { ...entry, slug, values };
      const name = `content/${entry.collection}/${slug}.md`;
      mkdirSync(join(dir, "content", entry.collection), { recursive: true });
      writeFileSync(join(dir, name), file(whole, fields));
      const said = check(whole).map((p) => ({ ...p, severity: p.warning ? "warning" : "error" }));
      return { entry, file: name, form: kept(said), check: [] };
    });
    const found = JSON.parse(kaartenbak(["check", "--format", "json", "--today", today], dir).out);
    const byFile = Map.groupBy ? Map.groupBy(found, (p) => p.file) : found.reduce((map, p) => map.set(p.file, [...(map.get(p.file) ?? []), p]), new Map());
    for (const one of cases) one.check = kept(byFile.get(one.file) ?? []);
    rules = JSON.parse(kaartenbak(["rules", "--format", "json"]).out).map(({ rule }) => rule);
  });

  test("say the same of every value of every field", () => {
    assert.ok(cases.length > 1000, `${cases.length} cases`);
    const wrong = cases.filter(({ form, check }) => JSON.stringify(form) !== JSON.stringify(check));
    const report = wrong.slice(0, 12).map(({ entry, form, check }) => {
      const changed = Object.entries(entry.values).filter(([key, value]) => JSON.stringify(least[entry.collection][key]) !== JSON.stringify(value) && (key !== "bronnen" || value?.[0] !== source));
      return `${entry.collection} ${JSON.stringify(Object.fromEntries(changed)).slice(0, 200)}\n  form:  ${form.join("\n         ")}\n  check: ${check.join("\n         ")}`;
    });
    assert.equal(wrong.length, 0, `${wrong.length} of ${cases.length} differ:\n${report.join("\n")}`);
  });

  test("every rule is said by the form, or cannot be broken in it", () => {
    const said = new Set(cases.flatMap(({ form }) => form.map((line) => line.split(" ")[0])));
    // What a form cannot do: the writing of files and of YAML, values of another
    // shape, and other files than the entry.
    const notInAForm = new Set(readFileSync(join(project, "tests/form.rules.txt"), "utf8").split("\n").filter((line) => line && !line.startsWith("#")));
    for (const rule of rules) assert.ok(said.has(rule) !== notInAForm.has(rule), `${rule}: ${said.has(rule) ? "is said, and is in form.rules.txt" : "is not said, and not in form.rules.txt"}`);
  });
});
