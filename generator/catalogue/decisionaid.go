package catalogue

import "kaartenbak/generator/field"

// DecisionAids help patients and care professionals to make a decision together:
// keuzehulp, keuzekaart, consultkaart.
var DecisionAids = newCollection("keuzehulpen", "keuzehulp", func(c *Collection, s *field.Schema) {
	head(s)
	s.Section("keuze")
	s.Text("beslissing", field.Required, field.Weight(6), field.Apart, field.Compare(5)).As(Decision)
	s.Groups("opties", option, field.Weight(3), field.Apart, field.Compare(6)).As(Options)
	s.Terms("aandoeningen", "aandoeningen", field.Required, field.Facet("aandoening"), field.Weight(7), field.First(1), field.Patient(1)).As(Conditions)
	s.Terms("behandelingen", TreatmentTerms, field.Facet("behandeling"), field.Weight(6)).As(Treatments)
	s.Terms("instrumenten", "instrumenttypen", field.Required, field.Facet("instrument"), field.Weight(3)).As(Instruments)
	s.Terms("themas", "themas", field.Facet("thema"), field.Weight(2)).As(Themes)
	s.Terms("beslismomenten", "beslismomenten", field.Facet("beslismoment"), field.Weight(2)).As(Moments)
	s.Terms("behandelfasen", "behandelfasen", field.Weight(1))
	s.Term("verzameling", "antwoorden")
	s.Texts("varianten", field.Weight(2))
	s.Section("voor-wie")
	s.Prose("doelgroep", field.Required, field.Weight(3), field.ForWhom(1), field.Icon("ja")).As(Audience)
	s.Terms("doelgroepen", "doelgroepen", field.Facet("doelgroep"), field.Weight(1))
	s.Group("leeftijd", ages).As(Ages)
	s.Prose("niet_voor", field.Required, field.ForWhom(2), field.Icon("nee"))
	s.Terms("beroepen", "beroepen", field.Facet("beroep"), field.Weight(1))
	s.Terms("specialismen", "specialismen", field.Facet("specialisme"), field.Weight(1))
	s.Terms("sectoren", "sectoren", field.Facet("sector"), field.Weight(1))
	s.Terms("landen", "landen")
	s.Terms("regios", "regios", field.Facet("regio"), field.Weight(1))
	s.Section("gebruiken")
	s.Link("link", field.Required, field.Apart, field.Card(1), field.Compare(1)).As(Link)
	s.Term("link_soort", "linksoorten").As(LinkKind)
	s.Term("toegang", "toegang", field.Required, field.Facet("toegang"), field.Direct("open"), field.First(2), field.Compare(2)).As(Access)
	s.Prose("toegang_toelichting", field.NoteOf("toegang"))
	s.Term("kosten", "kosten", field.Required, field.Facet("kosten"), field.Direct("gratis"), field.First(3), field.Patient(2))
	s.Prose("kosten_toelichting", field.NoteOf("kosten"))
	s.Term("licentie", "licenties")
	s.Prose("licentie_toelichting", field.NoteOf("licentie"))
	s.Prose("privacy")
	s.Term("training_nodig", "antwoorden")
	s.Prose("training_toelichting", field.NoteOf("training_nodig"))
	s.Terms("talen", "talen", field.Required, field.Facet("taal"), field.Direct("nl"), field.Usual("nl"), field.Card(2), field.First(4)).As(Languages)
	s.Term("taalniveau", "taalniveaus", field.Facet("taalniveau"))
	s.Terms("vormen", "vormen", field.Weight(1))
	s.Prose("vorm_toelichting", field.Weight(1), field.NoteOf("vormen"))
	s.Terms("gebruiksmoment", "gebruiksmomenten", field.Facet("gebruiksmoment"))
	s.Number("minuten")
	s.Section("makers")
	s.Terms("makers", "organisaties", field.Required, field.Weight(3), field.First(6), field.Patient(3))
	s.Text("makers_toelichting", field.Weight(2), field.NoteOf("makers"))
	s.Terms("steun", "organisaties", field.Weight(1))
	s.Text("steun_toelichting", field.NoteOf("steun"))
	s.Prose("financiering", field.Required, field.First(7))
	s.Prose("belangen")
	s.Section("kwaliteit")
	s.Term("status", "status", field.Required, field.Facet("status")).As(Status)
	s.Date("uitgebracht", field.Past, field.Compare(4)).As(Released)
	s.Date("herzien", field.Past, field.NotUntil("uitgebracht"), field.Compare(3)).As(Revised)
	s.Prose("bijwerken", field.Required)
	s.Group("richtlijn", guideline)
	s.Term("kansen", "antwoorden")
	s.Term("patienten_betrokken", "antwoorden")
	s.Groups("verklaringen", statement)
	s.Marks("ipdas", "ipdas", "antwoorden", field.Apart).As(IPDAS)
	s.Term("ce_markering", "antwoorden")
	s.Prose("ce_toelichting", field.NoteOf("ce_markering"))
	s.Prose("bewijs", field.Weight(1))
	s.Terms("gebruikt_door", "organisaties", field.Weight(1))
	s.Prose("gebruik_toelichting", field.NoteOf("gebruikt_door"))
	s.Groups("overgenomen_door", adoption, field.Weight(1)).As(Adoptions)
	c.foot(s, field.First(5))
})

// option is one of the things that can be chosen; doing nothing is one too.
func option(s *field.Schema) {
	s.Text("naam", field.Required).As(Name)
	s.Prose("uitleg").As(Explanation)
	s.Terms("behandelingen", TreatmentTerms).As(Treatments)
	s.Term("niets_doen", "antwoorden").As(Nothing)
	s.Texts("voordelen").As(Pros)
	s.Texts("nadelen").As(Cons)
}

// ages are those of the patients that it is for, in whole years.
func ages(s *field.Schema) {
	s.Number("van").As(Youngest)
	s.Number("tot").As(Oldest)
}

// statement is what a maker declared, or somebody certified, by a framework such as
// IPDAS. It is no rating of this catalogue.
func statement(s *field.Schema) {
	s.Term("soort", "verklaringsoorten", field.Required)
	s.Text("kader", field.Required)
	s.Text("door", field.Required)
	s.Date("datum")
	s.Date("geldig_tot", field.NotUntil("datum")).As(ValidUntil)
	s.Link("link")
}

// adoption is an organisation that took it over, and what it changed. One that is
// not in the vocabulary has a name only.
func adoption(s *field.Schema) {
	s.Term("organisatie", OrganisationTerms).As(Organisation)
	s.Text("naam").As(Name)
	s.Date("datum")
	s.Prose("aanpassingen")
}

// guideline is the guideline that an aid follows.
func guideline(s *field.Schema) {
	s.Text("titel", field.Required)
	s.Text("versie")
	s.Link("link")
}
