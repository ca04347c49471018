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
func ReadingOf(e *catalogue.Entry) Reading {
	return Readability(catalogue.Summary.Of(e).Text + "\n" + e.Text.Plain)
}

// Patterns are the regular expressions by which a text is counted: a word, the end
// of a sentence, and a vowel sound, in small letters. The form counts with them;
// [Readability] comes to the same without them, in a fraction of the time.
var Patterns = map[string]string{
	"woord":   `[\p{L}\d]+(?:['’-][\p{L}\d]+)*`,
	"zin":     `[.!?:]+(\s|$)|\n+`,
	"klinker": `aa|ee|oo|uu|ie|oe|eu|ui|ei|ij|au|ou|[` + vowels + `]`,
}

const vowels = "aeiouyàáâäèéêëìíîïòóôöùúûü"

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
	inSentence := false
	for i := 0; i < len(text); {
		switch r, size := utf8.DecodeRuneInString(text[i:]); {
		case inWord(r):
			length, sounds := word(text[i:])
			i += length
			words++
			syllables += max(1, sounds)
			if !inSentence {
				sentences++
			}
			inSentence = true
		case isEnd(r):
			for i++; i < len(text) && isEnd(rune(text[i])); i++ {
			}
			if i == len(text) || strings.IndexByte("\t\n\f\r ", text[i]) >= 0 {
				inSentence = false
			}
		default:
			if r == '\n' {
				inSentence = false
			}
			i += size
		}
	}
	return words, sentences, syllables
}

func isEnd(r rune) bool { return r == '.' || r == '!' || r == '?' || r == ':' }

func inWord(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
	}
	return unicode.IsLetter(r)
}

// word gives the length in bytes of the word with which a text starts, and its
// vowel sounds.
func word(text string) (length, sounds int) {
	before := rune(0) // a vowel that makes one sound with the next
	for i, r := range text {
		if !inWord(r) {
			next, _ := utf8.DecodeRuneInString(text[i+utf8.RuneLen(r):])
			if r != '\'' && r != '’' && r != '-' || !inWord(next) {
				return i, sounds
			}
		}
		switch r = lower(r); {
		case isPair(before, r):
			before = 0
		case isVowel(r):
			sounds++
			before = r
		default:
			before = 0
		}
	}
	return len(text), sounds
}

// isPair reports whether two vowels make one sound.
func isPair(a, b rune) bool {
	switch a {
	case 'a':
		return b == 'a' || b == 'u'
	case 'e':
		return b == 'e' || b == 'i' || b == 'u'
	case 'i':
		return b == 'e' || b == 'j'
	case 'o':
		return b == 'e' || b == 'o' || b == 'u'
	case 'u':
		return b == 'i' || b == 'u'
	}
	return false
}

func isVowel(r rune) bool {
	switch r {
	case 'a', 'e', 'i', 'o', 'u', 'y':
		return true
	}
	return r >= utf8.RuneSelf && strings.ContainsRune(vowels, r)
}

func lower(r rune) rune {
	switch {
	case 'A' <= r && r <= 'Z':
		return r + 'a' - 'A'
	case r < utf8.RuneSelf:
		return r
	}
	return unicode.ToLower(r)
}
