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
	Open        *Link  // the way to the thing itself, or to signing up; or nil
	OpenText    string // what its button says
	OpenNote    string // what to do where it leads, or ""
	OpenUnknown bool   // the kind has an address, and it is not known
	OpenField   string // the key of that address

	// Of the fields that have a place of their own on the page.
	SummaryCell, DecisionCell, OptionsCell, OpenCell *Cell

	Handover   *Handover
	Who        []Row // the answers of the first screen: for whom, and for whom not
	Facts      []Row // and the others
	Options    []Option
	Compare    bool // the options have more than a name
	Body       template.HTML
	BodyTitle  string
	Sections   []RowSection
	Results    []Row // of a practice example
	Parts      []Part
	Matrix     *Matrix
	IPDAS      *IPDAS
	Sources    []Source
	History    *History // what changed; nil where nothing did
	Related    []CardGroup
	Missing    []string // labels of the fields that are not known
	Unanswered []string // what is said where nobody answered a field yet
	SourceFile string   // address of the entry's own source
	Edit       string   // address to change the file in the repository, or ""
	Correct    string   // address of the form with this entry in it, or "" where what it makes leads nowhere
	Report     *Report  // how to tell that the address does not work, or nil
}

// A Cell is what scripts need to know of a field that is no row: its name, and its
// turn in a comparison.
type Cell struct {
	Key, Label string
	Turn       int // as in [Row]
}

// A Notice is something to know before reading on.
type Notice struct {
	Kind, Text string
	Link       *Link
}

// The kinds of notice that a patient gets in other words.
const (
	noticeStale     = "verouderd" // revised years ago
	noticeOld       = "oud"       // released years ago, and never revised as far as is known
	noticePrototype = "prototype"
)

// A RowSection is a heading with rows.
type RowSection struct {
	Key, Title string
	Rows       []Row
}

// An Option is one of the things that can be chosen.
type Option struct {
	Name        string
	Explanation []string
	Treatments  []Link
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
	Cards     []*Card
	Past      string    // of meetings to come: the heading for those that are over by now
	Contacts  []Contact // of examples that use an aid: whom to ask
}

// entry plans the page of one entry.
func (p *Planner) entry(e *catalogue.Entry) {
	p.add(Page{URL: e.URL(), Template: "entry.html", Indexed: !e.IsAside()}, func(v *View) {
		v.Title, v.Section, v.Description = e.Title(), e.Collection.Name, e.Summary()
		v.Trail = p.trail(p.collectionLink(e.Collection))
		v.Main = p.entryView(e)
	})
}

func (p *Planner) entryView(e *catalogue.Entry) *EntryView {
	c := e.Collection
	v := &EntryView{
		Kind: c.Name, Label: p.texts.T("soort." + c.Singular), Title: e.Title(), Summary: e.Summary(), Notices: p.notices(e),
		Body: template.HTML(e.Text.HTML), BodyTitle: p.texts.T("hoofdtekst." + c.Singular),
		SourceFile: e.URL() + "kaart.md", Edit: p.cat.Forge.Edit("content/" + e.ID() + ".md"), Correct: p.correctURL(e),
		Sources: p.sources(e), History: p.history(e), Related: p.related(e),
		Decision: catalogue.Decision.Of(e).Text, IPDAS: p.ipdas(e), Matrix: p.matrix(e),
		SummaryCell: p.cell(c, catalogue.Summary.In(c.Schema)), DecisionCell: p.cell(c, catalogue.Decision.In(c.Schema)),
		OptionsCell: p.cell(c, catalogue.Options.In(c.Schema)), OpenCell: p.cell(c, catalogue.Link.In(c.Schema)),
	}
	notes := notesOf(e)
	v.Who, v.Facts = p.firstRows(e, c.Schema.ForWhom, notes), p.firstRows(e, c.Schema.First, notes)
	p.sections(v, e, notes)
	if link := catalogue.Link.In(c.Schema); link != nil {
		v.OpenField, v.OpenText = link.Key, p.texts.T("open."+c.Name)
	}
	switch e.Opening() {
	case catalogue.Direct, catalogue.AtMaker, catalogue.Restricted:
		v.Open = open(catalogue.Link.Of(e))
	case catalogue.Listed:
		v.Open, v.OpenText, v.OpenNote = open(catalogue.Link.Of(e)), p.texts.T("open.lijst", site(catalogue.Link.Of(e).Text)), p.texts.T("open.overzicht")
	case catalogue.NoAddress:
		v.OpenUnknown = true
	}
	for _, g := range catalogue.Options.Of(e).Items {
		o := Option{
			Name: catalogue.Name.Of(g).Text, Explanation: catalogue.Explanation.Of(g).Paragraphs(), Nothing: catalogue.Nothing.Of(g).Is("ja"),
			Pros: catalogue.Pros.Of(g).Strings(), Cons: catalogue.Cons.Of(g).Strings(),
		}
		for _, t := range catalogue.Treatments.Of(g).Items {
			o.Treatments = append(o.Treatments, p.termLink(catalogue.TreatmentTerms, t.Text))
		}
		v.Options = append(v.Options, o)
		v.Compare = v.Compare || catalogue.Explanation.Of(g).Known() || len(o.Treatments) > 0 || len(o.Pros)+len(o.Cons) > 0
	}
	if results, ok := catalogue.Results.Field(e); ok {
		if row, ok := p.row(c, results, notes); ok {
			v.Results = []Row{row}
		}
	}
	for _, g := range catalogue.Parts.Of(e).Items {
		v.Parts = append(v.Parts, p.part(g))
	}
	p.hours(v, e)
	if e.IsPlanned() && !e.WasPlanned(p.today) {
		v.Ends, v.Past = p.ends(e), p.wasPlannedNotice()
		if to := open(catalogue.SignUp.Of(e)); to != nil {
			v.Open, v.OpenText, v.OpenField = to, p.texts.T("open."+c.Name), catalogue.SignUp.In(c.Schema).Key
		}
	}
	v.Handover = p.handover(e, v)
	v.Report = p.report(e, v)
	return v
}

// cell is what scripts need to know of a field; nil where the collection lacks it.
func (p *Planner) cell(c *catalogue.Collection, d *field.Declaration) *Cell {
	if d == nil {
		return nil
	}
	return &Cell{Key: d.Key, Label: p.texts.Label(c.Name, d.Key), Turn: d.Compare}
}

// firstRows are the rows of the first screen for these fields, of what is known.
func (p *Planner) firstRows(e *catalogue.Entry, fields []*field.Declaration, notes notes) []Row {
	var rows []Row
	for _, d := range fields {
		if row, ok := p.row(e.Collection, e.Field(d), notes); ok && !row.Unknown {
			rows = append(rows, row)
		}
	}
	return rows
}

// sections are the rows of all other fields, below the headings of the page, and
// the names of those that are not known, without the mark of a question: they stand
// in a sentence.
func (p *Planner) sections(v *EntryView, e *catalogue.Entry, notes notes) {
	for f := range e.Fields() {
		row, ok := p.row(e.Collection, f, notes)
		if ok && row.Unknown {
			v.Missing = append(v.Missing, inSentence(strings.TrimSuffix(row.Label, "?")))
		}
		if f.State() == field.Absent && f.Unanswered != "" {
			v.Unanswered = append(v.Unanswered, p.texts.T(f.Unanswered))
		}
		if f.Apart || f.First > 0 || f.ForWhom > 0 {
			continue
		}
		if !ok || row.Unknown {
			continue
		}
		if len(v.Sections) == 0 || v.Sections[len(v.Sections)-1].Key != f.Section {
			v.Sections = append(v.Sections, RowSection{Key: f.Section, Title: p.texts.T("sectie." + f.Section)})
		}
		last := &v.Sections[len(v.Sections)-1]
		last.Rows = append(last.Rows, row)
	}
}

// open is the way to an address that is known, or nil.
func open(to field.Text) *Link {
	if !to.Known() {
		return nil
	}
	link := address(to.Text)
	return &link
}

func (p *Planner) part(g *field.Record) Part {
	v := Part{Title: catalogue.Title.Of(g).Text, Explanation: catalogue.Explanation.Of(g).Paragraphs(), Link: open(catalogue.Link.Of(g))}
	v.Kind = p.termName(catalogue.PartKind.Field(g))
	v.Language = p.termName(catalogue.Language.Field(g))
	return v
}

// termName is the name of the term in a field, or "".
func (p *Planner) termName(f field.Field, _ bool) string {
	for _, t := range f.Texts() {
		return p.label(f.Of, t.Text)
	}
	return ""
}

// hours adds the hours of a meeting to its date, which is the first fact. A date that
// is not known is there too then.
func (p *Planner) hours(v *EntryView, e *catalogue.Entry) {
	begin, end := catalogue.Begin.Of(e), catalogue.End.Of(e)
	if !begin.Known() {
		return
	}
	if !catalogue.Date.Of(e).Known() {
		d := catalogue.Date.In(e.Schema())
		v.Facts = slices.Insert(v.Facts, 0, Row{Key: d.Key, Label: p.texts.Label(e.Collection.Name, d.Key), Unknown: true})
	}
	hours := p.texts.T("vanaf", begin)
	if end.Known() {
		hours = p.texts.T("van-tot", begin, end)
	}
	date := &v.Facts[0]
	if date.Unknown {
		date.Note = append(date.Note, hours)
	} else {
		date.Text[0] += ", " + hours
	}
}

// notices are what a visitor must know before relying on the entry.
func (p *Planner) notices(e *catalogue.Entry) []Notice {
	var all []Notice
	add := func(kind string, link *Link, args ...any) {
		all = append(all, Notice{Kind: kind, Text: p.texts.T("melding."+kind, args...), Link: link})
	}
	successor := catalogue.SupersededBy.Of(e)
	if next := p.cat.Entry(e.Collection.Name + "/" + successor.Text); successor.Known() && next != nil {
		add("vervangen", &Link{Text: next.Title(), URL: next.URL()})
	}
	archived, freshness := catalogue.Archived.Of(e), e.Freshness(p.today)
	switch revised := catalogue.Revised.Of(e); {
	case archived.Known():
		reason := strings.TrimRight(catalogue.Reason.Of(archived.Record).Text, ".") + "."
		add("gearchiveerd", nil, p.texts.Date(catalogue.Date.Of(archived.Record)), reason)
	case freshness == catalogue.Stale && revised.Known():
		add(noticeStale, nil, revised.Year)
	case freshness == catalogue.Stale:
		add(noticeOld, nil, catalogue.Released.Of(e).Year)
	case freshness == catalogue.Due:
		add("nakijken", nil, catalogue.Checked.Of(e).Year)
	}
	switch status := catalogue.Status.Of(e); {
	case e.WasPlanned(p.today):
		all = append(all, *p.wasPlannedNotice())
	case p.texts.Has("melding." + status.Text):
		add(status.Text, nil)
	}
	return all
}

func (p *Planner) wasPlannedNotice() *Notice {
	return &Notice{Kind: "was-gepland", Text: p.texts.T("melding.was-gepland")}
}

// ends is the last day of a meeting that is to come, by which a page that is
// older than today knows that it is over; else "".
func (p *Planner) ends(e *catalogue.Entry) string {
	if !e.IsToCome(p.today) {
		return ""
	}
	return catalogue.Date.Of(e).End().Format(time.DateOnly)
}

func (p *Planner) sources(e *catalogue.Entry) []Source {
	var all []Source
	for _, g := range catalogue.Sources.Of(e).Items {
		v := Source{
			Title: catalogue.Title.Of(g).Text, Publisher: catalogue.Publisher.Of(g).Text, Number: catalogue.Number.Of(g).Text,
			Note: catalogue.Note.Of(g).Paragraphs(), Link: open(catalogue.Link.Of(g)), Date: p.texts.T("datum-onbekend"),
		}
		if date := catalogue.Date.Of(g); date.Known() {
			v.Date = p.texts.Date(date)
		}
		all = append(all, v)
	}
	return all
}
