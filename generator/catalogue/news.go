package catalogue

import (
	"time"

	"kaartenbak/generator/field"
)

// News is the state of affairs at a date.
var News = newCollection("nieuws", "nieuwsbericht", func(c *Collection, s *field.Schema) {
	head(s)
	s.Section("waarover")
	s.Date("datum", field.Required, field.Card(1), field.First(1), field.Patient(2)).As(Date)
	s.Term("programmalijn", "programmalijnen", field.Weight(1), field.First(2))
	s.Terms("themas", "themas", field.Facet("thema"), field.Weight(3), field.Card(2), field.First(3)).As(Themes)
	s.Terms("aandoeningen", "aandoeningen", field.Facet("aandoening"), field.Weight(4)).As(Conditions)
	s.Terms("organisaties", "organisaties", field.Weight(2), field.First(4), field.Patient(1))
	s.Refs("over", "")
	c.foot(s)
})

// Appears is the day from which the entry is on the site: for news the first day
// that its date may be, so that it can be written before that. All else is there at
// once, which is the zero time.
func (e *Entry) Appears() time.Time {
	if e.Collection != News {
		return time.Time{}
	}
	date := Date.Of(e)
	if !date.Known() {
		return time.Time{}
	}
	return date.Start()
}
