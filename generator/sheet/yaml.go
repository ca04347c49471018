package sheet

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"kaartenbak/generator/workbook"
)

// A node is a value that was read from cells: a text, a list or named values.
type node struct {
	at    workbook.Cell
	text  string
	plain bool // a text that YAML needs no quotes for: a date, a number, a term
	items []*node
	keys  []string // of the items, where they are named
}

func (n *node) isText() bool { return n.keys == nil && n.items == nil }

// put adds a named value.
func (n *node) put(key string, v *node) {
	n.keys, n.items = append(n.keys, key), append(n.items, v)
}

// get is the value of a name, or nil.
func (n *node) get(key string) *node {
	for i, k := range n.keys {
		if k == key {
			return n.items[i]
		}
	}
	return nil
}

// A writer writes the front matter of an entry, and keeps which cell each line is from.
type writer struct {
	text strings.Builder
	from []workbook.Cell // by line, from 0
}

func (w *writer) line(at workbook.Cell, text string) {
	w.text.WriteString(text)
	w.text.WriteByte('\n')
	w.from = append(w.from, at)
}

// lineWidth is where a long text goes on on the next line.
const lineWidth = 110

// named writes the values of a node, each behind its name. first stands before the
// first line, indent before the others.
func (w *writer) named(n *node, first, indent string) {
	for i, key := range n.keys {
		w.value(n.items[i], first+scalarText(key)+":", indent)
		first = indent
	}
}

// value writes a value behind its name, or behind the dash of an item.
func (w *writer) value(v *node, start, indent string) {
	switch {
	case v.isText():
		w.scalar(v, start, indent+"  ")
	case v.keys != nil:
		w.line(v.at, start)
		w.named(v, indent+"  ", indent+"  ")
	default:
		w.line(v.at, start)
		for _, item := range v.items {
			if item.keys != nil {
				w.named(item, indent+"  - ", indent+"    ")
			} else {
				w.value(item, indent+"  -", indent+"  ")
			}
		}
	}
}

// scalar writes a text. One of several lines or paragraphs is a block, below its name.
func (w *writer) scalar(v *node, start, indent string) {
	text := v.text
	switch {
	case v.plain && plainText.MatchString(text):
		w.line(v.at, start+" "+text)
	case !blockable(text):
		w.line(v.at, start+" "+quoted(text))
	case foldable(text) && (strings.Contains(text, "\n") || utf8.RuneCountInString(text) > lineWidth):
		w.line(v.at, start+" >-")
		for i, p := range strings.Split(text, "\n\n") {
			if i > 0 {
				w.line(v.at, "")
			}
			line := indent
			for word := range strings.SplitSeq(p, " ") {
				if line != indent && utf8.RuneCountInString(line)+1+utf8.RuneCountInString(word) > lineWidth {
					w.line(v.at, line)
					line = indent
				}
				if line != indent {
					line += " "
				}
				line += word
			}
			w.line(v.at, line)
		}
	case strings.Contains(text, "\n"):
		w.line(v.at, start+" |-")
		for line := range strings.SplitSeq(text, "\n") {
			if line != "" {
				line = indent + line
			}
			w.line(v.at, line)
		}
	default:
		w.line(v.at, start+" "+scalarText(text))
	}
}

var plainText = regexp.MustCompile(`^[a-z0-9]+(?:[- ./][a-z0-9]+)*$`)

// blockable reports whether a text can stand in a block as it is: no line begins or
// ends with a space, and it holds nothing that is written with an escape.
func blockable(text string) bool {
	if text == "" || text != strings.TrimSpace(text) {
		return false
	}
	for line := range strings.SplitSeq(text, "\n") {
		if line != strings.TrimSpace(line) {
			return false
		}
	}
	return !strings.ContainsFunc(text, func(c rune) bool {
		return c != '\n' && unicode.IsControl(c) || c == '\u2028' || c == '\u2029' || c == '\uFEFF' || c == utf8.RuneError
	})
}

// foldable reports whether a text reads the same when its lines are folded.
func foldable(text string) bool {
	for p := range strings.SplitSeq(text, "\n\n") {
		if p == "" || strings.Contains(p, "\n") || strings.Contains(p, "  ") {
			return false
		}
	}
	return true
}

// scalarText is a text of one line, between quotes where YAML asks for them or it may
// look so.
func scalarText(text string) string {
	plain, err := yaml.Marshal(text)
	first, _ := utf8.DecodeRuneInString(text)
	if err == nil && string(plain) == text+"\n" && unicode.IsLetter(first) {
		return text
	}
	return quoted(text)
}

// quoted is a text between double quotes, on one line.
func quoted(text string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`, "\t", `\t`, "\r", `\r`, "\u2028", `\u2028`, "\u2029", `\u2029`).Replace(text) + `"`
}
