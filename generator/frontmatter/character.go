package frontmatter

import (
	"bytes"

	"kaartenbak/generator/characters"
)

// characters tells of the characters in text, which is the start of the file,
// that do not belong there.
func (r *reader) characters(text []byte) {
	if characters.Scan(text, r.foundIn(text)) {
		characters.Mixed(text, r.foundIn(text))
	}
}

// foundIn gives a function that takes what is found in text, from front to
// back, and tells of it once for each rule and line.
func (r *reader) foundIn(text []byte) func(characters.Find) {
	number, start := 1, 0 // the line of the last find, and its offset
	last := 0             // the offset of the last find
	return func(f characters.Find) {
		r.unfit = true
		between := text[last:f.At]
		if n := bytes.Count(between, []byte("\n")); n > 0 {
			number += n
			start = last + bytes.LastIndexByte(between, '\n') + 1
		}
		last = f.At
		if r.first(f.Rule, number) {
			r.character(f, number, column(text[start:], f.At-start))
		}
	}
}

// character tells of one character.
func (r *reader) character(f characters.Find, line, col int) {
	message, hint := f.Text()
	r.add(f.Rule, line, col, hint, "%s", message)
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
