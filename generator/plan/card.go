package plan

import (
	"slices"
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
	Facts   []Fact // what decides, and is known
	Flags   []Flag
	Ends    string // the last day of a meeting that is to come, as 2027-09-02; else ""
}

// A Fact is one short thing on a card.
type Fact struct {
	Key         string // of the field
	Label, Text string
	Unknown     bool   // it says that something is not known
	Past        string // what it says when the meeting is over; "" for the same
}

// A Flag says that something is out of the ordinary.
type Flag struct {
	Kind, Text string
	Warns      bool
}

// Name is the collection and the name of the entry in it: keuzehulpen/knie.
func (c *Card) Name() string { return strings.Trim(c.URL, "/") }

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

// fact is a field in a few words; false for what is not known, and for what goes
// without saying.
func (p *Planner) fact(e *catalogue.Entry, d *field.Declaration, notes notes) (Fact, bool) {
	fact := Fact{Key: d.Key, Label: p.cardLabel(e.Collection, d)}
	if catalogue.Link.Is(d) {
		opening := e.Opening()
		fact.Text, fact.Unknown = p.opening(e, opening), opening == catalogue.NoAddress
		return fact, fact.Text != ""
	}
	isStatus := catalogue.Status.Is(d)
	if isStatus && e.WasPlanned(p.today) {
		fact.Text, fact.Unknown = p.texts.T("was-gepland"), true
		return fact, true
	}
	f := e.Field(d)
	row, ok := p.row(e.Collection, f, notes)
	if !ok || row.Unknown || goesWithoutSaying(f) {
		return fact, false
	}
	fact.Text = row.short(p)
	if isStatus && e.IsPlanned() {
		fact.Past = p.texts.T("was-gepland")
	}
	return fact, fact.Text != ""
}

// cardLabel is the name of a field on a card. Of an address a card says how it opens.
func (p *Planner) cardLabel(c *catalogue.Collection, d *field.Declaration) string {
	if catalogue.Link.Is(d) {
		return p.texts.T("openen.naam")
	}
	return p.texts.Label(c.Name, d.Key)
}

// opening is how one gets at the thing itself, in a few words; "" where there is none.
func (p *Planner) opening(e *catalogue.Entry, o catalogue.Opening) string {
	switch o {
	case catalogue.Direct:
		return p.texts.T("openen.direct")
	case catalogue.AtMaker:
		return p.texts.T("openen.maker")
	case catalogue.Listed:
		return p.texts.T("openen.lijst", site(catalogue.Link.Of(e).Text))
	case catalogue.Restricted:
		if e.NeedsCode() {
			return p.texts.T("openen.code")
		}
		return p.termName(catalogue.Access.Field(e))
	case catalogue.NoAddress:
		return p.texts.T("openen.onbekend")
	}
	return ""
}

// goesWithoutSaying reports whether the values of a field are the usual ones.
func goesWithoutSaying(f field.Field) bool {
	return f.Usual != "" && slices.ContainsFunc(f.Texts(), func(t field.Text) bool { return t.Is(f.Usual) })
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
	add := func(kind string, warns bool) {
		flags = append(flags, Flag{Kind: kind, Text: p.texts.T("vlag." + kind), Warns: warns})
	}
	switch {
	case catalogue.SupersededBy.Of(e).Known():
		add("vervangen", true)
	case catalogue.Archived.Of(e).Known():
		add("gearchiveerd", true)
	case e.Freshness(p.today) == catalogue.Stale:
		add("verouderd", true)
	}
	if status := catalogue.Status.Of(e); p.texts.Has("vlag." + status.Text) {
		add(status.Text, true)
	}
	if p.isNew(e) {
		add("nieuw", false)
	}
	return flags
}
