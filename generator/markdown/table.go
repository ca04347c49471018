package markdown

import (
	"bytes"
	"slices"
	"strconv"
	"strings"

	goldast "github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension/ast"
	goldrenderer "github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/util"
)

// A tableRenderer writes tables that scroll by themselves on a narrow screen,
// can then be reached by keyboard, and need no style attribute. The rows are
// goldmark's.
type tableRenderer struct{}

// RegisterFuncs implements goldmark's NodeRenderer.
func (r tableRenderer) RegisterFuncs(reg goldrenderer.NodeRendererFuncRegisterer) {
	reg.Register(ast.KindTable, r.table)
	reg.Register(ast.KindTableCell, r.cell)
}

func (tableRenderer) table(w util.BufWriter, _ []byte, n goldast.Node, entering bool) (goldast.WalkStatus, error) {
	if !entering {
		w.WriteString("</table>\n</div>\n")
		return goldast.WalkContinue, nil
	}
	w.WriteString(`<div class="table-scroll" tabindex="0"`)
	if name, ok := n.AttributeString(tableName); ok {
		w.WriteString(` role="region" aria-label="`)
		w.Write(util.EscapeHTML([]byte(name.(string))))
		w.WriteByte('"')
	}
	w.WriteString(">\n<table>\n")
	return goldast.WalkContinue, nil
}

// cell writes a th with a scope in the header. An empty corner is a td: a
// header that says nothing confuses screen readers.
func (tableRenderer) cell(w util.BufWriter, _ []byte, n goldast.Node, entering bool) (goldast.WalkStatus, error) {
	header := n.Parent().Kind() == ast.KindTableHeader && n.HasChildren()
	if !entering {
		if header {
			w.WriteString("</th>\n")
		} else {
			w.WriteString("</td>\n")
		}
		return goldast.WalkContinue, nil
	}
	if header {
		w.WriteString(`<th scope="col"`)
	} else {
		w.WriteString("<td")
	}
	switch n.(*ast.TableCell).Alignment {
	case ast.AlignLeft:
		w.WriteString(` class="align-left"`)
	case ast.AlignCenter:
		w.WriteString(` class="align-center"`)
	case ast.AlignRight:
		w.WriteString(` class="align-right"`)
	}
	w.WriteByte('>')
	return goldast.WalkContinue, nil
}

// tableName is the attribute that carries the name of a table to its renderer.
const tableName = "aria-label"

// table visits a table: its header first, for the table is named after it.
func (b *body) table(n *ast.Table, depth int) {
	if b.tableCount++; b.tableCount > maxTables {
		b.tooLarge(b.offset(n), sayTables, maxTables)
		return
	}
	b.emptyHeads(n)
	start := len(b.plain)
	b.walk(n.FirstChild(), depth)
	b.nameTable(n, start)
	for row := n.FirstChild().NextSibling(); row != nil; row = row.NextSibling() {
		b.lostCells(row)
		b.walk(row, depth)
	}
}

// lostCells reports cells beyond the columns of the table: goldmark leaves them
// out without a word.
func (b *body) lostCells(row goldast.Node) {
	last := row.LastChild()
	if last == nil || last.Lines().Len() == 0 {
		return
	}
	end := last.Lines().At(0).Stop
	rest, _, _ := bytes.Cut(b.src[end:], []byte("\n"))
	bar := bytes.IndexByte(rest, '|')
	if bar < 0 || len(bytes.TrimSpace(rest[bar+1:])) == 0 {
		return
	}
	b.say(sayLostCells, end+bar)
}

// nameTable calls a table after its column headers, which the walk has just
// added to plain from start on. No two tables get the same name.
func (b *body) nameTable(n goldast.Node, start int) {
	name := strings.Join(strings.Split(words(b.plain[start:]), "\n"), ", ")
	if name == "" {
		return
	}
	first := name
	for i := 2; slices.Contains(b.tableNames, name); i++ {
		name = first + " (" + strconv.Itoa(i) + ")"
	}
	b.tableNames = append(b.tableNames, name)
	n.SetAttributeString(tableName, name)
}
