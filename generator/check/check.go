// Package check looks at a catalogue as a whole: whether what refers to
// something finds it, and whether what is said can be so. Reading has rules of its
// own, in the packages that read.
package check

import (
	"time"

	"kaartenbak/generator/catalogue"
	"kaartenbak/generator/field"
	"kaartenbak/generator/parallel"
	"kaartenbak/generator/problem"
)

// Rules are the rules of this package.
var Rules problem.Rules

// What is looked at: in each entry, and in the catalogue as a whole.
var (
	inEntry = []func(*checker, *catalogue.Entry){
		(*checker).entryTerms, (*checker).references, (*checker).entryLinks, (*checker).superseded,
		(*checker).dateOrder, (*checker).notYet, (*checker).timeOrder, (*checker).ages, (*checker).partners, (*checker).mirrors, (*checker).options,
		(*checker).freshness, (*checker).pastMeeting,
	}
	inCatalogue = []func(*checker){
		(*checker).vocabularyTerms, (*checker).pageLinks, (*checker).broader, (*checker).codes, (*checker).titles, (*checker).addresses,
	}
)

// A checker is one look at a catalogue.
type checker struct {
	cat      *catalogue.Catalogue // with what waits for its day
	pages    Pages                // of today
	later    Pages                // and of the days for which something waits
	today    time.Time
	problems problem.Collector
}

// Pages know which addresses, such as /keuzehulpen/knie/, the site answers.
type Pages interface {
	Exists(url string) bool  // with a page
	HasPage(url string) bool // with a page that does more than send on
}

// Catalogue gives what is wrong with a catalogue, which has what waits for its day
// among its entries. pages are those of today; later are those that there will be
// when nothing waits any more.
func Catalogue(cat *catalogue.Catalogue, pages, later Pages, today time.Time) problem.List {
	found := make([]problem.List, len(cat.Entries))
	parallel.Each(len(cat.Entries), func(i int) {
		c := &checker{cat: cat, pages: pages, later: later, today: today}
		for _, look := range inEntry {
			look(c, cat.Entries[i])
		}
		found[i] = c.problems.List()
	})
	c := &checker{cat: cat, pages: pages, later: later, today: today}
	for _, problems := range found {
		c.problems.Add(problems...)
	}
	for _, look := range inCatalogue {
		look(c)
	}
	return c.problems.List()
}

// from is the day from which an entry is on the site, as far as that is still to come.
func (c *checker) from(e *catalogue.Entry) time.Time {
	if day := e.Appears(); day.After(c.today) {
		return day
	}
	return c.today
}

// report adds a problem at a place in the file of an entry.
func (c *checker) report(rule *problem.Rule, e *catalogue.Entry, at field.At, hint, format string, args ...any) {
	c.problems.Report(rule, e.Pos(at), hint, format, args...)
}

// say is report for what the form says too.
func (c *checker) say(p *problem.Phrase, e *catalogue.Entry, at field.At, args ...any) {
	c.problems.Say(p, e.Pos(at), args...)
}
