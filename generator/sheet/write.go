package sheet

import (
	"fmt"
	"io"
	"iter"
	"maps"
	"slices"
	"strings"

	"kaartenbak/generator/catalogue"
	"kaartenbak/generator/field"
	"kaartenbak/generator/ui"
	"kaartenbak/generator/workbook"
)

// Export writes the entries of a collection as a spreadsheet: the columns of
// [Columns], a row for each entry in the given order. body gives the text of an entry
// as it was written. The error is that of the writer, or of body.
func Export(to io.Writer, c *catalogue.Collection, entries []*catalogue.Entry, base string, texts *ui.Texts, body func(*catalogue.Entry) (string, error)) error {
	s := workbook.Sheet{Name: texts.T("rekenblad.kaarten"), Rows: func(yield func([]string, error) bool) {
		for _, e := range entries {
			text, err := body(e)
			if !yield(Row(e, base, text), err) {
				return
			}
		}
	}}
	for _, name := range Columns(c) {
		width := 30
		if name == catalogue.Title.In(c.Schema).Key || name == catalogue.Summary.In(c.Schema).Key {
			width = 50
		}
		s.Columns = append(s.Columns, workbook.SheetColumn{Head: name, Width: width})
	}
	return workbook.Write(to, []workbook.Sheet{s})
}

// How many columns the sheet to fill in has for a field of several values, and how many
// rows offer their choices.
const (
	columnsOfList  = 3
	columnsOfGroup = 3
	rowsToFill     = 500
)

// Terms are the terms of all vocabularies as a sheet, a column for each vocabulary.
type Terms struct {
	cat   *catalogue.Catalogue
	sheet workbook.Sheet
	where map[string]string // by vocabulary: the cells with its terms
}

// TermsOf makes the sheet of terms.
func TermsOf(cat *catalogue.Catalogue, texts *ui.Texts) *Terms {
	t := &Terms{cat: cat, sheet: workbook.Sheet{Name: texts.T("rekenblad.begrippen")}, where: map[string]string{}}
	names := slices.Sorted(maps.Keys(cat.Vocabularies))
	longest := 0
	for _, name := range names {
		terms := cat.Vocabularies[name].Terms
		column := workbook.Column(len(t.sheet.Columns) + 1)
		t.sheet.Columns = append(t.sheet.Columns, workbook.SheetColumn{Head: name, Width: 28})
		if len(terms) > 0 {
			t.where[name] = fmt.Sprintf("'%s'!$%s$2:$%s$%d", t.sheet.Name, column, column, len(terms)+1)
		}
		longest = max(longest, len(terms))
	}
	t.sheet.Rows = func(yield func([]string, error) bool) {
		for i := range longest {
			row := make([]string, len(names))
			for j, name := range names {
				if terms := cat.Vocabularies[name].Terms; i < len(terms) {
					row[j] = terms[i].Label()
				}
			}
			if !yield(row, nil) {
				return
			}
		}
	}
	return t
}

// ToFill writes the sheet to fill in for a collection: columns with the names that
// people know, help and choices, and beside it a sheet that explains them and one of
// all terms.
func ToFill(to io.Writer, c *catalogue.Collection, terms *Terms, texts *ui.Texts) error {
	t := &toFill{heads: &heads{collection: c, texts: texts}, texts: texts, terms: terms}
	for _, f := range c.Schema.Fields {
		if !isForEditors(f) {
			t.field(f)
		}
	}
	return workbook.Write(to, []workbook.Sheet{
		{Name: texts.T("rekenblad.kaarten"), Columns: t.columns, ToFill: rowsToFill},
		{Name: texts.T("rekenblad.uitleg"), Columns: []workbook.SheetColumn{
			{Head: texts.T("rekenblad.kolom"), Width: 30}, {Head: texts.T("rekenblad.verplicht"), Width: 12},
			{Head: texts.T("rekenblad.invullen"), Width: 70}, {Head: texts.T("rekenblad.kiezen"), Width: 40},
		}, Rows: rows(t.explained)},
		terms.sheet,
	})
}

// isForEditors reports whether a field is about an entry that is there already.
func isForEditors(f *field.Declaration) bool {
	return catalogue.SupersededBy.Is(f) || catalogue.Archived.Is(f)
}

func rows(all [][]string) iter.Seq2[[]string, error] {
	return func(yield func([]string, error) bool) {
		for _, row := range all {
			if !yield(row, nil) {
				return
			}
		}
	}
}

// A toFill is the columns of a sheet to fill in, and the rows that explain them.
type toFill struct {
	heads     *heads
	texts     *ui.Texts
	terms     *Terms
	columns   []workbook.SheetColumn
	explained [][]string
}

// field adds the columns of a field.
func (t *toFill) field(f *field.Declaration) {
	label := t.texts.Label(t.heads.collection.Name, f.Key)
	one := t.heads.one(f)
	if one == "" {
		one = label
	}
	if len(t.explained) == 0 {
		for _, number := range slices.Sorted(maps.Keys(t.texts.Below("rekenblad.regels"))) {
			t.explained = append(t.explained, []string{"", "", t.texts.T("rekenblad.regels." + number)})
		}
	}
	switch f.Kind {
	case field.KindGroup:
		for _, inner := range f.Inner.Fields {
			name := t.texts.T("rekenblad.van-groep", label, t.innerLabel(f, inner))
			t.column(name, f.Key+"."+inner.Key, inner, f.Required && inner.Required)
		}
	case field.KindGroups:
		for n := 1; n <= columnsOfGroup; n++ {
			for _, inner := range f.Inner.Fields {
				name := t.texts.T("rekenblad.deel", one, n, t.innerLabel(f, inner))
				t.column(name, f.Key+"."+inner.Key, inner, n == 1 && f.Required && inner.Required)
			}
		}
	case field.KindMarks:
		for _, term := range t.terms.cat.Vocabularies[f.Of].Terms {
			t.column(t.texts.T("rekenblad.van-groep", label, term.Label()), f.Key, &field.Declaration{Key: f.Key, Kind: field.KindTerm, Of: f.Marks}, false)
		}
	case field.KindTerms, field.KindTexts, field.KindRefs:
		for n := 1; n <= columnsOfList; n++ {
			t.column(t.texts.T("rekenblad.genummerd", one, n), f.Key, f, n == 1 && f.Required)
		}
	default:
		t.column(label, f.Key, f, f.Required)
	}
}

func (t *toFill) innerLabel(f, inner *field.Declaration) string {
	return t.texts.Label(t.heads.collection.Name, f.Key+"."+inner.Key)
}

// column adds a column and what explains it.
func (t *toFill) column(name, path string, f *field.Declaration, required bool) {
	help := t.texts.Help(t.heads.collection.Name, path)
	if strings.HasPrefix(help, "hulp.") { // there is none
		help = ""
	}
	c := workbook.SheetColumn{Head: name, Width: 26, Required: required, Help: help}
	answer := t.texts.T("rekenblad.nee")
	if required {
		c.Head, answer = t.texts.T("rekenblad.kolom-verplicht", name), t.texts.T("rekenblad.ja")
	}
	choices := ""
	switch f.Kind {
	case field.KindProse, field.KindBody:
		c.Width = 44
	case field.KindTerm, field.KindTerms:
		c.Choices = t.terms.where[f.Of]
		choices = t.texts.T("rekenblad.uit-begrippen")
	case field.KindRef, field.KindRefs:
		choices = t.texts.T("rekenblad.uit-kaarten")
	}
	t.columns = append(t.columns, c)
	t.explained = append(t.explained, []string{name, answer, help, choices})
}
