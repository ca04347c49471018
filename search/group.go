package search

import (
	"maps"
	"slices"
	"sort"
)

// A group is the words with one stem.
type group struct {
	stem  string
	forms []form
	// documents is how many documents have one of the forms, if not all of
	// their postings are kept; else 0.
	documents int
}

type form struct {
	word     string
	postings []posting
	// part are the documents that have the word only inside another, or that
	// the thesaurus relates to it. A word that begins another is noted for
	// titles and names only: in running text a reader finds it as a start.
	part []posting
}

// groups brings words together by stem and adds what compounds and related
// words point to.
func (b *builder) groups(l lists) []group {
	splitter := compounds{vocabulary: map[string]bool{}, known: map[string]compound{}, stems: map[string]string{}}
	for w, list := range l.exact {
		if len(list) > 0 && isPlain(b.list[w]) {
			splitter.vocabulary[b.list[w]] = true
		}
	}
	for w := range l.related {
		if isPlain(w) {
			splitter.vocabulary[w] = true
		}
	}
	groups := map[string]*group{}
	at := func(s string) *group {
		g := groups[s]
		if g == nil {
			g = &group{stem: s}
			groups[s] = g
		}
		return g
	}
	order := make([]int, len(b.list))
	for i := range order {
		order[i] = i
	}
	sort.Slice(order, func(i, j int) bool { return b.list[order[i]] < b.list[order[j]] })
	parts := map[string][]posting{} // by word
	for _, w := range order {
		if len(l.exact[w]) == 0 {
			continue
		}
		word := b.list[w]
		f := form{word: word, postings: l.exact[w]}
		own := splitter.stem(word)
		if isPlain(word) {
			inside := func(p string, least uint8) {
				if splitter.stem(p) == own {
					return
				}
				for _, at := range f.postings {
					if at.weight < least {
						continue
					}
					if 2*len(p) < len(word) {
						at.weight-- // see [slot.put]: less than half of the word
					}
					parts[p] = append(parts[p], at)
				}
			}
			c := splitter.split(word)
			for _, p := range c.heads {
				inside(p, inName)
			}
			for _, p := range c.parts {
				inside(p, 0)
			}
		}
		g := at(own)
		g.forms = append(g.forms, f)
	}
	for _, lists := range []map[string][]posting{l.apart, l.related} {
		for w, list := range lists {
			parts[w] = append(parts[w], list...)
		}
	}
	for _, w := range slices.Sorted(maps.Keys(parts)) {
		g := at(splitter.stem(w))
		i := slices.IndexFunc(g.forms, func(f form) bool { return f.word == w })
		if i < 0 {
			i = len(g.forms)
			g.forms = append(g.forms, form{word: w})
		}
		g.forms[i].part = best(parts[w])
	}
	out := make([]group, 0, len(groups))
	for _, g := range groups {
		b.trim(g)
		out = append(out, *g)
	}
	sort.Slice(out, func(i, j int) bool { return out[i].stem < out[j].stem })
	return out
}

// best keeps of each document the weightiest posting.
func best(list []posting) []posting {
	sort.Slice(list, func(i, j int) bool {
		if list[i].doc != list[j].doc {
			return list[i].doc < list[j].doc
		}
		return list[i].weight > list[j].weight
	})
	out := list[:0]
	for _, p := range list {
		if len(out) == 0 || out[len(out)-1].doc != p.doc {
			out = append(out, p)
		}
	}
	return out
}

// trim leaves of a very common word the documents where it means something.
// Its rarity is next to nothing, and its postings would be the largest of all.
func (b *builder) trim(g *group) {
	if len(b.docs) < b.limits.common && slices.ContainsFunc(g.forms, func(f form) bool { return !light[f.word] }) {
		return
	}
	most := 0
	for _, f := range g.forms {
		most += len(f.postings)
	}
	if most < len(b.docs)/4 {
		return
	}
	seen := make(map[int32]bool)
	for _, f := range g.forms {
		for _, p := range f.postings {
			seen[p.doc] = true
		}
	}
	if len(seen) < len(b.docs)/4 {
		return
	}
	g.documents = len(seen)
	for i, f := range g.forms {
		var kept []posting
		for _, p := range f.postings {
			if p.weight >= inName {
				kept = append(kept, p)
			}
		}
		g.forms[i].postings, g.forms[i].part = kept, nil
	}
}
