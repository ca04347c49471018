package search

import (
	"regexp"
	"slices"
	"sort"
	"strings"
)

// asked is what a query asks for, without its signs: "samen beslissen" between quotes is
// a phrase, and -kanker leaves out what has that word.
type asked struct {
	text    string // the words to look for, those of the phrases among them
	phrases []string
	without []token
}

// quoted is a piece of text between the quotes of any keyboard.
var quoted = regexp.MustCompile(`["“”„«»]([^"“”„«»]*)["“”„«»]`)

func readAsked(text string) asked {
	var a asked
	var words []string
	outside := func(s string) {
		for _, w := range strings.FieldsFunc(s, isBlank) {
			rest := strings.TrimLeft(w, "-–−")
			tokens := tokenize(rest)
			if rest == w || len(tokens) == 0 || lightWords[tokens[0].word] {
				words = append(words, w)
			} else {
				a.without = append(a.without, tokens...)
			}
		}
	}
	at := 0
	for _, m := range quoted.FindAllStringSubmatchIndex(text, -1) {
		outside(text[at:m[0]])
		at = m[1]
		inside := text[m[2]:m[3]]
		phrase := spaced(inside)
		if phrase == "" {
			inside = text[m[0]:m[1]] // no word, which is something else than nothing
		} else if !code.MatchString(strings.TrimSpace(inside)) {
			a.phrases = append(a.phrases, phrase)
		}
		words = append(words, inside)
	}
	outside(text[at:])
	a.text = strings.Join(words, " ")
	return a
}

func isBlank(r rune) bool { return r == ' ' || r == '\t' || r == '\n' || r == '\u00a0' }

// spaced is the words of a text with a blank between them and around each, or "".
func spaced(text string) string {
	var b strings.Builder
	for _, t := range tokenize(text) {
		b.WriteString(" " + t.word)
	}
	if b.Len() > 0 {
		b.WriteByte(' ')
	}
	return b.String()
}

// mostInPhrase is how many of the best hits are looked through for a phrase: each may
// have its card in a part of its own.
const mostInPhrase = 120

// keep leaves of the hits those that have all phrases in their title, their summary or
// a name of what they are about, and none of the words that are to be left out.
func (r *run) keep(a asked, names *termNames, hits []scoredDocument) []scoredDocument {
	for _, t := range a.without {
		has := make([]bool, r.documents)
		for _, f := range r.formsOf(t) {
			for _, p := range f.postings {
				has[p.doc()] = true
			}
		}
		hits = slices.DeleteFunc(hits, func(h scoredDocument) bool { return has[h.doc] })
	}
	for _, phrase := range a.phrases {
		hits = slices.DeleteFunc(hits, func(h scoredDocument) bool {
			return slices.ContainsFunc(r.words, func(w *queryWord) bool {
				return !w.light && strings.Contains(phrase, " "+w.word+" ") && (w.matches == nil || w.matches[h.doc] == 0)
			})
		})
		sort.Slice(hits, func(i, j int) bool {
			if hits[i].score != hits[j].score {
				return hits[i].score > hits[j].score
			}
			return hits[i].doc < hits[j].doc
		})
		hits = hits[:min(len(hits), mostInPhrase)]
		named := map[int]bool{}
		for i, t := range names.terms {
			if slices.ContainsFunc(append([]string{t.label}, t.names...), func(name string) bool { return strings.Contains(spaced(name), phrase) }) {
				for _, p := range r.documentsOf(names.ref(i)) {
					named[int(p.doc())] = true
				}
			}
		}
		hits = slices.DeleteFunc(hits, func(h scoredDocument) bool {
			if named[h.doc] {
				return false
			}
			c, err := r.x.card(h.doc)
			r.note(err)
			return !strings.Contains(spaced(c.title), phrase) && !strings.Contains(spaced(c.summary), phrase)
		})
	}
	return hits
}

// formsOf are the forms of a word, or what it means in capitals only.
func (r *run) formsOf(t token) []*termForm {
	key := t.marked(r.caps)
	if key == t.word {
		return r.forms(key)
	}
	if g := r.group(key); g != nil {
		return g.forms[:1]
	}
	return nil
}
