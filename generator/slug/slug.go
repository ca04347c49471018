// Package slug writes a text as it may stand in an address: as the name of a file,
// or as the id of a heading.
package slug

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// How long the two may become, in characters.
const (
	MaxFile    = 80
	MaxHeading = 60
)

// enough is the length from which the name of a file takes no more words.
const enough = 60

// letters are those that Unicode does not take apart into a letter of ASCII and an
// accent, each followed by how it is written without.
var letters = []string{
	"ß", "ss", "æ", "ae", "œ", "oe", "ø", "o", "ł", "l", "đ", "d", "ð", "d", "þ", "th", "ħ", "h", "ŧ", "t", "ŋ", "n", "ĸ", "k", "ı", "i",
}

// Limits and Words are what the form needs to make the same names.
var (
	Limits = map[string]int{"bestandsnaam": MaxFile, "bestandsnaam-genoeg": enough, "kop-adres": MaxHeading}
	Words  = map[string][]string{"letters": letters}
)

var toASCII = strings.NewReplacer(letters...)

// words gives the words of a text in small letters and digits of ASCII. An
// apostrophe parts no words: foto's is fotos.
func words(text string) []string {
	return strings.Fields(strings.Map(func(r rune) rune {
		if 'a' <= r && r <= 'z' || '0' <= r && r <= '9' {
			return r
		}
		return ' '
	}, plain(text)))
}

// Fold gives what texts have in common that differ only in capitals, accents, signs
// and spaces. Letters of other scripts stay.
func Fold(text string) string { return strings.Join(strings.Fields(plain(text)), " ") }

// plain is a text in small letters without accents and apostrophes, with a space for
// every other sign.
func plain(text string) string {
	text = toASCII.Replace(norm.NFKD.String(strings.ToLower(text)))
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsLetter(r), unicode.IsNumber(r):
			return r
		case r == '\'', r == '’', unicode.Is(unicode.Mn, r): // é is an e and a mark here
			return -1
		}
		return ' '
	}, text)
}

// File makes the name of a file out of a title, without an extension: Keuzehulp
// patiënt! becomes keuzehulp-patient. It is empty when no letter or digit is left.
func File(title string) string {
	name := ""
	for _, word := range words(title) {
		switch {
		case name == "":
			name = word
		case len(name) < enough:
			name += "-" + word
		}
	}
	return strings.TrimRight(name[:min(len(name), MaxFile)], "-")
}

// Heading makes the id of a heading out of its words.
func Heading(text string) string {
	id := strings.Join(words(text), "-")
	switch {
	case id == "":
		return "kop"
	case len(id) <= MaxHeading:
		return id
	case id[MaxHeading-1] == '-': // the letter after it comes along: others link to ids, which stay as they were
		return id[:MaxHeading+1]
	}
	return id[:MaxHeading]
}
