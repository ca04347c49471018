package main

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
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
		slices.Sort(ids)
		all = append(all, query{Class: class[name], Text: name, Targets: slices.Compact(ids), Apart: hash(name)%2 == 1})
	}
	slices.SortFunc(all, func(a, b query) int { return strings.Compare(a.Class+a.Text, b.Class+b.Text) })
	if err := writeJSON(filepath.Join(dir, "catalogue.json"), docs); err != nil {
		return err
	}
	return writeJSON(filepath.Join(dir, "catalogue-names.json"), all)
}

// A session is what a visitor of the shipped catalogue loads to search, in bytes.
type session struct{ Entries, Root, Cards, Code, Files int }

func (s session) sum() int { return s.Root + s.Cards + s.Code }

// shippedSession builds the site and weighs its index, and the code of the search client.
func (b *bench) shippedSession() (s session, err error) {
	site := filepath.Join(b.dir, "site")
	if err := os.RemoveAll(site); err != nil {
		return s, err
	}
	if said, err := exec.Command("go", "run", "./cmd/kaartenbak", "build", "--out", site).CombinedOutput(); err != nil {
		return s, fmt.Errorf("building the site: %w: %s", err, said)
	}
	found, err := filepath.Glob(filepath.Join(site, "assets", "zoek-*.js"))
	if err != nil {
		return s, err
	}
	dir := filepath.Join(b.dir, "out", "session")
	if err := os.RemoveAll(dir); err != nil {
		return s, err
	}
	weigh := func(name string, data []byte) (int, error) {
		part := filepath.Join(dir, name)
		if err := os.MkdirAll(part, 0o755); err != nil {
			return 0, err
		}
		if err := os.WriteFile(filepath.Join(part, name), data, 0o644); err != nil {
			return 0, err
		}
		sum, err := squeeze(b.dir, part)
		return int(sum.Brotli), err
	}
	for _, f := range found {
		data, err := os.ReadFile(f)
		if err != nil {
			return s, err
		}
		n, err := weigh(filepath.Base(f), data)
		if err != nil {
			return s, err
		}
		s.Files++
		if strings.Count(filepath.Base(f), "-") == 1 {
			s.Root += n
		} else {
			s.Cards += n
		}
	}
	var docs []json.RawMessage
	if err := readJSON(filepath.Join(b.dir, "catalogue.json"), &docs); err != nil {
		return s, err
	}
	s.Entries = len(docs)
	client, err := filepath.Abs("search/client")
	if err != nil {
		return s, err
	}
	code := filepath.Join(dir, "code.js")
	if err := bundle(filepath.Join(b.dir, "npm/web/code.js"), code, map[string]string{"CLIENT": client}); err != nil {
		return s, err
	}
	data, err := os.ReadFile(code)
	if err != nil {
		return s, err
	}
	s.Code, err = weigh("client.js", data)
	return s, err
}
