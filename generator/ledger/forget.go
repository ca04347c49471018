package ledger

import (
	"strings"

	"kaartenbak/generator/catalogue"
	"kaartenbak/generator/field"
)

// Forget takes the values of a field of an entry out of the text of a ledger, also
// those of when the entry had another name. What happened stays, without the values:
// a line then says ? for each. The value that the entry has today stays too, for
// anyone can read it there, and what was not known or not answered is no value. n is
// how many were taken out.
func Forget(text, entry, key, today string) (without string, n int) {
	takeOut := func(value *string) {
		if side := SideOf(*value); (side == Told || side == Words) && *value != today {
			*value = forgotten
			n++
		}
	}
	lives := livesIn(text)
	var b strings.Builder
	i := 0
	for line := range strings.Lines(text) {
		before := n
		if life := lives[i]; life != nil && life.name == entry {
			e, _ := Parse(strings.TrimSpace(line)) // which went well before
			for j := range e.Values {
				if e.Values[j].Field == key {
					takeOut(&e.Values[j].Value)
				}
			}
			if e.Kind == catalogue.Altered && e.Field == key {
				takeOut(&e.From)
				takeOut(&e.To)
			}
			if n > before {
				line = string(Append(nil, e))
			}
		}
		b.WriteString(line)
		i++
	}
	return b.String(), n
}

// A life is an entry from when it came in until it was gone, whatever its name.
type life struct{ name string } // the last it had

// livesIn gives the life that each line of a ledger is about; nil where the line
// tells nothing.
func livesIn(text string) (ofLine []*life) {
	named := map[string]*life{}
	for line := range strings.Lines(text) {
		e, err := Parse(strings.TrimSpace(line))
		if err != nil {
			ofLine = append(ofLine, nil)
			continue
		}
		l := named[e.Entry]
		if l == nil || e.Kind == catalogue.Began || e.Kind == catalogue.CameIn {
			l = &life{e.Entry}
			named[e.Entry] = l
		}
		ofLine = append(ofLine, l)
		switch e.Kind {
		case catalogue.Moved:
			delete(named, e.Entry)
			if named[e.To] == nil && sameCollection(e.Entry, e.To) {
				l.name, named[e.To] = e.To, l
			}
		case catalogue.Left:
			delete(named, e.Entry)
		}
	}
	return ofLine
}

// Value gives the value of a field of an entry as the ledger would have it; "" where
// there is none.
func Value(e *catalogue.Entry, d *field.Declaration) string {
	return string(new(noter).note(e, e.Field(d)))
}
