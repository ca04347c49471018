package export

import (
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"kaartenbak/generator/catalogue"
	"kaartenbak/generator/field"
	"kaartenbak/generator/ui"
)

// A FieldRow is what there is to know of one declared field.
type FieldRow struct {
	Collection string `json:"collection"`
	Section    string `json:"section,omitempty"` // the heading below which it stands; "" within a group
	Key        string `json:"key"`
	Path       string `json:"path"` // its keys from the entry on, joined by dots: opties.naam
	Kind       string `json:"kind"` // in Dutch: tekst, datum, begrippen
	Required   bool   `json:"required"`
	Literal    bool   `json:"literal"` // "onbekend" is no answer
	Facet      bool   `json:"facet"`
	Vocabulary string `json:"vocabulary,omitempty"` // of the terms; the file in content/begrippen
	Marks      string `json:"marks,omitempty"`      // the vocabulary of the marks
	RefersTo   string `json:"refers_to,omitempty"`  // the collection of the entries referred to; "*" is any
	Weight     int    `json:"weight"`               // in search, 1 to 10; 0 is not searched
	NoteOf     string `json:"note_of,omitempty"`    // the key of the field that it explains
	Label      string `json:"label"`
	Help       string `json:"help,omitempty"`
}

// Fields gives the fields of a collection in declared order, those of a group
// after the group. The text below the front matter comes last.
func Fields(c *catalogue.Collection, texts *ui.Texts) []FieldRow {
	return fieldRows(nil, c, texts, "", c.Schema)
}

func fieldRows(rows []FieldRow, c *catalogue.Collection, texts *ui.Texts, prefix string, fields *field.Schema) []FieldRow {
	for _, f := range fields.Fields {
		path := prefix + f.Key
		row := FieldRow{
			Collection: c.Name, Section: f.Section, Key: f.Key, Path: path, Kind: f.Kind.String(),
			Required: f.Required, Literal: f.Literal, Facet: f.Facet, Vocabulary: f.Of, Marks: f.Marks,
			Weight: f.Weight, NoteOf: f.NoteOf, Label: texts.Label(c.Name, path), Help: help(texts, c, path),
		}
		if isReference(f) {
			row.Vocabulary, row.RefersTo = "", f.Of
			if f.Of == "" {
				row.RefersTo = "*"
			}
		}
		rows = append(rows, row)
		if f.Inner != nil {
			rows = fieldRows(rows, c, texts, path+".", f.Inner)
		}
	}
	return rows
}

func isReference(f *field.Declaration) bool {
	return f.Kind == field.KindRef || f.Kind == field.KindRefs
}

// lastKey is the key of a field by its path.
func lastKey(path string) string { return path[strings.LastIndex(path, ".")+1:] }

// FieldTable writes rows as a table with aligned columns and a Dutch header.
func FieldTable(w io.Writer, rows []FieldRow) error {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(t, "veld\tsoort\tverplicht\tfilter\tgewicht\tkies uit\tnaam")
	mark := func(on bool) string {
		if on {
			return "ja"
		}
		return "-"
	}
	for _, r := range rows {
		weight, from := "-", "-"
		if r.Weight > 0 {
			weight = fmt.Sprint(r.Weight)
		}
		switch {
		case r.RefersTo == "*":
			from = "alle kaarten"
		case r.RefersTo != "":
			from = "kaarten: " + r.RefersTo
		case r.Marks != "":
			from = r.Vocabulary + ": " + r.Marks
		case r.Vocabulary != "":
			from = r.Vocabulary
		}
		fmt.Fprintf(t, "%s\t%s\t%s\t%s\t%s\t%s\t%s\n", r.Path, r.Kind, mark(r.Required), mark(r.Facet), weight, from, r.Label)
	}
	if err := t.Flush(); err != nil {
		return fmt.Errorf("writing the table of fields: %w", err)
	}
	return nil
}
