package search

import (
	"fmt"
	"slices"
	"sort"
	"strings"
)

// filter gives the hits that have what the query wants of each facet, and counts
// the values of facets.
func (r *run) filter(q Query, hits []scoredDocument, res *Results) []scoredDocument {
	documentsOf := func(name string) map[string][]int32 {
		n := slices.Index(r.x.root.Facets, name)
		if n < 0 {
			r.note(fmt.Errorf("unknown facet %s", name))
			return nil
		}
		f, err := r.x.facetPart(n)
		if err != nil {
			r.note(err)
			return nil
		}
		return f
	}
	wanted := map[string][]bool{} // per facet, the documents that fit
	for name, values := range q.Filter {
		f := documentsOf(name)
		if len(values) == 0 || f == nil {
			continue
		}
		fits := make([]bool, r.documents)
		for _, v := range values {
			for _, doc := range f[v] {
				fits[doc] = true
			}
		}
		wanted[name] = fits
	}
	var out []scoredDocument
	misses := map[int32]string{} // the facet by which a document does not fit, of those that fit but for one facet at most
	for _, h := range hits {
		count, missed := 0, ""
		for name, fits := range wanted {
			if !fits[h.doc] {
				count++
				missed = name
			}
		}
		if count == 0 {
			out = append(out, h)
		}
		if count <= 1 {
			misses[int32(h.doc)] = missed
		}
	}
	for _, name := range q.Count {
		f := documentsOf(name)
		if f == nil {
			continue
		}
		counts := map[string]int{}
		for v, list := range f {
			for _, doc := range list {
				if missed, near := misses[doc]; near && (missed == "" || missed == name) {
					counts[v]++
				}
			}
		}
		res.Counts[name] = counts
	}
	return out
}

// sort puts the hits in order: demoted ones last, then by the order or by
// score, then by number.
func (r *run) sort(q Query, hits []scoredDocument) {
	var ranks []int32
	name, down := strings.CutPrefix(q.Order, "-")
	if name != "" {
		n := slices.Index(r.x.root.Orders, name)
		if n < 0 {
			r.note(fmt.Errorf("unknown order %s", name))
			return
		}
		var err error
		if ranks, err = r.x.orderPart(n); err != nil {
			r.note(err)
			return
		}
	}
	demotion := func(doc int) (d Demotion) {
		for d < demotions-1 && doc >= r.x.root.Demoted[d+1] {
			d++
		}
		return d
	}
	sort.Slice(hits, func(i, j int) bool {
		a, b := hits[i], hits[j]
		if ranks != nil {
			x, y := ranks[a.doc], ranks[b.doc]
			if (x == 0) != (y == 0) {
				return y == 0
			}
			if x != y {
				return (x < y) != down
			}
		}
		if x, y := demotion(a.doc), demotion(b.doc); x != y {
			return x < y
		}
		if a.score != b.score {
			return a.score > b.score
		}
		return a.doc < b.doc
	})
}
