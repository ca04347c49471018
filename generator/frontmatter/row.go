package frontmatter

import (
	"iter"
	"strings"
)

// A row is one line as an author reads it: "  - key: value".
type row struct {
	indent     int
	dash       bool
	key, value string
	at         int // the offset of value, which runs to the end of the line
}

func readRow(text string) row {
	var r row
	skip := func() {
		for r.at < len(text) && (text[r.at] == ' ' || text[r.at] == '\t') {
			r.at++
		}
	}
	skip()
	r.indent = r.at
	for strings.HasPrefix(text[r.at:], "- ") {
		r.dash = true
		r.at += 2
		skip()
	}
	rest := text[r.at:]
	if i := colonIn(rest); i >= 0 && strings.IndexByte("[{|>#", rest[0]) < 0 {
		r.key = rest[:i]
		r.at += i + 1
		skip()
	}
	r.value = text[r.at:]
	return r
}

// colonIn gives the offset of the first colon that YAML takes as the end of a
// key; -1 when there is none.
func colonIn(text string) int {
	for i := 0; i < len(text); i++ {
		switch text[i] {
		case '"', '\'':
			if i == 0 {
				i = max(closing(text, i), 0)
			}
		case ':':
			if i+1 == len(text) || text[i+1] == ' ' || text[i+1] == '\t' {
				return i
			}
		}
	}
	return -1
}

// closing gives the offset of the quotation mark that closes the one at open;
// -1 when there is none.
func closing(text string, open int) int {
	for i := open + 1; i < len(text); i++ {
		switch {
		case text[open] == '"' && text[i] == '\\':
			i++
		case text[i] != text[open]:
		case text[i] == '\'' && i+1 < len(text) && text[i+1] == '\'':
			i++
		default:
			return i
		}
	}
	return -1
}

// unclosed gives the offset of the quotation mark on a line that opens a
// quotation and is not closed there; -1 when there is none.
func unclosed(line string) int {
	for at := range tokens(line) {
		if (line[at] == '"' || line[at] == '\'') && closing(line, at) < 0 {
			return at
		}
	}
	return -1
}

// tokens gives the offsets on a line where YAML may see something begin: a
// key, a value, a bracket. It passes over what stands in quotation marks and
// within plain text.
func tokens(line string) iter.Seq[int] {
	return func(yield func(int) bool) {
		fresh, flow := true, 0
		for at := 0; at < len(line); at++ {
			c := line[at]
			space := at+1 == len(line) || line[at+1] == ' ' || line[at+1] == '\t'
			switch {
			case c == ' ' || c == '\t':
				continue
			case c == '#' && (at == 0 || line[at-1] == ' ' || line[at-1] == '\t'):
				return
			case fresh && (c == '[' || c == '{'):
				flow++
			case flow > 0 && (c == ']' || c == '}'):
				flow--
				if !yield(at) {
					return
				}
				fresh = false
				continue
			case flow > 0 && c == ',':
				fresh = true
				continue
			case c == ':' && space:
				fresh = true
				continue
			case fresh && c == '-' && space:
				continue
			}
			if !fresh {
				continue
			}
			if !yield(at) {
				return
			}
			if c == '"' || c == '\'' {
				if end := closing(line, at); end > 0 {
					at = end
				}
			}
			fresh = c == '[' || c == '{'
		}
	}
}
