package catalogue

import "kaartenbak/generator/field"

// A PracticeExample is what organisations did, what came of it, and what others
// can learn from it.
type PracticeExample struct {
	Common

	Partners    field.Groups[Partner]
	Sectors     field.List
	Regions     field.List
	RegionNote  field.Text
	Setting     field.Text
	Period      field.Group[Period]
	Stage       field.Text
	Conditions  field.List
	Instruments field.List
	Themes      field.List
	Professions field.List
	Audiences   field.List

	Reason   field.Text
	Aids     field.List
	Toolkits field.List

	Results     field.Groups[Result]
	Impressions field.List
	Lessons     field.List
	NotWorked   field.List
	DoNotCopy   field.List

	Needed      field.Group[Needed]
	Funding     field.Text
	Contracting field.Text
	Contact     field.Group[Contact]
}

// Fields implements [field.Data].
func (p *PracticeExample) Fields(s *field.Set) {
	p.head(s)
	s.Section("wie-en-waar")
	s.Groups("organisaties", &p.Partners, field.Required, field.Weight(3))
	s.Terms("sectoren", &p.Sectors, "sectoren", field.Required, field.Facet, field.Weight(1))
	s.Terms("regios", &p.Regions, "regios", field.Required, field.Facet, field.Weight(2))
	s.Prose("regio_toelichting", &p.RegionNote, field.Weight(1), field.NoteOf("regios"))
	s.Prose("setting", &p.Setting, field.Weight(1))
	s.Group("periode", &p.Period, field.Required)
	s.Term("fase", &p.Stage, "fasen", field.Required, field.Facet)
	s.Section("waarover")
	s.Terms("aandoeningen", &p.Conditions, "aandoeningen", field.Required, field.Facet, field.Weight(7))
	s.Terms("instrumenten", &p.Instruments, "instrumenttypen", field.Facet, field.Weight(3))
	s.Terms("themas", &p.Themes, "themas", field.Required, field.Facet, field.Weight(3))
	s.Terms("beroepen", &p.Professions, "beroepen", field.Facet, field.Weight(1))
	s.Terms("doelgroepen", &p.Audiences, "doelgroepen", field.Facet, field.Weight(1))
	s.Prose("aanleiding", &p.Reason, field.Weight(1))
	s.Refs("keuzehulpen", &p.Aids, "keuzehulpen")
	s.Refs("toolkits", &p.Toolkits, "toolkits")
	s.Section("opbrengst")
	s.Groups("resultaten", &p.Results, field.Required, field.Weight(2))
	s.Texts("indrukken", &p.Impressions, field.Weight(1))
	s.Texts("lessen", &p.Lessons, field.Required, field.Weight(2))
	s.Texts("werkte_niet", &p.NotWorked, field.Weight(1))
	s.Texts("niet_zomaar_overnemen", &p.DoNotCopy, field.Weight(1))
	s.Section("nodig")
	s.Group("nodig", &p.Needed)
	s.Prose("financiering", &p.Funding, field.Weight(1))
	s.Prose("contractering", &p.Contracting, field.Weight(1))
	s.Group("contact", &p.Contact)
	p.foot(s)
}

// A Partner is an organisation that took part. One that is not in the
// vocabulary has a name only.
type Partner struct{ Organisation, Name, Role field.Text }

// Fields implements [field.Data].
func (p *Partner) Fields(s *field.Set) {
	s.Term("organisatie", &p.Organisation, "organisaties")
	s.Text("naam", &p.Name)
	s.Term("rol", &p.Role, "deelnamerollen")
}

// A Period is when something ran.
type Period struct{ From, To field.Date }

// Fields implements [field.Data].
func (p *Period) Fields(s *field.Set) {
	s.Date("van", &p.From)
	s.Date("tot", &p.To)
}

// A Result is something that was measured; what people thought of it is an
// impression.
type Result struct{ Outcome, Measured field.Text }

// Fields implements [field.Data].
func (r *Result) Fields(s *field.Set) {
	s.Prose("uitkomst", &r.Outcome, field.Required)
	s.Prose("meting", &r.Measured)
}

// Needed is what an example takes.
type Needed struct{ Time, Money, People field.Text }

// Fields implements [field.Data].
func (n *Needed) Fields(s *field.Set) {
	s.Prose("tijd", &n.Time)
	s.Prose("geld", &n.Money)
	s.Prose("mensen", &n.People)
}

// A Contact is an organisation and a function in it; never a person.
type Contact struct{ Organisation, Name, Function, Link field.Text }

// Fields implements [field.Data].
func (c *Contact) Fields(s *field.Set) {
	s.Term("organisatie", &c.Organisation, "organisaties")
	s.Text("naam", &c.Name)
	s.Text("functie", &c.Function)
	s.Link("link", &c.Link)
}
