// Package catalogue is the domain: what is in a catalogue of shared decision
// making, and what is asked of it. Each collection declares its fields in a
// file of its own, one line per field.
package catalogue

import (
	"crypto/sha256"
	"fmt"
	"slices"
	"strings"
	"time"

	"kaartenbak/generator/field"
	"kaartenbak/generator/markdown"
	"kaartenbak/generator/problem"
)

// A Collection is one kind of entry.
type Collection struct {
	Name     string // folder in content/ and first part of the URL
	Singular string // one entry, for file names and messages
	Schema   *field.Schema
}

func newCollection(name, singular string, fields func(*Collection, *field.Schema)) *Collection {
	c := &Collection{Name: name, Singular: singular}
	c.Schema = field.NewSchema(func(s *field.Schema) { fields(c, s) })
	c.requireConditions(c.Schema)
	return c
}

// requireConditions panics where a field, of a group too, names a field of the entry
// that is no term: see [field.PastWhere].
func (c *Collection) requireConditions(schema *field.Schema) {
	for _, d := range schema.Fields {
		if d.Inner != nil {
			c.requireConditions(d.Inner)
		}
		if d.PastWhere.Key == "" {
			continue
		}
		if where := c.Schema.Keyed(d.PastWhere.Key); where == nil || where.Kind != field.KindTerm {
			panic(fmt.Sprintf("catalogue: %s: %s looks at %s, which is no term of the entry", c.Name, d.Key, d.PastWhere.Key))
		}
	}
}

// Collections are all kinds of entries, in the order of the site.
var Collections = []*Collection{DecisionAids, PracticeExamples, Toolkits, CompetencySets, Meetings, News}

// CollectionNamed gives the collection with this name, or nil.
func CollectionNamed(name string) *Collection {
	for _, c := range Collections {
		if c.Name == name {
			return c
		}
	}
	return nil
}

// An Entry is one card: its fields and its text.
type Entry struct {
	field.Record
	Collection *Collection
	Slug       string            // the name of the file without .md
	File       string            // content/keuzehulpen/knie.md
	Sum        [sha256.Size]byte // of the file as it was read, which becomes kaart.md
	Text       markdown.Text
	SortKey    []byte // of the title, for lists in the order of a dictionary
}

// New is an empty entry of the collection.
func (c *Collection) New(slug, file string) *Entry {
	return &Entry{Record: field.NewRecord(c.Schema), Collection: c, Slug: slug, File: file}
}

// Title is what the entry is called.
func (e *Entry) Title() string { return Title.Of(e).Text }

// Summary is the summary in one paragraph.
func (e *Entry) Summary() string { return strings.Join(Summary.Of(e).Paragraphs(), " ") }

// URL is the address of the entry's page from the root of the site.
func (e *Entry) URL() string { return "/" + e.Collection.Name + "/" + e.Slug + "/" }

// ID is the entry's name among all entries: collection/slug.
func (e *Entry) ID() string { return e.Collection.Name + "/" + e.Slug }

// DueOn is the day on which this catalogue is to check the entry again; false where
// it never did.
func (e *Entry) DueOn() (time.Time, bool) {
	checked := Checked.Of(e)
	return checked.End().AddDate(CheckEvery, 0, 0), checked.Known()
}

// IsAside reports whether an editor has put the entry aside: archived, or
// superseded by another. Its page stays and says so.
func (e *Entry) IsAside() bool { return Archived.Of(e).Known() || SupersededBy.Of(e).Known() }

// IsWithdrawn reports whether the maker no longer offers the thing itself.
func (e *Entry) IsWithdrawn() bool { return Status.Of(e).Is("ingetrokken") }

// Latest is the latest date that the maker of the entry gave.
func (e *Entry) Latest() field.Date {
	if revised := Revised.Of(e); revised.Known() {
		return revised
	}
	return Released.Of(e)
}

// Pos is a place in the entry's file.
func (e *Entry) Pos(at field.At) problem.Pos {
	return problem.Pos{File: e.File, Line: int(at.Line), Col: int(at.Col)}
}

// head declares the fields with which every entry starts.
func head(s *field.Schema) {
	s.Section("kern")
	s.Text("titel", field.Literal, field.Weight(10), field.Apart).As(Title)
	s.Prose("samenvatting", field.Required, field.Weight(5), field.Apart, field.Compare(9)).As(Summary)
}

// foot declares the fields with which every entry ends. The options are about the
// day on which this catalogue checked it.
func (c *Collection) foot(s *field.Schema, checked ...field.DateOption) {
	s.Section("herkomst")
	s.Date("nagekeken", append(checked, field.Past, field.Unanswered("nog-niet-nagekeken"))...).As(Checked)
	s.Groups("bronnen", source, field.Required, field.Weight(1), field.Apart).As(Sources)
	s.Text("ingediend_door") // an organisation or a function; never a person's name
	s.Term("beheerder", OrganisationTerms)
	s.Ref("vervangen_door", c.Name, field.Apart).As(SupersededBy)
	s.Group("archief", archived, field.Apart).As(Archived)
	s.Body("hoofdtekst", field.Required, field.Weight(1))
}

// source is where the facts of an entry come from. A mirror is never linked: it
// has a number (DOI, PMC) instead of an address.
func source(s *field.Schema) {
	s.Text("titel", field.Required).As(Title)
	s.Text("uitgever", field.Required).As(Publisher)
	s.Date("datum", field.Required, field.Past).As(Date)
	s.Link("link").As(Link)
	s.Text("nummer").As(Number)
	s.Prose("toelichting").As(Note)
}

// archived says when and why an editor put an entry aside. Its page stays.
func archived(s *field.Schema) {
	s.Date("datum", field.Required, field.Past).As(Date)
	s.Prose("reden", field.Required).As(Reason)
}

// A Catalogue is everything that content/ holds.
type Catalogue struct {
	Site          *field.Record // what content/site.yaml sets
	Pages         []*Page       // the texts of the site itself
	Entries       []*Entry      // by collection, then by file name
	Waiting       []*Entry      // that are there and not on the site yet: see [Catalogue.On]
	Vocabularies  map[string]*Vocabulary
	Ambiguous     []*field.Record // words that mean more than one thing
	AmbiguousFile string
	DeadAddresses []DeadAddress   // as last reported; none where nobody looked
	Answered      map[string]bool // the outside addresses that gave an answer when they were asked last
	Forge         Forge           // where its repository is
	Addresses     []Address       // that were published before
	AddressFile   string          // where they stand, as in messages; "" when the catalogue keeps no register
	Events        []Event         // that were noted, in the order of the ledger
	LedgerFile    string          // where they stand, as in messages; "" when the catalogue keeps no ledger

	byID map[string]*Entry
}

// A DeadAddress is a web address in an entry that gave no answer when it was asked.
type DeadAddress struct {
	File    string // of the entry
	Message string // which address, and what came back
}

// Index makes the entries findable by name; to be called once they are all in.
func (c *Catalogue) Index() {
	c.byID = make(map[string]*Entry, len(c.Entries))
	for _, e := range c.Entries {
		c.byID[e.ID()] = e
	}
}

// On gives the catalogue as it is on a day: what appears later waits for its day, and
// is in no output until then. A catalogue in which nothing waits is given itself.
func (c *Catalogue) On(day time.Time) *Catalogue {
	waits := func(e *Entry) bool { return e.Appears().After(day) }
	if !slices.ContainsFunc(c.Entries, waits) {
		return c
	}
	then := *c
	then.Entries, then.Waiting = nil, nil
	for _, e := range c.Entries {
		if waits(e) {
			then.Waiting = append(then.Waiting, e)
		} else {
			then.Entries = append(then.Entries, e)
		}
	}
	then.Index()
	return &then
}

// All are the entries with those that wait.
func (c *Catalogue) All() []*Entry { return slices.Concat(c.Entries, c.Waiting) }

// Entry gives the entry with this collection/slug, or nil.
func (c *Catalogue) Entry(id string) *Entry { return c.byID[id] }

// Of gives the entries of one collection.
func (c *Catalogue) Of(collection *Collection) []*Entry {
	var all []*Entry
	for _, e := range c.Entries {
		if e.Collection == collection {
			all = append(all, e)
		}
	}
	return all
}

// Term gives a term of a vocabulary, or nil.
func (c *Catalogue) Term(vocabulary, id string) *Term {
	v := c.Vocabularies[vocabulary]
	if v == nil {
		return nil
	}
	return v.Get(id)
}

// Target gives the id of the entry that a reference field names.
func Target(f *field.Declaration, value string) string {
	if f.Of == "" {
		return value
	}
	return f.Of + "/" + value
}

// A Freshness is how far an entry can be relied on today. It is computed, never
// declared.
type Freshness uint8

const (
	Undated Freshness = iota // no date to judge by
	Fresh
	Due   // a year or more since this catalogue checked it
	Stale // five years or more since its maker last dated it
)

// CheckEvery is how long a check by this catalogue holds.
const CheckEvery = 1 // year

// StaleAfter is how long after its last revision an aid may mislead. The Ottawa
// inventory archives aids after five years (decisionaid.ohri.ca/decaids-archive.html).
const StaleAfter = 5 // years

// Freshness is how far the entry can be relied on: by its maker's latest date, and
// by the catalogue's own check. Only what its maker dates can go stale: an aid, a
// toolkit or a competency set.
func (e *Entry) Freshness(today time.Time) Freshness {
	checked, latest := Checked.Of(e), e.Latest()
	switch {
	case latest.Known() && !latest.End().AddDate(StaleAfter, 0, 0).After(today):
		return Stale
	case checked.Known() && !checked.End().AddDate(CheckEvery, 0, 0).After(today):
		return Due
	case checked.Known() || latest.Known():
		return Fresh
	}
	return Undated
}
