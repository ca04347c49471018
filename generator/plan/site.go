package plan

import (
	"html/template"
	"strings"

	"kaartenbak/generator/catalogue"
	"kaartenbak/generator/field"
)

// A TextView is a text of the site itself.
type TextView struct {
	Summary string
	Body    template.HTML
}

// A SubmitView explains how to add an entry.
type SubmitView struct {
	Ways []SubmitWay
}

// A SubmitWay is an empty entry of one kind, to download.
type SubmitWay struct {
	Kind, Label, URL string
	Sheet            string // address of the spreadsheet to fill in
	Form             string // address of the form
	New              string // address of a new file in the repository, or ""
}

// A FormView is the form for one kind of entry.
type FormView struct {
	Kind, Label string
	Template    string // address of the empty entry
	New, Edit   string // addresses in the repository to which the name of a file is added, or ""
	Facts       string // the keys of the fields that a card shows
	Card        *Card  // without words, for the script to fill in
}

// A DataView lists the catalogue as files.
type DataView struct {
	Rows    []DataRow
	All     string
	Changes string // address of what changed, or ""
	Codes   bool   // there are pages by code
}

// A DataRow is one collection as files.
type DataRow struct {
	Name, Count              string
	JSON, CSV, Sheet, Schema string
}

// A KindTile is a collection, and the way to it.
type KindTile struct {
	Name, Title, Count, URL string
}

// An OverviewView is the search page without script: every way in, by links.
type OverviewView struct {
	Kinds   []KindTile
	Facets  []OverviewFacets
	Letters []Letter
	Search  *SearchView // what the script makes of it
	Paged   string      // the vocabularies whose terms have pages
	Asks    string      // the parameters of an address that ask for results
	General string      // address of what is for every condition, or ""
}

// OverviewFacets are the filters of one collection.
type OverviewFacets struct {
	Title  string
	Facets []Facet
}

func (p *Planner) makeSite() *Site {
	set := func(role field.Role[field.Text]) string { return role.Of(p.cat.Site).Text }
	site := &Site{
		Name: set(catalogue.SiteName), Tagline: set(catalogue.Tagline), Publisher: set(catalogue.Publisher), Mail: set(catalogue.Mail),
		Repository: p.cat.Forge.Address, Licence: set(catalogue.Licence), LicenceURL: set(catalogue.LicenceLink), Newsletter: set(catalogue.Newsletter),
	}
	site.Receives = p.CanReceive()
	site.Today, site.Changes = p.texts.Date(dateOf(p.today)), p.changes.Kept
	for _, c := range catalogue.Collections {
		site.Nav = append(site.Nav, Link{Text: p.texts.T("collectie." + c.Name + ".kop"), URL: "/" + c.Name + "/", Note: c.Name})
	}
	for _, page := range p.cat.Pages {
		site.Foot = append(site.Foot, Link{Text: catalogue.Title.Of(page).Text, URL: "/" + page.Name + "/"})
	}
	return site
}

// sitePages plans the pages that are no entries: the texts of the site, the way
// to submit, the data, the overview of all filters, and the page for an address
// that is not there.
func (p *Planner) sitePages() {
	for _, page := range p.cat.Pages {
		p.add(Page{URL: "/" + page.Name + "/", Template: "text.html", Indexed: true}, func(v *View) {
			v.Title, v.Trail, v.Section = catalogue.Title.Of(page).Text, p.trail(), page.Name
			v.Description = strings.Join(catalogue.Summary.Of(page).Paragraphs(), " ")
			v.Main = &TextView{Summary: v.Description, Body: template.HTML(page.Text.HTML)}
		})
	}
	p.add(Page{URL: "/insturen/", Template: "submit.html", Indexed: true}, func(v *View) {
		v.Title, v.Description, v.Trail, v.Section = p.texts.T("insturen.titel"), p.texts.T("insturen.intro"), p.trail(), "insturen"
		view := &SubmitView{}
		for _, c := range catalogue.Collections {
			view.Ways = append(view.Ways, SubmitWay{
				Kind: c.Name, Label: p.texts.T("soort." + c.Singular), URL: "/insturen/" + c.Singular + ".md", Sheet: "/insturen/" + c.Singular + ".xlsx", Form: formURL(c), New: p.cat.Forge.New("content/" + c.Name),
			})
		}
		v.Main = view
	})
	for _, c := range catalogue.Collections {
		p.form(c)
	}
	p.add(Page{URL: "/data/", Template: "data.html", Indexed: true}, func(v *View) {
		v.Title, v.Description, v.Trail, v.Section = p.texts.T("data.titel"), p.texts.T("data.intro"), p.trail(), "data"
		view := &DataView{All: "/data/catalogus.json", Codes: p.HasPage("/code/")}
		for _, c := range catalogue.Collections {
			view.Rows = append(view.Rows, DataRow{
				Name: p.texts.T("collectie." + c.Name + ".naam"), Count: p.texts.N("aantal", len(p.sorted[c])),
				JSON: "/data/" + c.Name + ".json", CSV: "/data/" + c.Name + ".csv", Sheet: "/data/" + c.Name + ".xlsx", Schema: "/data/schema/" + c.Name + ".json",
			})
		}
		if p.changes.Kept {
			view.Changes = "/data/wijzigingen.json"
		}
		v.Main = view
	})
	p.add(Page{URL: "/zoeken/", Template: "overview.html", Indexed: true}, func(v *View) {
		v.Title, v.Description, v.Trail, v.Section = p.texts.T("zoeken.titel"), p.texts.T("zoeken.intro"), p.trail(), "zoeken"
		view := &OverviewView{Search: p.search(), Paged: strings.Join(catalogue.PagedVocabularies, " "), General: p.termLink(catalogue.ConditionTerms, generic).URL}
		asks := []string{"q"}
		for _, f := range view.Search.Facets {
			asks = append(asks, f.Key)
			if f.Alias != f.Key {
				asks = append(asks, f.Alias)
			}
		}
		view.Asks = strings.Join(asks, " ")
		view.Letters, _ = p.letters(p.cat.Vocabularies[catalogue.ConditionTerms])
		for _, c := range catalogue.Collections {
			view.Kinds = append(view.Kinds, KindTile{
				Name: c.Name, Title: p.texts.T("collectie." + c.Name + ".naam"), Count: p.texts.N("aantal", len(p.sorted[c])), URL: "/" + c.Name + "/",
			})
			if facets := p.facets(c); len(facets) > 0 {
				view.Facets = append(view.Facets, OverviewFacets{Title: p.texts.T("collectie." + c.Name + ".naam"), Facets: p.every(c, facets)})
			}
		}
		v.Main = view
	})
	p.add(Page{URL: "/vergelijken/", Template: "compare.html"}, func(v *View) {
		v.Title, v.Description, v.Trail, v.Section = p.texts.T("vergelijken.titel"), p.texts.T("vergelijken.intro"), p.trail(), "vergelijken"
	})
	p.add(Page{URL: "/mijn-kaarten/", Template: "kept.html"}, func(v *View) {
		v.Title, v.Description, v.Trail, v.Section = p.texts.T("mijn.titel"), p.texts.T("mijn.beschrijving"), p.trail(), "mijn-kaarten"
	})
	p.editors()
	p.add(Page{URL: "/zonder-internet/", Template: "offline.html"}, func(v *View) {
		v.Title, v.Description, v.Trail, v.Section = p.texts.T("zonder-internet.titel"), p.texts.T("zonder-internet.intro"), p.trail(), "zonder-internet"
	})
	p.add(Page{URL: NotFound, Template: "notfound.html"}, func(v *View) {
		v.Title, v.Description = p.texts.T("niet-gevonden.titel"), p.texts.T("niet-gevonden.intro")
	})
}

// formURL is the address of the form for a kind of entry.
func formURL(c *catalogue.Collection) string { return "/insturen/" + c.Singular + "/" }

// correctURL is the address of the form with an entry in it; "" where nobody can send
// in what it makes.
func (p *Planner) correctURL(e *catalogue.Entry) string {
	if !p.CanReceive() {
		return ""
	}
	return formURL(e.Collection) + "?kaart=" + e.Slug
}

// CanReceive reports whether visitors can send something in: to the repository, or by
// mail.
func (p *Planner) CanReceive() bool {
	return p.cat.Forge.Known() || catalogue.Mail.Of(p.cat.Site).Known()
}

// form plans the form for one kind of entry.
func (p *Planner) form(c *catalogue.Collection) {
	label := p.texts.T("soort." + c.Singular)
	p.add(Page{URL: formURL(c), Template: "form.html", Indexed: true}, func(v *View) {
		v.Title, v.Description, v.Section = p.texts.T("formulier.titel", strings.ToLower(label)), p.texts.T("formulier.intro"), "insturen"
		v.Trail = p.trail(Link{Text: p.texts.T("insturen.titel"), URL: "/insturen/"})
		view := &FormView{
			Kind: c.Name, Label: label, Template: "/insturen/" + c.Singular + ".md", Facts: strings.Join(cardKeys(c), " "),
			New: p.cat.Forge.New("content/" + c.Name), Edit: p.cat.Forge.Edit("content/" + c.Name + "/"),
			Card: &Card{Kind: c.Name, Label: label},
		}
		v.Main = view
	})
}

// cardKeys are the keys of the fields on a card.
func cardKeys(c *catalogue.Collection) []string {
	var keys []string
	for _, d := range c.Schema.Card {
		keys = append(keys, d.Key)
	}
	return keys
}

// NotFound is the address of the page that hosts show for an address that is
// not there. It is the one page whose links do not depend on its own address.
const NotFound = "/404.html"
