package sheet

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"kaartenbak/generator/catalogue"
	"kaartenbak/generator/field"
	"kaartenbak/generator/load"
	"kaartenbak/generator/ui"
	"kaartenbak/generator/workbook"
)

// shipped gives the catalogue and the interface texts of this repository.
func shipped(t testing.TB) (*catalogue.Catalogue, *ui.Texts) {
	t.Helper()
	cat, _ := load.Catalogue(os.DirFS("../../content"), "content")
	texts, err := ui.Load(os.DirFS("../../templates"))
	if err != nil {
		t.Fatal(err)
	}
	return cat, texts
}

// Each column of the sheet to fill in is read as a field of its own, those of an
// export too, and a field of which nobody can fill in the answer is in neither.
func TestColumnsAreFound(t *testing.T) {
	cat, texts := shipped(t)
	for _, c := range catalogue.Collections {
		h := headsOf(c, cat, texts)
		f := &toFill{heads: h, texts: texts, terms: TermsOf(cat, texts)}
		for _, declared := range c.Schema.Fields {
			f.field(declared)
			for _, column := range f.columns {
				found, ok := h.find(column.Head)
				if !ok || found.field != declared {
					t.Errorf("%s: the column %q is not read as %s", c.Name, column.Head, declared.Key)
				}
			}
			f.columns = nil
		}
		seen := map[target]bool{}
		for _, name := range Columns(c)[3:] {
			found, ok := h.find(name)
			key := found.field.Key
			if found.inner != nil {
				key += "." + found.inner.Key
			}
			if !ok || key != name || seen[found] {
				t.Errorf("%s: the column %q is read as %s", c.Name, name, key)
			}
			seen[found] = true
		}
	}
}

// The sheet to fill in has the same bytes each time, and can be read while it is empty.
func TestSheetToFill(t *testing.T) {
	cat, texts := shipped(t)
	for _, c := range catalogue.Collections {
		var first, second bytes.Buffer
		for _, to := range []*bytes.Buffer{&first, &second} {
			if err := ToFill(to, c, TermsOf(cat, texts), texts); err != nil {
				t.Fatal(err)
			}
		}
		if !bytes.Equal(first.Bytes(), second.Bytes()) {
			t.Errorf("%s: two sheets differ", c.Name)
		}
		tables, refused := workbook.Read("leeg.xlsx", first.Bytes())
		if refused != nil {
			t.Fatal(refused)
		}
		read := Read(tables, c, cat, texts)
		if len(read.Drafts) != 0 || len(read.Problems) != 0 {
			t.Errorf("%s: %d entries in an empty sheet, %v", c.Name, len(read.Drafts), read.Problems)
		}
	}
	if missing := texts.Missing(); len(missing) > 0 {
		t.Errorf("texts are missing: %s", missing)
	}
}

// What is in a cell is told apart again, whatever signs it has.
func TestCellsComeBack(t *testing.T) {
	for _, text := range []string{
		"gewoon", "a; b", `a\b`, `\;`, "|", "||", `a \| b`, "¶", "een\n\ntwee", `\`, `eind\`, "=1+1", "'=1", "a: b | c", "\\¶\nx", `\\;\\`,
	} {
		if got := shown(hideInText.Replace(text)); got != text {
			t.Errorf("%q became %q", text, got)
		}
		for _, replacer := range []*strings.Replacer{hideInItem, hideInBoth} {
			parts := split(replacer.Replace(text)+betweenItems+replacer.Replace("ander"), ";")
			if len(parts) != 2 || shown(parts[0]) != strings.TrimSpace(text) {
				t.Errorf("%q in a list became %q", text, parts)
			}
		}
		for _, replacer := range []*strings.Replacer{hideInGroup, hideInBoth} {
			parts := split(replacer.Replace(text)+betweenParts+replacer.Replace("ander"), "|")
			if len(parts) != 2 || shown(parts[0]) != strings.TrimSpace(text) {
				t.Errorf("%q in a group became %q", text, parts)
			}
		}
	}
}

func TestBounds(t *testing.T) {
	period := field.NewSchema(func(s *field.Schema) {
		s.Group("p", func(s *field.Schema) { s.Date("van"); s.Date("tot") })
		s.Group("l", func(s *field.Schema) { s.Number("van"); s.Number("tot") })
		s.Group("n", func(s *field.Schema) { s.Text("titel"); s.Text("versie") })
	})
	for _, c := range []struct{ key, text, from, to string }{
		{"p", "2021-2024", "2021", "2024"},
		{"p", "2021 - 2024", "2021", "2024"},
		{"p", "mei 2021 – heden", "mei 2021", ""},
		{"p", "1 mei 2021 t/m 3 juni 2022", "1 mei 2021", "3 juni 2022"},
		{"p", "van 2021 tot 2023", "2021", "2023"},
		{"p", "sinds 2020", "2020", ""},
		{"p", "tot 2023", "", "2023"},
		{"p", "2021-05", "2021-05", ""},
		{"p", "31-5-2021 - 1-6-2021", "31-5-2021", "1-6-2021"},
		{"l", "18-65", "18", "65"},
		{"l", "vanaf 18 jaar", "18", ""},
		{"l", "18+", "18", ""},
		{"l", "4 tot en met 12 jaar", "4", "12"},
		{"n", "2021-2024", "", ""},
	} {
		from, to, _ := bounds(period.Keyed(c.key), c.text)
		if from != c.from || to != c.to {
			t.Errorf("%s %q: from %q to %q, want %q and %q", c.key, c.text, from, to, c.from, c.to)
		}
	}
}
