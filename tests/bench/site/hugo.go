package main

import (
	"bytes"
	"cmp"
	"embed"
	"encoding/json"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
	"unicode"

	"kaartenbak/generator/catalogue"
	"kaartenbak/generator/field"
	"kaartenbak/generator/ui"
	"kaartenbak/templates"
)

// layouts are the templates of the same site for Hugo, made to be quick: what
// comes back is cached, and what a template would have to work out for each page
// is in a data file.
//
//go:embed all:hugo
var layouts embed.FS

type object = map[string]any

// A hugoField is a field as the templates get it.
type hugoField struct {
	Key   string      `json:"k"`
	Param string      `json:"p"` // its key in the front matter for Hugo
	Label string      `json:"l"`
	Style string      `json:"s"`
	Of    string      `json:"v"`     // vocabulary
	To    string      `json:"c"`     // collection of references
	Pages bool        `json:"pages"` // the terms have pages
	Inner []hugoField `json:"in,omitempty"`
}

var styles = map[field.Kind]string{
	field.KindText: "prose", field.KindProse: "prose", field.KindLink: "link", field.KindNumber: "number", field.KindDate: "date",
	field.KindTerm: "terms", field.KindTerms: "terms", field.KindTexts: "texts", field.KindRef: "refs", field.KindRefs: "refs",
	field.KindGroup: "groups", field.KindGroups: "groups",
}

// filterOf is the name of the taxonomy for a filter that has pages of its own,
// or "" where the pages of the terms serve.
func filterOf(collection string, f *field.Declaration) string {
	if f.Facet && !catalogue.HasPages(f.Of) {
		return collection + "-" + f.Key
	}
	return ""
}

// param is the key of a field in the front matter for Hugo, where terms stand
// under the name of their taxonomy and some names have a meaning.
func param(collection string, f *field.Declaration) string {
	switch f.Key {
	case "samenvatting":
		return "description"
	case "datum":
		return "date"
	}
	if name := filterOf(collection, f); name != "" {
		return name
	}
	if f.Kind == field.KindGroups && catalogue.HasPages(f.Key) {
		return "groepen_" + f.Key
	}
	return f.Key
}

func forHugo(texts *ui.Texts, collection, prefix string, f *field.Declaration) hugoField {
	h := hugoField{Key: f.Key, Param: param(collection, f), Label: texts.Label(collection, prefix+f.Key), Style: styles[f.Kind]}
	switch f.Kind {
	case field.KindRef, field.KindRefs:
		h.To = f.Of
	default:
		h.Of, h.Pages = f.Of, catalogue.HasPages(f.Of)
	}
	if f.Inner != nil {
		for _, inner := range f.Inner.Fields {
			h.Inner = append(h.Inner, forHugo(texts, collection, prefix+f.Key+".", inner))
		}
	}
	return h
}

// writeHugo writes the same catalogue as a site for Hugo.
func (m *sampleCatalogue) writeHugo(dir string) error {
	texts, err := ui.Load(templates.FS)
	if err != nil {
		return err
	}
	f := &folder{dir: dir}
	data := func(name string, v any) {
		encoded, err := json.Marshal(v)
		if err != nil && f.err == nil {
			f.err = err
		}
		f.put(name, encoded)
	}
	if err := copyTo(f, layouts, "hugo", "layouts"); err != nil {
		return err
	}
	m.hugoData(texts, data)
	data("hugo.json", m.hugoConfig(texts))

	icons := object{}
	names, err := fs.Glob(templates.FS, "icons/*.svg")
	if err != nil {
		return err
	}
	for _, name := range names {
		icon, err := fs.ReadFile(templates.FS, name)
		if err != nil {
			return err
		}
		icons[strings.TrimSuffix(path.Base(name), ".svg")] = strings.TrimSpace(string(icon))
	}
	data("data/icons.json", icons)
	for _, name := range []string{"favicon.svg", "site.css", "site.js"} {
		f.put("static/assets/"+name, nil)
	}
	m.hugoContent(f, texts)
	return f.err
}

func copyTo(f *folder, from fs.FS, root, to string) error {
	return fs.WalkDir(from, root, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		source, err := fs.ReadFile(from, name)
		if err != nil {
			return err
		}
		f.put(to+strings.TrimPrefix(name, root), source)
		return nil
	})
}

// base is where both sites are said to be published.
const base = "https://kaartenbak.example"

func (m *sampleCatalogue) hugoConfig(texts *ui.Texts) object {
	taxonomies, addresses := object{}, object{}
	for _, name := range catalogue.PagedVocabularies {
		taxonomies[name] = name
	}
	var nav []object
	for _, c := range catalogue.Collections {
		nav = append(nav, object{"name": c.Name, "text": texts.T("collectie." + c.Name + ".kop")})
		for _, f := range c.Schema.Fields {
			if name := filterOf(c.Name, f); name != "" {
				taxonomies[name] = name
				addresses[name] = "/" + c.Name + "/" + f.Key + "/:slug/"
			}
		}
	}
	return object{
		"baseURL": base + "/", "locale": "nl", "defaultContentLanguage": "nl", "title": "Verzonnen kaartenbak",
		"taxonomies": taxonomies, "permalinks": object{"term": addresses},
		"pagination": object{"pagerSize": 24, "path": "pagina", "disableAliases": true},
		"outputs":    object{"home": []string{"HTML"}, "section": []string{"HTML"}, "taxonomy": []string{"HTML"}, "term": []string{"HTML"}},
		"services":   object{"rss": object{"limit": 20}},
		"related": object{"threshold": 1, "includeNewer": true, "indices": []object{
			{"name": "aandoeningen", "weight": 100},
		}},
		"markup": object{
			"goldmark": object{"extensions": object{"typographer": object{"disable": true}, "linkify": false, "taskList": false}},
		},
		"enableRobotsTXT": true, "disableHugoGeneratorInject": true, "titleCaseStyle": "none",
		"capitalizeListTitles": false, "pluralizeListTitles": false,
		"params": object{
			"nav": nav, "tagline": "Verzonnen kaarten om de bouw te meten", "description": texts.T("home-pagina.beschrijving"),
		},
	}
}

// hugoData writes what the templates look up.
func (m *sampleCatalogue) hugoData(texts *ui.Texts, data func(string, any)) {
	labels, order, letters := object{}, object{}, object{}
	for _, v := range m.vocabularies {
		narrower := map[string][]string{}
		for _, t := range v.terms {
			if t.broader != "" {
				narrower[t.broader] = append(narrower[t.broader], t.id)
			}
		}
		terms := object{unknown: object{"naam": texts.T("onbekend")}}
		var ids []string
		for _, t := range v.terms {
			terms[t.id] = object{"naam": t.label, "breder": t.broader, "smaller": narrower[t.id], "ook": slices.Concat(t.medical, t.other)}
			ids = append(ids, t.id)
		}
		if !catalogue.HasPages(v.name) {
			ids = append(ids, unknown)
		} else {
			letters[v.name] = v.letters()
		}
		labels[v.name], order[v.name] = terms, ids
	}
	data("data/begrippen.json", labels)
	data("data/volgorde.json", order)
	data("data/letters.json", letters)

	lists, filters, pages := object{}, object{}, object{}
	for _, name := range catalogue.PagedVocabularies {
		lists[name] = object{
			"naam": texts.T("begrippen." + name + ".naam"), "intro": texts.T("begrippen." + name + ".intro"), "over": texts.T("begrippen." + name + ".over"),
		}
	}
	for _, c := range catalogue.Collections {
		pages[c.Name] = m.hugoPage(texts, c)
		for _, f := range c.Schema.Fields {
			if name := filterOf(c.Name, f); name != "" {
				filters[name] = object{"collection": c.Name, "key": f.Key, "v": f.Of, "label": texts.Label(c.Name, f.Key)}
			}
		}
	}
	data("data/lijsten.json", lists)
	data("data/filters.json", filters)
	data("data/pagina.json", pages)

	var groups []object
	for _, g := range m.terms("groepen") {
		var ids []string
		for _, t := range m.terms("aandoeningen") {
			if t.group == g.id {
				ids = append(ids, t.id)
			}
		}
		groups = append(groups, object{"naam": g.label, "ids": ids})
	}
	data("data/groepen.json", groups)
}

// hugoPage is what the templates need to know of a collection.
func (m *sampleCatalogue) hugoPage(texts *ui.Texts, c *catalogue.Collection) object {
	var refs, facets, facts, card []hugoField
	type section struct {
		Key   string      `json:"key"`
		Title string      `json:"title"`
		Rows  []hugoField `json:"rows"`
	}
	var sections []section
	labels, page := object{}, object{}
	for _, f := range c.Schema.Fields {
		h := forHugo(texts, c.Name, "", f)
		labels[f.Key] = h.Label
		if f.Kind == field.KindRef || f.Kind == field.KindRefs {
			refs = append(refs, h)
		}
		if f.Facet {
			facets = append(facets, h)
		}
		if catalogue.Results.Is(f) {
			page["resultaten"] = h
		}
		if f.Kind == field.KindBody || f.NoteOf != "" || f.Apart || f.First > 0 || f.ForWhom > 0 {
			continue
		}
		if len(sections) == 0 || sections[len(sections)-1].Key != f.Section {
			sections = append(sections, section{Key: f.Section, Title: texts.T("sectie." + f.Section)})
		}
		last := &sections[len(sections)-1]
		last.Rows = append(last.Rows, h)
	}
	some := func(fields []*field.Declaration) (found []hugoField) {
		for _, f := range fields {
			found = append(found, forHugo(texts, c.Name, "", f))
		}
		return found
	}
	facts, card = some(slices.Concat(c.Schema.ForWhom, c.Schema.First)), some(c.Schema.Card)
	var incoming []object
	for _, from := range catalogue.Collections {
		for _, f := range from.Schema.Fields {
			if (f.Kind == field.KindRef || f.Kind == field.KindRefs) && !catalogue.SupersededBy.Is(f) && (f.Of == c.Name || f.Of == "") {
				incoming = append(incoming, object{"from": from.Name, "key": f.Key, "title": texts.T("terug." + from.Name + "." + f.Key)})
			}
		}
	}
	maps.Copy(page, object{
		"naam": texts.T("collectie." + c.Name + ".naam"), "kort": texts.T("collectie." + c.Name + ".kort"), "intro": texts.T("collectie." + c.Name + ".intro"),
		"soort": texts.T("soort." + c.Singular), "tekst": texts.T("hoofdtekst." + c.Singular), "open": texts.T("open." + c.Name),
		"labels": labels, "refs": refs, "facets": facets, "facts": facts, "card": card, "sections": sections, "incoming": incoming,
	})
	return page
}

// letters is the A-Z of a vocabulary.
func (v vocabulary) letters() []object {
	type name struct {
		Text string `json:"text"`
		See  string `json:"see,omitempty"`
		ID   string `json:"id"`
	}
	var names []name
	for _, t := range v.terms {
		names = append(names, name{Text: t.label, ID: t.id})
		for _, other := range slices.Concat(t.medical, t.other) {
			names = append(names, name{other, t.label, t.id})
		}
	}
	slices.SortFunc(names, func(a, b name) int { return cmp.Compare(strings.ToLower(a.Text), strings.ToLower(b.Text)) })
	var all []object
	for i, n := range names {
		letter := string(unicode.ToUpper(rune(n.Text[0])))
		if i == 0 || all[len(all)-1]["letter"] != letter {
			all = append(all, object{"letter": letter, "names": []name{}})
		}
		last := all[len(all)-1]
		last["names"] = append(last["names"].([]name), n)
	}
	return all
}

// hugoContent writes the entries and the pages of the site.
func (m *sampleCatalogue) hugoContent(f *folder, texts *ui.Texts) {
	text := func(name, front, body string) {
		f.put("content/"+name, []byte("---\n"+front+"---\n\n"+body))
	}
	byKey := map[string]map[string]*field.Declaration{}
	for _, c := range catalogue.Collections {
		byKey[c.Name] = map[string]*field.Declaration{}
		front := ""
		if c.Name == "nieuws" {
			front = "outputs: [HTML, RSS]\n"
		}
		text(c.Name+"/_index.md", front, "")
		for _, f := range c.Schema.Fields {
			byKey[c.Name][f.Key] = f
			if name := filterOf(c.Name, f); name != "" { // its terms have pages; it has none itself
				text(name+"/_index.md", "build: {render: never, list: never}\n", "")
			}
		}
	}
	for _, page := range []struct{ name, layout, key string }{{"zoeken", "overview", "zoeken"}, {"insturen", "text", "insturen"}, {"data", "text", "data"}} {
		text(page.name+".md", fmt.Sprintf("title: %s\ndescription: %q\nlayout: %s\n", texts.T(page.key+".titel"), texts.T(page.key+".intro"), page.layout), "")
	}
	text("over.md", "title: Over deze site\ndescription: Alles hierin is verzonnen.\nlayout: text\n", "Deze catalogus is gemaakt door een programma.\n")
	for e := range m.entries() {
		var b bytes.Buffer
		fmt.Fprintf(&b, "---\ntitle: %s\n", e.title)
		writeGroup(&b, "", "", hugoValues(e, byKey[e.collection]))
		fmt.Fprintf(&b, "---\n\n%s", e.body)
		f.put("content/"+e.collection+"/"+e.slug+".md", b.Bytes())
	}
}

// hugoValues are the values of an entry as Hugo's front matter has them.
func hugoValues(e entry, fields map[string]*field.Declaration) group {
	var g group
	var missing, organisations []string
	listed := false // the organisations stand under their own name already
	for _, v := range e.values {
		f := fields[v.key]
		key, is := param(e.collection, f), v.is
		if is == unknown {
			missing = append(missing, v.key)
			if filterOf(e.collection, f) == "" {
				continue
			}
		}
		if f.Kind == field.KindTerm {
			is = []string{is.(string)}
		}
		if one, single := is.(group); single {
			is = []group{one}
		}
		if f.Of == "organisaties" {
			organisations = append(organisations, is.([]string)...)
			listed = listed || key == "organisaties"
		}
		if many, ok := is.([]group); ok && v.key == "organisaties" {
			for _, partner := range many {
				if id := partner[0].is.(string); !slices.Contains(organisations, id) {
					organisations = append(organisations, id)
				}
			}
		}
		g = append(g, value{key, is})
	}
	if organisations != nil && !listed {
		g = append(g, value{"organisaties", organisations})
	}
	if missing != nil {
		g = append(g, value{"onbekend", missing})
	}
	return g
}
