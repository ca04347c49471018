package plan

import (
	"bytes"
	"cmp"
	"slices"
	"sync"
	"time"

	"kaartenbak/generator/catalogue"
	"kaartenbak/generator/field"
	"kaartenbak/generator/ledger"
)

// prepare works out what many pages need: the order of entries, what refers to
// what, and which entries have a term.
func (p *Planner) prepare() {
	p.sort()
	p.steps = slices.DeleteFunc(p.changes.Steps(), func(s *ledger.Step) bool { return !isTold(s) })
	p.organisations = make([]uint64, len(p.ordered))
	roles := p.organisationRoles()
	for place, e := range p.ordered {
		p.places[e] = place
		p.cards[e] = sync.OnceValue(func() *Card { return p.card(e) })
		p.sorted[e.Collection] = append(p.sorted[e.Collection], e)
		field.Walk(e, func(_ string, f field.Field) {
			switch f.Kind {
			case field.KindTerm, field.KindTerms:
				for _, t := range f.Texts() {
					p.use(f.Of, t.Text, place)
					if f.Of == catalogue.OrganisationTerms {
						p.organisations[place] |= roles[t.Text]
					}
				}
			case field.KindRef, field.KindRefs:
				for _, t := range f.Texts() {
					if to := p.cat.Entry(catalogue.Target(f.Declaration, t.Text)); to != nil {
						p.incoming[to] = append(p.incoming[to], reference{e, f.Key})
						p.outgoing[e] = append(p.outgoing[e], to)
					}
				}
			}
		})
	}
	p.general = p.generalTreatments()
}

// organisationRoles are the roles of each organisation, a bit for each role.
func (p *Planner) organisationRoles() map[string]uint64 {
	bits := map[string]int{}
	all := map[string]uint64{}
	v := p.cat.Vocabularies[catalogue.OrganisationTerms]
	if v == nil {
		return all
	}
	for _, t := range v.Terms {
		for _, role := range catalogue.Roles.Of(t).Items {
			if _, ok := bits[role.Text]; !ok {
				bits[role.Text] = len(bits) % 64
			}
			all[t.ID()] |= 1 << bits[role.Text]
		}
	}
	return all
}

// use remembers that the entry at a place has a term, once.
func (p *Planner) use(vocabulary, term string, place int) {
	terms := p.uses[vocabulary]
	if terms == nil {
		terms = map[string][]int{}
		p.uses[vocabulary] = terms
	}
	if all := terms[term]; len(all) == 0 || all[len(all)-1] != place {
		terms[term] = append(all, place)
	}
}

// having gives the entries that have a term, in the order of lists.
func (p *Planner) having(vocabulary, term string) []*catalogue.Entry {
	places := p.uses[vocabulary][term]
	entries := make([]*catalogue.Entry, len(places))
	for i, place := range places {
		entries[i] = p.ordered[place]
	}
	return entries
}

// sort puts the entries in the order of lists: by collection, what is put aside or
// withdrawn below the rest; aids and toolkits by how easily they open, as search has it
// among equals, and what is not old first; then by date where the collection lives by its
// date, else by title. What is nearest to today is first: of the meetings first those to
// come, then those that were, then those without a date.
func (p *Planner) sort() {
	type place struct {
		e          *catalogue.Entry
		collection int
		last       int
		ease       int
		when       int           // of a meeting: 0 to come, 1 over, 2 not known
		away       time.Duration // from today
	}
	places := make([]place, len(p.cat.Entries))
	for i, e := range p.cat.Entries {
		pl := place{e: e, collection: slices.Index(catalogue.Collections, e.Collection)}
		switch {
		case e.IsAside():
			pl.last = 2
		case e.IsWithdrawn():
			pl.last = 1
		case e.Collection == catalogue.DecisionAids || e.Collection == catalogue.Toolkits:
			pl.ease = 2 * e.Ease()
			if e.Freshness(p.today) == catalogue.Stale {
				pl.ease++
			}
		}
		day := catalogue.Date.Of(e)
		switch e.Collection {
		case catalogue.News:
			pl.away = p.today.Sub(day.End())
		case catalogue.Meetings:
			switch {
			case e.IsToCome(p.today):
				pl.away = day.End().Sub(p.today)
			case day.Known():
				pl.when, pl.away = 1, p.today.Sub(day.End())
			default:
				pl.when = 2
			}
		}
		places[i] = pl
	}
	slices.SortStableFunc(places, func(a, b place) int {
		return cmp.Or(
			cmp.Compare(a.collection, b.collection),
			cmp.Compare(a.last, b.last),
			cmp.Compare(a.ease, b.ease),
			cmp.Compare(a.when, b.when),
			cmp.Compare(a.away, b.away),
			bytes.Compare(a.e.SortKey, b.e.SortKey),
			cmp.Compare(a.e.Slug, b.e.Slug),
		)
	})
	p.ordered = make([]*catalogue.Entry, len(places))
	for i, pl := range places {
		p.ordered[i] = pl.e
	}
}
