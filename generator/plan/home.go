package plan

import (
	"slices"

	"kaartenbak/generator/catalogue"
)

// A HomeView is the first page.
type HomeView struct {
	Kinds    []KindTile
	Groups   []LinkGroup // conditions by group
	Moments  []Link
	News     []*Card
	Meetings []*Card
	New      []*Card // that came in lately
}

// A KindTile is a collection on the first page.
type KindTile struct {
	Name, Title, Intro, Count, URL string
}

// A LinkGroup is links below a heading.
type LinkGroup struct {
	Title string
	Links []Link
}

// newest is how many cards of a kind the first page shows.
const newest = 3

func (p *Planner) home() {
	p.add(Page{URL: "/", Template: "home.html", Indexed: true}, func(v *View) {
		v.Title, v.Description, v.Section = "", p.texts.T("home-pagina.beschrijving"), "home"
		h := &HomeView{}
		for _, c := range catalogue.Collections {
			h.Kinds = append(h.Kinds, KindTile{
				Name: c.Name, Title: p.texts.T("collectie." + c.Name + ".naam"), Intro: p.texts.T("collectie." + c.Name + ".kort"),
				Count: p.texts.N("aantal", len(p.sorted[c])), URL: "/" + c.Name + "/",
			})
		}
		h.Groups = p.conditionGroups()
		for _, f := range p.facets(catalogue.DecisionAids) {
			if catalogue.Moments.Is(f.field) {
				h.Moments = p.offered(catalogue.DecisionAids, []*facet{f}, 0)[0].Links
			}
		}
		for _, e := range p.sorted[catalogue.News] {
			if len(h.News) < newest {
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

// newest are the cards of the entries that came in last. Those of news and meetings
// have a place of their own on the first page.
func (p *Planner) newest() (cards []*Card) {
	for _, s := range p.steps {
		e := p.cat.Entry(s.Entry)
		if s.CameIn && e != nil && p.isNew(e) && !e.IsAside() && e.Collection != catalogue.News && e.Collection != catalogue.Meetings && len(cards) < newest {
			cards = append(cards, p.Card(e))
		}
	}
	return cards
}

// conditionGroups are the conditions that have entries, by their group.
func (p *Planner) conditionGroups() []LinkGroup {
	var groups []LinkGroup
	for _, t := range p.cat.Vocabularies[catalogue.ConditionTerms].Terms {
		n := len(p.uses[catalogue.ConditionTerms][t.ID()])
		if n == 0 {
			continue
		}
		title := p.texts.T("overige")
		if group := catalogue.Group.Of(t); group.Known() {
			title = p.label(catalogue.GroupTerms, group.Text)
		}
		i := slices.IndexFunc(groups, func(g LinkGroup) bool { return g.Title == title })
		if i < 0 {
			i = len(groups)
			groups = append(groups, LinkGroup{Title: title})
		}
		groups[i].Links = append(groups[i].Links, Link{Text: t.Label(), URL: "/aandoeningen/" + t.ID() + "/", Count: n})
	}
	compare := catalogue.Collator()
	for _, g := range groups {
		slices.SortStableFunc(g.Links, func(a, b Link) int { return compare.CompareString(a.Text, b.Text) })
	}
	slices.SortStableFunc(groups, func(a, b LinkGroup) int { return compare.CompareString(a.Title, b.Title) })
	return groups
}
