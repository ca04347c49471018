package export

import (
	"encoding/csv"
	"io"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"kaartenbak/generator/catalogue"
	"kaartenbak/generator/field"
)

// CSV writes the entries of one collection as a table: a header row, then one
// row for each entry, in the given order. It is RFC 4180, with commas and CRLF,
// in UTF-8 that starts with a byte order mark: without it Excel takes ë for two
// other letters. A program that does not know the mark finds it in the name of
// the first column, the one that says least.
//
// The columns are those of [JSON]; a group has one for each of its fields, such
// as richtlijn.titel. A cell is one line: paragraphs follow each other, values
// of a list are parted by "; ", a mark is "term: mark". Of groups that come
// several times, one cell holds all: "titel: A | datum: 2020 || titel: B".
// That is for reading; for exact values there is JSON.
//
// A cell never starts a formula (see [cell]). The error is that of the writer.
func CSV(to io.Writer, c *catalogue.Collection, entries []*catalogue.Entry, base string) error {
	if _, err := io.WriteString(to, "\uFEFF"); err != nil {
		return err
	}
	w := csv.NewWriter(to)
	w.UseCRLF = true
	w.Write(columns([]string{collectionKey, idKey, urlKey}, "", c.Schema)) // it keeps its first error
	for _, e := range entries {
		row := cells([]string{e.Collection.Name, e.Slug, base + e.URL()}, e)
		row[len(row)-1] = bodyText(e)
		for i := range row {
			row[i] = cell(row[i])
		}
		w.Write(row)
	}
	w.Flush()
	return w.Error()
}

// columns adds the names of the columns of fields. The body is the last of them.
func columns(names []string, prefix string, fields *field.Schema) []string {
	for _, f := range fields.Fields {
		if f.Kind == field.KindGroup {
			names = columns(names, prefix+f.Key+".", f.Inner)
		} else {
			names = append(names, prefix+f.Key)
		}
	}
	return names
}

// cells adds the values of fields, one for each of their columns. Of a group
// that is unknown, each field is.
func cells(row []string, data field.Data) []string {
	for f := range data.Fields() {
		switch {
		case f.Kind != field.KindGroup:
			row = append(row, readable(f))
		case f.State() == field.Known:
			row = cells(row, f.Groups()[0])
		default:
			for range columns(nil, "", f.Inner) {
				row = append(row, readable(f))
			}
		}
	}
	return row
}

// readable is a value as one text.
func readable(f field.Field) string {
	switch f.State() {
	case field.Absent:
		return ""
	case field.Unknown:
		return field.UnknownWord
	}
	var parts []string
	switch f.Kind {
	case field.KindNumber:
		return strconv.Itoa(f.Number())
	case field.KindDate:
		return f.Date().String()
	case field.KindMarks:
		for _, m := range f.MarkList() {
			parts = append(parts, m.Term.Text+": "+markText(m))
		}
	case field.KindGroup, field.KindGroups:
		for _, g := range f.Groups() {
			var inner []string
			for f := range g.Fields() {
				if text := readable(f); text != "" {
					inner = append(inner, f.Key+": "+text)
				}
			}
			parts = append(parts, strings.Join(inner, " | "))
		}
		return strings.Join(parts, " || ")
	default:
		for _, t := range f.Texts() {
			parts = append(parts, t.Text)
		}
	}
	return strings.Join(parts, "; ")
}

// maxCell is how many characters Excel keeps of a cell ("Excel specifications
// and limits", support.microsoft.com). It puts the rest in the next row.
const maxCell = 32_767

// calculates are the signs with which a formula starts, also the wide forms that
// Japanese editions accept. The - is last, where it is no range in an expression.
const calculates = "=+@＝＋－＠-"

// formula is where a spreadsheet would start to calculate: at the start of a
// cell (OWASP, "CSV Injection"), and after a semicolon, because Excel in Dutch
// takes that for the end of a cell when somebody opens the file by clicking it.
var formula = regexp.MustCompile(`(^|;[\s"']*)([` + calculates + `])`)

// cell makes any text safe as a cell: one line without control characters, and
// an apostrophe before what a spreadsheet would take for a formula.
func cell(s string) string {
	s = oneLine(s)
	// Few texts have one, and the expression is slow.
	if strings.Contains(s, ";") || strings.IndexAny(s[:min(len(s), utf8.UTFMax)], calculates) >= 0 {
		s = formula.ReplaceAllString(s, "$1'$2")
	}
	if len(s) > maxCell && utf8.RuneCountInString(s) > maxCell {
		s = string([]rune(s)[:maxCell-1]) + "…"
	}
	return s
}
