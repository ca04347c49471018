package frontmatter

import (
	"bytes"
	"fmt"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
	"gopkg.in/yaml.v3"
)

// A block is YAML that stands somewhere in a file. Its lines count from 0.
type block struct {
	*reader
	text  []byte
	lines [][]byte
	line  int // the line of the file on which it begins
	shift int // from a line of yaml.v3 to a line of the file

	// Whether these occur: in most blocks they do not, and no node has to be
	// looked up in the text.
	backslash, hash, bang bool
}

func (r *reader) block(text []byte, line int) *block {
	return &block{
		reader: r, text: text, lines: bytes.Split(text, []byte("\n")), line: line, shift: line - 2,
		backslash: bytes.IndexByte(text, '\\') >= 0,
		hash:      bytes.Contains(text, []byte(" #")) || bytes.Contains(text, []byte("\t#")),
		bang:      bytes.Contains(text, []byte("! ")),
	}
}

// Each syntax error that is told costs some readings more: no more than
// maxSyntax are told of one block, and fewer of a large one.
const (
	maxSyntax = 10
	maxReread = 24 << 10 // bytes, apart from what finding an error takes
)

// parse gives the root, with lines and columns of the file; nil when the block
// is empty. It is false when there is no root that can be used. yaml.v3 stops at
// its first error; parse mends or takes out what is wrong and reads the rest, so
// that an author sees all errors at once.
func (b *block) parse() (root *yaml.Node, ok bool) {
	root, err := decode(b.text)
	ok = err == nil
	left := b.text
	for n := 0; err != nil && n < maxSyntax && n*len(left) < maxReread; n++ {
		left = without(left, b.syntaxError(left, err))
		root, err = decode(left)
	}
	if root != nil && !b.sound(root) || !ok {
		return nil, false
	}
	if bytes.IndexByte(b.text, '#') >= 0 {
		comments := b.comments(root)
		b.glued(comments)
		b.personalData(comments)
	}
	if root != nil && (b.backslash || !norm.NFC.IsNormal(b.text)) {
		compose(root)
	}
	return root, true
}

// decode reads one YAML document. The blank line before it keeps errors off
// the first line, on which yaml.v3 gives them no number.
func decode(text []byte) (root *yaml.Node, err error) {
	defer func() {
		// Not seen, but yaml.v3 has panics of its own and is no longer mended.
		if p := recover(); p != nil {
			root, err = nil, fmt.Errorf("yaml: %v", p)
		}
	}()
	padded := make([]byte, 0, len(text)+1)
	padded = append(append(padded, '\n'), text...)
	var doc yaml.Node
	if err := yaml.Unmarshal(padded, &doc); err != nil || len(doc.Content) == 0 {
		return nil, err
	}
	return doc.Content[0], nil
}

// without mends a fault that is one character, and otherwise blanks the field
// at the start of a line of which the fault is a part; in a list at the start
// of a line, that part of the list.
func without(text []byte, f fault) []byte {
	lines := bytes.Split(bytes.Clone(text), []byte("\n"))
	if line := lines[f.line]; f.at < len(line) {
		if f.rule == firstChar || f.rule == tag || f.rule == colon && line[f.at] == ':' {
			line[f.at] = 'x'
			return bytes.Join(lines, []byte("\n"))
		}
	}
	begins := fieldLine.Match
	if isList(lines) {
		begins = func(line []byte) bool { return bytes.HasPrefix(line, []byte("- ")) }
	}
	start, end := f.line, f.line+1
	for start > 0 && !begins(lines[start]) {
		start--
	}
	for end < len(lines) && !begins(lines[end]) {
		end++
	}
	clear(lines[start:end])
	return bytes.Join(lines, []byte("\n"))
}

// isList says whether a block is a list, going by its first line.
func isList(lines [][]byte) bool {
	for _, line := range lines {
		if !isBlank(line) && line[0] != '#' && !isDelimiter(line) {
			return bytes.HasPrefix(line, []byte("- "))
		}
	}
	return false
}

// from gives the text from a line and column of the file to the end of that
// line; nil when there is none.
func (b *block) from(line, col int) []byte {
	i := line - b.line
	if i < 0 || i >= len(b.lines) {
		return nil
	}
	text := b.lines[i]
	for ; col > 1 && len(text) > 0; col-- {
		_, size := utf8.DecodeRune(text)
		text = text[size:]
	}
	return text
}
