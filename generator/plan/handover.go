package plan

import (
	"net/url"
	"slices"
	"strings"

	"kaartenbak/generator/catalogue"
	"kaartenbak/generator/field"
	"kaartenbak/generator/qr"
)

// A Handover is what a visitor can give to somebody else.
type Handover struct {
	Address string   // of the aid itself where anyone may open it, else of our page; "" where neither is known
	Itself  bool     // Address is that of the aid itself
	QR      *qr.Code // of Address
	Mail    string   // a mailto address with a short text, or ""
}

// openAccess is the access of what anyone can open at once.
const openAccess = "open"

func (p *Planner) handover(e catalogue.Entry, v *EntryView) *Handover {
	base, fields := e.Base(), field.Of(e)
	h := &Handover{}
	page := ""
	if p.base != "" {
		page = p.base + base.URL()
		h.Address = page
	}
	access := field.Find(fields, "toegang")
	if v.Open != nil && access != nil && slices.Contains(termsOf(access), openAccess) && !base.Aside() && !withdrawn(e) {
		h.Address, h.Itself = v.Open.URL, true
	}
	if h.Address == "" {
		return h
	}
	if code, err := qr.Draw(h.Address); err == nil { // an address that is too long has no code
		h.QR = code
	}
	lines := []string{v.Label + ": " + v.Title, ""}
	if v.Decision != "" {
		lines = append(lines, v.Decision, "")
	}
	if f := field.Find(fields, "doelgroep"); f != nil && f.State() == field.Known {
		lines = append(lines, p.texts.Label(v.Kind, "doelgroep")+" "+strings.Join(f.Texts()[0].Paragraphs(), " "), "")
	}
	if h.Itself {
		lines = append(lines, p.texts.T("open."+v.Kind)+":", h.Address, "")
	}
	if page != "" {
		lines = append(lines, p.texts.T("geef-mee.meer"), page, "")
	}
	h.Mail = mailto(v.Title, strings.TrimSpace(strings.Join(lines, "\n")))
	return h
}

// mailto is an address that opens a new mail (RFC 6068).
func mailto(subject, body string) string {
	escape := func(s string) string {
		return strings.ReplaceAll(url.QueryEscape(strings.ReplaceAll(s, "\n", "\r\n")), "+", "%20")
	}
	return "mailto:?subject=" + escape(subject) + "&body=" + escape(body)
}
