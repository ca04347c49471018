package plan

import (
	"slices"
	"strings"
	"time"

	"kaartenbak/generator/catalogue"
	"kaartenbak/generator/ledger"
)

// A ChangesView is a page of what changed in the catalogue, the latest first.
type ChangesView struct {
	Since string // from when on this is known, in words
	Days  []ChangedDay
	Pager *Pager
}

// A ChangedDay is what changed on one day.
type ChangedDay struct {
	Day   string
	Parts []ChangedPart
}

// A ChangedPart is what changed on a day in one way.
type ChangedPart struct {
	Title  string // with how many there are, also on other pages
	Brief  bool   // the title says it all
	Folded bool   // there are many
	Groups []ChangedGroup
}

// A ChangedGroup is the entries of one collection.
type ChangedGroup struct {
	Kind, Label string
	Entries     []ChangedEntry
}

// A ChangedEntry is what became of an entry on a day.
type ChangedEntry struct {
	Entry   Link // without an address where there is no such entry now
	Changes []ChangeLine
}

// A ChangeLine is one thing that changed, in plain words.
type ChangeLine struct {
	Label string // of the field; "" where it is about the entry as a whole
	Text  string
	Link  *Link // behind the text
}

// A History is what changed in one entry.
type History struct {
	Days   []HistoryDay // the latest first
	Before string       // what is not known of the time before; "" where all is known
	More   bool         // there is more than what is here
}

// A HistoryDay is what changed in it on one day.
type HistoryDay struct {
	Day     string
	Changes []ChangeLine
}

const (
	changesURL = "/wijzigingen/"

	changesOnPage = 100                 // entries with what became of them on a day
	mostHistory   = 10                  // days to show on the page of an entry
	mostUnfolded  = 12                  // entries of a part that are seen at once
	newFor        = 90 * 24 * time.Hour // how long an entry is new
)

// isNew reports whether the entry came in lately. What was there when the ledger
// began did not.
func (p *Planner) isNew(e *catalogue.Entry) bool {
	day, ok := p.changes.CameIn(e.ID())
	return ok && p.today.Sub(day) < newFor
}

// changesPages plans the pages of what changed.
func (p *Planner) changesPages() {
	if !p.changes.Kept {
		return
	}
	pages := max(1, (len(p.steps)+changesOnPage-1)/changesOnPage)
	for n := 1; n <= pages; n++ {
		first := (n - 1) * changesOnPage
		steps := p.steps[first:min(first+changesOnPage, len(p.steps))]
		p.add(Page{URL: pageURL(changesURL, n), Template: "changes.html", Indexed: n == 1}, func(v *View) {
			v.Title, v.Description, v.Section, v.Trail = p.texts.T("wijzigingen.titel"), p.texts.T("wijzigingen.intro"), "wijzigingen", p.trail()
			if n > 1 {
				v.Title = p.texts.T("titel-pagina", v.Title, n)
			}
			v.Feed = p.feedLink(changesURL, p.texts.T("wijzigingen.titel"))
			v.Main = &ChangesView{
				Since: p.texts.T("wijzigingen.sinds", p.texts.Date(dateOf(p.changes.Began))), Days: p.days(steps), Pager: p.pager(changesURL, n, pages),
			}
		})
	}
}

// days puts steps, the latest first, below their days.
func (p *Planner) days(steps []*ledger.Step) (days []ChangedDay) {
	for i, s := range steps {
		newDay := i == 0 || !s.Day.Equal(steps[i-1].Day)
		if newDay {
			days = append(days, ChangedDay{Day: p.texts.Date(dateOf(s.Day))})
		}
		day := &days[len(days)-1]
		if newDay || s.Kind() != steps[i-1].Kind() {
			n := 0
			for _, o := range p.steps {
				if o.Day.Equal(s.Day) && o.Kind() == s.Kind() {
					n++
				}
			}
			day.Parts = append(day.Parts, ChangedPart{Title: p.texts.N("wijzigingen."+partNames[s.Kind()], n), Brief: s.Kind() == ledger.New, Folded: n > mostUnfolded})
		}
		part := &day.Parts[len(day.Parts)-1]
		var group ChangedGroup
		if c := s.Collection(); c != nil {
			group.Kind, group.Label = c.Name, p.texts.T("collectie."+c.Name+".naam")
		}
		if last := len(part.Groups) - 1; last < 0 || part.Groups[last].Kind != group.Kind {
			part.Groups = append(part.Groups, group)
		}
		last := &part.Groups[len(part.Groups)-1]
		last.Entries = append(last.Entries, p.changedEntry(s))
	}
	return days
}

// partNames are the names of the texts that are above steps of one kind.
var partNames = map[ledger.StepKind]string{
	ledger.New: "erbij", ledger.Left: "weg", ledger.Renamed: "verhuisd", ledger.Altered: "gewijzigd", ledger.Reworded: "herschreven",
}

func (p *Planner) changedEntry(s *ledger.Step) ChangedEntry {
	v := ChangedEntry{Entry: Link{Text: s.Entry}, Changes: p.changeLines(s)}
	if e := p.cat.Entry(s.Entry); e != nil {
		v.Entry = Link{Text: e.Title(), URL: e.URL()}
	}
	return v
}

// history is what changed in an entry, as its page shows it.
func (p *Planner) history(e *catalogue.Entry) *History {
	h := &History{}
	for _, s := range latest(p.changes.Of(e.ID())) {
		if len(h.Days) == mostHistory {
			h.More = true
			break
		}
		h.Days = append(h.Days, HistoryDay{Day: p.texts.Date(dateOf(s.Day)), Changes: p.changeLines(s)})
	}
	if len(h.Days) == 0 {
		return nil
	}
	if _, known := p.changes.CameIn(e.ID()); !known {
		h.Before = p.texts.T("kaart.veranderd-eerder", p.texts.Date(dateOf(p.changes.Began)))
	}
	return h
}

// latest gives the steps of an entry that can be told, the latest first.
func latest(steps []*ledger.Step) []*ledger.Step {
	var told []*ledger.Step
	for i := len(steps) - 1; i >= 0; i-- {
		if isTold(steps[i]) {
			told = append(told, steps[i])
		}
	}
	return told
}

// isTold reports whether there is something to say of a step. Of a field that is no
// more there is not.
func isTold(s *ledger.Step) bool {
	if s.CameIn || s.Gone || s.From != "" {
		return true
	}
	c := s.Collection()
	for _, change := range s.Changes {
		if c != nil && c.Schema.Keyed(change.Field) != nil {
			return true
		}
	}
	return false
}

// changeLines is what became of an entry on a day, in words.
func (p *Planner) changeLines(s *ledger.Step) (lines []ChangeLine) {
	about := func(kind string, link *Link) {
		lines = append(lines, ChangeLine{Text: p.texts.T("wijziging." + kind), Link: link})
	}
	switch {
	case s.Gone && s.Into != "":
		about("opgegaan", p.entryLink(s.Into))
	case s.Gone:
		about("weg", nil)
	case s.CameIn:
		about("erbij", nil)
	}
	if s.From != "" {
		about("verhuisd", nil)
	}
	c := s.Collection()
	if c == nil {
		return lines
	}
	var words []ChangeLine // without values: one line for all fields of which the same is said
	for _, change := range s.Changes {
		d := c.Schema.Keyed(change.Field)
		switch {
		case d == nil:
		case catalogue.Archived.Is(d) && ledger.SideOf(change.From) == ledger.Absent:
			about("opgeborgen", nil)
		case catalogue.SupersededBy.Is(d) && ledger.SideOf(change.To) == ledger.Told:
			about("vervangen", p.entryLink(catalogue.Target(d, change.To)))
		default:
			line := ChangeLine{Label: strings.TrimSuffix(p.texts.Label(c.Name, d.Key), "?"), Text: p.changeText(c, d, change)}
			isWords := ledger.SideOf(change.From) == ledger.Words || ledger.SideOf(change.To) == ledger.Words
			same := slices.IndexFunc(words, func(o ChangeLine) bool { return o.Text == line.Text })
			switch {
			case !isWords:
				lines = append(lines, line)
			case same < 0:
				words = append(words, line)
			default:
				words[same].Label += ", " + inSentence(line.Label)
			}
		}
	}
	return append(lines, words...)
}

// entryLink is an entry by its name; a text where it is not there.
func (p *Planner) entryLink(name string) *Link {
	if e := p.cat.Entry(name); e != nil {
		return &Link{Text: e.Title(), URL: e.URL()}
	}
	return &Link{Text: name}
}
