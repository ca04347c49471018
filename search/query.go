package search

import (
	"encoding/json"
	"slices"
	"strings"
)

// A Query is what a visitor asks.
type Query struct {
	// Text are the words; those between quotes must stand together, and of one after a
	// minus nothing is found. Without a word in it, but not empty, it finds
	// nothing; empty it finds everything.
	Text string
	// Filter are the values a document must have: one of each facet that is there.
	Filter map[string][]string
	// Count are the facets to count.
	Count []string
	// Order is the order to sort by; "" is relevance, "-" before the name
	// turns it around. Documents without a key come last in both.
	Order string
	// Limit is how many hits to give; 0 gives none.
	Limit int
}

// Results are the answer to a Query.
type Results struct {
	Total int   `json:"total"`
	Hits  []Hit `json:"hits"`
	// Words are the words of the query, and the best way each was found.
	Words []Word `json:"words"`
	// Corrections are the words of which nothing is known, with those that
	// look like them. If there are any, the hits are a guess.
	Corrections []Correction `json:"corrections"`
	// Meanings are the terms that the query names.
	Meanings []Meaning `json:"meanings"`
	// Phrases stood between quotes: each hit has their words together, in its title, its
	// summary or a name. Without are words that no hit has.
	Phrases []string `json:"phrases"`
	Without []string `json:"without"`
	// Counts are how many hits have each value of a facet, if the filter of
	// that facet were off.
	Counts map[string]map[string]int `json:"counts"`
}

// A Hit is a document that was found.
type Hit struct {
	URL        string          `json:"url"`
	Title      string          `json:"title"`
	Collection string          `json:"collection"`
	Summary    string          `json:"summary"`
	Card       json.RawMessage `json:"card"`
	// Score is 1 for the best match there can be.
	Score float64 `json:"score"`
	// Found is how the words of the query were found. A browser does not give it.
	Found []Found `json:"-"`
}

// A Found is how one word of a query was found in a document.
type Found struct {
	Word  string
	Kind  Kind
	Place string // title, name (of what it is about) or text
}

// A Word is a word of a query.
type Word struct {
	Word string `json:"word"`
	Kind Kind   `json:"kind"`
}

// A Correction is a word that is not known, and what may be meant.
type Correction struct {
	Word string   `json:"word"`
	Like []string `json:"like"`
}

// A Meaning is a name or a code in a query, and the terms it means: more than one if
// it is ambiguous.
type Meaning struct {
	Words     string    `json:"words"`
	Ambiguous bool      `json:"ambiguous"`
	Note      string    `json:"note"`
	Terms     []TermRef `json:"terms"`
	// Loose says that the words only lead to the terms, or that the code means more or
	// less than they do.
	Loose bool `json:"loose"`
	// Narrower says that the code means less than the code of the terms: T90.01 of T90.
	Narrower bool `json:"narrower"`
}

// isWithoutDocuments reports whether nothing is about what is meant.
func (m Meaning) isWithoutDocuments() bool {
	return !slices.ContainsFunc(m.Terms, func(t TermRef) bool { return t.Covered })
}

// hasDocumentsBeside reports whether there are documents about this, and it is of the
// same facet as the other.
func (m Meaning) hasDocumentsBeside(other Meaning) bool {
	return !m.isWithoutDocuments() && m.Terms[0].Facet == other.Terms[0].Facet
}

// A TermRef is a term of the thesaurus, and how many documents are about it.
type TermRef struct {
	Facet     string `json:"facet"`
	ID        string `json:"id"`
	Label     string `json:"label"`
	Documents int    `json:"documents"`
	// Covered says that documents are about it or about a narrower term.
	Covered bool `json:"covered"`
	// Near are terms with documents that are wider, narrower or beside one that has none
	// itself.
	Near []TermRef `json:"near,omitempty"`
}

// mostWords is how many words of a query count.
const mostWords = 20

// Search answers a query.
func (x *Index) Search(q Query) (Results, error) {
	r := run{x: x, documents: x.root.Documents}
	res := Results{Hits: []Hit{}, Words: []Word{}, Corrections: []Correction{}, Meanings: []Meaning{}, Phrases: []string{}, Without: []string{}, Counts: map[string]map[string]int{}}
	if r.documents == 0 {
		return res, nil
	}
	names, err := x.names()
	if err != nil {
		return Results{}, err
	}
	r.caps, r.spelled = names.caps, names.spelled
	a := readAsked(q.Text)
	for _, phrase := range a.phrases {
		res.Phrases = append(res.Phrases, strings.TrimSpace(phrase))
	}
	for _, t := range a.without {
		res.Without = append(res.Without, t.word)
	}
	coded, text := names.coded(a.text)
	tokens := tokenize(text)
	meanings := slices.Concat(coded, names.meanings(tokens))
	var seen []token
	for i, t := range tokens {
		if i > 0 && t.word == "s" {
			continue // of "foto's", without the apostrophe
		}
		if len(seen) < mostWords && !slices.ContainsFunc(seen, func(s token) bool { return s.word == t.word }) {
			seen = append(seen, t)
		}
	}
	var hits []scoredDocument
	best := 1.0
	switch {
	case len(seen) > 0 || len(coded) > 0:
		r.find(seen, meanings, a.phrases)
		r.findCodes(names, coded)
		hits, best = score(r.scored(), r.documents)
		hits = r.withoutKin(names, meanings, hits)
	case strings.TrimSpace(a.text) == "":
		for doc := range r.documents {
			hits = append(hits, scoredDocument{doc: doc})
		}
	}
	hits = r.keep(a, names, hits)
	hits = r.filter(q, hits, &res)
	r.sort(q, hits)
	for _, s := range r.words {
		w := Word{Word: s.word}
		for _, m := range s.matches {
			w.Kind = max(w.Kind, m.kind())
		}
		if s.parts != nil {
			w.Kind = Part
		}
		res.Words = append(res.Words, w)
	}
	res.Corrections = append(res.Corrections, r.corrections...)
	res.Total = len(hits)
	res.Meanings = append(res.Meanings, meanings...)
	for _, hit := range hits[:min(len(hits), max(0, q.Limit))] {
		c, err := x.card(hit.doc)
		r.note(err)
		res.Hits = append(res.Hits, Hit{c.url, c.title, c.collection, c.summary, c.card, hit.score / best, r.foundIn(hit.doc)})
	}
	if r.err != nil {
		return Results{}, r.err
	}
	return res, nil
}

// foundIn is how the words of the query were found in a document.
func (r *run) foundIn(doc int) []Found {
	var found []Found
	for _, w := range r.scored() {
		if w.matches == nil || w.matches[doc] == 0 {
			continue
		}
		m := w.matches[doc]
		place := "text"
		if m.titleLength() > 0 {
			place = "title"
		} else if m.inTitle() {
			place = "name"
		}
		found = append(found, Found{w.word, m.kind(), place})
	}
	return found
}

// A run is one query that is being answered.
type run struct {
	x           *Index
	documents   int
	caps        map[string]bool
	spelled     []string // see [termNames]
	words       []*queryWord
	corrections []Correction
	err         error // the first that happened
}

func (r *run) note(err error) {
	if r.err == nil {
		r.err = err
	}
}
