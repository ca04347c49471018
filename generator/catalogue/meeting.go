package catalogue

import (
	"time"

	"kaartenbak/generator/field"
)

// Meetings are what people come together for.
var Meetings = newCollection("bijeenkomsten", "bijeenkomst", func(c *Collection, s *field.Schema) {
	head(s)
	s.Section("wanneer-en-waar")
	s.Date("datum", field.Required, field.PastWhere("status", Held), field.Card(1), field.First(1), field.Patient(2)).As(Date)
	s.Clock("begin", field.Apart).As(Begin)
	s.Clock("eind", field.Apart).As(End)
	s.Term("status", "bijeenkomststatus", field.Required, field.Facet("status"), field.Card(3)).As(Status)
	s.Text("plaats", field.Told, field.Weight(2), field.First(2), field.Patient(3)).As(Place)
	s.Terms("regios", "regios", field.Required, field.Facet("regio"), field.Weight(2), field.Card(2), field.First(3))
	s.Prose("regio_toelichting", field.Weight(1), field.NoteOf("regios"))
	s.Section("voor-wie")
	s.Prose("doelgroep", field.Required, field.Weight(2), field.ForWhom(1), field.Icon("ja"), field.Patient(1)).As(Audience)
	s.Term("alleen_leden", "antwoorden")
	s.Link("aanmelden").As(SignUp)
	s.Section("waarover")
	s.Terms("organisatoren", "organisaties", field.Required, field.Weight(3), field.First(4))
	s.Ref("onderdeel_van", "praktijkvoorbeelden", field.First(5))
	s.Terms("themas", "themas", field.Facet("thema"), field.Weight(2)).As(Themes)
	s.Terms("aandoeningen", "aandoeningen", field.Facet("aandoening"), field.Weight(4)).As(Conditions)
	s.Terms("beroepen", "beroepen", field.Facet("beroep"), field.Weight(1))
	s.Link("verslag")
	s.Prose("verslag_toelichting", field.NoteOf("verslag"))
	c.foot(s)
})

// The status of a meeting, as content/begrippen/bijeenkomststatus.yaml has it.
const (
	Planned   = "gepland"
	Held      = "gehouden"
	Cancelled = "geannuleerd"
	Dropped   = "vervallen"
)

// IsPlanned reports whether the entry is a meeting of which nobody has said that
// it was held, or that it was not.
func (e *Entry) IsPlanned() bool { return e.Collection == Meetings && Status.Of(e).Is(Planned) }

// IsToCome reports whether the entry is a meeting on a day that is not over.
func (e *Entry) IsToCome(today time.Time) bool {
	day := Date.Of(e)
	return e.Collection == Meetings && day.Known() && !day.End().Before(today)
}

// WasPlanned reports whether the entry is a meeting that was planned for a day that
// is over. Whether it was held, is not known.
func (e *Entry) WasPlanned(today time.Time) bool {
	return e.IsPlanned() && Date.Of(e).Known() && !e.IsToCome(today)
}
