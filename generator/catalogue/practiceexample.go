package catalogue

import "kaartenbak/generator/field"

// PracticeExamples are what organisations did, what came of it, and what others
// can learn from it.
var PracticeExamples = newCollection("praktijkvoorbeelden", "praktijkvoorbeeld", func(c *Collection, s *field.Schema) {
	head(s)
	s.Section("wie-en-waar")
	s.Groups("organisaties", partner, field.Required, field.Weight(3), field.Card(1), field.First(1), field.Patient(1), field.OnOneLine).As(Partners)
	s.Terms("sectoren", "sectoren", field.Required, field.Facet("sector"), field.Weight(1), field.First(2))
	s.Terms("regios", "regios", field.Required, field.Facet("regio"), field.Weight(2), field.Card(2), field.First(3))
	s.Prose("regio_toelichting", field.Weight(1), field.NoteOf("regios"))
	s.Prose("setting", field.Weight(1))
	s.Group("periode", period, field.Required, field.First(4))
	s.Term("fase", "fasen", field.Required, field.Facet("fase"), field.Card(3), field.First(5))
	s.Section("waarover")
	s.Terms("aandoeningen", "aandoeningen", field.Required, field.Facet("aandoening"), field.Weight(7), field.First(6), field.Patient(2)).As(Conditions)
	s.Terms("behandelingen", TreatmentTerms, field.Facet("behandeling"), field.Weight(6)).As(Treatments)
	s.Terms("instrumenten", "instrumenttypen", field.Facet("instrument"), field.Weight(3)).As(Instruments)
	s.Terms("themas", "themas", field.Required, field.Facet("thema"), field.Weight(3)).As(Themes)
	s.Terms("beroepen", "beroepen", field.Facet("beroep"), field.Weight(1))
	s.Terms("doelgroepen", "doelgroepen", field.Facet("doelgroep"), field.Weight(1))
	s.Prose("aanleiding", field.Weight(1))
	s.Refs("keuzehulpen", "keuzehulpen")
	s.Refs("toolkits", "toolkits")
	s.Section("opbrengst")
	s.Texts("verwacht", field.Weight(1))
	s.Texts("eerder_onderzoek", field.Weight(1))
	s.Groups("resultaten", result, field.Required, field.Weight(2), field.Apart, field.InBoxes).As(Results)
	s.Texts("indrukken", field.Weight(1))
	s.Texts("lessen", field.Required, field.Weight(2))
	s.Texts("werkte_niet", field.Weight(1))
	s.Texts("niet_zomaar_overnemen", field.Weight(1))
	s.Groups("overgenomen_door", adoption, field.Weight(1)).As(Adoptions)
	s.Section("nodig")
	s.Group("nodig", needed)
	s.Prose("financiering", field.Weight(1))
	s.Prose("contractering", field.Weight(1))
	s.Group("contact", contact).As(ContactOf)
	c.foot(s)
})

// partner is an organisation that took part. One that is not in the vocabulary
// has a name only.
func partner(s *field.Schema) {
	s.Term("organisatie", "organisaties").As(Organisation)
	s.Text("naam").As(Name)
	s.Term("rol", "deelnamerollen")
}

// period is when something ran.
func period(s *field.Schema) {
	s.Date("van", field.Past).As(From)
	s.Date("tot", field.PastWhere("fase", "afgerond", "gestopt"), field.NotUntil("van")).As(To)
}

// result is something that was measured; what people thought of it is an
// impression.
func result(s *field.Schema) {
	s.Prose("uitkomst", field.Required)
	s.Prose("meting")
}

// needed is what an example takes.
func needed(s *field.Schema) {
	s.Prose("tijd")
	s.Prose("geld")
	s.Prose("mensen")
}

// contact is an organisation and a function in it; never a person.
func contact(s *field.Schema) {
	s.Term("organisatie", "organisaties")
	s.Text("naam")
	s.Text("functie")
	s.Link("link")
}
