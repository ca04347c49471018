// Package characters knows which characters do not belong in a text: those that
// nobody sees, that look like others, or that went to pieces on the way.
//
// It looks at text from wherever it comes: a file as it was saved, or a value
// after escapes and entities have been decoded.
package characters

import (
	"bytes"
	"fmt"
	"unicode/utf8"

	"kaartenbak/generator/problem"
)

// A Find is a place in a text where a rule is broken.
type Find struct {
	Rule  *problem.Rule
	At    int  // the offset, in bytes
	Char  rune // what stands there; of NotUTF8 the byte
	Count int  // how many characters in a row break the rule

	meant string // of a broken character: what stood there before
}

// Scan calls found for each character that does not belong in a text, from
// front to back; for several in a row that break one rule, once. It reports
// whether there are letters of which only the word around them tells whether
// they belong: then the text is for [Mixed] too.
func Scan(text []byte, found func(Find)) (lookalikes bool) {
	for at := 0; at < len(text); {
		if b := text[at]; ' ' <= b && b <= '~' {
			at++
			continue
		}
		c, size := utf8.DecodeRune(text[at:])
		switch {
		case isUsual(c):
			at += size
		case isMark(c):
			n, length := marks(text[at:])
			if n > maxMarks {
				found(Find{Rule: stackedMarks, At: at, Char: c, Count: n})
			}
			at += length
		case isLookalike(c):
			lookalikes = true
			at += size
		case startsMisread(c):
			meant, length := misread(text[at:])
			if length == 0 {
				at += size
				break
			}
			found(Find{Rule: broken, At: at, Char: c, Count: 1, meant: meant})
			at += length
		default:
			rule := judge(text, at, c)
			n, end := 1, at+size
			for rule != nil && end < len(text) {
				next, size := utf8.DecodeRune(text[end:])
				if judge(text, end, next) != rule {
					break
				}
				n, end = n+1, end+size
			}
			if rule != nil {
				found(Find{Rule: rule, At: at, Char: c, Count: n})
			}
			at = end
		}
	}
	return lookalikes
}

// Undecoded calls found for the first byte on each line that is no part of a
// character in UTF-8.
func Undecoded(text []byte, found func(Find)) {
	start := 0
	for line := range bytes.Lines(text) {
		for at := 0; at < len(line); {
			c, size := utf8.DecodeRune(line[at:])
			if c == utf8.RuneError && size == 1 {
				found(Find{Rule: NotUTF8, At: start + at, Char: rune(line[at]), Count: 1})
				break
			}
			at += size
		}
		start += len(line)
	}
}

// Text is what to tell an author, and the way out.
func (f Find) Text() (message, hint string) {
	code, _ := sayCode.Text(fmt.Sprintf("%U", f.Char))
	if f.Count > 1 {
		more, _ := sayMore.Text(f.Count - 1)
		code += more
	}
	switch {
	case f.Rule == NotUTF8:
		return fmt.Sprintf("hier staat een letter%s die niet als UTF-8 is opgeslagen", likely(f.Char)), SaveAsUTF8
	case f.Rule == broken:
		return sayMisread.Text(f.meant)
	case f.Rule == mixedScript:
		return sayMixed.Text(f.Char, code)
	case f.Rule == stackedMarks:
		return sayMarks.Text(f.Count, maxMarks)
	case f.Rule == pictogram:
		return sayPictogram.Text(code)
	case f.Rule == fancyLetter:
		return sayFancy.Text(f.Char)
	case f.Rule == direction:
		return sayDirection.Text(code)
	case f.Rule == invisible:
		return sayInvisible.Text(code)
	case f.Char == utf8.RuneError:
		return sayLost.Text(code)
	case f.Char == nextLine || isLineSeparator(f.Char):
		return sayNewLine.Text(code)
	}
	return sayControl.Text(code)
}
