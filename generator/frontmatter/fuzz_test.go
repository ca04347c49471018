package frontmatter

import (
	"bytes"
	"testing"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"kaartenbak/generator/problem"
)

// Whatever comes in, nothing panics, every place is in the file, and without
// errors what comes out is text that can be used.
func FuzzRead(f *testing.F) {
	for _, seed := range seeds(f) {
		f.Add(seed)
	}
	f.Add([]byte(typical))
	f.Fuzz(func(t *testing.T, src []byte) {
		doc, problems := Read("x.md", src)
		lines := linesOf(src)
		checkPlaces(t, lines, problems)
		checkNode(t, lines, doc.Node)
		if doc.BodyLine < 0 || doc.BodyLine > len(lines) {
			t.Errorf("body on line %d of %d", doc.BodyLine, len(lines))
		}
		if problems.Errors() == 0 {
			if doc.Node == nil || doc.Node.Kind != yaml.MappingNode || doc.Body == nil {
				t.Error("no error and no document")
			}
			if !utf8.Valid(doc.Body) || bytes.IndexByte(doc.Body, '\r') >= 0 || !bytes.HasSuffix(bytes.Join(lines, []byte("\n")), doc.Body) {
				t.Errorf("body %q", doc.Body)
			}
		}

		node, problems := ReadYAML("x.yaml", src)
		checkPlaces(t, lines, problems)
		checkNode(t, lines, node)
		if problems.Errors() == 0 && node == nil {
			t.Error("no error and no node")
		}
	})
}

func linesOf(src []byte) [][]byte {
	src = bytes.TrimPrefix(src, []byte("\ufeff"))
	return bytes.Split(lineFeeds(src), []byte("\n"))
}

func checkPlaces(t *testing.T, lines [][]byte, problems problem.List) {
	for _, p := range problems {
		if p.Message == "" || !utf8.ValidString(p.Message+p.Hint) {
			t.Errorf("%q: hint %q", p, p.Hint)
		}
		if p.Line == 0 && p.Col == 0 {
			continue
		}
		checkPlace(t, lines, p.Line, p.Col, p)
	}
}

func checkPlace(t *testing.T, lines [][]byte, line, col int, what any) {
	if line < 1 || line > len(lines) {
		t.Errorf("%v: line %d of %d", what, line, len(lines))
	} else if longest := utf8.RuneCount(lines[line-1]) + 1; col < 1 || col > longest {
		t.Errorf("%v: column %d of %d", what, col, longest)
	}
}

func checkNode(t *testing.T, lines [][]byte, n *yaml.Node) {
	if n == nil {
		return
	}
	checkPlace(t, lines, n.Line, n.Column, n.Value)
	if n.Kind == yaml.AliasNode || n.Anchor != "" || n.Style&yaml.TaggedStyle != 0 {
		t.Errorf("%d:%d: anchor, alias or tag", n.Line, n.Column)
	}
	if !utf8.ValidString(n.Value) {
		t.Errorf("%d:%d: value %q", n.Line, n.Column, n.Value)
	}
	keys := map[string]bool{}
	for i, child := range n.Content {
		checkNode(t, lines, child)
		if n.Kind == yaml.MappingNode && i%2 == 0 {
			if child.Tag != "!!str" || keys[child.Value] {
				t.Errorf("%d:%d: key %q", child.Line, child.Column, child.Value)
			}
			keys[child.Value] = true
		}
	}
}
