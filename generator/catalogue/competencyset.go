package catalogue

import (
	"time"

	"kaartenbak/generator/field"
)

// A CompetencySet is what a profession has to be able to do to decide together,
// and how far each training already teaches it.
type CompetencySet struct {
	Common

	Makers          field.List
	MakersNote      field.Text
	Professions     field.List
	ProfessionsNote field.Text
	Arrangement     field.Text
	Competencies    field.Groups[Competency]
	Caveat          field.Text
	Themes          field.List
	Sectors         field.List

	Link       field.Text
	Status     field.Text
	StatusNote field.Text
	Released   field.Date
	Revised    field.Date
	Evidence   field.Text
	Funding    field.Text
}

// Fields implements [field.Data].
func (c *CompetencySet) Fields(s *field.Set) {
	c.head(s)
	s.Section("voor-wie")
	s.Terms("beroepen", &c.Professions, "beroepen", field.Required, field.Facet, field.Weight(3))
	s.Prose("beroepen_toelichting", &c.ProfessionsNote, field.Weight(1), field.NoteOf("beroepen"))
	s.Terms("sectoren", &c.Sectors, "sectoren", field.Facet, field.Weight(1))
	s.Terms("themas", &c.Themes, "themas", field.Facet, field.Weight(2))
	s.Section("inhoud")
	s.Prose("opbouw", &c.Arrangement, field.Weight(1))
	s.Groups("competenties", &c.Competencies, field.Required, field.Weight(3))
	s.Prose("kanttekening", &c.Caveat)
	s.Section("gebruiken")
	s.Link("link", &c.Link, field.Required)
	s.Section("makers")
	s.Terms("makers", &c.Makers, "organisaties", field.Required, field.Weight(3))
	s.Text("makers_toelichting", &c.MakersNote, field.Weight(2), field.NoteOf("makers"))
	s.Prose("financiering", &c.Funding)
	s.Section("kwaliteit")
	s.Term("status", &c.Status, "status", field.Required, field.Facet)
	s.Prose("status_toelichting", &c.StatusNote, field.NoteOf("status"))
	s.Date("uitgebracht", &c.Released)
	s.Date("herzien", &c.Revised)
	s.Prose("bewijs", &c.Evidence, field.Weight(1))
	c.foot(s)
}

// Freshness implements the rule of five years for competency sets.
func (c *CompetencySet) Freshness(today time.Time) Freshness {
	return freshness(today, c.Checked, c.Released, c.Revised)
}

// A Competency belongs to a step of shared decision making or to a CanMEDS
// role. Of some only the role is known.
type Competency struct {
	Name       field.Text
	Step       field.Text
	Role       field.Text
	Group      field.Text // where the set has an arrangement of its own
	Behaviours field.List
	Coverage   field.Marks
}

// Fields implements [field.Data].
func (c *Competency) Fields(s *field.Set) {
	s.Prose("naam", &c.Name, field.Required)
	s.Term("stap", &c.Step, "stappen")
	s.Term("rol", &c.Role, "canmeds")
	s.Text("groep", &c.Group)
	s.Texts("gedrag", &c.Behaviours)
	s.Marks("dekking", &c.Coverage, "opleidingen", "dekking")
}
