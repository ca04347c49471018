// Package catalogue is the domain: what is in a catalogue of shared decision
// making, and what is asked of it. Each collection declares its fields in a
// file of its own, one line per field.
package catalogue

import (
	"crypto/sha256"
	"time"

	"kaartenbak/generator/field"
	"kaartenbak/generator/markdown"
	"kaartenbak/generator/problem"
)

// A Collection is one kind of entry.
type Collection struct {
	Name     string // folder in content/ and first part of the URL
	Singular string // one entry, for file names and messages
	make     func() Entry
}

// New is an empty entry of the collection.
func (c *Collection) New() Entry {
	e := c.make()
	e.Base().Collection = c
	return e
}

// Collections are all kinds of entries, in the order of the site.
var Collections = []*Collection{
	{Name: "keuzehulpen", Singular: "keuzehulp", make: func() Entry { return new(DecisionAid) }},
	{Name: "praktijkvoorbeelden", Singular: "praktijkvoorbeeld", make: func() Entry { return new(PracticeExample) }},
	{Name: "toolkits", Singular: "toolkit", make: func() Entry { return new(Toolkit) }},
	{Name: "competentiesets", Singular: "competentieset", make: func() Entry { return new(CompetencySet) }},
	{Name: "bijeenkomsten", Singular: "bijeenkomst", make: func() Entry { return new(Meeting) }},
	{Name: "nieuws", Singular: "nieuwsbericht", make: func() Entry { return new(News) }},
}

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
type Entry interface {
	field.Data
	Base() *Common
}

// Common is what every entry has, of whatever collection.
type Common struct {
	Collection *Collection
	Slug       string            // the name of the file without .md
	File       string            // content/keuzehulpen/knie.md
	Sum        [sha256.Size]byte // of the file as it was read, which is served as kaart.md
	Text       markdown.Text

	Title        field.Text
	Summary      field.Text
	Sources      field.Groups[Source]
	Submitter    field.Text // organisation or function; never a person's name
	Keeper       field.Text // the organisation that keeps the entry true
	Checked      field.Date // by this catalogue; the date of a source is not one
	SupersededBy field.Text
	Archived     field.Group[Archived]
}

// Base gives the common part of an entry.
func (c *Common) Base() *Common { return c }

// URL is the address of the entry's page from the root of the site.
func (c *Common) URL() string { return "/" + c.Collection.Name + "/" + c.Slug + "/" }

// ID is the entry's name among all entries: collection/slug.
func (c *Common) ID() string { return c.Collection.Name + "/" + c.Slug }

// DueOn is the day on which this catalogue is to check the entry again; false where
// it never did.
func (c *Common) DueOn() (time.Time, bool) {
	return c.Checked.End().AddDate(CheckEvery, 0, 0), c.Checked.Known()
}

// Aside reports whether an editor has put the entry aside: archived, or
// superseded by another. Its page stays and says so.
func (c *Common) Aside() bool {
	return c.Archived.State == field.Known || c.SupersededBy.Known()
}

// Pos is a place in the entry's file.
func (c *Common) Pos(at field.At) problem.Pos {
	return problem.Pos{File: c.File, Line: int(at.Line), Col: int(at.Col)}
}

// head declares the fields with which every entry starts.
func (c *Common) head(s *field.Set) {
	s.Section("kern")
	s.Text("titel", &c.Title, field.Literal, field.Weight(10))
	s.Prose("samenvatting", &c.Summary, field.Required, field.Weight(5))
}

// foot declares the fields with which every entry ends.
func (c *Common) foot(s *field.Set) {
	s.Section("herkomst")
	s.Date("nagekeken", &c.Checked)
	s.Groups("bronnen", &c.Sources, field.Required, field.Weight(1))
	s.Text("ingediend_door", &c.Submitter)
	s.Term("beheerder", &c.Keeper, "organisaties")
	s.Ref("vervangen_door", &c.SupersededBy, c.Collection.Name)
	s.Group("archief", &c.Archived)
	s.Body("hoofdtekst", field.Required, field.Weight(1))
}

// A Source is where the facts of an entry come from. A mirror is never linked:
// it has a number (DOI, PMC) instead of an address.
type Source struct {
	Title     field.Text
	Publisher field.Text
	Date      field.Date
	Link      field.Text
	Number    field.Text
	Note      field.Text
}

// Fields implements [field.Data].
func (x *Source) Fields(s *field.Set) {
	s.Text("titel", &x.Title, field.Required)
	s.Text("uitgever", &x.Publisher, field.Required)
	s.Date("datum", &x.Date, field.Required)
	s.Link("link", &x.Link)
	s.Text("nummer", &x.Number)
	s.Prose("toelichting", &x.Note)
}

// Archived says when and why an editor put an entry aside. Its page stays.
type Archived struct {
	Date   field.Date
	Reason field.Text
}

// Fields implements [field.Data].
func (x *Archived) Fields(s *field.Set) {
	s.Date("datum", &x.Date, field.Required)
	s.Prose("reden", &x.Reason, field.Required)
}

// A Catalogue is everything that content/ holds.
type Catalogue struct {
	Site          Site
	Pages         []*Page // the texts of the site itself
	Entries       []Entry // by collection, then by file name
	Vocabularies  map[string]*Vocabulary
	Ambiguous     []Ambiguous
	AmbiguousFile string
	DeadAddresses []DeadAddress // as last reported; none where nobody looked
	Addresses     []Address     // that were published before
	AddressFile   string        // where they stand, as in messages; "" when the catalogue keeps no register

	byID map[string]Entry
}

// A DeadAddress is a web address in an entry that gave no answer when it was asked.
type DeadAddress struct {
	File    string // of the entry
	Message string // which address, and what came back
}

// Index makes the entries findable by name; to be called once they are all in.
func (c *Catalogue) Index() {
	c.byID = make(map[string]Entry, len(c.Entries))
	for _, e := range c.Entries {
		c.byID[e.Base().ID()] = e
	}
}

// Entry gives the entry with this collection/slug, or nil.
func (c *Catalogue) Entry(id string) Entry { return c.byID[id] }

// Of gives the entries of one collection.
func (c *Catalogue) Of(collection *Collection) []Entry {
	var all []Entry
	for _, e := range c.Entries {
		if e.Base().Collection == collection {
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
func Target(f *field.Field, value string) string {
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

// freshness judges by the maker's latest date and by the catalogue's own check.
func freshness(today time.Time, checked, released, revised field.Date) Freshness {
	latest := released
	if revised.Known() {
		latest = revised
	}
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

// Freshness is how far the entry can be relied on. Only what its maker dates can
// go stale: an aid, a toolkit or a competency set.
func (c *Common) Freshness(today time.Time) Freshness {
	return freshness(today, c.Checked, field.Date{}, field.Date{})
}

// FreshnessOf gives how fresh an entry of any kind is.
func FreshnessOf(e Entry, today time.Time) Freshness {
	return e.(interface{ Freshness(time.Time) Freshness }).Freshness(today)
}
