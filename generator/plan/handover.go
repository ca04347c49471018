package plan

import (
	"net/url"
	"strings"

	"kaartenbak/generator/catalogue"
	"kaartenbak/generator/qr"
)

// A Handover is what a visitor can give to somebody else.
type Handover struct {
	Address  string       // of the thing itself where a patient can open it, else of our page; "" where neither is known
	Itself   bool         // Address is that of the thing itself
	Unopened bool         // and no check has seen it answer
	QR       *qr.Code     // of Address
	Mail     string       // a mailto address with a short text, or ""
	Record   string       // a line for the patient's record, without its day; "" where nothing is handed over
	Sheet    *PatientCard // on paper; nil for what no patient is to have
}

// A PatientCard is what a patient takes home, on paper of A6: in plain words, and
// without what is not known.
type PatientCard struct {
	Kind, Label, Title string
	Text               string // the decision, or else the summary
	Warnings           []string
	Ends, Past         string // of a meeting that is to come: its last day, and what holds after it; else ""
	Facts              []Fact
	Access             string // what one needs to open the address, or ""
	Code               bool   // the care professional gives a code, which is written here
	Address            string // what is handed over
	Page               string // our page, where Address is another; or ""
}

// handover is what can be given of an entry. Of what is withdrawn or put aside only
// our page, which says so.
func (p *Planner) handover(e *catalogue.Entry, v *EntryView) *Handover {
	h := &Handover{}
	page := ""
	if p.base != "" {
		page = p.base + e.URL()
		h.Address = page
	}
	opening := e.Opening()
	if opening == catalogue.Gone {
		return h
	}
	if opening == catalogue.Direct || opening == catalogue.AtMaker {
		h.Address, h.Itself = catalogue.Link.Of(e).Text, true
		h.Unopened = !p.cat.Answered[h.Address]
	}
	h.Sheet = p.patientCard(e, v)
	h.Sheet.Address = h.Address
	if h.Itself {
		h.Sheet.Page = page
	}
	if h.Address == "" {
		return h
	}
	if code, err := qr.Draw(h.Address); err == nil { // an address that is too long has no code
		h.QR = code
	}
	if opening != catalogue.NoThing {
		h.Record = p.texts.T("geef-mee.dossier", v.Label, v.Title, h.Address)
	}
	lines := []string{v.Label + ": " + v.Title, ""}
	if v.Decision != "" {
		lines = append(lines, v.Decision, "")
	}
	if h.Itself {
		lines = append(lines, p.texts.T("open."+v.Kind)+":", h.Address, "")
	}
	if access := h.Sheet.Access; access != "" {
		lines = append(lines, access, "")
	}
	if page != "" {
		lines = append(lines, p.texts.T("geef-mee.meer"), page, "")
	}
	h.Mail = mailto(v.Title, strings.TrimSpace(strings.Join(lines, "\n")))
	return h
}

func (p *Planner) patientCard(e *catalogue.Entry, v *EntryView) *PatientCard {
	card := &PatientCard{Kind: v.Kind, Label: v.Label, Title: v.Title, Text: v.Decision, Ends: v.Ends}
	if card.Text == "" {
		card.Text = v.Summary
	}
	if v.Past != nil {
		card.Past = v.Past.Text
	}
	for _, n := range v.Notices {
		switch {
		case e.Collection == catalogue.Meetings:
			card.Warnings = append(card.Warnings, n.Text)
		case n.Kind == noticeStale, n.Kind == noticeOld:
			card.Warnings = append(card.Warnings, p.texts.T("patient."+n.Kind, e.Latest().Year))
		case n.Kind == noticePrototype:
			card.Warnings = append(card.Warnings, p.texts.T("patient."+n.Kind))
		}
	}
	notes := notesOf(e)
	for _, d := range e.Schema().Patient {
		if fact, ok := p.fact(e, d, notes); ok {
			card.Facts = append(card.Facts, fact)
		}
	}
	switch opening := e.Opening(); {
	case opening == catalogue.Restricted && e.CodeFromProfessional():
		card.Access, card.Code = p.texts.T("patient.code"), true
	case opening == catalogue.Restricted && e.NeedsCode():
		card.Access = p.texts.T("patient.account")
	case opening == catalogue.AtMaker:
		card.Access = p.texts.T("patient.misschien-inlog")
	case opening == catalogue.Listed:
		card.Access = p.texts.T("patient.lijst", site(catalogue.Link.Of(e).Text))
	}
	return card
}

// mailto is an address that opens a new mail to nobody yet (RFC 6068).
func mailto(subject, body string) string { return "mailto:" + mailQuery(subject, body) }

// mailQuery is the part of such an address with the subject and the text.
func mailQuery(subject, body string) string {
	escape := func(s string) string {
		return strings.ReplaceAll(url.QueryEscape(strings.ReplaceAll(s, "\n", "\r\n")), "+", "%20")
	}
	return "?subject=" + escape(subject) + "&body=" + escape(body)
}
