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

// A form is one word of a group, with the documents in which it stands.
type form struct {
	word     string
	postings []posting
	// indirect are the documents that have the word only inside another word, that
	// write it apart, or that the thesaurus relates to it. A word that begins another
	// is noted for titles and names only: in running text a search finds it as the
	// start of that word.
	indirect []posting
}

// groups brings words together by stem and adds what compounds and related
// words point to.
func (b *builder) groups(l postingLists) []group {
	splitter := compoundSplitter{vocabulary: map[string]bool{}, compounds: map[string]compound{}, stems: map[string]string{}}
	for w, list := range l.exact {
		if len(list) > 0 && isPlain(b.wordOf[w]) {
			splitter.vocabulary[b.wordOf[w]] = true
		}
	}
	for w := range l.related {
		if isPlain(w) {
			splitter.vocabulary[w] = true
		}
	}
	splitter.known = stemSet{}
	for _, w := range slices.Sorted(maps.Keys(splitter.vocabulary)) {
		splitter.known[splitter.stem(w)] = append(splitter.known[splitter.stem(w)], w)
	}
	groups := map[string]*group{}
	groupOf := func(s string) *group {
		g := groups[s]
		if g == nil {
			g = &group{stem: s}
			groups[s] = g
		}
		return g
	}
	order := make([]int, len(b.wordOf))
	for i := range order {
		order[i] = i
	}
	sort.Slice(order, func(i, j int) bool { return b.wordOf[order[i]] < b.wordOf[order[j]] })
	indirect := map[string][]posting{} // by word
	for _, w := range order {
		if len(l.exact[w]) == 0 {
			continue
		}
		word := b.wordOf[w]
		f := form{word: word, postings: l.exact[w]}
		l.exact[w] = nil // trim may let go of them
		own := splitter.stem(word)
		if isPlain(word) {
			addPart := func(p string, least uint8) {
				if splitter.stem(p) == own {
					return
				}
				for _, place := range f.postings {
					if place.weight() < least {
						continue
					}
					if 2*len(p) < len(word) {
						place-- // in its weight, see [queryWord.addWeighed]: less than half of the word
					}
					indirect[p] = append(indirect[p], place)
				}
			}
			c := splitter.split(word)
			for _, p := range c.heads {
				least := uint8(inName)
				if wholeWords.has(p) && len(word) < len(p)+longRest { // that is not found as a start
					least = 0
				}
				addPart(p, least)
			}
			for _, p := range c.parts {
				addPart(p, 0)
			}
		}
		g := groupOf(own)
		g.forms = append(g.forms, f)
	}
	for _, lists := range []map[string][]posting{l.writtenApart, l.related} {
		for w, list := range lists {
			indirect[w] = append(indirect[w], list...)
		}
	}
	for _, w := range slices.Sorted(maps.Keys(indirect)) {
		g := groupOf(splitter.stem(w))
		i := slices.IndexFunc(g.forms, func(f form) bool { return f.word == w })
		if i < 0 {
			i = len(g.forms)
			g.forms = append(g.forms, form{word: w})
		}
		g.forms[i].indirect = weightiest(indirect[w])
	}
	out := make([]group, 0, len(groups))
	for _, g := range groups {
		b.trim(g)
		out = append(out, *g)
	}
	sort.Slice(out, func(i, j int) bool { return out[i].stem < out[j].stem })
	return out
}

// weightiest keeps of each document the weightiest posting.
func weightiest(list []posting) []posting {
	slices.Sort(list)
	out := list[:0]
	for i, p := range list {
		if i == len(list)-1 || list[i+1].doc() != p.doc() {
			out = append(out, p)
		}
	}
	return out
}

// trim keeps, of a group that very many documents have, only those that have it in a
// title or a name. Its rarity is next to nothing, and its postings would be the
// longest of all.
func (b *builder) trim(g *group) {
	if len(b.docs) < b.limits.common && slices.ContainsFunc(g.forms, func(f form) bool { return !lightWords[f.word] }) {
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
			seen[p.doc()] = true
		}
	}
	if len(seen) < len(b.docs)/4 {
		return
	}
	g.documents = len(seen)
	for i, f := range g.forms {
		var kept []posting
		for _, p := range f.postings {
			if p.weight() >= inName {
				kept = append(kept, p)
			}
		}
		g.forms[i].postings, g.forms[i].indirect = kept, nil
	}
}
