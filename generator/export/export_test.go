package export

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"io"
	"io/fs"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
	"unicode"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"gopkg.in/yaml.v3"

	"kaartenbak/generator/catalogue"
	"kaartenbak/generator/field"
	"kaartenbak/generator/fixture"
	"kaartenbak/generator/frontmatter"
	"kaartenbak/generator/load"
	"kaartenbak/generator/ui"
)

const (
	archiveName = "testdata/catalogus.txtar"
	base        = fixture.Base
)

var today = fixture.Today

// shipped gives the catalogue and the interface texts of this repository. What
// is wrong with them is for other tests to say.
func shipped(t testing.TB) (*catalogue.Catalogue, *ui.Texts) {
	t.Helper()
	cat, _ := load.Catalogue(os.DirFS("../../content"), "content")
	return cat, fixture.Texts(t, os.DirFS("../../templates"))
}

// written is what a function writes.
func written(t testing.TB, write func(io.Writer) error) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestOutputs(t *testing.T) {
	cat, texts, archive := fixture.Read(t, archiveName)
	aids, news := fixture.Collection(t, "keuzehulpen"), fixture.Collection(t, "nieuws")
	var table bytes.Buffer
	if err := FieldTable(&table, Fields(news, texts)); err != nil {
		t.Fatal(err)
	}
	outputs := map[string][]byte{
		"data/catalogus.json":       written(t, func(w io.Writer) error { return Catalogue(w, cat, base, today) }),
		"data/keuzehulpen.csv":      written(t, func(w io.Writer) error { return CSV(w, aids, cat.Of(aids), base) }),
		"data/schema/nieuws.json":   Schema(news, cat.Vocabularies, texts, base),
		"insturen/nieuwsbericht.md": Template(news, "Een titel: met een dubbele punt", texts, cat),
		"velden/nieuws.txt":         table.Bytes(),
	}
	fixture.Compare(t, archiveName, archive, outputs)
}

// The keys of the export are no keys of the front matter, and the body is the
// last field, as the columns and the schema take for granted.
func TestKeysDoNotClash(t *testing.T) {
	for _, c := range catalogue.Collections {
		fields := declared(c)
		for _, f := range fields {
			if slices.Contains([]string{collectionKey, idKey, urlKey}, f.Key) {
				t.Errorf("%s declares %s", c.Name, f.Key)
			}
		}
		if last := fields[len(fields)-1]; last.Kind != field.KindBody || last.Key != bodyKey {
			t.Errorf("the last field of %s is %s", c.Name, last.Key)
		}
	}
}

func TestFieldsHavePaths(t *testing.T) {
	_, texts := shipped(t)
	for _, c := range catalogue.Collections {
		paths := map[string]bool{}
		for _, r := range Fields(c, texts) {
			if paths[r.Path] {
				t.Errorf("%s has two fields %s", c.Name, r.Path)
			}
			paths[r.Path] = true
			if r.Literal && !r.Required || r.Kind == "" || r.Label == "" {
				t.Errorf("%s: %+v", c.Name, r)
			}
		}
		for _, f := range declared(c) {
			for _, inner := range f.Inner() {
				if !paths[f.Key+"."+inner.Key] {
					t.Errorf("%s lacks %s.%s", c.Name, f.Key, inner.Key)
				}
			}
		}
	}
}

// compile reads a schema with another's implementation. The part is "" for the
// front matter, "lijst" for the export.
func compile(t testing.TB, source []byte, part string) *jsonschema.Schema {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(source))
	if err != nil {
		t.Fatal(err)
	}
	const url = "https://kaartenbak.example/schema.json"
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	if err := c.AddResource(url, doc); err != nil {
		t.Fatal(err)
	}
	if part != "" {
		part = "#/$defs/" + part
	}
	s, err := c.Compile(url + part)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// asEditor gives YAML as an editor sees it, which reads YAML 1.2: a date is a
// string, 19.00 and 2021 are numbers.
func asEditor(n *yaml.Node) any {
	switch n.Kind {
	case yaml.MappingNode:
		m := map[string]any{}
		for i := 0; i+1 < len(n.Content); i += 2 {
			m[n.Content[i].Value] = asEditor(n.Content[i+1])
		}
		return m
	case yaml.SequenceNode:
		l := []any{}
		for _, item := range n.Content {
			l = append(l, asEditor(item))
		}
		return l
	}
	switch n.Tag {
	case "!!int", "!!float":
		if _, err := strconv.ParseFloat(n.Value, 64); err == nil {
			return json.Number(n.Value)
		}
	case "!!bool":
		return n.Value == "true"
	case "!!null":
		return nil
	}
	return n.Value
}

// Every entry fits the schema, as it was written and as it is exported.
func TestEntriesFitTheSchema(t *testing.T) {
	cat, texts := shipped(t)
	made, madeTexts, archive := fixture.Read(t, archiveName)
	for _, c := range catalogue.Collections {
		fit(t, c, cat, texts, func(file string) ([]byte, error) { return os.ReadFile("../../" + file) })
		fit(t, c, made, madeTexts, func(file string) ([]byte, error) {
			for _, f := range archive.Files {
				if f.Name == file {
					return f.Data, nil
				}
			}
			return nil, fs.ErrNotExist
		})
	}
}

func fit(t *testing.T, c *catalogue.Collection, cat *catalogue.Catalogue, texts *ui.Texts, source func(file string) ([]byte, error)) {
	t.Helper()
	entries := cat.Of(c)
	schema := Schema(c, cat.Vocabularies, texts, "")
	front, exported := compile(t, schema, ""), compile(t, schema, "lijst")
	for _, address := range []string{"", base} {
		doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(written(t, func(w io.Writer) error { return JSON(w, entries, address) })))
		if err != nil {
			t.Fatal(err)
		}
		if n := len(doc.([]any)); n != len(entries) {
			t.Errorf("%s: %d of %d entries exported", c.Name, n, len(entries))
		}
		if err := exported.Validate(doc); err != nil {
			t.Errorf("%s.json: %v", c.Name, err)
		}
	}
	for _, e := range entries {
		data, err := source(e.Base().File)
		if err != nil {
			t.Fatal(err)
		}
		doc, _ := frontmatter.Read(e.Base().File, data)
		if doc.Node == nil {
			continue // the check says why
		}
		if err := front.Validate(asEditor(doc.Node)); err != nil {
			t.Errorf("%s: %v", e.Base().File, err)
		}
	}
}

func TestSchemaOfFrontMatter(t *testing.T) {
	cat, texts, _ := fixture.Read(t, archiveName)
	aids := compile(t, Schema(fixture.Collection(t, "keuzehulpen"), cat.Vocabularies, texts, base), "")
	meetings := compile(t, Schema(fixture.Collection(t, "bijeenkomsten"), cat.Vocabularies, texts, base), "")
	const required = `{titel: x, samenvatting: onbekend, beslissing: onbekend, aandoeningen: onbekend, instrumenten: onbekend,
		doelgroep: onbekend, niet_voor: onbekend, link: onbekend, toegang: onbekend, kosten: onbekend, talen: onbekend,
		makers: onbekend, financiering: onbekend, status: onbekend, bijwerken: onbekend, bronnen: onbekend}`
	const meeting = `{titel: x, samenvatting: onbekend, datum: onbekend, status: onbekend, regios: onbekend, doelgroep: onbekend,
		organisatoren: onbekend, bronnen: onbekend}`
	for _, c := range []struct {
		schema *jsonschema.Schema
		whole  string
		more   string // merged into the whole
		good   bool
	}{
		{aids, required, `{}`, true},
		{aids, `{titel: x}`, `{}`, false},
		{aids, required, `{samenvating: x}`, false},
		{aids, required, `{titel: 2021}`, true},
		{aids, required, `{titel: ""}`, false},
		{aids, required, `{titel: [x]}`, false},
		{aids, required, `{talen: [nl]}`, true},
		{aids, required, `{talen: nl}`, false},
		{aids, required, `{talen: []}`, false},
		{aids, required, `{talen: [nl, nl]}`, false},
		{aids, required, `{talen: [nl, onbekend]}`, false},
		{aids, required, `{talen: [NL]}`, false},
		{aids, required, `{status: actueel}`, true},
		{aids, required, `{status: oud}`, false},
		{aids, required, `{minuten: 20}`, true},
		{aids, required, `{minuten: onbekend}`, true},
		{aids, required, `{minuten: 1.5}`, false},
		{aids, required, `{minuten: -1}`, false},
		{aids, required, `{minuten: twintig}`, false},
		{aids, required, `{uitgebracht: 2021}`, true},
		{aids, required, `{uitgebracht: 2021-10}`, true},
		{aids, required, `{uitgebracht: 2021-10-05}`, true},
		{aids, required, `{uitgebracht: medio 2021-10}`, true},
		{aids, required, `{uitgebracht: 5-10-2021}`, false},
		{aids, required, `{uitgebracht: 2021-13}`, false},
		{aids, required, `{uitgebracht: ooit}`, false},
		{aids, required, `{link: "https://www.voorbeeld.nl/é?a=b#c"}`, true},
		{aids, required, `{link: www.voorbeeld.nl}`, false},
		{aids, required, `{link: "javascript:alert(1)"}`, false},
		{aids, required, `{link: "https://spatie in het adres"}`, false},
		{aids, required, `{ipdas: {opties: ja, bronvermelding: onbekend}}`, true},
		{aids, required, `{ipdas: {opties: misschien}}`, false},
		{aids, required, `{ipdas: {optie: ja}}`, false},
		{aids, required, `{ipdas: {}}`, false},
		{aids, required, `{richtlijn: onbekend}`, true},
		{aids, required, `{richtlijn: {titel: x, versie: 2.0}}`, true},
		{aids, required, `{richtlijn: {versie: 2.0}}`, false},
		{aids, required, `{bronnen: [{titel: x, uitgever: onbekend, datum: onbekend}]}`, true},
		{aids, required, `{bronnen: [{titel: x}]}`, false},
		{aids, required, `{bronnen: []}`, false},
		{aids, required, `{vervangen_door: andere-kaart}`, true},
		{aids, required, `{vervangen_door: Andere kaart}`, false},
		{aids, required, `{hoofdtekst: x}`, false},
		{meetings, meeting, `{begin: 19.00, eind: "21:30"}`, true},
		{meetings, meeting, `{begin: onbekend}`, true},
		{meetings, meeting, `{begin: avond}`, false},
		{meetings, meeting, `{begin: "25.00"}`, false},
	} {
		doc := parseYAML(t, c.whole)
		for key, value := range parseYAML(t, c.more) {
			doc[key] = value
		}
		if err := c.schema.Validate(doc); (err == nil) != c.good {
			t.Errorf("%s: good should be %t: %v", c.more, c.good, err)
		}
	}
}

func parseYAML(t testing.TB, source string) map[string]any {
	t.Helper()
	var doc yaml.Node
	if err := yaml.Unmarshal([]byte(strings.ReplaceAll(source, "\t", " ")), &doc); err != nil {
		t.Fatalf("%s: %v", source, err)
	}
	return asEditor(doc.Content[0]).(map[string]any)
}

// loadOne reads one entry, and gives it with all that is wrong with it.
func loadOne(t testing.TB, c *catalogue.Collection, source []byte) (catalogue.Entry, []string) {
	t.Helper()
	cat, problems := load.Catalogue(fstest.MapFS{
		c.Name + "/kaart.md": &fstest.MapFile{Data: source},
	}, "content")
	var messages []string
	for _, p := range problems {
		if strings.HasPrefix(p.File, "content/"+c.Name+"/") {
			messages = append(messages, p.String())
		}
	}
	if len(cat.Entries) != 1 {
		t.Fatal(len(cat.Entries), messages)
	}
	return cat.Entries[0], messages
}

var titles = []string{
	"Gewone titel", "Met een: dubbele punt", `"Met aanhalingstekens" en \`, "'s Avonds", "“Krullen” en ‘krullen’", "# hekje", "a # b",
	"- streepje", "[haken]", "{accolades}", "*ster*", "&en", "!uitroep", "%procent", "@apenstaart", "`accent`", "| streep", "> pijl",
	"null", "~", "ja", "yes", "true", "2021", "2021-10-05", "1.5", "0x1F", "19:00", "Ééntje 🩺", "=1+1", "a, b", "? vraag",
	strings.Repeat("lang ", 39) + "einde",
}

// An empty entry passes the check as it is, and keeps the title.
func TestTemplatePasses(t *testing.T) {
	cat, texts := shipped(t)
	for _, c := range catalogue.Collections {
		front := compile(t, Schema(c, cat.Vocabularies, texts, ""), "")
		for _, title := range titles {
			source := Template(c, title, texts, cat)
			e, problems := loadOne(t, c, source)
			if len(problems) > 0 {
				t.Errorf("%s %q: %q", c.Name, title, problems)
			}
			if got := e.Base().Title.Text; got != title {
				t.Errorf("%s: title %q became %q", c.Name, title, got)
			}
			doc, _ := frontmatter.Read("kaart.md", source)
			if err := front.Validate(asEditor(doc.Node)); err != nil {
				t.Errorf("%s %q: %v", c.Name, title, err)
			}
		}
	}
}

func TestTemplateWithoutTitle(t *testing.T) {
	cat, texts := shipped(t)
	for _, title := range []string{"", " \n ", "\x00\u2028"} {
		e, problems := loadOne(t, catalogue.Collections[0], Template(catalogue.Collections[0], title, texts, cat))
		if e.Base().Title.Text != noTitle || len(problems) > 0 {
			t.Errorf("%q: %q %q", title, e.Base().Title.Text, problems)
		}
	}
}

var (
	off     = regexp.MustCompile(`(?m)^#([^ ].*|  .*)$`) // a field, or what is in its group
	instead = regexp.MustCompile(`(?m)^([a-z_]+): onbekend\n# Weet u het\?`)
)

// Every field of an empty entry reads when its # is taken off.
func TestTemplateExamplesRead(t *testing.T) {
	cat, texts := shipped(t)
	for _, c := range catalogue.Collections {
		source := Template(c, "Titel", texts, cat)
		source = instead.ReplaceAll(source, []byte("#"))
		source = off.ReplaceAll(source, []byte("$1"))
		e, problems := loadOne(t, c, source)
		for _, p := range problems {
			t.Errorf("%s: %s in\n%s", c.Name, p, source)
		}
		fields := field.Of(e)
		for i := range fields {
			if f := &fields[i]; f.State() == field.Absent && f.Kind != field.KindBody {
				t.Errorf("%s: %s is not in the empty entry", c.Name, f.Key)
			}
		}
		for _, r := range Fields(c, texts) {
			if !bytes.Contains(source, []byte(r.Key+":")) && r.Key != bodyKey {
				t.Errorf("%s: %s is not in the empty entry", c.Name, r.Path)
			}
		}
	}
}

// nasty are texts that break out of a careless format.
var nasty = []string{
	"gewoon", "=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "\"=1", "＝1", "a;=1", "a; \"=1\"", "a;;=1;=2", `a";"=1+1;"`,
	"komma, punt;komma", `"aanhaling"`, "regel\r\nregel\nregel\u2028regel\u0085regel", "\x00\x07\x1b[31m\x7f", "\xff\xfe half",
	"\uFEFF=1", "🩺 emoji", strings.Repeat("x", 40_000), strings.Repeat(";=", 20_000), "",
}

// newAid makes an entry with one text in every place that has text.
func newAid(t testing.TB, text string) *catalogue.DecisionAid {
	d := fixture.Collection(t, "keuzehulpen").New().(*catalogue.DecisionAid)
	d.Slug = "kaart"
	known := field.Text{Text: text, State: field.Known}
	list := field.List{Items: []field.Text{known, known}, State: field.Known}
	d.Title, d.Summary, d.Link, d.Cost = known, known, known, known
	d.Variants, d.Conditions = list, list
	d.Options = field.Groups[catalogue.Option]{Items: []catalogue.Option{{Name: known, Pros: list}, {Name: known}}, State: field.Known}
	d.Guideline = field.Group[catalogue.Guideline]{Value: catalogue.Guideline{Title: known}, State: field.Known}
	d.IPDAS = field.Marks{Items: []field.Mark{{Term: known, Mark: known}, {Term: known, Mark: field.Text{State: field.Unknown}}}, State: field.Known}
	d.Text.Plain = text
	return d
}

func TestCSVIsSafe(t *testing.T) {
	for _, text := range nasty {
		safeCSV(t, newAid(t, text))
	}
}

// safeCSV writes an entry as CSV, reads it back, and looks for what a
// spreadsheet might make of it.
func safeCSV(t testing.TB, d *catalogue.DecisionAid) {
	t.Helper()
	c := d.Collection
	data := written(t, func(w io.Writer) error { return CSV(w, c, []catalogue.Entry{d, d}, base) })
	text, ok := strings.CutPrefix(string(data), "\uFEFF")
	if !ok {
		t.Fatal("no byte order mark")
	}
	lines := strings.Split(text, "\r\n")
	if len(lines) != 4 || lines[3] != "" {
		t.Errorf("%d lines for a header and two entries", len(lines)-1)
	}
	for _, line := range lines {
		if strings.ContainsFunc(line, unicode.IsControl) {
			t.Errorf("control character in %.200q", line)
		}
	}
	// Somebody who opens the file in Dutch gets semicolons for separators.
	for _, separator := range []rune{',', ';'} {
		r := csv.NewReader(strings.NewReader(text))
		r.Comma, r.LazyQuotes, r.FieldsPerRecord = separator, separator == ';', -1
		rows, err := r.ReadAll()
		if err != nil {
			t.Fatalf("%c: %v", separator, err)
		}
		for _, row := range rows {
			for _, got := range row {
				start := got
				if separator == ';' {
					start = strings.TrimLeft(got, ` "`)
				}
				if strings.IndexAny(start, "=+-@＝＋－＠") == 0 {
					t.Errorf("%c: a cell may be a formula: %.200q", separator, got)
				}
				if n := len([]rune(got)); n > maxCell && separator == ',' {
					t.Errorf("a cell of %d characters", n)
				}
			}
		}
		if separator == ',' {
			if len(rows) != 3 || len(rows[0]) != len(rows[1]) || !slices.Equal(rows[1], rows[2]) {
				t.Errorf("rows of %d, %d, ... cells", len(rows[0]), len(rows[1]))
			}
			if rows[0][0] != collectionKey || rows[0][len(rows[0])-1] != bodyKey || rows[1][0] != c.Name || rows[1][1] != "kaart" {
				t.Errorf("header %q, row %q", rows[0], rows[1])
			}
		}
	}
}

func TestCell(t *testing.T) {
	for text, want := range map[string]string{
		"=1+1":             "'=1+1",
		"\t-1":             "'-1",
		"a = b - c; d":     "a = b - c; d",
		"a; =b":            "a; '=b",
		`a;"=b"`:           `a;"'=b"`,
		"een\n\ntwee":      "een twee",
		"Verpleging@thuis": "Verpleging@thuis",
	} {
		if got := cell(text); got != want {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
	}
}

// The JSON of any text reads back as that text, except for bytes that are no UTF-8.
func TestJSONReadsBack(t *testing.T) {
	for _, text := range nasty {
		var got []struct {
			Titel      string
			Aanduiding []string `json:"aandoeningen"`
			Richtlijn  struct{ Titel string }
			Opties     []struct {
				Naam      string
				Voordelen []string
			}
			IPDAS      map[string]string
			Hoofdtekst string
		}
		data := written(t, func(w io.Writer) error { return JSON(w, []catalogue.Entry{newAid(t, text)}, base) })
		if err := json.Unmarshal(data, &got); err != nil {
			t.Fatalf("%v in %q", err, data)
		}
		want := strings.ToValidUTF8(text, "\uFFFD\uFFFD")
		e := got[0]
		for _, s := range []string{e.Titel, e.Aanduiding[1], e.Richtlijn.Titel, e.Opties[0].Voordelen[0]} {
			if s != want {
				t.Errorf("%q became %q", text, s)
			}
		}
	}
}

// The same catalogue gives the same bytes.
func TestSameBytes(t *testing.T) {
	cat, texts, _ := fixture.Read(t, archiveName)
	for _, c := range catalogue.Collections {
		for range 3 {
			if !bytes.Equal(Schema(c, cat.Vocabularies, texts, base), Schema(c, cat.Vocabularies, texts, base)) {
				t.Fatal("two schemas differ")
			}
		}
	}
	whole := func(w io.Writer) error { return Catalogue(w, cat, base, today) }
	if !bytes.Equal(written(t, whole), written(t, whole)) {
		t.Fatal("two catalogues differ")
	}
}

func FuzzCSV(f *testing.F) {
	for _, text := range nasty {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) < 2_000 {
			safeCSV(t, newAid(t, text))
		}
	})
}

func FuzzTitle(f *testing.F) {
	for _, title := range titles {
		f.Add(title)
	}
	_, texts, _ := fixture.Read(f, archiveName)
	f.Fuzz(func(t *testing.T, title string) {
		want := oneLine(title)
		if want == "" || !printable(want) {
			return // the check refuses these characters
		}
		var head struct{ Titel string }
		source := string(Template(catalogue.Collections[0], title, texts, &catalogue.Catalogue{}))
		block, _, _ := strings.Cut(strings.TrimPrefix(source, "---\n"), "\n---\n")
		if err := yaml.Unmarshal([]byte(block), &head); err != nil {
			t.Fatalf("%q: %v", title, err)
		}
		if head.Titel != want {
			t.Errorf("%q became %q", want, head.Titel)
		}
	})
}

// printable are the characters that YAML takes as they are (YAML 1.2.2, section 5.1).
func printable(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return r == 0xFEFF || r == 0xFFFE || r == 0xFFFF || unicode.IsControl(r) })
}

// What /data/catalogus.json costs for the catalogue of this repository.
func BenchmarkCatalogue(b *testing.B) {
	cat, _ := shipped(b)
	for b.Loop() {
		if err := Catalogue(io.Discard, cat, base, today); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(len(cat.Entries)), "entries")
}
