// Package corpus turns a catalogue into what the search index is made of: the
// words of each entry with their weights, its facets, and all names of the terms.
package corpus

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"time"

	"kaartenbak/generator/catalogue"
	"kaartenbak/generator/field"
	"kaartenbak/generator/plan"
	"kaartenbak/search"
)

// The orders beside relevance.
const (
	byCheck = "nagekeken" // the newest check first
	byName  = "naam"
)

// A facet is a field to filter on: its key, and the vocabulary of its values.
type facet struct{ key, vocabulary string }

// facetFields are the fields to filter on, of any collection, each once, in the order
// of the collections.
func facetFields() []facet {
	var facets []facet
	for _, c := range catalogue.Collections {
		for _, f := range c.Schema.Fields {
			if f.Facet && !slices.ContainsFunc(facets, func(other facet) bool { return other.key == f.Key }) {
				facets = append(facets, facet{f.Key, f.Of})
			}
		}
	}
	return facets
}

// Of gives the corpus of a catalogue. card gives the card of an entry as lists show
// it; today is the day by which freshness is judged.
func Of(cat *catalogue.Catalogue, card func(*catalogue.Entry) *plan.Card, today time.Time) (search.Corpus, error) {
	facets := facetFields()
	c := search.Corpus{Facets: []string{plan.KindFacet}}
	for _, f := range facets {
		c.Facets = append(c.Facets, f.key)
	}
	places := placesByName(cat)
	for _, e := range cat.Entries {
		d, err := document(cat, e, card(e), today)
		if err != nil {
			return c, err
		}
		d.Order[byName] = places[e]
		c.Documents = append(c.Documents, d)
	}
	c.Thesaurus = thesaurus(cat, facets, c.Documents)
	return c, nil
}

// A resultCard is what the browser gets to show with each result, beside its
// title, summary and address: what the card in a list says.
type resultCard struct {
	Facts   map[string]string `json:"facts,omitempty"`   // by field
	Unknown []string          `json:"unknown,omitempty"` // the fields of which the fact says that it is not known
	Flags   []string          `json:"flags,omitempty"`   // their kinds
	Ends    string            `json:"ends,omitempty"`    // the last day of a meeting that is to come
}

func document(cat *catalogue.Catalogue, e *catalogue.Entry, card *plan.Card, today time.Time) (search.Document, error) {
	d := search.Document{
		URL: strings.TrimPrefix(e.URL(), "/"), Title: e.Title(), Collection: e.Collection.Name, Summary: card.Summary,
		Facets: map[string][]string{plan.KindFacet: {e.Collection.Name}}, Order: map[string]string{},
	}
	if checked := catalogue.Checked.Of(e); checked.Known() {
		d.Order[byCheck] = checked.End().Format(time.DateOnly)
	}
	switch {
	case e.IsAside(), e.IsWithdrawn():
		d.Demote = search.Archived
	default:
		d.Quality = quality(e, today)
	}
	for f := range e.Fields() {
		if f.Facet {
			if f.State() == field.Unknown {
				d.Facets[f.Key] = []string{field.UnknownWord}
			}
			for _, t := range f.Texts() {
				d.Facets[f.Key] = append(d.Facets[f.Key], t.Text)
			}
		}
		if f.Weight == 0 || catalogue.Title.Is(f.Declaration) || catalogue.Summary.Is(f.Declaration) {
			continue
		}
		text := searchText(cat, f, f.Facet)
		if f.Kind == field.KindBody {
			text = e.Text.Plain
		}
		if text != "" {
			d.Fields = append(d.Fields, search.Field{Name: f.Key, Text: text, Weight: weight(f.Weight)})
		}
	}
	result := resultCard{Facts: map[string]string{}, Ends: card.Ends}
	for _, fact := range card.Facts {
		result.Facts[fact.Key] = fact.Text
		if fact.Unknown {
			result.Unknown = append(result.Unknown, fact.Key)
		}
	}
	for _, f := range card.Flags {
		result.Flags = append(result.Flags, f.Kind)
	}
	var err error
	if d.Card, err = json.Marshal(result); err != nil {
		return d, fmt.Errorf("indexing %s: %w", e.File, err)
	}
	return d, nil
}

// quality orders entries that answer a query equally well: by how they are opened, and
// then by their age.
func quality(e *catalogue.Entry, today time.Time) int {
	q := 2 * e.Ease()
	if e.Freshness(today) == catalogue.Stale {
		q++
	}
	return q
}

// weight turns the weight of a field, 1 to 10 with 10 for a title, into that of
// the index.
func weight(w int) float64 { return float64(w) / 10 * search.TitleWeight }

// searchText is the text of a field to search. The terms of a facet are left out: the
// index finds them by all their names.
func searchText(cat *catalogue.Catalogue, f field.Field, facet bool) string {
	var texts []string
	switch f.Kind {
	case field.KindText, field.KindProse, field.KindTexts:
		for _, t := range f.Texts() {
			texts = append(texts, t.Text)
		}
	case field.KindTerm, field.KindTerms:
		for _, t := range f.Texts() {
			if term := cat.Term(f.Of, t.Text); term != nil && !facet {
				texts = append(texts, term.Names()...)
			}
		}
	case field.KindGroup, field.KindGroups:
		for _, g := range f.Groups() {
			for inner := range g.Fields() {
				if text := searchText(cat, inner, false); text != "" {
					texts = append(texts, text)
				}
			}
		}
	}
	return strings.Join(texts, "\n")
}

// thesaurus is the names of all terms that a visitor may ask for: those of the facets,
// and of organisations, with cards or without.
func thesaurus(cat *catalogue.Catalogue, facets []facet, documents []search.Document) search.Thesaurus {
	used := map[termKey]int{}
	for _, d := range documents {
		for facet, ids := range d.Facets {
			for _, id := range ids {
				used[termKey{facet, id}]++
			}
		}
	}
	organisations := facet{catalogue.OrganisationTerms, catalogue.OrganisationTerms}
	if !slices.Contains(facets, organisations) {
		facets = append(slices.Clone(facets), organisations)
		for _, e := range cat.Entries {
			for id := range organisationsOf(e) {
				used[termKey{organisations.key, id}]++
			}
		}
	}
	leading := treatmentNames(cat)
	var th search.Thesaurus
	for _, f := range facets {
		if f.vocabulary == catalogue.ConditionTerms || f.vocabulary == catalogue.TreatmentTerms {
			th.Subjects = append(th.Subjects, f.key)
		}
		for _, term := range cat.Vocabularies[f.vocabulary].Terms {
			documents := used[termKey{f.key, term.ID()}]
			if documents == 0 && !askedFor(f.vocabulary) {
				continue
			}
			t := search.Term{
				Facet: f.key, ID: term.ID(), Label: term.Label(), Documents: documents,
				Medical: catalogue.Medical.Of(term).Strings(), Also: catalogue.AlsoKnown.Of(term).Strings(), Related: catalogue.SearchWords.Of(term).Strings(),
				Codes: catalogue.ICPC.Of(term).Strings(), // nobody types those of SNOMED CT
				Under: catalogue.FallsUnder.Of(term).Strings(),
			}
			for _, code := range catalogue.ICD10.Of(term).Strings() {
				t.Codes = append(t.Codes, code+".")
			}
			if documents == 0 && slices.ContainsFunc(catalogue.Treated.Of(term).Items, func(c field.Text) bool { return used[termKey{catalogue.ConditionTerms, c.Text}] > 0 }) {
				t.Related = nil // they lead to that condition
			}
			if f.vocabulary == catalogue.ConditionTerms && documents > 0 {
				t.Related = append(t.Related, leading[term.ID()]...)
			}
			if broader := catalogue.Broader.Of(term); broader.Known() && (askedFor(f.vocabulary) || used[termKey{f.key, broader.Text}] > 0) {
				t.Broader = broader.Text
			}
			th.Terms = append(th.Terms, t)
		}
	}
	for _, word := range cat.Ambiguous {
		for _, f := range catalogue.Meanings(word) { // whose keys are those of the facets
			if ids := f.Texts(); len(ids) > 0 {
				a := search.Ambiguous{
					Word: catalogue.Word.Of(word).Text, Facet: f.Key,
					Note: catalogue.Explanation.Of(word).Text, CapsOnly: catalogue.CapsOnly.Of(word).Is("ja"),
				}
				for _, t := range ids {
					a.Terms = append(a.Terms, t.Text)
				}
				th.Ambiguous = append(th.Ambiguous, a)
			}
		}
	}
	return th
}

// A termKey is a term by the key of its facet and its id.
type termKey struct{ facet, id string }

// askedFor reports whether visitors ask for the terms of a vocabulary by name, so that
// the search knows those without cards too.
func askedFor(vocabulary string) bool {
	return vocabulary == catalogue.ConditionTerms || vocabulary == catalogue.TreatmentTerms || vocabulary == catalogue.OrganisationTerms
}

// organisationsOf are the organisations that an entry names.
func organisationsOf(e *catalogue.Entry) map[string]bool {
	ids := map[string]bool{}
	field.Walk(e, func(_ string, f field.Field) {
		if f.Of == catalogue.OrganisationTerms {
			for _, t := range f.Texts() {
				ids[t.Text] = true
			}
		}
	})
	return ids
}

// treatmentNames are the words of treatments that lead to a condition, by its id.
func treatmentNames(cat *catalogue.Catalogue) map[string][]string {
	v := cat.Vocabularies[catalogue.TreatmentTerms]
	if v == nil {
		return nil
	}
	words := map[string][]string{}
	for _, t := range v.Terms {
		for _, condition := range catalogue.Treated.Of(t).Strings() {
			words[condition] = slices.Concat(words[condition], t.Names(), catalogue.SearchWords.Of(t).Strings())
		}
	}
	return words
}

// placesByName gives each entry a key that sorts as its title does in Dutch.
func placesByName(cat *catalogue.Catalogue) map[*catalogue.Entry]string {
	entries := slices.Clone(cat.Entries)
	slices.SortStableFunc(entries, func(a, b *catalogue.Entry) int { return bytes.Compare(a.SortKey, b.SortKey) })
	keys := make(map[*catalogue.Entry]string, len(entries))
	for i, e := range entries {
		keys[e] = fmt.Sprintf("%07d", i)
	}
	return keys
}
