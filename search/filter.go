package search

import (
	"fmt"
	"slices"
	"sort"
	"strings"
)

// filter leaves the hits that fit, and counts the values of facets.
func (r *search) filter(q Query, hits []scored, res *Results) []scored {
	facets := map[string]map[string][]int32{}
	load := func(name string) map[string][]int32 {
		if f, ok := facets[name]; ok {
			return f
		}
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
		facets[name] = f
		return f
	}
	wanted := map[string][]bool{} // per facet, the documents that fit
	for name, values := range q.Filter {
		f := load(name)
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
	misses := func(doc int) (n int, facet string) {
		for name, fits := range wanted {
			if !fits[doc] {
				n++
				facet = name
			}
		}
		return n, facet
	}
	var out []scored
	const no, only = 1, 2 // no: fits all; only: fits all but one facet
	state := make([]int8, r.documents)
	but := make(map[int]string)
	for _, h := range hits {
		switch n, facet := misses(h.doc); n {
		case 0:
			out = append(out, h)
			state[h.doc] = no
		case 1:
			state[h.doc] = only
			but[h.doc] = facet
		}
	}
	for _, name := range q.Count {
		f := load(name)
		if f == nil {
			continue
		}
		counts := map[string]int{}
		for v, list := range f {
			for _, doc := range list {
				if state[doc] == no || state[doc] == only && but[int(doc)] == name {
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
func (r *search) sort(q Query, hits []scored) {
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
