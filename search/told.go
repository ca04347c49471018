package search

import (
	"slices"
	"strings"
)

// A told is what a reader of a small index has beside the postings: the cards,
// and which documents carry which term. Their words need not be written twice.
type told struct {
	names  *names
	facets map[string]map[string][]int32 // documents by facet and value
	cards  []card
}

// postings gives the words of names, titles and summaries, each with a
// document and its weight there. A word can come more than once: the best counts.
func (k *told) postings(yield func(word string, p posting)) {
	name := func(key, facet, id string) {
		for _, w := range strings.Split(key, " ") {
			for _, doc := range k.facets[facet][id] {
				yield(w, posting{doc, nameOnly})
			}
		}
	}
	for key, terms := range k.names.named {
		for _, i := range terms {
			name(key, k.names.terms[i].Facet, k.names.terms[i].ID)
		}
	}
	for key, a := range k.names.ambiguous {
		for _, id := range a.Terms {
			if !a.Caps {
				name(key, a.Facet, id)
			}
		}
	}
	for doc, c := range k.cards {
		title := tokenize(c.title)
		for _, t := range title {
			yield(t.in(k.names.caps), posting{int32(doc), titleWeight(distinct(title), 0)})
		}
		for _, t := range tokenize(c.summary) {
			yield(t.in(k.names.caps), posting{int32(doc), summaryLevel})
		}
	}
}

// withoutTold leaves out the postings that are told, and gives the words that are.
func (b *builder) withoutTold(groups []group, namesBody string) (set, error) {
	k := told{facets: map[string]map[string][]int32{}}
	var err error
	if k.names, err = decodeNames(namesBody); err != nil {
		return nil, err
	}
	for i, d := range b.docs {
		for facet, values := range d.Facets {
			if k.facets[facet] == nil {
				k.facets[facet] = map[string][]int32{}
			}
			for _, v := range values {
				k.facets[facet][v] = append(k.facets[facet][v], int32(i))
			}
		}
		k.cards = append(k.cards, card{title: d.Title, summary: d.Summary})
	}
	known := map[string]map[int32]uint8{}
	k.postings(func(word string, p posting) {
		if known[word] == nil {
			known[word] = map[int32]uint8{}
		}
		known[word][p.doc] = max(known[word][p.doc], p.weight)
	})
	words := set{}
	for _, g := range groups {
		for i, f := range g.forms {
			if known[f.word] != nil {
				words.add(f.word)
				g.forms[i].postings = slices.DeleteFunc(f.postings, func(p posting) bool { return known[f.word][p.doc] == p.weight })
			}
		}
	}
	return words, nil
}

// words are the words that are told.
func (k *told) words() []string {
	s := set{}
	k.postings(func(word string, _ posting) { s.add(word) })
	return s.sorted()
}

// add puts back what withoutTold left out.
func (t *termPart) add(k *told) {
	forms := map[string]*termForm{}
	for _, f := range t.forms {
		forms[f.word] = f
	}
	k.postings(func(word string, p posting) {
		f := forms[word]
		f.postings = append(f.postings, p)
	})
}
