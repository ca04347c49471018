// Package stats counts what is in a catalogue and what is not known in it.
package stats

import (
	"time"

	"kaartenbak/generator/catalogue"
	"kaartenbak/generator/field"
)

// A Row is the state of one collection.
type Row struct {
	Collection string  `json:"collection"`
	Entries    int     `json:"entries"`
	Known      float64 `json:"known"` // share of the required fields that have a value, 0 to 1
	Stale      int     `json:"stale"`
	Due        int     `json:"due"`
	Undated    int     `json:"undated"`
	Unreadable int     `json:"unreadable"` // text harder than most adults read with ease
	Unlinked   int     `json:"unlinked"`   // refers to no entry and no entry refers to it
}

// Of counts every collection, in the order of the site, and all of them together
// in a last row.
func Of(cat *catalogue.Catalogue, today time.Time) []Row {
	linked := Linked(cat)
	var rows []Row
	total := Row{Collection: "totaal"}
	var allKnown, allAsked int
	for _, c := range catalogue.Collections {
		row := Row{Collection: c.Name}
		var known, asked int
		for _, e := range cat.Of(c) {
			row.Entries++
			k, a := Answered(e)
			known, asked = known+k, asked+a
			switch e.Freshness(today) {
			case catalogue.Stale:
				row.Stale++
			case catalogue.Due:
				row.Due++
			case catalogue.Undated:
				row.Undated++
			}
			if s := ReadingOf(e); s.Known && s.Score < HardBelow {
				row.Unreadable++
			}
			if !linked[e.ID()] {
				row.Unlinked++
			}
		}
		row.Known = share(known, asked)
		rows = append(rows, row)
		allKnown, allAsked = allKnown+known, allAsked+asked
		total.Entries += row.Entries
		total.Stale += row.Stale
		total.Due += row.Due
		total.Undated += row.Undated
		total.Unreadable += row.Unreadable
		total.Unlinked += row.Unlinked
	}
	total.Known = share(allKnown, allAsked)
	return append(rows, total)
}

// Answered counts the required fields of an entry, and those that have a value.
func Answered(e *catalogue.Entry) (known, asked int) {
	for f := range e.Fields() {
		if f.Required && f.Kind != field.KindBody {
			asked++
			if f.State() == field.Known {
				known++
			}
		}
	}
	return known, asked
}

func share(part, whole int) float64 {
	if whole == 0 {
		return 0
	}
	return float64(part) / float64(whole)
}

// Linked are the entries that refer to another or are referred to, by their ids.
func Linked(cat *catalogue.Catalogue) map[string]bool {
	linked := map[string]bool{}
	for _, e := range cat.Entries {
		field.Walk(e, func(_ string, f field.Field) {
			if f.Kind == field.KindRef || f.Kind == field.KindRefs {
				for _, t := range f.Texts() {
					linked[e.ID()] = true
					linked[catalogue.Target(f.Declaration, t.Text)] = true
				}
			}
		})
	}
	return linked
}
