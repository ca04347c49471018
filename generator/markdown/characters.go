package markdown

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// characters looks at every character of the source. What is forbidden in the
// text is forbidden in code and in addresses too.
func (b *body) characters() {
	for i := 0; i < len(b.src); {
		c := b.src[i]
		if ' ' <= c && c <= '~' {
			i++
			continue
		}
		if c < utf8.RuneSelf {
			if c != '\n' && c != '\t' {
				b.invisible(i, rune(c), 1)
			}
			i++
			continue
		}
		r, size := utf8.DecodeRune(b.src[i:])
		if usual(r) {
			i += size
			continue
		}
		i += b.unusual(i, r, size)
	}
}

// usual are the characters beyond ASCII that nearly all texts have only of:
// letters with accents, quotation marks, dashes, bullets and the euro.
func usual(r rune) bool {
	return 0xA0 <= r && r <= 0x24F && r != 'Ã' && r != 'Â' && r != 'â' || 0x2010 <= r && r <= 0x2027 || r == '€'
}

// unusual reports what is wrong with one character at i, and returns how many
// bytes have been dealt with.
func (b *body) unusual(i int, r rune, size int) int {
	switch {
	case isInvisible(r) && !b.joins(i, r, size):
		n := 1
		for size < len(b.src)-i {
			next, more := utf8.DecodeRune(b.src[i+size:])
			if !isInvisible(next) {
				break
			}
			n, size = n+1, size+more
		}
		b.invisible(i, r, n)
	case r == utf8.RuneError:
		b.report(ruleBroken, i, "typ het teken dat hier hoort te staan", "hier staat een vervangteken (\uFFFD): het echte teken is verloren")
	case r == 'Ã' || r == 'Â' || r == 'â':
		if meant := misread(b.src[i:]); meant != "" {
			b.report(ruleBroken, i, "sla het bestand op als UTF-8, of typ het teken opnieuw", "hier hoort waarschijnlijk %s te staan", meant)
		}
	case isPrivate(r):
		b.report(ruleOdd, i, "gebruik een gewoon teken of een woord", "het teken U+%04X ziet er op elke computer anders uit", r)
	case isStyled(r):
		b.report(ruleOdd, i, "typ het woord met gewone letters", "%c is een bijzonder teken; zoeken en voorlezen lukken daarmee niet", r)
		for size < len(b.src)-i { // once for a word
			next, more := utf8.DecodeRune(b.src[i+size:])
			if !isStyled(next) {
				break
			}
			size += more
		}
	case isMark(r):
		n, end := 1, i+size
		for end < len(b.src) {
			next, more := utf8.DecodeRune(b.src[end:])
			if !isMark(next) {
				break
			}
			n, end = n+1, end+more
		}
		if n > maxMarks {
			b.report(ruleStacked, i, "haal de extra tekens weg", "op deze letter staan %d tekens boven of onder elkaar", n)
		}
		return end - i
	case isLookalike(r):
		b.lookalikes = true
	}
	return size
}

// decoded checks characters that come out of an entity.
func (b *body) decoded(decoded []byte, offset int) {
	for _, r := range string(decoded) {
		switch {
		case r == utf8.RuneError:
			b.report(ruleBroken, offset, "typ het teken dat hier hoort te staan", "deze code staat voor geen enkel teken")
		case isInvisible(r) || r < ' ' && r != '\n' && r != '\t' || r == 0x7F:
			b.invisible(offset, r, 1)
		case isPrivate(r):
			b.report(ruleOdd, offset, "gebruik een gewoon teken of een woord", "het teken U+%04X ziet er op elke computer anders uit", r)
		case isStyled(r):
			b.report(ruleOdd, offset, "typ het woord met gewone letters", "%c is een bijzonder teken; zoeken en voorlezen lukken daarmee niet", r)
		case isLookalike(r):
			b.lookalikes = true
		case isMark(r):
			b.report(ruleStacked, offset, "typ de letter met het teken in een keer, zoals é", "deze code is een los teken boven of onder een letter")
		}
	}
}

func (b *body) invisible(offset int, r rune, n int) {
	hint := "haal het weg: typ de woorden eromheen opnieuw"
	switch {
	case unicode.Is(unicode.Bidi_Control, r):
		b.report(ruleInvisible, offset, hint, "hier staat een onzichtbaar teken (U+%04X) dat de leesrichting omdraait", r)
	case n == 1:
		b.report(ruleInvisible, offset, hint, "hier staat een onzichtbaar teken (U+%04X)", r)
	default:
		b.report(ruleInvisible, offset, hint, "hier staan %d onzichtbare tekens (het eerste is U+%04X)", n, r)
	}
}

// isInvisible knows characters that nobody sees and machines do read, or that
// are no characters at all. The soft hyphen is none of them: it shows where a
// long word may be broken.
func isInvisible(r rune) bool {
	switch {
	case r == 0xAD, 0x600 <= r && r <= 0x605, r == 0x6DD, r == 0x70F, r == 0x8E2: // the others are Arabic and Syriac signs
		return false
	case 0x7F <= r && r <= 0x9F, r == 0x2028, r == 0x2029:
		return true
	}
	return r > 0x9F && (unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Other_Default_Ignorable_Code_Point, r) ||
		unicode.Is(unicode.Variation_Selector, r) || unicode.Is(unicode.Noncharacter_Code_Point, r))
}

// joins reports whether an invisible character does useful work: in an emoji
// made of several, or in a script such as Persian or Hindi.
func (b *body) joins(i int, r rune, size int) bool {
	before, _ := utf8.DecodeLastRune(b.src[:i])
	after, _ := utf8.DecodeRune(b.src[i+size:])
	switch r {
	case 0xFE0F: // show as emoji
		return unicode.IsSymbol(before) || '0' <= before && before <= '9' || before == '#' || before == '*' || before == '‼' || before == '⁉'
	case 0x200C, 0x200D:
		return writes(before) && writes(after)
	}
	return false
}

// writes reports whether a joiner may stand beside r.
func writes(r rune) bool {
	return r == 0xFE0F || unicode.IsSymbol(r) && r > 0x2000 || (unicode.IsLetter(r) || isMark(r)) && !unicode.In(r, unicode.Latin, unicode.Greek, unicode.Cyrillic)
}

func isPrivate(r rune) bool { return unicode.Is(unicode.Co, r) }

// isStyled knows letters that are drawn as another kind of letter: full width,
// bold or cursive in mathematics, in a circle, or two in one from a PDF.
func isStyled(r rune) bool {
	return 0xFF01 <= r && r <= 0xFF5E || 0x1D400 <= r && r <= 0x1D7FF || 0x24B6 <= r && r <= 0x24E9 || 0xFB00 <= r && r <= 0xFB06
}

// maxMarks is the number of marks that may follow a letter. Vietnamese has two,
// Hebrew with all its signs three or four.
const maxMarks = 4

func isMark(r rune) bool { return unicode.In(r, unicode.Mn, unicode.Me) }

// isLookalike knows the scripts that have letters just like ours. Greek is not
// one of them, for TNFα is a good word.
func isLookalike(r rune) bool {
	return unicode.In(r, unicode.Cyrillic, unicode.Armenian, unicode.Cherokee)
}

// mixedWords reports words with both our letters and lookalikes.
func (b *body) mixedWords() {
	if !b.lookalikes {
		return
	}
	start, ours, other := 0, false, rune(0)
	for i, r := range string(b.plain) {
		switch {
		case isMark(r):
		case !unicode.IsLetter(r):
			if ours && other != 0 {
				b.report(ruleMixed, b.origin(start), "typ het woord opnieuw", "in %s staat een letter (U+%04X) die op een gewone letter lijkt", show(string(b.plain[start:i])), other)
			}
			start, ours, other = i+utf8.RuneLen(r), false, 0
		case isLookalike(r):
			other = r
		case unicode.Is(unicode.Latin, r):
			ours = true
		}
	}
}

// misread gives the character that was meant when UTF-8 has been read as
// Windows-1252 and saved again, as in "patiÃ«nt"; "" when that is not so.
func misread(s []byte) string {
	first, size := utf8.DecodeRune(s)
	second, _ := utf8.DecodeRune(s[size:])
	switch {
	case first == 'Ã' && 0xA0 <= second && second <= 0xBF:
		return string([]byte{0xC3, byte(second)})
	case first == 'Â' && (second == 0xA0 || second == '°' || second == '²' || second == '³' || second == '·' || second == '«' || second == '»'):
		return string(second)
	case first == 'â' && second == '€':
		return "een aanhalingsteken of een streepje"
	}
	return ""
}

// maxShown is how much of a text a message repeats, in characters.
const maxShown = 60

// show makes a piece of text fit to repeat in a message: short, on one line, and
// without characters that do something to a terminal.
func show(s string) string {
	var out strings.Builder
	n := 0
	for _, r := range s {
		if n++; n > maxShown {
			return out.String() + "..."
		}
		if unicode.IsPrint(r) && !isMark(r) {
			out.WriteRune(r)
		} else {
			fmt.Fprintf(&out, "<U+%04X>", r)
		}
	}
	return out.String()
}
