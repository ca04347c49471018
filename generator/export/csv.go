package export

import (
	"encoding/csv"
	"io"
	"strings"
	"unicode"

	"kaartenbak/generator/catalogue"
	"kaartenbak/generator/sheet"
	"kaartenbak/generator/workbook"
)

// CSV writes the entries of one collection as a table: a header row, then one
// row for each entry, in the given order. It is RFC 4180, with commas and CRLF,
// in UTF-8 that starts with a byte order mark: without it Excel takes ë for two
// other letters. A program that does not know the mark finds it in the name of
// the first column, the one that says least.
//
// The columns are those of [JSON]; a group has one for each of its fields, such
// as richtlijn.titel. A cell is one line: a line end in it is written as ¶, values
// of a list are parted by "; ", a mark is "term: mark". Of groups that come
// several times, one cell holds all: "titel: A | datum: 2020 || titel: B". The last
// column is the text as it was written, which body gives. All of it can be read back
// (package sheet); for programs there is JSON.
//
// A cell never starts a formula (see [cell]). The error is that of the writer, or of
// body.
func CSV(to io.Writer, c *catalogue.Collection, entries []*catalogue.Entry, base string, body func(*catalogue.Entry) (string, error)) error {
	if _, err := io.WriteString(to, "\uFEFF"); err != nil {
		return err
	}
	w := csv.NewWriter(to)
	w.UseCRLF = true
	w.Write(sheet.Columns(c)) // it keeps its first error
	for _, e := range entries {
		text, err := body(e)
		if err != nil {
			return err
		}
		row := sheet.Row(e, base, text)
		for i := range row {
			row[i] = cell(row[i])
		}
		w.Write(row)
	}
	w.Flush()
	return w.Error()
}

// cell makes any text safe as a cell: one line without control characters, and
// an apostrophe before what a spreadsheet would take for a formula.
func cell(s string) string {
	s = strings.TrimSpace(strings.Map(func(r rune) rune {
		switch {
		case r == '\n':
			return '¶'
		case unicode.IsControl(r), r == '\u2028', r == '\u2029', r == '\uFEFF':
			return ' '
		}
		return r
	}, s))
	return workbook.Cut(workbook.Safe(s))
}
