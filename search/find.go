package search

import (
	"slices"
	"sort"
	"strings"
)

// lightWords are words that make no compound with a neighbour, and that no one
// looks for by themselves.
var lightWords = func() set {
	s := set{}
	s.add(strings.Fields(`de het een en of van in op te bij met voor is aan als dan dat die wat wel niet geen om tot uit
		door naar over zijn er ik u je mijn uw hoe wie waar welke kan ze we zonder`)...)
	return s
}()

// terms is a term part. One that cannot be read is empty, and the error is noted.
func (r *run) terms(n int) *termPart {
	t, err := r.x.termPart(n)
	if err != nil {
		r.note(err)
		return &termPart{}
	}
	return t
}

// group is what the index has of a stem, or nil.
func (r *run) group(stem string) *termGroup {
	return r.terms(partFor(r.x.root.TermStarts, stem)).group[stem]
}

// forms are the forms of a word that the index has, itself among them.
func (r *run) forms(word string) []*termForm {
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

// find looks up each word. One of a name or a phrase is never taken for another.
func (r *run) find(words []token, meanings []Meaning, phrases []string) {
	named, leads := set{}, set{}
	named.add(strings.Fields(strings.Join(phrases, ""))...)
	for _, m := range meanings {
		for _, t := range tokenize(m.Words) {
			if m.Loose {
				leads.add(t.word)
			} else {
				named.add(t.word)
			}
		}
	}
	for _, w := range words {
		r.words = append(r.words, &queryWord{word: w.word, light: lightWords[w.word], named: named[w.word], leads: leads[w.word]})
	}
	for i, w := range words {
		r.lookUp(r.words[i], w, i == len(words)-1)
		if i > 0 && !lightWords[w.word] && !lightWords[words[i-1].word] && size(words[i-1].word)+size(w.word) <= maxWord {
			r.joinWords(r.words[i-1], r.words[i])
		}
	}
	if r.err != nil {
		return // what is not there cannot be told from what could not be read
	}
	for _, q := range r.words {
		if q.matches == nil && !q.named {
			r.guess(q)
		}
		q.weigh(r.documents)
	}
}

// scored are the words that make the score: of one that was taken apart, its parts.
func (r *run) scored() []*queryWord {
	var out []*queryWord
	for _, q := range r.words {
		if q.parts != nil {
			out = append(out, q.parts...)
		} else {
			out = append(out, q)
		}
	}
	return out
}

// lookUp finds a word as it is, in other forms, and as part of others; the
// last word of a query may be half typed.
func (r *run) lookUp(q *queryWord, w token, last bool) {
	if key := w.marked(r.caps); key != w.word {
		if g := r.group(key); g != nil {
			q.addMatches(Exact, g.forms[0].postings, r.documents)
		}
		return
	}
	base := stem(w.word)
	forms := r.forms(w.word)
	for _, f := range forms {
		if f.word == w.word {
			q.addMatches(Exact, f.postings, r.documents)
		} else {
			q.addWeighed(Form, areClose(f.word, w.word), 0, f.postings, r.documents)
		}
		q.addWeighed(Part, f.word == w.word, 0, f.indirect, r.documents)
	}
	if len(forms) > 0 {
		q.documents = r.group(base).documents
	}
	if !last || size(w.word) < minPart || isNumber(w.word) {
		return
	}
	whole := wholeWords.has(w.word)
	for _, n := range r.termPartsAround(w.word) {
		for _, f := range r.terms(n).forms {
			if f.stem == base && (notParts[w.word] || areForms(w.word, f.word, base)) || !strings.HasPrefix(f.word, w.word) || strings.HasSuffix(f.word, capsMark) {
				continue
			}
			if whole && !goesOn(f.word[len(w.word):]) {
				continue
			}
			weaker := uint8(0)
			if 2*size(w.word) < size(f.word) {
				weaker = 1
			}
			q.addWeighed(Part, false, weaker, f.postings, r.documents)
		}
	}
}

// goesOn says that what follows a whole word in another is itself long enough to be a
// word: hart·ritmestoornis, but not oor·zaak or mening·itis.
func goesOn(rest string) bool {
	return len(rest) >= longRest && !slices.ContainsFunc(suffixes, func(s string) bool { return strings.HasPrefix(rest, s) })
}

// longRest is how long a rest must be for [goesOn]: shorter ones are found as parts.
const longRest = 6

// suffixes begin what follows a word and is no word.
var suffixes = strings.Fields("ita ite iti itu schap eling elij ering erij ing ig achtig anci")

func isNumber(w string) bool {
	return strings.IndexFunc(w, func(r rune) bool { return r < '0' || r > '9' }) < 0
}

// termPartsAround are the term parts with the words that start with w, or nearly all:
// at most three, for a short start has too many to load.
func (r *run) termPartsAround(w string) []int {
	first := r.x.root.TermStarts
	low := w
	if n := size(w); n > 6 {
		low = start(w, n-3) // the stem of a long word may be shorter than what is typed
	}
	out := []int{partFor(first, low)}
	middle := partFor(first, w)
	if middle != out[0] {
		out = append(out, middle)
	}
	if middle+1 < len(first) && first[middle+1] < w+"\uffff" {
		out = append(out, middle+1)
	}
	return out
}

// joinWords finds two words that texts write as one.
func (r *run) joinWords(a, b *queryWord) {
	b.joined = map[int32]bool{}
	for _, f := range r.forms(a.word + b.word) {
		a.addWeighed(Form, true, 0, f.postings, r.documents)
		b.addWeighed(Form, true, 0, f.postings, r.documents)
		for _, p := range f.postings {
			b.joined[p.doc()] = true
		}
	}
}

// mostLonger is how many longer words a word is sought in.
const mostLonger = 8

// guess tries what a word may be of which nothing is known: a part of longer
// words, words in one, or a slip of the finger.
func (r *run) guess(q *queryWord) {
	list := r.likelyWords(q.word)
	if r.err != nil {
		return
	}
	for _, w := range r.longerWords(q.word, list) {
		for _, f := range r.forms(w) {
			if f.word == w {
				q.addMatches(Part, f.postings, r.documents)
			}
		}
	}
	if q.matches != nil {
		return
	}
	if parts := r.takeApart(q.word); parts != nil {
		for _, w := range parts {
			part := &queryWord{word: w}
			for _, f := range r.forms(w) {
				part.addWeighed(Part, f.word == w, 0, f.postings, r.documents)
				part.addMatches(Part, f.indirect, r.documents)
			}
			q.parts = append(q.parts, part)
		}
		if !together(q.parts) {
			q.parts = nil
		}
		for _, part := range q.parts {
			part.weigh(r.documents)
		}
		return
	}
	if q.leads {
		return
	}
	like := corrections(q.word, append(list, r.spelled...))
	if len(like) == 0 {
		return
	}
	dutch, err := r.x.dutch()
	if err != nil {
		r.note(err)
		return
	}
	if isPlain(q.word) && dutch.makes(q.word) {
		return
	}
	for _, w := range like {
		for _, f := range r.forms(w) {
			if len(f.postings) > 0 {
				q.addMatches(Corrected, f.postings, r.documents)
			} else { // texts have it inside other words only
				q.addMatches(Corrected, f.indirect, r.documents)
			}
		}
	}
	r.corrections = append(r.corrections, Correction{q.word, like})
}

// isKnown says that the index has a word in some form, and not as a mere ending.
func (r *run) isKnown(word string) bool {
	return len(word) >= minPart && !notParts[word] && len(r.forms(word)) > 0
}

// generalParts are the stems of words that say what is done or felt, and not where: a
// heupoperatie is looked for where the heup is.
var generalParts = func() set {
	s := set{}
	for _, w := range strings.Fields("behandeling dialyse ingreep keuzehulp klacht kuur medicatie medicijn onderzoek operatie patient pil probleem test therapie ziekte zorg") {
		s.add(stem(w))
	}
	return s
}()

// together keeps of the parts of a word the documents that have all of them but the
// general ones, and reports whether there are any: a part alone has nothing to do with
// the word, as the pijn of kiespijn.
func together(parts []*queryWord) bool {
	needed := slices.DeleteFunc(slices.Clone(parts), func(p *queryWord) bool { return generalParts[stem(p.word)] })
	if len(needed) == 0 {
		needed = parts
	}
	if slices.ContainsFunc(needed, func(p *queryWord) bool { return p.matches == nil }) {
		return false
	}
	some := false
	for doc := range needed[0].matches {
		if !slices.ContainsFunc(needed, func(p *queryWord) bool { return p.matches[doc] == 0 }) {
			some = true
			continue
		}
		for _, p := range parts {
			if p.matches != nil {
				p.matches[doc] = 0
			}
		}
	}
	return some
}

// longerWords are the words that begin or end with a word, where what is left is a
// word too: Nierwijzer has no ijzer in it.
func (r *run) longerWords(word string, list []string) []string {
	var out []string
	if n := size(word); n <= minPart || isNumber(word) {
		return nil
	}
	for _, w := range list {
		rest, ends := strings.CutSuffix(w, word)
		if !ends {
			var begins bool
			if rest, begins = strings.CutPrefix(w, word); !begins {
				continue
			}
		}
		if len(rest) >= minPart && (r.isJoined(rest, ends, r.isKnown) || r.isJoined(rest, ends, r.isDutch) && !r.isDutch(w)) {
			out = append(out, w)
		}
	}
	sort.Strings(out)
	return out[:min(len(out), mostLonger)]
}

// headOf is the known word that a first part is without the letters that join it, or "".
func (r *run) headOf(part string) string {
	for _, j := range joiners {
		if head, ok := strings.CutSuffix(part, j); ok && r.isKnown(head) {
			return head
		}
	}
	return ""
}

// isJoined says that the rest of a word, before its end or after its start, is a word
// and the letters that join it.
func (r *run) isJoined(rest string, before bool, isWord func(string) bool) bool {
	return slices.ContainsFunc(joiners, func(j string) bool {
		w, ok := strings.CutPrefix(rest, j)
		if before {
			w, ok = strings.CutSuffix(rest, j)
		}
		return ok && isWord(w)
	})
}

// isDutch says that a word is common Dutch.
func (r *run) isDutch(word string) bool {
	dutch, err := r.x.dutch()
	r.note(err)
	return len(word) >= minPart && !notParts[word] && dutch.has(word)
}

// takeApart finds the words that together make a word no text has: nierdialyse. The
// longest last word wins, and one of three letters is mostly an ending.
func (r *run) takeApart(word string) []string {
	if !isPlain(word) {
		return nil
	}
	for i := minPart; i < len(word)-minPart; i++ {
		if head := r.headOf(word[:i]); head != "" && r.isKnown(word[i:]) {
			return []string{head, word[i:]}
		}
	}
	for i := 2 * minPart; i < len(word)-minPart; i++ { // of more than two
		if r.isKnown(word[i:]) {
			for _, j := range joiners {
				if head, ok := strings.CutSuffix(word[:i], j); ok && len(head) > 2*minPart {
					if heads := r.takeApart(head); heads != nil {
						return append(heads, word[i:])
					}
				}
			}
		}
	}
	return nil
}

// likelyWords are the words that begin or end as w does, or all words of an index in one file.
func (r *run) likelyWords(w string) []string {
	read := func(name string, first []string, w string) (words []string) {
		if len(first) == 0 {
			return nil
		}
		a, b := partFor(first, start(w, minPart)), partFor(first, w)
		for _, n := range slices.Compact([]int{a, b}) {
			list, err := r.x.wordPart(name, n)
			r.note(err)
			words = append(words, list...)
		}
		return words
	}
	out := read("s", r.x.root.FrontStarts, w)
	for _, back := range read("e", r.x.root.BackStarts, reverse(w)) {
		out = append(out, reverse(back))
	}
	sort.Strings(out)
	return slices.Compact(out)
}
