package frontmatter

import (
	"bytes"
	"strings"

	"golang.org/x/text/unicode/norm"
	"gopkg.in/yaml.v3"

	"kaartenbak/generator/personal"
)

// Comments are for who writes a file: a note that something has to be asked still,
// and of whom. They are no part of what is published.

// Published gives a file as it may be published: without the comments in its block,
// and composed (NFC). What it holds stays the same. It is for a file that [Read] has
// no errors about; of another it gives the bytes.
func Published(src []byte) []byte {
	r := &reader{}
	text, ok := r.text(src)
	if !ok {
		return src
	}
	p, ok := r.split(text)
	if !ok {
		return src
	}
	published := src
	if bytes.IndexByte(p.block, '#') >= 0 {
		b := r.block(p.block, p.open+1)
		if root, err := decode(b.text); err == nil && (root == nil || b.sound(root)) {
			published = withoutComments(src, p.open, b.comments(root))
		}
	}
	return norm.NFC.Bytes(published)
}

// withoutComments takes comments out of a file. above is how many lines stand above
// the block.
func withoutComments(src []byte, above int, comments []comment) []byte {
	if len(comments) == 0 {
		return src
	}
	at := make(map[int]int, len(comments))
	for _, c := range comments {
		at[above+c.line] = c.at
	}
	out := make([]byte, 0, len(src))
	for i, line := range wholeLines(src) {
		if cut, ok := at[i]; ok {
			kept := bytes.TrimRight(line[:cut], " \t")
			if len(kept) == 0 {
				continue
			}
			out = append(out, kept...)
			line = line[len(bytes.TrimRight(line, "\r\n")):]
		}
		out = append(out, line...)
	}
	return out
}

// wholeLines are the lines of a file with their ends, as [lineFeeds] tells them apart.
func wholeLines(src []byte) (lines [][]byte) {
	for len(src) > 0 {
		end := bytes.IndexAny(src, "\r\n") + 1
		switch {
		case end == 0:
			end = len(src)
		case src[end-1] == '\r' && end < len(src) && src[end] == '\n':
			end++
		}
		lines, src = append(lines, src[:end]), src[end:]
	}
	return lines
}

// A comment begins in a line of a block, at the offset of its #, and ends with it.
type comment struct{ line, at int }

// comments finds the comments in a block: a # that is in none of its values. The root
// is what was read of the block, with the lines of the file, or nil.
func (b *block) comments(root *yaml.Node) []comment {
	c := &commentFinder{block: b}
	if root != nil {
		c.walk(root)
	}
	c.upTo(len(b.lines), 0)
	return c.found
}

// A commentFinder goes through a block once, from value to value.
type commentFinder struct {
	*block
	line, at int // all before this has been looked at
	found    []comment
}

// upTo looks for comments from where it is to the start of a value.
func (c *commentFinder) upTo(line, at int) {
	for c.line < line || c.line == line && c.at < at {
		text := c.lines[c.line]
		end := len(text)
		if c.line == line {
			end = at
		}
		if i := bytes.IndexByte(text[c.at:end], '#'); i >= 0 {
			c.found = append(c.found, comment{c.line, c.at + i})
			end = len(text)
		}
		if c.line == line {
			c.at = max(end, at)
			return
		}
		c.line, c.at = c.line+1, 0
	}
}

func (c *commentFinder) walk(n *yaml.Node) {
	for _, child := range n.Content {
		c.walk(child)
	}
	if n.Kind != yaml.ScalarNode || n.Style&styles == 0 && n.Value == "" {
		return
	}
	line := n.Line - c.block.line
	if line < c.line || line >= len(c.lines) {
		return
	}
	at := offset(c.lines[line], n.Column)
	c.upTo(line, at)
	switch n.Style & styles {
	case yaml.DoubleQuotedStyle, yaml.SingleQuotedStyle:
		c.quoted(at)
	case yaml.LiteralStyle, yaml.FoldedStyle:
		c.indented(n)
	default:
		if end, endAt, ok := c.lastLine(n); ok {
			c.line, c.at = end-c.block.line, endAt
		}
	}
}

// quoted goes past a text between quotation marks.
func (c *commentFinder) quoted(at int) {
	mark := c.lines[c.line][at]
	for at++; c.line < len(c.lines); c.line, at = c.line+1, 0 {
		text := c.lines[c.line]
		for ; at < len(text); at++ {
			switch {
			case mark == '"' && text[at] == '\\':
				at++
			case text[at] != mark:
			case mark == '\'' && at+1 < len(text) && text[at+1] == mark:
				at++
			default:
				c.at = at + 1
				return
			}
		}
	}
}

// indented goes past a text below a | or >, which may have a comment behind it. The
// text goes on as long as lines are indented as far as its first.
func (c *commentFinder) indented(n *yaml.Node) {
	head := c.lines[c.line]
	c.upTo(c.line+1, 0)
	if strings.Trim(n.Value, "\n") == "" {
		return
	}
	indent := 0
	if i := bytes.IndexAny(head[offset(head, n.Column):], "123456789#"); i >= 0 && head[offset(head, n.Column)+i] != '#' {
		indent = depth(head) + int(head[offset(head, n.Column)+i]-'0')
	}
	for ; c.line < len(c.lines); c.line++ {
		text := c.lines[c.line]
		own := len(text) - len(bytes.TrimLeft(text, " "))
		switch {
		case len(text) == own: // an empty line
		case indent == 0:
			indent = own
		case own < indent:
			return
		}
	}
}

// depth is how far the key or the dash is indented to which the value at the end of a
// line belongs.
func depth(line []byte) int {
	at := 0
	for {
		for at < len(line) && line[at] == ' ' {
			at++
		}
		rest := line[at:]
		if !bytes.HasPrefix(rest, []byte("- ")) || strings.IndexByte("|>", bytes.TrimLeft(rest[2:], " ")[0]) >= 0 {
			return at
		}
		at += 2
	}
}

// glued tells of a # that makes a comment of what follows, though no space before it
// says so: YAML does that behind a comma, a bracket or a quotation mark.
func (b *block) glued(comments []comment) {
	for _, c := range comments {
		if line := b.lines[c.line]; c.at > 0 && strings.IndexByte(" \t", line[c.at-1]) < 0 {
			b.add(afterHash, b.line+c.line, column(line, c.at), hintHash, sayHash)
		}
	}
}

// personalData looks for data about one person in comments: they stay in the
// repository, for all to see.
func (b *block) personalData(comments []comment) {
	for _, c := range comments {
		line := b.lines[c.line]
		personal.CheckText(string(line[c.at:]), func(at int, message, hint string) {
			b.add(personal.Rule, b.line+c.line, column(line, c.at+at), hint, "opmerking: %s", message)
		})
	}
}

// compose makes all texts composed (NFC), as they are in everything that is made.
func compose(n *yaml.Node) {
	n.Value = norm.NFC.String(n.Value)
	for _, child := range n.Content {
		compose(child)
	}
}
