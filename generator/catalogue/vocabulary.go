package catalogue

import "kaartenbak/generator/field"

// A Vocabulary is a list of terms, in the order of its file.
type Vocabulary struct {
	Name  string // of its file in content/begrippen
	File  string
	Terms []*Term

	byID map[string]*Term
}

// Add puts a term in the vocabulary; false when its id is taken.
func (v *Vocabulary) Add(t *Term) bool {
	if v.byID == nil {
		v.byID = map[string]*Term{}
	}
	v.Terms = append(v.Terms, t)
	if v.byID[t.ID.Text] != nil {
		return false
	}
	v.byID[t.ID.Text] = t
	return true
}

// Get gives the term with this id, or nil.
func (v *Vocabulary) Get(id string) *Term { return v.byID[id] }

// IDs are the ids of all terms.
func (v *Vocabulary) IDs() []string {
	ids := make([]string, len(v.Terms))
	for i, t := range v.Terms {
		ids[i] = t.ID.Text
	}
	return ids
}

// A Term is one concept of a vocabulary, after SKOS: a preferred label, true
// synonyms, words that merely lead to it, and a wider term.
type Term struct {
	Vocabulary *Vocabulary

	ID          field.Text
	Label       field.Text
	Medical     field.List // synonyms of care professionals
	AlsoKnown   field.List // other true synonyms, shown
	SearchWords field.List // found at a lower weight, never shown as a name
	Broader     field.Text // the wider term of the same vocabulary
	Group       field.Text
	Explanation field.Text
	Roles       field.List // of an organisation
	Area        field.Text // of a region
	Lead        field.Text // the organisation that leads a programme line
	Link        field.Text
}

// Fields implements [field.Data].
func (t *Term) Fields(s *field.Set) {
	vocabulary := ""
	if t.Vocabulary != nil {
		vocabulary = t.Vocabulary.Name
	}
	s.Text("id", &t.ID, field.Literal)
	s.Text("naam", &t.Label, field.Literal)
	s.Texts("medisch", &t.Medical)
	s.Texts("ook_genoemd", &t.AlsoKnown)
	s.Texts("zoekwoorden", &t.SearchWords)
	s.Term("breder", &t.Broader, vocabulary)
	s.Term("groep", &t.Group, "groepen")
	s.Prose("uitleg", &t.Explanation)
	s.Terms("rollen", &t.Roles, "organisatierollen")
	s.Prose("gebied", &t.Area)
	s.Term("trekker", &t.Lead, "organisaties")
	s.Link("link", &t.Link)
}

// Names are all names of the term: the label, the medical ones, the others.
func (t *Term) Names() []string {
	names := []string{t.Label.Text}
	names = append(names, t.Medical.Strings()...)
	return append(names, t.AlsoKnown.Strings()...)
}

// Ambiguous is a word that means more than one thing: all meanings are offered.
type Ambiguous struct {
	Word        field.Text
	Conditions  field.List
	CapsOnly    field.Text // "ja" where small letters are an everyday word: ALS, als
	Explanation field.Text
}

// Fields implements [field.Data].
func (a *Ambiguous) Fields(s *field.Set) {
	s.Text("woord", &a.Word, field.Literal)
	s.Terms("aandoeningen", &a.Conditions, "aandoeningen", field.Required)
	s.Term("alleen_hoofdletters", &a.CapsOnly, "antwoorden")
	s.Prose("uitleg", &a.Explanation)
}
