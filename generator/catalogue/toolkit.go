package catalogue

import (
	"time"

	"kaartenbak/generator/field"
)

// A Toolkit is parts that one can download or order, or a training product.
type Toolkit struct {
	Common

	Kind        field.Text
	Goal        field.Text
	Audience    field.Text
	Parts       field.Groups[Part]
	Themes      field.List
	Conditions  field.List
	Moments     field.List
	Instruments field.List
	Professions field.List
	Sectors     field.List
	Aids        field.List

	Link          field.Text
	Access        field.Text
	Cost          field.Text
	CostNote      field.Text
	Licence       field.Text
	Languages     field.List
	LanguageLevel field.Text

	Makers     field.List
	MakersNote field.Text
	Backers    field.List
	Funding    field.Text
	Status     field.Text
	StatusNote field.Text
	Released   field.Date
	Revised    field.Date
}

// Fields implements [field.Data].
func (t *Toolkit) Fields(s *field.Set) {
	t.head(s)
	s.Section("inhoud")
	s.Term("toolkitsoort", &t.Kind, "toolkitsoorten", field.Facet, field.Weight(2))
	s.Prose("doel", &t.Goal, field.Required, field.Weight(3))
	s.Prose("doelgroep", &t.Audience, field.Required, field.Weight(2))
	s.Groups("onderdelen", &t.Parts, field.Weight(3))
	s.Section("past-bij")
	s.Terms("themas", &t.Themes, "themas", field.Required, field.Facet, field.Weight(3))
	s.Terms("aandoeningen", &t.Conditions, "aandoeningen", field.Facet, field.Weight(5))
	s.Terms("beslismomenten", &t.Moments, "beslismomenten", field.Facet, field.Weight(1))
	s.Terms("instrumenten", &t.Instruments, "instrumenttypen", field.Facet, field.Weight(2))
	s.Terms("beroepen", &t.Professions, "beroepen", field.Facet, field.Weight(1))
	s.Terms("sectoren", &t.Sectors, "sectoren", field.Facet, field.Weight(1))
	s.Refs("keuzehulpen", &t.Aids, "keuzehulpen")
	s.Section("gebruiken")
	s.Link("link", &t.Link, field.Required)
	s.Term("toegang", &t.Access, "toegang", field.Facet)
	s.Term("kosten", &t.Cost, "kosten", field.Required, field.Facet)
	s.Prose("kosten_toelichting", &t.CostNote, field.NoteOf("kosten"))
	s.Term("licentie", &t.Licence, "licenties")
	s.Terms("talen", &t.Languages, "talen", field.Required, field.Facet)
	s.Term("taalniveau", &t.LanguageLevel, "taalniveaus", field.Facet)
	s.Section("makers")
	s.Terms("makers", &t.Makers, "organisaties", field.Required, field.Weight(3))
	s.Text("makers_toelichting", &t.MakersNote, field.Weight(2), field.NoteOf("makers"))
	s.Terms("steun", &t.Backers, "organisaties", field.Weight(1))
	s.Prose("financiering", &t.Funding)
	s.Section("kwaliteit")
	s.Term("status", &t.Status, "status", field.Required, field.Facet)
	s.Prose("status_toelichting", &t.StatusNote, field.NoteOf("status"))
	s.Date("uitgebracht", &t.Released)
	s.Date("herzien", &t.Revised)
	t.foot(s)
}

// Freshness implements the rule of five years for toolkits.
func (t *Toolkit) Freshness(today time.Time) Freshness {
	return freshness(today, t.Checked, t.Released, t.Revised)
}

// A Part is one thing in a toolkit.
type Part struct{ Title, Kind, Link, Language, Explanation field.Text }

// Fields implements [field.Data].
func (p *Part) Fields(s *field.Set) {
	s.Text("titel", &p.Title, field.Required)
	s.Term("soort", &p.Kind, "onderdeelsoorten")
	s.Link("link", &p.Link)
	s.Term("taal", &p.Language, "talen")
	s.Prose("uitleg", &p.Explanation)
}
