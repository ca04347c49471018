package search

import (
	"slices"
	"sort"
	"strings"
)

// light are words that make no compound with a neighbour, and that no one
// looks for by themselves.
var light = func() set {
	s := set{}
	s.add(strings.Fields(`de het een en of van in op te bij met voor is aan als dan dat die wat wel niet geen om tot uit
		door naar over zijn er ik u je mijn uw hoe wie waar welke kan ze we zonder`)...)
	return s
}()

// terms is a term part; one that cannot be read is empty, and noted.
func (r *search) terms(n int) *termPart {
	t, err := r.x.termPart(n)
	if err != nil {
		r.note(err)
		return &termPart{}
	}
	return t
}

// group is what the index has of a stem, or nil.
func (r *search) group(stem string) *termGroup {
	return r.terms(place(r.x.root.Terms, stem)).group[stem]
}

// forms are the forms of a word that the index has, itself among them.
func (r *search) forms(word string) []*termForm {
	base := stem(word)
	g := r.group(base)
	if g == nil {
		return nil
	}
	var out []*termForm
	for _, f := range g.forms {
		if areForms(word, f.word, base) {
			out = append(out, f)
		}
	}
	return out
}

// find fills a slot for each word.
func (r *search) find(words []token) {
	for _, w := range words {
		r.slots = append(r.slots, &slot{word: w.word, light: light[w.word]})
	}
	for i, w := range words {
		r.lookUp(r.slots[i], w, i == len(words)-1)
		if i > 0 && !light[w.word] && !light[words[i-1].word] && size(words[i-1].word)+size(w.word) <= maxWord {
			r.join(r.slots[i-1], r.slots[i])
		}
	}
	if r.err != nil {
		return // what is not there cannot be told from what could not be read
	}
	for _, s := range r.slots {
		if s.matches == nil {
			r.guess(s)
		}
		s.weigh(r.documents)
	}
}

// lookUp finds a word as it is, in other forms, and as part of others; the
// last word of a query may be half typed.
func (r *search) lookUp(s *slot, w token, last bool) {
	if key := w.in(r.caps); key != w.word {
		if g := r.group(key); g != nil {
			s.add(Exact, g.forms[0].postings, r.documents)
		}
		return
	}
	base := stem(w.word)
	forms := r.forms(w.word)
	for _, f := range forms {
		k := Form
		if f.word == w.word {
			k = Exact
		}
		s.add(k, f.postings, r.documents)
		s.put(Part, f.word == w.word, 0, f.part, r.documents)
	}
	if len(forms) > 0 {
		s.documents = r.group(base).documents
	}
	if !last || size(w.word) < minPart || isNumber(w.word) {
		return
	}
	for _, n := range r.around(w.word) {
		for _, f := range r.terms(n).forms {
			if f.stem == base || !strings.HasPrefix(f.word, w.word) || strings.HasSuffix(f.word, capsMark) {
				continue
			}
			weaker := uint8(0)
			if 2*size(w.word) < size(f.word) {
				weaker = 1
			}
			s.put(Part, false, weaker, f.postings, r.documents)
		}
	}
}

func isNumber(w string) bool {
	return strings.IndexFunc(w, func(r rune) bool { return r < '0' || r > '9' }) < 0
}

// around are the term parts with the words that start with w, or nearly all:
// at most three, for a short start has too many to load.
func (r *search) around(w string) []int {
	first := r.x.root.Terms
	low := w
	if n := size(w); n > 6 {
		low = start(w, n-3) // the stem of a long word may be shorter than what is typed
	}
	out := []int{place(first, low)}
	middle := place(first, w)
	if middle != out[0] {
		out = append(out, middle)
	}
	if middle+1 < len(first) && first[middle+1] < w+"\uffff" {
		out = append(out, middle+1)
	}
	return out
}

// join finds two words that texts write as one.
func (r *search) join(a, b *slot) {
	b.joined = map[int32]bool{}
	for _, f := range r.forms(a.word + b.word) {
		a.add(Form, f.postings, r.documents)
		b.add(Form, f.postings, r.documents)
		for _, p := range f.postings {
			b.joined[p.doc] = true
		}
	}
}

// mostInside is how many longer words a word is sought in.
const mostInside = 8

// guess tries what a word may be of which nothing is known: a part of longer
// words, two words in one, or a slip of the finger.
func (r *search) guess(s *slot) {
	list := r.likely(s.word)
	if r.err != nil {
		return
	}
	for _, w := range inside(s.word, list) {
		for _, f := range r.forms(w) {
			if f.word == w {
				s.add(Part, f.postings, r.documents)
			}
		}
	}
	first, last := takeApart(s.word, list)
	if first != "" {
		s.add(Part, both(r.forms(first), r.forms(last)), r.documents)
	}
	if s.matches != nil {
		return
	}
	like := corrections(s.word, list)
	if len(like) == 0 && first != "" {
		like = []string{first, last}
	}
	for _, w := range like {
		for _, f := range r.forms(w) {
			if len(f.postings) > 0 {
				s.add(Corrected, f.postings, r.documents)
			} else { // texts have it inside other words only
				s.add(Corrected, f.part, r.documents)
			}
		}
	}
	if len(like) > 0 {
		r.corrections = append(r.corrections, Correction{s.word, like})
	}
}

// inside are the words that begin or end with a word.
func inside(word string, list []string) []string {
	var out []string
	if n := size(word); n > minPart && !isNumber(word) {
		for _, w := range list {
			if size(w) >= n+minPart && (strings.HasPrefix(w, word) || strings.HasSuffix(w, word)) {
				out = append(out, w)
			}
		}
	}
	sort.Strings(out)
	return out[:min(len(out), mostInside)]
}

// likely are the words that begin or end as w does.
func (r *search) likely(w string) []string {
	if len(r.x.root.Front) == 0 || len(r.x.root.Back) == 0 {
		return nil
	}
	read := func(name string, first []string, w string) (words []string) {
		a, b := place(first, start(w, minPart)), place(first, w)
		for _, n := range slices.Compact([]int{a, b}) {
			list, err := r.x.wordPart(name, n)
			r.note(err)
			words = append(words, list...)
		}
		return words
	}
	out := read("s", r.x.root.Front, w)
	for _, back := range read("e", r.x.root.Back, reverse(w)) {
		out = append(out, reverse(back))
	}
	sort.Strings(out)
	return slices.Compact(out)
}

// both are the documents that have a form of either word, with the lesser
// weight of the two.
func both(a, b []*termForm) []posting {
	all := func(forms []*termForm) []posting {
		var list []posting
		for _, f := range forms {
			list = append(list, f.postings...)
		}
		return best(list)
	}
	x, y := all(a), all(b)
	var out []posting
	for i, j := 0, 0; i < len(x) && j < len(y); {
		switch {
		case x[i].doc < y[j].doc:
			i++
		case x[i].doc > y[j].doc:
			j++
		default:
			if x[i].weight <= y[j].weight {
				out = append(out, x[i])
			} else {
				out = append(out, y[j])
			}
			i++
			j++
		}
	}
	return out
}
