// Package problem describes what is wrong with content, and where.
package problem

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"
)

// A Pos is a place in a source file. Line and Col count from 1; Col counts
// characters, not bytes. A zero Line is the file as a whole. In a spreadsheet they
// are the row and the column, and Cell is what people call that place.
type Pos struct {
	File      string
	Line, Col int
	Cell      string // B12, or Blad1!B12; "" in other files
}

// String gives file:line:col or file:cell, without the parts that are not known.
func (p Pos) String() string {
	switch {
	case p.Cell != "":
		return p.File + ":" + p.Cell
	case p.Line == 0:
		return p.File
	case p.Col == 0:
		return fmt.Sprintf("%s:%d", p.File, p.Line)
	}
	return fmt.Sprintf("%s:%d:%d", p.File, p.Line, p.Col)
}

// A Rule is what content has to keep to. Every problem comes from one, so that
// none goes without a name and an explanation.
type Rule struct {
	Name    string // stable: tests, the manual and outside scripts use it
	Warning bool   // true: what is found may be right
	Doc     string // in Dutch: what is asked, why, and how to put it right
}

// At makes the problem of this rule at a place. The message is a Dutch sentence
// without blame; hint is the way out and may be empty.
func (r *Rule) At(pos Pos, hint, format string, args ...any) Problem {
	message := format
	if len(args) > 0 {
		message = fmt.Sprintf(format, args...)
	}
	pos.File, pos.Cell = visible(pos.File), visible(pos.Cell)
	return Problem{Pos: pos, Rule: r.Name, Message: visible(message), Hint: visible(hint), Warning: r.Warning}
}

// maxShort is how many characters of a text a message repeats.
const maxShort = 60

// Short gives a text as a message repeats it.
func Short(s string) string {
	n := 0
	for i := range s {
		if n++; n > maxShort {
			return s[:i] + "..."
		}
	}
	return s
}

// visible writes what cannot be seen as <U+202E>: a problem repeats names and
// words of strangers, which may do nothing to a terminal or a log.
func visible(s string) string {
	if !strings.ContainsFunc(s, isHidden) {
		return s
	}
	var b strings.Builder
	for _, c := range s {
		if isHidden(c) {
			fmt.Fprintf(&b, "<%U>", c)
		} else {
			b.WriteRune(c)
		}
	}
	return b.String()
}

func isHidden(c rune) bool { return !unicode.IsGraphic(c) }

// A Problem is one thing that is wrong at one place.
type Problem struct {
	Pos
	Rule    string
	Message string
	Hint    string
	Warning bool
}

// String gives the line that a terminal shows, without the hint.
func (p Problem) String() string {
	return fmt.Sprintf("%s: %s [%s]", p.Pos, p.Message, p.Rule)
}

// Rules are the rules of a package.
type Rules []*Rule

// Add adds a rule, so that none can be left out of the list.
func (all *Rules) Add(name, doc string) *Rule {
	r := &Rule{Name: name, Doc: doc}
	*all = append(*all, r)
	return r
}

// AddWarning adds a rule of which what is found may be right.
func (all *Rules) AddWarning(name, doc string) *Rule {
	r := all.Add(name, doc)
	r.Warning = true
	return r
}

// A List is problems in the order in which they were found.
type List []Problem

// Errors counts the problems that are not warnings.
func (l List) Errors() int {
	n := 0
	for _, p := range l {
		if !p.Warning {
			n++
		}
	}
	return n
}

// Sort orders by file, place and rule, so that the same content always gives
// the same report.
func (l List) Sort() {
	slices.SortStableFunc(l, func(a, b Problem) int {
		return cmp.Or(
			cmp.Compare(a.File, b.File),
			cmp.Compare(a.Line, b.Line),
			cmp.Compare(a.Col, b.Col),
			cmp.Compare(a.Rule, b.Rule),
			cmp.Compare(a.Message, b.Message),
		)
	})
}
