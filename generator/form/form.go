// Package form gives the form for contributors what it needs to know, as data:
// the fields of each collection with their labels and help, the vocabularies,
// the entries that can be referred to, and the rules with what they say.
//
// The form checks in the browser what [kaartenbak/generator.Check] checks, with
// the same limits, regular expressions, lists of words and phrases. The order in
// which they are applied is written twice, here in Go and in
// templates/components/form, and so is the reading of Markdown, of which the form
// has a reader of its own. tests/form.rules.test.mjs gives both the same entries, and
// tests/form.markdown.test.mjs the same texts.
package form

import (
	"encoding/json"
	"fmt"
	"maps"
	"strings"
	"time"

	"kaartenbak/generator/catalogue"
	"kaartenbak/generator/characters"
	"kaartenbak/generator/check"
	"kaartenbak/generator/field"
	"kaartenbak/generator/frontmatter"
	"kaartenbak/generator/load"
	"kaartenbak/generator/markdown"
	"kaartenbak/generator/personal"
	"kaartenbak/generator/problem"
	"kaartenbak/generator/slug"
	"kaartenbak/generator/stats"
	"kaartenbak/generator/ui"
	"kaartenbak/generator/webaddress"
)

// Global is the name by which the script of the form finds the data.
const Global = "kaartenbakForm"

// The data has short lists in place of objects where there are many of them.
type data struct {
	Today        string                 `json:"today"` // 2026-11-22
	Collections  map[string]collection  `json:"collections"`
	Vocabularies map[string]vocabulary  `json:"vocabularies"`
	Entries      map[string][][2]string `json:"entries"`  // by collection: slug, title
	Pages        []string               `json:"pages"`    // addresses of all other pages
	Headings     map[string][]string    `json:"headings"` // by the address of a page that an author wrote: their ids
	Phrases      map[string]phrase      `json:"phrases"`
	Limits       map[string]int         `json:"limits"`
	Patterns     map[string]string      `json:"patterns"`
	Words        map[string][]string    `json:"words"`
	Texts        map[string]string      `json:"texts"`
}

type collection struct {
	Singular string      `json:"singular"`
	Label    string      `json:"label"`
	Sections [][2]string `json:"sections"` // name, heading
	Fields   []fieldData `json:"fields"`
}

type fieldData struct {
	Key      string      `json:"key"`
	Kind     string      `json:"kind"`
	Label    string      `json:"label"`
	Help     string      `json:"help"`
	Section  string      `json:"section,omitempty"`
	Of       string      `json:"of,omitempty"`
	Marks    string      `json:"marks,omitempty"`
	NoteOf   string      `json:"noteOf,omitempty"`
	NotUntil string      `json:"notUntil,omitempty"`
	Past     bool        `json:"past,omitempty"`
	PastIf   []string    `json:"pastIf,omitempty"` // the key of another field, and the values with which the date is past
	Role     string      `json:"role,omitempty"`
	Required bool        `json:"required,omitempty"`
	Literal  bool        `json:"literal,omitempty"`
	Fields   []fieldData `json:"fields,omitempty"` // of a group
}

type vocabulary struct {
	File  string     `json:"file"`
	Terms [][]string `json:"terms"` // id, label, its other names, and behind an empty one the words that lead to it
}

// A phrase is rule, whether it is a warning, message, hint.
type phrase [4]any

// Script gives the data as a script that sets the global variable [Global].
// pages are the addresses of the site; today is the day by which freshness is judged.
func Script(cat *catalogue.Catalogue, texts *ui.Texts, pages []string, today time.Time) ([]byte, error) {
	d := data{
		Today:       today.Format(time.DateOnly),
		Collections: map[string]collection{}, Vocabularies: map[string]vocabulary{}, Entries: map[string][][2]string{}, Pages: []string{}, Headings: map[string][]string{},
		Phrases: phrases(), Limits: map[string]int{}, Patterns: map[string]string{}, Words: map[string][]string{},
		Texts: texts.Below("formulier"),
	}
	for _, limits := range []map[string]int{field.Limits, frontmatter.Limits, markdown.Limits, webaddress.Limits, characters.Limits, check.Limits, slug.Limits, {
		"nog-vaker": problem.MaxPerRule, "nakijken": catalogue.CheckEvery, "verouderd": catalogue.StaleAfter, "woorden": stats.EnoughWords, "moeilijk": stats.HardBelow,
	}} {
		maps.Copy(d.Limits, limits)
	}
	for _, patterns := range []map[string]string{field.Patterns, frontmatter.Patterns, markdown.Patterns, webaddress.Patterns, personal.Patterns, load.Patterns, stats.Patterns} {
		maps.Copy(d.Patterns, patterns)
	}
	for _, words := range []map[string][]string{field.Words, markdown.Words, webaddress.Words, personal.Words, slug.Words, check.Words} {
		maps.Copy(d.Words, words)
	}
	for _, c := range catalogue.Collections {
		made := collection{Singular: c.Singular, Label: texts.T("soort." + c.Singular), Sections: [][2]string{}}
		for i, f := range c.Schema.Fields {
			if i == 0 || f.Section != c.Schema.Fields[i-1].Section {
				made.Sections = append(made.Sections, [2]string{f.Section, texts.T("sectie." + f.Section)})
			}
		}
		made.Fields = fieldsOf(c, "", c.Schema, texts)
		d.Collections[c.Name] = made
		entries := [][2]string{}
		for _, e := range cat.Of(c) {
			entries = append(entries, [2]string{e.Slug, e.Title()})
			if len(e.Text.Headings) > 0 {
				d.headings(e.URL(), e.Text)
			}
		}
		d.Entries[c.Name] = entries
	}
	for name, v := range cat.Vocabularies {
		made := vocabulary{File: "content/begrippen/" + name + ".yaml", Terms: [][]string{}} // whatever the folder is called here
		for _, t := range v.Terms {
			term := append([]string{t.ID()}, t.Names()...)
			if words := catalogue.SearchWords.Of(t).Strings(); len(words) > 0 {
				term = append(append(term, ""), words...)
			}
			made.Terms = append(made.Terms, term)
		}
		d.Vocabularies[name] = made
	}
	for _, url := range pages {
		if cat.Entry(strings.Trim(url, "/")) == nil {
			d.Pages = append(d.Pages, url)
		}
	}
	for _, p := range cat.Pages {
		d.headings("/"+p.Name+"/", p.Text)
	}
	text, err := json.Marshal(d)
	if err != nil {
		return nil, fmt.Errorf("making the data of the form: %w", err)
	}
	return []byte("globalThis." + Global + " = " + string(text) + ";\n"), nil
}

func (d *data) headings(url string, text markdown.Text) {
	ids := []string{}
	for _, h := range text.Headings {
		ids = append(ids, h.ID)
	}
	d.Headings[url] = ids
}

func fieldsOf(c *catalogue.Collection, prefix string, schema *field.Schema, texts *ui.Texts) []fieldData {
	if schema == nil {
		return nil
	}
	var all []fieldData
	for _, f := range schema.Fields {
		path := prefix + f.Key
		var pastIf []string
		if where := f.PastWhere; where.Key != "" {
			pastIf = append([]string{where.Key}, where.Values...)
		}
		all = append(all, fieldData{
			Key: f.Key, Kind: f.Kind.String(), Label: texts.Label(c.Name, path), Help: texts.Help(c.Name, path), Role: f.Role(),
			Section: f.Section, Of: f.Of, Marks: f.Marks, NoteOf: f.NoteOf, NotUntil: f.NotUntil, Past: f.Past, PastIf: pastIf, Required: f.Required, Literal: f.Literal,
			Fields: fieldsOf(c, path+".", f.Inner, texts),
		})
	}
	return all
}

// sources are the packages that say something of an entry that a form can hold.
var sources = []problem.Phrases{{problem.MoreOften}, characters.Phrases, field.Phrases, frontmatter.Phrases, load.Phrases, markdown.Phrases, webaddress.Phrases, personal.Phrases, check.Phrases}

func phrases() map[string]phrase {
	all := map[string]phrase{}
	for _, source := range sources {
		for _, p := range source {
			made := phrase{"", false, p.Message, p.Hint}
			if p.Rule != nil {
				made[0], made[1] = p.Rule.Name, p.Rule.Warning
			}
			all[p.Name] = made
		}
	}
	return all
}
