package plan

import (
	"slices"

	"kaartenbak/generator/catalogue"
)

// A CodeView is the page of a code, to which a patient's record can link.
type CodeView struct {
	Code   string // with the name of its list: ICPC T90.02
	Term   *Link  // what the code means; nil where no term has it
	Names  []string
	Groups []CardGroup // the entries about it, the aids first
	Near   []Link      // terms with entries that mean less or more than the code
}

// A CodesView is the page with all codes.
type CodesView struct {
	Example string // address of a page of a code, or ""
	Systems []CodeTable
}

// A CodeTable is the codes of one list.
type CodeTable struct {
	ID, Name string
	Rows     []CodeRow
}

// A CodeRow is a code, and what it means or has below it.
type CodeRow struct {
	Code  Link
	Exact bool
	Terms []Link
}

// codes plans the page of each code, and that of all, if there are any.
func (p *Planner) codes() {
	codes := p.cat.Codes()
	if len(codes) == 0 {
		return
	}
	index := Link{Text: p.texts.T("code.titel"), URL: "/code/"}
	p.add(Page{URL: index.URL, Template: "codes.html", Indexed: true}, func(v *View) {
		v.Title, v.Description, v.Trail, v.Section = index.Text, p.texts.T("code.intro"), p.trail(), "code"
		view := &CodesView{}
		for _, c := range codes {
			if n := len(view.Systems); n == 0 || view.Systems[n-1].ID != c.System.ID {
				view.Systems = append(view.Systems, CodeTable{ID: c.System.ID, Name: c.System.Name})
			}
			row := CodeRow{Code: Link{Text: c.Text, URL: c.URL()}}
			if c.Term != nil {
				row.Exact, row.Terms = true, []Link{p.termLink(c.Vocabulary, c.Term.ID())}
			} else {
				for _, t := range c.Near {
					row.Terms = append(row.Terms, p.termLink(t.Vocabulary, t.Term.ID()))
				}
			}
			if view.Example == "" && row.Exact && row.Terms[0].URL != "" {
				view.Example = row.Code.URL
			}
			table := &view.Systems[len(view.Systems)-1]
			table.Rows = append(table.Rows, row)
		}
		v.Main = view
	})
	for _, c := range codes {
		p.add(Page{URL: c.URL(), Template: "code.html"}, func(v *View) {
			view := p.codeView(c)
			v.Title, v.Trail, v.Section = view.Code, p.trail(index), "code"
			if view.Term != nil {
				v.Title += ": " + view.Term.Text
			}
			v.Description = p.texts.T("code.over", v.Title)
			v.Main = view
		})
	}
}

func (p *Planner) codeView(c *catalogue.Code) *CodeView {
	view := &CodeView{Code: c.System.Name + " " + c.Text}
	near := slices.Clone(c.Near)
	if c.Term != nil {
		link := p.termLink(c.Vocabulary, c.Term.ID())
		view.Term, view.Names = &link, otherNames(c.Term)
		view.Groups = p.group(c.Vocabulary, p.usable(c.Vocabulary, c.Term.ID()))
		broader := catalogue.Broader.Of(c.Term)
		for _, t := range p.cat.Vocabularies[c.Vocabulary].Terms {
			isBeside := len(view.Groups) == 0 && t != c.Term && broader.Known() && catalogue.Broader.Of(t).Is(broader.Text)
			if catalogue.Broader.Of(t).Is(c.Term.ID()) || broader.Is(t.ID()) || isBeside {
				near = append(near, catalogue.CodedTerm{Vocabulary: c.Vocabulary, Term: t})
			}
		}
	}
	for _, t := range near {
		if link := p.termLink(t.Vocabulary, t.Term.ID()); link.URL != "" && !slices.Contains(view.Near, link) {
			view.Near = append(view.Near, link)
		}
	}
	return view
}

// usable are the entries that have a term, without those that are put aside or
// withdrawn; what has an address comes before what has none.
func (p *Planner) usable(vocabulary, term string) []*catalogue.Entry {
	entries := slices.DeleteFunc(p.having(vocabulary, term), func(e *catalogue.Entry) bool { return e.IsAside() || e.IsWithdrawn() })
	lacks := func(e *catalogue.Entry) bool { return e.Opening() == catalogue.NoAddress }
	slices.SortStableFunc(entries, func(a, b *catalogue.Entry) int {
		switch {
		case a.Collection != b.Collection || lacks(a) == lacks(b):
			return 0
		case lacks(a):
			return 1
		}
		return -1
	})
	return entries
}
