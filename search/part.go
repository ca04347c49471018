package search

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"sort"
	"strconv"
	"strings"
)

// A termPart is the groups of one part of the index: those whose stems follow each
// other.
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
	indirect []posting
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
	r.pos++                // ~
	var lists []*[]posting // in the order in which they are written
	sum := 0
	addList := func(list *[]posting, n int) {
		if sum += n; n > documents || sum > len(body) {
			r.fail(errDamaged)
			return
		}
		*list = make([]posting, n)
		lists = append(lists, list)
	}
	counts := r.numbers(len(t.forms))
	indirect := r.numbers(len(t.forms))
	totals := r.numbers(len(t.stems))
	if r.err != nil {
		return nil, r.err
	}
	for i, f := range t.forms {
		addList(&f.postings, int(counts[i]))
		addList(&f.indirect, int(indirect[i]))
	}
	for i, s := range t.stems {
		t.group[s].documents = int(totals[i])
	}
	if r.err != nil {
		return nil, r.err
	}
	for _, list := range lists {
		last := -1
		for i := range *list {
			last += 1 + r.number()
			if last >= documents {
				r.fail(errDamaged)
				return nil, r.err
			}
			(*list)[i] = newPosting(int32(last), 0)
		}
	}
	for _, list := range lists {
		for i := range *list {
			(*list)[i] |= posting(r.digit())
		}
	}
	if r.err == nil && r.pos != len(body) {
		r.fail(errDamaged)
	}
	return t, r.err
}

// A facet is the documents of each value: first of each term of the facet, then of
// each of the others.
type facet struct {
	others []string
	lists  [][]int32
}

// decodeFacet reads what builder.facet wrote.
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

// values gives the documents by value. name is that of the facet.
func (f *facet) values(name string, n *termNames) (map[string][]int32, error) {
	var values []string
	for _, t := range n.terms {
		if t.facet == name {
			values = append(values, t.id)
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

// decodeRanks reads what builder.ranks wrote.
func decodeRanks(body string, documents int) ([]int32, error) {
	r := &reader{s: body}
	out := r.numbers(documents)
	return out, r.err
}

// A card is what the index has of a document to show it as a result.
type card struct {
	url, title, collection, summary string
	card                            json.RawMessage
}

// decodeCards reads what encodeCards wrote.
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

// termNames are the names of all terms. By them the terms are recognised in the
// words of a query.
type termNames struct {
	terms     []namedTerm
	byName    map[string][]int // the numbers of terms, by the words of a name with a blank between them
	ambiguous map[string]ambiguousName
	byID      map[termKey]int   // the number of a term
	caps      map[string]bool   // words that mean something else in capitals
	longest   int               // most words of a name
	joined    map[string]string // the words of a name, by what they are without the blanks
	byStem    map[string][]stemmedName
	spelled   []string         // the words of names that the spelling parts lack: of terms without documents, and of those that are only known
	leading   map[string][]int // the numbers of terms without documents, by the words that lead to them
	codes     map[string][]codedTerm
}

// A namedTerm is a [Term] as the index has it. names has no label.
type namedTerm struct {
	facet, id, label string
	names            []string
	documents        int
	broader          string
	covered          bool // documents are about it, or about a term that is narrower
}

// A codedTerm is a term by one of its codes: exact where the code means the term itself.
type codedTerm struct {
	term   int
	exact  bool
	tenths bool // what is narrower has one sign more, as in ICD-10; else two
}

// An ambiguousName is what an [Ambiguous] word of the index means, in all facets.
type ambiguousName struct {
	note  string
	terms []termKey
}

// decodeNames reads what encodeNames wrote.
func decodeNames(body string, facets []string) (*termNames, error) {
	n := &termNames{byName: map[string][]int{}, ambiguous: map[string]ambiguousName{}, byID: map[termKey]int{}, caps: map[string]bool{}, joined: map[string]string{}, byStem: map[string][]stemmedName{}, leading: map[string][]int{}, codes: map[string][]codedTerm{}}
	var words []Ambiguous
	leading := map[int][]string{} // by the number of a term, the words that lead to it
	facet, atHead := "", false    // atHead: the name of a facet follows
	lines := strings.Split(body, "\n")
	for _, line := range lines[:len(lines)-1] {
		fields := strings.Split(line, "\t")
		switch {
		case line == "":
			atHead = true
		case atHead:
			facet, atHead = line, false
		case facet != "" && len(fields) > 1:
			if err := n.readTerm(facet, line, leading); err != nil {
				return nil, err
			}
		case facet == "" && len(fields) > 4:
			a := Ambiguous{Word: fields[0], Facet: fields[1], Note: fields[2], CapsOnly: fields[3] != "", Terms: fields[4:]}
			words = append(words, a)
			if a.CapsOnly {
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
		words := n.phrase(tokens)
		if joined := strings.ReplaceAll(words, " ", ""); n.joined[joined] == "" {
			n.joined[joined] = words
		}
		stemmed := n.stemmed(tokens)
		by := stems(stemmed)
		if !slices.ContainsFunc(n.byStem[by], func(other stemmedName) bool { return other.key == words }) {
			n.byStem[by] = append(n.byStem[by], stemmedName{words, stemmed})
		}
		return words
	}
	for _, t := range n.terms {
		if t.documents == 0 {
			continue
		}
		for key, steps := (termKey{t.facet, t.id}), 0; steps < len(n.terms); steps++ {
			i, ok := n.byID[key]
			if !ok || n.terms[i].covered {
				break
			}
			n.terms[i].covered = true
			key.id = n.terms[i].broader
		}
	}
	for i, t := range n.terms {
		short, _, _ := strings.Cut(t.label, " (") // of "Diabetes (suikerziekte)"
		for _, name := range append([]string{t.label, short}, t.names...) {
			words := key(name)
			if list := n.byName[words]; words != "" && (len(list) == 0 || list[len(list)-1] != i) {
				n.byName[words] = append(list, i)
			}
		}
	}
	spelled := set{}
	for i, t := range n.terms {
		if t.covered && slices.Contains(facets, t.facet) {
			continue
		}
		for _, name := range slices.Concat([]string{t.label}, t.names, leading[i]) {
			for _, word := range tokenize(name) {
				spelled.add(word.word)
			}
		}
	}
	n.spelled = spelled.sorted()
	for i := range n.terms {
		for _, name := range leading[i] {
			words := key(name)
			n.leading[words] = append(n.leading[words], i)
		}
	}
	for _, a := range words {
		word := key(a.Word)
		name := n.ambiguous[word]
		name.note = a.Note
		for _, id := range a.Terms {
			term := termKey{a.Facet, id}
			if _, ok := n.byID[term]; !ok {
				return nil, errDamaged
			}
			name.terms = append(name.terms, term)
		}
		n.ambiguous[word] = name
	}
	return n, nil
}

// readTerm reads the line of a term.
func (n *termNames) readTerm(facet, line string, leading map[int][]string) error {
	var groups [5][]string
	for i, group := range strings.Split(line, betweenGroups) {
		if i == len(groups) {
			return errDamaged
		}
		if group != "" {
			groups[i] = strings.Split(group, "\t")
		}
	}
	if len(groups[0]) < 2 || len(groups[4]) != 2 {
		return errDamaged
	}
	documents, err := strconv.Atoi(groups[4][0])
	if err != nil {
		return errDamaged
	}
	t := namedTerm{facet: facet, id: groups[0][0], label: groups[0][1], names: groups[0][2:], documents: documents, broader: groups[4][1]}
	if t.id == "" {
		t.id = plainID(t.label)
	}
	number := len(n.terms)
	n.byID[termKey{facet, t.id}] = number
	n.terms = append(n.terms, t)
	if len(groups[1]) > 0 {
		leading[number] = groups[1]
	}
	for _, code := range groups[2] {
		n.codes[plainCode(code)] = append(n.codes[plainCode(code)], codedTerm{number, true, strings.HasSuffix(code, ".")})
	}
	for _, code := range groups[3] {
		n.codes[plainCode(code)] = append(n.codes[plainCode(code)], codedTerm{number, false, false})
	}
	return nil
}

// linkWords are words of names that a visitor may leave out, or put elsewhere.
var linkWords = func() set {
	s := set{}
	s.add(strings.Fields("de het een van bij in aan op")...)
	return s
}()

// A stemmedName is the words of a name, and the same in the order of their stems.
type stemmedName struct {
	key   string
	words []stemmedWord
}

// A stemmedWord is a word with its stem.
type stemmedWord struct{ word, stem string }

// stemmed are the words of a name in the order of their stems, without link words.
func (n *termNames) stemmed(tokens []token) []stemmedWord {
	var words []stemmedWord
	for _, t := range tokens {
		if linkWords[t.word] {
			continue
		}
		w := stemmedWord{word: t.marked(n.caps)}
		if w.stem = w.word; w.word == t.word {
			w.stem = stem(t.word)
		}
		words = append(words, w)
	}
	slices.SortFunc(words, func(a, b stemmedWord) int {
		return cmp.Or(cmp.Compare(a.stem, b.stem), cmp.Compare(a.word, b.word))
	})
	return words
}

// stems are the stems of words with a blank between them.
func stems(words []stemmedWord) string {
	var out []string
	for _, w := range words {
		out = append(out, w.stem)
	}
	return strings.Join(out, " ")
}

// phrase is the words of a name with a blank between them.
func (n *termNames) phrase(tokens []token) string {
	words := make([]string, len(tokens))
	for i, t := range tokens {
		words[i] = t.marked(n.caps)
	}
	return strings.Join(words, " ")
}
