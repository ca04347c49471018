package plan

import "kaartenbak/generator/catalogue"

// A Report is how to tell that an address does not work: the address, and a link for
// each thing that one may have seen there.
type Report struct {
	Address string
	Ways    []Link
	Mailed  bool // the links open a mail; else a page of the repository
}

// seenThere are the things that one may see at an address that does not work, as the
// interface texts name them.
var seenThere = []string{"fout", "anders", "inlog"}

// report is nil where there is no address, or nobody to tell.
func (p *Planner) report(e *catalogue.Entry, v *EntryView) *Report {
	if v.Open == nil || !p.CanReceive() {
		return nil
	}
	mail := catalogue.Mail.Of(p.cat.Site)
	report := &Report{Address: v.Open.URL, Mailed: mail.Known()} // for a mail nobody needs an account
	title := p.texts.T("adres-stuk.onderwerp", v.Title)
	for _, seen := range seenThere {
		answer := p.texts.T("adres-stuk." + seen)
		text := p.texts.T("adres-stuk.bericht", e.ID(), v.Open.URL, answer)
		link := Link{Text: answer, URL: p.cat.Forge.Issue(title, text)}
		if report.Mailed {
			link.URL = "mailto:" + mail.Text + mailQuery(title, text)
		}
		report.Ways = append(report.Ways, link)
	}
	return report
}
