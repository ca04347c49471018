package feed

import (
	"encoding/xml"
	"slices"
	"time"

	"kaartenbak/generator/catalogue"
	"kaartenbak/generator/field"
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
		Content   *atomText  `xml:"content"`
	}
	atomText struct {
		Type string `xml:"type,attr"`
		Text string `xml:",chardata"`
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
func Atom(site field.Data, base string, entries []*catalogue.Entry, updated time.Time) []byte {
	feed := atomFeed{
		Language: language,
		ID:       base + "/feed.xml",
		Title:    oneLine(catalogue.SiteName.Of(site).Text),
		Subtitle: oneLine(catalogue.Tagline.Of(site).Text),
		Links: []atomLink{
			{"self", "application/atom+xml", base + "/feed.xml"},
			{"alternate", "text/html", base + "/nieuws/"},
		},
		Author: atomPerson{oneLine(publisher(site))},
		Rights: oneLine(catalogue.Licence.Of(site).Text),
		Maker:  "kaartenbak",
	}
	var items []*catalogue.Entry
	for _, e := range entries {
		if e.Collection == catalogue.News && catalogue.Date.Of(e).Known() && !e.IsAside() {
			items = append(items, e)
		}
	}
	day := func(e *catalogue.Entry) time.Time { return catalogue.Date.Of(e).Start() }
	slices.SortStableFunc(items, func(a, b *catalogue.Entry) int { return day(b).Compare(day(a)) })
	for _, e := range items {
		date := moment(day(e))
		feed.Entries = append(feed.Entries, atomEntry{
			ID:        base + e.URL(),
			Title:     oneLine(e.Title()),
			Published: date,
			Updated:   date,
			Links:     []atomLink{{"alternate", "text/html", base + e.URL()}},
			Summary:   prose(catalogue.Summary.Of(e), "\n\n"),
		})
	}
	if len(items) > 0 {
		updated = day(items[0])
	}
	feed.Updated = moment(updated)
	return document(feed)
}

// publisher is who publishes the site.
func publisher(site field.Data) string {
	if publisher := catalogue.Publisher.Of(site); publisher.Known() {
		return publisher.Text
	}
	return catalogue.SiteName.Of(site).Text
}

// moment is a date construct of Atom (RFC 3339).
func moment(t time.Time) string { return t.UTC().Truncate(time.Second).Format(time.RFC3339) }
