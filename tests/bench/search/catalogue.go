package main

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"kaartenbak/generator"
	"kaartenbak/generator/corpus"
	"kaartenbak/search"
	"kaartenbak/templates"
)

// shipped is the corpus of the catalogue in this tree.
func shipped() (search.Corpus, error) {
	cfg := generator.Config{Content: os.DirFS("content"), ContentName: "content", Templates: templates.FS, Today: time.Now()}
	checked, err := generator.Check(cfg)
	if err != nil {
		return search.Corpus{}, err
	}
	return corpus.Of(checked.Catalogue, checked.Plan.Card, cfg.Today)
}

// makeCatalogue writes the catalogue as a corpus for all engines. The others
// get the names of the terms as text: they have no place for a vocabulary.
func makeCatalogue(dir string) error {
	c, err := shipped()
	if err != nil {
		return err
	}
	names := map[string][]string{}
	for _, t := range c.Thesaurus.Terms {
		names[t.Facet+" "+t.ID] = slices.Concat([]string{t.Label}, t.Medical, t.Also)
	}
	for _, a := range c.Thesaurus.Ambiguous {
		for _, id := range a.Terms {
			names[a.Facet+" "+id] = append(names[a.Facet+" "+id], a.Word)
		}
	}
	var docs []document
	carry := map[string][]int{} // by term, the documents that carry it
	for i, d := range c.Documents {
		doc := document{ID: i, URL: d.URL, Title: d.Title, Source: d.Collection}
		var heads, body []string
		for _, f := range d.Fields {
			if f.Weight > 1 {
				heads = append(heads, f.Text)
			}
			body = append(body, f.Text)
		}
		for facet, values := range d.Facets {
			for _, v := range values {
				heads = append(heads, names[facet+" "+v]...)
				carry[facet+" "+v] = append(carry[facet+" "+v], i)
			}
		}
		slices.Sort(heads)
		doc.Headings, doc.Body = tidy(strings.Join(heads, " . ")), tidy(strings.Join(body, " "))
		doc.Length = lengthClass(doc.Body)
		docs = append(docs, doc)
	}
	// What each name of a condition should find: an entry about what it means.
	means := map[string][]int{}
	class := map[string]string{}
	note := func(name, kind string, ids []int) {
		means[name] = append(means[name], ids...)
		if name != strings.ToLower(name) && !strings.Contains(name, " ") && name == strings.ToUpper(name) {
			kind = "abbreviation"
		}
		class[name] = kind
	}
	for _, t := range c.Thesaurus.Terms {
		if t.Facet != "aandoeningen" {
			continue
		}
		ids := carry[t.Facet+" "+t.ID]
		note(t.Label, "label", ids)
		for _, n := range t.Medical {
			note(n, "medical", ids)
		}
		for _, n := range t.Also {
			note(n, "lay", ids)
		}
	}
	for _, a := range c.Thesaurus.Ambiguous {
		var ids []int
		for _, id := range a.Terms {
			ids = append(ids, carry[a.Facet+" "+id]...)
		}
		note(a.Word, "lay", ids)
	}
	var all []query
	for name, ids := range means {
		if len(ids) == 0 {
			continue // nothing is about it: no engine can be right
		}
		slices.Sort(ids)
		all = append(all, query{Class: class[name], Text: name, Targets: slices.Compact(ids), Apart: hash(name)%2 == 1})
	}
	slices.SortFunc(all, func(a, b query) int { return strings.Compare(a.Class+a.Text, b.Class+b.Text) })
	typed, err := practice(docs)
	if err != nil {
		return err
	}
	all = append(all, typed...)
	if err := writeJSON(filepath.Join(dir, "catalogue.json"), docs); err != nil {
		return err
	}
	return writeJSON(filepath.Join(dir, "catalogue-names.json"), all)
}

// A session is what a visitor of the shipped catalogue loads to search, in
// bytes: beside the page itself, and what every page has.
type session struct{ Entries, Index, Code, Page int }

func (s session) sum() int { return s.Index + s.Code }

// asked is what the visitor types; then one filters and sorts.
var asked = []string{"suikerziekte", "borst kanker", "keuzehulp knie", "prostaatkaner", "wel of niet behandelen", "MS", "huisarts samen beslissen"}

// shippedSession builds the site, searches it in a browser, and weighs all that
// the browser loaded.
func (b *bench) shippedSession(chromium string, s *server, page, control string) (out session, err error) {
	site := filepath.Join(s.dir, "site")
	if err := os.RemoveAll(site); err != nil {
		return out, err
	}
	if said, err := exec.Command("go", "run", "./cmd/kaartenbak", "build", "--out", site).CombinedOutput(); err != nil {
		return out, fmt.Errorf("building the site: %w: %s", err, said)
	}
	for _, folder := range []string{"assets", "zoeken"} {
		if _, err := squeeze(b.dir, filepath.Join(site, folder)); err != nil {
			return out, err
		}
	}
	var docs []json.RawMessage
	if err := readJSON(filepath.Join(b.dir, "catalogue.json"), &docs); err != nil {
		return out, err
	}
	out.Entries = len(docs)
	s.forget()
	var found []int
	if err := b.node(job{Chromium: chromium, Page: page + "/site/zoeken/", Control: control + "/", Queries: asked}, "session", &found); err != nil {
		return out, err
	}
	for i, n := range found {
		if n == 0 {
			return out, fmt.Errorf("%s: nothing found", asked[i])
		}
	}
	for name, n := range s.files {
		switch base := path.Base(name); {
		case strings.HasPrefix(base, "zoek-"), base == "latest.js":
			out.Index += n
		case strings.HasPrefix(base, "search."), strings.HasPrefix(base, "early."):
			out.Code += n
		default:
			out.Page += n
		}
	}
	return out, nil
}
