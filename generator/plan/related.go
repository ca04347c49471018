package plan

import (
	"cmp"
	"maps"
	"slices"

	"kaartenbak/generator/catalogue"
	"kaartenbak/generator/field"
)

// How many entries that are tied to it a page offers: in all, and of one kind.
const (
	mostTied       = 6
	mostTiedOfKind = 3
)

// A Contact is whom to ask about an example.
type Contact struct {
	Example Link
	Text    string // the organisation and the function; "" where it is not known
}

// related are the entries that refer to this one, and then those that are tied to it.
func (p *Planner) related(e *catalogue.Entry) []CardGroup {
	var groups []CardGroup
	shown := map[*catalogue.Entry]bool{e: true}
	for _, r := range p.incoming[e] {
		title := p.texts.T("terug." + r.from.Collection.Name + "." + r.key)
		i := slices.IndexFunc(groups, func(g CardGroup) bool { return g.Title == title })
		if i < 0 {
			i = len(groups)
			groups = append(groups, CardGroup{ID: "terug-" + r.from.Collection.Name, Title: title})
		}
		groups[i].Cards = append(groups[i].Cards, p.Card(r.from))
		if e.Collection == catalogue.DecisionAids && r.from.Collection == catalogue.PracticeExamples {
			groups[i].Contacts = append(groups[i].Contacts, p.contact(r.from))
		}
		shown[r.from] = true
	}
	for _, to := range p.outgoing[e] {
		shown[to] = true
	}
	g := CardGroup{ID: "zie-ook", Title: p.texts.T("zie-ook")}
	ofKind := map[*catalogue.Collection]int{}
	for _, other := range p.tied(e) {
		if shown[other] || other.IsAside() || ofKind[other.Collection] == mostTiedOfKind || len(g.Cards) == mostTied {
			continue
		}
		ofKind[other.Collection]++
		g.Cards = append(g.Cards, p.Card(other))
	}
	if len(g.Cards) > 0 {
		groups = append(groups, g)
	}
	return groups
}

// contact is whom to ask about an example.
func (p *Planner) contact(e *catalogue.Entry) Contact {
	c := Contact{Example: Link{Text: e.Title(), URL: e.URL()}}
	if f, ok := catalogue.ContactOf.Field(e); ok {
		if row, ok := p.row(e.Collection, f, notesOf(e)); ok && !row.Unknown {
			c.Text = row.short(p)
		}
	}
	return c
}

// A tie is how much two entries share, the strongest first.
type tie struct {
	aids, conditions, treatments int     // how many of each
	themes                       float64 // a theme counts for more the fewer entries have it
}

func (t tie) compare(other tie) int {
	return cmp.Or(
		cmp.Compare(t.aids, other.aids), cmp.Compare(t.conditions, other.conditions),
		cmp.Compare(t.treatments, other.treatments), cmp.Compare(t.themes, other.themes),
	)
}

// tied are the entries that share an aid, a condition or a treatment with this one, or,
// where there are too few of those, a theme or an instrument and the kind of
// organisation. Those with the strongest tie come first, and then the order of lists.
func (p *Planner) tied(e *catalogue.Entry) []*catalogue.Entry {
	ties := map[int]tie{} // by the place of the other entry
	own := p.places[e]
	add := func(places []int, strengthen func(*tie)) {
		for _, place := range places {
			if place != own {
				t := ties[place]
				strengthen(&t)
				ties[place] = t
			}
		}
	}
	for _, to := range p.outgoing[e] {
		if to.Collection == catalogue.DecisionAids {
			for _, r := range p.incoming[to] {
				add([]int{p.places[r.from]}, func(t *tie) { t.aids++ })
			}
		}
	}
	for _, term := range catalogue.Conditions.Of(e).Items {
		if term.Text != generic {
			add(p.uses[catalogue.ConditionTerms][term.Text], func(t *tie) { t.conditions++ })
		}
	}
	for _, term := range catalogue.Treatments.Of(e).Items {
		if p.general[term.Text] {
			continue
		}
		add(p.uses[catalogue.TreatmentTerms][term.Text], func(t *tie) { t.treatments++ })
	}
	if len(ties) < mostTied {
		for _, role := range []field.Role[field.List]{catalogue.Themes, catalogue.Instruments} {
			subjects, _ := role.Field(e)
			for _, term := range subjects.Texts() {
				uses := p.uses[subjects.Of][term.Text]
				add(uses, func(t *tie) { t.themes += 1 / float64(len(uses)) })
			}
		}
		maps.DeleteFunc(ties, func(place int, t tie) bool {
			t.themes = 0
			return t == tie{} && p.organisations[own]&p.organisations[place] == 0
		})
	}
	places := slices.Sorted(maps.Keys(ties))
	slices.SortStableFunc(places, func(a, b int) int { return ties[b].compare(ties[a]) })
	entries := make([]*catalogue.Entry, len(places))
	for i, place := range places {
		entries[i] = p.ordered[place]
	}
	return entries
}

// mostTreated is for how many conditions a treatment is used at most for sharing it to be
// a tie: a healthy way of life is a choice with very many.
const mostTreated = 2

// generalTreatments are the treatments that are used for more conditions than that.
func (p *Planner) generalTreatments() map[string]bool {
	general := map[string]bool{}
	for treatment, places := range p.uses[catalogue.TreatmentTerms] {
		conditions := map[string]bool{}
		for _, place := range places {
			for _, term := range catalogue.Conditions.Of(p.ordered[place]).Items {
				conditions[term.Text] = true
			}
		}
		general[treatment] = len(conditions) > mostTreated
	}
	return general
}

// generic is the condition of what is for all conditions; sharing it says nothing.
const generic = "algemeen"
