// Package plan decides which pages there are, what each shows and at which
// address. It knows nothing of how a page looks.
//
// Addresses in a view start at the root of the site, /keuzehulpen/knie/; making
// them relative to the page is for whoever writes the page.
package plan

import (
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"kaartenbak/generator/catalogue"
	"kaartenbak/generator/ledger"
	"kaartenbak/generator/ui"
)

// pageSize is the number of cards on one page of a list.
const pageSize = 24

// A Page is one page of the site.
type Page struct {
	URL      string       // from the root: /keuzehulpen/knie/
	Template string       // the name of its template
	Indexed  bool         // false keeps it out of the sitemap
	View     func() *View // what it shows; made when the page is, and not kept
}

// A View is what a template gets.
type View struct {
	Site        *Site
	URL         string
	Title       string // of the page, without the name of the site
	Description string
	Canonical   string // full address, or "" without a base address
	Section     string // the part of the site: a collection or vocabulary
	Trail       []Link // from home to the page above this one
	Indexed     bool
	Refresh     string // where a browser goes on to at once, or ""
	Feed        *Link  // of what changed here; nil where there is none
	Main        any    // what only this kind of page has, or nil
}

// longWord is how many letters of a title fit beside each other on a narrow phone.
const longWord = 16

// LongTitle reports whether the title has a word that would break on a narrow phone.
func (v *View) LongTitle() bool {
	return slices.ContainsFunc(strings.FieldsFunc(v.Title, func(r rune) bool { return r == ' ' || r == '-' || r == '/' }), func(word string) bool {
		return utf8.RuneCountInString(word) > longWord
	})
}

// A Place is where a page stands among the parts of the site. Pages at the same
// place have the same header.
type Place struct {
	Site    *Site
	URL     string // of the page, if the header leads to it
	Section string
}

// Place gives the place of the page.
func (v *View) Place() Place {
	place := Place{Site: v.Site, Section: v.Section}
	if strings.Count(v.URL, "/") <= 2 {
		place.URL = v.URL
	}
	return place
}

// A Link is a text that leads somewhere; without URL it is a text.
type Link struct {
	Text, URL string
	Note      string // a few words beside it
	Count     int    // of entries behind it
	Current   bool
}

// A Site is what all pages share.
type Site struct {
	Name, Tagline, Publisher string
	Mail, Repository         string
	Receives                 bool // visitors can send something in
	Licence, LicenceURL      string
	Newsletter               string
	Nav                      []Link
	Foot                     []Link
	Changes                  bool   // there is a page of what changed
	Today                    string // the day of the build, in words
}

// A Planner holds what is worked out once and used by many pages.
type Planner struct {
	cat     *catalogue.Catalogue
	changes *ledger.Ledger
	texts   *ui.Texts
	base    string // "https://kaartenbak.example", or ""
	today   time.Time

	site          *Site
	cards         map[*catalogue.Entry]func() *Card
	ordered       []*catalogue.Entry          // all entries in the order of lists
	places        map[*catalogue.Entry]int    // the place of each in ordered
	organisations []uint64                    // by place, the roles of the organisations that the entry names, as bits
	uses          map[string]map[string][]int // vocabulary, term -> the places in ordered of the entries that have it
	general       map[string]bool             // the treatments by which nothing is tied
	incoming      map[*catalogue.Entry][]reference
	outgoing      map[*catalogue.Entry][]*catalogue.Entry
	sorted        map[*catalogue.Collection][]*catalogue.Entry
	steps         []*ledger.Step // what changed and can be told, the latest first

	pages []Page
	byURL map[string]bool // of each page; true for one of its own, false for one that sends on
}

// A reference is one entry that refers to another with one of its fields.
type reference struct {
	from *catalogue.Entry
	key  string
}

// Pages plans the site. base is the address where it is published, without a
// slash at the end, or "".
func Pages(cat *catalogue.Catalogue, changes *ledger.Ledger, texts *ui.Texts, base string, today time.Time) *Planner {
	p := &Planner{
		cat: cat, changes: changes, texts: texts, base: base, today: today,
		places:   make(map[*catalogue.Entry]int, len(cat.Entries)),
		cards:    make(map[*catalogue.Entry]func() *Card, len(cat.Entries)),
		uses:     map[string]map[string][]int{},
		incoming: map[*catalogue.Entry][]reference{}, outgoing: map[*catalogue.Entry][]*catalogue.Entry{},
		sorted: map[*catalogue.Collection][]*catalogue.Entry{},
		byURL:  map[string]bool{},
	}
	p.prepare()
	p.site = p.makeSite()
	p.home()
	for _, c := range catalogue.Collections {
		p.collection(c)
	}
	for _, e := range cat.Entries {
		p.entry(e)
	}
	for _, v := range catalogue.PagedVocabularies {
		p.terms(v)
	}
	p.codes()
	p.changesPages()
	p.sitePages()
	p.moved()
	return p
}

// List are all pages, in a fixed order.
func (p *Planner) List() []Page { return p.pages }

// URLs are the addresses of all pages, in the same order.
func (p *Planner) URLs() []string {
	urls := make([]string, len(p.pages))
	for i, page := range p.pages {
		urls[i] = page.URL
	}
	return urls
}

// Exists reports whether there is a page at an address from the root.
func (p *Planner) Exists(url string) bool {
	_, exists := p.byURL[url]
	return exists
}

// HasPage is [Planner.Exists] for a page that does more than send on.
func (p *Planner) HasPage(url string) bool { return p.byURL[url] }

// add plans a page. The view gets its address and the site from here.
func (p *Planner) add(page Page, view func(v *View)) {
	page.View = func() *View {
		v := &View{Site: p.site, URL: page.URL, Indexed: page.Indexed}
		if p.base != "" && page.Indexed {
			v.Canonical = p.base + page.URL
		}
		view(v)
		return v
	}
	p.pages = append(p.pages, page)
	p.byURL[page.URL] = true
}
