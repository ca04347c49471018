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

func (p *Planner) card(e catalogue.Entry) *Card {
	base, fields := e.Base(), field.Of(e)
	c := &Card{
		URL: base.URL(), Kind: base.Collection.Name, Label: p.texts.T("soort." + base.Collection.Singular),
		Title: base.Title.Text, Summary: strings.Join(base.Summary.Paragraphs(), " "), Flags: p.flags(e, fields), Ends: p.ends(e),
	}
	for _, key := range cardFacts[base.Collection.Name] {
		if f := field.Find(fields, key); f != nil {
			if fact, ok := p.fact(e, f, fields); ok {
				c.Facts = append(c.Facts, fact)
			}
		}
	}
	return c
}

// cardFacts are the fields that a card shows, by collection.
var cardFacts = map[string][]string{
	"keuzehulpen":         {"aandoeningen", "toegang", "nagekeken"},
	"praktijkvoorbeelden": {"organisaties", "regios", "fase"},
	"toolkits":            {"makers", "toolkitsoort", "kosten"},
	"competentiesets":     {"beroepen", "makers"},
	"bijeenkomsten":       {"datum", "regios", "status"},
	"nieuws":              {"datum", "themas"},
}

// fact is a field in a few words.
func (p *Planner) fact(e catalogue.Entry, f *field.Field, fields []field.Field) (Fact, bool) {
	fact := Fact{Key: f.Key, Label: p.texts.Label(e.Base().Collection.Name, f.Key)}
	row, ok := p.row(e.Base().Collection, f, notesOf(fields))
	switch {
	case f.Key == "status" && wasPlanned(e, p.today):
		fact.Text, fact.Unknown = p.texts.T("was-gepland"), true
	case f.Key == "nagekeken" && f.State() == field.Absent:
		fact.Text, fact.Unknown = p.texts.T("nog-niet-nagekeken"), true
	case !ok:
		return fact, false
	case row.Unknown:
		fact.Text, fact.Unknown = p.texts.T("onbekend"), true
	default:
		fact.Text = row.short(p)
		if f.Key == "status" && isPlanned(e) {
			fact.Past = p.texts.T("was-gepland")
		}
	}
	return fact, true
}

// few is how many values a card names before it counts the rest.
const few = 2

// short is the values of a row in a few words.
func (r Row) short(p *Planner) string {
	var words []string
	for _, v := range r.Values {
		words = append(words, v.Text)
	}
	for _, g := range r.Groups {
		if len(g) > 0 {
			words = append(words, g[0].short(p))
		}
	}
	if len(words) == 0 {
		words = append(words, r.Text...)
	}
	if len(words) == 0 && len(r.Note) > 0 {
		words = r.Note[:1]
	}
	if more := len(words) - few; more > 0 {
		return strings.Join(words[:few], ", ") + " " + p.texts.N("en-nog", more)
	}
	return strings.Join(words, ", ")
}

// flags are what a visitor must know before relying on an entry.
func (p *Planner) flags(e catalogue.Entry, fields []field.Field) []Flag {
	var flags []Flag
	add := func(kind string) { flags = append(flags, Flag{kind, p.texts.T("vlag." + kind)}) }
	base := e.Base()
	switch {
	case base.SupersededBy.Known():
		add("vervangen")
	case base.Archived.State == field.Known:
		add("gearchiveerd")
	case catalogue.FreshnessOf(e, p.today) == catalogue.Stale:
		add("verouderd")
	}
	if f := field.Find(fields, "status"); f != nil {
		for _, t := range f.Texts() {
			if p.texts.Has("vlag." + t.Text) {
				add(t.Text)
			}
		}
	}
	return flags
}
