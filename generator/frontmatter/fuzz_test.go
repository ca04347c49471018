package frontmatter

import (
	"bytes"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
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

// What is published of a file says the same, without a comment.
func FuzzPublished(f *testing.F) {
	for _, seed := range seeds(f) {
		f.Add(seed)
	}
	f.Add([]byte("---\na: |2 # x\n   b\n  c\n# d\ne: [f,#g\n  h] # i\n\"j\": 'k # '' l' # m\n- n: >\n   o # p\n # q\n---\n"))
	f.Fuzz(func(t *testing.T, src []byte) {
		before, problems := Read("x.md", src)
		if problems.Errors() > 0 {
			return
		}
		published := Published(src)
		after, problems := Read("x.md", published)
		if problems.Errors() > 0 {
			t.Fatalf("%q: %v", published, problems)
		}
		same(t, before.Node, after.Node)
		if got, want := string(after.Body), norm.NFC.String(string(before.Body)); got != want {
			t.Errorf("body %q, want %q", got, want)
		}
		text, _ := (&reader{}).text(published)
		p, _ := (&reader{}).split(text)
		if root, err := decode(p.block); err == nil && root != nil {
			noComments(t, root)
		} else if strings.Contains(string(p.block), "#") {
			t.Errorf("a comment stays in %q", p.block)
		}
		if again := Published(published); string(again) != string(published) {
			t.Errorf("published again %q, want %q", again, published)
		}
	})
}

func same(t *testing.T, a, b *yaml.Node) {
	if a.Kind != b.Kind || a.Tag != b.Tag || strings.TrimSpace(a.Value) != strings.TrimSpace(b.Value) || len(a.Content) != len(b.Content) {
		t.Fatalf("%d:%d: %s %q with %d became %s %q with %d", a.Line, a.Column, a.Tag, a.Value, len(a.Content), b.Tag, b.Value, len(b.Content))
	}
	for i := range a.Content {
		same(t, a.Content[i], b.Content[i])
	}
}

func noComments(t *testing.T, n *yaml.Node) {
	if n.HeadComment+n.LineComment+n.FootComment != "" {
		t.Errorf("comments %q %q %q", n.HeadComment, n.LineComment, n.FootComment)
	}
	for _, child := range n.Content {
		noComments(t, child)
	}
}
