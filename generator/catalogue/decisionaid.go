package catalogue

import (
	"time"

	"kaartenbak/generator/field"
)

// A DecisionAid helps patients and care professionals to make a decision
// together: keuzehulp, keuzekaart, consultkaart.
type DecisionAid struct {
	Common

	Decision    field.Text
	Options     field.Groups[Option]
	Conditions  field.List
	Instruments field.List
	Themes      field.List
	Moments     field.List
	Phases      field.List
	IsBundle    field.Text
	Variants    field.List

	Audience    field.Text
	Audiences   field.List
	NotFor      field.Text
	Professions field.List
	Specialisms field.List
	Sectors     field.List
	Countries   field.List
	Regions     field.List

	Link          field.Text
	Access        field.Text
	AccessNote    field.Text
	Cost          field.Text
	CostNote      field.Text
	Licence       field.Text
	LicenceNote   field.Text
	Privacy       field.Text
	Training      field.Text
	TrainingNote  field.Text
	Languages     field.List
	LanguageLevel field.Text
	Forms         field.List
	FormNote      field.Text
	Minutes       field.Number

	Makers      field.List
	MakersNote  field.Text
	Backers     field.List
	BackersNote field.Text
	Funding     field.Text
	Interests   field.Text

	Status       field.Text
	Released     field.Date
	Revised      field.Date
	UpdatePolicy field.Text
	Guideline    field.Group[Guideline]
	IPDAS        field.Marks
	CE           field.Text
	CENote       field.Text
	Evidence     field.Text
	Users        field.List
	UsersNote    field.Text
	Codes        field.Group[Codes]
}

// Fields implements [field.Data].
func (d *DecisionAid) Fields(s *field.Set) {
	d.head(s)
	s.Section("keuze")
	s.Text("beslissing", &d.Decision, field.Required, field.Weight(6))
	s.Groups("opties", &d.Options, field.Weight(3))
	s.Terms("aandoeningen", &d.Conditions, "aandoeningen", field.Required, field.Facet, field.Weight(7))
	s.Terms("instrumenten", &d.Instruments, "instrumenttypen", field.Required, field.Facet, field.Weight(3))
	s.Terms("themas", &d.Themes, "themas", field.Facet, field.Weight(2))
	s.Terms("beslismomenten", &d.Moments, "beslismomenten", field.Facet, field.Weight(2))
	s.Terms("behandelfasen", &d.Phases, "behandelfasen", field.Weight(1))
	s.Term("verzameling", &d.IsBundle, "antwoorden")
	s.Texts("varianten", &d.Variants, field.Weight(2))
	s.Section("voor-wie")
	s.Prose("doelgroep", &d.Audience, field.Required, field.Weight(3))
	s.Terms("doelgroepen", &d.Audiences, "doelgroepen", field.Facet, field.Weight(1))
	s.Prose("niet_voor", &d.NotFor, field.Required)
	s.Terms("beroepen", &d.Professions, "beroepen", field.Facet, field.Weight(1))
	s.Terms("specialismen", &d.Specialisms, "specialismen", field.Facet, field.Weight(1))
	s.Terms("sectoren", &d.Sectors, "sectoren", field.Facet, field.Weight(1))
	s.Terms("landen", &d.Countries, "landen")
	s.Terms("regios", &d.Regions, "regios", field.Facet, field.Weight(1))
	s.Section("gebruiken")
	s.Link("link", &d.Link, field.Required)
	s.Term("toegang", &d.Access, "toegang", field.Required, field.Facet)
	s.Prose("toegang_toelichting", &d.AccessNote, field.NoteOf("toegang"))
	s.Term("kosten", &d.Cost, "kosten", field.Required, field.Facet)
	s.Prose("kosten_toelichting", &d.CostNote, field.NoteOf("kosten"))
	s.Term("licentie", &d.Licence, "licenties")
	s.Prose("licentie_toelichting", &d.LicenceNote, field.NoteOf("licentie"))
	s.Prose("privacy", &d.Privacy)
	s.Term("training_nodig", &d.Training, "antwoorden")
	s.Prose("training_toelichting", &d.TrainingNote, field.NoteOf("training_nodig"))
	s.Terms("talen", &d.Languages, "talen", field.Required, field.Facet)
	s.Term("taalniveau", &d.LanguageLevel, "taalniveaus", field.Facet)
	s.Terms("vormen", &d.Forms, "vormen", field.Weight(1))
	s.Prose("vorm_toelichting", &d.FormNote, field.Weight(1), field.NoteOf("vormen"))
	s.Number("minuten", &d.Minutes)
	s.Section("makers")
	s.Terms("makers", &d.Makers, "organisaties", field.Required, field.Weight(3))
	s.Text("makers_toelichting", &d.MakersNote, field.Weight(2), field.NoteOf("makers"))
	s.Terms("steun", &d.Backers, "organisaties", field.Weight(1))
	s.Text("steun_toelichting", &d.BackersNote, field.NoteOf("steun"))
	s.Prose("financiering", &d.Funding, field.Required)
	s.Prose("belangen", &d.Interests)
	s.Section("kwaliteit")
	s.Term("status", &d.Status, "status", field.Required, field.Facet)
	s.Date("uitgebracht", &d.Released)
	s.Date("herzien", &d.Revised)
	s.Prose("bijwerken", &d.UpdatePolicy, field.Required)
	s.Group("richtlijn", &d.Guideline)
	s.Marks("ipdas", &d.IPDAS, "ipdas", "antwoorden")
	s.Term("ce_markering", &d.CE, "antwoorden")
	s.Prose("ce_toelichting", &d.CENote, field.NoteOf("ce_markering"))
	s.Prose("bewijs", &d.Evidence, field.Weight(1))
	s.Terms("gebruikt_door", &d.Users, "organisaties", field.Weight(1))
	s.Prose("gebruik_toelichting", &d.UsersNote, field.NoteOf("gebruikt_door"))
	s.Group("codes", &d.Codes, field.Weight(2))
	d.foot(s)
}

// Freshness implements the rule of five years for aids.
func (d *DecisionAid) Freshness(today time.Time) Freshness {
	return freshness(today, d.Checked, d.Released, d.Revised)
}

// An Option is one of the things that can be chosen; doing nothing is one too.
type Option struct {
	Name        field.Text
	Explanation field.Text
	Nothing     field.Text // "ja" for waiting, or not treating
	Pros, Cons  field.List
}

// Fields implements [field.Data].
func (o *Option) Fields(s *field.Set) {
	s.Text("naam", &o.Name, field.Required)
	s.Prose("uitleg", &o.Explanation)
	s.Term("niets_doen", &o.Nothing, "antwoorden")
	s.Texts("voordelen", &o.Pros)
	s.Texts("nadelen", &o.Cons)
}

// A Guideline is the guideline that an aid follows.
type Guideline struct{ Title, Version, Link field.Text }

// Fields implements [field.Data].
func (g *Guideline) Fields(s *field.Set) {
	s.Text("titel", &g.Title, field.Required)
	s.Text("versie", &g.Version)
	s.Link("link", &g.Link)
}

// Codes are the codes of the conditions in the classifications of care records.
type Codes struct{ ICPC, ICD10, SnomedCT field.List }

// Fields implements [field.Data].
func (c *Codes) Fields(s *field.Set) {
	s.Texts("icpc", &c.ICPC)
	s.Texts("icd10", &c.ICD10)
	s.Texts("snomed", &c.SnomedCT)
}
