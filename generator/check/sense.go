package check

import (
	"net/url"
	"strings"

	"kaartenbak/generator/catalogue"
	"kaartenbak/generator/field"
)

var (
	ruleDateOrder = Rules.Add("datums-volgorde",
		"Wat later komt, heeft een latere datum: herzien na uitgebracht, tot na van. Kijk welke van de twee niet klopt.")
	ruleFutureCheck = Rules.Add("nagekeken-in-de-toekomst",
		"Nagekeken is de dag waarop iemand de kaart heeft nagekeken: vandaag of eerder.")
	ruleTimeOrder = Rules.Add("tijden-volgorde",
		"Een bijeenkomst eindigt na haar begin. Kijk de twee tijden na.")
	rulePartner = Rules.Add("organisatie-of-naam",
		"Een deelnemer is een organisatie uit de begrippenlijst, of heeft een naam. Vul één van de twee in.")
	ruleMirror = Rules.Add("kopie-als-bron",
		"Een bron is het oorspronkelijke stuk. Naar een site die stukken van anderen kopieert, wordt niet verwezen: noem titel, uitgever en datum, en het nummer (DOI of PMC) als dat er is.")
	ruleOneOption = Rules.AddWarning("een-optie",
		"Een keuze heeft ten minste twee mogelijkheden; niets doen is er ook een.")
	ruleTitle = Rules.AddWarning("dubbele-titel",
		"Twee kaarten van één soort met dezelfde titel zijn in een lijst niet uit elkaar te houden. Misschien is het dezelfde kaart?")
	ruleStale = Rules.AddWarning("verouderd",
		"De maker heeft het hulpmiddel vijf jaar of langer niet herzien. Kijk of het er nog is en of het nog klopt. Zo nee, dan kan een redacteur de kaart archiveren.")
	ruleDue = Rules.AddWarning("opnieuw-nakijken",
		"Een kaart wordt elk jaar nagekeken. Kijk of alles nog klopt en vul bij nagekeken de dag van vandaag in.")
	rulePastMeeting = Rules.AddWarning("bijeenkomst-voorbij",
		"Een geplande bijeenkomst is voorbij. Zeg bij status of zij is gehouden, en zet een verslag erbij als dat er is.")
)

func (c *checker) dateOrder(e catalogue.Entry) {
	c.order(e, e)
	field.Walk(e, func(_ string, f *field.Field) {
		for _, g := range f.Groups() {
			c.order(e, g)
		}
	})
}

// later are pairs of keys of which the second may not be before the first.
var later = [][2]string{{"uitgebracht", "herzien"}, {"van", "tot"}}

func (c *checker) order(e catalogue.Entry, data field.Data) {
	fields := field.Of(data)
	for _, pair := range later {
		first, second := field.Find(fields, pair[0]), field.Find(fields, pair[1])
		if first == nil || second == nil || !first.Date().Known() || !second.Date().Known() {
			continue
		}
		if second.Date().End().Before(first.Date().Start()) {
			c.say(sayOrder, e, second.At(), pair[1], second.Date(), pair[0], first.Date())
		}
	}
}

func (c *checker) futureCheck(e catalogue.Entry) {
	if d := e.Base().Checked; d.Known() && d.Start().After(c.today) {
		c.say(sayFuture, e, d.At, d)
	}
}

func (c *checker) timeOrder(e catalogue.Entry) {
	if m, ok := e.(*catalogue.Meeting); ok && m.From.Known() && m.To.Known() && m.To.Text <= m.From.Text {
		c.say(sayTimes, e, m.To.At, m.To, m.From)
	}
}

func (c *checker) partners(e catalogue.Entry) {
	p, ok := e.(*catalogue.PracticeExample)
	if !ok {
		return
	}
	for i, partner := range p.Partners.Items {
		if !partner.Organisation.Known() && !partner.Name.Known() {
			c.say(sayNoPartner, e, p.Partners.Ats[i])
		}
	}
}

func (c *checker) mirrors(e catalogue.Entry) {
	for _, s := range e.Base().Sources.Items {
		if host := mirrorHost(s.Link.Text); host != "" {
			c.say(sayMirror, e, s.Link.At, host)
		}
	}
}

// mirrors are sites that publish copies of documents of others.
var mirrors = []string{"docplayer.nl", "docplayer.net", "5dok.net", "fdocuments.nl", "dokumen.tips", "docksci.com", "docslib.org", "coursehero.com", "scribd.com", "ouci.dntb.gov.ua", "search.fid-benelux.de", "paperexplained.cn", "sage.cnpereading.com"}

func mirrorHost(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	for _, m := range mirrors {
		if u.Host == m || strings.HasSuffix(u.Host, "."+m) {
			return m
		}
	}
	return ""
}

func (c *checker) titles() {
	first := map[string]catalogue.Entry{}
	for _, e := range c.cat.Entries {
		key := e.Base().Collection.Name + "/" + strings.ToLower(e.Base().Title.Text)
		if other := first[key]; other != nil && e.Base().Title.Known() {
			c.say(saySameTitle, e, e.Base().Title.At, e.Base().Title, other.Base().File)
			continue
		}
		first[key] = e
	}
}

func (c *checker) options(e catalogue.Entry) {
	if d, ok := e.(*catalogue.DecisionAid); ok && len(d.Options.Items) == 1 {
		c.say(sayOneOption, e, d.Options.At)
	}
}

// freshness leaves out the entries that an editor has put aside: they are known to
// be old.
func (c *checker) freshness(e catalogue.Entry) {
	if e.Base().Aside() {
		return
	}
	switch catalogue.FreshnessOf(e, c.today) {
	case catalogue.Stale:
		c.say(sayStale, e, field.At{Line: 1, Col: 1})
	case catalogue.Due:
		c.say(sayDue, e, e.Base().Checked.At, e.Base().Checked)
	}
}

// planned is the status of a meeting that is to be held.
const planned = "gepland"

func (c *checker) pastMeeting(e catalogue.Entry) {
	if m, ok := e.(*catalogue.Meeting); ok && m.Status.Is(planned) && m.Date.Known() && m.Date.End().Before(c.today) {
		c.say(sayPast, e, m.Status.At, m.Date)
	}
}
