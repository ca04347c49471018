package search

import (
	"bytes"
	"encoding/json"
	"slices"
	"sort"
	"strconv"
	"strings"
	"unicode/utf8"
)

// A form is written as a sign for the letters of the stem that it lacks at
// its end, and the letters that come instead.
const dropped = "!#$%&()*+,"

// encodeGroups writes groups: all words, "~", and then in columns of numbers:
// per form its postings and its first part, per group its part postings and
// its documents, then all gaps between documents, then all weights. Equal
// things beside each other compress well.
func encodeGroups(groups []group) string {
	var names, counts, firsts, parts, totals, gaps, weights []byte
	list := func(postings []posting) {
		last := int32(-1)
		for _, p := range postings {
			gaps = appendNumber(gaps, int(p.doc-last-1))
			last = p.doc
			weights = append(weights, digits[p.weight])
		}
	}
	before := ""
	for _, g := range groups {
		names = appendWord(names, before, g.stem)
		before = g.stem
		for _, f := range g.forms {
			stem, word := []rune(g.stem), []rune(f.word)
			shared := 0
			for shared < len(stem) && shared < len(word) && stem[shared] == word[shared] {
				shared++
			}
			if len(stem)-shared >= len(dropped) { // no stem changes that many letters
				panic("search: stem " + g.stem + " of " + f.word)
			}
			names = append(names, dropped[len(stem)-shared])
			names = append(names, string(word[shared:])...)
			counts = appendNumber(counts, len(f.postings))
			firsts = appendNumber(firsts, f.first)
			list(f.postings)
		}
		parts = appendNumber(parts, len(g.part))
		totals = appendNumber(totals, g.documents)
		list(g.part)
	}
	return string(slices.Concat(names, []byte("~"), counts, firsts, parts, totals, gaps, weights))
}

// spelling are the words that a correction may lead to: those in a title, of
// the thesaurus, or in more than one document.
func (b *builder) spelling(groups []group) []string {
	var out []string
	for _, g := range groups {
		for _, f := range g.forms {
			keep := len(f.postings) > 1 || g.documents > 0
			for _, p := range f.postings {
				keep = keep || p.weight>>3 > 0
			}
			if keep && utf8.RuneCountInString(f.word) >= minPart && !strings.HasSuffix(f.word, capsMark) {
				out = append(out, f.word)
			}
		}
	}
	sort.Strings(out)
	return out
}

// putWords writes spelling parts and gives their first words.
func putWords(put func(name, body string), name string, words []string, size int) []string {
	first := []string{}
	at, before := 0, ""
	for i, part := range cut(words, size, func(w string) int { return 2 + len(w)/2 }) {
		if len(part) == 0 {
			break
		}
		put(name+strconv.Itoa(i), wordList(part))
		first = append(first, shortest(before, part[0]))
		at += len(part)
		before = words[at-1]
	}
	return first
}

// A facetPart is the documents of each value.
type facetPart struct {
	Values []string `json:"values"`
	Counts []int    `json:"counts"`
	Gaps   string   `json:"gaps"`
}

func (b *builder) facet(name string) (string, error) {
	values := map[string][]int{}
	for i, d := range b.docs {
		for _, v := range d.Facets[name] {
			if n := len(values[v]); n == 0 || values[v][n-1] != i {
				values[v] = append(values[v], i)
			}
		}
	}
	p := facetPart{Values: []string{}, Counts: []int{}}
	for v := range values {
		p.Values = append(p.Values, v)
	}
	sort.Strings(p.Values)
	var gaps []byte
	for _, v := range p.Values {
		p.Counts = append(p.Counts, len(values[v]))
		last := -1
		for _, i := range values[v] {
			gaps = appendNumber(gaps, i-last-1)
			last = i
		}
	}
	p.Gaps = string(gaps)
	return encodeJSON(p)
}

func (b *builder) orders() []string {
	s := set{}
	for _, d := range b.docs {
		for o := range d.Order {
			s.add(o)
		}
	}
	return s.sorted()
}

// ranks writes for each document its place in an order, from 1; 0 has none.
func (b *builder) ranks(order string) string {
	keys := set{}
	for _, d := range b.docs {
		if k := d.Order[order]; k != "" {
			keys.add(k)
		}
	}
	rank := map[string]int{}
	for i, k := range keys.sorted() {
		rank[k] = i + 1
	}
	var out []byte
	for _, d := range b.docs {
		out = appendNumber(out, rank[d.Order[order]])
	}
	return string(out)
}

// cards are [URL, title, collection, card] each.
func encodeCards(docs []Document) (string, error) {
	cards := make([][4]any, len(docs))
	for i, d := range docs {
		cards[i] = [4]any{d.URL, d.Title, d.Collection, nil}
		if len(d.Card) > 0 {
			cards[i][3] = json.RawMessage(d.Card)
		}
	}
	return encodeJSON(cards)
}

// A namesPart is what recognises terms in a query.
type namesPart struct {
	Terms     []namedTerm      `json:"terms"`
	Ambiguous []ambiguousNames `json:"ambiguous"`
}

type namedTerm struct {
	Facet string   `json:"f"`
	ID    string   `json:"i"`
	Label string   `json:"l"`
	Names []string `json:"n,omitempty"`
}

type ambiguousNames struct {
	Word  string   `json:"w"`
	Facet string   `json:"f"`
	Terms []string `json:"t"`
	Note  string   `json:"n,omitempty"`
	Caps  bool     `json:"c,omitempty"`
}

func encodeNames(th Thesaurus) (string, error) {
	p := namesPart{Terms: []namedTerm{}, Ambiguous: []ambiguousNames{}}
	for _, t := range th.Terms {
		p.Terms = append(p.Terms, namedTerm{t.Facet, t.ID, t.Label, append(append([]string{}, t.Medical...), t.Also...)})
	}
	for _, a := range th.Ambiguous {
		p.Ambiguous = append(p.Ambiguous, ambiguousNames{a.Word, a.Facet, a.Terms, a.Note, a.CapsOnly})
	}
	return encodeJSON(p)
}

// encodeJSON leaves HTML signs as they are: script escapes them.
func encodeJSON(v any) (string, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return "", err
	}
	return strings.TrimSuffix(b.String(), "\n"), nil
}
