package search

import (
	"cmp"
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

// sort puts the hits in order: by the order that is asked for, or first the title that
// was asked for, then demoted ones last, then by the band of their score, by quality, by
// score, and by number.
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
	quality := func(doc int) int { return sort.SearchInts(r.x.root.Qualities, doc+1) }
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
		if a.isTitle != b.isTitle {
			return a.isTitle
		}
		return cmp.Or(
			cmp.Compare(demotion(a.doc), demotion(b.doc)),
			cmp.Compare(band(b.score), band(a.score)),
			cmp.Compare(quality(a.doc), quality(b.doc)),
			cmp.Compare(b.score, a.score),
			cmp.Compare(a.doc, b.doc),
		) < 0
	})
}

// bands parts each octave of scores in six: scores in one band, which differ by an
// eighth at most, answer equally well. Parts of an octave are numbers that Go and a
// browser have alike.
var bands = [...]float64{1.125, 1.25, 1.4375, 1.625, 1.8125}

// band is the number of the band of a score.
func band(score float64) int {
	if score <= 0 {
		return 0
	}
	octave := 0
	for ; score >= 2; score /= 2 {
		octave++
	}
	n := 0
	for n < len(bands) && score >= bands[n] {
		n++
	}
	return (len(bands)+1)*octave + n
}
