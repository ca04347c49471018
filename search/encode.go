package search

import (
	"bytes"
	"encoding/json"
	"fmt"
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

// facet writes the documents of each value. First come the values that are no
// term of the thesaurus, a tab after each; then in numbers how many lists
// follow, the length of each, and the gaps between their documents: one list
// per term of the facet in the order of the names, and one per other value.
func (b *builder) facet(name string) (string, error) {
	documents := map[string][]int{}
	for i, d := range b.docs {
		for _, v := range d.Facets[name] {
			if n := len(documents[v]); n == 0 || documents[v][n-1] != i {
				documents[v] = append(documents[v], i)
			}
		}
	}
	var values, others []string
	terms := set{}
	for _, t := range b.corpus.Thesaurus.Terms {
		if t.Facet == name {
			values = append(values, t.ID)
			terms.add(t.ID)
		}
	}
	for v := range documents {
		if strings.ContainsAny(v, "\t\n") {
			return "", fmt.Errorf("facet %s: a tab or a new line in the value %q", name, v)
		}
		if !terms[v] {
			others = append(others, v)
		}
	}
	sort.Strings(others)
	values = append(values, others...)
	var body, gaps []byte
	for _, v := range others {
		body = append(append(body, v...), '\t')
	}
	body = appendNumber(body, len(values))
	for _, v := range values {
		body = appendNumber(body, len(documents[v]))
		last := -1
		for _, i := range documents[v] {
			gaps = appendNumber(gaps, i-last-1)
			last = i
		}
	}
	return string(append(body, gaps...)), nil
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

// encodeNames writes lines of fields with tabs between them: ambiguous words,
// and after an empty line per facet its name and then its terms. An identifier
// that the label tells is left out.
func encodeNames(th Thesaurus) string {
	var b strings.Builder
	line := func(fields ...string) {
		for i, f := range fields {
			if i > 0 {
				b.WriteByte('\t')
			}
			b.WriteString(strings.NewReplacer("\t", " ", "\n", " ").Replace(f))
		}
		b.WriteByte('\n')
	}
	for _, a := range th.Ambiguous {
		caps := ""
		if a.CapsOnly {
			caps = capsMark
		}
		line(append([]string{a.Word, a.Facet, a.Note, caps}, a.Terms...)...)
	}
	for i, t := range th.Terms {
		if i == 0 || t.Facet != th.Terms[i-1].Facet {
			b.WriteByte('\n')
			line(t.Facet)
		}
		id := t.ID
		if id == plainID(t.Label) {
			id = ""
		}
		line(append([]string{id}, t.names()...)...)
	}
	return b.String()
}

// plainID is the identifier that a label mostly has.
func plainID(label string) string {
	var words []string
	for _, t := range tokenize(label) {
		words = append(words, t.word)
	}
	return strings.Join(words, "-")
}

// withoutNames leaves out the postings that a reader of a small index works
// out itself: the words of names, in the documents of their terms.
func (b *builder) withoutNames(groups []group, names *names) {
	documents := map[termKey][]int32{}
	for i, d := range b.docs {
		for facet, values := range d.Facets {
			for _, v := range values {
				documents[termKey{facet, v}] = append(documents[termKey{facet, v}], int32(i))
			}
		}
	}
	known := map[string]map[int32]bool{}
	names.words(func(word string, term termKey) {
		if known[word] == nil {
			known[word] = map[int32]bool{}
		}
		for _, doc := range documents[term] {
			known[word][doc] = true
		}
	})
	for _, g := range groups {
		for i, f := range g.forms {
			g.forms[i].postings = slices.DeleteFunc(f.postings, func(p posting) bool { return p.weight == nameOnly && known[f.word][p.doc] })
		}
	}
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
