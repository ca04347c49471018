package check

import (
	"net/url"
	"strings"

	"kaartenbak/generator/catalogue"
	"kaartenbak/generator/field"
	"kaartenbak/generator/problem"
)

// planned is the status of a meeting that is to be held.
const planned = "gepland"

var (
	dateOrder = &rule{Rule: problem.Rule{Name: "datums-volgorde",
		Doc: "Wat later komt, heeft een latere datum: herzien na uitgebracht, tot na van. Kijk welke van de twee niet klopt."},
		entry: func(c *checker, e catalogue.Entry) {
			c.order(e, e)
			field.Walk(e, func(_ string, f *field.Field) {
				for _, g := range f.Groups() {
					c.order(e, g)
				}
			})
		},
	}
	futureCheck = &rule{Rule: problem.Rule{Name: "nagekeken-in-de-toekomst",
		Doc: "Nagekeken is de dag waarop iemand de kaart heeft nagekeken: vandaag of eerder."},
		entry: func(c *checker, e catalogue.Entry) {
			if d := e.Base().Checked; d.Known() && d.Start().After(c.today) {
				c.say(e, d.At, sayFuture, d)
			}
		},
	}
	timeOrder = &rule{Rule: problem.Rule{Name: "tijden-volgorde",
		Doc: "Een bijeenkomst eindigt na haar begin. Kijk de twee tijden na."},
		entry: func(c *checker, e catalogue.Entry) {
			if m, ok := e.(*catalogue.Meeting); ok && m.From.Known() && m.To.Known() && m.To.Text <= m.From.Text {
				c.say(e, m.To.At, sayTimes, m.To, m.From)
			}
		},
	}
	partnerName = &rule{Rule: problem.Rule{Name: "organisatie-of-naam",
		Doc: "Een deelnemer is een organisatie uit de begrippenlijst, of heeft een naam. Vul één van de twee in."},
		entry: func(c *checker, e catalogue.Entry) {
			if p, ok := e.(*catalogue.PracticeExample); ok {
				for i, partner := range p.Partners.Items {
					if !partner.Organisation.Known() && !partner.Name.Known() {
						c.say(e, p.Partners.Ats[i], sayNoPartner)
					}
				}
			}
		},
	}
	mirror = &rule{Rule: problem.Rule{Name: "kopie-als-bron",
		Doc: "Een bron is het oorspronkelijke stuk. Naar een site die stukken van anderen kopieert, wordt niet verwezen: noem titel, uitgever en datum, en het nummer (DOI of PMC) als dat er is."},
		entry: func(c *checker, e catalogue.Entry) {
			for _, s := range e.Base().Sources.Items {
				if host := mirrorHost(s.Link.Text); host != "" {
					c.say(e, s.Link.At, sayMirror, host)
				}
			}
		},
	}
	oneOption = &rule{Rule: problem.Rule{Name: "een-optie", Warning: true,
		Doc: "Een keuze heeft ten minste twee mogelijkheden; niets doen is er ook een."},
		entry: func(c *checker, e catalogue.Entry) {
			if d, ok := e.(*catalogue.DecisionAid); ok && len(d.Options.Items) == 1 {
				c.say(e, d.Options.At, sayOneOption)
			}
		},
	}
	sameTitle = &rule{Rule: problem.Rule{Name: "dubbele-titel", Warning: true,
		Doc: "Twee kaarten van één soort met dezelfde titel zijn in een lijst niet uit elkaar te houden. Misschien is het dezelfde kaart?"},
		whole: (*checker).titles,
	}
	stale = &rule{Rule: problem.Rule{Name: "verouderd", Warning: true,
		Doc: "De maker heeft het hulpmiddel vijf jaar of langer niet herzien. Kijk of het er nog is en of het nog klopt. Zo nee, dan kan een redacteur de kaart archiveren."},
		entry: unlessAside(func(c *checker, e catalogue.Entry) {
			if catalogue.FreshnessOf(e, c.today) == catalogue.Stale {
				c.say(e, field.At{Line: 1, Col: 1}, sayStale)
			}
		}),
	}
	due = &rule{Rule: problem.Rule{Name: "opnieuw-nakijken", Warning: true,
		Doc: "Een kaart wordt elk jaar nagekeken. Kijk of alles nog klopt en vul bij nagekeken de dag van vandaag in."},
		entry: unlessAside(func(c *checker, e catalogue.Entry) {
			if catalogue.FreshnessOf(e, c.today) == catalogue.Due {
				c.say(e, e.Base().Checked.At, sayDue, e.Base().Checked)
			}
		}),
	}
	pastMeeting = &rule{Rule: problem.Rule{Name: "bijeenkomst-voorbij", Warning: true,
		Doc: "Een geplande bijeenkomst is voorbij. Zeg bij status of zij is gehouden, en zet een verslag erbij als dat er is."},
		entry: func(c *checker, e catalogue.Entry) {
			if m, ok := e.(*catalogue.Meeting); ok && m.Status.Is(planned) && m.Date.Known() && m.Date.End().Before(c.today) {
				c.say(e, m.Status.At, sayPast, m.Date)
			}
		},
	}
)

// unlessAside leaves out the entries that an editor has put aside: they are known to be old.
func unlessAside(look func(*checker, catalogue.Entry)) func(*checker, catalogue.Entry) {
	return func(c *checker, e catalogue.Entry) {
		if !e.Base().Aside() {
			look(c, e)
		}
	}
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
			c.say(e, second.At(), sayOrder, pair[1], second.Date(), pair[0], first.Date())
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
			c.say(e, e.Base().Title.At, saySameTitle, e.Base().Title, other.Base().File)
			continue
		}
		first[key] = e
	}
}
