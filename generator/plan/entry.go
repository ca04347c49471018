package plan

import (
	"html/template"
	"slices"
	"strings"
	"time"

	"kaartenbak/generator/catalogue"
	"kaartenbak/generator/field"
)

// An EntryView is the page of an entry, of any kind. What a kind does not have
// is empty.
type EntryView struct {
	Kind, Label string // the collection, and the word on the tab
	Title       string
	Summary     string
	Notices     []Notice
	Ends        string  // the last day of a meeting that is planned, as 2027-09-02; else ""
	Past        *Notice // what such a meeting says when it is over
	Decision    string
	Open        *Link // the way to the thing itself; nil where the kind has none
	OpenUnknown bool  // the kind has an address, and it is not known
	Handover    *Handover
	Who         []Row // the answers of the first screen: for whom, and for whom not
	Facts       []Row // and the others
	Options     []Option
	Compare     bool // the options have more than a name
	Body        template.HTML
	BodyTitle   string
	Sections    []RowSection
	Results     []Row // of a practice example
	Parts       []Part
	Matrix      *Matrix
	IPDAS       *IPDAS
	Sources     []Source
	Related     []CardGroup
	Missing     []string // labels of the fields that are not known
	SourceFile  string   // address of the entry's own source
	Edit        string   // address to change the file in the repository, or ""
	Correct     string   // address of the form with this entry in it
}

// A Notice is something to know before reading on.
type Notice struct {
	Kind, Text string
	Link       *Link
}

// A RowSection is a heading with rows.
type RowSection struct {
	Key, Title string
	Rows       []Row
}

// An Option is one of the things that can be chosen.
type Option struct {
	Name        string
	Explanation []string
	Nothing     bool
	Pros, Cons  []string
}

// A Part is one thing in a toolkit.
type Part struct {
	Title, Kind, Language string
	Explanation           []string
	Link                  *Link
}

// A Source is where the facts of an entry come from.
type Source struct {
	Title, Publisher, Date, Number string
	Link                           *Link
	Note                           []string
}

// A CardGroup is cards below a heading.
type CardGroup struct {
	ID, Title string
	Note      string
	Cards     []*Card
	More      *Link
	Past      string // of meetings to come: the heading for those that are over by now
}

// entry plans the page of one entry.
func (p *Planner) entry(e catalogue.Entry) {
	base := e.Base()
	p.add(Page{URL: base.URL(), Template: "entry.html", Indexed: !e.Base().Aside()}, func(v *View) {
		v.Title, v.Section = base.Title.Text, base.Collection.Name
		v.Description = strings.Join(base.Summary.Paragraphs(), " ")
		v.Trail = p.trail(p.collectionLink(base.Collection))
		v.Main = p.entryView(e)
	})
}

// firstScreen are the fields that answer what a care professional wants to know
// at once, by collection.
var firstScreen = map[string][]string{
	"keuzehulpen":         {"doelgroep", "niet_voor", "aandoeningen", "toegang", "kosten", "nagekeken", "makers", "financiering"},
	"praktijkvoorbeelden": {"organisaties", "sectoren", "regios", "periode", "fase", "aandoeningen"},
	"toolkits":            {"doel", "doelgroep", "toolkitsoort", "kosten", "makers", "status"},
	"competentiesets":     {"beroepen", "makers", "status", "uitgebracht"},
	"bijeenkomsten":       {"datum", "tijd", "plaats", "regios", "doelgroep", "organisatoren", "onderdeel_van"},
	"nieuws":              {"datum", "programmalijn", "themas", "organisaties"},
}

// forWhom are those of the first screen that say for whom it is, or to what end.
var forWhom = []string{"doelgroep", "niet_voor", "doel"}

// elsewhere are the fields that have a place of their own on the page.
var elsewhere = []string{"titel", "samenvatting", "beslissing", "opties", "link", "bronnen", "ipdas", "competenties", "onderdelen", "resultaten", "vervangen_door", "archief", "begin", "eind"}

func (p *Planner) entryView(e catalogue.Entry) *EntryView {
	base, fields := e.Base(), field.Of(e)
	c := base.Collection
	v := &EntryView{
		Kind: c.Name, Label: p.texts.T("soort." + c.Singular), Title: base.Title.Text,
		Summary: strings.Join(base.Summary.Paragraphs(), " "), Notices: p.notices(e, fields),
		Body: template.HTML(base.Text.HTML), BodyTitle: p.texts.T("hoofdtekst." + c.Singular),
		SourceFile: base.URL() + "kaart.md", Edit: p.forge("edit", "content/"+base.ID()+".md"), Correct: formURL(c) + "?kaart=" + base.Slug,
		Sources: p.sources(base), Related: p.related(e, fields),
	}
	shown := map[string]bool{}
	for _, key := range elsewhere {
		shown[key] = true
	}
	notes := notesOf(fields)
	for _, key := range firstScreen[c.Name] {
		shown[key] = true
		if f := field.Find(fields, key); f != nil {
			row, ok := p.row(c, f, notes)
			if key == "nagekeken" && !ok {
				row.Text, ok = []string{p.texts.T("nog-niet-nagekeken")}, true
			}
			switch {
			case ok && slices.Contains(forWhom, key):
				v.Who = append(v.Who, row)
			case ok:
				v.Facts = append(v.Facts, row)
			}
		}
	}
	if f := field.Find(fields, "link"); f != nil {
		v.OpenUnknown = f.State() != field.Known
		for _, t := range f.Texts() {
			link := address(t.Text)
			v.Open = &link
		}
	}
	for _, row := range p.rows(c, fields, shown) {
		section := field.Find(fields, row.Key).Section
		if len(v.Sections) == 0 || v.Sections[len(v.Sections)-1].Key != section {
			v.Sections = append(v.Sections, RowSection{Key: section, Title: p.texts.T("sectie." + section)})
		}
		last := &v.Sections[len(v.Sections)-1]
		last.Rows = append(last.Rows, row)
	}
	for i := range fields {
		if f := &fields[i]; f.State() == field.Unknown && notes[f.Key] == nil {
			v.Missing = append(v.Missing, p.texts.Label(c.Name, f.Key))
		}
	}
	switch e := e.(type) {
	case *catalogue.DecisionAid:
		v.Decision = e.Decision.Text
		for _, o := range e.Options.Items {
			v.Options = append(v.Options, Option{
				Name: o.Name.Text, Explanation: o.Explanation.Paragraphs(), Nothing: o.Nothing.Is("ja"),
				Pros: o.Pros.Strings(), Cons: o.Cons.Strings(),
			})
			v.Compare = v.Compare || o.Explanation.Known() || len(o.Pros.Items)+len(o.Cons.Items) > 0
		}
		v.IPDAS = p.ipdas(e)
	case *catalogue.PracticeExample:
		if row, ok := p.row(c, field.Find(fields, "resultaten"), notes); ok {
			v.Results = []Row{row}
		}
	case *catalogue.Toolkit:
		for _, part := range e.Parts.Items {
			v.Parts = append(v.Parts, p.part(part))
		}
	case *catalogue.CompetencySet:
		v.Matrix = p.matrix(e)
	case *catalogue.Meeting:
		p.times(v, e)
		if isPlanned(e) && !wasPlanned(e, p.today) {
			v.Ends, v.Past = p.ends(e), p.wasPlannedNotice()
			if e.SignUp.Known() {
				link := address(e.SignUp.Text)
				v.Open = &link
			}
		}
	}
	v.Handover = p.handover(e, v)
	return v
}

func (p *Planner) part(part catalogue.Part) Part {
	v := Part{Title: part.Title.Text, Explanation: part.Explanation.Paragraphs()}
	if part.Kind.Known() {
		v.Kind = p.label("onderdeelsoorten", part.Kind.Text)
	}
	if part.Language.Known() {
		v.Language = p.label("talen", part.Language.Text)
	}
	if part.Link.Known() {
		link := address(part.Link.Text)
		v.Link = &link
	}
	return v
}

// times adds the hours of a meeting to its date.
func (p *Planner) times(v *EntryView, m *catalogue.Meeting) {
	if !m.From.Known() || len(v.Facts) == 0 {
		return
	}
	hours := p.texts.T("vanaf", m.From)
	if m.To.Known() {
		hours = p.texts.T("van-tot", m.From, m.To)
	}
	date := &v.Facts[0]
	if date.Unknown {
		date.Note = append(date.Note, hours)
	} else {
		date.Text[0] += ", " + hours
	}
}

// notices are what a visitor must know before relying on the entry.
func (p *Planner) notices(e catalogue.Entry, fields []field.Field) []Notice {
	var all []Notice
	add := func(kind string, link *Link, args ...any) {
		all = append(all, Notice{Kind: kind, Text: p.texts.T("melding."+kind, args...), Link: link})
	}
	base := e.Base()
	if next := p.cat.Entry(base.Collection.Name + "/" + base.SupersededBy.Text); base.SupersededBy.Known() && next != nil {
		add("vervangen", &Link{Text: next.Base().Title.Text, URL: next.Base().URL()})
	}
	if base.Archived.State == field.Known {
		add("gearchiveerd", nil, p.texts.Date(base.Archived.Value.Date), strings.TrimRight(base.Archived.Value.Reason.Text, ".")+".")
	} else if catalogue.FreshnessOf(e, p.today) == catalogue.Stale {
		if revised := field.Find(fields, "herzien").Date(); revised.Known() {
			add("verouderd", nil, revised.Year)
		} else {
			add("oud", nil, field.Find(fields, "uitgebracht").Date().Year)
		}
	} else if catalogue.FreshnessOf(e, p.today) == catalogue.Due {
		add("nakijken", nil, base.Checked.Year)
	}
	if f := field.Find(fields, "status"); f != nil {
		for _, t := range f.Texts() {
			switch {
			case wasPlanned(e, p.today):
				all = append(all, *p.wasPlannedNotice())
			case p.texts.Has("melding." + t.Text):
				add(t.Text, nil)
			}
		}
	}
	return all
}

// isPlanned reports whether the entry is a meeting of which nobody has said that
// it was held, or that it was not.
func isPlanned(e catalogue.Entry) bool {
	m, ok := e.(*catalogue.Meeting)
	return ok && m.Status.Is("gepland")
}

// wasPlanned reports whether the entry is such a meeting, in the past.
func wasPlanned(e catalogue.Entry, today time.Time) bool {
	return isPlanned(e) && e.(*catalogue.Meeting).Date.Known() && !toCome(e, today)
}

func (p *Planner) wasPlannedNotice() *Notice {
	return &Notice{Kind: "was-gepland", Text: p.texts.T("melding.was-gepland")}
}

// toCome reports whether the entry is a meeting on a day that is not over.
func toCome(e catalogue.Entry, today time.Time) bool {
	m, ok := e.(*catalogue.Meeting)
	return ok && m.Date.Known() && !m.Date.End().Before(today)
}

// ends is the last day of a meeting that is to come, by which a page that is
// older than today knows that it is over; else "".
func (p *Planner) ends(e catalogue.Entry) string {
	if !toCome(e, p.today) {
		return ""
	}
	return e.(*catalogue.Meeting).Date.End().Format(time.DateOnly)
}

func (p *Planner) sources(base *catalogue.Common) []Source {
	var all []Source
	for _, s := range base.Sources.Items {
		v := Source{Title: s.Title.Text, Publisher: s.Publisher.Text, Number: s.Number.Text, Note: s.Note.Paragraphs(), Date: p.texts.Date(s.Date)}
		if !s.Date.Known() {
			v.Date = p.texts.T("datum-onbekend")
		}
		if s.Link.Known() {
			link := address(s.Link.Text)
			v.Link = &link
		}
		all = append(all, v)
	}
	return all
}

// forge is an address in the repository: where one edits a file, or makes a new
// one in a folder. It is "" when the repository is not known.
func (p *Planner) forge(action, path string) string {
	s := p.cat.Site
	if !s.Repository.Known() {
		return ""
	}
	branch := s.Branch.Text
	if branch == "" {
		branch = "main"
	}
	if strings.Contains(s.Repository.Text, "gitlab") { // GitLab puts what is no folder of its own behind a dash
		action = "-/" + action
	}
	return strings.TrimSuffix(s.Repository.Text, "/") + "/" + action + "/" + branch + "/" + path
}

// How many entries on the same subject a page offers: in all, and of one kind.
const (
	alike     = 6
	alikeKind = 3
)

// related are the entries that refer to this one, and then those that are about
// the same conditions or themes.
func (p *Planner) related(e catalogue.Entry, fields []field.Field) []CardGroup {
	var groups []CardGroup
	shown := map[catalogue.Entry]bool{e: true}
	for _, r := range p.incoming[e] {
		title := p.texts.T("terug." + r.from.Base().Collection.Name + "." + r.key)
		i := slices.IndexFunc(groups, func(g CardGroup) bool { return g.Title == title })
		if i < 0 {
			i = len(groups)
			groups = append(groups, CardGroup{ID: "terug-" + r.from.Base().Collection.Name, Title: title})
		}
		groups[i].Cards = append(groups[i].Cards, p.cards[r.from])
		shown[r.from] = true
	}
	for _, to := range p.outgoing[e] {
		shown[to] = true
	}
	var lists [][]int // for each subject the places of its entries, in the order of lists
	share := func(key string, entries map[string][]int) {
		if f := field.Find(fields, key); f != nil {
			for _, id := range termsOf(f) {
				if id != generic {
					lists = append(lists, entries[id])
				}
			}
		}
	}
	other := func(place int) bool { return p.ordered[place] != e }
	share("aandoeningen", p.places)
	if !slices.ContainsFunc(lists, func(places []int) bool { return slices.ContainsFunc(places, other) }) {
		share("themas", p.samples)
	}
	matches := make([][]catalogue.Entry, len(lists)+1) // by the number of subjects that are shared
	for {
		first := -1 // of the places that are left in the lists
		for _, places := range lists {
			if len(places) > 0 && (first < 0 || places[0] < first) {
				first = places[0]
			}
		}
		if first < 0 {
			break
		}
		shared := 0
		for i, places := range lists {
			if len(places) > 0 && places[0] == first {
				lists[i] = places[1:]
				shared++
			}
		}
		m, before := p.ordered[first], matches[shared]
		n := len(before) - alikeKind // in the order of lists a kind stands together
		full := n >= 0 && before[n].Base().Collection == m.Base().Collection
		if !full && !shown[m] && !m.Base().Aside() {
			matches[shared] = append(before, m)
		}
	}
	g := CardGroup{ID: "zie-ook", Title: p.texts.T("zie-ook")}
	ofKind := map[*catalogue.Collection]int{}
	for _, same := range slices.Backward(matches) {
		for _, m := range same {
			if c := m.Base().Collection; len(g.Cards) < alike && ofKind[c] < alikeKind {
				ofKind[c]++
				g.Cards = append(g.Cards, p.cards[m])
			}
		}
	}
	if len(g.Cards) > 0 {
		groups = append(groups, g)
	}
	return groups
}

// generic is the condition of what is for all conditions; sharing it says nothing.
const generic = "algemeen"
