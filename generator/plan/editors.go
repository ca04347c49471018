package plan

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strconv"
	"time"

	"kaartenbak/generator/catalogue"
	"kaartenbak/generator/field"
	"kaartenbak/generator/stats"
)

// An EditorsView is what there is to do to keep the catalogue true.
type EditorsView struct {
	Charts        []Chart
	Lists         []WorkList
	Organisations []OrganisationRow
	Changed       []WorkItem
}

// A Chart is a bar for each of a few numbers, with the same numbers as a table.
type Chart struct {
	Key, Title  string
	Name, Value string // heads of the columns
	Bars        []Bar
}

// A Bar is one number of a chart.
type Bar struct {
	Label, Text string
	Width       int // of chartWidth
}

// A WorkList is entries that ask for the same work.
type WorkList struct {
	Key, Title, Note, Count string
	Items                   []WorkItem
}

// A WorkItem is an entry, why it is here, and where it is corrected.
type WorkItem struct {
	Title, URL, Kind, Label string
	Why                     string
	Correct                 string
	date                    string // for sorting
}

// An OrganisationRow is the state of the entries on which an organisation stands.
type OrganisationRow struct {
	Organisation               Link
	Entries, Stale, Due, Never int
	Known                      string // share of the required fields that have a value
}

const (
	soon        = 90 // days in which a check is due, to be told of now
	mostUnknown = 10 // fields to show
	mostChanged = 12 // entries to show
)

// chartWidth is the length of the longest bar of a chart, in the units of its viewBox.
const chartWidth = 320

func (p *Planner) editors() {
	p.add(Page{URL: "/redactie/", Template: "editors.html"}, func(v *View) {
		v.Title, v.Description, v.Trail, v.Section = p.texts.T("redactie.titel"), p.texts.T("redactie.intro"), p.trail(), "redactie"
		v.Main = &EditorsView{
			Charts:        []Chart{p.stateChart(), p.knownChart(), p.unknownChart()},
			Lists:         p.workLists(),
			Organisations: p.organisationRows(),
			Changed:       p.changed(),
		}
	})
}

func (p *Planner) workItem(e *catalogue.Entry, why string) WorkItem {
	return WorkItem{
		Title: e.Title(), URL: e.URL(), Kind: e.Collection.Name, Label: p.texts.T("soort." + e.Collection.Singular),
		Why: why, Correct: p.correctURL(e),
	}
}

// workLists are the entries to look at, by what is to be done.
func (p *Planner) workLists() []WorkList {
	kinds := []string{"verouderd", "nakijken", "dood", "moeilijk", "los"}
	found := map[string][]WorkItem{}
	add := func(kind string, e *catalogue.Entry, date, why string) {
		item := p.workItem(e, why)
		item.date = date
		found[kind] = append(found[kind], item)
	}
	byFile := map[string]*catalogue.Entry{}
	linked := stats.Linked(p.cat)
	for _, e := range p.ordered {
		byFile[e.File] = e
		if e.IsAside() {
			continue
		}
		if e.Freshness(p.today) == catalogue.Stale {
			latest := e.Latest()
			add("verouderd", e, latest.String(), p.texts.T("redactie.laatst", p.texts.Date(latest)))
		}
		if day, ok := e.DueOn(); ok && !day.After(p.today.AddDate(0, 0, soon)) {
			add("nakijken", e, day.Format(time.DateOnly), p.texts.T("redactie.nakijken-voor", p.texts.Date(dateOf(day))))
		}
		if r := stats.ReadingOf(e); r.Known && r.Score < stats.HardBelow {
			add("moeilijk", e, fmt.Sprintf("%03.0f", max(0, r.Score)), p.texts.T("redactie.leesbaar", int(math.Round(max(0, r.Score))), int(math.Round(r.Words))))
		}
		if !linked[e.ID()] {
			add("los", e, "", "")
		}
	}
	for _, dead := range p.cat.DeadAddresses {
		if e := byFile[dead.File]; e != nil {
			add("dood", e, "", dead.Message)
		}
	}
	var lists []WorkList
	for _, kind := range kinds {
		items := found[kind]
		slices.SortStableFunc(items, func(a, b WorkItem) int { return cmp.Compare(a.date, b.date) })
		lists = append(lists, WorkList{
			Key: kind, Title: p.texts.T("redactie." + kind + ".titel"), Note: p.texts.T("redactie." + kind + ".uitleg"),
			Count: p.texts.N("aantal", len(items)), Items: items,
		})
	}
	return lists
}

func dateOf(day time.Time) field.Date {
	return field.Date{Year: day.Year(), Month: int(day.Month()), Day: day.Day(), State: field.Known}
}

// changed are the entries with the latest dates: checked, revised, told, put aside.
func (p *Planner) changed() []WorkItem {
	var items []WorkItem
	for _, e := range p.ordered {
		latest, why := field.Date{}, ""
		consider := func(d field.Date, what string) {
			if d.Known() && !d.Start().After(p.today) && (!latest.Known() || d.End().After(latest.End())) {
				latest, why = d, what
			}
		}
		consider(catalogue.Checked.Of(e), "nagekeken")
		if archived := catalogue.Archived.Of(e); archived.Known() {
			consider(catalogue.Date.Of(archived.Record), "opgeborgen")
		}
		consider(catalogue.Released.Of(e), "uitgebracht")
		consider(catalogue.Revised.Of(e), "herzien")
		if e.Collection == catalogue.News {
			consider(catalogue.Date.Of(e), "bericht")
		}
		if latest.Known() {
			item := p.workItem(e, p.texts.T("redactie.veranderd."+why, p.texts.Date(latest)))
			item.date = latest.End().Format(time.DateOnly)
			items = append(items, item)
		}
	}
	slices.SortStableFunc(items, func(a, b WorkItem) int { return cmp.Compare(b.date, a.date) })
	return items[:min(len(items), mostChanged)]
}

// chart gives the bars their length. The longest is as wide as the drawing.
func (p *Planner) chart(key string, bars []Bar, values []float64) Chart {
	c := Chart{
		Key: key, Title: p.texts.T("redactie.grafiek." + key + ".titel"), Name: p.texts.T("redactie.grafiek." + key + ".naam"),
		Value: p.texts.T("redactie.grafiek." + key + ".waarde"), Bars: bars,
	}
	longest := 0.0
	for _, v := range values {
		longest = max(longest, v)
	}
	for i := range bars {
		if longest > 0 {
			bars[i].Width = int(math.Round(values[i] / longest * chartWidth))
		}
	}
	return c
}

// stateChart is how far all entries can be relied on today.
func (p *Planner) stateChart() Chart {
	states := []string{"goed", "nakijken", "verouderd", "datumloos", "opgeborgen"}
	count := map[string]int{}
	for _, e := range p.ordered {
		switch {
		case e.IsAside():
			count["opgeborgen"]++
		default:
			count[map[catalogue.Freshness]string{catalogue.Fresh: "goed", catalogue.Due: "nakijken", catalogue.Stale: "verouderd", catalogue.Undated: "datumloos"}[e.Freshness(p.today)]]++
		}
	}
	var bars []Bar
	var values []float64
	for _, s := range states {
		bars = append(bars, Bar{Label: p.texts.T("redactie.stand." + s), Text: strconv.Itoa(count[s])})
		values = append(values, float64(count[s]))
	}
	return p.chart("stand", bars, values)
}

// knownChart is how much of what was asked is known, by collection.
func (p *Planner) knownChart() Chart {
	var bars []Bar
	var values []float64
	for _, c := range catalogue.Collections {
		known, asked := 0, 0
		for _, e := range p.sorted[c] {
			k, a := stats.Answered(e)
			known, asked = known+k, asked+a
		}
		if asked > 0 {
			share := float64(known) / float64(asked)
			bars = append(bars, Bar{Label: p.texts.T("collectie." + c.Name + ".naam"), Text: percent(share)})
			values = append(values, share)
		}
	}
	return p.chart("bekend", bars, values)
}

func percent(share float64) string { return fmt.Sprintf("%.0f%%", 100*share) }

// unknownChart is the fields that are most often not known.
func (p *Planner) unknownChart() Chart {
	type count struct {
		label, collection string
		unknown, of       int
	}
	var all []*count
	for _, c := range catalogue.Collections {
		by := map[string]*count{}
		for _, e := range p.sorted[c] {
			for f := range e.Fields() {
				n := by[f.Key]
				if n == nil {
					n = &count{label: p.texts.Label(c.Name, f.Key), collection: p.texts.T("collectie." + c.Name + ".kop")}
					by[f.Key] = n
					all = append(all, n)
				}
				n.of++
				if f.State() == field.Unknown {
					n.unknown++
				}
			}
		}
	}
	slices.SortStableFunc(all, func(a, b *count) int { return cmp.Compare(b.unknown, a.unknown) })
	var bars []Bar
	var values []float64
	for _, n := range all[:min(len(all), mostUnknown)] {
		if n.unknown > 0 {
			bars = append(bars, Bar{Label: n.collection + ": " + n.label, Text: p.texts.T("redactie.van", n.unknown, n.of)})
			values = append(values, float64(n.unknown))
		}
	}
	return p.chart("onbekend", bars, values)
}

// organisationRows are the organisations on whose entries there is work.
func (p *Planner) organisationRows() []OrganisationRow {
	var rows []OrganisationRow
	for _, t := range p.cat.Vocabularies[catalogue.OrganisationTerms].Terms {
		row := OrganisationRow{Organisation: p.termLink(catalogue.OrganisationTerms, t.ID())}
		known, asked := 0, 0
		for _, e := range p.having(catalogue.OrganisationTerms, t.ID()) {
			if e.IsAside() {
				continue
			}
			row.Entries++
			switch e.Freshness(p.today) {
			case catalogue.Stale:
				row.Stale++
			case catalogue.Due:
				row.Due++
			}
			if !catalogue.Checked.Of(e).Known() {
				row.Never++
			}
			k, a := stats.Answered(e)
			known, asked = known+k, asked+a
		}
		if row.Stale+row.Due+row.Never > 0 {
			row.Known = percent(float64(known) / float64(max(1, asked)))
			rows = append(rows, row)
		}
	}
	compare := catalogue.Collator()
	slices.SortStableFunc(rows, func(a, b OrganisationRow) int { return compare.CompareString(a.Organisation.Text, b.Organisation.Text) })
	return rows
}
