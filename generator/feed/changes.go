package feed

import (
	"html"
	"strings"
	"time"

	"kaartenbak/generator/catalogue"
	"kaartenbak/generator/field"
	"kaartenbak/generator/plan"
)

// Changes gives what changed in the catalogue, or in a part of it, as an Atom feed.
// An item is an entry on a day, at midnight UTC. began is the moment of a feed
// without items.
func Changes(site field.Data, base string, changes plan.ChangeFeed, began time.Time) []byte {
	feed := atomFeed{
		Language: language,
		ID:       base + changes.URL,
		Title:    oneLine(catalogue.SiteName.Of(site).Text + ": " + changes.Title),
		Links: []atomLink{
			{"self", "application/atom+xml", base + changes.URL},
			{"alternate", "text/html", base + changes.Page},
		},
		Author: atomPerson{oneLine(publisher(site))},
		Rights: oneLine(catalogue.Licence.Of(site).Text),
		Maker:  "kaartenbak",
	}
	items := changes.Items()
	for _, item := range items {
		date := moment(item.Day)
		feed.Entries = append(feed.Entries, atomEntry{
			ID:        base + item.ID,
			Title:     oneLine(item.Title),
			Published: date,
			Updated:   date,
			Links:     []atomLink{{"alternate", "text/html", base + item.URL}},
			Content:   listOf(item.Lines),
		})
	}
	if len(items) > 0 {
		began = items[0].Day
	}
	feed.Updated = moment(began)
	return document(feed)
}

// listOf is lines as a list in HTML, which readers show as it is meant.
func listOf(lines []string) *atomText {
	var b strings.Builder
	b.WriteString("<ul>")
	for _, line := range lines {
		b.WriteString("<li>" + html.EscapeString(oneLine(line)) + "</li>")
	}
	b.WriteString("</ul>")
	return &atomText{"html", b.String()}
}
