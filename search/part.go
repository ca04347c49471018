package search

import (
	"encoding/json"
	"fmt"
	"strings"
)

// A termPart is a run of groups.
type termPart struct {
	stems []string
	group map[string]*termGroup
	forms []*termForm // of all groups, in order
}

type termGroup struct {
	forms     []*termForm
	part      []posting
	documents int
}

type termForm struct {
	word     string
	stem     string
	first    int
	postings []posting
}

// decodeGroups reads what encodeGroups wrote, for an index of so many documents.
func decodeGroups(body string, documents int) (*termPart, error) {
	r := &reader{s: body}
	t := &termPart{group: map[string]*termGroup{}}
	before := ""
	for r.err == nil && r.pos < len(body) && body[r.pos] != '~' {
		last := before
		if before = r.word(last); len(t.stems) > 0 && before <= last {
			r.fail(errDamaged) // stems are in order, each once
		}
		g := &termGroup{}
		for r.err == nil && r.pos < len(body) {
			n := strings.IndexByte(dropped, body[r.pos])
			if n < 0 {
				break
			}
			r.pos++
			f := &termForm{word: r.after(before, len([]rune(before))-n), stem: before}
			g.forms = append(g.forms, f)
			t.forms = append(t.forms, f)
		}
		t.stems = append(t.stems, before)
		t.group[before] = g
	}
	if r.err == nil && r.pos == len(body) {
		r.fail(errCut)
	}
	if r.err != nil {
		return nil, r.err
	}
	r.pos++ // ~
	var all []*[]posting
	sum := 0
	room := func(list *[]posting, n int) {
		if sum += n; n > documents || sum > len(body) {
			r.fail(errDamaged)
			return
		}
		*list = make([]posting, n)
		all = append(all, list)
	}
	counts := r.numbers(len(t.forms))
	firsts := r.numbers(len(t.forms))
	parts := r.numbers(len(t.stems))
	totals := r.numbers(len(t.stems))
	if r.err != nil {
		return nil, r.err
	}
	form := 0
	for i, s := range t.stems {
		g := t.group[s]
		for _, f := range g.forms {
			if f.first = int(firsts[form]); f.first > len(f.word) {
				r.fail(errDamaged)
			}
			room(&f.postings, int(counts[form]))
			form++
		}
		g.documents = int(totals[i])
		room(&g.part, int(parts[i]))
	}
	if r.err != nil {
		return nil, r.err
	}
	for _, list := range all {
		last := -1
		for i := range *list {
			last += 1 + r.number()
			if last >= documents {
				r.fail(errDamaged)
				return nil, r.err
			}
			(*list)[i].doc = int32(last)
		}
	}
	for _, list := range all {
		for i := range *list {
			(*list)[i].weight = uint8(r.digit())
		}
	}
	if r.err == nil && r.pos != len(body) {
		r.fail(errDamaged)
	}
	return t, r.err
}

// A facet is the documents of each value.
type facet struct {
	values    []string
	documents map[string][]int32
}

func decodeFacet(body string, documents int) (*facet, error) {
	var p facetPart
	if err := json.Unmarshal([]byte(body), &p); err != nil {
		return nil, err
	}
	if len(p.Counts) != len(p.Values) {
		return nil, errDamaged
	}
	f := &facet{values: p.Values, documents: map[string][]int32{}}
	r := &reader{s: p.Gaps}
	for i, v := range p.Values {
		list := r.numbers(p.Counts[i])
		last := int32(-1)
		for j := range list {
			if last += 1 + list[j]; last < 0 || last >= int32(documents) {
				return nil, errDamaged
			}
			list[j] = last
		}
		f.documents[v] = list
	}
	return f, r.err
}

func decodeRanks(body string, documents int) ([]int32, error) {
	r := &reader{s: body}
	out := r.numbers(documents)
	return out, r.err
}

// A card is what shows a result.
type card struct {
	url, title, collection string
	card                   json.RawMessage
}

func decodeCards(body string) ([]card, error) {
	var list [][]json.RawMessage
	if err := json.Unmarshal([]byte(body), &list); err != nil {
		return nil, err
	}
	out := make([]card, len(list))
	for i, fields := range list {
		if len(fields) != 4 {
			return nil, errDamaged
		}
		c := &out[i]
		for j, s := range []*string{&c.url, &c.title, &c.collection} {
			if err := json.Unmarshal(fields[j], s); err != nil {
				return nil, fmt.Errorf("card %d: %w", i, err)
			}
		}
		c.card = fields[3]
	}
	return out, nil
}

// names recognise terms in the words of a query.
type names struct {
	terms     []namedTerm
	named     map[string][]int // by words with a blank between them
	ambiguous map[string]ambiguousNames
	byID      map[termKey]int
	caps      map[string]bool // words that mean something else in capitals
	longest   int             // most words of a name
}

func decodeNames(body string) (*names, error) {
	var p namesPart
	if err := json.Unmarshal([]byte(body), &p); err != nil {
		return nil, err
	}
	n := &names{terms: p.Terms, named: map[string][]int{}, ambiguous: map[string]ambiguousNames{}, byID: map[termKey]int{}, caps: map[string]bool{}}
	for _, a := range p.Ambiguous {
		if a.Caps {
			for _, t := range tokenize(a.Word) {
				n.caps[t.word] = true
			}
		}
	}
	key := func(name string) string {
		tokens := tokenize(name)
		n.longest = max(n.longest, len(tokens))
		return n.phrase(tokens)
	}
	for i, t := range p.Terms {
		n.byID[termKey{t.Facet, t.ID}] = i
		for _, name := range append([]string{t.Label}, t.Names...) {
			k := key(name)
			if list := n.named[k]; k != "" && (len(list) == 0 || list[len(list)-1] != i) {
				n.named[k] = append(list, i)
			}
		}
	}
	for _, a := range p.Ambiguous {
		for _, id := range a.Terms {
			if _, ok := n.byID[termKey{a.Facet, id}]; !ok {
				return nil, errDamaged
			}
		}
		n.ambiguous[key(a.Word)] = a
	}
	return n, nil
}

// phrase is the key of a name.
func (n *names) phrase(tokens []token) string {
	words := make([]string, len(tokens))
	for i, t := range tokens {
		words[i] = t.in(n.caps)
	}
	return strings.Join(words, " ")
}
