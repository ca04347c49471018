package markdown

import (
	"bytes"
	"unicode/utf8"

	"kaartenbak/generator/problem"
)

// The limits keep the time and the memory for one body small, whatever it
// holds. goldmark is quadratic in links, emphasis and code, and a table of 24 kB can
// become 100 MB of HTML. A long entry uses a tenth of them.
const (
	maxBody     = 64 << 10 // bytes
	maxLine     = 10_000   // characters
	maxLinks    = 500
	maxNotes    = 500   // references to footnotes and footnotes together
	maxBrackets = 2_000 // [
	maxStars    = 4_000 // * _ and ~ together
	maxTicks    = 200   // `
	maxTables   = 100
	maxColumns  = 20 // of a table
	maxCells    = 5_000
	maxDepth    = 20 // quotes, lists, links and emphasis within each other
	maxHeadings = 100
	maxNodes    = 50_000 // parts of the parsed text
	maxTitle    = 300    // bytes of the title of a link
)

// withinLimits checks what has to be checked before goldmark sees the text.
func (b *body) withinLimits() bool {
	if len(b.src) > maxBody {
		b.tooLarge(0, sayBody, (len(b.src)+1023)>>10, maxBody>>10)
		return false
	}
	b.noMoreThan(maxLinks, "](", sayLinks)
	b.noMoreThan(maxNotes, "[^", sayNotes)
	b.noMoreThan(maxBrackets, "[", sayBrackets)
	b.noMoreThan(maxTicks, "`", sayTicks)
	if bytes.Count(b.src, []byte("*"))+bytes.Count(b.src, []byte("_"))+bytes.Count(b.src, []byte("~")) > maxStars {
		b.tooLarge(0, sayStars, maxStars)
	}

	columns, cells := 0, 0 // of the table so far
	previous := 0
	for start := 0; start < len(b.src); {
		line := b.src[start:]
		if i := bytes.IndexByte(line, '\n'); i >= 0 {
			line = line[:i]
		}
		if len(line) > maxLine && utf8.RuneCount(line) > maxLine {
			b.tooLarge(start, sayLine, maxLine)
		}
		if openers(line) > maxDepth {
			b.tooDeep(start)
		}
		inner := bytes.TrimLeft(line, " \t>")
		if len(inner) == 0 {
			columns = 0
		}
		if n := delimiterColumns(inner); n > maxColumns {
			b.tooLarge(previous, sayColumns, n, maxColumns)
		} else {
			columns = max(columns, n)
		}
		cells += columns
		if cells > maxCells && cells-columns <= maxCells {
			b.tooLarge(start, sayCells, maxCells)
		}
		previous = start
		start += len(line) + 1
	}
	return !b.hopeless
}

func (b *body) noMoreThan(most int, sign string, p *problem.Phrase) {
	if bytes.Count(b.src, []byte(sign)) <= most {
		return
	}
	offset := 0
	for range most {
		offset += bytes.Index(b.src[offset:], []byte(sign)) + len(sign)
	}
	b.tooLarge(offset+bytes.Index(b.src[offset:], []byte(sign)), p, most)
}

// openers counts the signs at the start of a line that each open a quote, a
// list or an explanation within the one before.
func openers(line []byte) int {
	if len(bytes.Trim(line, "- ")) == 0 || len(bytes.Trim(line, "* ")) == 0 {
		return 0 // a rule across the page
	}
	n := 0
	for i := 0; i < len(line); i++ {
		switch c := line[i]; {
		case c == ' ' || c == '\t':
		case c == '>':
			n++
		case (c == '-' || c == '*' || c == '+' || c == ':') && endsWord(line, i+1):
			n++
		case '0' <= c && c <= '9':
			for i+1 < len(line) && '0' <= line[i+1] && line[i+1] <= '9' {
				i++
			}
			if i+1 == len(line) || line[i+1] != '.' && line[i+1] != ')' || !endsWord(line, i+2) {
				return n
			}
			i++
			n++
		default:
			return n
		}
	}
	return n
}

func endsWord(line []byte, i int) bool {
	return i >= len(line) || line[i] == ' ' || line[i] == '\t'
}

// delimiterColumns counts the columns that a line makes when it is the line of
// dashes below the header of a table; 0 when it is not.
func delimiterColumns(line []byte) int {
	dashes, bars := 0, 0
	for _, c := range line {
		switch c {
		case '-':
			dashes++
		case '|':
			bars++
		case ':', ' ', '\t':
		default:
			return 0
		}
	}
	if dashes == 0 {
		return 0
	}
	line = bytes.TrimSpace(line)
	if line[0] == '|' {
		bars--
	}
	if line[len(line)-1] == '|' {
		bars--
	}
	return bars + 1
}

func (b *body) tooManyLinks(offset int) bool {
	if b.linkCount++; b.linkCount > maxLinks {
		b.tooLarge(offset, sayLinks, maxLinks)
	}
	return b.hopeless
}

// tooLarge reports that a text can't be shown because of its size.
func (b *body) tooLarge(offset int, p *problem.Phrase, args ...any) {
	b.hopeless = true
	b.say(p, offset, args...)
}

func (b *body) tooDeep(offset int) {
	b.hopeless = true
	b.say(sayDepth, offset, maxDepth)
}
