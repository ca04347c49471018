package frontmatter

import (
	"fmt"
	"sort"
	"strings"
	"unicode/utf8"
)

// A diagnosis reads the lines of a block as their author does, to say what an
// error of yaml.v3 comes from. Its methods take the line, counting from 0, to
// which that error points.
type diagnosis struct {
	text  []byte
	lines []string
}

func (d diagnosis) clamp(line int) int {
	return min(max(line, 0), len(d.lines)-1)
}

// start gives the offset of the first thing on a line that is not blank.
func (d diagnosis) start(line int) int {
	return len(d.lines[line]) - len(strings.TrimLeft(d.lines[line], " \t"))
}

// previous gives the line above that is not blank and not a comment; -1 when
// there is none.
func (d diagnosis) previous(line int) int {
	for line--; line >= 0; line-- {
		if text := strings.TrimLeft(d.lines[line], " \t"); len(text) > 0 && text[0] != '#' {
			break
		}
	}
	return line
}

func (d diagnosis) openQuote(line int) fault {
	at := unclosed(d.lines[line])
	if at < 0 {
		return d.unknown(line)
	}
	f := fault{quote, line, at, fmt.Sprintf("het aanhalingsteken %c wordt niet gesloten", d.lines[line][at]), `zet aan het einde van de waarde ook een "`}
	if d.lines[line][at] == '\'' {
		f.hint = `zet de hele waarde tussen dubbele aanhalingstekens, zoals "'s Morgens"`
	}
	return f
}

// colon is for a colon and a space where no key can stand.
func (d diagnosis) colon(line int) fault {
	row := readRow(d.lines[line])
	if c, _ := utf8.DecodeRuneInString(row.value); strings.ContainsRune(curly, c) {
		return fault{quote, line, row.at, fmt.Sprintf("%c is voor YAML geen aanhalingsteken", c), "gebruik rechte aanhalingstekens: " + quoted(strings.Trim(row.value, curly))}
	}
	if i := colonIn(row.value); i >= 0 {
		return fault{colon, line, row.at + i, "in deze waarde staat een dubbele punt met een spatie erachter", useQuotes(row.value)}
	}
	if above := d.previous(line); above >= 0 {
		other := readRow(d.lines[above])
		switch {
		case other.key == "" && !other.dash && other.indent == row.indent:
			return d.noColon(above)
		case strings.Contains(row.key, " "):
			return fault{colon, line, d.start(line) + len(row.key), "in deze tekst staat een dubbele punt met een spatie erachter", "zet de hele tekst tussen dubbele aanhalingstekens"}
		case row.indent > other.indent:
			return fault{indent, line, d.start(line), "deze regel springt verder in dan de regel erboven", "zet de naam van het veld recht onder die van het veld erboven"}
		}
	}
	return fault{colon, line, d.start(line), "op deze regel staat een dubbele punt te veel", useQuotes("")}
}

func (d diagnosis) noColon(line int) fault {
	if at := strings.Index(d.lines[line], ":\u00a0"); at >= 0 {
		return fault{colon, line, at + 1, "achter de dubbele punt staat een vaste spatie, en die telt niet", "wis haar, en typ een gewone spatie"}
	}
	hint := `schrijf "naam: waarde", of laat de regel inspringen als hij bij de regel erboven hoort`
	if line > 0 && strings.Trim(d.lines[line-1], " \t") == "" {
		hint = `schrijf "naam: waarde"; begint hier de tekst, zet er dan een regel met alleen --- boven`
	}
	return fault{colon, line, d.start(line), "op deze regel ontbreekt een dubbele punt met een spatie erachter", hint}
}

// openList is for a list or group within brackets that begins on line.
func (d diagnosis) openList(line int) fault {
	text := d.lines[line]
	var open []int
	for at := range tokens(text) {
		switch text[at] {
		case '[', '{':
			open = append(open, at)
		case ']', '}':
			open = open[:max(len(open)-1, 0)]
		}
	}
	if len(open) == 0 {
		return d.badList(line)
	}
	at := open[len(open)-1]
	shut := map[byte]string{'[': "]", '{': "}"}[text[at]]
	return fault{list, line, at, fmt.Sprintf("wat hier met %c begint, wordt niet gesloten", text[at]),
		"zet " + shut + " achter de laatste waarde, en een komma tussen de waarden"}
}

func (d diagnosis) badList(line int) fault {
	return fault{list, line, readRow(d.lines[line]).at, "deze lijst is niet te lezen",
		"zet een komma tussen de waarden, en dubbele aanhalingstekens om een waarde met leestekens"}
}

func (d diagnosis) noValue(line int) fault {
	if value := readRow(d.lines[line]).value; value != "" && (value[0] == '[' || value[0] == '{') {
		return d.badList(line)
	}
	return d.firstChar(line)
}

// misplaced is for a line that does not go with the lines above it, or with
// its own beginning.
func (d diagnosis) misplaced(line int) fault {
	if above := d.quoteOpenAt(line); above >= 0 {
		return d.openQuote(above)
	}
	row := readRow(d.lines[line])
	if strings.HasPrefix(d.lines[line][d.start(line):], ":") {
		return fault{fieldName, line, d.start(line), "voor de dubbele punt ontbreekt de naam van het veld", `schrijf het veld als "naam: waarde"`}
	}
	switch c := (row.value + " ")[0]; c {
	case '"', '\'':
		if end := closing(row.value, 0); end > 0 && strings.TrimSpace(row.value[end+1:]) != "" {
			hint := `schrijf een aanhalingsteken in de tekst als \"`
			if c == '\'' {
				hint = `zet de hele waarde tussen dubbele aanhalingstekens, zoals "foto's"`
			}
			return fault{quote, line, row.at + end, "achter het sluitende aanhalingsteken staat nog tekst", hint}
		}
	case '[', '{':
		return fault{list, line, row.at, fmt.Sprintf("deze waarde begint met %c, maar is geen lijst", c), useQuotes(row.value)}
	}
	above := d.previous(line)
	if above < 0 {
		return d.unknown(line)
	}
	other := readRow(d.lines[above])
	hash := strings.Index(d.lines[above], " #")
	switch {
	case hash >= 0 && row.indent > other.indent:
		return fault{syntax, above, hash + 1, "vanaf # is deze regel een opmerking, en daarna kan de waarde niet doorgaan", "zet de hele waarde tussen dubbele aanhalingstekens"}
	case row.dash && !other.dash:
		return fault{indent, line, d.start(line), "dit streepje hoort niet bij een lijst", "zet een lijst onder de naam van een veld, en zet achter die naam alleen een dubbele punt"}
	}
	return fault{indent, line, d.start(line), "deze regel past niet onder de regel erboven", "zet hem recht onder de regel waar hij bij hoort"}
}

// firstFailing gives the line at which message first comes when the text is
// read line by line: for some errors yaml.v3 only tells where the mapping or
// list began in which it found them.
func (d diagnosis) firstFailing(message string) int {
	ends := []int{}
	end := 0
	for _, line := range d.lines {
		end = min(end+len(line)+1, len(d.text))
		ends = append(ends, end)
	}
	return d.clamp(sort.Search(len(ends), func(i int) bool {
		_, err := decode(d.text[:ends[i]])
		return err != nil && strings.HasSuffix(err.Error(), message)
	}))
}

// quoteOpenAt gives the line above on which a quotation begins that goes on
// into line; -1 when there is none.
func (d diagnosis) quoteOpenAt(line int) int {
	const none = -1
	open, mark := none, ""
	for i, text := range d.lines[:line] {
		if open == none {
			if at := unclosed(text); at >= 0 {
				open, mark = i, text[at:at+1]
			}
		} else if closing(mark+text, 0) > 0 {
			open = none
		}
	}
	return open
}

// alias is for a * that yaml.v3 takes as a reference to &name.
func (d diagnosis) alias(name string) fault {
	for line, text := range d.lines {
		for at := range tokens(text) {
			if strings.HasPrefix(text[at:], "*"+name) {
				return d.firstChar(line)
			}
		}
	}
	return d.unknown(0)
}

func (d diagnosis) tab(line int) fault {
	for i := line; i < len(d.lines); i++ {
		if at := strings.IndexByte(d.lines[i][:d.start(i)], '\t'); at >= 0 {
			return fault{indent, i, at, "deze regel springt in met een tab", "gebruik spaties in plaats van de Tab-toets"}
		}
	}
	return d.unknown(line)
}

func (d diagnosis) firstChar(line int) fault {
	text := d.lines[line]
	if strings.IndexByte(text[:d.start(line)], '\t') >= 0 {
		return d.tab(line)
	}
	for _, marks := range []string{"@`%*&?", ",]}"} { // of the last, one may be in its place
		for at := range tokens(text) {
			if strings.IndexByte(marks, text[at]) >= 0 {
				return fault{firstChar, line, at, fmt.Sprintf("een waarde kan niet beginnen met %c", text[at]), useQuotes(readRow(text).value)}
			}
		}
	}
	return d.unknown(line)
}

func (d diagnosis) dash(line int) fault {
	return fault{firstChar, line, readRow(d.lines[line]).at, "een lijst met streepjes begint op een nieuwe regel",
		"zet elke waarde met een streepje op een eigen regel; is het tekst, zet die dan tussen dubbele aanhalingstekens"}
}

func (d diagnosis) blockText(line int) fault {
	row := readRow(d.lines[line])
	if row.value == "" || row.value[0] != '|' && row.value[0] != '>' {
		return d.unknown(line)
	}
	return fault{firstChar, line, row.at, fmt.Sprintf("na %c begint de tekst op de volgende regel", row.value[0]), useQuotes(row.value)}
}

func (d diagnosis) escape(line int) fault {
	for i := line; i < len(d.lines); i++ {
		text := d.lines[i]
		for at := 0; at < len(text); at++ {
			if text[at] != '\\' {
				continue
			}
			c, size := unescape([]byte(text[at:min(at+10, len(text))]))
			if c < 0 && size > 1 {
				hint := `schrijf \\ voor een gewone schuine streep`
				if strings.IndexByte("xuU", text[at+1]) >= 0 {
					hint = "typ de letter zelf"
				}
				return fault{escape, i, at, fmt.Sprintf("%s betekent niets tussen dubbele aanhalingstekens", text[at:at+size]), hint}
			}
			at += size - 1
		}
	}
	return d.unknown(line)
}

func (d diagnosis) tag(line int) fault {
	for at := range tokens(d.lines[line]) {
		if d.lines[line][at] == '!' {
			return fault{tag, line, at, "YAML leest wat achter ! staat niet als tekst", useQuotes(readRow(d.lines[line]).value)}
		}
	}
	return d.unknown(line)
}

// unknown is for what none of the others recognises.
func (d diagnosis) unknown(line int) fault {
	if strings.HasPrefix(d.lines[line], "%") {
		return fault{controlLine, line, 0, "deze regel is geen veld, maar een opdracht aan YAML", "haal de regel weg"}
	}
	return fault{syntax, line, d.start(line), "deze regel is niet te lezen", useQuotes("")}
}

// curly are the quotation marks of word processors that can begin a value; ’
// is not among them, for it begins words as ’s.
const curly = "“”„‘‚«"

func useQuotes(value string) string {
	return "zet de hele waarde tussen dubbele aanhalingstekens: " + quoted(value)
}

// quoted shows a value within quotation marks when that can be done as it is.
func quoted(value string) string {
	value = strings.TrimRight(value, " \t")
	if value == "" || utf8.RuneCountInString(value) > 60 || strings.ContainsAny(value, `"\`) {
		value = "..."
	}
	return `"` + value + `"`
}
