package characters

import (
	"unicode"
	"unicode/utf8"

	"kaartenbak/generator/problem"
)

// isUsual is true for what nearly all texts consist of: letters with accents,
// the soft hyphen, quotation marks, dashes, bullets and the euro.
func isUsual(c rune) bool {
	return 0xa0 <= c && c < 0x300 && !startsMisread(c) || 0x2010 <= c && c <= 0x2027 || c == '€' || c == '\n' || c == '\t'
}

// judge gives the rule that a character breaks, or nil. It is not for accents,
// lookalikes and what was misread.
func judge(text []byte, at int, c rune) *problem.Rule {
	switch {
	case ' ' <= c && c <= '~', isUsual(c):
	case c < 0xa0, isLineSeparator(c), c == utf8.RuneError, c == objectReplacement, unicode.Is(unicode.Noncharacter_Code_Point, c):
		return control
	case unicode.Is(unicode.Bidi_Control, c):
		return direction
	case unicode.Is(unicode.Variation_Selector, c):
		if !selects(text[:at], c) {
			return invisible
		}
	case c == zeroWidthJoiner, c == zeroWidthNonJoiner:
		if !joins(text, at, c) {
			return invisible
		}
	case isInvisible(c):
		return invisible
	case unicode.Is(unicode.Co, c):
		return pictogram
	case isFancy(c):
		return fancyLetter
	}
	return nil
}

const (
	nextLine           = '\u0085'
	objectReplacement  = '\ufffc' // where a word processor had a picture
	zeroWidthNonJoiner = '\u200c'
	zeroWidthJoiner    = '\u200d'
)

func isLineSeparator(c rune) bool { return c == '\u2028' || c == '\u2029' }

// isInvisible is true for what takes up no ink, apart from spaces and from
// what a script needs to be written rightly.
func isInvisible(c rune) bool {
	switch {
	case unicode.Is(unicode.Prepended_Concatenation_Mark, c): // around numbers in Arabic and Syriac
		return false
	case c == 0x2800: // an empty letter of braille
		return true
	}
	return unicode.In(c, unicode.Cf, unicode.Other_Default_Ignorable_Code_Point)
}

// selects says whether a variation selector chooses how the character before
// it looks, as ❤ becomes ❤️, rather than carry something hidden.
func selects(before []byte, selector rune) bool {
	c, size := utf8.DecodeLastRune(before)
	if size == 0 || unicode.Is(unicode.Variation_Selector, c) || unicode.IsSpace(c) || unicode.IsControl(c) {
		return false
	}
	switch {
	case selector >= 0xe0100:
		return unicode.Is(unicode.Han, c)
	case selector == '\ufe0e' || selector == '\ufe0f':
		return c == '#' || c == '*' || '0' <= c && c <= '9' || c == 'ℹ' || c > 0xa8 && !unicode.IsLetter(c) && !unicode.IsMark(c)
	}
	return c >= 0x1000
}

// joins says whether a joiner does its work: within a word of a script that
// has joined letters, or between the parts of one emoji.
func joins(text []byte, at int, joiner rune) bool {
	before, size := utf8.DecodeLastRune(text[:at])
	after, _ := utf8.DecodeRune(text[at+utf8.RuneLen(joiner):])
	switch {
	case size == 0:
		return false
	case before == '\ufe0f' || unicode.In(before, unicode.So, unicode.Sk):
		return joiner == zeroWidthJoiner && unicode.IsSymbol(after)
	}
	return before >= 0x600 && before < 0x1e00 && (unicode.IsLetter(before) || unicode.IsMark(before))
}

// isFancy is true for letters and digits that are drawn as another kind: of
// full width, between brackets or in a circle, small capitals, bold or cursive
// in mathematics, or two letters in one.
func isFancy(c rune) bool {
	switch {
	case 0x1d400 <= c && c <= 0x1d7ff, 0x249c <= c && c <= 0x24e9, 0x1d00 <= c && c <= 0x1d22, 0xfb00 <= c && c <= 0xfb06:
		return true
	case 0xff10 <= c && c <= 0xff5a:
		return unicode.IsLetter(c) || unicode.IsDigit(c)
	}
	return false
}

// maxMarks is how many accents may stand on one letter. Vietnamese uses two,
// pointed Hebrew up to four.
const maxMarks = 4

// isMark is true for accents, which are drawn over the character before them.
func isMark(c rune) bool {
	return c >= 0x300 && unicode.In(c, unicode.Mn, unicode.Me) &&
		!unicode.In(c, unicode.Variation_Selector, unicode.Other_Default_Ignorable_Code_Point)
}

// marks gives the number of accents at the start of text, and their length in
// bytes.
func marks(text []byte) (n, length int) {
	for length < len(text) {
		c, size := utf8.DecodeRune(text[length:])
		if !isMark(c) {
			break
		}
		n, length = n+1, length+size
	}
	return n, length
}
