package ledger

import (
	"slices"
	"strings"
	"time"

	"kaartenbak/generator/catalogue"
	"kaartenbak/generator/parallel"
)

// Baseline gives the events with which a ledger begins: every entry is there, and
// none is new because of it.
func Baseline(cat *catalogue.Catalogue, today time.Time) []catalogue.Event {
	events := make([]catalogue.Event, len(cat.Entries))
	parallel.For(len(events), func(i int) error {
		events[i] = catalogue.Event{Day: today, Entry: cat.Entries[i].ID(), Kind: catalogue.Began, Values: valuesOf(cat.Entries[i])}
		return nil
	})
	return events
}

// valuesOf are the values of an entry, in the order of its fields.
func valuesOf(e *catalogue.Entry) (values []catalogue.NotedValue) {
	n := noters.Get().(*noter)
	defer noters.Put(n)
	for f := range e.Fields() {
		if value := n.note(e, f); len(value) > 0 {
			values = append(values, catalogue.NotedValue{Field: f.Key, Value: string(value)})
		}
	}
	return values
}

// compare gives the events that lead from the state to the catalogue: first the
// entries that are there no longer, by name, then the others in their order.
func (r *replay) compare(cat *catalogue.Catalogue, today time.Time) []catalogue.Event {
	var events []catalogue.Event
	before := map[string]string{} // the name that an entry had, by the one it has
	for _, name := range r.missing(cat) {
		e := catalogue.Event{Day: today, Entry: name, Kind: catalogue.Left}
		if to := movedTo(cat, name); to != "" {
			e.Kind, e.To = catalogue.Moved, to
			if _, known := r.values[to]; !known && before[to] == "" && sameCollection(name, to) {
				before[to] = name
			}
		}
		events = append(events, e)
	}
	found := make([][]catalogue.Event, len(cat.Entries))
	parallel.For(len(cat.Entries), func(i int) error {
		e := cat.Entries[i]
		name := e.ID()
		if old := before[name]; old != "" {
			name = old
		}
		if values, known := r.values[name]; known {
			found[i] = alterations(e, values, today)
		} else {
			found[i] = []catalogue.Event{{Day: today, Entry: name, Kind: catalogue.CameIn, Values: valuesOf(e)}}
		}
		return nil
	})
	return append(events, slices.Concat(found...)...)
}

// missing are the names of the entries that are there no longer.
func (r *replay) missing(cat *catalogue.Catalogue) (names []string) {
	for name := range r.values {
		if cat.Entry(name) == nil {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}

// movedTo is the entry that has the address of one that is gone, by the register of
// addresses, or "".
func movedTo(cat *catalogue.Catalogue, name string) string {
	for _, a := range cat.Addresses {
		if to := strings.Trim(a.To, "/"); a.URL == "/"+name+"/" && cat.Entry(to) != nil {
			return to
		}
	}
	return ""
}

// alterations are the fields of an entry that have another value than was noted, in
// the order of its fields.
func alterations(e *catalogue.Entry, values []catalogue.NotedValue, today time.Time) (events []catalogue.Event) {
	n := noters.Get().(*noter)
	defer noters.Put(n)
	next := 0 // most values stand in the order of the fields
	for f := range e.Fields() {
		before := absent
		if next < len(values) && values[next].Field == f.Key {
			before = values[next].Value
			next++
		} else {
			before = valueIn(values, f.Key)
		}
		if now := n.note(e, f); string(now) != before {
			events = append(events, catalogue.Event{Day: today, Entry: e.ID(), Kind: catalogue.Altered, Field: f.Key, From: before, To: string(now)})
		}
	}
	return events
}
