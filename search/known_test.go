package search

import (
	"slices"
	"testing"
)

// A term is known by its names in another order, without their small words, in other
// forms, and by the words that tell it from what is wider or has the same name.
func TestNamesInOtherWords(t *testing.T) {
	c := invented(t)
	c.Thesaurus.Terms = append(slices.Clone(c.Thesaurus.Terms),
		Term{Facet: "aandoening", ID: "hoofdpijn", Label: "Hoofdpijn (alle soorten)", Codes: []string{"N01", "R51."}},
		Term{Facet: "aandoening", ID: "migraine", Label: "Migraine", Also: []string{"pijn in het hoofd met aura"}, Broader: "hoofdpijn"},
		Term{Facet: "aandoening", ID: "clusterhoofdpijn", Label: "Clusterhoofdpijn", Also: []string{"pijn in het hoofd bij het oog"}, Broader: "hoofdpijn"})
	inBothCuts(t, c, func(t *testing.T, x *Index) {
		for query, want := range map[string][]string{
			"type 1 diabetes":       {"diabetes-1"},
			"diabetes type 1":       {"diabetes-1"},
			"suikerziekte":          {"diabetes-2", "diabetes-1"},
			"suikerziekte type 1":   {"diabetes-1"},
			"suikerziekte van type": {"diabetes-2", "diabetes-1"},
			"migraines":             {"migraine"},
			"hoofdpijn":             {"hoofdpijn"},
			"hoofdpijn met aura":    {"migraine"},
			"hoofdpijn oog":         {"clusterhoofdpijn"},
			"hoofd pijn met aura":   {"migraine"},
			"R51":                   {"hoofdpijn"},
			"R51.9":                 {"hoofdpijn"},
			"N01.02":                {"hoofdpijn"},
			"N01.2":                 nil, // of ICD-10, in which N01 is something else
			"psa":                   {"prostaatkanker", "artritis-psoriatica"},
		} {
			res, err := x.Search(Query{Text: query})
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, m := range res.Meanings {
				for _, term := range m.Terms {
					got = append(got, term.ID)
				}
			}
			if !slices.Equal(got, want) {
				t.Errorf("%s: %v, want %v", query, got, want)
			}
		}
		compare(t, x, []Query{{Text: "type 1 diabetes"}, {Text: "suikerziekte type 1"}, {Text: "hoofdpijn met aura"}, {Text: "migraines"}, {Text: "N01.2"}, {Text: "R51.9 pijn"}, {Text: "N01.02"}})
	})
}

// A document with many terms of a kind is not about each of them.
func TestManySubjects(t *testing.T) {
	var terms []Term
	for _, id := range []string{"arm", "been", "hand", "voet"} {
		terms = append(terms, Term{Facet: "a", ID: id, Label: id})
	}
	c := Corpus{Facets: []string{"a"}, Thesaurus: Thesaurus{Terms: terms}, Documents: []Document{
		{URL: "/alles", Title: "Vier in een", Facets: map[string][]string{"a": {"arm", "been", "hand", "voet"}}},
		{URL: "/arm", Title: "Links of rechts", Facets: map[string][]string{"a": {"arm"}}},
	}}
	inBothCuts(t, c, func(t *testing.T, x *Index) {
		if got := ask(t, x, "arm"); !slices.Equal(got, []string{"/arm", "/alles"}) {
			t.Errorf("arm: %v", got)
		}
	})
}

// A code finds what is narrower than its term too, after what has the term itself.
func TestCodesFindWhatIsNarrower(t *testing.T) {
	c := Corpus{Facets: []string{"a"}, Thesaurus: Thesaurus{Terms: []Term{
		{Facet: "a", ID: "wijd", Label: "Wijd", Codes: []string{"T90"}, Documents: 1},
		{Facet: "a", ID: "nauw", Label: "Nauw", Broader: "wijd", Codes: []string{"T90.02"}, Documents: 1},
	}}, Documents: []Document{
		{URL: "/nauw", Title: "De ene kaart", Facets: map[string][]string{"a": {"nauw"}}},
		{URL: "/wijd", Title: "De andere kaart", Facets: map[string][]string{"a": {"wijd"}}},
	}}
	inBothCuts(t, c, func(t *testing.T, x *Index) {
		for query, want := range map[string][]string{"T90": {"/wijd", "/nauw"}, "t9002": {"/nauw"}} {
			if got := ask(t, x, query); !slices.Equal(got, want) {
				t.Errorf("%s: %v, want %v", query, got, want)
			}
		}
		compare(t, x, []Query{{Text: "T90", Limit: 5}, {Text: "t9002", Limit: 5}})
	})
}
