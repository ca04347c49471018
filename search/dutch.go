package search

import (
	_ "embed"
	"slices"
	"strings"
)

//go:embed dutch.txt
var dutchText string

// commonDutch are the words of dutch.txt, by which a word that no text has is known to
// be one. A reader loads them only before it would offer a correction.
var commonDutch = func() set {
	words := set{}
	for line := range strings.Lines(dutchText) {
		if !strings.HasPrefix(line, "#") {
			words.add(strings.Fields(line)...)
		}
	}
	return words
}()

// dutchWords are the same, in all forms.
var dutchWords = newStemSet(commonDutch.sorted())

// A stemSet knows words in all their forms.
type stemSet map[string][]string // the words, by stem

func newStemSet(words []string) stemSet {
	s := stemSet{}
	for _, w := range words {
		s[stem(w)] = append(s[stem(w)], w)
	}
	return s
}

// has says that a word is a form of one of the set.
func (s stemSet) has(word string) bool {
	base := stem(word)
	return slices.ContainsFunc(s[base], func(w string) bool { return areForms(word, w, base) })
}

// makes says that a word is a form of one of the set, or made of such words.
func (s stemSet) makes(word string) bool {
	if s.has(word) {
		return true
	}
	for i := minPart; i < len(word)-minPart; i++ {
		if tail := word[i:]; notParts[tail] || !s.has(tail) {
			continue
		}
		for _, j := range joiners {
			if head, ok := strings.CutSuffix(word[:i], j); ok && len(head) >= minPart && !notParts[head] && s.begins(head) {
				return true
			}
		}
	}
	return false
}

// begins says that a word is one of the set, or the start of one with the same stem
// (behandel), or made of words of the set.
func (s stemSet) begins(word string) bool {
	return slices.ContainsFunc(s[stem(word)], func(w string) bool { return strings.HasPrefix(w, word) }) ||
		len(word) > 2*minPart && !s.has(word) && s.makes(word)
}
