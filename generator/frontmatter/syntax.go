package frontmatter

import (
	"bytes"
	"regexp"
	"strconv"
	"strings"

	"kaartenbak/generator/problem"
)

// A fault is a syntax error as an author can understand it.
type fault struct {
	rule          *problem.Rule
	line, at      int // from 0: the line of the block, and the byte in that line
	message, hint string
}

// syntaxError tells of an error of yaml.v3 in text.
func (b *block) syntaxError(text []byte, err error) fault {
	f := diagnose(text, err)
	line := bytes.Split(text, []byte("\n"))[f.line]
	b.add(f.rule, b.line+f.line, column(line, f.at), f.hint, "%s", f.message)
	return f
}

var yamlError = regexp.MustCompile(`^yaml: (?:line (\d+): )?(.*)$`)

// diagnose finds the line that caused an error, and says what is wrong with
// it. What yaml.v3 gives is the line where a list, mapping or quotation began,
// or where it noticed; its parser counts that line from 0 and its scanner from
// 1, and [decode] has put one line before the text.
func diagnose(text []byte, err error) fault {
	d := diagnosis{text: text, lines: strings.Split(string(text), "\n")}
	message := err.Error()
	number := 0
	if m := yamlError.FindStringSubmatch(message); m != nil {
		number, _ = strconv.Atoi(m[1])
		message = m[2]
	}
	scanner, parser := d.clamp(number-2), d.clamp(number-1)

	has := func(part string) bool { return strings.Contains(message, part) }
	switch {
	case has("found unexpected end of stream"), has("found unexpected document indicator"):
		return d.openQuote(scanner)
	case has("mapping values are not allowed"):
		return d.colon(scanner)
	case has("could not find expected ':'"):
		return d.noColon(scanner)
	case has("did not find expected ',' or"):
		return d.openList(parser)
	case has("did not find expected node content"):
		return d.noValue(parser)
	case has("did not find expected key"), has("did not find expected '-'"):
		return d.misplaced(d.firstFailing(message))
	case has("unknown anchor"):
		_, name, _ := strings.Cut(message, "'")
		name, _, _ = strings.Cut(name, "'")
		return d.alias(name)
	case has("tab character"):
		return d.tab(scanner)
	case has("cannot start any token"), has("expected alphabetic or numeric character"), has("mapping keys are not allowed"):
		return d.firstChar(scanner)
	case has("block sequence entries are not allowed"):
		return d.dash(scanner)
	case has("indentation indicator"), has("expected comment or line break"):
		return d.blockText(scanner)
	case has("escape c"), has("hexdecimal"):
		return d.escape(scanner)
	case has("max depth"):
		return fault{rule: tooDeep, line: scanner, at: d.start(scanner), message: "hier staan te veel lagen in elkaar", hint: "haal haken of lagen weg die niet nodig zijn"}
	case has("tag handle"):
		return d.tag(parser)
	case has("tag"), has("URI"), has("expected whitespace"), has("the expected '>'"), has("expected '!'"):
		return d.tag(scanner)
	}
	return d.unknown(scanner)
}
