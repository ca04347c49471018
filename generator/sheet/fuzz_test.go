package sheet

import (
	"testing"

	"kaartenbak/generator/catalogue"
	"kaartenbak/generator/frontmatter"
	"kaartenbak/generator/workbook"
)

// Whatever stands in a cell, the file of the entry has front matter that can be read:
// no text breaks out of its value.
func FuzzRead(f *testing.F) {
	cat, texts := shipped(f)
	for _, text := range []string{"een; twee", "a: b | c: d || e", "- x\n- y", "=1", "---", "'", "a\n\n  b", "\u2028", "¶\\", "2021 - heden", "Optie 1: a", "#", "x: ja; y: nee", "\t"} {
		f.Add(text)
	}
	var names []string
	for _, d := range catalogue.DecisionAids.Schema.Fields {
		names = append(names, d.Key)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 1_000 {
			return
		}
		row := make([]string, len(names))
		for i := range row {
			row[i] = text
		}
		row[0] = "Titel " + text
		read := Read([]*workbook.Table{{File: "a.csv", Rows: [][]string{names, row}}}, catalogue.DecisionAids, cat, texts)
		if len(read.Drafts) != 1 {
			t.Fatalf("%d entries", len(read.Drafts))
		}
		d := read.Drafts[0]
		doc, problems := frontmatter.Read("a.md", d.File)
		for _, p := range problems {
			if at := d.At(p.Line); at.Row != 2 {
				t.Errorf("%s is of no cell of the row", p)
			}
		}
		if doc.Node == nil && len(problems) == 0 {
			t.Errorf("%q cannot be read:\n%s", text, d.File)
		}
		if doc.Node != nil {
			want := 0
			for _, d := range catalogue.DecisionAids.Schema.Fields {
				for i := 0; i < len(doc.Node.Content); i += 2 {
					if doc.Node.Content[i].Value == d.Key {
						want++
					}
				}
			}
			if 2*want != len(doc.Node.Content) {
				t.Errorf("%q made another field:\n%s", text, d.File)
			}
		}
	})
}
