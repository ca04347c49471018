package plan

import (
	"fmt"
	"slices"
	"strings"

	"kaartenbak/generator/catalogue"
	"kaartenbak/generator/field"
)

// A ListView is a page of cards: a collection, what is left of it after a
// filter, or the entries of a term.
type ListView struct {
	Kind   string // the collection, or the vocabulary
	Intro  string
	Count  string // how many entries, in words
	Groups []CardGroup
	Filter *Filter
	Term   *TermView
	Pager  *Pager
	Files  []Link // the same list as data, feed or calendar
	Empty  bool
	None   bool // it is of meetings, and none is to come

	entries []*catalogue.Entry // on this page
}

// A Filter is the ways to see less of a collection, by links: one choice at a time. With
// script they lead to the search page, where choices add up. The first page of a list
// offers values, the others the names of the facets.
type Filter struct {
	Facets []Facet
	Active *Link  // the choice that was made; its URL takes it off. No other is offered then
	Search string // address of the search page with that choice, or ""
}

// A Facet is one field to filter on.
type Facet struct {
	ID         string // of the list of all its values, on the page with all filters
	Key, Label string
	Links      []Link
	All        *Link // to all its values, where these are the largest, or there are none
}

// A list offers so many values of a facet, those with most cards but none with a single
// one; and no value of a facet of which fewer than half of its cards say something. The
// page with all filters has them all.
const mostValues = 10

// A Pager leads to the other pages of a long list.
type Pager struct {
	Page, Pages string // in words
	Prev, Next  string // addresses, "" at the ends
	Links       []Link
}

// collectionLink is the way to a collection.
func (p *Planner) collectionLink(c *catalogue.Collection) Link {
	return Link{Text: p.texts.T("collectie." + c.Name + ".naam"), URL: "/" + c.Name + "/"}
}

// trail is the way from home to a page, without the page itself.
func (p *Planner) trail(steps ...Link) []Link {
	return append([]Link{{Text: p.texts.T("home"), URL: "/"}}, steps...)
}

// collection plans the pages of a collection, and those of each of its filters.
func (p *Planner) collection(c *catalogue.Collection) {
	entries := p.sorted[c]
	facets := p.facets(c)
	title := p.texts.T("collectie." + c.Name + ".naam")
	intro := p.texts.T("collectie." + c.Name + ".intro")
	all := p.collectionLink(c)
	whole, names := &Filter{Facets: p.offered(c, facets, mostValues)}, &Filter{Facets: p.offered(c, facets, 0)}
	p.list(list{url: "/" + c.Name + "/", section: c.Name, title: title, entries: entries, indexed: true}, func(v *View, l *ListView) {
		v.Description, l.Intro, l.Filter = intro, intro, whole
		if l.Pager != nil && l.Pager.Prev != "" {
			l.Filter = names
		}
		l.Files = p.files(c)
		l.None = c == catalogue.Meetings && !slices.ContainsFunc(entries, func(e *catalogue.Entry) bool { return e.IsToCome(p.today) })
	})
	for _, f := range facets {
		for _, link := range f.links {
			if link.page {
				name := fmt.Sprintf("%s: %s", f.label, link.text)
				filter := &Filter{Active: &Link{Text: name, URL: all.URL}, Search: "/zoeken/?" + KindFacet + "=" + c.Name + "&" + f.field.Key + "=" + link.id}
				p.list(list{url: link.url, section: c.Name, entries: link.entries, above: []Link{all}}, func(v *View, l *ListView) {
					v.Title = p.texts.T("gefilterd", title, name)
					v.Description = p.texts.T("gefilterd-uitleg", strings.ToLower(title), name)
					l.Intro, l.Filter = intro, filter
				})
			}
		}
	}
}

// files are the other forms of a collection.
func (p *Planner) files(c *catalogue.Collection) []Link {
	links := []Link{
		{Text: "CSV", URL: "/data/" + c.Name + ".csv", Note: p.texts.T("bestand.csv")},
		{Text: "JSON", URL: "/data/" + c.Name + ".json", Note: p.texts.T("bestand.json")},
	}
	switch c {
	case catalogue.News:
		if p.base != "" {
			links = append(links, Link{Text: p.texts.T("bestand.feed"), URL: "/feed.xml"})
		}
	case catalogue.Meetings:
		links = append(links, Link{Text: p.texts.T("bestand.agenda"), URL: "/bijeenkomsten.ics"})
	}
	return links
}

// A facet is a field to filter on, with the entries behind each value.
type facet struct {
	field *field.Declaration
	label string
	links []*facetLink
	known int // how many entries have a value
}

type facetLink struct {
	id, text, url string
	page          bool // planned here; otherwise it is the page of a term
	entries       []*catalogue.Entry
	count         int // of the cards that one sees there
}

// facets are the fields of a collection that are filtered on, each with the
// values that its entries have, in the order of the vocabulary.
func (p *Planner) facets(c *catalogue.Collection) []*facet {
	var facets []*facet
	for _, d := range c.Schema.Fields {
		if !d.Facet {
			continue
		}
		entries := map[string][]*catalogue.Entry{} // by value
		known := 0
		for _, e := range p.sorted[c] {
			f := e.Field(d)
			if f.State() == field.Unknown {
				entries[field.UnknownWord] = append(entries[field.UnknownWord], e)
			}
			values := f.Texts()
			if len(values) > 0 {
				known++
			}
			for _, t := range values {
				entries[t.Text] = append(entries[t.Text], e)
			}
		}
		f := &facet{field: d, label: p.texts.Label(c.Name, d.Key), known: known}
		add := func(id, text string) {
			if len(entries[id]) == 0 {
				return
			}
			link := &facetLink{id: id, text: text, page: true, entries: entries[id], count: len(entries[id]), url: "/" + c.Name + "/" + d.Key + "/" + id + "/"}
			if id != field.UnknownWord && p.termLink(d.Of, id).URL != "" {
				link.url, link.count = p.termPart(d.Of, id, c)
				link.page = false
			}
			f.links = append(f.links, link)
		}
		for _, t := range p.cat.Vocabularies[d.Of].Terms {
			add(t.ID(), t.Label())
		}
		add(field.UnknownWord, p.texts.T("onbekend"))
		if len(f.links) > 1 {
			facets = append(facets, f)
		}
	}
	return facets
}

// termPart is the address of the part of a term's page with the entries of a
// collection, and how many those are.
func (p *Planner) termPart(vocabulary, term string, c *catalogue.Collection) (url string, count int) {
	first := -1
	for i, place := range p.uses[vocabulary][term] {
		if p.ordered[place].Collection == c {
			if first < 0 {
				first = i
			}
			count++
		}
	}
	return pageURL("/"+vocabulary+"/"+term+"/", first/pageSize+1) + "#" + c.Name, count
}

// every is the facets of a collection as links, each with all its values.
func (p *Planner) every(c *catalogue.Collection, facets []*facet) []Facet {
	links := make([]Facet, len(facets))
	for i, f := range facets {
		links[i] = Facet{ID: "filter-" + c.Name + "-" + f.field.Key, Key: f.field.Key, Label: f.label}
		for _, l := range f.links {
			links[i].Links = append(links[i].Links, Link{Text: l.text, URL: l.url, Count: l.count})
		}
	}
	return links
}

// offered is the facets as a list offers them, with at most so many values; those
// without come last.
func (p *Planner) offered(c *catalogue.Collection, facets []*facet, most int) []Facet {
	offers := p.every(c, facets)
	for i, f := range facets {
		offer := &offers[i]
		most := most
		if 2*f.known < len(p.sorted[c]) {
			most = 0
		}
		if len(offer.Links) <= most {
			continue
		}
		offer.All = &Link{Text: p.texts.T("filter.alle", len(offer.Links)), URL: "/zoeken/#" + offer.ID}
		slices.SortStableFunc(offer.Links, func(a, b Link) int { return b.Count - a.Count })
		offer.Links = slices.DeleteFunc(offer.Links[:most], func(l Link) bool { return l.Count == 1 })
	}
	slices.SortStableFunc(offers, func(a, b Facet) int { return min(len(b.Links), 1) - min(len(a.Links), 1) })
	return offers
}

// A list is entries that get one page or more.
type list struct {
	url, section, title string
	entries             []*catalogue.Entry
	above               []Link // pages on the way, after home
	indexed             bool   // the first page is for search engines
}

// list plans the pages of a list of entries. fill completes each of them.
func (p *Planner) list(l list, fill func(*View, *ListView)) {
	pages := max(1, (len(l.entries)+pageSize-1)/pageSize)
	for n := 1; n <= pages; n++ {
		first := (n - 1) * pageSize
		some := l.entries[first:min(first+pageSize, len(l.entries))]
		p.add(Page{URL: pageURL(l.url, n), Template: "list.html", Indexed: l.indexed && n == 1}, func(v *View) {
			main := &ListView{Kind: l.section, Groups: p.group(l.section, some), Count: p.texts.N("aantal", len(l.entries)), Empty: len(l.entries) == 0, entries: some}
			v.Title, v.Section, v.Main = l.title, l.section, main
			v.Trail = p.trail(l.above...)
			main.Pager = p.pager(l.url, n, pages)
			fill(v, main)
			if n > 1 {
				v.Title = p.texts.T("titel-pagina", v.Title, n)
			}
		})
	}
}

func pageURL(url string, n int) string {
	if n == 1 {
		return url
	}
	return fmt.Sprintf("%spagina/%d/", url, n)
}

// nearby is how many pages on either side of the present one the pager names.
const nearby = 2

func (p *Planner) pager(url string, n, pages int) *Pager {
	if pages == 1 {
		return nil
	}
	pager := &Pager{Page: p.texts.T("pagina-van", n, pages)}
	if n > 1 {
		pager.Prev = pageURL(url, n-1)
	}
	if n < pages {
		pager.Next = pageURL(url, n+1)
	}
	last := 0
	for i := 1; i <= pages; i++ {
		if i > 1 && i < pages && (i < n-nearby || i > n+nearby) {
			continue
		}
		if i > last+1 {
			pager.Links = append(pager.Links, Link{Text: "…"})
		}
		pager.Links = append(pager.Links, Link{Text: fmt.Sprint(i), URL: pageURL(url, i), Current: i == n})
		last = i
	}
	return pager
}

// group divides the cards of a page: meetings by what is to come and what was,
// the entries of a term by kind, all else in one.
func (p *Planner) group(section string, entries []*catalogue.Entry) []CardGroup {
	var groups []CardGroup
	add := func(id, title string, e *catalogue.Entry) *CardGroup {
		i := slices.IndexFunc(groups, func(g CardGroup) bool { return g.ID == id })
		if i < 0 {
			i = len(groups)
			groups = append(groups, CardGroup{ID: id, Title: title})
		}
		groups[i].Cards = append(groups[i].Cards, p.Card(e))
		return &groups[i]
	}
	for _, e := range entries {
		switch isMeeting := e.Collection == catalogue.Meetings; {
		case catalogue.HasPages(section):
			add(e.Collection.Name, p.texts.T("collectie."+e.Collection.Name+".naam"), e)
		case isMeeting && !catalogue.Date.Of(e).Known():
			add("zonder-datum", p.texts.T("agenda.zonder-datum"), e)
		case e.IsToCome(p.today):
			add("komend", p.texts.T("agenda.komend"), e).Past = p.texts.T("agenda.geweest")
		case isMeeting:
			add("geweest", p.texts.T("agenda.geweest"), e)
		default:
			add("alle", "", e)
		}
	}
	return groups
}
