package check

import (
	"net/url"
	"slices"
	"strings"

	"kaartenbak/generator/catalogue"
	"kaartenbak/generator/field"
	"kaartenbak/generator/slug"
)

var (
	ruleDateOrder = Rules.Add("datums-volgorde",
		"Wat later komt, heeft een latere datum: herzien na uitgebracht, tot na van. Kijk welke van de twee niet klopt.")
	ruleFutureCheck = Rules.Add("nagekeken-in-de-toekomst",
		"Nagekeken is de dag waarop iemand de kaart heeft nagekeken: vandaag of eerder.")
	ruleNotYet = Rules.Add("datum-in-de-toekomst",
		"Wat al gebeurd is, heeft een datum van vandaag of eerder: uitgebracht en herzien, de datum van een bron, het begin van een project. Kijk de datum na. Alleen een bijeenkomst die komt en nieuws van later hebben een datum in de toekomst.")
	ruleTimeOrder = Rules.Add("tijden-volgorde",
		"Een bijeenkomst eindigt na haar begin. Kijk de twee tijden na.")
	ruleAges = Rules.Add("leeftijden-volgorde",
		"De hoogste leeftijd is niet lager dan de laagste. Kijk de twee na.")
	rulePartner = Rules.Add("organisatie-of-naam",
		"Een deelnemer, of wie iets heeft overgenomen, is een organisatie uit de begrippenlijst, of heeft een naam. Vul één van de twee in.")
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

func (c *checker) dateOrder(e *catalogue.Entry) { c.order(e, e) }

// order reports the dates in data that are before the one that they follow.
func (c *checker) order(e *catalogue.Entry, data field.Data) {
	for f := range data.Fields() {
		for _, g := range f.Groups() {
			c.order(e, g)
		}
		if f.NotUntil == "" || !f.Date().Known() {
			continue
		}
		first := data.Field(data.Schema().Keyed(f.NotUntil)).Date()
		if first.Known() && f.Date().End().Before(first.Start()) {
			c.say(sayOrder, e, f.At(), f.Key, f.Date(), f.NotUntil, first)
		}
	}
}

// notYet reports the dates of what is said to have been that are still to come. Of a
// date that is not exact, the first day counts.
func (c *checker) notYet(e *catalogue.Entry) {
	field.Walk(e, func(_ string, f field.Field) {
		date := f.Date()
		if !date.Known() || !date.Start().After(c.today) {
			return
		}
		switch {
		case f.Past && catalogue.Checked.Is(f.Declaration):
			c.say(sayFuture, e, date.At, date)
		case f.Past:
			c.say(sayNotYet, e, date.At, f.Key, date)
		case f.PastWhere.Key != "":
			where := e.Field(e.Schema().Keyed(f.PastWhere.Key))
			for _, value := range where.Texts() {
				if slices.Contains(f.PastWhere.Values, value.Text) {
					c.say(sayNotYetWhere, e, date.At, f.Key, date, where.Key, value, where.Key)
				}
			}
		}
	})
}

func (c *checker) timeOrder(e *catalogue.Entry) {
	begin, end := catalogue.Begin.Of(e), catalogue.End.Of(e)
	if begin.Known() && end.Known() && end.Text <= begin.Text {
		c.say(sayTimes, e, end.At, end, begin)
	}
}

func (c *checker) ages(e *catalogue.Entry) {
	ages := catalogue.Ages.Of(e)
	if !ages.Known() {
		return
	}
	youngest, oldest := catalogue.Youngest.Of(ages.Record), catalogue.Oldest.Of(ages.Record)
	if youngest.Known() && oldest.Known() && oldest.N < youngest.N {
		c.say(sayAges, e, oldest.At, oldest.N, youngest.N)
	}
}

// partners reports those who took part, or took something over, of whom it is not
// said who they are.
func (c *checker) partners(e *catalogue.Entry) {
	for _, role := range []field.Role[field.Groups]{catalogue.Partners, catalogue.Adoptions} {
		f, _ := role.Field(e)
		for _, partner := range f.Groups() {
			if !catalogue.Organisation.Of(partner).Known() && !catalogue.Name.Of(partner).Known() {
				c.say(sayNoPartner, e, partner.At, f.Key)
			}
		}
	}
}

func (c *checker) mirrors(e *catalogue.Entry) {
	for _, source := range catalogue.Sources.Of(e).Items {
		link := catalogue.Link.Of(source)
		if host := mirrorHost(link.Text); host != "" {
			c.say(sayMirror, e, link.At, host)
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
	first := map[string]*catalogue.Entry{}
	for _, e := range c.cat.Entries {
		key := e.Collection.Name + "/" + slug.Fold(e.Title())
		if other := first[key]; other != nil && e.Title() != "" {
			c.say(saySameTitle, e, catalogue.Title.Of(e).At, e.Title(), other.File)
			continue
		}
		first[key] = e
	}
}

func (c *checker) options(e *catalogue.Entry) {
	if options := catalogue.Options.Of(e); len(options.Items) == 1 {
		c.say(sayOneOption, e, options.At)
	}
}

// freshness leaves out the entries that an editor has put aside: they are known to
// be old.
func (c *checker) freshness(e *catalogue.Entry) {
	if e.IsAside() {
		return
	}
	switch e.Freshness(c.today) {
	case catalogue.Stale:
		c.say(sayStale, e, field.At{Line: 1, Col: 1})
	case catalogue.Due:
		c.say(sayDue, e, catalogue.Checked.Of(e).At, catalogue.Checked.Of(e))
	}
}

func (c *checker) pastMeeting(e *catalogue.Entry) {
	if e.WasPlanned(c.today) {
		c.say(sayPast, e, catalogue.Status.Of(e).At, catalogue.Date.Of(e))
	}
}
