package main

import (
	"compress/gzip"
	"crypto/sha256"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// A document is one page, or a part of one, as every engine gets it.
type document struct {
	ID       int    `json:"id"`
	URL      string `json:"url"`
	Title    string `json:"title"`
	Headings string `json:"headings"`
	Body     string `json:"body"`
	// The facets.
	Source string `json:"source"`
	Module string `json:"module"`
	Length string `json:"length"`
}

// card is how much of a text a result shows where an engine has no excerpts.
const card = 160

// corpora are the names of the corpora, and the most documents of each.
var corpora = []struct {
	name string
	most int
}{{"s1k", 1000}, {"full", 1 << 20}, {"s10k", 10000}}

// makeCorpora reads what the packages hold, and writes each corpus as JSON.
func makeCorpora(dir string) error {
	root := filepath.Join(dir, "root")
	type read struct {
		url, source, module string
		page                *page
	}
	var pages []read
	seen := map[uint64]bool{}
	err := filepath.WalkDir(root, func(name string, d fs.DirEntry, err error) error {
		if err != nil || !d.Type().IsRegular() {
			return err
		}
		url, err := filepath.Rel(root, name)
		if err != nil {
			return err
		}
		url = filepath.ToSlash(url)
		p, err := readPage(name, url)
		if err != nil {
			return fmt.Errorf("reading %s: %w", url, err)
		}
		if p == nil || p.title == "" {
			return nil
		}
		text := p.body()
		if key := hash(p.title, text); len(text) >= 80 && isDutch(text) && !seen[key] {
			seen[key] = true
			pages = append(pages, read{url, sourceOf(url), module(url), p})
		}
		return nil
	})
	if err != nil {
		return err
	}
	// An order that has nothing to do with the contents, so that a part of it is a sample.
	slices.SortFunc(pages, func(a, b read) int { return compareHash(a.url, b.url) })
	var full, parts []document
	for _, p := range pages {
		d := document{URL: p.url, Title: p.page.title, Headings: strings.Join(p.page.headings(), " . "), Body: p.page.body(), Source: p.source, Module: p.module}
		full = append(full, d)
		parts = append(parts, split(p.page, d)...)
	}
	slices.SortFunc(parts, func(a, b document) int { return compareHash(a.URL, b.URL) })
	for _, c := range corpora {
		docs := full
		if c.name == "s10k" {
			docs = parts
		}
		docs = slices.Clone(docs[:min(c.most, len(docs))])
		for i := range docs {
			docs[i].ID = i
			docs[i].Length = lengthClass(docs[i].Body)
		}
		if err := writeJSON(filepath.Join(dir, c.name+".json"), docs); err != nil {
			return err
		}
	}
	return nil
}

func lengthClass(text string) string {
	switch n := len(strings.Fields(text)); {
	case n < 100:
		return "short"
	case n < 400:
		return "middle"
	}
	return "long"
}

// readPage gives nil for what is no Dutch page.
func readPage(name, url string) (*page, error) {
	manual := strings.Contains(url, "/man/nl/") && strings.HasSuffix(url, ".gz")
	if !manual && (!strings.HasSuffix(url, ".html") && !strings.HasSuffix(url, ".html.nl") || !strings.Contains(url, "nl")) {
		return nil, nil
	}
	if strings.Contains(url, "lilypond") && !strings.HasSuffix(url, ".nl.html") {
		return nil, nil
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	if manual {
		z, err := gzip.NewReader(f)
		if err != nil {
			return nil, err
		}
		data, err := io.ReadAll(z)
		short, _, _ := strings.Cut(filepath.Base(url), ".")
		return readManual(string(data), short), err
	}
	data, err := io.ReadAll(f)
	if err != nil {
		return nil, err
	}
	return readHTML(data)
}

func sourceOf(url string) string {
	for _, s := range []string{"libreoffice", "gimp", "lilypond", "aptitude", "gosa", "debian-edu", "man/nl"} {
		if strings.Contains(url, s) {
			return s
		}
	}
	return "debian-faq"
}

func module(url string) string {
	dir := filepath.ToSlash(filepath.Dir(url))
	if _, after, ok := strings.Cut(dir, "/nl/"); ok {
		return after
	}
	return dir
}

// split cuts a page at its headings and between paragraphs into parts of some
// seventy words. A part is named for its heading, or by how it begins.
func split(p *page, d document) []document {
	const words, least = 70, 15
	var out []document
	for i, s := range p.sections {
		var text []string
		n := 0
		for j, para := range append(s.paragraphs, "") {
			if n > 0 && (j == len(s.paragraphs) || n+len(strings.Fields(para)) > words+words/2) {
				body := strings.Join(text, " ")
				if n >= least {
					part := d
					part.URL = fmt.Sprintf("%s#%d-%d", d.URL, i, j)
					part.Headings = ""
					part.Body = body
					switch first := strings.Fields(body); {
					case j > len(text): // not the first of its section
						part.Title = d.Title + " - " + strings.Join(first[:min(5, len(first))], " ")
					case s.heading != "" && !strings.EqualFold(s.heading, d.Title):
						part.Title = s.heading + " - " + d.Title
					}
					out = append(out, part)
				}
				text, n = nil, 0
			}
			text = append(text, para)
			n += len(strings.Fields(para))
		}
	}
	return out
}

var (
	dutchWords   = setOf("de het een en van op te dat die niet zijn voor met u wordt als aan door kan om bij worden dit")
	englishWords = setOf("the a and to that are for with you be as on by can or this it not")
)

func setOf(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

// isDutch counts the small words of both languages.
func isDutch(text string) bool {
	dutch, english := 0, 0
	for _, w := range plainWords(text) {
		if dutchWords[w] {
			dutch++
		}
		if englishWords[w] {
			english++
		}
	}
	return dutch > 2*english+2
}

// hash is the same everywhere and always: what is chosen by it stays chosen.
func hash(parts ...string) uint64 {
	sum := sha256.Sum256([]byte(strings.Join(parts, "\x00")))
	return binary.BigEndian.Uint64(sum[:])
}

func compareHash(a, b string) int {
	if x, y := hash(a), hash(b); x != y {
		if x < y {
			return -1
		}
		return 1
	}
	return strings.Compare(a, b)
}

func writeJSON(name string, v any) error {
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	e := json.NewEncoder(f)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return err
	}
	return f.Close()
}

func readJSON(name string, v any) error {
	data, err := os.ReadFile(name)
	if err != nil {
		return err // as it is, for os.IsNotExist
	}
	if err := json.Unmarshal(data, v); err != nil {
		return fmt.Errorf("reading %s: %w", name, err)
	}
	return nil
}
