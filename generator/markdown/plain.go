package markdown

import (
	"bytes"
	"sort"

	goldast "github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"
)

// An origin says that plain text from here on stood there in the source.
type origin struct{ plain, source int }

// A stretch is a part of the plain text.
type stretch struct{ start, end int }

// text adds the words of a node to the plain text, decoded as goldmark's writer
// does it.
func (b *body) text(n *goldast.Text) {
	segment := n.Segment
	raw := b.src[segment.Start:segment.Stop]
	b.origins = append(b.origins, origin{len(b.plain), segment.Start})
	switch {
	case n.IsRaw():
		start := len(b.plain)
		b.plain = append(b.plain, raw...)
		for i, c := range raw {
			if c == '\n' { // only blocks are separated by line ends
				b.plain[start+i] = ' '
			}
		}
	case bytes.IndexByte(raw, '&') < 0 && bytes.IndexByte(raw, '\\') < 0:
		b.plain = append(b.plain, raw...)
	default:
		b.decode(raw, segment.Start)
	}
	if n.SoftLineBreak() || n.HardLineBreak() {
		b.plain = append(b.plain, ' ')
	}
}

// decode adds text with entities and backslashes to the plain text. The text
// starts at offset in the source.
func (b *body) decode(raw []byte, offset int) {
	for i := 0; i < len(raw); {
		switch c := raw[i]; {
		case c == '\\' && i+1 < len(raw) && util.IsPunct(raw[i+1]):
			b.origins = append(b.origins, origin{len(b.plain), offset + i + 1})
			b.plain = append(b.plain, raw[i+1])
			i += 2
		case c == '&':
			decoded, size := entity(raw[i:])
			if size == 0 {
				b.plain = append(b.plain, c)
				i++
				continue
			}
			b.decoded = b.decoded || len(decoded) > 1 || decoded[0] < ' ' || decoded[0] > '~'
			b.plain = append(b.plain, decoded...)
			i += size
			b.origins = append(b.origins, origin{len(b.plain), offset + i})
		default:
			b.plain = append(b.plain, c)
			i++
		}
	}
}

// endBlock ends the line of a block in the plain text. What is known of the spaces
// at its end goes with them: the next block starts in their place.
func (b *body) endBlock() {
	b.plain = bytes.TrimRight(b.plain, " ")
	n := len(b.plain)
	for i := len(b.origins); i > 0 && b.origins[i-1].plain > n; i-- {
		b.origins = b.origins[:i-1]
	}
	for i := len(b.linked); i > 0 && b.linked[i-1].end > n; i-- {
		b.linked[i-1].start, b.linked[i-1].end = min(b.linked[i-1].start, n), n
	}
	if n > 0 && b.plain[n-1] != '\n' {
		b.plain = append(b.plain, '\n')
	}
}

// origin is the offset in the source of an offset in the plain text.
func (b *body) origin(offset int) int {
	i := sort.Search(len(b.origins), func(i int) bool { return b.origins[i].plain > offset }) - 1
	if i < 0 {
		return 0
	}
	return b.origins[i].source + offset - b.origins[i].plain
}

// markLinked notes that the plain text from start on is a link or code.
func (b *body) markLinked(start int) {
	for n := len(b.linked); n > 0 && b.linked[n-1].start >= start; n-- {
		b.linked = b.linked[:n-1] // code in a link
	}
	b.linked = append(b.linked, stretch{start, len(b.plain)})
}

// inLink reports whether an offset in the plain text is in a link or in code.
func (b *body) inLink(offset int) bool {
	i := sort.Search(len(b.linked), func(i int) bool { return b.linked[i].end > offset })
	return i < len(b.linked) && b.linked[i].start <= offset
}

var softHyphen = []byte("\u00AD")

// words is plain text as others see it: without the places where a word may be
// broken.
func words(plain []byte) string {
	plain = bytes.TrimSpace(plain)
	if bytes.Contains(plain, softHyphen) {
		plain = bytes.ReplaceAll(plain, softHyphen, nil)
	}
	return string(plain)
}
