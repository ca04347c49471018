package stats

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"kaartenbak/generator/catalogue"
)

// HardBelow is the score below which a text is called hard: on Flesch's scale a
// text of 60 and above is plain language, below 40 it asks for higher education.
// Health texts carry long words, so that only the latter is reported.
const HardBelow = 40

// EnoughWords is how long a text must be for its score to mean something.
const EnoughWords = 30

// A Reading is how easily a text reads.
type Reading struct {
	Known bool    // false for a text that is too short to tell
	Score float64 // Flesch-Douma: 0 hard to 100 easy
	Words float64 // words in a sentence, on average
}

// ReadingOf is how easily the summary and the text of an entry read.
func ReadingOf(e catalogue.Entry) Reading {
	base := e.Base()
	return Readability(base.Summary.Text + "\n" + base.Text.Plain)
}

// Patterns are the regular expressions by which a text is counted: a word, the end
// of a sentence, and a vowel sound, in small letters. The form counts with them;
// [Readability] comes to the same without them, in a fraction of the time.
var Patterns = map[string]string{
	"woord":   `[\p{L}\d]+(?:['’-][\p{L}\d]+)*`,
	"zin":     `[.!?:]+(\s|$)|\n+`,
	"klinker": `aa|ee|oo|uu|ie|oe|eu|ui|ei|ij|au|ou|[` + vowels + `]`,
}

const (
	vowels = "aeiouyàáâäèéêëìíîïòóôöùúûü"
	pairs  = "aa ee oo uu ie oe eu ui ei ij au ou"
)

// Readability scores a Dutch text by the formula of Douma (1960), which is
// Flesch's for Dutch: 206.84 - 0.93 * words per sentence - 77 * syllables per
// word.
func Readability(text string) Reading {
	words, sentences, syllables := count(text)
	if words < EnoughWords {
		return Reading{}
	}
	perSentence := float64(words) / float64(sentences)
	return Reading{Known: true, Words: perSentence, Score: 206.84 - 0.93*perSentence - 77*float64(syllables)/float64(words)}
}

// count gives the words of a text, the sentences that have words, and the vowel
// sounds, of which each word has one at least.
func count(text string) (words, sentences, syllables int) {
	runes := []rune(text)
	at := func(i int) rune {
		if i < len(runes) {
			return runes[i]
		}
		return '\n'
	}
	inSentence := false
	for i := 0; i < len(runes); {
		switch r := runes[i]; {
		case inWord(r):
			start := i
			for i++; inWord(at(i)) || strings.ContainsRune("'’-", at(i)) && inWord(at(i+1)); i++ {
			}
			words++
			syllables += max(1, sounds(runes[start:i]))
			if !inSentence {
				sentences++
			}
			inSentence = true
		case strings.ContainsRune(".!?:", r):
			for i++; strings.ContainsRune(".!?:", at(i)); i++ {
			}
			if strings.ContainsRune("\t\n\f\r ", at(i)) {
				inSentence = false
			}
		default:
			if r == '\n' {
				inSentence = false
			}
			i++
		}
	}
	return words, sentences, syllables
}

func inWord(r rune) bool { return unicode.IsLetter(r) || '0' <= r && r <= '9' }

// sounds counts the vowel sounds of a word.
func sounds(word []rune) (n int) {
	for i := 0; i < len(word); i++ {
		r := unicode.ToLower(word[i])
		if i+1 < len(word) {
			if next := unicode.ToLower(word[i+1]); r < utf8.RuneSelf && next < utf8.RuneSelf && strings.Contains(pairs, string([]byte{byte(r), byte(next)})) {
				n++
				i++
				continue
			}
		}
		if strings.ContainsRune(vowels, r) {
			n++
		}
	}
	return n
}
