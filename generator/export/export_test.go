package export

import (
	"bytes"
	"encoding/json"
	"io"
	"maps"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"kaartenbak/generator/catalogue"
	"kaartenbak/generator/field"
	"kaartenbak/generator/fixture"
	"kaartenbak/generator/ledger"
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

var rawCell = regexp.MustCompile(`("(?:[^"]|"")*"|[^,]*)(?:,|$)`)

// withValues is a table without the columns in which no row has a value, so that it
// stays the same when a field comes that is not in the archive.
func withValues(table []byte) []byte {
	var rows [][]string
	for line := range strings.Lines(string(table)) {
		var cells []string
		for _, m := range rawCell.FindAllStringSubmatch(strings.TrimSuffix(line, "\r\n"), -1) {
			cells = append(cells, m[1])
		}
		rows = append(rows, cells)
	}
	var b bytes.Buffer
	for _, row := range rows {
		var cells []string
		for i, cell := range row {
			if slices.ContainsFunc(rows[1:], func(other []string) bool { return other[i] != "" }) {
				cells = append(cells, cell)
			}
		}
		b.WriteString(strings.Join(cells, ",") + "\r\n")
	}
	return b.Bytes()
}

func TestOutputs(t *testing.T) {
	cat, texts, archive := fixture.Read(t, archiveName)
	own := *cat // without the vocabularies that the archive has no need of
	own.Vocabularies = maps.Clone(cat.Vocabularies)
	maps.DeleteFunc(own.Vocabularies, func(_ string, v *catalogue.Vocabulary) bool { return v.File == "" })
	aids, news := fixture.Collection(t, "keuzehulpen"), fixture.Collection(t, "nieuws")
	var table bytes.Buffer
	if err := FieldTable(&table, Fields(news, texts)); err != nil {
		t.Fatal(err)
	}
	outputs := map[string][]byte{
		"data/catalogus.json":       written(t, func(w io.Writer) error { return Catalogue(w, &own, base, today) }),
		"data/keuzehulpen.csv":      withValues(written(t, func(w io.Writer) error { return CSV(w, aids, cat.Of(aids), base, plainBody) })),
		"data/schema/nieuws.json":   Schema(news, cat.Vocabularies, texts, base),
		"insturen/nieuwsbericht.md": Template(news, "Een titel: met een dubbele punt", texts, cat),
		"velden/nieuws.txt":         table.Bytes(),
	}
	fixture.Compare(t, archiveName, archive, outputs)
}

// TestChanges: a made-up ledger and the file that is made of it.
func TestChanges(t *testing.T) {
	const name = "testdata/wijzigingen.txtar"
	cat, _, archive := fixture.Read(t, name)
	changes := ledger.Open(cat, today)
	fixture.Compare(t, name, archive, map[string][]byte{
		"data/wijzigingen.json": written(t, func(w io.Writer) error { return Changes(w, cat, changes, base) }),
	})
}

// The keys of the export are no keys of the front matter, and the body is the
// last field, as the columns and the schema take for granted.
func TestKeysDoNotClash(t *testing.T) {
	for _, c := range catalogue.Collections {
		fields := c.Schema.Fields
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
		for _, f := range c.Schema.Fields {
			if f.Inner == nil {
				continue
			}
			for _, inner := range f.Inner.Fields {
				if !paths[f.Key+"."+inner.Key] {
					t.Errorf("%s lacks %s.%s", c.Name, f.Key, inner.Key)
				}
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
func newAid(text string) *catalogue.Entry {
	return fixture.Filled(catalogue.DecisionAids, "kaart", text)
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
		data := written(t, func(w io.Writer) error { return JSON(w, []*catalogue.Entry{newAid(text)}, base) })
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
