// Package field declares the fields of an entry, each in one line, and reads
// them from YAML.
//
// A collection declares its fields as package flag declares flags: a key, a
// place for the value, and what is asked of it. From that line follow reading
// with positions, the JSON Schema, the export, the row on the page, the empty
// entry that a contributor starts from, and the tables in the manual.
//
// Every value is in one of three states: absent (not asked or not answered),
// unknown (asked and not found; the author wrote "onbekend") or known.
package field

import (
	"reflect"
	"slices"
	"sync"
)

// UnknownWord is what an author writes for a field that was asked and not found. The
// data, the filters and the search say it too.
const UnknownWord = "onbekend"

// A State says whether a field has a value.
type State uint8

const (
	Absent  State = iota // not written down
	Unknown              // written down as "onbekend"
	Known
)

// At is where a value starts in its file; the zero At is nowhere. Columns count
// characters.
type At struct{ Line, Col int32 }

// Data is a group of fields: an entry, or a group inside one.
type Data interface {
	// Fields declares the fields of the receiver, in the order in which they are
	// shown, and binds each to a place in it.
	Fields(s *Set)
}

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

// A Declaration is what is said of a field, whatever its value. The values of one
// type of data share it.
type Declaration struct {
	Key     string
	Kind    Kind
	Section string // the heading of the page below which it stands

	Of    string // the vocabulary of terms and marks, the collection of references ("" is any)
	Marks string // the vocabulary of the marks

	Required bool
	Facet    bool
	Literal  bool   // "onbekend" is no answer
	Weight   int    // in search; 0 is not searched
	NoteOf   string // the key of the field that this one explains
}

// A Field is one declared field, bound to its place in one value of Data.
type Field struct {
	*Declaration
	value value // nil for a body
}

// A value is the place of the value of a field.
type value interface {
	state() State
	at() At
	set(State, At)
}

// An Option is something asked of a field beyond its kind.
type Option interface{ apply(*Declaration) }

type flag uint8

const (
	Required flag = iota // must be answered; "onbekend" is an answer
	Facet                // can be filtered on
	Literal              // must have a value: "onbekend" is no answer
)

func (o flag) apply(d *Declaration) {
	switch o {
	case Required:
		d.Required = true
	case Facet:
		d.Facet = true
	case Literal:
		d.Required, d.Literal = true, true
	}
}

// Weight is how much a word in this field counts in search, from 1 to 10.
type Weight uint8

func (o Weight) apply(d *Declaration) { d.Weight = int(o) }

// NoteOf says that a field explains the field with this key, and is shown with it.
type NoteOf string

func (o NoteOf) apply(d *Declaration) { d.NoteOf = string(o) }

// A Set collects the declarations of one value of Data.
type Set struct {
	Fields  []Field
	section string
	known   []*Declaration // those of a value before, of the same type
	differs bool           // from those
}

// declared holds the declarations of the types of data, so that all values of a
// type share them: fields are asked for many times.
var declared sync.Map // reflect.Type -> []*Declaration

// Of gives the fields of data, bound to it. Two values of a type declare a key
// with the same options.
func Of(data Data) []Field {
	kind := reflect.TypeOf(data)
	known, _ := declared.Load(kind)
	s := Set{}
	s.known, _ = known.([]*Declaration)
	s.Fields = make([]Field, 0, len(s.known))
	data.Fields(&s)
	if s.differs {
		all := make([]*Declaration, len(s.Fields))
		for i, f := range s.Fields {
			all[i] = f.Declaration
		}
		declared.Store(kind, all)
	}
	return s.Fields
}

// Section starts a section: the fields that follow stand below its heading.
func (s *Set) Section(name string) { s.section = name }

func (s *Set) add(d Declaration, v value, options []Option) {
	n := len(s.Fields)
	if n < len(s.known) {
		if k := s.known[n]; k.Key == d.Key && k.Kind == d.Kind && k.Of == d.Of && k.Marks == d.Marks && k.Section == s.section {
			s.Fields = append(s.Fields, Field{k, v})
			return
		}
	}
	s.differs = true
	added := new(Declaration)
	*added = d
	added.Section = s.section
	for _, o := range options {
		o.apply(added)
	}
	s.Fields = append(s.Fields, Field{added, v})
}

// Text declares one line of text.
func (s *Set) Text(key string, v *Text, options ...Option) {
	s.add(Declaration{Key: key, Kind: KindText}, v, options)
}

// Prose declares paragraphs of plain text.
func (s *Set) Prose(key string, v *Text, options ...Option) {
	s.add(Declaration{Key: key, Kind: KindProse}, v, options)
}

// Link declares an address on the web.
func (s *Set) Link(key string, v *Text, options ...Option) {
	s.add(Declaration{Key: key, Kind: KindLink}, v, options)
}

// Clock declares a time of day.
func (s *Set) Clock(key string, v *Text, options ...Option) {
	s.add(Declaration{Key: key, Kind: KindClock}, v, options)
}

// Number declares a whole number of at least 0.
func (s *Set) Number(key string, v *Number, options ...Option) {
	s.add(Declaration{Key: key, Kind: KindNumber}, v, options)
}

// Date declares a date.
func (s *Set) Date(key string, v *Date, options ...Option) {
	s.add(Declaration{Key: key, Kind: KindDate}, v, options)
}

// Term declares one term of a vocabulary.
func (s *Set) Term(key string, v *Text, vocabulary string, options ...Option) {
	s.add(Declaration{Key: key, Kind: KindTerm, Of: vocabulary}, v, options)
}

// Terms declares several terms of a vocabulary.
func (s *Set) Terms(key string, v *List, vocabulary string, options ...Option) {
	s.add(Declaration{Key: key, Kind: KindTerms, Of: vocabulary}, v, options)
}

// Texts declares several texts.
func (s *Set) Texts(key string, v *List, options ...Option) {
	s.add(Declaration{Key: key, Kind: KindTexts}, v, options)
}

// Ref declares a reference to an entry of a collection, by its slug. Without a
// collection the reference is "collection/slug".
func (s *Set) Ref(key string, v *Text, collection string, options ...Option) {
	s.add(Declaration{Key: key, Kind: KindRef, Of: collection}, v, options)
}

// Refs declares references to entries, as Ref does for one.
func (s *Set) Refs(key string, v *List, collection string, options ...Option) {
	s.add(Declaration{Key: key, Kind: KindRefs, Of: collection}, v, options)
}

// Marks declares terms of one vocabulary, each with a mark out of another, such
// as a criterion with "ja" or a training with "deels".
func (s *Set) Marks(key string, v *Marks, vocabulary, marks string, options ...Option) {
	s.add(Declaration{Key: key, Kind: KindMarks, Of: vocabulary, Marks: marks}, v, options)
}

// Group declares a group of fields.
func (s *Set) Group(key string, v single, options ...Option) {
	s.add(Declaration{Key: key, Kind: KindGroup}, v, options)
}

// Groups declares a group of fields that may come several times.
func (s *Set) Groups(key string, v repeated, options ...Option) {
	s.add(Declaration{Key: key, Kind: KindGroups}, v, options)
}

// Body declares the Markdown below the front matter, which is no key of it.
func (s *Set) Body(key string, options ...Option) {
	s.add(Declaration{Key: key, Kind: KindBody}, nil, options)
}

// State says whether the field has a value. A body has none of its own.
func (f *Field) State() State {
	if f.value == nil {
		return Absent
	}
	return f.value.state()
}

// At is where the value of the field starts.
func (f *Field) At() At {
	if f.value == nil {
		return At{}
	}
	return f.value.at()
}

// Texts gives the texts of the field that are known, each with its place: the
// one of a single value, or the items of a list. Groups and marks have none.
func (f *Field) Texts() []Text {
	switch v := f.value.(type) {
	case *Text:
		if v.State == Known {
			return []Text{*v}
		}
	case *List:
		return v.Items
	}
	return nil
}

// Date is the value of a date field.
func (f *Field) Date() Date { return *f.value.(*Date) }

// Number is the value of a number field.
func (f *Field) Number() int { return f.value.(*Number).N }

// MarkList is the value of a marks field.
func (f *Field) MarkList() []Mark { return f.value.(*Marks).Items }

// Groups are the groups of a field of groups, or the one of a field with a
// single group; none where the field has no known value.
func (f *Field) Groups() []Data {
	if g, ok := f.value.(group); ok && g.state() == Known {
		return g.items()
	}
	return nil
}

// Inner gives the declarations of the fields of a group, bound to nothing of
// the entry.
func (f *Field) Inner() []Field {
	if g, ok := f.value.(group); ok {
		return Of(g.prototype())
	}
	return nil
}

// Walk calls visit for every field of data and, after it, of the groups in it.
// The path is the keys on the way, joined by dots.
func Walk(data Data, visit func(path string, f *Field)) { walk("", data, visit) }

func walk(prefix string, data Data, visit func(string, *Field)) {
	fields := Of(data)
	for i := range fields {
		f := &fields[i]
		path := prefix + f.Key
		visit(path, f)
		for _, g := range f.Groups() {
			walk(path+".", g, visit)
		}
	}
}

// Find gives the field with this key, or nil.
func Find(fields []Field, key string) *Field {
	if i := slices.IndexFunc(fields, func(f Field) bool { return f.Key == key }); i >= 0 {
		return &fields[i]
	}
	return nil
}
