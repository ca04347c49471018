package ledger

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"kaartenbak/generator/catalogue"
)

// A replay is the state of a catalogue after some events.
type replay struct {
	values map[string][]catalogue.NotedValue // of the entries that are there, by name
	steps  map[string][]*Step                // by the last name
	faults []fault
}

func newReplay(entries int) *replay {
	return &replay{values: make(map[string][]catalogue.NotedValue, entries), steps: map[string][]*Step{}}
}

// play is what an event does. Also of one that does not follow from the state, what
// it says is so afterwards.
func (r *replay) play(e catalogue.Event) {
	values, there := r.values[e.Entry]
	if there == (e.Kind == catalogue.Began || e.Kind == catalogue.CameIn) {
		r.faults = append(r.faults, fault{line: e.Line, entry: e.Entry, there: there})
	}
	switch e.Kind {
	case catalogue.Began:
		r.values[e.Entry] = e.Values
	case catalogue.CameIn:
		r.values[e.Entry] = e.Values
		s := r.step(e.Entry, e.Day)
		s.CameIn, s.Changes = true, nil
	case catalogue.Altered:
		before := valueIn(values, e.Field)
		if there && before != e.From && SideOf(before) != Forgotten && SideOf(e.From) != Forgotten {
			r.faults = append(r.faults, fault{line: e.Line, entry: e.Entry, field: e.Field, before: before})
		}
		r.values[e.Entry] = with(values, e.Field, e.To)
		r.step(e.Entry, e.Day).change(Change{e.Field, e.From, e.To})
	case catalogue.Moved:
		delete(r.values, e.Entry)
		if _, taken := r.values[e.To]; taken || !sameCollection(e.Entry, e.To) {
			s := r.step(e.Entry, e.Day)
			s.Gone, s.Into = true, e.To
			return
		}
		r.values[e.To] = values
		steps := r.steps[e.Entry]
		delete(r.steps, e.Entry)
		for _, s := range steps {
			s.Entry = e.To
		}
		r.steps[e.To] = append(r.steps[e.To], steps...)
		r.step(e.To, e.Day).From = e.Entry
	case catalogue.Left:
		delete(r.values, e.Entry)
		s := r.step(e.Entry, e.Day)
		s.Gone, s.Changes = true, nil
	}
}

// sameCollection reports whether entries have the same fields, by their names. One
// that became an entry of another collection came in there.
func sameCollection(a, b string) bool {
	a, _, _ = strings.Cut(a, "/")
	b, _, _ = strings.Cut(b, "/")
	return a == b
}

// step gives the step of an entry on a day: what happens on one day is one step.
func (r *replay) step(entry string, day time.Time) *Step {
	steps := r.steps[entry]
	if n := len(steps); n > 0 && steps[n-1].Day.Equal(day) {
		return steps[n-1]
	}
	s := &Step{Day: day, Entry: entry}
	r.steps[entry] = append(steps, s)
	return s
}

// change adds a change of a field. Two of one field are one, or none where the field
// is as it was; and who came in on that day, came in as it is.
func (s *Step) change(c Change) {
	if s.CameIn {
		return
	}
	i := slices.IndexFunc(s.Changes, func(o Change) bool { return o.Field == c.Field })
	if i < 0 {
		s.Changes = append(s.Changes, c)
		return
	}
	if s.Changes[i].To = c.To; s.Changes[i].From == c.To && SideOf(c.To) != Forgotten {
		s.Changes = slices.Delete(s.Changes, i, i+1)
	}
}

// isEmpty reports whether the day left things as they were.
func (s *Step) isEmpty() bool {
	return s.CameIn && s.Gone || !s.CameIn && !s.Gone && s.From == "" && len(s.Changes) == 0
}

// valueIn is the value of a field among others.
func valueIn(values []catalogue.NotedValue, key string) string {
	for _, v := range values {
		if v.Field == key {
			return v.Value
		}
	}
	return absent
}

// with gives the values with another one of a field. The given ones stay as they
// are, for they are those of an event.
func with(values []catalogue.NotedValue, key, value string) []catalogue.NotedValue {
	others := make([]catalogue.NotedValue, 0, len(values)+1)
	for _, v := range values {
		if v.Field != key {
			others = append(others, v)
		}
	}
	return append(others, catalogue.NotedValue{Field: key, Value: value})
}

// Latest sorts steps: the latest first, those of one day by their kind, those of one
// kind by collection, and those of one collection by the name of the entry.
func Latest(steps []*Step) {
	slices.SortFunc(steps, func(a, b *Step) int {
		return cmp.Or(
			b.Day.Compare(a.Day), cmp.Compare(a.Kind(), b.Kind()),
			cmp.Compare(slices.Index(catalogue.Collections, a.Collection()), slices.Index(catalogue.Collections, b.Collection())),
			cmp.Compare(a.Entry, b.Entry),
		)
	})
}
