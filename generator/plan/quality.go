package plan

import (
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

func (p *Planner) ipdas(d *catalogue.DecisionAid) *IPDAS {
	v := &IPDAS{}
	if d.IPDAS.State != field.Known {
		return v
	}
	vocabulary := p.cat.Vocabularies["ipdas"]
	for _, t := range vocabulary.Terms {
		mark := d.IPDAS.Get(t.ID.Text)
		if t.Group.Is(screening) && mark.State == field.Absent {
			continue
		}
		title := p.label("groepen", t.Group.Text)
		i := slices.IndexFunc(v.Groups, func(g IPDASGroup) bool { return g.Title == title })
		if i < 0 {
			i = len(v.Groups)
			v.Groups = append(v.Groups, IPDASGroup{Title: title})
		}
		item := IPDASItem{Label: t.Label.Text, Mark: field.UnknownWord, Answer: p.texts.T("onbekend")}
		if mark.Known() {
			item.Mark, item.Answer = mark.Text, p.label("antwoorden", mark.Text)
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
	Cells      []Cell // one for each training
}

// A Cell says how far a training teaches a competency.
type Cell struct {
	Training, Text string
	Mark           string // "volledig", "deels", "niet" or "onbekend"
}

func (p *Planner) matrix(c *catalogue.CompetencySet) *Matrix {
	m := &Matrix{Unknown: c.Competencies.State != field.Known}
	var trainings []*catalogue.Term
	for _, t := range p.cat.Vocabularies["opleidingen"].Terms {
		if slices.ContainsFunc(c.Competencies.Items, func(x catalogue.Competency) bool {
			return x.Coverage.Get(t.ID.Text).State != field.Absent
		}) {
			trainings = append(trainings, t)
			m.Trainings = append(m.Trainings, t.Label.Text)
		}
	}
	for _, x := range c.Competencies.Items {
		title := x.Group.Text
		switch {
		case x.Step.Known():
			title = p.label("stappen", x.Step.Text)
		case x.Role.Known():
			title = p.label("canmeds", x.Role.Text)
		}
		i := slices.IndexFunc(m.Groups, func(g MatrixGroup) bool { return g.Title == title })
		if i < 0 {
			i = len(m.Groups)
			m.Groups = append(m.Groups, MatrixGroup{Title: title})
		}
		row := MatrixRow{Name: x.Name.Text, Behaviours: x.Behaviours.Strings()}
		for _, t := range trainings {
			cell := Cell{Training: t.Label.Text, Text: p.texts.T("onbekend"), Mark: field.UnknownWord}
			if mark := x.Coverage.Get(t.ID.Text); mark.Known() {
				cell.Mark, cell.Text = mark.Text, p.label("dekking", mark.Text)
			}
			row.Cells = append(row.Cells, cell)
		}
		m.Groups[i].Rows = append(m.Groups[i].Rows, row)
	}
	return m
}
