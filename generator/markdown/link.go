package markdown

import (
	"net/url"
	"slices"
	"strings"
	"unicode"

	goldast "github.com/yuin/goldmark/ast"

	"kaartenbak/generator/characters"
	"kaartenbak/generator/problem"
	"kaartenbak/generator/slug"
	"kaartenbak/generator/webaddress"
)

// link checks a link whose text is in plain from start on, and takes the link
// away when its address is not allowed.
func (b *body) link(n *goldast.Link, start int) {
	offset, text, dest := b.offset(n), words(b.plain[start:]), decodeAll(n.Destination)
	if b.tooManyLinks(offset) {
		return
	}
	b.linkTitle(n.Title, offset)
	named := b.linkText(text, offset)
	if !b.address(dest, offset) {
		unwrap(n)
		return
	}
	if named {
		b.honestText(text, dest, offset)
	}
	b.doubtAddress(dest, offset)
	b.links = append(b.links, Link{dest, b.at(offset)})
	b.linkNodes = append(b.linkNodes, n)
}

// autoLink checks an address between < and >.
func (b *body) autoLink(n *goldast.AutoLink) {
	offset, label := b.offset(n), n.Label(b.src)
	start := len(b.plain)
	b.origins = append(b.origins, origin{start, offset + len("<")})
	b.plain = append(b.plain, label...)
	b.markLinked(start)
	if b.tooManyLinks(offset) {
		return
	}
	dest := string(n.URL(b.src))
	if n.AutoLinkType == goldast.AutoLinkEmail && !strings.HasPrefix(strings.ToLower(dest), "mailto:") {
		dest = "mailto:" + dest
	}
	if !b.address(dest, offset) {
		shown := goldast.NewString(label)
		shown.SetRaw(true)
		n.Parent().ReplaceChild(n.Parent(), n, shown)
		return
	}
	b.doubtAddress(dest, offset)
	b.links = append(b.links, Link{dest, b.at(offset)})
	b.linkNodes = append(b.linkNodes, nil)
}

// image refuses an image whose alternative text is in plain from start on, and
// leaves that text.
func (b *body) image(n *goldast.Image, start int) {
	offset := b.offset(n)
	b.say(sayImage, offset)
	if words(b.plain[start:]) == "" {
		b.say(sayAlt, offset)
	}
	unwrap(n)
}

// address reports what is wrong with an address, and whether it may be shown.
func (b *body) address(dest string, offset int) bool {
	if message, hint := webaddress.Check(dest); message != "" {
		b.say(sayAddress, offset, message, hint)
		return false
	}
	if message, hint := webaddress.CheckTracking(dest); message != "" {
		b.report(webaddress.RuleTracking, offset, hint, "%s", message)
	}
	return true
}

func (b *body) linkTitle(title []byte, offset int) {
	if len(title) > maxTitle {
		b.tooLarge(offset, sayTitle, maxTitle)
		return
	}
	for i := 0; i < len(title); i++ {
		if decoded, size := entity(title[i:]); title[i] == '&' && size > 0 {
			characters.Scan(decoded, func(f characters.Find) { b.character(f, offset) })
		}
	}
}

// longestNothing is more than the length of any text in sayNothing, with what may
// stand around it, in bytes.
const longestNothing = 40

// sayNothing are link texts that do not tell where the link goes. Screen readers
// can list the links of a page without the text around them (WCAG 2.4.4, 2.4.9).
var sayNothing = setOf(nothingSaid)

var nothingSaid = []string{
	"hier", "klik", "klik hier", "klik op deze link", "kijk hier", "zie hier", "hierop", "daar", "deze", "dit",
	"link", "de link", "deze link", "via deze link", "linkje", "url", "website", "deze website", "site", "deze site",
	"pagina", "deze pagina", "meer", "meer info", "meer informatie", "lees meer", "meer lezen", "lees verder",
	"verder lezen", "verder", "info", "informatie", "bekijk", "bekijk hier", "lees", "lees hier", "download",
	"download hier", "bron", "ga naar", "open",
	"here", "click here", "read more", "more", "this link",
}

func setOf(words []string) map[string]bool {
	set := make(map[string]bool, len(words))
	for _, w := range words {
		set[w] = true
	}
	return set
}

// linkText reports a text that says nothing, and whether there is one at all.
func (b *body) linkText(text string, offset int) bool {
	if strings.TrimSpace(text) == "" {
		b.say(sayLinkEmpty, offset)
		return false
	}
	if len(text) > longestNothing {
		return true
	}
	said := strings.TrimFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) })
	if said == "" || sayNothing[strings.Join(strings.Fields(said), " ")] {
		b.say(sayLinkVague, offset, problem.Short(text))
	}
	return true
}

// honestText reports an address in the text that is of another website than the
// link goes to.
func (b *body) honestText(text, dest string, offset int) {
	if address, ok := strings.CutPrefix(strings.ToLower(dest), "mailto:"); ok {
		address, _, _ = strings.Cut(address, "?")
		if webaddress.IsMail(text) && !slices.Contains(strings.Split(address, ","), strings.ToLower(text)) {
			b.say(sayOtherMail, offset, problem.Short(text), problem.Short(address))
		}
		return
	}
	fields := strings.Fields(text)
	for _, field := range fields {
		said, whole := webaddress.HostInText(strings.Trim(field, "()<>\"'“”‘’.,;:!?"))
		if said == "" || !whole && len(fields) > 1 {
			continue
		}
		host := webaddress.Host(dest)
		switch {
		case host == "" && whole:
			b.say(sayNoSite, offset, problem.Short(said), problem.Short(dest))
			return
		case host != "" && host != said && !strings.HasSuffix(host, "."+said):
			b.say(sayOtherSite, offset, problem.Short(said), problem.Short(host))
			return
		}
	}
}

// aimAnchors lets a link to #doel find the heading "Doel", whose id is k-doel.
// A link that finds none is left as it is: its id may be in the template.
func (b *body) aimAnchors() {
	for i, link := range b.links {
		fragment, ok := strings.CutPrefix(link.Dest, "#")
		if !ok || b.linkNodes[i] == nil {
			continue
		}
		if id := anchor(b.headings, fragment); id != "" {
			b.links[i].Dest = "#" + id
			b.linkNodes[i].Destination = []byte("#" + id)
		}
	}
}

// Anchor gives the id of the heading that an author means by the part of an
// address behind #: the id itself, or the words of the heading. It is "" when
// there is no such heading.
func (t Text) Anchor(fragment string) string { return anchor(t.Headings, fragment) }

func anchor(headings []Heading, fragment string) string {
	has := func(id string) bool {
		return slices.ContainsFunc(headings, func(h Heading) bool { return h.ID == id })
	}
	if has(fragment) {
		return fragment
	}
	if plain, err := url.PathUnescape(fragment); err == nil {
		fragment = plain
	}
	if id := idPrefix + slug.Heading(fragment); has(id) {
		return id
	}
	return ""
}
