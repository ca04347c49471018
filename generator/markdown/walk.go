package markdown

import (
	goldast "github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension/ast"
)

// walk visits a node and all below it, in the order of the text: it checks
// them, gathers the words, and takes out of the tree what may not be shown.
// depth is the number of quotes, lists, links and the like around the node.
func (b *body) walk(n goldast.Node, depth int) {
	b.nodeCount++
	switch {
	case b.hopeless:
		return
	case depth > maxDepth:
		b.tooDeep(b.offset(n))
		return
	case b.nodeCount > maxNodes:
		b.tooLarge(b.offset(n), sayNodes)
		return
	}

	switch n := n.(type) {
	case *goldast.Text:
		b.text(n)
	case *goldast.Paragraph, *goldast.TextBlock:
		b.missedLines(n)
		b.children(n, depth)
		b.endBlock()
	case *ast.DefinitionTerm, *ast.TableCell:
		b.children(n, depth)
		b.endBlock()
	case *goldast.Heading:
		b.underlined(n)
		start, links := len(b.plain), len(b.links)
		b.children(n, depth)
		b.heading(n, start, links)
		b.endBlock()
	case *goldast.CodeBlock:
		b.missedCode(n)
		b.code(n)
	case *goldast.FencedCodeBlock:
		n.Info = nil // goldmark would make it a class
		b.code(n)
	case *goldast.CodeSpan:
		start := len(b.plain)
		b.children(n, depth)
		b.markLinked(start)
	case *goldast.Link:
		start := len(b.plain)
		b.children(n, depth+1)
		b.markLinked(start)
		b.link(n, start)
	case *goldast.AutoLink:
		b.autoLink(n)
	case *goldast.Image:
		start := len(b.plain)
		b.children(n, depth+1)
		b.image(n, start)
	case *goldast.RawHTML:
		b.rawHTML(n)
	case *goldast.HTMLBlock:
		b.htmlBlock(n)
	case *ast.Table:
		b.table(n, depth)
	case *ast.Strikethrough:
		b.struck(n)
		b.children(n, depth+1)
	case *ast.FootnoteLink, *ast.FootnoteBacklink:
		// A number or an arrow: no words.
	case *goldast.Document, *goldast.List, *ast.DefinitionList, *ast.FootnoteList, *ast.TableHeader, *ast.TableRow:
		b.children(n, depth)
	default: // quotes, items, notes, emphasis
		b.children(n, depth+1)
	}
}

func (b *body) children(n goldast.Node, depth int) {
	for c := n.FirstChild(); c != nil; {
		next := c.NextSibling() // c may be taken out
		b.walk(c, depth)
		c = next
	}
}

// unwrap takes a node out of the tree and leaves its text.
func unwrap(n goldast.Node) {
	parent := n.Parent()
	for c := n.FirstChild(); c != nil; {
		next := c.NextSibling()
		parent.InsertBefore(parent, n, c)
		c = next
	}
	parent.RemoveChild(parent, n)
}

// offset is where a node starts in the source; when goldmark does not say, it
// is where the block starts that holds it.
func (b *body) offset(n goldast.Node) int {
	for ; n != nil; n = n.Parent() {
		if pos := n.Pos(); pos >= 0 {
			return pos
		}
		if n.Type() == goldast.TypeBlock && n.Lines().Len() > 0 {
			return n.Lines().At(0).Start
		}
	}
	return 0
}

// code adds a block of code to the words, as it is.
func (b *body) code(n goldast.Node) {
	start := len(b.plain)
	for i := range n.Lines().Len() {
		line := n.Lines().At(i)
		b.origins = append(b.origins, origin{len(b.plain), line.Start})
		b.plain = append(b.plain, b.src[line.Start:line.Stop]...)
	}
	b.markLinked(start)
	b.endBlock()
}
