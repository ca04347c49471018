package stats

import (
	"regexp"
	"strings"
	"unicode"

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

var (
	wordPattern     = regexp.MustCompile(`[\p{L}\d]+(?:['’-][\p{L}\d]+)*`)
	sentencePattern = regexp.MustCompile(`[.!?:]+(\s|$)|\n+`)
	vowelPattern    = regexp.MustCompile(`aa|ee|oo|uu|ie|oe|eu|ui|ei|ij|au|ou|[aeiouyàáâäèéêëìíîïòóôöùúûü]`)
)

// ReadingOf is how easily the summary and the text of an entry read.
func ReadingOf(e catalogue.Entry) Reading {
	base := e.Base()
	return Readability(base.Summary.Text + "\n" + base.Text.Plain)
}

// Patterns are the regular expressions by which a text is counted.
var Patterns = map[string]string{"woord": wordPattern.String(), "zin": sentencePattern.String(), "klinker": vowelPattern.String()}

// Readability scores a Dutch text by the formula of Douma (1960), which is
// Flesch's for Dutch: 206.84 - 0.93 * words per sentence - 77 * syllables per
// word.
func Readability(text string) Reading {
	words, sentences, syllables := 0, 0, 0
	for _, sentence := range sentencePattern.Split(text, -1) {
		found := wordPattern.FindAllString(sentence, -1)
		if len(found) == 0 {
			continue
		}
		sentences++
		words += len(found)
		for _, w := range found {
			syllables += max(1, len(vowelPattern.FindAllString(strings.Map(unicode.ToLower, w), -1)))
		}
	}
	if words < EnoughWords {
		return Reading{}
	}
	perSentence := float64(words) / float64(sentences)
	return Reading{Known: true, Words: perSentence, Score: 206.84 - 0.93*perSentence - 77*float64(syllables)/float64(words)}
}
