package markdown

import (
	"bytes"

	goldast "github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension/ast"
	goldparser "github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"kaartenbak/generator/problem"
)

// notes are the footnotes that goldmark says nothing about: it shows a mark
// without a note as text, and drops a note without a mark.
type notes struct {
	missing []mark
	unused  []*ast.Footnote
}

// A mark is a reference to a footnote, as in [^1].
type mark struct {
	offset int
	label  string
}

// notesKey is where a parse keeps its notes.
var notesKey = goldparser.NewContextKey()

// observe lets goldmark fill n during one parse.
func (n *notes) observe() []goldparser.ParseOption {
	context := goldparser.NewContext()
	context.Set(notesKey, n)
	return []goldparser.ParseOption{goldparser.WithContext(context)}
}

// A noteObserver watches goldmark's parsing and changes nothing.
type noteObserver struct{}

// Trigger implements goldmark's InlineParser.
func (noteObserver) Trigger() []byte { return []byte{'!', '['} }

// Parse implements goldmark's InlineParser. It comes after the parser of
// footnotes, so what it sees is no footnote.
func (noteObserver) Parse(_ goldast.Node, block text.Reader, pc goldparser.Context) goldast.Node {
	line, segment := block.PeekLine()
	offset := segment.Start
	if line[0] == '!' {
		line, offset = line[1:], offset+1
	}
	if !bytes.HasPrefix(line, []byte("[^")) {
		return nil
	}
	end := bytes.IndexByte(line, ']')
	if end <= len("[^") || end+1 < len(line) && (line[end+1] == '(' || line[end+1] == '[') {
		return nil // no mark, or the text of a link
	}
	n := pc.Get(notesKey).(*notes)
	n.missing = append(n.missing, mark{offset, string(line[len("[^"):end])})
	return nil
}

// Transform implements goldmark's ASTTransformer. It comes before goldmark
// drops the notes that have no mark.
func (noteObserver) Transform(tree *goldast.Document, reader text.Reader, pc goldparser.Context) {
	if !bytes.Contains(reader.Source(), []byte("[^")) {
		return
	}
	n := pc.Get(notesKey).(*notes)
	goldast.Walk(tree, func(c goldast.Node, entering bool) (goldast.WalkStatus, error) {
		list, ok := c.(*ast.FootnoteList)
		if !ok {
			return goldast.WalkContinue, nil
		}
		for c := list.FirstChild(); c != nil; c = c.NextSibling() {
			if note := c.(*ast.Footnote); note.Index < 0 {
				n.unused = append(n.unused, note)
			}
		}
		return goldast.WalkStop, nil
	})
}

func (b *body) missingNotes() {
	for _, m := range b.notes.missing {
		label := problem.Short(m.label)
		b.say(sayNoteMissing, m.offset, label, label)
	}
}

func (b *body) unusedNotes() {
	for _, note := range b.notes.unused {
		label := problem.Short(string(note.Ref))
		b.say(sayNoteUnused, note.Pos(), label, label)
	}
}
