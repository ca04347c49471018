// Package check looks at a catalogue as a whole: whether what refers to
// something finds it, and whether what is said can be so. Each rule is one
// function; reading has rules of its own in the packages that read.
package check

import (
	"time"

	"kaartenbak/generator/catalogue"
	"kaartenbak/generator/field"
	"kaartenbak/generator/problem"
)

// A rule of this package: what is asked, and how that is looked at.
type rule struct {
	problem.Rule
	entry func(*checker, catalogue.Entry) // for each entry, or nil
	whole func(*checker)                  // once, or nil
}

var rules = []*rule{
	unknownTerm, deadReference, deadLink, supersededLoop, broaderLoop, dateOrder, futureCheck, timeOrder,
	partnerName, mirror, oneOption, sameTitle, stale, due, pastMeeting, lostAddress,
}

// Rules are the rules of this package.
func Rules() problem.Rules {
	all := make([]*problem.Rule, len(rules))
	for i, r := range rules {
		all[i] = &r.Rule
	}
	return all
}

// A checker is one look at a catalogue.
type checker struct {
	cat      *catalogue.Catalogue
	pages    Pages
	today    time.Time
	rule     *rule // the one that is being looked at
	problems problem.List
}

// Pages know which addresses, such as /keuzehulpen/knie/, the site answers.
type Pages interface {
	Exists(url string) bool  // with a page
	HasPage(url string) bool // with a page that does more than send on
}

// Catalogue gives what is wrong with a catalogue. today is the day by which
// freshness is judged.
func Catalogue(cat *catalogue.Catalogue, pages Pages, today time.Time) problem.List {
	c := &checker{cat: cat, pages: pages, today: today}
	for _, r := range rules {
		c.rule = r
		if r.entry != nil {
			for _, e := range cat.Entries {
				r.entry(c, e)
			}
		}
		if r.whole != nil {
			r.whole(c)
		}
	}
	c.problems.Sort()
	return c.problems
}

// at reports the rule that is being looked at, at a place in the file of an entry.
func (c *checker) at(e catalogue.Entry, at field.At, hint, format string, args ...any) {
	c.problems = append(c.problems, c.rule.At(e.Base().Pos(at), hint, format, args...))
}

// say is at for what the form says too.
func (c *checker) say(e catalogue.Entry, at field.At, p *problem.Phrase, args ...any) {
	c.problems = append(c.problems, p.At(e.Base().Pos(at), args...))
}
