package main

import (
	"math/rand/v2"
	"strings"
)

// A writer makes up words and sentences. Its words are syllables put together,
// between the small words of Dutch: no text, name or organisation in it exists.
type writer struct {
	*rand.Rand
	words *words
}

// words is what all writers draw from: the same made-up words come back, some
// often and most seldom, as in a language.
type words struct{ known []string }

const (
	knownWords = 8000
	smallShare = 0.48 // of the words of a text: de, het, van
	newShare   = 0.03 // words that stand nowhere else
)

var (
	small = strings.Fields("de het een van en in is dat op te zijn met voor niet u aan er om ook als dan maar bij of uit nog naar over tot door wel deze kan die wat wij uw hoe")

	onsets = strings.Fields("b d f g h j k l m n p r s t v w z br dr gr kl kr pl sl st tr vl zw")
	vowels = strings.Fields("a e i o u aa ee oo uu ie oe ui ei ou")
	codas  = append(strings.Fields("n r l s t k m p nd rt st lk ng"), make([]string, 13)...)
)

// newWords makes up the words of a language.
func newWords(r *rand.Rand) *words {
	w := &words{known: make([]string, knownWords)}
	for i := range w.known {
		w.known[i] = word(r, 2+r.IntN(5)/2)
	}
	return w
}

// word makes up a word of so many syllables.
func word(r *rand.Rand, syllables int) string {
	var b strings.Builder
	for range syllables {
		b.WriteString(pick(r, onsets))
		b.WriteString(pick(r, vowels))
		b.WriteString(pick(r, codas))
	}
	return b.String()
}

func pick(r *rand.Rand, from []string) string { return from[r.IntN(len(from))] }

// word is a word that carries meaning. The power makes the first ones common.
func (w *writer) word() string {
	if w.Float64() < newShare {
		return word(w.Rand, 3+w.IntN(2))
	}
	f := w.Float64()
	return w.words.known[int(f*f*f*knownWords)]
}

// text writes so many words as one line, with capitals and full stops.
func (w *writer) text(n int) string {
	var b strings.Builder
	left := 0 // in this sentence
	for i := range n {
		next := w.word()
		if w.Float64() < smallShare {
			next = pick(w.Rand, small)
		}
		switch {
		case left == 0:
			if i > 0 {
				b.WriteString(". ")
			}
			left = 7 + w.IntN(9)
			next = capital(next)
		default:
			b.WriteByte(' ')
		}
		b.WriteString(next)
		left--
	}
	b.WriteByte('.')
	return b.String()
}

// phrase is a few words that carry meaning, for a name.
func (w *writer) phrase(n int) string {
	all := make([]string, n)
	for i := range all {
		all[i] = w.word()
	}
	return capital(strings.Join(all, " "))
}

func capital(s string) string { return strings.ToUpper(s[:1]) + s[1:] }

func slug(s string) string { return strings.ReplaceAll(strings.ToLower(s), " ", "-") }
