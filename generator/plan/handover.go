package plan

import (
	"net/url"
	"strings"

	"kaartenbak/generator/catalogue"
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

func (p *Planner) handover(e *catalogue.Entry, v *EntryView) *Handover {
	h := &Handover{}
	page := ""
	if p.base != "" {
		page = p.base + e.URL()
		h.Address = page
	}
	if v.Open != nil && catalogue.Access.Of(e).Is(openAccess) && !e.IsAside() && !e.IsWithdrawn() {
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
	if audience := catalogue.Audience.Of(e); audience.Known() {
		label := p.texts.Label(v.Kind, catalogue.Audience.In(e.Schema()).Key)
		lines = append(lines, label+" "+strings.Join(audience.Paragraphs(), " "), "")
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
