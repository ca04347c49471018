package characters

import (
	"unicode"
	"unicode/utf8"
)

// Mixed calls found for the first letter from another alphabet in each word that
// has Latin letters too.
func Mixed(text []byte, found func(Find)) {
	latin, other := false, -1 // of the word so far; where the other letter stands
	end := func() {
		if latin && other >= 0 {
			c, _ := utf8.DecodeRune(text[other:])
			found(Find{Rule: mixedScript, At: other, Char: c, Count: 1})
		}
		latin, other = false, -1
	}
	for at := 0; at < len(text); {
		c, size := utf8.DecodeRune(text[at:])
		switch {
		case isMark(c):
		case !unicode.IsLetter(c):
			end()
		case unicode.Is(unicode.Latin, c):
			latin = true
		case other < 0 && isLookalike(c):
			other = at
		}
		at += size
	}
	end()
}

// isLookalike is true for letters that can pass for a Latin one. Of Greek that
// is a few: doctors write TNFα and μg.
func isLookalike(c rune) bool {
	switch c {
	case 'Α', 'Β', 'Ε', 'Ζ', 'Η', 'Ι', 'Κ', 'Μ', 'Ν', 'Ο', 'Ρ', 'Τ', 'Υ', 'Χ', 'ο':
		return true
	}
	return unicode.In(c, unicode.Cyrillic, unicode.Armenian, unicode.Cherokee, unicode.Coptic, unicode.Lisu)
}
