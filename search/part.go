package search

import (
	"encoding/json"
	"fmt"
	"sort"
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
	documents int
}

type termForm struct {
	word     string
	stem     string
	postings []posting
	part     []posting
}

// decodeGroups reads what encodeGroups wrote, for an index of so many documents.
func decodeGroups(body string, documents int) (*termPart, error) {
	r := &reader{s: body}
	words := r.words()
	if r.err == nil && r.pos == len(body) {
		r.fail(errCut)
	}
	if r.err != nil {
		return nil, r.err
	}
	t := &termPart{group: map[string]*termGroup{}}
	for _, w := range words {
		f := &termForm{word: w, stem: stem(w)}
		g := t.group[f.stem]
		if g == nil {
			g = &termGroup{}
			t.group[f.stem] = g
			t.stems = append(t.stems, f.stem)
		}
		g.forms = append(g.forms, f)
		t.forms = append(t.forms, f)
	}
	sort.Strings(t.stems)
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
	parts := r.numbers(len(t.forms))
	totals := r.numbers(len(t.stems))
	if r.err != nil {
		return nil, r.err
	}
	for i, f := range t.forms {
		room(&f.postings, int(counts[i]))
		room(&f.part, int(parts[i]))
	}
	for i, s := range t.stems {
		t.group[s].documents = int(totals[i])
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

// A facet is the documents of each value: of each term of the facet, and of
// each of the others.
type facet struct {
	others []string
	lists  [][]int32
}

func decodeFacet(body string, documents int) (*facet, error) {
	fields := strings.Split(body, "\t")
	f := &facet{others: fields[:len(fields)-1]}
	r := &reader{s: fields[len(fields)-1]}
	counts := r.numbers(r.number())
	for _, n := range counts {
		list := r.numbers(int(n))
		last := int32(-1)
		for j := range list {
			if last += 1 + list[j]; last < 0 || last >= int32(documents) {
				return nil, errDamaged
			}
			list[j] = last
		}
		f.lists = append(f.lists, list)
	}
	if r.err == nil && r.pos != len(r.s) {
		r.fail(errDamaged)
	}
	return f, r.err
}

// values puts the documents of a facet by value.
func (f *facet) values(name string, n *names) (map[string][]int32, error) {
	var values []string
	for _, t := range n.terms {
		if t.Facet == name {
			values = append(values, t.ID)
		}
	}
	values = append(values, f.others...)
	if len(values) != len(f.lists) {
		return nil, errDamaged
	}
	out := map[string][]int32{}
	for i, v := range values {
		out[v] = f.lists[i]
	}
	return out, nil
}

func decodeRanks(body string, documents int) ([]int32, error) {
	r := &reader{s: body}
	out := r.numbers(documents)
	return out, r.err
}

// A card is what shows a result.
type card struct {
	url, title, collection, summary string
	card                            json.RawMessage
}

func decodeCards(body string) ([]card, error) {
	var list [][]json.RawMessage
	if err := json.Unmarshal([]byte(body), &list); err != nil {
		return nil, err
	}
	out := make([]card, len(list))
	for i, fields := range list {
		if len(fields) < 4 || len(fields) > 5 {
			return nil, errDamaged
		}
		c := &out[i]
		for j, s := range []*string{&c.url, &c.title, &c.collection, &c.summary} {
			if err := json.Unmarshal(fields[j], s); err != nil {
				return nil, fmt.Errorf("card %d: %w", i, err)
			}
		}
		if c.url == "" {
			c.url = plainURL(c.collection, c.title)
		}
		if len(fields) > 4 {
			c.card = fields[4]
		}
	}
	return out, nil
}

// names recognise terms in the words of a query.
type names struct {
	terms     []namedTerm
	named     map[string][]int // by words with a blank between them
	ambiguous map[string]ambiguousNames
	byID      map[termKey]int
	caps      map[string]bool   // words that mean something else in capitals
	longest   int               // most words of a name
	run       map[string]string // the words of a name, by what they are without the blanks
}

type namedTerm struct {
	Facet, ID, Label string
	Names            []string
}

type ambiguousNames struct {
	Word, Facet, Note string
	Caps              bool
	Terms             []string
}

// decodeNames reads what encodeNames wrote.
func decodeNames(body string) (*names, error) {
	n := &names{named: map[string][]int{}, ambiguous: map[string]ambiguousNames{}, byID: map[termKey]int{}, caps: map[string]bool{}, run: map[string]string{}}
	var ambiguous []ambiguousNames
	facet, head := "", false // head: the name of a facet follows
	lines := strings.Split(body, "\n")
	for _, line := range lines[:len(lines)-1] {
		fields := strings.Split(line, "\t")
		switch {
		case line == "":
			head = true
		case head:
			facet, head = line, false
		case facet != "" && len(fields) > 1:
			t := namedTerm{facet, fields[0], fields[1], fields[2:]}
			if t.ID == "" {
				t.ID = plainID(t.Label)
			}
			n.byID[termKey{facet, t.ID}] = len(n.terms)
			n.terms = append(n.terms, t)
		case facet == "" && len(fields) > 4:
			a := ambiguousNames{fields[0], fields[1], fields[2], fields[3] != "", fields[4:]}
			ambiguous = append(ambiguous, a)
			if a.Caps {
				for _, t := range tokenize(a.Word) {
					n.caps[t.word] = true
				}
			}
		default:
			return nil, errDamaged
		}
	}
	key := func(name string) string {
		tokens := tokenize(name)
		n.longest = max(n.longest, len(tokens))
		k := n.phrase(tokens)
		if together := strings.ReplaceAll(k, " ", ""); n.run[together] == "" {
			n.run[together] = k
		}
		return k
	}
	for i, t := range n.terms {
		for _, name := range append([]string{t.Label}, t.Names...) {
			k := key(name)
			if list := n.named[k]; k != "" && (len(list) == 0 || list[len(list)-1] != i) {
				n.named[k] = append(list, i)
			}
		}
	}
	for _, a := range ambiguous {
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
