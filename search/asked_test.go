package search

import (
	"slices"
	"testing"
)

// Quotes ask for words that stand together in the title, the summary or a name; a minus
// leaves out what has a word in any form.
func TestPhrasesAndWordsLeftOut(t *testing.T) {
	inBothCuts(t, invented(t), func(t *testing.T, x *Index) {
		for _, c := range []struct {
			query   string
			first   string // the address of the first hit
			not     string // an address that is no hit
			phrases []string
			without []string
		}{
			{query: "kanker", first: "/k/kanker"},
			{query: "suiker", first: "/k/suiker"},
			{query: `"pillen of spuiten"`, first: "/k/suiker", phrases: []string{"pillen of spuiten"}},
			{query: `„Actief volgen” prostaat`, first: "/k/prostaat", phrases: []string{"actief volgen"}},
			{query: `"actief prostaat"`, phrases: []string{"actief prostaat"}},
			{query: `"verzonnen kaart over bloedsuiker"`, first: "/k/suiker", phrases: []string{"verzonnen kaart over bloedsuiker"}}, // in the summary
			{query: `"diabetes mellitus type 1"`, first: "/k/pomp", not: "/k/suiker", phrases: []string{"diabetes mellitus type 1"}}, // in a name
			{query: `"spuiten"`, first: "/k/suiker", phrases: []string{"spuiten"}},
			{query: `"spuitn"`, phrases: []string{"spuitn"}}, // no slip between quotes
			{query: "bestralen -prostaat", first: "/k/borst", not: "/k/prostaat", without: []string{"prostaat"}},
			{query: "bestralen –Prostaatkanker", first: "/k/borst", not: "/k/prostaat", without: []string{"prostaatkanker"}},
			{query: "verzonnen -pillen", not: "/k/suiker", first: "/k/pomp", without: []string{"pillen"}},
			{query: "verzonnen -pil", not: "/k/suiker", first: "/k/pomp", without: []string{"pil"}}, // in another form
			{query: "borst-kanker", first: "/k/borst"},
			{query: "kanker -", first: "/k/kanker"},
			{query: "leven -met kanker", first: "/k/kanker"}, // of small words there is nothing to leave out
			{query: `""`},
		} {
			res, err := x.Search(Query{Text: c.query, Limit: 50})
			if err != nil {
				t.Fatal(err)
			}
			first := ""
			for i, h := range res.Hits {
				if i == 0 {
					first = h.URL
				}
				if h.URL == c.not {
					t.Errorf("%s: finds %s", c.query, h.URL)
				}
			}
			if first != c.first && (c.without == nil || !slices.ContainsFunc(res.Hits, func(h Hit) bool { return h.URL == c.first })) {
				t.Errorf("%s: %s first, want %s", c.query, first, c.first)
			}
			if !slices.Equal(res.Phrases, c.phrases) || !slices.Equal(res.Without, c.without) {
				t.Errorf("%s: phrases %q, without %q", c.query, res.Phrases, res.Without)
			}
		}
	})
}
