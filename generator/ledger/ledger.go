// Package ledger tells what changed in a catalogue, and when.
//
// The ledger is a file in the content folder, content/wijzigingen.txt, with an
// event on each line: an entry was there when the ledger began, came in, changed a
// field, got another name, is gone. Lines are added at its end and stay; those of
// one day are read as one state. All events together give the values that the noted
// fields had at the last of them, so that what changed since is known without
// anything else.
//
// Of which fields a change is told with its values, the line of the field says
// ([field.Declaration.Told]). Of the others, which are words, the ledger has a
// fingerprint: it tells that the words changed, and not what they were.
package ledger

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"kaartenbak/generator/catalogue"
	"kaartenbak/generator/problem"
)

// A Ledger is what is known of the changes in a catalogue: those that were noted,
// and those that were not noted yet, which are of today.
type Ledger struct {
	Kept     bool              // false where the catalogue keeps none, or an empty one
	Began    time.Time         // the day of its first event
	Unnoted  []catalogue.Event // to be noted
	Problems problem.List      // with lines that do not follow from those before them

	steps map[string][]*Step // by the last name of an entry; the oldest first
}

// A Step is all that became of an entry on one day.
type Step struct {
	Day     time.Time
	Entry   string // its last name: collection/slug
	CameIn  bool
	Gone    bool
	From    string // its name before, where it got another
	Into    string // the entry that has its address now, where that was there already
	Changes []Change
}

// A StepKind is the most that can be said of a step. They are in the order in which
// those of one day are told.
type StepKind uint8

const (
	New      StepKind = iota // the entry came in
	Left                     // it is there no longer
	Renamed                  // it got another name
	Altered                  // values of it became others
	Reworded                 // words of it became others, and nothing else
)

// Kind is what kind of step it is.
func (s *Step) Kind() StepKind {
	switch {
	case s.Gone:
		return Left
	case s.CameIn:
		return New
	case s.From != "":
		return Renamed
	case slices.ContainsFunc(s.Changes, func(c Change) bool { return SideOf(c.From) != Words && SideOf(c.To) != Words }):
		return Altered
	}
	return Reworded
}

// Collection is the collection of the entry, or nil where there is none of that name
// now.
func (s *Step) Collection() *catalogue.Collection {
	name, _, _ := strings.Cut(s.Entry, "/")
	return catalogue.CollectionNamed(name)
}

// A Change is that the value of a field became another, as [catalogue.NotedValue] has them.
type Change struct{ Field, From, To string }

// Open reads the events of a catalogue, and works out what changed since the last of
// them. A catalogue that keeps no ledger changed in nothing: see [Baseline].
func Open(cat *catalogue.Catalogue, today time.Time) *Ledger {
	l := &Ledger{steps: map[string][]*Step{}}
	if len(cat.Events) == 0 {
		return l
	}
	now := today
	r := newReplay(len(cat.Entries))
	for _, e := range cat.Events {
		r.play(e)
	}
	if last := cat.Events[len(cat.Events)-1].Day; today.Before(last) {
		today = last // so that days go up, whatever the clock of a machine says
	}
	l.Kept, l.Began = true, cat.Events[0].Day
	l.Unnoted = r.compare(cat, today)
	for _, e := range l.Unnoted {
		r.play(e)
	}
	var problems problem.Collector
	reportLater(cat, now, &problems)
	for _, f := range r.faults {
		f.report(cat.LedgerFile, &problems)
	}
	l.Problems = problems.List()
	for name, steps := range r.steps {
		if steps = slices.DeleteFunc(steps, (*Step).isEmpty); len(steps) > 0 {
			l.steps[name] = steps
		}
	}
	return l
}

// Of gives the steps of an entry, the oldest first.
func (l *Ledger) Of(entry string) []*Step { return l.steps[entry] }

// CameIn is the day on which an entry came in; false where it was there when the
// ledger began.
func (l *Ledger) CameIn(entry string) (day time.Time, ok bool) {
	for _, s := range slices.Backward(l.steps[entry]) {
		if s.CameIn {
			return s.Day, true
		}
	}
	return day, false
}

// Steps are all steps, in the order of [Latest].
func (l *Ledger) Steps() []*Step {
	var all []*Step
	for _, steps := range l.steps {
		all = append(all, steps...)
	}
	Latest(all)
	return all
}

// Key names a step among those of its entry, by what happened in it: not by its day,
// for what is not noted yet is of another with each build, and not by values, which
// may be taken out.
func (l *Ledger) Key(s *Step) string {
	b := fmt.Append(nil, slices.Index(l.steps[s.Entry], s), s.CameIn, s.Gone, s.From, s.Into)
	for _, c := range s.Changes {
		b = append(append(b, ' '), c.Field...)
	}
	return string(appendFingerprint(nil, b)[1:])
}
