package plan

import (
	"cmp"
	"slices"
	"time"

	"kaartenbak/generator/catalogue"
)

// A HomeView is the first page. What it has none of is left out.
type HomeView struct {
	Subjects []Link  // the conditions with most aids that have an address
	New      []*Card // that came in lately
	Meetings []*Card // to come
	News     []*Card // of the last year
}

// mostSubjects is how many conditions the first page names.
const mostSubjects = 12

// newest is how many cards of a kind the first page shows.
const newest = 3

func (p *Planner) home() {
	p.add(Page{URL: "/", Template: "home.html", Indexed: true}, func(v *View) {
		v.Title, v.Description, v.Section = "", p.texts.T("home-pagina.beschrijving"), "home"
		h := &HomeView{}
		h.Subjects = p.subjects()
		for _, e := range p.sorted[catalogue.News] {
			if len(h.News) < newest && catalogue.Date.Of(e).End().AddDate(1, 0, 0).After(p.today) {
				h.News = append(h.News, p.Card(e))
			}
		}
		for _, e := range p.sorted[catalogue.Meetings] {
			if e.IsToCome(p.today) && len(h.Meetings) < newest {
				h.Meetings = append(h.Meetings, p.Card(e))
			}
		}
		h.New = p.newest()
		v.Main = h
	})
}

// newest are the cards of the entries that came in last, those that can be opened before
// the others of their day. Those of news and meetings have a place of their own on the
// first page.
func (p *Planner) newest() []*Card {
	type entry struct {
		e   *catalogue.Entry
		day time.Time
	}
	var entries []entry
	for _, s := range p.steps {
		e := p.cat.Entry(s.Entry)
		if s.CameIn && e != nil && p.isNew(e) && !e.IsAside() && e.Collection != catalogue.News && e.Collection != catalogue.Meetings {
			entries = append(entries, entry{e, s.Day})
		}
	}
	slices.SortStableFunc(entries, func(a, b entry) int {
		return cmp.Or(b.day.Compare(a.day), cmp.Compare(a.e.Ease(), b.e.Ease()))
	})
	var cards []*Card
	for _, n := range entries[:min(len(entries), newest)] {
		cards = append(cards, p.Card(n.e))
	}
	return cards
}

// subjects are the conditions with most aids that can be opened, those with the most
// first.
func (p *Planner) subjects() []Link {
	var subjects []Link
	for _, t := range p.cat.Vocabularies[catalogue.ConditionTerms].Terms {
		if t.ID() == generic {
			continue
		}
		link := p.termLink(catalogue.ConditionTerms, t.ID())
		for _, place := range p.uses[catalogue.ConditionTerms][t.ID()] {
			switch p.ordered[place].Opening() {
			case catalogue.Direct, catalogue.AtMaker, catalogue.Restricted, catalogue.Listed:
				if p.ordered[place].Collection == catalogue.DecisionAids {
					link.Count++
				}
			}
		}
		if link.Count > 0 {
			subjects = append(subjects, link)
		}
	}
	compare := catalogue.Collator()
	slices.SortStableFunc(subjects, func(a, b Link) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), compare.CompareString(a.Text, b.Text))
	})
	return subjects[:min(len(subjects), mostSubjects)]
}
