package catalogue

import "kaartenbak/generator/field"

// Toolkits are parts that one can download or order, or a training product.
var Toolkits = newCollection("toolkits", "toolkit", func(c *Collection, s *field.Schema) {
	head(s)
	s.Section("inhoud")
	s.Term("toolkitsoort", "toolkitsoorten", field.Facet("toolkitsoort"), field.Weight(2), field.Card(1), field.First(1))
	s.Prose("doel", field.Required, field.Weight(3), field.ForWhom(1))
	s.Prose("doelgroep", field.Required, field.Weight(2), field.ForWhom(2), field.Icon("ja")).As(Audience)
	s.Groups("onderdelen", part, field.Weight(3), field.Apart).As(Parts)
	s.Section("past-bij")
	s.Terms("themas", "themas", field.Required, field.Facet("thema"), field.Weight(3)).As(Themes)
	s.Terms("aandoeningen", "aandoeningen", field.Facet("aandoening"), field.Weight(5)).As(Conditions)
	s.Terms("beslismomenten", "beslismomenten", field.Facet("beslismoment"), field.Weight(1)).As(Moments)
	s.Terms("instrumenten", "instrumenttypen", field.Facet("instrument"), field.Weight(2)).As(Instruments)
	s.Terms("beroepen", "beroepen", field.Facet("beroep"), field.Weight(1))
	s.Terms("sectoren", "sectoren", field.Facet("sector"), field.Weight(1))
	s.Refs("keuzehulpen", "keuzehulpen")
	s.Section("gebruiken")
	s.Link("link", field.Required, field.Apart, field.Card(2), field.Compare(2)).As(Link)
	s.Term("link_soort", "linksoorten").As(LinkKind)
	s.Term("toegang", "toegang", field.Facet("toegang"), field.Direct("open")).As(Access)
	s.Term("kosten", "kosten", field.Required, field.Facet("kosten"), field.Direct("gratis"), field.First(2), field.Patient(1))
	s.Prose("kosten_toelichting", field.NoteOf("kosten"))
	s.Term("licentie", "licenties")
	s.Terms("talen", "talen", field.Required, field.Facet("taal"), field.Direct("nl"), field.Usual("nl"), field.Card(3)).As(Languages)
	s.Term("taalniveau", "taalniveaus", field.Facet("taalniveau"))
	s.Section("makers")
	s.Terms("makers", "organisaties", field.Required, field.Weight(3), field.Card(4), field.First(3), field.Patient(2))
	s.Text("makers_toelichting", field.Weight(2), field.NoteOf("makers"))
	s.Terms("steun", "organisaties", field.Weight(1))
	s.Prose("financiering")
	s.Section("kwaliteit")
	s.Term("status", "status", field.Required, field.Facet("status"), field.First(4)).As(Status)
	s.Prose("status_toelichting", field.NoteOf("status"))
	s.Date("uitgebracht", field.Past).As(Released)
	s.Date("herzien", field.Past, field.NotUntil("uitgebracht")).As(Revised)
	c.foot(s)
})

// part is one thing in a toolkit.
func part(s *field.Schema) {
	s.Text("titel", field.Required).As(Title)
	s.Term("soort", "onderdeelsoorten").As(PartKind)
	s.Link("link").As(Link)
	s.Term("taal", "talen").As(Language)
	s.Prose("uitleg").As(Explanation)
}
