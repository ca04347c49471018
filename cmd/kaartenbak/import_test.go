package main

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"kaartenbak/generator"
	"kaartenbak/generator/catalogue"
	"kaartenbak/generator/export"
	"kaartenbak/generator/fixture"
	"kaartenbak/generator/sheet"
	"kaartenbak/generator/workbook"
	"kaartenbak/templates"
)

// sheetDay is the day on which sheets are read in here: what is to be checked again by then
// is told.
var sheetDay = fixture.Today.Format(time.DateOnly)

// imported runs the verb, and gives what it prints and its exit code.
func imported(t *testing.T, args ...string) (stdout, stderr string, code int) {
	t.Helper()
	var out, errs bytes.Buffer
	c := &call{stdout: &out, stderr: &errs}
	code = c.finish(c.run(append([]string{"import", "--today", sheetDay}, args...)))
	return out.String(), errs.String(), code
}

// opened reads a content folder.
func opened(t *testing.T, dir string) *generator.Site {
	t.Helper()
	site, err := generator.Check(generator.Config{Content: os.DirFS(dir), ContentName: dir, Templates: templates.FS, Today: fixture.Today})
	if err != nil {
		t.Fatal(err)
	}
	return site
}

// values are the entries of a collection as data, and their texts as they were written.
func values(t *testing.T, site *generator.Site, c *catalogue.Collection) string {
	t.Helper()
	var b bytes.Buffer
	if err := export.JSON(&b, site.Catalogue.Of(c), ""); err != nil {
		t.Fatal(err)
	}
	for _, e := range site.Catalogue.Of(c) {
		body, err := site.Body(e)
		if err != nil {
			t.Fatal(err)
		}
		b.WriteString(e.Slug + "\n" + body + "\n")
	}
	return b.String()
}

// Every entry of the catalogue goes out as a spreadsheet and as CSV, and comes back with
// the same values and the same text.
func TestEntriesComeBack(t *testing.T) {
	whole := opened(t, "../../content")
	site, err := generator.NewOpener(generator.Config{Content: os.DirFS("../../content"), ContentName: "content", Templates: templates.FS, Today: fixture.Today, NoSearch: true})
	if err != nil {
		t.Fatal(err)
	}
	made, err := site.Open(fixture.Today)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range catalogue.Collections {
		if len(whole.Catalogue.Of(c)) == 0 {
			t.Errorf("no entries of %s", c.Name)
		}
		want := values(t, whole, c)
		for _, extension := range []string{".xlsx", ".csv"} {
			data, ok, err := made.Make("data/" + c.Name + extension)
			if err != nil || !ok {
				t.Fatal(c.Name, ok, err)
			}
			dir := t.TempDir()
			file := filepath.Join(dir, c.Name+extension)
			if err := os.WriteFile(file, data, 0o644); err != nil {
				t.Fatal(err)
			}
			emptied(t, dir+"/content", c)
			stdout, stderr, code := imported(t, "--content", dir+"/content", c.Name, file)
			if code != exitFine {
				t.Errorf("%s%s: exit code %d\n%s", c.Name, extension, code, stderr)
			}
			if n := strings.Count(stdout, "\n"); n != len(whole.Catalogue.Of(c)) {
				t.Errorf("%s%s: %d entries came back of %d\n%s", c.Name, extension, n, len(whole.Catalogue.Of(c)), stderr)
			}
			if got := values(t, opened(t, dir+"/content"), c); got != want {
				t.Errorf("%s%s:\n%s", c.Name, extension, differing(got, want))
			}
		}
	}
}

// emptied copies the content of this repository without the entries of a collection.
func emptied(t *testing.T, dir string, c *catalogue.Collection) {
	t.Helper()
	if err := os.CopyFS(dir, os.DirFS("../../content")); err != nil {
		t.Fatal(err)
	}
	if err := os.RemoveAll(filepath.Join(dir, c.Name)); err != nil {
		t.Fatal(err)
	}
}

// differing are the lines in which two texts differ, some of them.
func differing(got, want string) string {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	var all []string
	for i := 0; i < min(len(g), len(w)) && len(all) < 8; i++ {
		if g[i] != w[i] {
			all = append(all, "got  "+g[i], "want "+w[i])
		}
	}
	return strings.Join(all, "\n")
}

// messy is a spreadsheet as an organisation has it, of made-up examples: a merged title,
// words above the head, names of its own for columns in an order of its own, empty rows,
// dates of all kinds, several values in a cell, numbers as text and formulas.
func messy(t *testing.T, file string) {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	const s = "Blad1"
	f.SetSheetName("Sheet1", s)
	f.SetCellValue(s, "A1", "Verzonnen overzicht van voorbeelden")
	f.MergeCell(s, "A1", "H1")
	f.SetCellValue(s, "A2", "Bijgewerkt in mei")
	f.SetSheetRow(s, "A4", &[]any{"Nr", "Naam project", "Ziekenhuis", "Looptijd", "Aandoening", "Thema 1", "Thema 2", "In het kort", "Samenvating", "Geleerde lessen", "Regio", "Fase", "Soort zorg", "Resultaten", "Bron 1: titel", "Bron 1: datum", "Bron 2: titel", "Nagekeken"})
	day := time.Date(2025, 3, 4, 0, 0, 0, 0, time.UTC)
	f.SetSheetRow(s, "A6", &[]any{1, "Verzonnen voorbeeld een", "UMC Utrecht; Verzonnen Huis", "mrt-21 t/m eind 2023", "psoriasis, Eczeem", "Uitkomstinformatie", "uitkomstinformatie", "Een verzonnen project.", "x", "• eerst luisteren\n• dan kiezen", "Utrecht", "Afgerond", "ziekenhuis", "Onbekend", "Verzonnen verslag", "2024", "Tweede verslag", day})
	style, _ := f.NewStyle(&excelize.Style{NumFmt: 14})
	f.SetCellStyle(s, "R6", "R6", style)
	f.SetSheetRow(s, "A8", &[]any{"2", "Verzonnen voorbeeld twee", "?", "2021-2024", "Verzonnen kwaal", "-", "", "Nog een verzonnen project.", "", "", nil, "weet ik niet", "?", "", "", "31-2-2024"})
	f.SetCellFormula(s, "K8", `CONCATENATE("Ut","recht")`)
	f.SetSheetRow(s, "A9", &[]any{"3", "VERZONNEN voorbeeld een", "?"})
	if err := f.SaveAs(file); err != nil {
		t.Fatal(err)
	}
}

func TestImport(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "voorbeelden.xlsx")
	messy(t, file)
	content := dir + "/content"
	if err := os.CopyFS(content, os.DirFS("../../content")); err != nil {
		t.Fatal(err)
	}
	before := filesBelow(t, content)

	stdout, stderr, code := imported(t, "--content", content, "praktijkvoorbeelden", file)
	stderr = strings.ReplaceAll(stderr, dir+"/", "")
	const told = `voorbeelden.xlsx:Blad1!A4: "Nr" is geen veld: deze kolom wordt niet gelezen [onbekende-kolom]
	noem de kolom naar een veld, of laat de naam zo als dit niet op de kaart hoeft
voorbeelden.xlsx:Blad1!A4: in het rekenblad ontbreken verplichte velden; die worden onbekend: Hoofdtekst [veld-ontbreekt]
	maak er een kolom voor als u het antwoord weet
voorbeelden.xlsx:Blad1!I4: "Samenvating" is geen veld: deze kolom wordt niet gelezen [onbekende-kolom]
	bedoelt u "Samenvatting"?
voorbeelden.xlsx:Blad1!C6: "Verzonnen Huis" staat niet in de lijst organisaties en komt als naam op de kaart [alleen-een-naam]
	voeg de organisatie toe aan content/begrippen/organisaties.yaml, of laat het zo
voorbeelden.xlsx:Blad1!R6: nagekeken: 2025-03-04 is een jaar of langer geleden [opnieuw-nakijken]
	kijk de kaart na en vul de nieuwe datum in
voorbeelden.xlsx:Blad1!E8: aandoeningen: "Verzonnen kwaal" staat niet in de lijst aandoeningen [onbekend-begrip]
	kies een id uit content/begrippen/aandoeningen.yaml
voorbeelden.xlsx:Blad1!K8: de formule heeft geen uitkomst [formule]
	typ de waarde zelf, of herstel de formule
voorbeelden.xlsx:Blad1!P8: datum: "31-2-2024" is geen datum die hier past [datum]
	schrijf 2024-02-31
voorbeelden.xlsx:Blad1!B9: de kaart staat er twee keer in en is overgeslagen: rij 6 heeft dezelfde titel [lijkt-op]
	haal één van de twee rijen weg
3 fouten, 6 waarschuwingen
`
	stderr = strings.ReplaceAll(stderr, content, "content")
	if code != exitContent || stdout != "" || stderr != told {
		t.Errorf("exit code %d, standard output %q, standard error\n%s", code, stdout, differing(stderr, told))
	}
	if n := filesBelow(t, content); n != before {
		t.Errorf("%d files were written with an error in a row", n-before)
	}

	stdout, _, code = imported(t, "--content", content, "--format", "json", "--dry-run", "praktijkvoorbeelden", file)
	var problems []struct{ File, Cell, Rule string }
	if err := json.Unmarshal([]byte(stdout), &problems); err != nil || code != exitContent {
		t.Fatal(err, code)
	}
	if len(problems) != 9 || problems[5].Cell != "E8" || problems[4].File != file {
		t.Errorf("%+v", problems)
	}

	const name = "praktijkvoorbeelden/verzonnen-voorbeeld-een.md"
	for _, dry := range []bool{true, false} {
		args := []string{"--content", content, "--good-rows", "praktijkvoorbeelden", file}
		if dry {
			args = append([]string{"--dry-run"}, args...)
		}
		stdout, _, code = imported(t, args...)
		if code != exitContent || stdout != filepath.Join(content, name)+"\n" {
			t.Errorf("dry %v: exit code %d, standard output %q", dry, code, stdout)
		}
		if _, err := os.Stat(filepath.Join(content, name)); (err != nil) != dry {
			t.Errorf("dry %v: %v", dry, err)
		}
	}
	got, err := os.ReadFile(filepath.Join(content, name))
	if err != nil {
		t.Fatal(err)
	}
	const entry = `---
titel: Verzonnen voorbeeld een
samenvatting: Een verzonnen project.
organisaties:
  - organisatie: umc-utrecht
  - naam: Verzonnen Huis
sectoren:
  - ziekenhuis
regios:
  - utrecht
periode:
  van: 2021-03
  tot: eind 2023
fase: afgerond
aandoeningen:
  - psoriasis
  - eczeem
themas:
  - uitkomstinformatie
resultaten: onbekend
lessen:
  - eerst luisteren
  - dan kiezen
nagekeken: 2025-03-04
bronnen:
  - titel: Verzonnen verslag
    uitgever: onbekend
    datum: 2024
  - titel: Tweede verslag
    uitgever: onbekend
    datum: onbekend
---

onbekend
`
	if string(got) != entry {
		t.Errorf("the entry is\n%s", differing(string(got), entry))
	}

	// The same sheet again finds its entries there, and writes over none.
	stdout, stderr, _ = imported(t, "--content", content, "--good-rows", "praktijkvoorbeelden", file)
	if stdout != "" || !strings.Contains(stderr, "Blad1!B6: de kaart lijkt er al te zijn en is overgeslagen: "+filepath.Join(content, name)+" heeft dezelfde titel") {
		t.Errorf("standard output %q, standard error %s", stdout, stderr)
	}
	if n := filesBelow(t, content); n != before+1 {
		t.Errorf("%d files were written, not 1", n-before)
	}
}

// filesBelow is how many files a folder has.
func filesBelow(t *testing.T, dir string) (n int) {
	t.Helper()
	err := filepath.WalkDir(dir, func(_ string, e fs.DirEntry, err error) error {
		n++
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// Options of an aid in any of the ways in which a sheet may have them, and an address
// that another aid has.
func TestImportGroups(t *testing.T) {
	content := content(t)
	rows := "Titel;Adres;Optie 1: naam;Optie 1 voordelen;Optie 2: Naam;De mogelijkheden;Leeftijd;Privacy\r\n" +
		"Verzonnen een;https://www.verzonnen-een.nl/hulp/;Opereren;snel|klaar;Afwachten;;18-65;=1+1\r\n" +
		"Verzonnen twee;http://verzonnen-een.nl/hulp?utm_source=x#a;;;;\"Optie 1: lopen\nOptie 2: rusten\";;\r\n" +
		"Verzonnen drie;https://verzonnen-drie.nl/;;;;naam: a | uitleg: b \\| c || naam: d;vanaf 12;\r\n"
	file := filepath.Join(t.TempDir(), "hulp.csv")
	if err := os.WriteFile(file, []byte(rows), 0o644); err != nil {
		t.Fatal(err)
	}
	stdout, stderr, code := imported(t, "--content", content, "keuzehulp", file)
	if code != exitFine || strings.Count(stdout, "\n") != 2 {
		t.Fatalf("exit code %d, %s%s", code, stdout, stderr)
	}
	if want := "hulp.csv:A3: de kaart staat er twee keer in en is overgeslagen: rij 2 heeft hetzelfde adres [lijkt-op]"; !strings.Contains(stderr, want) {
		t.Errorf("not told: %s\n%s", want, stderr)
	}
	for name, want := range map[string]string{
		"een":  "opties:\n  - naam: Opereren\n    voordelen:\n      - snel|klaar\n  - naam: Afwachten\n",
		"drie": "opties:\n  - naam: a\n    uitleg: b | c\n  - naam: d\n",
	} {
		data, err := os.ReadFile(filepath.Join(content, "keuzehulpen/verzonnen-"+name+".md"))
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(string(data), want) {
			t.Errorf("%s has no\n%s:\n%s", name, want, data)
		}
	}
}

func TestImportUsedWrongly(t *testing.T) {
	content := content(t)
	for _, c := range []struct {
		args []string
		code int
	}{
		{[]string{"keuzehulpen"}, exitUsage},
		{[]string{"kaas", "a.csv"}, exitUsage},
		{[]string{"keuzehulpen", "is-er-niet.csv"}, exitUsage},
		{[]string{"--format", "xml", "keuzehulpen", "import_test.go"}, exitUsage},
		{[]string{"keuzehulpen", "import_test.go"}, exitContent}, // no spreadsheet
	} {
		stdout, stderr, code := imported(t, append([]string{"--content", content}, c.args...)...)
		if code != c.code || stdout != "" || stderr == "" {
			t.Errorf("%q: exit code %d, want %d; %s%s", c.args, code, c.code, stdout, stderr)
		}
	}
}

// A text that was cut because it did not fit in a cell is told, and not taken for whole.
func TestImportTellsWhatWasCut(t *testing.T) {
	content := content(t)
	file := filepath.Join(t.TempDir(), "lang.xlsx")
	var b bytes.Buffer
	err := workbook.Write(&b, []workbook.Sheet{{
		Name: "Kaarten", Columns: []workbook.SheetColumn{{Head: "titel"}, {Head: "hoofdtekst"}},
		Rows: func(yield func([]string, error) bool) {
			yield([]string{"Verzonnen lang", strings.Repeat("lang ", workbook.MaxCell/4)}, nil)
		},
	}})
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	stdout, stderr, code := imported(t, "--content", content, "nieuws", file)
	if code != exitContent || stdout != "" || !strings.Contains(stderr, "lang.xlsx:Kaarten!B2: de tekst is langer dan een cel kan bevatten en is afgekapt [cel-te-lang]") {
		t.Errorf("exit code %d, %s%s", code, stdout, stderr)
	}
}

// What LibreOffice opens and saves is read as before: the sheet of an organisation, and
// all entries of the catalogue as they went out.
func TestImportFromLibreOffice(t *testing.T) {
	if !*soak {
		t.Skip("LibreOffice is slow: with -soak")
	}
	office, err := exec.LookPath("soffice")
	if err != nil {
		t.Fatal("LibreOffice is not there: see tests/soak/install.sh")
	}
	dir := t.TempDir()
	saved := func(file string) string {
		t.Helper()
		out := filepath.Join(dir, "bewaard")
		c := exec.Command(office, "-env:UserInstallation=file://"+dir+"/profiel", "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", out, file)
		if text, err := c.CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, text)
		}
		return filepath.Join(out, filepath.Base(file))
	}

	file := filepath.Join(dir, "voorbeelden.xlsx")
	messy(t, file)
	content := dir + "/inhoud"
	if err := os.CopyFS(content, os.DirFS("../../content")); err != nil {
		t.Fatal(err)
	}
	_, before, _ := imported(t, "--content", content, "--dry-run", "praktijkvoorbeelden", file)
	again := saved(file)
	_, after, _ := imported(t, "--content", content, "--dry-run", "praktijkvoorbeelden", again)
	// LibreOffice works out the formula that had no outcome, to a region that is there.
	before = strings.Replace(before, file+":Blad1!K8: de formule heeft geen uitkomst [formule]\n\ttyp de waarde zelf, of herstel de formule\n", "", 1)
	before = strings.Replace(before, "3 fouten", "2 fouten", 1)
	if after = strings.ReplaceAll(after, again, file); after != before {
		t.Errorf("after LibreOffice:\n%s", differing(after, before))
	}

	whole := opened(t, "../../content")
	site, err := generator.NewOpener(generator.Config{Content: os.DirFS("../../content"), ContentName: "content", Templates: templates.FS, NoSearch: true})
	if err != nil {
		t.Fatal(err)
	}
	made, err := site.Open(fixture.Today)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range catalogue.Collections {
		data, _, err := made.Make("data/" + c.Name + ".xlsx")
		if err != nil {
			t.Fatal(err)
		}
		file := filepath.Join(dir, c.Name+".xlsx")
		if err := os.WriteFile(file, data, 0o644); err != nil {
			t.Fatal(err)
		}
		content := filepath.Join(dir, c.Name)
		emptied(t, content, c)
		if _, stderr, code := imported(t, "--content", content, c.Name, saved(file)); code != exitFine {
			t.Errorf("%s: exit code %d\n%s", c.Name, code, stderr)
		}
		if got, want := values(t, opened(t, content), c), values(t, whole, c); got != want {
			t.Errorf("%s:\n%s", c.Name, differing(got, want))
		}
	}
}

// The sheet to fill in, filled in with the names that it offers, becomes an entry.
func TestImportOfTheSheetToFillIn(t *testing.T) {
	site := opened(t, "../../content")
	var b bytes.Buffer
	c := catalogue.PracticeExamples
	if err := sheet.ToFill(&b, c, sheet.TermsOf(site.Catalogue, site.Texts), site.Texts); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(&b)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	name := f.GetSheetName(0)
	choices, err := f.GetDataValidations(name)
	if err != nil || len(choices) == 0 {
		t.Fatal(err, len(choices))
	}
	rows, err := f.GetRows(name)
	if err != nil || len(rows) != 1 {
		t.Fatal(err, len(rows))
	}
	filled := map[string]string{
		"Titel (verplicht)": "Verzonnen uit het blad", "Samenvatting (verplicht)": "Een verzonnen voorbeeld.",
		"Organisatie 1: Organisatie": "UMC Utrecht", "Organisatie 2: Naam": "Verzonnen Huis", "Bron 1: Titel (verplicht)": "Verzonnen verslag", "Thema 1 (verplicht)": "Uitkomstinformatie",
		"Les 1 (verplicht)": "Eén; met een puntkomma", "Les 3": "drie",
	}
	for i, head := range rows[0] {
		if value, ok := filled[head]; ok {
			f.SetCellValue(name, workbook.Column(i+1)+"2", value)
			delete(filled, head)
		}
	}
	if len(filled) > 0 {
		t.Errorf("no columns for %v in %q", filled, rows[0])
	}
	dir := t.TempDir()
	if err := f.SaveAs(dir + "/blad.xlsx"); err != nil {
		t.Fatal(err)
	}
	emptied(t, dir+"/content", c)
	stdout, stderr, code := imported(t, "--content", dir+"/content", c.Name, dir+"/blad.xlsx")
	if code != exitFine {
		t.Fatalf("exit code %d, %s", code, stderr)
	}
	data, err := os.ReadFile(strings.TrimSpace(stdout))
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"organisaties:\n  - organisatie: umc-utrecht\n  - naam: Verzonnen Huis\n", "themas:\n  - uitkomstinformatie\n",
		"lessen:\n  - Eén; met een puntkomma\n  - drie\n", "aandoeningen: onbekend\n", "bronnen:\n  - titel: Verzonnen verslag\n    uitgever: onbekend\n",
	} {
		if !strings.Contains(string(data), want) {
			t.Errorf("no %q in\n%s", want, data)
		}
	}
}
