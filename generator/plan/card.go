package plan

import (
	"strings"

	"kaartenbak/generator/catalogue"
	"kaartenbak/generator/field"
)

// A Card is an entry in a list: no more than a thumb can scan.
type Card struct {
	URL     string
	Kind    string // the name of the collection
	Label   string // the word on the tab
	Title   string
	Summary string
	Facts   []Fact // three at most
	Flags   []Flag
	Ends    string // the last day of a meeting that is to come, as 2027-09-02; else ""
}

// A Fact is one short thing on a card.
type Fact struct {
	Key         string // of the field
	Label, Text string
	Unknown     bool
	Past        string // what it says when the meeting is over; "" for the same
}

// A Flag says that something is out of the ordinary.
type Flag struct{ Kind, Text string }

// Card is the card of an entry. It is made when it is first asked for.
func (p *Planner) Card(e *catalogue.Entry) *Card { return p.cards[e]() }

func (p *Planner) card(e *catalogue.Entry) *Card {
	c := &Card{
		URL: e.URL(), Kind: e.Collection.Name, Label: p.texts.T("soort." + e.Collection.Singular),
		Title: e.Title(), Summary: e.Summary(), Flags: p.flags(e), Ends: p.ends(e),
	}
	notes := notesOf(e)
	for _, d := range e.Collection.Schema.Card {
		if fact, ok := p.fact(e, d, notes); ok {
			c.Facts = append(c.Facts, fact)
		}
	}
	return c
}

// fact is a field in a few words.
func (p *Planner) fact(e *catalogue.Entry, d *field.Declaration, notes notes) (Fact, bool) {
	fact := Fact{Key: d.Key, Label: p.texts.Label(e.Collection.Name, d.Key)}
	f := e.Field(d)
	row, ok := p.row(e.Collection, f, notes)
	isStatus := catalogue.Status.Is(d)
	switch {
	case isStatus && e.WasPlanned(p.today):
		fact.Text, fact.Unknown = p.texts.T("was-gepland"), true
	case f.State() == field.Absent && d.Unanswered != "":
		fact.Text, fact.Unknown = p.texts.T(d.Unanswered), true
	case !ok:
		return fact, false
	case row.Unknown:
		fact.Text, fact.Unknown = p.texts.T("onbekend"), true
	default:
		fact.Text = row.short(p)
		if isStatus && e.IsPlanned() {
			fact.Past = p.texts.T("was-gepland")
		}
	}
	return fact, true
}

// few is how many values a card names before it counts the rest.
const few = 2

// short is the values of a row in a few words: of paragraphs the first.
func (r Row) short(p *Planner) string {
	var words []string
	for _, v := range r.Values {
		word := v.Text
		if v.Note != "" {
			word += ": " + v.Note
		}
		words = append(words, word)
	}
	for _, g := range r.Groups {
		if len(g) > 0 {
			words = append(words, g[0].short(p))
		}
	}
	switch {
	case len(words) > 0:
	case r.List:
		words = r.Text
	case len(r.Text) > 0:
		words = r.Text[:1]
	case len(r.Note) > 0:
		words = r.Note[:1]
	}
	if more := len(words) - few; more > 0 {
		return strings.Join(words[:few], ", ") + " " + p.texts.N("en-nog", more)
	}
	return strings.Join(words, ", ")
}

// flags are what a visitor must know before relying on an entry.
func (p *Planner) flags(e *catalogue.Entry) []Flag {
	var flags []Flag
	add := func(kind string) { flags = append(flags, Flag{kind, p.texts.T("vlag." + kind)}) }
	switch {
	case catalogue.SupersededBy.Of(e).Known():
		add("vervangen")
	case catalogue.Archived.Of(e).Known():
		add("gearchiveerd")
	case e.Freshness(p.today) == catalogue.Stale:
		add("verouderd")
	}
	if status := catalogue.Status.Of(e); p.texts.Has("vlag." + status.Text) {
		add(status.Text)
	}
	return flags
}
