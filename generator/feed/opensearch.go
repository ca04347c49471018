package feed

import (
	"encoding/xml"
	"strings"
	"unicode/utf8"

	"kaartenbak/generator/catalogue"
	"kaartenbak/generator/field"
	"kaartenbak/generator/ui"
)

// The elements of OpenSearch 1.1, draft 6, in their order there.
type (
	openSearch struct {
		XMLName     xml.Name        `xml:"http://a9.com/-/spec/opensearch/1.1/ OpenSearchDescription"`
		ShortName   string          `xml:"ShortName"`
		Description string          `xml:"Description"`
		Contact     string          `xml:"Contact,omitempty"`
		URLs        []openSearchURL `xml:"Url"`
		LongName    string          `xml:"LongName,omitempty"`
		Language    string          `xml:"Language"`
		Encoding    string          `xml:"InputEncoding"`
	}
	openSearchURL struct {
		Type     string `xml:"type,attr"`
		Relation string `xml:"rel,attr,omitempty"`
		Template string `xml:"template,attr"`
	}
)

// How long the texts of a description may be, in characters.
const (
	maxShortName   = 16
	maxLongName    = 48
	maxDescription = 1024
)

// OpenSearch gives the description by which a browser adds the search page to
// its own search box.
func OpenSearch(site field.Data, base string, texts *ui.Texts) []byte {
	return document(openSearch{
		ShortName:   shorten(oneLine(catalogue.SiteName.Of(site).Text), maxShortName),
		Description: shorten(oneLine(texts.T("zoeken.intro")), maxDescription),
		Contact:     oneLine(catalogue.Mail.Of(site).Text),
		URLs: []openSearchURL{
			{Type: "text/html", Template: clean(base) + "/zoeken/?q={searchTerms}"},
			{Type: "application/opensearchdescription+xml", Relation: "self", Template: clean(base) + "/opensearch.xml"},
		},
		LongName: shorten(oneLine(catalogue.SiteName.Of(site).Text), maxLongName),
		Language: language,
		Encoding: "UTF-8",
	})
}

// shorten keeps the whole words that fit, or what fits of the first.
func shorten(s string, limit int) string {
	if utf8.RuneCountInString(s) <= limit {
		return s
	}
	runes := []rune(s)
	short := string(runes[:limit])
	if i := strings.LastIndex(short, " "); i > 0 && runes[limit] != ' ' {
		short = short[:i]
	}
	return strings.TrimSpace(short)
}
