package markdown

import (
	"bytes"
	"strings"

	goldast "github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension/ast"

	"kaartenbak/generator/pattern"
)

var (
	// tableRule is the line of dashes below the head of a table, as people and their
	// programs write it.
	tableRule = pattern.New(`^[|:\p{Z}\t]*\p{Pd}[|:\p{Pd}\p{Z}\t]*$`)
	tableRow  = pattern.New(`^\|.*[^\\]\|$`)

	// prose begins as a sentence does, and is of words that no code consists of; so are
	// the small words of Dutch.
	prose    = pattern.New(`^(?:(?:[-*+•–]|[0-9]{1,3}[.)])\p{Z}+)?["'“‘(]?\p{Lu}[\p{L}’'-]*(?:[,:;]?\p{Z}["'“‘(]?[\p{L}\p{N}][\p{L}\p{N}’'%,-]*["'”’)]?){2,}`)
	codeSign = pattern.New("[{}<>=$`|\\\\_#;@/~^]|--|\\(\\)|\\[|\\p{Z}\\p{Z}\\p{Z}")
	dutch    = pattern.New(`(?:^|\p{Z})(?:[Hh]et|[Ee]en|van|niet|uw|met|voor|bij|naar|wordt|zijn|kunt|dat|[Dd]eze|mijn)(?:$|[\p{Z}.,;:!?])`)
	ends     = pattern.New(`[.!?:…]["'”’)]?$`)
)

// maxTitleWords is how many words a heading has at the most, as far as one is known by
// that alone.
const maxTitleWords = 8

// missedTable reports a line of dashes below which no table comes, for it has other
// columns than the head, and rows without such a line.
func (b *body) missedTable(n goldast.Node, lines []string) {
	for i, line := range lines {
		bars := strings.Contains(line, "|")
		offset := n.Lines().At(i).Start
		switch {
		case bars && tableRule.Regexp().MatchString(line):
			head := 0
			if i > 0 {
				head = cells(lines[i-1])
			}
			switch {
			case head < 2:
				b.say(sayNoHead, offset, cells(line))
			case head == cells(line):
				b.say(sayNoDashes, offset, ruleOf(head))
			default:
				b.say(sayNoTable, offset, cells(line), head, ruleOf(head))
			}
			return
		case bars && i+1 < len(lines) && tableRow.Regexp().MatchString(line) && tableRow.Regexp().MatchString(lines[i+1]) && !tableRule.Regexp().MatchString(lines[i+1]):
			b.say(sayNoRule, offset, ruleOf(cells(line)))
			return
		}
	}
}

// emptyHeads reports a line of dashes that gives a table more columns than its head.
func (b *body) emptyHeads(n *ast.Table) {
	head, full, last := 0, 0, -1 // cells of the head, and of the longest row
	for row := n.FirstChild(); row != nil; row = row.NextSibling() {
		written := 0
		for cell := row.FirstChild(); cell != nil && cell.Lines().Len() > 0; cell = cell.NextSibling() {
			written++
			if row == n.FirstChild() {
				last = cell.Lines().At(0).Stop
			}
		}
		if row == n.FirstChild() {
			head = written
		}
		full = max(full, written)
	}
	next := -1
	if last >= 0 && head < len(n.Alignments) {
		next = bytes.IndexByte(b.src[last:], '\n')
	}
	if next < 0 {
		return
	}
	at := last + next + 1
	at += len(b.src[at:]) - len(bytes.TrimLeft(b.src[at:], " \t>"))
	if full > head {
		b.say(sayShortHead, at, head, full, full)
	} else {
		b.say(sayLongRule, at, len(n.Alignments), head, ruleOf(head))
	}
}

// cells counts the cells of a row.
func cells(row string) int {
	row = strings.ReplaceAll(strings.TrimSpace(row), `\|`, "")
	return 1 + strings.Count(strings.TrimSuffix(strings.TrimPrefix(row, "|"), "|"), "|")
}

// ruleOf is the line of dashes for so many columns.
func ruleOf(columns int) string { return "|" + strings.Repeat("---|", columns) }

// missedCode reports text that is code only because it is indented.
func (b *body) missedCode(n *goldast.CodeBlock) {
	found := false
	for i := range n.Lines().Len() {
		line := n.Lines().At(i)
		text := bytes.TrimSpace(line.Value(b.src))
		if codeSign.Regexp().Match(text) {
			return
		}
		words := len(bytes.Fields(text))
		found = found || words > 2 && dutch.Regexp().Match(text) || prose.Regexp().Match(text) && (ends.Regexp().Match(text) || words > 4)
	}
	if found {
		b.say(sayIndented, n.Lines().At(0).Start)
	}
}

// hashed is the start of a heading that is written with #.
var hashed = pattern.New(`^#{1,6}(?:[ \t\n]|$)`)

// An underline is a line of dashes or equals signs that makes a heading of the text
// above it.
type underline struct {
	at       int // of its first sign
	length   int
	equals   bool
	sentence bool // the text above it is no heading
}

// underlined notes what a heading is one by, if that is a line below it.
func (b *body) underlined(n *goldast.Heading) {
	if n.Lines().Len() == 0 || hashed.Regexp().Match(b.src[b.offset(n):]) {
		return
	}
	last := n.Lines().At(n.Lines().Len() - 1)
	next := bytes.IndexByte(b.src[last.Start:], '\n')
	if next < 0 {
		return
	}
	at := last.Start + next + 1
	rest, _, _ := bytes.Cut(b.src[at:], []byte("\n"))
	text := bytes.TrimRight(last.Value(b.src), " \t\n")
	signs := bytes.Trim(rest, " \t\r>")
	if len(signs) == 0 || len(bytes.Trim(signs, "-")) > 0 && len(bytes.Trim(signs, "=")) > 0 {
		return // the lines between became a table
	}
	b.underlines = append(b.underlines, underline{
		at: at + bytes.Index(rest, signs), length: len(signs), equals: signs[0] == '=',
		sentence: n.Lines().Len() > 1 || len(bytes.Fields(text)) > maxTitleWords || ends.Regexp().Match(text) && !bytes.HasSuffix(text, []byte("?")),
	})
}

// accidents reports the headings that are one because of dashes that were most
// likely meant as a line across the page: of those who write headings in this way,
// nearly all make the dashes longer, or write more than one.
func (b *body) accidents() {
	others := 0
	for _, u := range b.underlines {
		if !u.sentence {
			others++
		}
	}
	for _, u := range b.underlines {
		if !u.equals && (u.sentence || u.length == 1 || u.length == 3 && others == 1) {
			b.say(sayUnderlined, u.at)
		}
	}
}

// struck reports text between single tildes, which chemists put around a lowered
// number.
func (b *body) struck(n *ast.Strikethrough) {
	if at := b.offset(n); !bytes.HasPrefix(b.src[at:], []byte("~~")) {
		b.say(sayStruck, at)
	}
}
