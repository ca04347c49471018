package plan

import (
	"bytes"
	"cmp"
	"slices"
	"time"

	"golang.org/x/text/collate"

	"kaartenbak/generator/catalogue"
	"kaartenbak/generator/field"
)

// prepare works out what many pages need: the order of entries, what refers to
// what, and the cards.
func (p *Planner) prepare() {
	p.sort()
	for place, e := range p.ordered {
		base := e.Base()
		p.sorted[base.Collection] = append(p.sorted[base.Collection], e)
		field.Walk(e, func(_ string, f *field.Field) {
			switch f.Kind {
			case field.KindTerm, field.KindTerms:
				for _, t := range f.Texts() {
					p.use(f.Of, t.Text, e, place)
				}
			case field.KindRef, field.KindRefs:
				for _, t := range f.Texts() {
					if to := p.cat.Entry(catalogue.Target(f, t.Text)); to != nil {
						p.incoming[to] = append(p.incoming[to], reference{e, f.Key})
						p.outgoing[e] = append(p.outgoing[e], to)
					}
				}
			}
		})
	}
	for _, e := range p.ordered {
		p.cards[e] = p.card(e)
	}
}

// use remembers that the entry at a place carries a term, once.
func (p *Planner) use(vocabulary, term string, e catalogue.Entry, place int) {
	terms := p.uses[vocabulary]
	if terms == nil {
		terms = map[string][]catalogue.Entry{}
		p.uses[vocabulary] = terms
	}
	all := terms[term]
	if len(all) > 0 && all[len(all)-1] == e {
		return
	}
	terms[term] = append(all, e)
	switch vocabulary {
	case "aandoeningen":
		p.places[term] = append(p.places[term], place)
	case "themas":
		sample, kind := p.samples[term], e.Base().Collection
		if n := len(sample) - alikeKind - 1; n < 0 || p.ordered[sample[n]].Base().Collection != kind { // one more: an entry is no sample to itself
			p.samples[term] = append(sample, place)
		}
	}
}

// withdrawn reports whether the maker no longer offers the thing itself.
func withdrawn(e catalogue.Entry) bool {
	f := field.Find(field.Of(e), "status")
	return f != nil && slices.ContainsFunc(f.Texts(), func(t field.Text) bool { return t.Is("ingetrokken") })
}

// sort puts the entries in the order of lists: by collection, what is put aside,
// stale or withdrawn below the rest, then by date where the collection lives by its date,
// else by title. What is nearest to today is first: of the meetings first those to
// come, then those that were, then those without a date.
func (p *Planner) sort() {
	type place struct {
		e          catalogue.Entry
		collection int
		last       int
		when       int           // of a meeting: 0 to come, 1 over, 2 not known
		away       time.Duration // from today
		title      []byte
	}
	compare := collator()
	var buffer collate.Buffer
	places := make([]place, len(p.cat.Entries))
	for i, e := range p.cat.Entries {
		pl := place{e: e, collection: slices.Index(catalogue.Collections, e.Base().Collection)}
		pl.title = bytes.Clone(compare.KeyFromString(&buffer, e.Base().Title.Text))
		buffer.Reset()
		switch {
		case e.Base().Aside():
			pl.last = 2
		case catalogue.FreshnessOf(e, p.today) == catalogue.Stale, withdrawn(e):
			pl.last = 1
		}
		switch e := e.(type) {
		case *catalogue.News:
			pl.away = p.today.Sub(e.Date.End())
		case *catalogue.Meeting:
			switch {
			case toCome(e, p.today):
				pl.away = e.Date.End().Sub(p.today)
			case e.Date.Known():
				pl.when, pl.away = 1, p.today.Sub(e.Date.End())
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
			cmp.Compare(a.when, b.when),
			cmp.Compare(a.away, b.away),
			bytes.Compare(a.title, b.title),
			cmp.Compare(a.e.Base().Slug, b.e.Base().Slug),
		)
	})
	p.ordered = make([]catalogue.Entry, len(places))
	for i, pl := range places {
		p.ordered[i] = pl.e
	}
}
