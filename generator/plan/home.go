package plan

import (
	"slices"

	"kaartenbak/generator/catalogue"
	"kaartenbak/generator/field"
)

// A HomeView is the first page.
type HomeView struct {
	Kinds    []KindTile
	Groups   []LinkGroup // conditions by group
	Moments  []Link
	News     []*Card
	Meetings []*Card
	Changed  []*Card
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
		if aids := catalogue.CollectionNamed("keuzehulpen"); aids != nil {
			for _, f := range p.facets(aids, p.sorted[aids]) {
				if f.key == "beslismomenten" {
					h.Moments = mark([]*facet{f}, "", "")[0].Links
				}
			}
		}
		for _, e := range p.sorted[catalogue.CollectionNamed("nieuws")] {
			if len(h.News) < newest {
				h.News = append(h.News, p.cards[e])
			}
		}
		for _, e := range p.sorted[catalogue.CollectionNamed("bijeenkomsten")] {
			if toCome(e, p.today) && len(h.Meetings) < newest {
				h.Meetings = append(h.Meetings, p.cards[e])
			}
		}
		v.Main = h
	})
}

// conditionGroups are the conditions that have entries, by their group.
func (p *Planner) conditionGroups() []LinkGroup {
	var groups []LinkGroup
	for _, t := range p.cat.Vocabularies["aandoeningen"].Terms {
		n := len(p.uses["aandoeningen"][t.ID.Text])
		if n == 0 {
			continue
		}
		title := p.texts.T("overige")
		if t.Group.State == field.Known {
			title = p.label("groepen", t.Group.Text)
		}
		i := slices.IndexFunc(groups, func(g LinkGroup) bool { return g.Title == title })
		if i < 0 {
			i = len(groups)
			groups = append(groups, LinkGroup{Title: title})
		}
		groups[i].Links = append(groups[i].Links, Link{Text: t.Label.Text, URL: "/aandoeningen/" + t.ID.Text + "/", Count: n})
	}
	compare := collator()
	for _, g := range groups {
		slices.SortStableFunc(g.Links, func(a, b Link) int { return compare.CompareString(a.Text, b.Text) })
	}
	slices.SortStableFunc(groups, func(a, b LinkGroup) int { return compare.CompareString(a.Title, b.Title) })
	return groups
}
