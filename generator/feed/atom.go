package feed

import (
	"encoding/xml"
	"slices"
	"time"

	"kaartenbak/generator/catalogue"
)

// The elements of Atom 1.0 (RFC 4287).
type (
	atomFeed struct {
		XMLName  xml.Name    `xml:"http://www.w3.org/2005/Atom feed"`
		Language string      `xml:"http://www.w3.org/XML/1998/namespace lang,attr"`
		ID       string      `xml:"id"`
		Title    string      `xml:"title"`
		Subtitle string      `xml:"subtitle,omitempty"`
		Updated  string      `xml:"updated"`
		Links    []atomLink  `xml:"link"`
		Author   atomPerson  `xml:"author"`
		Rights   string      `xml:"rights,omitempty"`
		Maker    string      `xml:"generator"`
		Entries  []atomEntry `xml:"entry"`
	}
	atomEntry struct {
		ID        string     `xml:"id"`
		Title     string     `xml:"title"`
		Published string     `xml:"published"`
		Updated   string     `xml:"updated"`
		Links     []atomLink `xml:"link"`
		Summary   string     `xml:"summary,omitempty"`
	}
	atomLink struct {
		Relation string `xml:"rel,attr"`
		Type     string `xml:"type,attr"`
		Address  string `xml:"href,attr"`
	}
	atomPerson struct {
		Name string `xml:"name"`
	}
)

// Atom gives the news among the entries as an Atom feed, the latest first; what
// has the same date keeps the given order.
//
// The moment of an item is its date, at midnight UTC; of a month or a year, the
// first day of it. An item without a date is left out, for Atom asks a moment
// and there is none; so is one that was put aside. The feed was updated at its
// latest item. Only a feed without items takes the moment that is given.
//
// The id of an item is the address of its page: at another base all items are new.
func Atom(site *catalogue.Site, base string, entries []catalogue.Entry, updated time.Time) []byte {
	feed := atomFeed{
		Language: language,
		ID:       base + "/feed.xml",
		Title:    oneLine(site.Name.Text),
		Subtitle: oneLine(site.Tagline.Text),
		Links: []atomLink{
			{"self", "application/atom+xml", base + "/feed.xml"},
			{"alternate", "text/html", base + "/nieuws/"},
		},
		Author: atomPerson{oneLine(publisher(site))},
		Rights: oneLine(site.Licence.Text),
		Maker:  "kaartenbak",
	}
	var items []*catalogue.News
	for _, e := range entries {
		if n, ok := e.(*catalogue.News); ok && n.Date.Known() && !n.Aside() {
			items = append(items, n)
		}
	}
	slices.SortStableFunc(items, func(a, b *catalogue.News) int { return b.Date.Start().Compare(a.Date.Start()) })
	for _, n := range items {
		date := moment(n.Date.Start())
		feed.Entries = append(feed.Entries, atomEntry{
			ID:        base + n.URL(),
			Title:     oneLine(n.Title.Text),
			Published: date,
			Updated:   date,
			Links:     []atomLink{{"alternate", "text/html", base + n.URL()}},
			Summary:   prose(n.Summary, "\n\n"),
		})
	}
	if len(items) > 0 {
		updated = items[0].Date.Start()
	}
	feed.Updated = moment(updated)
	return document(feed)
}

// publisher is who publishes the site.
func publisher(site *catalogue.Site) string {
	if site.Publisher.Known() {
		return site.Publisher.Text
	}
	return site.Name.Text
}

// moment is a date construct of Atom (RFC 3339).
func moment(t time.Time) string { return t.UTC().Truncate(time.Second).Format(time.RFC3339) }
