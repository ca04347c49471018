package plan

import (
	"slices"
	"strings"

	"kaartenbak/generator/catalogue"
	"kaartenbak/generator/field"
)

// A SearchView is all that the search page says and that its script does not
// know: the filters, and the words of each kind of card.
type SearchView struct {
	Facets []SearchFacet
	Kinds  []SearchKind
	Flags  []Flag // all that cards carry
	Direct string // the filter for what anyone can use at once, as an address has it
	// DirectCount is how many entries that filter leaves.
	DirectCount int
}

// KindFacet is the filter on the collection. It is no field.
const KindFacet = "soort"

// A SearchFacet is a field of any collection to filter on, in one list for all.
type SearchFacet struct {
	Key    string // in addresses, as in front matter
	Alias  string // one of it: aandoening for aandoeningen; or the key
	Label  string
	Open   bool
	Pages  bool // its values have a page each, at /KEY/ID/
	Values []SearchValue
}

// A SearchValue is what entries have in a field.
type SearchValue struct {
	ID, Alias string
	Text      string
	Count     int // of entries, 0 for what is only named
	Unknown   bool
}

// A SearchKind is how a card of one collection looks.
type SearchKind struct {
	Name, Label string
	Facts       []SearchFact
}

// A SearchFact is a field on the card.
type SearchFact struct {
	Key, Label string
	Past       string // what it says of a meeting that was planned and is over
}

func (p *Planner) search() *SearchView {
	view := &SearchView{Direct: directFilter()}
	kinds := SearchFacet{Key: KindFacet, Alias: KindFacet, Label: p.texts.T("zoeken.soort"), Open: true}
	for _, c := range catalogue.Collections {
		kinds.Values = append(kinds.Values, SearchValue{
			ID: c.Name, Alias: c.Singular, Text: p.texts.T("collectie." + c.Name + ".naam"), Count: len(p.sorted[c]),
		})
		view.Kinds = append(view.Kinds, p.searchKind(c))
	}
	view.Facets = append(view.Facets, kinds)
	for _, e := range p.ordered {
		for _, f := range p.Card(e).Flags {
			if !slices.Contains(view.Flags, f) {
				view.Flags = append(view.Flags, f)
			}
		}
		for f := range e.Fields() {
			if f.Facet {
				view.count(p, f)
			}
		}
		if isDirect(e) {
			view.DirectCount++
		}
	}
	compare := catalogue.Collator()
	for i := range view.Facets[1:] {
		slices.SortStableFunc(view.Facets[i+1].Values, func(a, b SearchValue) int {
			switch {
			case a.Unknown:
				return 1
			case b.Unknown:
				return -1
			}
			return compare.CompareString(a.Text, b.Text)
		})
	}
	return view
}

// directFilter is the filter for what anyone can use at once, as an address has it.
func directFilter() string {
	var parts []string
	for _, c := range catalogue.Collections {
		for _, d := range c.Schema.Fields {
			if part := d.Key + "=" + d.Direct; d.Direct != "" && !slices.Contains(parts, part) {
				parts = append(parts, part)
			}
		}
	}
	return strings.Join(parts, "&")
}

// isDirect reports whether anyone can use the thing at once.
func isDirect(e *catalogue.Entry) bool {
	direct := false
	for f := range e.Fields() {
		if f.Direct == "" {
			continue
		}
		if direct = slices.ContainsFunc(f.Texts(), func(t field.Text) bool { return t.Is(f.Direct) }); !direct {
			return false
		}
	}
	return direct
}

// searchKind is the words on a card of a collection.
func (p *Planner) searchKind(c *catalogue.Collection) SearchKind {
	kind := SearchKind{Name: c.Name, Label: p.texts.T("soort." + c.Singular)}
	for _, d := range c.Schema.Card {
		fact := SearchFact{Key: d.Key, Label: p.cardLabel(c, d)}
		if c == catalogue.Meetings && catalogue.Status.Is(d) {
			fact.Past = p.texts.T("was-gepland")
		}
		kind.Facts = append(kind.Facts, fact)
	}
	return kind
}

// count counts the values of one field of one entry.
func (v *SearchView) count(p *Planner, f field.Field) {
	i := slices.IndexFunc(v.Facets, func(o SearchFacet) bool { return o.Key == f.Key })
	if i < 0 {
		i = len(v.Facets)
		v.Facets = append(v.Facets, SearchFacet{Key: f.Key, Alias: f.Singular, Label: p.texts.Label("zoeken", f.Key), Pages: catalogue.HasPages(f.Key)})
		if f.Direct != "" { // it can be asked for, also where no entry has it
			v.Facets[i].value(f.Direct, p.label(f.Of, f.Direct))
		}
	}
	facet := &v.Facets[i]
	if f.State() == field.Unknown {
		unknown := facet.value(field.UnknownWord, p.texts.T("onbekend"))
		unknown.Unknown = true
		unknown.Count++
	}
	for _, t := range f.Texts() {
		facet.value(t.Text, p.label(f.Of, t.Text)).Count++
	}
}

// value gives a value of a facet, new if it is not there yet.
func (f *SearchFacet) value(id, text string) *SearchValue {
	for i := range f.Values {
		if f.Values[i].ID == id {
			return &f.Values[i]
		}
	}
	f.Values = append(f.Values, SearchValue{ID: id, Alias: id, Text: text})
	return &f.Values[len(f.Values)-1]
}
