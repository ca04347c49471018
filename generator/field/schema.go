// Package field declares the fields of an entry, each in one line, and reads
// them from YAML.
//
// A [Schema] is the fields of one kind of record: a decision aid, a source, a
// term. Each field is one line: its key, its kind, what is asked of it, and where
// it is shown. From that line follow reading with positions, the JSON Schema, the
// export, the card, the row on the page, the empty entry that a contributor starts
// from, and the tables in the manual.
//
// A [Record] holds the values of one entry. Code that needs one value reads it by
// its [Role], which its line names; code that shows or checks all of them goes
// through [Record.Fields].
//
// Every value is in one of three states: absent (not asked or not answered),
// unknown (asked and not found; the author wrote "onbekend") or known.
package field

import (
	"cmp"
	"fmt"
	"slices"
)

// A Kind is a kind of value.
type Kind uint8

const (
	KindText   Kind = iota // one line of text
	KindProse              // paragraphs of plain text
	KindLink               // an address on the web
	KindClock              // a time of day, 19.00
	KindNumber             // a whole number
	KindDate               // a day, a month or a year, exact or about
	KindTerm               // one term of a vocabulary
	KindTerms              // several terms of a vocabulary
	KindTexts              // several texts
	KindRef                // another entry
	KindRefs               // several other entries
	KindMarks              // terms of one vocabulary, each with a mark out of another
	KindGroup              // fields of its own
	KindGroups             // several times the same fields
	KindBody               // the Markdown below the front matter
)

var kindNames = [...]string{
	KindText: "tekst", KindProse: "alinea's", KindLink: "webadres", KindClock: "tijd", KindNumber: "getal",
	KindDate: "datum", KindTerm: "begrip", KindTerms: "begrippen", KindTexts: "teksten", KindRef: "kaart",
	KindRefs: "kaarten", KindMarks: "antwoorden", KindGroup: "groep", KindGroups: "groepen", KindBody: "hoofdtekst",
}

// String is the name of the kind for authors.
func (k Kind) String() string { return kindNames[k] }

// List reports whether the value of this kind is written as a YAML list.
func (k Kind) List() bool {
	return k == KindTerms || k == KindTexts || k == KindRefs || k == KindGroups
}

// isValue reports whether a value of this kind says one thing, in a form of its own:
// a term, a number, a day. All else is words.
func (k Kind) isValue() bool {
	switch k {
	case KindLink, KindClock, KindNumber, KindDate, KindTerm, KindRef:
		return true
	}
	return false
}

// A Declaration is the line of a field: all that is said of it, whatever its value.
type Declaration struct {
	Key     string
	Kind    Kind
	Section string // the heading of the page below which it stands

	Of    string  // the vocabulary of terms and marks, the collection of references ("" is any)
	Marks string  // the vocabulary of the marks
	Inner *Schema // the fields of a group; else nil

	Required bool
	Literal  bool   // "onbekend" is no answer
	Facet    bool   // can be filtered on
	Singular string // what the filter may be called for one value
	Weight   int    // in search; 0 is not searched
	NoteOf   string // the key of the field that this one explains
	NotUntil string // the key of a date that this one may not be before
	Codes    bool   // the texts are codes of a list; no number in them is about a person

	Past      bool  // the date is not after today
	PastWhere Where // nor where this is so; the zero Where never is

	// Where it is shown, beside its row on the page. A number is its turn among
	// the fields that are shown there, from 1; 0 is not there.
	Card    int // on the card in a list and in a search result
	First   int // among the facts of the first screen
	ForWhom int // there too, among those that say for whom the entry is
	Patient int // on the card that a patient takes home; what does not fit goes from the end
	Compare int // at the top of a comparison; the others follow as on the page

	Apart      bool   // has a place of its own on the page, instead of a row
	Drawn      string // how a group is drawn; "" is plainly
	Icon       string // before its label in the first screen
	Unanswered string // the interface text that is shown where there is no answer; "" shows nothing
	Direct     string // the value with which anyone can use the thing at once
	Usual      string // the value that goes without saying on a card
	Public     bool   // of the site: in the catalogue as data
	Told       bool   // a change is told with its values; else only that the words are others

	place int // in the values of a record
	role  *role
}

// A Where is what another field of the same entry has to have for something to hold.
type Where struct {
	Key    string
	Values []string // one of them
}

// isTold is the rule for a line that does not say: a change of values is told with
// them, also of a list or a single group of values, as of a period. Of words it is
// told that they changed.
func (d *Declaration) isTold() bool {
	switch d.Kind {
	case KindTerms, KindRefs, KindMarks:
		return true
	case KindGroup:
		return !slices.ContainsFunc(d.Inner.Fields, func(inner *Declaration) bool { return !inner.Kind.isValue() })
	}
	return d.Kind.isValue()
}

// Role is the name of the role that the field plays, or "".
func (d *Declaration) Role() string {
	if d.role == nil {
		return ""
	}
	return d.role.name
}

// A Schema is the fields of one kind of record, in the order in which they are
// shown. It does not change once it is made.
type Schema struct {
	Fields []*Declaration

	// The fields with a turn somewhere, in that order.
	Card, First, ForWhom, Patient []*Declaration

	section string
	byRole  []int // by the number of a role: 1 and the place of its field, or 0
}

// NewSchema makes a schema of the lines in declare. A line that contradicts
// another is a mistake of the programmer, and panics.
func NewSchema(declare func(s *Schema)) *Schema {
	s := &Schema{}
	declare(s)
	for _, d := range s.Fields {
		for _, other := range []string{d.NoteOf, d.NotUntil} {
			if other != "" && s.Keyed(other) == nil {
				panic(fmt.Sprintf("field: %s names the field %s, which is not there", d.Key, other))
			}
		}
	}
	s.Card = s.inTurn(func(d *Declaration) int { return d.Card })
	s.First = s.inTurn(func(d *Declaration) int { return d.First })
	s.ForWhom = s.inTurn(func(d *Declaration) int { return d.ForWhom })
	s.Patient = s.inTurn(func(d *Declaration) int { return d.Patient })
	s.inTurn(func(d *Declaration) int { return d.Compare })
	return s
}

// inTurn gives the fields that have a turn, in that order.
func (s *Schema) inTurn(turn func(*Declaration) int) []*Declaration {
	var placed []*Declaration
	for _, d := range s.Fields {
		if turn(d) > 0 {
			placed = append(placed, d)
		}
	}
	slices.SortStableFunc(placed, func(a, b *Declaration) int { return cmp.Compare(turn(a), turn(b)) })
	for i := range placed {
		if i > 0 && turn(placed[i]) == turn(placed[i-1]) {
			panic(fmt.Sprintf("field: %s and %s have the same turn", placed[i-1].Key, placed[i].Key))
		}
	}
	return placed
}

// Keyed gives the field with a key, or nil.
func (s *Schema) Keyed(key string) *Declaration {
	for _, d := range s.Fields {
		if d.Key == key {
			return d
		}
	}
	return nil
}

// Section starts a section: the fields that follow stand below its heading.
func (s *Schema) Section(name string) { s.section = name }

// A Line is a field that was just declared, whose value is a V.
type Line[V any] struct {
	schema *Schema
	field  *Declaration
}

// As gives the field a role, by which code reads its value.
func (l Line[V]) As(r Role[V]) {
	number := r.role.number
	if missing := number + 1 - len(l.schema.byRole); missing > 0 {
		l.schema.byRole = append(l.schema.byRole, make([]int, missing)...)
	}
	if l.schema.byRole[number] != 0 || l.field.role != nil {
		panic(fmt.Sprintf("field: %s cannot be %s: one of the two is taken", l.field.Key, r.role.name))
	}
	l.schema.byRole[number] = l.field.place + 1
	l.field.role = r.role
}

func declare[V any](s *Schema, d Declaration) Line[V] {
	if s.Keyed(d.Key) != nil {
		panic(fmt.Sprintf("field: %s is declared twice", d.Key))
	}
	d.Section, d.place = s.section, len(s.Fields)
	d.Told = d.Told || d.isTold()
	s.Fields = append(s.Fields, &d)
	return Line[V]{s, &d}
}

func apply[O option](d Declaration, options []O) Declaration {
	for _, o := range options {
		o.apply(&d)
	}
	return d
}

// Text declares one line of text.
func (s *Schema) Text(key string, options ...TextOption) Line[Text] {
	return declare[Text](s, apply(Declaration{Key: key, Kind: KindText}, options))
}

// Prose declares paragraphs of plain text.
func (s *Schema) Prose(key string, options ...TextOption) Line[Text] {
	return declare[Text](s, apply(Declaration{Key: key, Kind: KindProse}, options))
}

// Link declares an address on the web.
func (s *Schema) Link(key string, options ...Option) Line[Text] {
	return declare[Text](s, apply(Declaration{Key: key, Kind: KindLink}, options))
}

// Clock declares a time of day.
func (s *Schema) Clock(key string, options ...Option) Line[Text] {
	return declare[Text](s, apply(Declaration{Key: key, Kind: KindClock}, options))
}

// Number declares a whole number of at least 0.
func (s *Schema) Number(key string, options ...Option) Line[Number] {
	return declare[Number](s, apply(Declaration{Key: key, Kind: KindNumber}, options))
}

// Date declares a date.
func (s *Schema) Date(key string, options ...DateOption) Line[Date] {
	return declare[Date](s, apply(Declaration{Key: key, Kind: KindDate}, options))
}

// Term declares one term of a vocabulary.
func (s *Schema) Term(key, vocabulary string, options ...TermOption) Line[Text] {
	return declare[Text](s, apply(Declaration{Key: key, Kind: KindTerm, Of: vocabulary}, options))
}

// Terms declares several terms of a vocabulary.
func (s *Schema) Terms(key, vocabulary string, options ...TermOption) Line[List] {
	return declare[List](s, apply(Declaration{Key: key, Kind: KindTerms, Of: vocabulary}, options))
}

// Texts declares several texts.
func (s *Schema) Texts(key string, options ...WordsOption) Line[List] {
	return declare[List](s, apply(Declaration{Key: key, Kind: KindTexts}, options))
}

// Ref declares a reference to an entry of a collection, by its slug. Without a
// collection the reference is "collection/slug".
func (s *Schema) Ref(key, collection string, options ...Option) Line[Text] {
	return declare[Text](s, apply(Declaration{Key: key, Kind: KindRef, Of: collection}, options))
}

// Refs declares references to entries, as Ref does for one.
func (s *Schema) Refs(key, collection string, options ...Option) Line[List] {
	return declare[List](s, apply(Declaration{Key: key, Kind: KindRefs, Of: collection}, options))
}

// Marks declares terms of one vocabulary, each with a mark out of another, such
// as a criterion with "ja" or a training with "deels".
func (s *Schema) Marks(key, vocabulary, marks string, options ...Option) Line[Marks] {
	return declare[Marks](s, apply(Declaration{Key: key, Kind: KindMarks, Of: vocabulary, Marks: marks}, options))
}

// Group declares a group of fields.
func (s *Schema) Group(key string, inner func(*Schema), options ...GroupOption) Line[Group] {
	return declare[Group](s, apply(Declaration{Key: key, Kind: KindGroup, Inner: NewSchema(inner)}, options))
}

// Groups declares a group of fields that may come several times.
func (s *Schema) Groups(key string, inner func(*Schema), options ...GroupOption) Line[Groups] {
	return declare[Groups](s, apply(Declaration{Key: key, Kind: KindGroups, Inner: NewSchema(inner)}, options))
}

// Body declares the Markdown below the front matter, which is no key of it.
func (s *Schema) Body(key string, options ...BodyOption) {
	declare[Text](s, apply(Declaration{Key: key, Kind: KindBody}, options))
}
