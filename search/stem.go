package search

import (
	"strings"

	"github.com/blevesearch/bleve/v2/analysis"
	"github.com/blevesearch/bleve/v2/analysis/lang/nl"
)

// dutchStemmer is the stemmer of bleve's Dutch analyzer.
var dutchStemmer = nl.NewDutchStemmerFilter()

// snowball is the Porter-type Dutch stemmer (snowballstem.org/algorithms/dutch_porter).
func snowball(word string) string {
	stream := dutchStemmer.Filter(analysis.TokenStream{&analysis.Token{Term: []byte(word)}})
	return string(stream[0].Term)
}

// irregularStems are plurals that share too little with their singular.
var irregularStems = map[string]string{
	"steden": "stad", "leden": "lid", "schepen": "schip", "eieren": "ei",
	"kinderen": "kind", "kinder": "kind", "kinders": "kind",
	"ogen": "og", "oren": "or", "uren": "ur", "apen": "ap",
}

// rootedEndings are endings that belong to the word: "huisarts" is no plural, "alleen"
// is no form of "alle".
var rootedEndings = []string{
	"arts", "mens", "kans", "grens", "wens", "lens", "dans", "krans", "balans", "tendens", "prins", "frans",
	"hals", "pols", "puls", "plaats", "reeks", "koers", "fonds", "toets", "fiets", "spits", "krats", "coats",
	"alleen", "overeen", "meteen", "uiteen", "bijeen", "iedereen",
}

// stem brings the forms of a word together. The Snowball stemmer leaves apart
// what belongs together (operatie and operaties, adres and adressen, huis and
// huizen, behandelt and behandelen): tidy joins those. Words with a digit are
// names and stay as they are.
func stem(word string) string {
	if len(word) < 3 || !isPlain(word) {
		return word
	}
	if s, ok := irregularStems[word]; ok {
		return s
	}
	for _, e := range rootedEndings {
		if strings.HasSuffix(word, e) {
			return word
		}
	}
	if strings.HasSuffix(word, "kinderen") {
		return word[:len(word)-4]
	}
	if strings.HasSuffix(word, "eeen") || len(word) > 4 && strings.HasSuffix(word, "ieen") {
		return word[:len(word)-2]
	}
	return tidy(snowball(word))
}

// tidy brings together stems that Snowball keeps apart. It errs on the side
// of joining: other forms always rank below the word as typed.
func tidy(s string) string {
	n := len(s)
	ends := func(min int, suffix string) bool { return n >= min && strings.HasSuffix(s, suffix) }
	cut := func(k int) { s = s[:n-k]; n -= k }
	if ends(5, "en") && !isVowel(s[n-3]) { // tekens
		cut(2)
	}
	s = soften(s)
	n = len(s)
	switch {
	case ends(5, "ies"), ends(5, "eaus"), ends(4, "ys"), ends(5, "jes") && strings.IndexByte("dkpst", s[n-4]) >= 0:
		cut(1) // operaties, niveaus, displays, blokjes
		if s[n-1] == 'e' && s[n-2] == 'j' {
			cut(1)
		}
	case ends(5, "es"): // keuzes
		cut(2)
	}
	if n >= 5 {
		switch x, t := s[n-2], s[n-1]; {
		case t == 't' && x == 'd': // wordt
			cut(1)
		case t == 't' && strings.IndexByte("fgkmpw", x) >= 0, // werkt, geeft
			t == 't' && x == 'i' && (s[n-3] == 'a' || s[n-3] == 'e'),                    // draait, groeit
			n >= 6 && t == 'd' && strings.IndexByte("gmw", x) >= 0,                      // verhoogd
			n >= 6 && (t == 't' || t == 'd') && (x == 'l' || x == 'r') && s[n-3] == 'e': // behandelt, verbeterd
			cut(1)
		}
	}
	s = soften(s)
	n = len(s)
	if n >= 3 && !isVowel(s[n-1]) && s[n-2] == s[n-3] && strings.IndexByte("aeou", s[n-2]) >= 0 { // materiaal, oog
		s = s[:n-2] + s[n-1:]
	}
	return s
}

// soften ends a stem as the word itself does: adress, huiz, briev.
func soften(s string) string {
	n := len(s)
	switch {
	case n >= 4 && s[n-1] == s[n-2] && !isVowel(s[n-1]):
		return s[:n-1]
	case s[n-1] == 'z':
		return s[:n-1] + "s"
	case s[n-1] == 'v':
		return s[:n-1] + "f"
	}
	return s
}

// lengthIn is the length of the last vowel of a stem in a word that has it: -1
// in a closed syllable (mag, mannen), 1 written double (maag), 0 before another
// vowel, where the letters do not tell (magen, dagen).
func lengthIn(word, stem string) int {
	n := len(stem)
	if n < 2 || !isPlain(stem) || isVowel(stem[n-1]) || strings.IndexByte("aeou", stem[n-2]) < 0 || n > 2 && isVowel(stem[n-3]) {
		return 0
	}
	rest, ok := strings.CutPrefix(word, stem[:n-1])
	switch {
	case !ok || rest == "":
		return 0
	case len(rest) > 1 && rest[0] == stem[n-2] && !isVowel(rest[1]):
		return 1
	case !isVowel(rest[0]) && (len(rest) == 1 || !isVowel(rest[1])):
		return -1
	}
	return 0
}

// areForms says whether two words with one stem are forms of one word, or can
// be: the stemmer writes the vowel of maag and mag alike, though no ending
// makes one of the other.
func areForms(word, other, stem string) bool {
	return lengthIn(word, stem)*lengthIn(other, stem) >= 0
}

func isVowel(c byte) bool { return strings.IndexByte("aeiouy", c) >= 0 }

// isPlain says that a word has the letters a to z only.
func isPlain(word string) bool {
	for i := 0; i < len(word); i++ {
		if word[i] < 'a' || word[i] > 'z' {
			return false
		}
	}
	return true
}
