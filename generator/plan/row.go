package plan

import (
	"net/url"
	"strconv"
	"strings"

	"kaartenbak/generator/catalogue"
	"kaartenbak/generator/field"
)

// A Row is one field as a page shows it: a label, and what is known.
type Row struct {
	Key, Label string
	Icon       string   // before the label, or ""
	Turn       int      // at the top of a comparison; 0 follows as on the page
	Patient    int      // its turn on the card that a patient takes home; 0 is not on it
	Unknown    bool     // asked and not found
	Values     []Link   // terms, entries, addresses, dates
	Text       []string // paragraphs, or the items of a list
	List       bool     // Text is a list
	Groups     [][]Row  // groups of fields
	Drawn      string   // how those are drawn; "" is plainly
	Note       []string // paragraphs that explain the value
}

// notes are the known fields that explain another, by the key of that other.
type notes map[string]field.Field

func notesOf(data field.Data) notes {
	var all notes
	for f := range data.Fields() {
		if f.NoteOf != "" && f.State() == field.Known {
			if all == nil {
				all = notes{}
			}
			all[f.NoteOf] = f
		}
	}
	return all
}

// row is a field as a row; false where there is nothing to show.
func (p *Planner) row(c *catalogue.Collection, f field.Field, notes notes) (Row, bool) {
	return p.rowAt(c, "", f, notes)
}

// rowAt is row for a field in a group, whose path starts with the prefix.
func (p *Planner) rowAt(c *catalogue.Collection, prefix string, f field.Field, notes notes) (Row, bool) {
	row := Row{Key: f.Key, Label: p.texts.Label(c.Name, prefix+f.Key), Icon: f.Icon, Turn: f.Compare, Patient: f.Patient, Drawn: f.Drawn}
	if note, ok := notes[f.Key]; ok {
		for _, t := range note.Texts() {
			row.Note = append(row.Note, t.Paragraphs()...)
		}
	}
	switch {
	case f.NoteOf != "" || f.Kind == field.KindBody:
		return row, false
	case f.State() != field.Known && len(row.Note) > 0:
		return row, true
	case f.State() == field.Unknown:
		row.Unknown = true
		return row, true
	case f.State() == field.Absent:
		return row, false
	}
	if note := "bij-veld." + f.Key; prefix == "" && p.texts.Has(note) {
		row.Note = append(row.Note, p.texts.T(note))
	}
	switch f.Kind {
	case field.KindText, field.KindClock:
		row.Text = []string{f.Texts()[0].Text}
	case field.KindProse:
		row.Text = f.Texts()[0].Paragraphs()
	case field.KindTexts:
		row.List = true
		for _, t := range f.Texts() {
			row.Text = append(row.Text, strings.Join(t.Paragraphs(), " "))
		}
	case field.KindLink:
		row.Values = []Link{address(f.Texts()[0].Text)}
	case field.KindNumber:
		row.Text = []string{strconv.Itoa(f.Number())}
		if key := "eenheid." + f.Key; p.texts.Has(key + ".een") {
			row.Text[0] = p.texts.N(key, f.Number())
		}
	case field.KindDate:
		row.Text = []string{p.texts.Date(f.Date())}
		if catalogue.ValidUntil.Is(f.Declaration) && f.Date().End().Before(p.today) {
			row.Text[0] += p.texts.T("niet-meer-geldig")
		}
	case field.KindTerm, field.KindTerms:
		for _, t := range f.Texts() {
			row.Values = append(row.Values, p.termLink(f.Of, t.Text))
		}
	case field.KindRef, field.KindRefs:
		for _, t := range f.Texts() {
			if to := p.cat.Entry(catalogue.Target(f.Declaration, t.Text)); to != nil {
				row.Values = append(row.Values, Link{Text: to.Title(), URL: to.URL()})
			}
		}
	case field.KindMarks:
		for _, m := range f.MarkList() {
			mark := p.texts.T("onbekend")
			if m.Mark.Known() {
				mark = p.label(f.Marks, m.Mark.Text)
			}
			row.Values = append(row.Values, Link{Text: p.label(f.Of, m.Term.Text), Note: mark})
		}
	case field.KindGroup, field.KindGroups:
		for _, g := range f.Groups() {
			if catalogue.Youngest.In(g.Schema()) != nil {
				youngest, oldest := catalogue.Youngest.Of(g), catalogue.Oldest.Of(g)
				if row.Unknown = !youngest.Known() && !oldest.Known(); !row.Unknown {
					row.Text = []string{p.ages(youngest, oldest)}
				}
				continue
			}
			if catalogue.From.In(g.Schema()) != nil {
				from, to := catalogue.From.Of(g), catalogue.To.Of(g)
				if row.Unknown = !from.Known() && !to.Known(); !row.Unknown {
					row.Text = []string{p.period(from, to)}
				}
				continue
			}
			notes := notesOf(g)
			var rows []Row
			for f := range g.Fields() {
				if inner, ok := p.rowAt(c, prefix+row.Key+".", f, notes); ok {
					rows = append(rows, inner)
				}
			}
			row.Groups = append(row.Groups, rows)
		}
	}
	return row, true
}

// period is a period in words: 2019 tot medio 2022, vanaf 2018. One of the two is
// known.
func (p *Planner) period(from, to field.Date) string {
	switch {
	case from.String() == to.String():
		return p.texts.Date(from)
	case to.State == field.Absent:
		return p.texts.T("periode.vanaf", p.texts.Date(from))
	case from.State == field.Absent:
		return p.texts.T("periode.tot", p.texts.Date(to))
	case to.State == field.Unknown:
		return p.texts.T("periode.van-onbekend", p.texts.Date(from))
	case from.State == field.Unknown:
		return p.texts.T("periode.onbekend-tot", p.texts.Date(to))
	}
	return p.texts.T("periode.van-tot", p.texts.Date(from), p.texts.Date(to))
}

// ages are the ages of the patients in words. One of the two is known.
func (p *Planner) ages(youngest, oldest field.Number) string {
	switch {
	case !oldest.Known():
		return p.texts.T("leeftijd.vanaf", youngest.N)
	case !youngest.Known():
		return p.texts.T("leeftijd.tot", oldest.N)
	}
	return p.texts.T("leeftijd.van-tot", youngest.N, oldest.N)
}

// label is the name of a term; its id where the vocabulary does not have it.
func (p *Planner) label(vocabulary, id string) string {
	if t := p.cat.Term(vocabulary, id); t != nil {
		return t.Label()
	}
	return id
}

// termLink is a term with its page, if terms of its vocabulary have pages.
func (p *Planner) termLink(vocabulary, id string) Link {
	link := Link{Text: p.label(vocabulary, id)}
	if catalogue.HasPages(vocabulary) && len(p.uses[vocabulary][id]) > 0 {
		link.URL = "/" + vocabulary + "/" + id + "/"
	}
	return link
}

// site is the name of the site at an address: example.nl.
func site(raw string) string {
	u, err := url.Parse(raw)
	if err != nil {
		return raw
	}
	return strings.TrimPrefix(u.Host, "www.")
}

// address is a link to another site, with the name of that site as its text.
func address(raw string) Link {
	u, err := url.Parse(raw)
	if err != nil {
		return Link{Text: raw}
	}
	text := site(raw)
	if path := strings.Trim(u.Path, "/"); path != "" && len(path) <= 24 {
		text += "/" + path
	}
	return Link{Text: text, URL: raw}
}
