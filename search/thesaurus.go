package search

import (
	"fmt"
	"sort"
	"strings"
)

// A termWords is what a term adds to the words of its documents.
type termWords struct {
	// names mean the term; related only point to it.
	names, related []string
}

type termKey struct{ facet, id string }

// termTable works out what each term adds.
func termTable(th Thesaurus) (map[termKey]termWords, error) {
	terms := map[termKey]Term{}
	for _, t := range th.Terms {
		k := termKey{t.Facet, t.ID}
		if _, ok := terms[k]; ok {
			return nil, fmt.Errorf("term %s of facet %s is there twice", t.ID, t.Facet)
		}
		terms[k] = t
	}
	caps := capsWords(th)
	table := map[termKey]termWords{}
	for k, t := range terms {
		names, related := set{}, set{}
		for _, n := range t.names() {
			names.addWords(n, caps)
		}
		for _, n := range t.Related {
			related.addWords(n, caps)
		}
		seen := map[string]bool{t.ID: true}
		for id := t.Broader; id != "" && !seen[id]; id = terms[termKey{t.Facet, id}].Broader {
			wide, ok := terms[termKey{t.Facet, id}]
			if !ok {
				return nil, fmt.Errorf("term %s of facet %s: unknown broader term %s", t.ID, t.Facet, id)
			}
			seen[id] = true
			for _, n := range wide.names() {
				related.addWords(n, caps)
			}
		}
		table[k] = termWords{names.sorted(), related.sorted()}
	}
	for _, a := range th.Ambiguous {
		for _, id := range a.Terms {
			k := termKey{a.Facet, id}
			words, ok := table[k]
			if !ok {
				return nil, fmt.Errorf("ambiguous word %s: unknown term %s of facet %s", a.Word, id, a.Facet)
			}
			names := set{}
			names.add(words.names...)
			if a.CapsOnly {
				for _, t := range tokenize(a.Word) {
					names.add(t.word + capsMark)
				}
			} else {
				names.addWords(a.Word, caps)
			}
			words.names = names.sorted()
			table[k] = words
		}
	}
	return table, nil
}

// names are all names that mean the term.
func (t Term) names() []string {
	return append(append([]string{t.Label}, t.Medical...), t.Also...)
}

// marked is the word, with [capsMark] after it if it is in capitals and means
// something else so.
func (t token) marked(caps map[string]bool) string {
	if t.caps && caps[t.word] {
		return t.word + capsMark
	}
	return t.word
}

// capsMark follows a word that means something else in capitals.
const capsMark = "^"

// capsWords are the words that the index also knows in capitals.
func capsWords(th Thesaurus) map[string]bool {
	caps := map[string]bool{}
	for _, a := range th.Ambiguous {
		if a.CapsOnly {
			for _, t := range tokenize(a.Word) {
				caps[t.word] = true
			}
		}
	}
	return caps
}

// A set is some words, each once.
type set map[string]bool

func (s set) add(words ...string) {
	for _, w := range words {
		s[w] = true
	}
}

// addWords adds the words of a text; one that means something else in capitals, and
// is in capitals, with its mark.
func (s set) addWords(text string, caps map[string]bool) {
	tokens := tokenize(text)
	for _, t := range tokens {
		s.add(t.marked(caps))
	}
	s.add(joined(tokens)...)
}

// sorted are the words in order.
func (s set) sorted() []string {
	out := make([]string, 0, len(s))
	for w := range s {
		out = append(out, w)
	}
	sort.Strings(out)
	return out
}

// joined are the words that are joined by hyphens, without the hyphens.
func joined(tokens []token) []string {
	var out []string
	for i := 0; i < len(tokens); i++ {
		if i+1 == len(tokens) || !tokens[i+1].hyphen {
			continue
		}
		var b strings.Builder
		b.WriteString(tokens[i].word)
		n := i + 1
		for n < len(tokens) && tokens[n].hyphen {
			b.WriteString(tokens[n].word)
			n++
		}
		if n > i+1 && n <= i+3 && size(b.String()) <= maxWord {
			out = append(out, b.String())
		}
		i = n - 1
	}
	return out
}
