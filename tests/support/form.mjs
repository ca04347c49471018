// The modules of the form outside a browser, with the data of a built site.
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { mock } from "node:test";
import { runInThisContext } from "node:vm";
import { project, today } from "./site.mjs";

/**
 * Loads modules of templates/components/form. They find the data where a page
 * has it, so that there is one site for each process, and it is the day of the tests.
 * @param {string} dir of a built site
 * @param {string[]} names
 * @returns {Promise<any[]>}
 */
export async function formModules(dir, ...names) {
  mock.timers.enable({ apis: ["Date"], now: new Date(today) });
  const name = readdirSync(join(dir, "assets")).find((file) => /^form-data\..*\.js$/.test(file));
  runInThisContext(readFileSync(join(dir, "assets", String(name)), "utf8"));
  const folder = mkdtempSync(join(tmpdir(), "kaartenbak-form-"));
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  cpSync(join(project, "templates/components/form"), folder, { recursive: true });
  cpSync(join(project, "search/client"), join(folder, "node_modules/search-client"), { recursive: true });
  writeFileSync(join(folder, "package.json"), '{"type": "module"}');
  return Promise.all(names.map((one) => import(join(folder, `${one}.js`))));
}

/** The least that each collection asks, so that the check is content. */
export const least = {
  keuzehulpen: {
    samenvatting: "Verzonnen keuzehulp voor een test.", beslissing: "Links of rechts?", aandoeningen: ["algemeen"], instrumenten: ["keuzehulp"], doelgroep: "Verzonnen mensen.", niet_voor: "onbekend",
    link: "onbekend", toegang: "onbekend", kosten: "onbekend", talen: "onbekend", makers: "onbekend", financiering: "onbekend", status: "actueel", bijwerken: "onbekend",
  },
  praktijkvoorbeelden: {
    samenvatting: "Verzonnen voorbeeld voor een test.", organisaties: [{ naam: "Verzonnen huis" }], sectoren: "onbekend", regios: "onbekend", periode: "onbekend", fase: "onbekend",
    aandoeningen: "onbekend", themas: "onbekend", resultaten: "onbekend", lessen: ["Een verzonnen les."],
  },
  toolkits: {
    samenvatting: "Verzonnen toolkit voor een test.", doel: "Verzonnen doel.", doelgroep: "Verzonnen mensen.", themas: "onbekend", link: "onbekend", kosten: "onbekend", talen: "onbekend", makers: "onbekend", status: "onbekend",
  },
  competentiesets: { samenvatting: "Verzonnen set voor een test.", beroepen: "onbekend", competenties: "onbekend", link: "onbekend", makers: "onbekend", status: "onbekend" },
  bijeenkomsten: { samenvatting: "Verzonnen bijeenkomst voor een test.", datum: "2026-12-01", status: "gepland", regios: "onbekend", doelgroep: "Verzonnen mensen.", organisatoren: "onbekend" },
  nieuws: { samenvatting: "Verzonnen bericht voor een test.", datum: "2026-11" },
};

/** A source that says of itself that it is made up. */
export const source = { titel: "Verzonnen bron", uitgever: "Verzonnen uitgever", datum: "2025" };
