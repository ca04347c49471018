package frontmatter

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
	"unicode"

	"kaartenbak/generator/problem"
)

// The parts of a Markdown file.
type parts struct {
	open, close int // the lines with ---
	block, body []byte
}

// split looks for two lines with --- at the start of the line; blank lines may
// stand above the first. It gives false when the block is not to be trusted:
// one of the two is missing, or something else between them ends the block.
func (r *reader) split(text []byte) (parts, bool) {
	p := parts{open: 1}
	line, rest := cutLine(text)
	for isBlank(line) && len(rest) > 0 {
		p.open++
		line, rest = cutLine(rest)
	}
	if !isDelimiter(line) {
		r.notOpened(line, p.open)
		return p, false
	}

	number := p.open
	for after := rest; len(after) > 0; {
		start := len(rest) - len(after)
		line, after = cutLine(after)
		number++
		if isDelimiter(line) {
			p.close, p.block, p.body = number, rest[:start], after
			return p, r.onlyFields(p.block, p.open+1)
		}
	}
	r.notClosed(rest, p.open)
	return p, false
}

// Body is the text below the front matter of a file that can be read, with lines ending
// in \n.
func Body(src []byte) []byte {
	r := &reader{}
	text, ok := r.text(src)
	if !ok {
		return nil
	}
	p, _ := r.split(text)
	return p.body
}

// onlyBlock tells of a text that begins with a block of its own: a line with ---,
// fields, and another. Markdown would make a line and a heading of it.
func (r *reader) onlyBlock(body []byte, number int) {
	line, rest := cutLine(body)
	for isBlank(line) && len(rest) > 0 {
		number++
		line, rest = cutLine(rest)
	}
	if !isDelimiter(line) {
		return
	}
	for first := true; len(rest) > 0; first = false {
		line, rest = cutLine(rest)
		switch {
		case isDelimiter(line) && !first:
			r.problems.Say(saySecondBlock, problem.Pos{File: r.file, Line: number, Col: 1})
			return
		case !fieldLine.Match(line) && (first || len(line) == 0 || line[0] != ' ' && line[0] != '-'):
			return
		}
	}
}

// notOpened tells what is wrong with the first line that is not blank.
func (r *reader) notOpened(line []byte, number int) {
	const hint = "zet op de eerste regel alleen ---"
	text := trim(line)
	switch {
	case text == "" && isBlank(line):
		r.add(noBlock, 1, 1, hint+", en daaronder de velden", "het bestand is leeg")
	case strings.HasPrefix(text, "+++"), strings.HasPrefix(text, "---toml"):
		r.add(notYAML, number, 1, `schrijf elk veld als "naam: waarde", met --- erboven en eronder`, "het kopblok is geschreven in TOML")
	case strings.HasPrefix(text, "{"), strings.HasPrefix(text, ";;;"), strings.HasPrefix(text, "---json"):
		r.add(notYAML, number, 1, `schrijf elk veld als "naam: waarde", met --- erboven en eronder`, "het kopblok is geschreven in JSON")
	case isNearDelimiter(line):
		r.add(noBlock, number, 1, "wis deze regel en typ alleen ---", "hier staat %s in plaats van een regel met alleen ---", likeness(line))
	case strings.HasPrefix(text, "---"):
		r.add(noBlock, number, 4, "zet wat erachter staat op de volgende regel", "achter --- staat nog iets")
	case fieldLine.Match(line):
		r.add(noBlock, number, 1, "zet een regel met alleen --- boven deze regel", "boven de velden ontbreekt ---")
	default:
		r.add(noBlock, number, 1, hint+", en daaronder de velden", "het bestand begint niet met een kopblok")
	}
}

// notClosed tells that the end was not found, and where it may be meant to be.
func (r *reader) notClosed(rest []byte, open int) {
	hint := "zet onder het laatste veld een regel met alleen ---"
	number := open
	for line := range bytes.Lines(rest) {
		number++
		if isNearDelimiter(line) {
			hint = fmt.Sprintf("op regel %d staat %s: maak daar precies --- van", number, likeness(line))
			break
		}
	}
	r.add(openBlock, open, 1, hint, "het kopblok heeft geen einde")
}

// onlyFields looks for lines that would end the block for YAML, or that were
// meant to end it, before the --- that does.
func (r *reader) onlyFields(block []byte, first int) bool {
	fine := true
	number := first - 1
	for line := range bytes.Lines(block) {
		number++
		switch c := line[0]; {
		case c < 0x80 && c != '-' && c != '.' && c != '%':
		case isNearDelimiter(line):
			fine = false
			r.add(openBlock, number, 1, "maak er precies --- van, of haal de regel weg", "hier staat %s in plaats van een regel met alleen ---", likeness(line))
		case isControlLine(line):
			fine = false
			r.add(controlLine, number, 1, "haal de regel weg", "deze regel is geen veld, maar een opdracht aan YAML")
		}
	}
	return fine
}

// oneDocument is onlyFields for a YAML file, which may begin with ---.
func (r *reader) oneDocument(text []byte) bool {
	fine, begun := true, false
	number := 0
	for line := range bytes.Lines(text) {
		number++
		switch {
		case isBlank(line), line[0] == '#':
			continue
		case line[0] == '%' && !begun && isControlLine(line):
			fine = false
			r.add(controlLine, number, 1, "haal de regel weg", "deze regel is geen veld, maar een opdracht aan YAML")
			continue
		case isDelimiter(bytes.TrimSuffix(line, []byte("\n"))) && !begun:
		case isControlLine(line):
			fine = false
			r.add(controlLine, number, 1, "haal de regel weg, of maak er twee bestanden van", "deze regel is geen veld, maar een opdracht aan YAML")
		}
		begun = true
	}
	return fine
}

func isDelimiter(line []byte) bool {
	return string(bytes.TrimRight(line, " \t")) == "---"
}

// isNearDelimiter is true for what people and their programs make of ---: too
// many or too few dashes, long dashes, dots, blanks before or something
// invisible behind it.
func isNearDelimiter(line []byte) bool {
	switch text := trim(line); text {
	case "...", "…", "–", "—":
		return true
	default:
		return len(text) > 1 && strings.Trim(text, "-–—") == ""
	}
}

// likeness says in words what a near delimiter is.
func likeness(line []byte) string {
	text := trim(line)
	switch {
	case text != "---":
		return `"` + text + `"`
	case line[0] == ' ' || line[0] == '\t':
		return "--- met spaties ervoor"
	}
	return "--- met een onzichtbaar teken erbij"
}

// isControlLine is true for what YAML takes as a directive or as the start or
// end of a document.
func isControlLine(line []byte) bool {
	for _, mark := range []string{"---", "...", "%YAML", "%TAG"} {
		if after, ok := bytes.CutPrefix(line, []byte(mark)); ok && (len(after) == 0 || isBlank(after[:1])) {
			return true
		}
	}
	return false
}

// fieldLine is the start of a field at the start of a line.
var fieldLine = regexp.MustCompile(`^["']?\p{L}[\p{L}\p{N} _-]*["']?:([\t\f\r ]|$)`)

// trim takes off everything around the text that cannot be seen.
func trim(line []byte) string {
	return strings.TrimFunc(string(line), func(c rune) bool {
		return unicode.IsSpace(c) || unicode.In(c, unicode.Cc, unicode.Cf)
	})
}

func isBlank(line []byte) bool {
	return len(bytes.Trim(line, " \t\n")) == 0
}

// cutLine gives the first line, without its \n, and what comes after it.
func cutLine(text []byte) (line, rest []byte) {
	line, rest, _ = bytes.Cut(text, []byte("\n"))
	return line, rest
}
