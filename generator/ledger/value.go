package ledger

import (
	"slices"
	"strconv"
	"strings"
	"sync"

	"kaartenbak/generator/catalogue"
	"kaartenbak/generator/field"
)

// A noted value is a text. One that is told is as an author writes it: open, 2026-05,
// a list with commas and in the order of the alphabet, marks and the fields of a
// group as key=value. Beside those there are:
const (
	absent    = ""  // written as -
	forgotten = "?" // there was a value, and it has been taken out
	wordsSign = '~' // starts the fingerprint of words
)

// A Side is one side of a change, as a reader needs to know it.
type Side uint8

const (
	Absent    Side = iota // not asked or not answered
	Unknown               // "onbekend"
	Told                  // a value, which [Read] gives
	Words                 // words, of which the ledger has only a fingerprint
	Forgotten             // something that was taken out of the ledger
)

// SideOf says what a noted value is.
func SideOf(value string) Side {
	switch {
	case value == absent:
		return Absent
	case value == field.UnknownWord:
		return Unknown
	case value == forgotten:
		return Forgotten
	case value[0] == wordsSign:
		return Words
	}
	return Told
}

// A noter writes the values of fields. It keeps its memory from one to the next, and
// is for one goroutine.
type noter struct {
	value []byte
	words []byte   // of which the fingerprint is taken
	items []string // of a list
}

var noters = sync.Pool{New: func() any { return new(noter) }}

// note gives the value of a field of an entry. The bytes are good until the next.
func (n *noter) note(e *catalogue.Entry, f field.Field) []byte {
	n.value, n.words = n.value[:0], n.words[:0]
	switch {
	case f.Kind == field.KindBody && e.Text.Plain == "": // the author wrote that it is not known
		n.value = append(n.value, field.UnknownWord...)
	case f.Kind == field.KindBody:
		n.words = appendWords(n.words, e.Text.Plain)
		n.value = appendFingerprint(n.value, n.words)
	case f.State() != field.Known:
		n.tell(f)
	case f.Told:
		if n.tell(f); isMistakable(string(n.value)) {
			n.words = append(n.words, n.value...)
			n.value = appendFingerprint(n.value[:0], n.words)
		}
	default:
		n.read(f)
		n.value = appendFingerprint(n.value, n.words)
	}
	return n.value
}

// isMistakable reports whether a value would be read as something else, such as a
// town called ?. It is then noted as words.
func isMistakable(value string) bool {
	side := SideOf(value)
	return side == Words || side == Forgotten || !isPrintable(value)
}

// tell adds the value of a field that is told.
func (n *noter) tell(f field.Field) {
	switch f.State() {
	case field.Absent:
		return
	case field.Unknown:
		n.value = append(n.value, field.UnknownWord...)
		return
	}
	switch f.Kind {
	case field.KindNumber:
		n.value = strconv.AppendInt(n.value, int64(f.Number()), 10)
	case field.KindDate:
		n.value = append(n.value, f.Date().String()...)
	case field.KindMarks:
		n.items = n.items[:0]
		for _, m := range f.MarkList() {
			mark := field.UnknownWord
			if m.Mark.Known() {
				mark = m.Mark.Text
			}
			n.items = append(n.items, m.Term.Text+"="+mark)
		}
		n.list()
	case field.KindTerms, field.KindRefs:
		n.items = n.items[:0]
		for _, t := range f.Texts() {
			n.items = append(n.items, t.Text)
		}
		n.list()
	case field.KindGroup:
		start := len(n.value)
		for inner := range f.Groups()[0].Fields() {
			if inner.State() == field.Absent {
				continue
			}
			if len(n.value) > start {
				n.value = append(n.value, ',')
			}
			n.value = append(append(n.value, inner.Key...), '=')
			n.tell(inner)
		}
	default:
		n.value = append(n.value, f.Texts()[0].Text...)
	}
}

// list adds the items in the order of the alphabet: their order says nothing.
func (n *noter) list() {
	slices.Sort(n.items)
	for i, item := range n.items {
		if i > 0 {
			n.value = append(n.value, ',')
		}
		n.value = append(n.value, item...)
	}
}

// The signs between the parts of words that are no one text. No text has them.
const (
	endOfKey   = 1
	endOfValue = 2
	endOfGroup = 3
)

// read adds the words of a field: of a group its keys and what they hold.
func (n *noter) read(f field.Field) {
	switch f.Kind {
	case field.KindGroup, field.KindGroups:
		for _, g := range f.Groups() {
			for inner := range g.Fields() {
				if inner.State() == field.Absent {
					continue
				}
				n.words = append(append(n.words, inner.Key...), endOfKey)
				if inner.State() == field.Unknown || inner.Told {
					start := len(n.value)
					n.tell(inner)
					n.words = append(n.words, n.value[start:]...)
					n.value = n.value[:start]
				} else {
					n.read(inner)
				}
				n.words = append(n.words, endOfValue)
			}
			n.words = append(n.words, endOfGroup)
		}
	default:
		for _, t := range f.Texts() {
			n.words = append(appendWords(n.words, t.Text), endOfValue)
		}
	}
}

// Read gives a field of a collection with a value that was noted; false where that
// is no value of the field: words, something that was taken out, or what the field
// held when it was of another kind.
func Read(schema *field.Schema, d *field.Declaration, value string) (field.Field, bool) {
	r := field.NewRecord(schema)
	ok := set(&r, d, value)
	return r.Field(d), ok
}

// set gives a field of a record a noted value.
func set(r *field.Record, d *field.Declaration, value string) bool {
	state := field.Known
	switch SideOf(value) {
	case Absent:
		return true
	case Unknown:
		state = field.Unknown
	case Words, Forgotten:
		return false
	}
	if state == field.Known && !d.Told {
		return false
	}
	var items []string
	if state == field.Known {
		items = strings.Split(value, ",")
	}
	switch d.Kind {
	case field.KindNumber:
		n, err := strconv.Atoi(value)
		if err != nil && state == field.Known {
			return false
		}
		r.Set(d, &field.Number{N: n, State: state})
	case field.KindDate:
		date, err := field.ParseDate(value)
		if err != nil && state == field.Known {
			return false
		}
		date.State = state
		r.Set(d, &date)
	case field.KindMarks:
		marks := &field.Marks{State: state}
		for _, item := range items {
			term, mark, ok := strings.Cut(item, "=")
			if !ok {
				return false
			}
			marks.Items = append(marks.Items, field.Mark{Term: known(term), Mark: known(mark)})
		}
		r.Set(d, marks)
	case field.KindTerms, field.KindRefs, field.KindTexts:
		list := &field.List{State: state}
		for _, item := range items {
			list.Items = append(list.Items, known(item))
		}
		r.Set(d, list)
	case field.KindGroup:
		group := field.Group{State: state}
		if state == field.Known {
			inner := field.NewRecord(d.Inner)
			for _, item := range items {
				key, part, ok := strings.Cut(item, "=")
				f := d.Inner.Keyed(key)
				if !ok || f == nil || !set(&inner, f, part) {
					return false
				}
			}
			group.Record = &inner
		}
		r.Set(d, &group)
	case field.KindGroups:
		r.Set(d, &field.Groups{State: state})
	default:
		text := known(value)
		r.Set(d, &text)
	}
	return true
}

// known is a text with a value, or what is not known.
func known(text string) field.Text {
	if text == field.UnknownWord {
		return field.Text{State: field.Unknown}
	}
	return field.Text{Text: text, State: field.Known}
}
