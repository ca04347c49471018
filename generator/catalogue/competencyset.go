package catalogue

import "kaartenbak/generator/field"

// CompetencySets are what a profession has to be able to do to decide together,
// and how far each training already teaches it.
var CompetencySets = newCollection("competentiesets", "competentieset", func(c *Collection, s *field.Schema) {
	head(s)
	s.Section("voor-wie")
	s.Terms("beroepen", "beroepen", field.Required, field.Facet("beroep"), field.Weight(3), field.Card(1), field.First(1))
	s.Prose("beroepen_toelichting", field.Weight(1), field.NoteOf("beroepen"))
	s.Terms("sectoren", "sectoren", field.Facet("sector"), field.Weight(1))
	s.Terms("themas", "themas", field.Facet("thema"), field.Weight(2)).As(Themes)
	s.Section("inhoud")
	s.Prose("opbouw", field.Weight(1))
	s.Groups("competenties", competency, field.Required, field.Weight(3), field.Apart).As(Competencies)
	s.Prose("kanttekening")
	s.Section("gebruiken")
	s.Link("link", field.Required, field.Apart, field.Compare(2)).As(Link)
	s.Section("makers")
	s.Terms("makers", "organisaties", field.Required, field.Weight(3), field.Card(2), field.First(2), field.Patient(1))
	s.Text("makers_toelichting", field.Weight(2), field.NoteOf("makers"))
	s.Prose("financiering")
	s.Section("kwaliteit")
	s.Term("status", "status", field.Required, field.Facet("status"), field.First(3)).As(Status)
	s.Prose("status_toelichting", field.NoteOf("status"))
	s.Date("uitgebracht", field.Past, field.First(4)).As(Released)
	s.Date("herzien", field.Past, field.NotUntil("uitgebracht")).As(Revised)
	s.Prose("bewijs", field.Weight(1))
	c.foot(s)
})

// competency belongs to a step of shared decision making or to a CanMEDS role. Of
// some only the role is known. A set with an arrangement of its own has groups.
func competency(s *field.Schema) {
	s.Prose("naam", field.Required).As(Name)
	s.Term("stap", "stappen").As(Step)
	s.Term("rol", "canmeds").As(CanMEDS)
	s.Text("groep").As(Group)
	s.Texts("gedrag").As(Behaviours)
	s.Marks("dekking", "opleidingen", "dekking").As(Coverage)
}
