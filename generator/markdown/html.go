package markdown

import (
	"bytes"
	"regexp"
	"slices"
	"strings"

	goldast "github.com/yuin/goldmark/ast"

	"kaartenbak/generator/problem"
)

// rawHTML refuses a tag within a line.
func (b *body) rawHTML(n *goldast.RawHTML) {
	offset, tag := n.Segments.At(0).Start, n.Segments.Value(b.src)
	n.Parent().RemoveChild(n.Parent(), n)
	if bytes.HasPrefix(tag, []byte("</")) && b.problems.Has(func(p problem.Problem) bool { return p.Rule == ruleHTML.Name }) {
		return // the tag that it closes has been told
	}
	b.refuseHTML(offset, tag)
}

// htmlBlock refuses HTML that starts a line; it may go on for many lines.
func (b *body) htmlBlock(n *goldast.HTMLBlock) {
	offset := b.offset(n)
	first := n.Lines().At(0)
	all := b.src[first.Start:n.Lines().At(n.Lines().Len()-1).Stop]
	n.Parent().RemoveChild(n.Parent(), n)
	if n.HTMLBlockType == goldast.HTMLBlockType2 && !n.HasClosure() && !bytes.Contains(all, []byte("-->")) {
		b.say(sayOpenComment, offset)
		return
	}
	b.refuseHTML(offset, bytes.TrimSpace(first.Value(b.src)))
}

// tagName is the tag without what is in it.
var tagName = regexp.MustCompile(`^</?[A-Za-z][A-Za-z0-9-]*`)

func (b *body) refuseHTML(offset int, html []byte) {
	if bytes.HasPrefix(html, []byte("<!--")) {
		b.say(sayComment, offset)
		return
	}
	name := string(tagName.Find(html))
	if name == "" {
		b.say(sayMarkup, offset)
		return
	}
	b.say(sayTag, offset, problem.Short(name), instead(name))
}

// instead is what an author can write for a tag.
func instead(tag string) string {
	tag = strings.ToLower(tag)
	for _, of := range insteadOf {
		if of.tags == nil || slices.Contains(of.tags, tag) {
			return of.hint.Hint
		}
	}
	return ""
}

// openComments reports a comment within a line that is never closed: goldmark
// shows it as text. Who writes \<!-- or &lt;!-- means the signs themselves.
func (b *body) openComments() {
	for from := 0; ; {
		i := bytes.Index(b.plain[from:], []byte("<!--"))
		if i < 0 {
			return
		}
		from += i
		offset := b.origin(from)
		meant := offset > 0 && b.src[offset-1] == '\\' || !bytes.HasPrefix(b.src[offset:], []byte("<!--"))
		if !meant && !b.inLink(from) {
			b.say(sayOpenComment, offset)
		}
		from += len("<!--")
	}
}
