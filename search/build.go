package search

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
)

// limits decide how an index is cut. Tests cut small corpora into many parts.
type limits struct {
	// oneFile is the number of documents up to which all parts are in one file.
	oneFile int
	// shard is the size of a term or spelling part in characters; compressed
	// it is some 60 % of that.
	shard int
	// block is how many cards are in one part.
	block int
	// common is a number of documents. From there on, a word that a quarter of the
	// documents has is kept for titles and names only; below it, only light words are.
	common int
}

// defaultLimits are those of every index but in tests.
var defaultLimits = limits{oneFile: 300, shard: 3000, block: 6, common: 2000}

// Build makes the index of a corpus. The same corpus gives the same bytes.
func Build(c Corpus) (*Index, error) { return build(c, defaultLimits) }

func build(c Corpus, l limits) (*Index, error) {
	b := builder{corpus: c, limits: l, numberOf: map[string]int32{}, lengths: map[string]*fieldLength{}, caps: capsWords(c.Thesaurus)}
	if err := b.check(); err != nil {
		return nil, err
	}
	b.order()
	b.countTerms()
	var err error
	if b.terms, err = termTable(c.Thesaurus); err != nil {
		return nil, err
	}
	texts := b.analyse()
	lists := b.postings(texts)
	return b.write(b.groups(lists))
}

// A builder makes an index, step by step as build says.
type builder struct {
	corpus   Corpus
	limits   limits
	docs     []Document // by number
	terms    map[termKey]termWords
	caps     map[string]bool         // the words that mean something else in capitals
	numberOf map[string]int32        // of each distinct word
	wordOf   []string                // of each number
	lengths  map[string]*fieldLength // by the name of a field
}

// A fieldLength is how many words a field has in how many documents.
type fieldLength struct{ words, documents int }

func (b *builder) check() error {
	known := map[string]bool{}
	for _, f := range b.corpus.Facets {
		known[f] = true
	}
	urls := map[string]bool{}
	for _, d := range b.corpus.Documents {
		if urls[d.URL] {
			return fmt.Errorf("two documents at %s", d.URL)
		}
		urls[d.URL] = true
		for f := range d.Facets {
			if !known[f] {
				return fmt.Errorf("%s: unknown facet %s", d.URL, f)
			}
		}
		if d.Demote < 0 || d.Demote >= demotions {
			return fmt.Errorf("%s: unknown demotion %d", d.URL, d.Demote)
		}
		if d.Quality < 0 || d.Quality > mostQuality {
			return fmt.Errorf("%s: unknown quality %d", d.URL, d.Quality)
		}
		if len(d.Card) > 0 && !json.Valid(d.Card) {
			return fmt.Errorf("%s: the card is not JSON", d.URL)
		}
		for _, f := range d.Fields {
			if f.Weight < 0 {
				return fmt.Errorf("%s: field %s has a negative weight", d.URL, f.Name)
			}
		}
	}
	if len(b.corpus.Documents) >= 1<<20 {
		return errors.New("more than a million documents")
	}
	return nil
}

// countTerms counts the documents of each term of a facet.
func (b *builder) countTerms() {
	counts := map[termKey]int{}
	for _, d := range b.docs {
		for facet, values := range d.Facets {
			for _, v := range values {
				counts[termKey{facet, v}]++
			}
		}
	}
	b.corpus.Thesaurus.Terms = slices.Clone(b.corpus.Thesaurus.Terms)
	for i, t := range b.corpus.Thesaurus.Terms {
		if slices.Contains(b.corpus.Facets, t.Facet) {
			b.corpus.Thesaurus.Terms[i].Documents = counts[termKey{t.Facet, t.ID}]
		}
	}
}

// mostQuality is the highest number of a quality.
const mostQuality = 31

// order numbers the documents.
func (b *builder) order() {
	for _, d := range b.corpus.Documents {
		d.Fields = append([]Field{{summaryField, d.Summary, SummaryWeight}}, d.Fields...)
		b.docs = append(b.docs, d)
	}
	slices.SortStableFunc(b.docs, func(x, y Document) int {
		if c := cmp.Or(cmp.Compare(x.Demote, y.Demote), cmp.Compare(x.Quality, y.Quality)); c != 0 {
			return c
		}
		for _, f := range b.corpus.Facets {
			if c := slices.Compare(x.Facets[f], y.Facets[f]); c != 0 {
				return c
			}
		}
		return strings.Compare(x.URL, y.URL)
	})
}
