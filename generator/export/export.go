// Package export gives the catalogue to people and programs outside the site:
// as JSON, as a spreadsheet, as a JSON Schema, as an empty entry to fill in and
// as a table of fields. All of it follows from the declared fields (package
// field), so a new field is in every output without a change here.
package export

import (
	"kaartenbak/generator/catalogue"
	"kaartenbak/generator/sheet"
	"kaartenbak/generator/ui"
)

// bodyKey is the name of the text below the front matter, and of its label.
const bodyKey = "hoofdtekst"

// The keys that an exported entry has beside its fields.
const (
	collectionKey = sheet.CollectionKey
	idKey         = sheet.IDKey
	urlKey        = sheet.URLKey
)

// help is the help text of a field, or "" where there is none; [ui.Texts.Help]
// gives the key itself then. The path is the keys from the entry on.
func help(texts *ui.Texts, c *catalogue.Collection, path string) string {
	text := texts.Help(c.Name, path)
	if text == "hulp."+lastKey(path) {
		return ""
	}
	return text
}
