package markdown

import (
	"slices"
	"strconv"
	"strings"

	goldast "github.com/yuin/goldmark/ast"
	"golang.org/x/text/unicode/norm"

	"kaartenbak/generator/slug"
)

// heading gives a heading its id. Its words are in plain from start on, and its
// links in links.
func (b *body) heading(n *goldast.Heading, start, links int) {
	text := words(b.plain[start:])
	if text == "" {
		b.say(sayHeadingEmpty, b.offset(n))
		n.Parent().RemoveChild(n.Parent(), n)
		b.links, b.linkNodes = b.links[:links], b.linkNodes[:links]
		return
	}
	if len(b.headings) == maxHeadings {
		b.tooLarge(b.offset(n), sayHeadings, maxHeadings)
		return
	}
	id := b.freeID(slug.Heading(text))
	n.SetAttributeString("id", []byte(id))
	b.headings = append(b.headings, Heading{Level: n.Level, Text: norm.NFC.String(text), ID: id})
	b.headingNodes = append(b.headingNodes, n)
}

// freeID gives the second heading with the same words the id k-words-2.
func (b *body) freeID(words string) string {
	id := idPrefix + words
	for i := 2; slices.ContainsFunc(b.headings, func(h Heading) bool { return h.ID == id }); i++ {
		id = idPrefix + words + "-" + strconv.Itoa(i)
	}
	return id
}

// headingLevels makes level 2 the highest, for the title of the page is the
// only heading of level 1, and reports levels that are skipped: who listens to
// a page finds the way by them (WCAG 1.3.1).
func (b *body) headingLevels() {
	shift := 0
	for _, n := range b.headingNodes {
		if n.Level == 1 {
			shift = 1
			b.say(sayTop, b.offset(n))
		}
	}
	above := 1
	for i, n := range b.headingNodes {
		n.Level = min(n.Level+shift, 6)
		b.headings[i].Level = n.Level
		if n.Level > above+1 {
			want := strings.Repeat("#", above+1-shift)
			got := strings.Repeat("#", n.Level-shift)
			b.say(saySkip, b.offset(n), got, want)
		}
		above = n.Level
	}
}
