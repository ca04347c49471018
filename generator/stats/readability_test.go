package stats

import (
	"regexp"
	"strings"
	"testing"
	"unicode"
)

func TestReadability(t *testing.T) {
	plain := strings.Repeat("U kiest zelf. De arts helpt u daarbij. Wat past bij u? ", 5)
	hard := strings.Repeat("Multidisciplinaire besluitvormingsondersteuning faciliteert gepersonaliseerde behandelingsoptimalisatie binnen netwerkorganisaties. ", 6)
	p, h := Readability(plain), Readability(hard)
	if !p.Known || p.Score < 60 {
		t.Errorf("plain text scores %+v", p)
	}
	if !h.Known || h.Score >= HardBelow {
		t.Errorf("hard text scores %+v", h)
	}
	if Readability("Te kort om iets te zeggen.").Known {
		t.Error("a short text has a score")
	}
}

// byPatterns counts as the form does.
func byPatterns(text string) (words, sentences, syllables int) {
	word, end, vowel := regexp.MustCompile(Patterns["woord"]), regexp.MustCompile(Patterns["zin"]), regexp.MustCompile(Patterns["klinker"])
	for _, sentence := range end.Split(text, -1) {
		found := word.FindAllString(sentence, -1)
		if len(found) > 0 {
			sentences++
		}
		words += len(found)
		for _, w := range found {
			syllables += max(1, len(vowel.FindAllString(strings.Map(unicode.ToLower, w), -1)))
		}
	}
	return words, sentences, syllables
}

func FuzzCount(f *testing.F) {
	for _, text := range []string{
		"", "U kiest zelf. De arts helpt u!", "bv. 3.5 mg: of zo...", "zo'n auto’s-en-fiets -x- 'n", "Ij IJs ijs eeuw aaa geïnd ÉÉN", "a.b c.\nd\n\ne?!\tf", "¿qué? ẞ ١٢٣ x\u00a0y. \u2028z", "l'a-", "a'-b",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ToValidUTF8(text, "")
		w, s, v := count(text)
		if words, sentences, syllables := byPatterns(text); w != words || s != sentences || v != syllables {
			t.Errorf("%q: %d words, %d sentences, %d sounds; by the patterns %d, %d and %d", text, w, s, v, words, sentences, syllables)
		}
	})
}
