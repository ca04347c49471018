package catalogue

import "kaartenbak/generator/field"

// News is the state of affairs at a date.
type News struct {
	Common

	Date          field.Date
	Line          field.Text
	Themes        field.List
	Conditions    field.List
	Organisations field.List
	About         field.List
}

// Fields implements [field.Data].
func (n *News) Fields(s *field.Set) {
	n.head(s)
	s.Section("waarover")
	s.Date("datum", &n.Date, field.Required)
	s.Term("programmalijn", &n.Line, "programmalijnen", field.Weight(1))
	s.Terms("themas", &n.Themes, "themas", field.Facet, field.Weight(3))
	s.Terms("aandoeningen", &n.Conditions, "aandoeningen", field.Facet, field.Weight(4))
	s.Terms("organisaties", &n.Organisations, "organisaties", field.Weight(2))
	s.Refs("over", &n.About, "")
	n.foot(s)
}
