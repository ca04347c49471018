package main

import (
	"bytes"
	"regexp"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// A page is a text with a title, in sections.
type page struct {
	title    string
	sections []section
}

// A section is the paragraphs under one heading; the first has none.
type section struct {
	heading    string
	paragraphs []string
}

func (p *page) open(heading string) { p.sections = append(p.sections, section{heading: tidy(heading)}) }

func (p *page) add(text string) {
	if text = tidy(text); text == "" {
		return
	}
	if len(p.sections) == 0 {
		p.open("")
	}
	s := &p.sections[len(p.sections)-1]
	s.paragraphs = append(s.paragraphs, text)
}

func (p *page) headings() []string {
	var out []string
	for _, s := range p.sections {
		if s.heading != "" {
			out = append(out, s.heading)
		}
	}
	return out
}

func (p *page) body() string {
	var b strings.Builder
	for _, s := range p.sections {
		for _, t := range append([]string{s.heading}, s.paragraphs...) {
			if t != "" {
				b.WriteString(t)
				b.WriteByte(' ')
			}
		}
	}
	return strings.TrimSpace(b.String())
}

func tidy(s string) string { return strings.Join(strings.Fields(s), " ") }

// numbered is the number that a manual puts before a title.
var numbered = regexp.MustCompile(`^(Hoofdstuk |Bijlage )?[0-9A-Z]?[0-9]*(\.[0-9]+)*\.\s+`)

// readHTML takes the text out of a page: not its menus, not its scripts.
func readHTML(data []byte) (*page, error) {
	if !utf8.Valid(data) {
		runes := make([]rune, len(data)) // Latin-1
		for i, b := range data {
			runes[i] = rune(b)
		}
		data = []byte(string(runes))
	}
	root, err := html.Parse(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	p := &page{}
	var text strings.Builder
	flush := func() {
		p.add(text.String())
		text.Reset()
	}
	var walk func(n *html.Node)
	walk = func(n *html.Node) {
		switch n.Type {
		case html.TextNode:
			text.WriteString(n.Data)
			return
		case html.ElementNode:
			switch n.DataAtom {
			case atom.Script, atom.Style, atom.Nav, atom.Header, atom.Footer, atom.Aside, atom.Noscript, atom.Form, atom.Link, atom.Meta:
				return
			case atom.Title:
				p.title = tidy(content(n))
				return
			case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
				flush()
				p.open(content(n))
				return
			case atom.P, atom.Div, atom.Li, atom.Dt, atom.Dd, atom.Td, atom.Th, atom.Tr, atom.Pre, atom.Table, atom.Ul, atom.Ol, atom.Dl, atom.Section, atom.Article, atom.Blockquote:
				flush()
				defer flush()
			case atom.Br:
				text.WriteByte(' ')
			}
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
	}
	walk(root)
	flush()
	if heads := p.headings(); p.title == "" && len(heads) > 0 {
		p.title = heads[0]
	}
	p.title = numbered.ReplaceAllString(p.title, "")
	return p, nil
}

func content(n *html.Node) string {
	if n.Type == html.TextNode {
		return n.Data
	}
	var b strings.Builder
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		b.WriteString(content(c))
	}
	return b.String()
}

var (
	roffSign   = regexp.MustCompile(`\\f(\[[^\]]*\]|\(..|.)|\\[&%/,|^]|\\s[-+]?[0-9]`)
	roffLetter = regexp.MustCompile(`\\\((..)|\\\[([^\]]*)\]|\\.`)
	roffWords  = map[string]string{"aq": "'", "cq": "'", "oq": "'", "dq": `"`, "lq": `"`, "rq": `"`, "hy": "-", "en": "-", "em": "-", "bu": "",
		"e:": "ë", "i:": "ï", "o:": "ö", "u:": "ü", "a:": "ä", "'e": "é", "`e": "è", "'a": "á", "'o": "ó"}
)

// readManual takes the text out of a manual page. Its title is the line that
// says what the program is for.
func readManual(source, name string) *page {
	p := &page{title: name}
	plain := func(s string) string {
		s = strings.ReplaceAll(s, `\-`, "-")
		s = roffSign.ReplaceAllString(s, "")
		return roffLetter.ReplaceAllStringFunc(s, func(m string) string {
			return roffWords[strings.Trim(strings.TrimPrefix(m, `\`), "([]")]
		})
	}
	var text strings.Builder
	flush := func() {
		p.add(text.String())
		text.Reset()
	}
	for line := range strings.Lines(source) {
		line = strings.TrimSuffix(line, "\n")
		if !strings.HasPrefix(line, ".") && !strings.HasPrefix(line, "'") {
			text.WriteString(plain(line) + " ")
			continue
		}
		request, rest, _ := strings.Cut(strings.TrimLeft(line, ".' "), " ")
		switch request {
		case "SH", "SS", "Sh", "Ss":
			flush()
			p.open(plain(strings.Trim(rest, `" `)))
		case "PP", "P", "LP", "TP", "IP", "Pp", "It", "HP":
			flush()
			if request == "IP" || request == "It" {
				text.WriteString(plain(rest) + " ")
			}
		case "B", "I", "BR", "RB", "IR", "RI", "BI", "IB", "SM", "Nm", "Nd", "Fl", "Ar", "Pa", "Xr", "Em", "Sy", "Ic":
			if request == "Nd" {
				rest = "- " + rest
			}
			text.WriteString(plain(strings.ReplaceAll(rest, `"`, "")) + " ")
		}
	}
	flush()
	for _, s := range p.sections {
		if h := strings.ToUpper(s.heading); (h == "NAAM" || h == "NAME") && len(s.paragraphs) > 0 {
			if n := len(s.paragraphs[0]); n < 160 {
				p.title = s.paragraphs[0]
			}
			break
		}
	}
	return p
}
