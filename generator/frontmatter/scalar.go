package frontmatter

import (
	"bytes"
	"strconv"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"kaartenbak/generator/characters"
)

const styles = yaml.DoubleQuotedStyle | yaml.SingleQuotedStyle | yaml.LiteralStyle | yaml.FoldedStyle

// scalar looks at a text, number or date.
func (b *block) scalar(n *yaml.Node) {
	switch n.Style & styles {
	case yaml.DoubleQuotedStyle:
		if b.backslash {
			b.escapes(n)
		}
	case 0:
		if b.hash {
			b.swallowed(n)
		}
		b.curly(n)
	}
}

// curly tells of a value between quotation marks that YAML does not know.
func (b *block) curly(n *yaml.Node) {
	if len(n.Value) == 0 || n.Value[0] < utf8.RuneSelf {
		return
	}
	open, _ := utf8.DecodeRuneInString(n.Value)
	shut, _ := utf8.DecodeLastRuneInString(n.Value)
	switch string([]rune{open, shut}) {
	case "“”", "„”", "„“", "””", "‘’", "’’", "‚’", "«»":
		b.add(curlyQuotes, n.Line, n.Column, `gebruik rechte aanhalingstekens ("), of zet die om de gekrulde heen`,
			"de aanhalingstekens %c en %c komen zo op de pagina", open, shut)
	}
}

const (
	sayHash  = "wat vanaf # op deze regel staat, is voor YAML een opmerking en valt weg"
	hintHash = "zet de waarde tussen dubbele aanhalingstekens; zet bij een opmerking twee spaties voor de # en één erachter"
)

// swallowed tells of a plain text that goes on after " #", which makes the rest a
// comment. People set a real comment apart with two spaces or a tab before the # and a
// space behind it; after no value at all, one before it is enough.
func (b *block) swallowed(n *yaml.Node) {
	empty := n.Tag == "!!null" && n.Value == ""
	if n.Tag != "!!str" && !empty {
		return
	}
	line, at, ok := b.lastLine(n)
	if !ok {
		return
	}
	text := b.lines[line-b.line]
	rest := bytes.TrimLeft(text[at:], " \t")
	blanks := len(text) - at - len(rest)
	if !startsWith(rest, '#') || blanks == 0 {
		return
	}
	apart := len(rest) == 1 || strings.IndexByte(" \t#", rest[1]) >= 0
	if apart && (empty || blanks > 1 || text[at] == '\t') {
		return
	}
	b.add(afterHash, line, column(text, at+blanks), hintHash, sayHash)
}

// lastLine gives the line of the file on which a plain text ends, and the
// offset in that line. It follows the words of the value through the lines.
func (b *block) lastLine(n *yaml.Node) (line, at int, ok bool) {
	const blanks = " \t\n"
	value := n.Value
	for line = n.Line; ; line++ {
		text := b.from(line, 1)
		if text == nil {
			return 0, 0, false
		}
		rest := text
		if line == n.Line {
			rest = b.from(line, n.Column)
		}
		for {
			if value = strings.TrimLeft(value, blanks); value == "" {
				return line, len(text) - len(rest), true
			}
			trimmed := bytes.TrimLeft(rest, blanks)
			if len(trimmed) == 0 {
				break
			}
			word := value
			if i := strings.IndexAny(value, blanks); i > 0 {
				word = value[:i]
			}
			if !bytes.HasPrefix(trimmed, []byte(word)) {
				return 0, 0, false
			}
			value, rest = value[len(word):], trimmed[len(word):]
		}
	}
}

// escapes tells of characters that do not belong in a text and that are
// written with a \, which [reader.characters] cannot have seen.
func (b *block) escapes(n *yaml.Node) {
	var value []byte // as it is read, and for each byte where it comes from
	var lines, offsets []int
	escaped := false
	put := func(c []byte, line, at int) {
		for range c {
			lines, offsets = append(lines, line), append(offsets, at)
		}
		value = append(value, c...)
	}

	first := b.from(n.Line, n.Column)
	if !startsWith(first, '"') {
		return
	}
	at := len(b.from(n.Line, 1)) - len(first) + 1
scan:
	for line := n.Line; ; line++ {
		text := b.from(line, 1)
		if text == nil {
			break
		}
		for at < len(text) {
			size := 1
			switch text[at] {
			case '"':
				break scan
			case '\\':
				var c rune
				if c, size = unescape(text[at:]); c >= 0 {
					escaped = true
					put(utf8.AppendRune(nil, c), line, at)
				}
			default:
				put(text[at:at+1], line, at)
			}
			at += size
		}
		put([]byte("\n"), line, at)
		at = 0
	}
	if !escaped {
		return
	}
	found := func(f characters.Find) {
		if line := lines[f.At]; b.first(f.Rule, line) {
			b.character(f, line, column(b.from(line, 1), offsets[f.At]))
		}
	}
	if characters.Scan(value, found) {
		characters.Mixed(value, found)
	}
}

// unescape gives the character that an escape at the start of text stands
// for, and the length of the escape. The character is negative for what YAML
// does not know and at the end of a line.
func unescape(text []byte) (c rune, size int) {
	if len(text) < 2 {
		return -1, len(text)
	}
	digits := 0
	switch text[1] {
	case '0':
		return 0, 2
	case 'a', 'b', 't', 'n', 'v', 'f', 'r':
		return rune(strings.IndexByte("abtnvfr", text[1])) + '\a', 2
	case '\t', ' ', '"', '\'', '/', '\\':
		return rune(text[1]), 2
	case 'e':
		return '\x1b', 2
	case 'N':
		return '\u0085', 2
	case '_':
		return '\u00a0', 2
	case 'L':
		return '\u2028', 2
	case 'P':
		return '\u2029', 2
	case 'x':
		digits = 2
	case 'u':
		digits = 4
	case 'U':
		digits = 8
	default:
		_, size := utf8.DecodeRune(text[1:])
		return -1, 1 + size
	}
	size = 2
	for size < len(text) && size < 2+digits && strings.IndexByte("0123456789abcdefABCDEF", text[size]) >= 0 {
		size++
	}
	code, err := strconv.ParseUint(string(text[2:size]), 16, 32)
	if err != nil || size < 2+digits || code > utf8.MaxRune || !utf8.ValidRune(rune(code)) {
		return -1, size
	}
	return rune(code), size
}
