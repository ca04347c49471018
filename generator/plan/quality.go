package plan

import (
	"cmp"
	"slices"

	"kaartenbak/generator/catalogue"
	"kaartenbak/generator/field"
)

// IPDAS is what the submitter answered to the criteria of the International
// Patient Decision Aid Standards. It is no rating.
type IPDAS struct {
	Groups []IPDASGroup // none where no question was answered
}

// An IPDASGroup is the criteria of one kind.
type IPDASGroup struct {
	Title string
	Yes   int // how many were answered with ja
	Items []IPDASItem
}

// An IPDASItem is one criterion and its answer.
type IPDASItem struct {
	Label, Answer string
	Mark          string // "ja", "nee" or "onbekend"
}

// screening are the criteria that only a test or a screening has to meet.
const screening = "screening"

func (p *Planner) ipdas(e *catalogue.Entry) *IPDAS {
	f, ok := catalogue.IPDAS.Field(e)
	if !ok {
		return nil
	}
	v := &IPDAS{}
	answers := catalogue.IPDAS.Of(e)
	if answers.State != field.Known {
		return v
	}
	for _, t := range p.cat.Vocabularies[f.Of].Terms {
		mark, group := answers.Get(t.ID()), catalogue.Group.Of(t)
		if group.Is(screening) && mark.State == field.Absent {
			continue
		}
		title := p.label(catalogue.GroupTerms, group.Text)
		i := slices.IndexFunc(v.Groups, func(g IPDASGroup) bool { return g.Title == title })
		if i < 0 {
			i = len(v.Groups)
			v.Groups = append(v.Groups, IPDASGroup{Title: title})
		}
		item := IPDASItem{Label: t.Label(), Mark: field.UnknownWord, Answer: p.texts.T("onbekend")}
		if mark.Known() {
			item.Mark, item.Answer = mark.Text, p.label(f.Marks, mark.Text)
		}
		if item.Mark == "ja" {
			v.Groups[i].Yes++
		}
		v.Groups[i].Items = append(v.Groups[i].Items, item)
	}
	return v
}

// A Matrix is the competencies of a set against the trainings that teach them.
type Matrix struct {
	Trainings []string // the columns; none where no coverage is known
	Groups    []MatrixGroup
	Unknown   bool // the competencies themselves are not known
}

// A MatrixGroup is the competencies of one step, role or group.
type MatrixGroup struct {
	Title string
	Rows  []MatrixRow
}

// A MatrixRow is one competency.
type MatrixRow struct {
	Name       string // "" where only the step or role is known
	Behaviours []string
	Cells      []MatrixCell // one for each training
}

// A MatrixCell says how far a training teaches a competency.
type MatrixCell struct {
	Training, Text string
	Mark           string // "volledig", "deels", "niet" or "onbekend"
}

func (p *Planner) matrix(e *catalogue.Entry) *Matrix {
	if catalogue.Competencies.In(e.Schema()) == nil {
		return nil
	}
	competencies := catalogue.Competencies.Of(e)
	m := &Matrix{Unknown: competencies.State != field.Known}
	coverage := catalogue.Coverage.In(catalogue.Competencies.In(e.Schema()).Inner)
	var trainings []*catalogue.Term
	for _, t := range p.cat.Vocabularies[coverage.Of].Terms {
		if slices.ContainsFunc(competencies.Items, func(g *field.Record) bool {
			return catalogue.Coverage.Of(g).Get(t.ID()).State != field.Absent
		}) {
			trainings = append(trainings, t)
			m.Trainings = append(m.Trainings, t.Label())
		}
	}
	for _, g := range competencies.Items {
		title := cmp.Or(p.termName(catalogue.Step.Field(g)), p.termName(catalogue.CanMEDS.Field(g)), catalogue.Group.Of(g).Text)
		i := slices.IndexFunc(m.Groups, func(g MatrixGroup) bool { return g.Title == title })
		if i < 0 {
			i = len(m.Groups)
			m.Groups = append(m.Groups, MatrixGroup{Title: title})
		}
		row := MatrixRow{Name: catalogue.Name.Of(g).Text, Behaviours: catalogue.Behaviours.Of(g).Strings()}
		for _, t := range trainings {
			cell := MatrixCell{Training: t.Label(), Text: p.texts.T("onbekend"), Mark: field.UnknownWord}
			if mark := catalogue.Coverage.Of(g).Get(t.ID()); mark.Known() {
				cell.Mark, cell.Text = mark.Text, p.label(coverage.Marks, mark.Text)
			}
			row.Cells = append(row.Cells, cell)
		}
		m.Groups[i].Rows = append(m.Groups[i].Rows, row)
	}
	return m
}
