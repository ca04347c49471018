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
				c.at(e, d.At, "schrijf de dag waarop de kaart is nagekeken", "nagekeken: %s ligt in de toekomst", d)
			}
		},
	}
	timeOrder = &rule{Rule: problem.Rule{Name: "tijden-volgorde",
		Doc: "Een bijeenkomst eindigt na haar begin. Kijk de twee tijden na."},
		entry: func(c *checker, e catalogue.Entry) {
			if m, ok := e.(*catalogue.Meeting); ok && m.From.Known() && m.To.Known() && m.To.Text <= m.From.Text {
				c.at(e, m.To.At, "kijk begin en eind na", "eind: %s is niet later dan het begin, %s", m.To, m.From)
			}
		},
	}
	partnerName = &rule{Rule: problem.Rule{Name: "organisatie-of-naam",
		Doc: "Een deelnemer is een organisatie uit de begrippenlijst, of heeft een naam. Vul één van de twee in."},
		entry: func(c *checker, e catalogue.Entry) {
			if p, ok := e.(*catalogue.PracticeExample); ok {
				for i, partner := range p.Partners.Items {
					if !partner.Organisation.Known() && !partner.Name.Known() {
						c.at(e, p.Partners.Ats[i], "schrijf organisatie: met een id, of naam: met de naam", "organisaties: wie het is, ontbreekt")
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
					c.at(e, s.Link.At, "haal link weg, en vul nummer in als de bron een DOI of PMC-nummer heeft", "bronnen: %s kopieert stukken van anderen", host)
				}
			}
		},
	}
	oneOption = &rule{Rule: problem.Rule{Name: "een-optie", Warning: true,
		Doc: "Een keuze heeft ten minste twee mogelijkheden; niets doen is er ook een."},
		entry: func(c *checker, e catalogue.Entry) {
			if d, ok := e.(*catalogue.DecisionAid); ok && len(d.Options.Items) == 1 {
				c.at(e, d.Options.At, "noem ook de andere mogelijkheden, of haal opties weg", "opties: er staat maar één mogelijkheid")
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
				c.at(e, field.At{Line: 1, Col: 1}, "vul een nieuwere datum in bij herzien, of archiveer de kaart", "de maker heeft dit vijf jaar of langer niet herzien")
			}
		}),
	}
	due = &rule{Rule: problem.Rule{Name: "opnieuw-nakijken", Warning: true,
		Doc: "Een kaart wordt elk jaar nagekeken. Kijk of alles nog klopt en vul bij nagekeken de dag van vandaag in."},
		entry: unlessAside(func(c *checker, e catalogue.Entry) {
			if catalogue.FreshnessOf(e, c.today) == catalogue.Due {
				c.at(e, e.Base().Checked.At, "kijk de kaart na en vul de nieuwe datum in", "nagekeken: %s is een jaar of langer geleden", e.Base().Checked)
			}
		}),
	}
	pastMeeting = &rule{Rule: problem.Rule{Name: "bijeenkomst-voorbij", Warning: true,
		Doc: "Een geplande bijeenkomst is voorbij. Zeg bij status of zij is gehouden, en zet een verslag erbij als dat er is."},
		entry: func(c *checker, e catalogue.Entry) {
			if m, ok := e.(*catalogue.Meeting); ok && m.Status.Is(planned) && m.Date.Known() && m.Date.End().Before(c.today) {
				c.at(e, m.Status.At, "schrijf status: gehouden, als u dat weet", "de bijeenkomst was op %s en staat nog op gepland", m.Date)
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
			c.at(e, second.At(), "kijk de twee datums na", "%s: %s is eerder dan %s, %s", pair[1], second.Date(), pair[0], first.Date())
		}
	}
}

// mirrors are sites that publish copies of documents of others.
var mirrors = []string{"docplayer.nl", "docplayer.net", "5dok.net", "fdocuments.nl", "dokumen.tips", "docksci.com", "docslib.org", "coursehero.com", "scribd.com"}

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
			c.at(e, e.Base().Title.At, "de andere is "+other.Base().File, "een andere kaart heet ook %q", e.Base().Title)
			continue
		}
		first[key] = e
	}
}
