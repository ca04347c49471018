package markdown

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/rogpeppe/go-internal/txtar"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"kaartenbak/generator/problem"
)

// Whatever the text is, Parse does not panic, points at places in the file and
// makes safe HTML.
func FuzzParse(f *testing.F) {
	for _, name := range cases(f) {
		archive, err := txtar.ParseFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(unescape(archive.Files[0].Data)))
	}
	f.Fuzz(func(t *testing.T, src string) { checkParse(t, src) })
}

func checkParse(t *testing.T, src string) {
	const first = 7
	text, problems := Parse("tekst.md", first, []byte(src))
	for _, p := range problems {
		checkPlace(t, src, first, p.Pos)
		if p.Message == "" || strings.ContainsAny(p.Message+p.Hint, "\n\r\x1b\u202e") || !utf8.ValidString(p.Message+p.Hint) {
			t.Errorf("message %q, hint %q", p.Message, p.Hint)
		}
	}
	for _, l := range text.Links {
		checkPlace(t, src, first, l.Pos)
	}
	checkHTML(t, text)
	if problems.Errors() == 0 {
		for _, s := range []string{text.HTML, text.Plain} {
			if strings.ContainsFunc(s, func(r rune) bool {
				return isHidden(r) && !canBeUseful(r)
			}) {
				t.Errorf("an invisible character got through: %+q", s)
			}
		}
	}
	again, _ := Parse("tekst.md", first, []byte(src))
	if again.HTML != text.HTML || again.Plain != text.Plain {
		t.Errorf("two times the same text gives %q and %q", text.HTML, again.HTML)
	}
}

// canBeUseful is true for what has a place in a long word, an emoji, Arabic or
// Chinese, or gives a warning only.
func canBeUseful(r rune) bool {
	return r == 0xAD || r == 0x200C || r == 0x200D ||
		unicode.In(r, unicode.Variation_Selector, unicode.Prepended_Concatenation_Mark, unicode.Co)
}

func checkPlace(t *testing.T, src string, first int, pos problem.Pos) {
	lines := strings.Split(strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(src), "\n")
	if pos.Line < first || pos.Line >= first+len(lines) {
		t.Errorf("%v: the file has lines %d to %d", pos, first, first+len(lines)-1)
		return
	}
	if most := utf8.RuneCountInString(lines[pos.Line-first]) + 1; pos.Col < 1 || pos.Col > most {
		t.Errorf("%v: the line has %d columns", pos, most)
	}
}

// allowed are the elements that a body may become, with their attributes.
var allowed = map[atom.Atom]string{
	atom.P: "", atom.Strong: "", atom.Em: "", atom.Del: "", atom.Code: "", atom.Pre: "", atom.Blockquote: "", atom.Br: "", atom.Hr: "",
	atom.H2: "id", atom.H3: "id", atom.H4: "id", atom.H5: "id", atom.H6: "id",
	atom.Ul: "", atom.Ol: "start", atom.Li: "id", atom.Dl: "", atom.Dt: "", atom.Dd: "",
	atom.Table: "", atom.Thead: "", atom.Tbody: "", atom.Tr: "", atom.Th: "scope class", atom.Td: "class",
	atom.Div: "class tabindex role aria-label", atom.Sup: "id", atom.A: "href title class role",
}

func checkHTML(t *testing.T, text Text) {
	nodes, err := html.ParseFragment(strings.NewReader(text.HTML), &html.Node{Type: html.ElementNode, Data: "main", DataAtom: atom.Main})
	if err != nil {
		t.Fatal(err)
	}
	ids, links := map[string]bool{}, 0
	for _, root := range nodes {
		for n := range root.Descendants() {
			links += checkNode(t, n, ids)
		}
		links += checkNode(t, root, ids)
	}
	for _, h := range text.Headings {
		if !ids[h.ID] || h.Text == "" || h.Level < 2 || h.Level > 6 {
			t.Errorf("heading %+v", h)
		}
	}
	if links != len(text.Links) {
		t.Errorf("%d links in the HTML, %d in Links", links, len(text.Links))
	}
}

// checkNode checks one node and counts it when it is a link of the author.
func checkNode(t *testing.T, n *html.Node, ids map[string]bool) int {
	switch n.Type {
	case html.TextNode:
		return 0
	case html.ElementNode:
	default:
		t.Errorf("%v %q", n.Type, n.Data)
		return 0
	}
	attributes, ok := allowed[n.DataAtom]
	if !ok {
		t.Errorf("element %s", n.Data)
	}
	author := n.DataAtom == atom.A
	for _, a := range n.Attr {
		if !strings.Contains(" "+attributes+" ", " "+a.Key+" ") {
			t.Errorf("attribute %s of %s", a.Key, n.Data)
		}
		switch a.Key {
		case "id":
			if !strings.HasPrefix(a.Val, idPrefix) || ids[a.Val] {
				t.Errorf("id %q", a.Val)
			}
			ids[a.Val] = true
		case "href":
			checkHref(t, a.Val)
		case "role":
			author = author && a.Val != "doc-noteref" && a.Val != "doc-backlink"
		}
	}
	if author {
		return 1
	}
	return 0
}

func checkHref(t *testing.T, href string) {
	if strings.HasPrefix(href, "//") {
		t.Errorf("href %q", href)
	}
	for _, start := range []string{"https://", "http://", "mailto:", "tel:", "/", "#"} {
		if strings.HasPrefix(strings.ToLower(href), start) {
			return
		}
	}
	t.Errorf("href %q", href)
}
