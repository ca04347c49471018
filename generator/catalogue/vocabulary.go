package catalogue

import (
	"slices"

	"kaartenbak/generator/field"
)

// The vocabularies that code knows by name. All others are known by the fields
// that choose from them; each is a file in content/begrippen.
const (
	ConditionTerms    = "aandoeningen"
	TreatmentTerms    = "behandelingen"
	ThemeTerms        = "themas"
	OrganisationTerms = "organisaties"
	GroupTerms        = "groepen"
)

// PagedVocabularies are those whose terms have a page each, and an index of them
// all, in the order of the site. The name is the first part of the address.
var PagedVocabularies = []string{ConditionTerms, TreatmentTerms, ThemeTerms, "regios", "beroepen", OrganisationTerms}

// HasPages reports whether the terms of a vocabulary have a page each.
func HasPages(vocabulary string) bool { return slices.Contains(PagedVocabularies, vocabulary) }

// A Vocabulary is a list of terms, in the order of its file.
type Vocabulary struct {
	Name  string // of its file in content/begrippen
	File  string // as in messages; "" where it is missing or cannot be read
	Terms []*Term

	schema *field.Schema
	byID   map[string]*Term
}

// NewVocabulary is a vocabulary without terms.
func NewVocabulary(name, file string) *Vocabulary {
	return &Vocabulary{Name: name, File: file, byID: map[string]*Term{}, schema: field.NewSchema(func(s *field.Schema) { term(s, name) })}
}

// term is one concept of a vocabulary, after SKOS: a preferred label, true
// synonyms, words that merely lead to it, and a wider term.
func term(s *field.Schema, vocabulary string) {
	s.Text("id", field.Literal).As(ID)
	s.Text("naam", field.Literal).As(Label)
	s.Texts("medisch").As(Medical)
	s.Texts("ook_genoemd").As(AlsoKnown)
	s.Texts("zoekwoorden").As(SearchWords)
	s.Term("breder", vocabulary).As(Broader)
	s.Terms("bij", ConditionTerms).As(Treated)
	s.Term("groep", GroupTerms).As(Group)
	s.Texts("icpc", field.Codes).As(ICPC)
	s.Texts("icd10", field.Codes).As(ICD10)
	s.Texts("snomed", field.Codes).As(SNOMED)
	s.Texts("valt_onder", field.Codes).As(FallsUnder)
	s.Prose("uitleg").As(Explanation)
	s.Terms("rollen", "organisatierollen").As(Roles)
	s.Prose("gebied").As(Area)
	s.Term("trekker", OrganisationTerms) // the organisation that leads a programme line
	s.Link("link")
}

// New is an empty term, which is not in the vocabulary yet.
func (v *Vocabulary) New() *Term { return &Term{Record: field.NewRecord(v.schema)} }

// Add puts a term in the vocabulary; false when its id is taken.
func (v *Vocabulary) Add(t *Term) bool {
	v.Terms = append(v.Terms, t)
	if v.byID[t.ID()] != nil {
		return false
	}
	v.byID[t.ID()] = t
	return true
}

// Get gives the term with this id, or nil.
func (v *Vocabulary) Get(id string) *Term { return v.byID[id] }

// IDs are the ids of all terms.
func (v *Vocabulary) IDs() []string {
	ids := make([]string, len(v.Terms))
	for i, t := range v.Terms {
		ids[i] = t.ID()
	}
	return ids
}

// A Term is one concept of a vocabulary.
type Term struct{ field.Record }

// ID is the term's name in its vocabulary, and in addresses.
func (t *Term) ID() string { return ID.Of(t).Text }

// Label is the preferred name.
func (t *Term) Label() string { return Label.Of(t).Text }

// Names are all names of the term: the label, the medical ones, the others.
func (t *Term) Names() []string {
	return slices.Concat([]string{t.Label()}, Medical.Of(t).Strings(), AlsoKnown.Of(t).Strings())
}

var ambiguousSchema = field.NewSchema(func(s *field.Schema) {
	s.Text("woord", field.Literal).As(Word)
	s.Terms("aandoeningen", ConditionTerms).As(Conditions)
	s.Terms("behandelingen", TreatmentTerms).As(Treatments)
	s.Term("alleen_hoofdletters", "antwoorden").As(CapsOnly)
	s.Prose("uitleg").As(Explanation)
})

// Meanings are the fields of a word that name what it may stand for, each with terms of
// one vocabulary.
func Meanings(word *field.Record) []field.Field {
	var all []field.Field
	for _, role := range []field.Role[field.List]{Conditions, Treatments} {
		if f, ok := role.Field(word); ok {
			all = append(all, f)
		}
	}
	return all
}

// NewAmbiguous is an empty record of a word that means more than one thing: all
// meanings are offered.
func NewAmbiguous() *field.Record {
	r := field.NewRecord(ambiguousSchema)
	return &r
}
