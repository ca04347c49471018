// Package feed gives the catalogue to feed readers, calendars, search engines
// and browsers: Atom feeds of the news and of what changed, an iCalendar of the
// meetings, a sitemap, robots.txt and an OpenSearch description.
//
// In all of it base is the address of the site without a slash at the end, or
// "" where it is not known. Atom, the sitemap and OpenSearch consist of full
// addresses: without a base there is nothing to make.
package feed

import (
	"bytes"
	"encoding/xml"
	"strings"
	"unicode"

	"kaartenbak/generator/field"
)

// A File is a file of the site.
type File struct {
	Name string // from the root, without a slash before it
	Data []byte
}

// language is that of the texts (BCP 47).
const language = "nl"

var blanks = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\t", " ", "\u2028", "\n", "\u2029", "\n")

// clean takes out what XML 1.0 cannot hold (section 2.2, Char) and what no text
// should: control characters other than line ends, halves of UTF-8. A tab is a
// space, and every line end is \n.
func clean(s string) string {
	s = blanks.Replace(s)
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n':
			return r
		case unicode.IsControl(r), r == '\uFFFE', r == '\uFFFF':
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, ""))
}

// oneLine is clean text without line ends.
func oneLine(s string) string { return strings.Join(strings.Fields(clean(s)), " ") }

// prose is clean text in paragraphs, with the given text between them.
func prose(t field.Text, between string) string {
	paragraphs := field.Text{Text: clean(t.Text)}.Paragraphs()
	return strings.Join(paragraphs, between)
}

// document gives v as an XML document in UTF-8.
func document(v any) []byte {
	var out bytes.Buffer
	out.WriteString(xml.Header)
	e := xml.NewEncoder(&out)
	e.Indent("", "  ")
	if err := e.Encode(v); err != nil {
		panic(err) // the types of this package can be written, and memory too
	}
	out.WriteByte('\n')
	return out.Bytes()
}
