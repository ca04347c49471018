// The form as a newcomer uses it: fill it in, take the file, put it in content/,
// and find the card on the site. Nothing that was typed is lost on the way.
import assert from "node:assert/strict";
import { cpSync, existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { launch } from "./support/browser.mjs";
import { kaartenbak, newProject } from "./support/command.mjs";
import { serve } from "./support/server.mjs";
import { content, sites, today } from "./support/site.mjs";

/** The answers of a newcomer to what each form asks: a text, one to choose, or "?" for not known. */
const answers = {
  keuzehulpen: {
    titel: "Verzonnen hulp: “links” of 'rechts'? 👍", samenvatting: "Voor wie moet kiezen: links of rechts.\n--- En verder\n- niets", hoofdtekst: "Een **verzonnen** tekst.\n\n## Kop\n\n- een\n- twee", beslissing: "Links, rechts of niets?",
    aandoeningen: ["gonar"], instrumenten: ["keuzeh"], doelgroep: "Verzonnen mensen", niet_voor: "?", link: "https://keuze.example/hulp?a=1#b", toegang: "@open", kosten: "?", talen: "?", makers: ["patienten"], financiering: "?", status: "@actueel", bijwerken: "?",
  },
  praktijkvoorbeelden: {
    titel: "Verzonnen voorbeeld op de poli", samenvatting: "Wat een verzonnen huis deed.", hoofdtekst: "Het verhaal.", "organisaties.naam": "Verzonnen huis", sectoren: "?", regios: "?", periode: "?", fase: "?", aandoeningen: ["suikerz", "heup"], themas: "?", resultaten: "?", lessen: ["Begin klein: één poli."],
  },
  toolkits: { titel: "Verzonnen toolkit", samenvatting: "Materiaal.", hoofdtekst: "Uitleg.", doel: "Oefenen.", doelgroep: "Zorgverleners", themas: "?", link: "?", kosten: "?", talen: "?", makers: "?", status: "?" },
  competentiesets: { titel: "Verzonnen set", samenvatting: "Wat iemand kan.", hoofdtekst: "?", beroepen: "?", "competenties.naam": "Kan luisteren", link: "?", makers: "?", status: "?" },
  nieuws: { titel: "Verzonnen nieuws", samenvatting: "Er is iets.", hoofdtekst: "Het bericht.", datum: "2026-11" },
};

const source = { "bronnen.titel": "Verzonnen bron", "bronnen.uitgever": "Verzonnen uitgever", "bronnen.datum": "2025" };

/** The field at a path, which may be in a group. */
function at(page, path) {
  const [key, inner] = path.split(".");
  const outer = page.locator(`:is(.form-section, .form-more) > [data-key="${key}"]`);
  return inner ? outer.locator(`[data-key="${inner}"]`).first() : outer;
}

/** Answers one question. */
async function answer(page, path, value) {
  const field = at(page, path);
  if (value === "?") return field.locator("> .field-unsure input").check();
  for (const one of [value].flat()) {
    if (Array.isArray(value) && (await field.locator("[role=combobox]").count())) {
      const box = field.locator("[role=combobox]");
      await box.pressSequentially(one);
      await box.press("ArrowDown");
      await box.press("Enter");
    } else if (one.startsWith("@")) await field.locator("select").selectOption(one.slice(1));
    else await field.locator("textarea, input[type=text]").first().fill(one);
  }
}

/** Takes the file that the form makes. */
async function take(page) {
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Download de kaart" }).click()]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), "utf8") };
}

const build = (dir) => kaartenbak(["build", "--out", "uit", "--today", today], dir);
const data = (dir, collection) => JSON.parse(readFileSync(join(dir, "uit/data", `${collection}.json`), "utf8"));
const problemsOf = (dir, file) => JSON.parse(kaartenbak(["check", "--format", "json", "--today", today, file], dir).out).filter((p) => p.file === file);

describe("the form", () => {
  let browser, host, dir, page;
  const open = async (path) => {
    await page.goto(host.root + path, { waitUntil: "load" });
    await page.locator(".entry-form").waitFor();
  };
  /** Opens a form in which nothing was filled in before: the page that is left keeps its draft. */
  const fresh = async (path) => {
    await page.goto(host.root);
    await page.evaluate(() => localStorage.clear());
    await open(path);
  };
  before(async () => {
    // The catalogue itself, with an address to send cards to.
    dir = newProject({ after: (remove) => process.on("exit", remove) });
    rmSync(join(dir, "content"), { recursive: true });
    cpSync(content.catalogue, join(dir, "content"), { recursive: true });
    cpSync(join(content.fixture, "site.yaml"), join(dir, "content/site.yaml"));
    const made = build(dir);
    assert.equal(made.code, 0, made.err);
    host = await serve(join(dir, "uit"), "/sub/");
    browser = await launch();
    const context = await browser.newContext({ acceptDownloads: true, viewport: { width: 1280, height: 900 }, permissions: ["clipboard-read", "clipboard-write"] });
    page = await context.newPage();
    page.setDefaultTimeout(10_000);
    page.on("pageerror", (error) => assert.fail(String(error)));
  });
  after(async () => {
    await browser?.close();
    await host?.close();
  });

  /** Puts a file in the content, builds, and gives the card as data. */
  function publish(collection, { name, text }) {
    const file = `content/${collection}/${name}`;
    writeFileSync(join(dir, file), text);
    assert.deepEqual(problemsOf(dir, file).filter((p) => p.severity === "error"), [], text);
    const made = build(dir);
    assert.equal(made.code, 0, made.err);
    const found = data(dir, collection).find(({ id }) => `${id}.md` === name);
    assert.ok(found, `${name} is in the catalogue`);
    return found;
  }

  for (const [collection, asked] of Object.entries(answers)) {
    test(`a newcomer makes a card for ${collection}`, async () => {
      await page.goto(`${host.root}insturen/`);
      await page.locator(`main li.kind-${collection} a`).first().click();
      await page.locator(".entry-form").waitFor();
      for (const [path, value] of Object.entries({ ...asked, ...source })) await answer(page, path, value);
      await page.getByRole("button", { name: "Kijk de kaart na" }).click();
      assert.match(await page.locator(".form-summary h2").innerText(), /Alles is ingevuld/, await page.locator(".form-summary").innerText());
      assert.equal(await page.locator(".form-card h3").innerText(), asked.titel);
      const card = publish(collection, await take(page));
      assert.equal(card.titel, asked.titel);
      assert.equal(card.samenvatting, asked.samenvatting);
      for (const [path, value] of Object.entries(asked)) if (value === "?" && path !== "hoofdtekst") assert.equal(card[path], "onbekend", path);
      assert.equal(card.bronnen[0].titel, "Verzonnen bron");
      await page.goto(`${host.root}${collection}/${card.id}/`);
      assert.equal((await page.locator("h1").innerText()).normalize(), asked.titel);
      await page.goto(`${host.root}zoeken/?q=${encodeURIComponent(asked.titel)}`);
      await page.locator('[data-search-status="ready"]').waitFor();
      assert.match(await page.locator("[data-search-result]").first().getAttribute("href"), new RegExp(`${collection}/${card.id}/$`));
    });
  }

  test("somebody with a keyboard only makes a card for a meeting", async () => {
    await open("insturen/bijeenkomst/");
    const where = () => page.evaluate(() => {
      const keys = [];
      for (let e = document.activeElement?.closest("[data-key]"); e; e = e.parentElement?.closest("[data-key]")) if (!/^\d*$/.test(e.dataset.key)) keys.unshift(e.dataset.key);
      return `${keys.join(".")} ${document.activeElement?.type ?? ""}`;
    });
    const tabTo = async (wanted) => {
      for (let i = 0; i < 120; i++) {
        await page.keyboard.press("Tab");
        if ((await where()).startsWith(wanted)) return;
      }
      assert.fail(`no way by Tab to ${wanted}`);
    };
    const type = async (path, text) => {
      await tabTo(path);
      await page.keyboard.type(text);
    };
    await type("titel text", "Verzonnen avond");
    await type("samenvatting textarea", "Een avond over samen beslissen.");
    await type("hoofdtekst textarea", "Iedereen is welkom.");
    await type("datum text", "2026-12-24");
    await tabTo("status select");
    await page.keyboard.press("ArrowDown");
    await type("regios text", "utr");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await type("doelgroep textarea", "Zorgverleners");
    await type("organisatoren text", "patienten");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await type("bronnen.titel text", "Verzonnen bron");
    await type("bronnen.uitgever text", "Verzonnen uitgever");
    await tabTo("bronnen.datum checkbox");
    await page.keyboard.press("Space");
    for (let i = 0; i < 60 && (await page.evaluate(() => document.activeElement?.textContent)) !== "Kijk de kaart na"; i++) await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    assert.match(await page.locator(".form-summary").innerText(), /^Alles is ingevuld/);
    assert.ok(await page.locator(".form-summary").evaluate((e) => e === document.activeElement), "the summary has the focus");
    for (let i = 0; i < 60 && (await page.evaluate(() => document.activeElement?.textContent)) !== "Download de kaart"; i++) await page.keyboard.press("Tab");
    const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
    const card = publish("bijeenkomsten", { name: download.suggestedFilename(), text: readFileSync(await download.path(), "utf8") });
    assert.equal(card.titel, "Verzonnen avond");
    assert.equal(card.bronnen[0].datum, "onbekend");
    assert.equal(card.regios.length, 1);
  });

  test("a card with every field goes through the form unchanged", async () => {
    const made = await serve(sites.fixture, "/sub/");
    const project = newProject({ after: (remove) => process.on("exit", remove) });
    const collections = readdirSync(join(content.fixture)).filter((name) => !/begrippen|paginas|\./.test(name));
    for (const collection of collections) {
      for (const name of ["volledig.md", "lastige-tekens.md"]) {
        if (!existsSync(join(content.fixture, collection, name))) continue;
        await page.goto(`${made.root}${collection}/${name.replace(".md", "")}/`);
        await page.getByRole("link", { name: "Verbeter deze kaart" }).click();
        await page.locator(".entry-form").waitFor();
        assert.match(await page.locator("h1").innerText(), /^Verbeter: /);
        const file = await take(page);
        assert.equal(file.name, name);
        writeFileSync(join(project, "content", collection, name), file.text);
      }
    }
    await made.close();
    const result = build(project);
    assert.equal(result.code, 0, result.err);
    for (const collection of collections) {
      const before = JSON.parse(readFileSync(join(sites.fixture, "data", `${collection}.json`), "utf8"));
      const after = data(project, collection);
      assert.deepEqual(after.map(({ url, ...rest }) => rest), before.map(({ url, ...rest }) => rest), collection);
    }
  });

  test("three thousand words, signs that YAML knows and emoji come through whole", async () => {
    const sentence = "Eén zin: met “aanhalingstekens”, een 'apostrof', #hekje, - streepje, 👩‍⚕️ ❤️ en 100% & meer.";
    const body = Array.from({ length: 200 }, (_, i) => `${sentence} Dit is alinea ${i + 1}.`).join("\n\n");
    assert.ok(body.split(/\s+/).length > 3000);
    const summary = '- "Begint: met een streepje"\n\n# en een hekje\n---\n  ingesprongen: ja\n*ster* & {accolade} [haak] | > ! % @ `streep` \\ \'enkel\'';
    await open("insturen/nieuwsbericht/");
    for (const [path, value] of Object.entries({ ...source, titel: "@ null: ~ 'yes' \"no\" # 🙂", samenvatting: summary, hoofdtekst: body, datum: "?" })) {
      if (path === "titel") await at(page, path).locator("input").first().fill(value);
      else await answer(page, path, value);
    }
    const file = await take(page);
    assert.ok(file.text.endsWith(`\n\n${body}\n`), "the text is in the file as it was typed");
    const card = publish("nieuws", file);
    assert.equal(card.titel, "@ null: ~ 'yes' \"no\" # 🙂");
    assert.equal(card.samenvatting, summary);
    await page.goto(`${host.root}nieuws/${card.id}/`);
    const shown = await page.locator(".story").innerText();
    assert.equal(shown.match(/Dit is alinea \d+/g).length, 200);
    assert.ok(shown.includes("“aanhalingstekens”") && shown.includes("👩‍⚕️ ❤️"));
  });

  test("a draft stays, and goes when it is wiped", async () => {
    await fresh("insturen/toolkit/");
    await answer(page, "titel", "Verzonnen concept");
    await answer(page, "doelgroep", "?");
    await page.goto(host.root); // at once, before anything was kept by the clock
    await open("insturen/toolkit/");
    assert.equal(await at(page, "titel").locator("input").first().inputValue(), "Verzonnen concept");
    assert.ok(await at(page, "doelgroep").locator("> .field-unsure input").isChecked());
    assert.match(await page.locator(".form-notices").innerText(), /Uw concept van .* staat er weer in/);
    page.once("dialog", (dialog) => dialog.accept());
    await Promise.all([page.waitForNavigation(), page.getByRole("button", { name: "Begin opnieuw" }).click()]);
    await page.locator(".entry-form").waitFor();
    assert.equal(await at(page, "titel").locator("input").first().inputValue(), "");
  });

  test("where the browser keeps nothing, leaving is warned of", async () => {
    const context = await browser.newContext();
    const other = await context.newPage();
    await other.addInitScript(() => Object.defineProperty(Storage.prototype, "setItem", { value: () => { throw new Error("full"); } }));
    await other.goto(`${host.root}insturen/toolkit/`);
    await answer(other, "titel", "Verzonnen concept");
    await other.locator(".form-saved:has-text('bewaart niets')").waitFor();
    const asked = new Promise((resolve) => other.once("dialog", (dialog) => (resolve(dialog.type()), dialog.accept())));
    await other.close({ runBeforeUnload: true });
    assert.equal(await asked, "beforeunload");
    await context.close();
  });

  test("what looks like data about one person is said while one types", async () => {
    await open("insturen/toolkit/");
    for (const [text, says] of [["nummer 111222333", /burgerservicenummer/], ["bel 06 12345678", /06-nummer/], ["jan.verzonnen@voorbeeld.nl", /e-mailadres van één persoon/], ["geboren op 1-2-1950", /geboortedatum/]]) {
      await answer(page, "doel", text);
      await page.keyboard.press("Tab");
      await at(page, "doel").locator(".field-warning").filter({ hasText: says }).waitFor();
    }
  });

  test("what is wrong in the text is said as the check says it, and shown at its line", async () => {
    await fresh("insturen/nieuwsbericht/");
    const lines = ["## Eerst", "", "Een [link](https://voorbeeld.nl/) en een [andere pagina](/bestaat-niet/).", "", "#### Te diep", "", "Een <b>vet</b> woord en een noot[^1]."];
    await answer(page, "hoofdtekst", lines.join("\n"));
    const body = at(page, "hoofdtekst");
    await body.locator("textarea").press("Tab");
    await body.locator(".field-problem").nth(4).waitFor();
    const told = await body.locator(".field-problem").allInnerTexts();
    const file = join(dir, "content/nieuws/zz-tekst.md");
    const card = (await take(page)).text;
    writeFileSync(file, card);
    const first = card.split("\n").indexOf(lines[0]);
    const found = problemsOf(dir, "content/nieuws/zz-tekst.md").filter((p) => p.line > first);
    rmSync(file);
    assert.deepEqual(told, found.map((p) => `${p.severity === "error" ? "Fout" : "Let op"}: ${p.message} – ${p.hint} Toon regel ${p.line - first}`));
    assert.equal(told.length, 5);
    await body.getByRole("button", { name: "Toon regel 5" }).press("Enter");
    assert.equal(await body.locator("textarea").evaluate((e) => e.value.slice(e.selectionStart, e.selectionEnd)), lines[4]);
  });

  test("how easily the text reads is a hint", async () => {
    await fresh("insturen/nieuwsbericht/");
    await page.locator(".form-reading").filter({ hasText: /woorden/ }).waitFor();
    await answer(page, "hoofdtekst", "De gezondheidszorgprofessionals implementeren multidisciplinaire besluitvormingsondersteuning overeenkomstig evidencebased richtlijnaanbevelingen. ".repeat(12));
    const hard = await page.locator(".form-reading").filter({ hasText: /moeilijk/i }).innerText();
    assert.match(hard, /96 woorden, gemiddeld 8,0 in een zin/);
    await answer(page, "hoofdtekst", "Wij gaan naar de arts. De arts praat met ons. Wij kiezen zelf. ".repeat(12));
    await page.locator(".form-reading").filter({ hasNotText: /moeilijk/i }).waitFor();
    assert.equal(await at(page, "hoofdtekst").locator(".field-problem").count(), 0);
  });

  test("the way to the forge opens after the statements, with the text in it", async () => {
    await fresh("insturen/nieuwsbericht/");
    for (const [path, value] of Object.entries({ ...answers.nieuws, ...source, titel: "Verzonnen bericht" })) await answer(page, path, value);
    const forge = page.getByRole("link", { name: "Indienen via code.example" });
    await forge.click();
    assert.match(await page.locator(".form-said").innerText(), /Kruis eerst de drie zinnen/);
    assert.equal(page.context().pages().length, 1);
    for (const box of await page.locator(".statement input").all()) await box.check();
    const href = new URL(await forge.getAttribute("href"));
    assert.equal(href.origin + href.pathname, "https://code.example/verzonnen/kaartenbak/new/hoofd/content/nieuws");
    assert.equal(href.searchParams.get("filename"), "verzonnen-bericht.md");
    assert.equal(href.searchParams.get("value"), (await take(page)).text);
    await page.context().route("https://code.example/**", (route) => route.fulfill({ body: "forge" }));
    await answer(page, "hoofdtekst", "Een lange zin van zes woorden.\n".repeat(400));
    const [tab] = await Promise.all([page.context().waitForEvent("page"), forge.click()]);
    assert.equal(new URL(tab.url()).searchParams.get("value"), null);
    await tab.close();
    await page.locator(".form-said").filter({ hasText: "gekopieerd" }).waitFor();
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), (await take(page)).text);
  });

  test("a name that is taken, and errors, hold the card back", async () => {
    await fresh("insturen/nieuwsbericht/");
    const [taken] = readdirSync(join(dir, "content/nieuws"));
    for (const [path, value] of Object.entries({ ...answers.nieuws, ...source, datum: "gisteren" })) await answer(page, path, value);
    await page.getByLabel("Naam van het bestand").fill(taken.replace(".md", ""));
    for (const box of await page.locator(".statement input").all()) await box.check();
    await page.getByRole("link", { name: "Indienen via" }).click();
    assert.equal(page.context().pages().length, 1);
    assert.match(await page.locator(".form-said").innerText(), /Kijk eerst de meldingen na/);
    assert.match(await page.locator(".form-hand").innerText(), /Er is al een kaart met deze naam/);
    const link = page.locator(".form-summary a", { hasText: "Datum" });
    await link.click();
    assert.equal(await page.evaluate(() => document.activeElement?.closest("[data-key]")?.getAttribute("data-key")), "datum");
  });

  test("what only an editor fills in is asked of an entry that is there", async () => {
    const [slug] = readdirSync(join(dir, "content/nieuws")).map((name) => name.replace(".md", ""));
    for (const [query, count] of [["", 0], [`?kaart=${slug}`, 1]]) {
      await fresh(`insturen/nieuwsbericht/${query}`);
      for (const key of ["vervangen_door", "archief"]) assert.equal(await at(page, key).count(), count, `${key} ${query}`);
    }
  });

  test("a correction shows its steps in pictures and ends on the file of the forge", async () => {
    await page.evaluate(() => localStorage.clear());
    const [slug] = readdirSync(join(dir, "content/nieuws")).map((name) => name.replace(".md", ""));
    await open(`insturen/nieuwsbericht/?kaart=${slug}`);
    assert.equal(await page.locator(".form-steps img").count(), 4);
    for (const image of await page.locator(".form-steps img").all()) {
      await image.scrollIntoViewIfNeeded();
      await image.evaluate((e) => e.decode()); // or it has no picture
      assert.ok(await image.evaluate((e) => e.naturalWidth > 0));
    }
    await page.getByRole("button", { name: "Kopieer de tekst" }).click();
    await page.locator(".form-said").filter({ hasText: "Gekopieerd" }).waitFor();
    assert.match(await page.evaluate(() => navigator.clipboard.readText()), /^---\ntitel: /);
    assert.equal(await page.getByRole("link", { name: "Open het bestand op code.example" }).getAttribute("href"), `https://code.example/verzonnen/kaartenbak/edit/hoofd/content/nieuws/${slug}.md`);
    await page.goto(`${host.root}insturen/nieuwsbericht/?kaart=bestaat-niet`);
    await page.getByText("Er is geen kaart met deze naam.").waitFor();
    assert.ok(await page.getByRole("link", { name: "Download een lege kaart" }).isVisible());
  });

  test("without script the page shows the other ways", async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const plain = await context.newPage();
    await plain.goto(`${host.root}insturen/keuzehulp/`);
    const empty = plain.getByRole("link", { name: "Download een lege kaart" });
    const answer = await context.request.get(new URL(await empty.getAttribute("href"), plain.url()).href);
    assert.match(await answer.text(), /^---\n/);
    await plain.getByRole("link", { name: "Bekijk alle manieren" }).click();
    assert.match(plain.url(), /\/sub\/insturen\/$/);
    await context.close();
  });

  test("where what the form knows cannot be had, the page shows the other ways too", async () => {
    for (const gone of [/\/latest\.js$/, /\/form-data\.[0-9a-f]+\.js$/]) {
      const context = await browser.newContext();
      const plain = await context.newPage();
      plain.on("pageerror", (error) => assert.fail(String(error)));
      const asked = plain.waitForEvent("requestfailed", (request) => gone.test(request.url()));
      await plain.route(gone, (route) => route.abort());
      await plain.goto(`${host.root}insturen/keuzehulp/`);
      await asked;
      assert.ok(await plain.getByRole("link", { name: "Download een lege kaart" }).isVisible());
      await context.close();
    }
  });
});
