package frontmatter

import (
	"bytes"
	"fmt"
	"unicode"
	"unicode/utf8"

	"kaartenbak/generator/problem"
)

// maxMarks is how many accents may stand on one letter. Vietnamese uses two,
// pointed Hebrew up to four.
const maxMarks = 4

// characters tells of the characters in the whole file that do not belong in
// a text, once for each rule and line.
func (r *reader) characters(text []byte) {
	number, start := 1, 0 // the line of the last find, and its offset
	odd(text, func(at int, rule *problem.Rule, c rune) {
		r.unfit = true
		if n := bytes.Count(text[start:at], []byte("\n")); n > 0 {
			number += n
			start = bytes.LastIndexByte(text[:at], '\n') + 1
		}
		if r.first(rule, number) {
			r.character(rule, number, column(text[start:], at-start), c)
		}
	})
}

// character tells of one character.
func (r *reader) character(rule *problem.Rule, line, col int, c rune) {
	hint, message := "wis dit stukje en typ het opnieuw", "hier staat een teken dat niet te tonen is (%U)"
	switch {
	case c == unicode.ReplacementChar:
		hint, message = "typ het woord opnieuw", "hier is een letter verloren gegaan (%U)"
	case c == '\u0085' || c == '\u2028' || c == '\u2029':
		hint, message = "wis het teken en begin een nieuwe regel met Enter", "hier staat een onzichtbaar teken voor een nieuwe regel (%U)"
	case rule == direction:
		message = "hier staat een onzichtbaar teken dat de leesrichting verandert (%U)"
	case rule == invisible:
		message = "hier staat een onzichtbaar teken (%U)"
	case rule == mixedScript:
		hint = "typ het woord opnieuw"
		message = fmt.Sprintf("de letter %c komt uit een ander alfabet dan de rest van het woord", c) + " (%U)"
	case rule == stackedMarks:
		message = "op deze letter staan te veel accenten (%U)"
		hint = "typ de letter opnieuw"
	case rule == privateUse:
		message = "dit teken is alleen te zien met een bijzonder lettertype (%U)"
		hint = "schrijf het in woorden of wis het teken"
	case rule == fancyLetters:
		message = "hier staan sierletters in plaats van gewone letters (%U)"
		hint = "typ de tekst opnieuw in gewone letters"
	}
	r.add(rule, line, col, hint, message, c)
}

// fit gives text for yaml.v3: the characters that it refuses or takes as the
// end of a line are spaces, so that it still reads the rest and counts the same
// lines and columns.
func (r *reader) fit(text []byte) []byte {
	if !r.unfit {
		return text
	}
	return bytes.Map(func(c rune) rune {
		switch {
		case c == '\n' || c == '\t':
			return c
		case c < ' ', 0x7f <= c && c <= 0x9f, c == 0x2028, c == 0x2029, c == 0xfeff, c == 0xfffe, c == 0xffff:
			return ' '
		}
		return c
	}, text)
}

// odd calls found for each character that breaks a rule; at is its offset.
func odd(text []byte, found func(at int, rule *problem.Rule, c rune)) {
	word := 0 // the end of the last word that was looked through
	for at := 0; at < len(text); {
		if b := text[at]; b < utf8.RuneSelf {
			if b < ' ' && b != '\n' && b != '\t' || b == 0x7f {
				found(at, control, rune(b))
			}
			at++
			continue
		}
		c, size := utf8.DecodeRune(text[at:])
		switch {
		case c < 0xa0:
			found(at, control, c)
		case c < 0x300, 0x2010 <= c && c <= 0x2027, c == '€': // letters, soft hyphen, dashes, quotation marks
		case isMark(c):
			size = marks(text[at:])
			if utf8.RuneCount(text[at:at+size]) > maxMarks {
				found(at, stackedMarks, c)
			}
		case isLookalike(c):
			if at >= word {
				var latin bool
				if latin, word = wordAround(text, at); latin {
					found(at, mixedScript, c)
				}
			}
		default:
			if rule := judge(text, at, c); rule != nil {
				found(at, rule, c)
			}
		}
		at += size
	}
}

// judge gives the rule that a character breaks, or nil.
func judge(text []byte, at int, c rune) *problem.Rule {
	switch {
	case isLineSeparator(c), c == unicode.ReplacementChar, isNonCharacter(c):
		return control
	case unicode.Is(unicode.Bidi_Control, c):
		return direction
	case unicode.Is(unicode.Variation_Selector, c):
		if !selects(text[:at], c) {
			return invisible
		}
	case c == zeroWidthJoiner, c == zeroWidthNonJoiner:
		if !joins(text[:at], c) {
			return invisible
		}
	case isInvisible(c):
		return invisible
	case unicode.Is(unicode.Co, c):
		return privateUse
	case isFancy(c):
		return fancyLetters
	}
	return nil
}

const (
	zeroWidthNonJoiner = '\u200c'
	zeroWidthJoiner    = '\u200d'
)

func isLineSeparator(c rune) bool { return c == '\u2028' || c == '\u2029' }

// isNonCharacter is true for what will never be a character: XML, and so the
// news feed, may not hold them.
func isNonCharacter(c rune) bool {
	return c&0xfffe == 0xfffe || 0xfdd0 <= c && c <= 0xfdef
}

// isInvisible is true for what takes up no ink, apart from spaces and from
// what a script needs to be written rightly.
func isInvisible(c rune) bool {
	switch {
	case 0x600 <= c && c <= 0x605, c == 0x6dd, c == 0x70f, c == 0x890, c == 0x891, c == 0x8e2,
		c == 0x110bd, c == 0x110cd: // signs around Arabic, Syriac and Kaithi numbers, which show
		return false
	case c == 0x34f, c == 0x115f, c == 0x1160, c == 0x17b4, c == 0x17b5, c == 0x2800, c == 0x3164, c == 0xffa0,
		0xe0000 <= c && c <= 0xe0fff: // fillers; tags, which can carry a hidden text
		return true
	}
	return unicode.Is(unicode.Cf, c)
}

// selects says whether a variation selector chooses how the character before
// it looks, as ❤ becomes ❤️, rather than carry something hidden.
func selects(before []byte, selector rune) bool {
	c, _ := utf8.DecodeLastRune(before)
	if unicode.Is(unicode.Variation_Selector, c) || unicode.IsSpace(c) || unicode.IsControl(c) {
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
func joins(before []byte, joiner rune) bool {
	c, _ := utf8.DecodeLastRune(before)
	if c == '\ufe0f' || unicode.In(c, unicode.So, unicode.Sk) {
		return joiner == zeroWidthJoiner
	}
	return c >= 0x600 && c < 0x1e00 && (unicode.IsLetter(c) || unicode.IsMark(c))
}

// isFancy is true for the letters and digits of full width, and for those that
// mathematics has in bold, script and so on.
func isFancy(c rune) bool {
	switch {
	case 0x1d400 <= c && c <= 0x1d7ff:
		return true
	case 0xff10 <= c && c <= 0xff5a:
		return unicode.IsLetter(c) || unicode.IsDigit(c)
	}
	return false
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

// wordAround says whether a Latin letter stands in the word around an offset,
// and where that word ends.
func wordAround(text []byte, at int) (latin bool, end int) {
	for start := at; start > 0; {
		c, size := utf8.DecodeLastRune(text[:start])
		if !unicode.IsLetter(c) && !isMark(c) {
			break
		}
		latin = latin || unicode.Is(unicode.Latin, c)
		start -= size
	}
	for end = at; end < len(text); {
		c, size := utf8.DecodeRune(text[end:])
		if !unicode.IsLetter(c) && !isMark(c) {
			break
		}
		latin = latin || unicode.Is(unicode.Latin, c)
		end += size
	}
	return latin, end
}

// isMark is true for accents, which are drawn over the character before them.
func isMark(c rune) bool {
	return c >= 0x300 && c != 0x34f && unicode.In(c, unicode.Mn, unicode.Me) && !unicode.Is(unicode.Variation_Selector, c)
}

// marks gives the length in bytes of the accents at the start of text.
func marks(text []byte) int {
	at := 0
	for at < len(text) {
		c, size := utf8.DecodeRune(text[at:])
		if !isMark(c) {
			break
		}
		at += size
	}
	return at
}
