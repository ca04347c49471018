package catalogue

import "kaartenbak/generator/field"

// A Meeting is something that people come together for.
type Meeting struct {
	Common

	Date        field.Date
	From, To    field.Text
	Status      field.Text
	Organisers  field.List
	PartOf      field.Text
	Place       field.Text
	Regions     field.List
	RegionNote  field.Text
	Audience    field.Text
	MembersOnly field.Text
	SignUp      field.Text
	Report      field.Text
	ReportNote  field.Text
	Themes      field.List
	Conditions  field.List
	Professions field.List
}

// Fields implements [field.Data].
func (m *Meeting) Fields(s *field.Set) {
	m.head(s)
	s.Section("wanneer-en-waar")
	s.Date("datum", &m.Date, field.Required)
	s.Clock("begin", &m.From)
	s.Clock("eind", &m.To)
	s.Term("status", &m.Status, "bijeenkomststatus", field.Required, field.Facet)
	s.Text("plaats", &m.Place, field.Weight(2))
	s.Terms("regios", &m.Regions, "regios", field.Required, field.Facet, field.Weight(2))
	s.Prose("regio_toelichting", &m.RegionNote, field.Weight(1), field.NoteOf("regios"))
	s.Section("voor-wie")
	s.Prose("doelgroep", &m.Audience, field.Required, field.Weight(2))
	s.Term("alleen_leden", &m.MembersOnly, "antwoorden")
	s.Link("aanmelden", &m.SignUp)
	s.Section("waarover")
	s.Terms("organisatoren", &m.Organisers, "organisaties", field.Required, field.Weight(3))
	s.Ref("onderdeel_van", &m.PartOf, "praktijkvoorbeelden")
	s.Terms("themas", &m.Themes, "themas", field.Facet, field.Weight(2))
	s.Terms("aandoeningen", &m.Conditions, "aandoeningen", field.Facet, field.Weight(4))
	s.Terms("beroepen", &m.Professions, "beroepen", field.Facet, field.Weight(1))
	s.Link("verslag", &m.Report)
	s.Prose("verslag_toelichting", &m.ReportNote, field.NoteOf("verslag"))
	m.foot(s)
}
