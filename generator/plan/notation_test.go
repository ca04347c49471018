package plan_test

import (
	"cmp"
	"fmt"
	"net/url"
	"strings"
	"time"

	"kaartenbak/generator/plan"
)

// The notation in which testdata has what a page shows:
//
//	Knie (3) -> /aandoeningen/knie/   a link, and how many cards are behind it
//	CSV · voor een rekenblad          a note beside it
//	< 2 >                             the link or filter that is on
//	Kosten: ?                         it was asked, and is not known
//	- een                             an item of a list, or the first field of a group
//	(niets)                           the page has the part, and it is empty
//
// All else is the words of the page, behind or below the Dutch name of what they are.

// parts are what can be specified of a page, beside "rij NAME" for one row of a card.
var parts = map[string]func(*sheet, *plan.View) error{
	// Of every page.
	"kop":  head,
	"site": siteWords,
	"volgen": func(s *sheet, v *plan.View) error {
		if v.Feed != nil {
			s.line("%s", link(*v.Feed))
		}
		return nil
	},

	// Of a list of cards.
	"lijst":      of(listTitles),
	"kaarten":    of(listCards),
	"bladzijden": of(pager),
	"filters":    of(filter),
	"begrip":     of(term),
	"bestanden":  of(func(s *sheet, v *plan.ListView) { s.links(v.Files) }),

	// Of the page of a card.
	"kaart":        of(entryHead),
	"meldingen":    of(notices),
	"wie":          of(func(s *sheet, v *plan.EntryView) { s.rows(v.Who) }),
	"feiten":       of(func(s *sheet, v *plan.EntryView) { s.rows(v.Facts) }),
	"ontbreekt":    of(func(s *sheet, v *plan.EntryView) { s.items(v.Missing) }),
	"openen":       of(opening),
	"rijen":        of(sections),
	"opties":       of(options),
	"onderdelen":   of(toolkitParts),
	"resultaten":   of(func(s *sheet, v *plan.EntryView) { s.rows(v.Results) }),
	"competenties": of(matrix),
	"ipdas":        of(ipdas),
	"bronnen":      of(sources),
	"tekst":        of(func(s *sheet, v *plan.EntryView) { s.text(v.BodyTitle, string(v.Body)) }),
	"zie ook":      of(func(s *sheet, v *plan.EntryView) { s.groups(v.Related, (*sheet).cardTitle) }),
	"geef mee":     of(handover),
	"adres stuk":   of(brokenAddress),
	"vergelijken":  of(comparison),
	"kaartje":      of(patientCard),
	"verbeteren":   of(correcting),
	"geschiedenis": of(history),

	// Of one page each.
	"begin": of(home),
	"code": of(func(s *sheet, v *plan.CodeView) {
		if v.Term != nil {
			s.named("betekent", link(*v.Term))
		}
		s.named("ook", strings.Join(v.Names, ", "))
		s.groups(v.Groups, (*sheet).cardTitle)
		if len(v.Near) > 0 {
			s.line("verwant")
			s.links(v.Near)
		}
	}),
	"codes": of(func(s *sheet, v *plan.CodesView) {
		s.named("voorbeeld", v.Example)
		for _, table := range v.Systems {
			s.line("%s (%s)", table.Name, table.ID)
			for _, row := range table.Rows {
				what := "is"
				if !row.Exact {
					what = "ruimer dan"
				}
				s.line("- %s %s", link(row.Code), what)
				s.links(row.Terms)
			}
		}
	}),
	"letters": of(func(s *sheet, v *plan.IndexView) {
		s.named(v.Kind, v.Intro)
		s.letters(v.Letters)
		s.otherNames(v.Others)
	}),
	"ingangen":     of(overview),
	"zoeken":       of(searchFacets),
	"zoekkaarten":  of(searchCards),
	"grafieken":    of(charts),
	"werk":         of(work),
	"organisaties": of(organisations),
	"veranderd":    of(func(s *sheet, v *plan.EditorsView) { s.workItems(v.Changed) }),
	"insturen":     of(submitting),
	"formulier":    of(form),
	"gegevens":     of(data),
	"sitetekst":    of(func(s *sheet, v *plan.TextView) { s.text(v.Summary, string(v.Body)) }),
	"nieuw":        of(func(s *sheet, v *plan.HomeView) { s.cards(v.New, (*sheet).cardTitle) }),
	"wijzigingen":  of(changes),
	"verhuisd":     of(func(s *sheet, v *plan.MovedView) { s.line("%s", link(v.To)) }),
}

// A sheet is lines of the notation.
type sheet struct{ lines []string }

func (s *sheet) bytes() []byte { return []byte(strings.Join(s.lines, "\n") + "\n") }

// line is a line, unless there is nothing on it.
func (s *sheet) line(format string, args ...any) {
	if line := strings.TrimRight(fmt.Sprintf(format, args...), " "); line != "" {
		s.lines = append(s.lines, line)
	}
}

// named is a line for a text that is there.
func (s *sheet) named(name, text string) {
	if text != "" {
		s.line("%s: %s", name, text)
	}
}

func (s *sheet) items(items []string) {
	for _, item := range items {
		s.line("- %s", item)
	}
}

// text is a heading, and lines as they are.
func (s *sheet) text(heading, text string) {
	s.line("%s", heading)
	for line := range strings.Lines(text) {
		s.line("%s", strings.TrimSuffix(line, "\n"))
	}
}

// below puts what fill writes below the last line.
func (s *sheet) below(fill func(*sheet)) { s.behind("  ", fill) }

// behind puts what fill writes behind a mark of two characters.
func (s *sheet) behind(mark string, fill func(*sheet)) {
	inner := &sheet{}
	fill(inner)
	for _, line := range inner.lines {
		s.line("%s%s", mark, line)
		mark = "  "
	}
}

// when is the text where something is so.
func when(so bool, text string) string {
	if so {
		return text
	}
	return ""
}

func yesOrNo(so bool) string {
	if so {
		return "ja"
	}
	return "nee"
}

// Of every page.

func head(s *sheet, v *plan.View) error {
	s.named("titel", v.Title)
	s.named("beschrijving", v.Description)
	s.named("deel", v.Place().Section)
	s.named("pad", links(v.Trail))
	s.named("volledig adres", v.Canonical)
	s.line("voor zoekmachines: %s", yesOrNo(v.Indexed))
	s.named("stuurt door naar", v.Refresh)
	s.named("adres in het menu", v.Place().URL)
	return nil
}

func siteWords(s *sheet, v *plan.View) error {
	site := v.Place().Site
	s.named("naam", site.Name)
	s.named("ondertitel", site.Tagline)
	s.named("uitgever", site.Publisher)
	s.named("mail", site.Mail)
	s.named("broncode", site.Repository)
	s.named("licentie", site.Licence+" -> "+site.LicenceURL)
	s.named("nieuwsbrief", site.Newsletter)
	s.named("vandaag", site.Today)
	s.named("menu", links(site.Nav))
	s.named("voet", links(site.Foot))
	return nil
}

func link(l plan.Link) string {
	text := cmp.Or(l.Text, "(leeg)") + when(l.Count > 0, fmt.Sprintf(" (%d)", l.Count)) + when(l.Note != "", " · "+l.Note)
	if l.Current {
		text = "< " + text + " >"
	}
	return text + when(l.URL != "", " -> "+l.URL)
}

// links are links on one line.
func links(links []plan.Link) string {
	var all []string
	for _, l := range links {
		all = append(all, link(l))
	}
	return strings.Join(all, "; ")
}

// links are links on a line each.
func (s *sheet) links(links []plan.Link) {
	for _, l := range links {
		s.line("%s", link(l))
	}
}

// Cards, and lists of them.

func (s *sheet) cardTitle(c *plan.Card) { s.line("%s -> %s", c.Title, c.URL) }

func (s *sheet) card(c *plan.Card) {
	s.line("%s (%s): %s -> %s", c.Label, c.Kind, c.Title, c.URL)
	s.below(func(s *sheet) {
		s.line("%s", c.Summary)
		for _, f := range c.Facts {
			s.line("%s (%s): %s%s%s", f.Label, f.Key, when(f.Unknown, "? "), f.Text, when(f.Past != "", "; na afloop: "+f.Past))
		}
		for _, f := range c.Flags {
			s.line("vlag: %s (%s)", f.Text, f.Kind)
		}
		s.named("tot en met", c.Ends)
	})
}

func (s *sheet) cards(cards []*plan.Card, show func(*sheet, *plan.Card)) {
	for _, c := range cards {
		show(s, c)
	}
}

func (s *sheet) groups(groups []plan.CardGroup, show func(*sheet, *plan.Card)) {
	for _, g := range groups {
		s.line("%s(%s)%s", when(g.Title != "", g.Title+" "), g.ID, when(g.Past != "", "; na afloop: "+g.Past))
		s.below(func(s *sheet) { s.cards(g.Cards, show) })
		for _, c := range g.Contacts {
			s.line("te vragen over %s: %s", link(c.Example), cmp.Or(c.Text, "?"))
		}
	}
}

func listTitles(s *sheet, v *plan.ListView) { list(s, v, (*sheet).cardTitle) }

func listCards(s *sheet, v *plan.ListView) { list(s, v, (*sheet).card) }

func list(s *sheet, v *plan.ListView, show func(*sheet, *plan.Card)) {
	s.line("%s, van %s%s%s", v.Count, v.Kind, when(v.Empty, ": leeg"), when(v.None, ": niets gepland"))
	s.groups(v.Groups, show)
}

func pager(s *sheet, v *plan.ListView) {
	if v.Pager == nil {
		return
	}
	s.line("%s", v.Pager.Page)
	s.named("vorige", v.Pager.Prev)
	s.links(v.Pager.Links)
	s.named("volgende", v.Pager.Next)
}

func filter(s *sheet, v *plan.ListView) {
	if v.Filter == nil {
		return
	}
	s.line("%s", v.Intro)
	if v.Filter.Active != nil {
		s.line("aan: %s", link(*v.Filter.Active))
		s.line("verder: %s", v.Filter.Search)
	}
	s.facets(v.Filter.Facets)
}

func (s *sheet) facets(facets []plan.Facet) {
	for _, f := range facets {
		s.line("%s (%s)", f.Label, f.Key)
		s.below(func(s *sheet) {
			s.links(f.Links)
			if f.All != nil {
				s.line("%s", link(*f.All))
			}
		})
	}
}

func term(s *sheet, v *plan.ListView) {
	s.line("%s", v.Intro)
	s.named("ook genoemd", strings.Join(v.Term.Names, ", "))
	for _, p := range v.Term.Explanation {
		s.named("uitleg", p)
	}
	s.named("gebied", v.Term.Area)
	s.named("rollen", strings.Join(v.Term.Roles, ", "))
	s.named("breder", links(v.Term.Wider))
	s.named("smaller", links(v.Term.Narrower))
	s.named("kijk ook bij", links(v.Term.Treated))
	s.named("codes", strings.Join(v.Term.Codes, ", "))
	for _, m := range v.Term.Ambiguous {
		s.named(m.Word+" kan ook zijn", links(m.Terms))
	}
	for _, c := range v.Term.Choices {
		s.line("keuze: %s %s", c.Decision, link(c.Aid))
	}
	s.named("mogelijkheden", links(v.Term.Options))
}

// The page of a card.

func entryHead(s *sheet, v *plan.EntryView) {
	s.line("%s (%s): %s", v.Label, v.Kind, v.Title)
	s.line("%s", v.Summary)
	s.named("beslissing", v.Decision)
}

func notices(s *sheet, v *plan.EntryView) {
	for _, n := range v.Notices {
		s.notice(n)
	}
	s.named("tot en met", v.Ends)
	if v.Past != nil {
		s.line("na afloop:")
		s.below(func(s *sheet) { s.notice(*v.Past) })
	}
}

func (s *sheet) notice(n plan.Notice) {
	text := n.Text
	if n.Link != nil {
		text += " " + link(*n.Link)
	}
	s.line("%s: %s", n.Kind, text)
}

func (s *sheet) rows(rows []plan.Row) {
	for _, row := range rows {
		s.row(row)
	}
}

// row is a field: one text or the values behind its label, all else below it.
func (s *sheet) row(row plan.Row) {
	words, rest := links(row.Values), row.Text
	switch {
	case row.Unknown:
		words = "?"
	case len(rest) == 1 && !row.List:
		words, rest = rest[0], nil
	}
	s.line("%s%s: %s", when(row.Icon != "", "["+row.Icon+"] "), row.Label, words)
	s.below(func(s *sheet) {
		for _, text := range rest {
			s.line("%s%s", when(row.List, "- "), text)
		}
		for _, group := range row.Groups {
			s.behind("- ", func(s *sheet) { s.rows(group) })
		}
		for _, note := range row.Note {
			s.line("toelichting: %s", note)
		}
	})
}

// oneRow is the rows of a card that have a label.
func oneRow(label string) func(*sheet, *plan.View) error {
	return of(func(s *sheet, v *plan.EntryView) {
		for _, row := range allRows(v) {
			if row.Label == label {
				s.row(row)
			}
		}
	})
}

func opening(s *sheet, v *plan.EntryView) {
	switch {
	case v.Open != nil:
		s.line("%s: %s", v.OpenField, link(*v.Open))
		s.named("knop", v.OpenText)
		s.named("let op", v.OpenNote)
	case v.OpenUnknown:
		s.line("%s: ?", v.OpenField)
	}
}

func sections(s *sheet, v *plan.EntryView) {
	for _, section := range v.Sections {
		s.line("%s (%s)", section.Title, section.Key)
		s.below(func(s *sheet) { s.rows(section.Rows) })
	}
}

func options(s *sheet, v *plan.EntryView) {
	for _, o := range v.Options {
		s.line("%s%s", o.Name, when(o.Nothing, " (niets doen)"))
		s.below(func(s *sheet) {
			for _, p := range o.Explanation {
				s.line("%s", p)
			}
			s.named("behandelingen", links(o.Treatments))
			for _, pro := range o.Pros {
				s.line("+ %s", pro)
			}
			for _, con := range o.Cons {
				s.line("- %s", con)
			}
		})
	}
	s.line("naast elkaar: %s", yesOrNo(v.Compare))
}

func toolkitParts(s *sheet, v *plan.EntryView) {
	for _, p := range v.Parts {
		s.line("%s", p.Title)
		s.below(func(s *sheet) {
			s.named("soort", p.Kind)
			s.named("taal", p.Language)
			for _, text := range p.Explanation {
				s.named("uitleg", text)
			}
			if p.Link != nil {
				s.line("%s", link(*p.Link))
			}
		})
	}
}

func matrix(s *sheet, v *plan.EntryView) {
	if v.Matrix == nil {
		s.line("heeft geen competenties")
		return
	}
	s.named("competenties", when(v.Matrix.Unknown, "?"))
	s.named("opleidingen", strings.Join(v.Matrix.Trainings, ", "))
	for _, g := range v.Matrix.Groups {
		s.line("%s", cmp.Or(g.Title, "(zonder kop)"))
		s.below(func(s *sheet) {
			for _, row := range g.Rows {
				s.line("- %s", row.Name)
				s.below(func(s *sheet) {
					for _, b := range row.Behaviours {
						s.line("gedrag: %s", b)
					}
					for _, c := range row.Cells {
						s.line("%s: %s (%s)", c.Training, c.Text, c.Mark)
					}
				})
			}
		})
	}
}

func ipdas(s *sheet, v *plan.EntryView) {
	if v.IPDAS == nil {
		s.line("heeft geen ipdas")
		return
	}
	for _, g := range v.IPDAS.Groups {
		s.line("%s: %d van de %d met ja", g.Title, g.Yes, len(g.Items))
		s.below(func(s *sheet) {
			for _, item := range g.Items {
				s.line("%s: %s (%s)", item.Label, item.Answer, item.Mark)
			}
		})
	}
}

func sources(s *sheet, v *plan.EntryView) {
	for _, source := range v.Sources {
		s.line("%s", source.Title)
		s.below(func(s *sheet) {
			s.named("uitgever", source.Publisher)
			s.named("datum", source.Date)
			s.named("nummer", source.Number)
			if source.Link != nil {
				s.line("%s", link(*source.Link))
			}
			for _, note := range source.Note {
				s.named("toelichting", note)
			}
		})
	}
}

func brokenAddress(s *sheet, v *plan.EntryView) {
	if v.Report == nil {
		return
	}
	s.line("%s", v.Report.Address)
	for _, way := range v.Report.Ways {
		s.line("%s: %s", way.Text, strings.NewReplacer("+", " ", "\r\n", " | ", "\n", " | ").Replace(unescaped(way.URL)))
	}
	s.line("per mail: %s", yesOrNo(v.Report.Mailed))
}

func handover(s *sheet, v *plan.EntryView) {
	h := v.Handover
	s.named("adres", h.Address+when(h.Itself, " (van het middel zelf)")+when(h.Unopened, " (nog niet geopend)"))
	s.named("dossier", h.Record)
	s.line("QR-code: %s", yesOrNo(h.QR != nil))
	subject, body, ok := strings.Cut(strings.TrimPrefix(h.Mail, "mailto:?subject="), "&body=")
	if !ok {
		return
	}
	s.line("mail: %s", unescaped(subject))
	s.below(func(s *sheet) {
		for line := range strings.SplitSeq(unescaped(body), "\r\n") {
			s.line("| %s", line)
		}
	})
}

// unescaped is a text out of a mailto address, in which + is no space.
func unescaped(s string) string {
	text, err := url.PathUnescape(s)
	if err != nil {
		return err.Error()
	}
	return text
}

// comparison is what a comparison puts side by side: first what has a turn.
func comparison(s *sheet, v *plan.EntryView) {
	show := func(turn int, key, label string) {
		s.line("%d %s: %s", turn, key, label)
	}
	for _, c := range []*plan.Cell{v.SummaryCell, v.DecisionCell, v.OptionsCell, v.OpenCell} {
		if c != nil {
			show(c.Turn, c.Key, c.Label)
		}
	}
	for _, row := range allRows(v) {
		show(row.Turn, row.Key, row.Label)
	}
}

func patientCard(s *sheet, v *plan.EntryView) {
	card := v.Handover.Sheet
	if card == nil {
		s.line("krijgt geen kaartje")
		return
	}
	s.line("%s: %s", card.Label, card.Title)
	for _, warning := range card.Warnings {
		s.named("let op", warning)
	}
	s.named("na afloop", card.Past)
	s.line("%s", card.Text)
	for _, f := range card.Facts {
		s.line("%s: %s", f.Label, f.Text)
	}
	s.named("toegang", card.Access+when(card.Code, " (met een plek voor de code)"))
	s.named("adres", card.Address)
	s.named("ook", card.Page)
}

// allRows are the rows of a page, from the top.
func allRows(v *plan.EntryView) []plan.Row {
	var rows []plan.Row
	rows = append(append(rows, v.Who...), v.Facts...)
	for _, section := range v.Sections {
		rows = append(rows, section.Rows...)
	}
	return rows
}

func correcting(s *sheet, v *plan.EntryView) {
	s.line("formulier: %s", v.Correct)
	s.line("bestand: %s", v.SourceFile)
	s.named("broncode", v.Edit)
}

// The pages of which there is one.

func (s *sheet) tiles(tiles []plan.KindTile) {
	for _, k := range tiles {
		s.line("%s (%s): %s -> %s", k.Title, k.Name, k.Count, k.URL)
	}
}

func home(s *sheet, v *plan.HomeView) {
	s.line("onderwerpen:")
	s.below(func(s *sheet) { s.links(v.Subjects) })
	s.line("nieuws:")
	s.below(func(s *sheet) { s.cards(v.News, (*sheet).cardTitle) })
	s.line("bijeenkomsten:")
	s.below(func(s *sheet) { s.cards(v.Meetings, (*sheet).cardTitle) })
}

func (s *sheet) letters(letters []plan.Letter) {
	for _, l := range letters {
		s.line("%s", l.Letter)
		s.below(func(s *sheet) {
			for _, n := range l.Names {
				s.line("%s%s%s%s", n.Text, when(n.See != "", ", zie "+n.See), when(n.Count != "", " ("+n.Count+")"), when(n.URL != "", " -> "+n.URL))
			}
		})
	}
}

func (s *sheet) otherNames(names []plan.Name) {
	if len(names) == 0 {
		return
	}
	s.line("zonder kaart")
	s.below(func(s *sheet) {
		for _, n := range names {
			s.line("%s%s -> %s", n.Text, when(n.See != "", ", zie "+n.See), n.URL)
		}
	})
}

func overview(s *sheet, v *plan.OverviewView) {
	s.tiles(v.Kinds)
	for _, f := range v.Facets {
		s.line("%s", f.Title)
		s.below(func(s *sheet) { s.facets(f.Facets) })
	}
	s.letters(v.Letters)
}

func searchFacets(s *sheet, v *plan.OverviewView) {
	for _, f := range v.Search.Facets {
		s.line("%s (%s, of %s)%s%s", f.Label, f.Key, f.Alias, when(f.Open, ", open"), when(f.Pages, ", met pagina's"))
		s.below(func(s *sheet) {
			for _, value := range f.Values {
				s.line("%s%s (%s, of %s): %d", when(value.Unknown, "? "), value.Text, value.ID, value.Alias, value.Count)
			}
		})
	}
	s.line("direct te gebruiken: %s (%d)", v.Search.Direct, v.Search.DirectCount)
}

func searchCards(s *sheet, v *plan.OverviewView) {
	for _, k := range v.Search.Kinds {
		s.line("%s (%s)", k.Label, k.Name)
		s.below(func(s *sheet) {
			for _, f := range k.Facts {
				s.line("%s (%s)%s", f.Label, f.Key, when(f.Past != "", "; na afloop: "+f.Past))
			}
		})
	}
	for _, f := range v.Search.Flags {
		s.line("vlag: %s (%s)", f.Text, f.Kind)
	}
}

func charts(s *sheet, v *plan.EditorsView) {
	for _, c := range v.Charts {
		s.line("%s (%s): %s, %s", c.Title, c.Key, c.Name, c.Value)
		s.below(func(s *sheet) {
			for _, b := range c.Bars {
				s.line("%s: %s, %d breed", b.Label, b.Text, b.Width)
			}
		})
	}
}

func (s *sheet) workItems(items []plan.WorkItem) {
	for _, item := range items {
		s.line("%s (%s): %s -> %s", item.Label, item.Kind, item.Title, item.URL)
		s.below(func(s *sheet) {
			s.named("waarom", item.Why)
			s.named("verbeter", item.Correct)
		})
	}
}

func work(s *sheet, v *plan.EditorsView) {
	for _, l := range v.Lists {
		s.line("%s (%s): %s", l.Title, l.Key, l.Count)
		s.below(func(s *sheet) {
			s.line("%s", l.Note)
			s.workItems(l.Items)
		})
	}
}

func organisations(s *sheet, v *plan.EditorsView) {
	for _, o := range v.Organisations {
		s.line("%s", link(o.Organisation))
		s.below(func(s *sheet) {
			s.line("kaarten: %d; verouderd: %d; na te kijken: %d; nooit nagekeken: %d; bekend: %s", o.Entries, o.Stale, o.Due, o.Never, o.Known)
		})
	}
}

func submitting(s *sheet, v *plan.SubmitView) {
	for _, w := range v.Ways {
		s.line("%s (%s)", w.Label, w.Kind)
		s.below(func(s *sheet) {
			s.line("formulier: %s", w.Form)
			s.line("lege kaart: %s", w.URL)
			s.line("rekenblad: %s", w.Sheet)
			s.named("nieuw in de broncode", w.New)
		})
	}
}

func form(s *sheet, v *plan.FormView) {
	s.line("%s (%s)", v.Label, v.Kind)
	s.line("lege kaart: %s", v.Template)
	s.named("nieuw in de broncode", v.New)
	s.named("wijzigen in de broncode", v.Edit)
	s.line("op de kaart: %s", v.Facts)
	s.line("voorbeeld: %s (%s)", v.Card.Label, v.Card.Kind)
}

func data(s *sheet, v *plan.DataView) {
	s.line("alles: %s", v.All)
	for _, r := range v.Rows {
		s.line("%s, %s: %s %s %s %s", r.Name, r.Count, r.Sheet, r.CSV, r.JSON, r.Schema)
	}
}

// What changed.

func changes(s *sheet, v *plan.ChangesView) {
	s.line("%s", v.Since)
	for _, day := range v.Days {
		s.line("%s", day.Day)
		s.below(func(s *sheet) {
			for _, part := range day.Parts {
				s.line("%s%s%s", part.Title, when(part.Brief, ", alleen hun namen"), when(part.Folded, ", dichtgevouwen"))
				s.below(func(s *sheet) {
					for _, g := range part.Groups {
						s.line("%s (%s)", g.Label, g.Kind)
						s.below(func(s *sheet) {
							for _, e := range g.Entries {
								s.line("%s", link(e.Entry))
								s.below(func(s *sheet) { s.changeLines(e.Changes) })
							}
						})
					}
				})
			}
		})
	}
}

func (s *sheet) changeLines(lines []plan.ChangeLine) {
	for _, l := range lines {
		text := when(l.Label != "", l.Label+": ") + l.Text
		if l.Link != nil {
			text += " " + link(*l.Link)
		}
		s.line("- %s", text)
	}
}

func history(s *sheet, v *plan.EntryView) {
	if v.History == nil {
		return
	}
	for _, day := range v.History.Days {
		s.line("%s", day.Day)
		s.below(func(s *sheet) { s.changeLines(day.Changes) })
	}
	s.line("%s", v.History.Before)
	s.line("%s", when(v.History.More, "er is meer"))
}

// changeFeeds are the feeds of what changed, with how much each item tells.
func changeFeeds(p *plan.Planner) []byte {
	s := &sheet{}
	for _, f := range p.ChangeFeeds() {
		s.line("%s, van %s -> %s", f.Title, f.Page, f.URL)
		s.below(func(s *sheet) {
			for _, item := range f.Items() {
				s.line("%s %s (%d) -> %s", item.Day.Format(time.DateOnly), item.Title, len(item.Lines), item.URL)
			}
		})
	}
	return s.bytes()
}
