// Package markdown turns the body of an entry into safe HTML, and says at
// file:line:col what is wrong with it.
//
// A body comes from somebody whom nobody knows. Three walls keep it harmless:
// limits on the size before it is parsed (limits.go), checks on the parsed
// tree that refuse what does not belong in an entry (walk.go), and goldmark in
// its safe mode. What is refused is also taken out of the tree, so the HTML is
// safe whether or not the problems are heeded.
package markdown

import (
	"bytes"
	"sync"
	"unicode/utf8"

	goldast "github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"
	"golang.org/x/text/unicode/norm"

	"kaartenbak/generator/characters"
	"kaartenbak/generator/problem"
)

// A Text is a body that has been parsed. All texts are composed (NFC), whatever their
// author's computer makes of an é.
type Text struct {
	HTML     string    // safe; links within the site are as the author wrote them, from the root of the site
	Plain    string    // the words alone, a line for each block, without the numbers of footnotes
	Headings []Heading // in the order of the text
	Links    []Link    // those with a good address, in the order of the text
}

// A Heading is an entry for a table of contents.
type Heading struct {
	Level int // 2 to 6: level 1 is the title of the page
	Text  string
	ID    string // starts with "k-"
}

// A Link is one link in the text.
type Link struct {
	Dest string // entities decoded; as in the HTML but for the escaping
	Pos  problem.Pos
}

// Parse checks and renders the body of a file. The body starts on the given
// line of the file and is UTF-8; its line ends are \n, \r\n or \r. When it is
// too large or nested too deep to be read, the Text is empty and the list says
// so. The list is in the order of the text.
func Parse(file string, line int, src []byte) (Text, problem.List) {
	b := bodies.Get().(*body)
	defer bodies.Put(b)
	b.reset(file, line, withNewlines(src))
	t := b.parse()
	return t, b.problems.List()
}

// withNewlines makes every line end a \n. The numbers of lines and columns
// stay as they are.
func withNewlines(src []byte) []byte {
	if bytes.IndexByte(src, '\r') < 0 {
		return src
	}
	src = bytes.ReplaceAll(src, []byte("\r\n"), []byte("\n"))
	return bytes.ReplaceAll(src, []byte("\r"), []byte("\n"))
}

// A body is one text in the making. Those that are done are used again for the
// next, with their memory.
type body struct {
	place
	problems problem.Collector

	nodeCount  int  // nodes of the tree that have been seen
	linkCount  int  // with the links that were refused
	tableCount int  // with the tables that have no name
	hopeless   bool // too large or too deep: there is no text to show
	decoded    bool // entities stand for more than plain ASCII
	lookalikes bool // there are letters that look like ours

	plain   []byte // Text.Plain in the making
	origins []origin
	linked  []stretch // the parts of plain that are links or code, in order, none within another

	headings     []Heading
	headingNodes []*goldast.Heading // of the headings, in the same order
	links        []Link
	linkNodes    []*goldast.Link // of the links, in the same order; nil for an autolink
	tableNames   []string
	notes        notes
	doubts       []doubt
	underlines   []underline

	html output
}

var bodies = sync.Pool{New: func() any { return new(body) }}

func (b *body) reset(file string, line int, src []byte) {
	clear(b.headingNodes)
	clear(b.linkNodes)
	*b = body{
		place:        place{file: file, line: line, src: src, starts: b.starts[:0]},
		plain:        b.plain[:0],
		origins:      b.origins[:0],
		linked:       b.linked[:0],
		headingNodes: b.headingNodes[:0],
		linkNodes:    b.linkNodes[:0],
		tableNames:   b.tableNames[:0],
		html:         output{b.html.bytes[:0]},
	}
}

func (b *body) parse() Text {
	if !utf8.Valid(b.src) {
		characters.Undecoded(b.src, func(f characters.Find) { b.character(f, f.At) })
		return Text{}
	}
	if !b.withinLimits() {
		return Text{}
	}
	b.sourceCharacters()

	tree := parser.Parse(text.NewReader(b.src), b.notes.observe()...)
	b.walk(tree, 0)
	b.wordCharacters()
	b.missingNotes()
	b.unusedNotes()
	if b.hopeless {
		return Text{}
	}
	b.missedWords()
	b.accidents()
	b.headingLevels()
	b.aimAnchors()
	b.personalData()
	b.bareAddresses()
	b.openComments()

	if err := renderer.Render(&b.html, b.src, tree); err != nil {
		b.say(sayOutput, 0, maxOutput>>20)
		return Text{}
	}
	html := string(b.html.bytes)
	if b.decoded || !norm.NFC.IsNormal(b.src) {
		html = composed(html)
	}
	return Text{
		HTML:     html,
		Plain:    norm.NFC.String(words(b.plain)),
		Headings: b.headings,
		Links:    b.links,
	}
}

// report adds a problem at an offset in the source.
func (b *body) report(rule *problem.Rule, offset int, hint, format string, args ...any) {
	if !b.problems.Full(rule, b.file) { // else the place need not be looked up
		b.problems.Report(rule, b.at(offset), hint, format, args...)
	}
}

// say reports with a phrase that the form shares.
func (b *body) say(p *problem.Phrase, offset int, args ...any) {
	if !b.problems.Full(p.Rule, b.file) {
		b.problems.Say(p, b.at(offset), args...)
	}
}
