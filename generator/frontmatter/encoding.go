package frontmatter

import (
	"bytes"
	"unicode/utf8"

	"kaartenbak/generator/characters"
	"kaartenbak/generator/problem"
)

// text gives src as UTF-8 without a byte order mark and with \n as the only
// end of a line. The last result is false when there is no sense in reading on.
func (r *reader) text(src []byte) ([]byte, bool) {
	if len(src) > MaxFile {
		r.problems.Add(TooLarge(r.file, src[:MaxFile], int64(len(src))))
		return nil, false
	}
	if isUTF16(src) {
		r.add(characters.NotUTF8, 1, 1, characters.SaveAsUTF8, `het bestand is opgeslagen als UTF-16 (in Windows heet dat "Unicode")`)
		return nil, false
	}
	src = bytes.TrimPrefix(src, []byte("\ufeff"))
	src = lineFeeds(src)
	if !utf8.Valid(src) {
		characters.Undecoded(src, r.foundIn(src))
		return nil, false
	}
	return src, !r.conflicts(src)
}

// Find gives the place of the first piece of text in a file from a place on, on one
// line, where lines and columns are counted as in what [Read] gives.
func Find(src []byte, piece string, line, col int) (foundLine, foundCol int, ok bool) {
	lines := bytes.Split(lineFeeds(bytes.TrimPrefix(src, []byte("\ufeff"))), []byte("\n"))
	for i := line - 1; i >= 0 && i < len(lines); i++ {
		from := 0
		if i == line-1 {
			from = offset(lines[i], col)
		}
		if at := bytes.Index(lines[i][from:], []byte(piece)); at >= 0 {
			return i + 1, column(lines[i], from+at), true
		}
	}
	return 0, 0, false
}

// offset gives the byte of a line at which a column starts.
func offset(line []byte, col int) int {
	at := 0
	for ; col > 1 && at < len(line); col-- {
		_, size := utf8.DecodeRune(line[at:])
		at += size
	}
	return at
}

// isUTF16 goes by the byte order mark, or by every other byte being 0, which
// is how ASCII looks without one.
func isUTF16(src []byte) bool {
	if len(src) < 4 {
		return false
	}
	a, b, c, d := src[0], src[1], src[2], src[3]
	switch {
	case a == 0xff && b == 0xfe, a == 0xfe && b == 0xff:
		return true
	case a == 0 && c == 0:
		return b != 0 && d != 0
	case b == 0 && d == 0:
		return a != 0 && c != 0
	}
	return false
}

// lineFeeds makes \r\n and \r into \n. Without \r it gives src itself.
func lineFeeds(src []byte) []byte {
	if bytes.IndexByte(src, '\r') < 0 {
		return src
	}
	src = bytes.ReplaceAll(src, []byte("\r\n"), []byte("\n"))
	return bytes.ReplaceAll(src, []byte("\r"), []byte("\n"))
}

// conflicts tells of the marks that git leaves when two people changed the
// same lines. The other marks of git are not looked for: ======= and >>>>>>>
// mean something in Markdown.
func (r *reader) conflicts(text []byte) (found bool) {
	mark := []byte("<<<<<<<")
	if !bytes.Contains(text, mark) {
		return false
	}
	number := 0
	for line := range bytes.Lines(text) {
		number++
		after, ok := bytes.CutPrefix(line, mark)
		if !ok || len(after) > 0 && after[0] != ' ' && after[0] != '\n' {
			continue
		}
		found = true
		r.problems.Say(sayConflict, problem.Pos{File: r.file, Line: number, Col: 1})
	}
	return found
}
