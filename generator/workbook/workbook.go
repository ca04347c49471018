// Package workbook reads and writes spreadsheets as tables of texts: .xlsx, and .csv
// as people have it. It knows nothing of what is in them.
//
// Strangers send spreadsheets. Before anything of one is parsed, it is unzipped to
// nowhere and measured (see [limits]); macros, locked files and other formats are
// refused with a way out.
package workbook

import (
	"strings"

	"kaartenbak/generator/problem"
)

// A Table is one sheet. Rows and the cells in them may be of any length.
type Table struct {
	File string // as in messages
	Name string // of the sheet; "" for a CSV file, which has one without a name
	Rows [][]string
	Odd  map[Cell]string // what is wrong with a cell, such as a formula that failed
}

// A Cell is a place in a table. Row and Col count from 1.
type Cell struct{ Row, Col int }

// At is the place of a cell, for messages.
func (t *Table) At(c Cell) problem.Pos {
	name := Column(c.Col) + itoa(c.Row)
	if t.Name != "" {
		name = t.Name + "!" + name
	}
	return problem.Pos{File: t.File, Line: c.Row, Col: c.Col, Cell: name}
}

// Column is what a spreadsheet calls a column: A, Z, AA.
func Column(n int) string {
	name := ""
	for ; n > 0; n = (n - 1) / 26 {
		name = string(rune('A'+(n-1)%26)) + name
	}
	return name
}

// MaxCell is how many characters a cell of Excel holds ("Excel specifications and
// limits", support.microsoft.com). It counts as UTF-16 does.
const MaxCell = 32_767

// Cut is a text that fits in a cell: one that is longer ends with an ellipsis.
func Cut(s string) string {
	if len(s) <= MaxCell || length(s) <= MaxCell {
		return s
	}
	n := 0
	for i, c := range s {
		if n += width(c); n >= MaxCell {
			return s[:i] + ellipsis
		}
	}
	return s
}

// WasCut reports whether a text was too long for its cell when it was written.
func WasCut(s string) bool {
	return len(s) >= MaxCell-4 && strings.HasSuffix(s, ellipsis) && length(s) >= MaxCell-1
}

const ellipsis = "…"

// length counts characters as Excel does.
func length(s string) (n int) {
	for _, c := range s {
		n += width(c)
	}
	return n
}

func width(c rune) int {
	if c > 0xFFFF {
		return 2
	}
	return 1
}
