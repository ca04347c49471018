package export

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"kaartenbak/generator/catalogue"
	"kaartenbak/generator/field"
	"kaartenbak/generator/ui"
)

// Template gives the empty entry that a contributor fills in: every field in
// declared order, with its label, its help and its choices as comments above it.
// It passes the check as it is: what is required says onbekend.
//
// A comment is "# words". A field that is not required is commented out as
// "#key: example", without a space: taking off the # makes it count.
//
// The words that frame the fields are in Dutch here, as those of problems are in
// the packages that report them.
func Template(c *catalogue.Collection, title string, texts *ui.Texts, cat *catalogue.Catalogue) []byte {
	t := &template{collection: c, texts: texts, cat: cat}
	lines := append([]string{"---"}, comment(startWords)...)
	lines = append(lines, comment(hashWords)...)
	section := ""
	for _, f := range c.Schema.Fields {
		if f.Kind == field.KindBody {
			lines = append(lines, "", "# == "+oneLine(texts.Label(c.Name, f.Key))+" ==")
			lines = append(lines, comment(help(texts, c, f.Key))...)
			lines = append(lines, comment(bodyWords)...)
			continue
		}
		if f.Section != section {
			section = f.Section
			lines = append(lines, "", "# == "+oneLine(texts.T("sectie."+section))+" ==")
		}
		lines = append(lines, "")
		lines = append(lines, t.about(f.Key, f)...)
		value := t.value(f.Key, f)
		switch {
		case catalogue.Title.Is(f):
			lines = append(lines, f.Key+": "+quoted(title))
			continue
		case f.Required && (f.Kind == field.KindText || f.Kind == field.KindProse):
			lines = append(lines, f.Key+": "+field.UnknownWord)
			continue
		case f.Required && len(value) == 1:
			lines = append(lines, "# Zo: "+value[0], f.Key+": "+field.UnknownWord)
			continue
		case f.Required:
			lines = append(lines, f.Key+": "+field.UnknownWord)
			lines = append(lines, comment(blockWords)...)
		}
		for _, line := range value {
			lines = append(lines, "#"+line)
		}
	}
	lines = append(lines, "---", "", field.UnknownWord, "")
	return []byte(strings.Join(lines, "\n"))
}

const (
	startWords = "Vul in wat u weet. Weet u iets niet, dan is onbekend ook een antwoord."
	hashWords  = "Een regel die met # begint, telt niet mee. Een veld met # ervoor is niet verplicht: haal de # weg om het in te vullen."
	blockWords = "Weet u het? Haal dan de regel hierboven weg, en de # voor de regels hieronder."
	bodyWords  = "Schrijf deze tekst onder de streepjes, in plaats van het woord onbekend."
	noTitle    = "Vul hier de titel in"
)

// How much of a vocabulary is shown.
const (
	fewTerms = 12 // terms at most to be named in a comment; of a longer list, the file is
	allMarks = 20 // terms at most to be written out with a mark; of a longer list, two are
)

// A template is what is needed to write about a field.
type template struct {
	collection *catalogue.Collection
	texts      *ui.Texts
	cat        *catalogue.Catalogue
}

// about is the comment above a field: what it is called, what is asked, what can
// be chosen. The path is its keys from the entry on, joined by dots.
func (t *template) about(path string, f *field.Declaration) []string {
	label := t.texts.Label(t.collection.Name, path)
	if f.Required {
		label += " (verplicht)"
	}
	lines := comment(label)
	lines = append(lines, comment(help(t.texts, t.collection, path))...)
	return append(lines, comment(t.choice(f))...)
}

// choice says where a value comes from, or "".
func (t *template) choice(f *field.Declaration) string {
	switch f.Kind {
	case field.KindTerm, field.KindTerms:
		if ids := t.ids(f.Of); len(ids) <= fewTerms {
			return "Kies uit: " + strings.Join(ids, ", ") + "."
		}
		return "Kies uit de lijst in content/begrippen/" + f.Of + ".yaml."
	case field.KindMarks:
		return "Zet achter elk: " + strings.Join(t.ids(f.Marks), ", ") + " of " + field.UnknownWord + "."
	case field.KindRef, field.KindRefs:
		if f.Of == "" {
			return "De map en de naam van een bestand in content, zonder .md."
		}
		return fmt.Sprintf("De naam van een bestand in content/%s, zonder .md.", f.Of)
	}
	return ""
}

// value is a field with an example of its value, as lines of YAML with comments.
func (t *template) value(path string, f *field.Declaration) []string {
	lines := []string{f.Key + ":"}
	switch f.Kind {
	case field.KindTexts:
		return append(lines, "  - eerste tekst", "  - tweede tekst")
	case field.KindMarks:
		ids := t.ids(f.Of)
		if len(ids) > allMarks {
			ids = ids[:2]
		}
		for _, id := range ids {
			line := "  " + id + ": " + field.UnknownWord
			if term := t.cat.Term(f.Of, id); term != nil {
				line += "  # " + oneLine(term.Label())
			}
			lines = append(lines, line)
		}
		return lines
	case field.KindGroup, field.KindGroups:
		indent, first := "  ", "  "
		if f.Kind == field.KindGroups {
			indent, first = "    ", "  - " // the first field stands behind the dash, its comment above it
		}
		for _, inner := range f.Inner.Fields {
			innerPath := path + "." + inner.Key
			for _, line := range t.about(innerPath, inner) {
				lines = append(lines, strings.Repeat(" ", len(first))+line)
			}
			for _, line := range t.value(innerPath, inner) {
				lines = append(lines, first+line)
				first = indent
			}
		}
		return lines
	}
	return []string{f.Key + ": " + t.example(f)}
}

// example is the value of a field that takes one line.
func (t *template) example(f *field.Declaration) string {
	switch f.Kind {
	case field.KindProse:
		return "een of meer zinnen"
	case field.KindLink:
		return "https://www.voorbeeld.nl/"
	case field.KindClock:
		return "19.00"
	case field.KindNumber:
		return "20"
	case field.KindDate:
		return "2026-05-31"
	case field.KindTerm:
		return t.terms(f.Of, 1)
	case field.KindTerms:
		return "[" + t.terms(f.Of, 2) + "]"
	case field.KindRef:
		return exampleReference(f)
	case field.KindRefs:
		return "[" + exampleReference(f) + "]"
	}
	return "een korte tekst"
}

func exampleReference(f *field.Declaration) string {
	if f.Of == "" {
		return catalogue.Collections[0].Name + "/naam-van-de-kaart"
	}
	return "naam-van-de-kaart"
}

// terms are the first n terms of a vocabulary.
func (t *template) terms(vocabulary string, n int) string {
	ids := t.ids(vocabulary)
	return strings.Join(ids[:min(n, len(ids))], ", ")
}

// ids are the terms of a vocabulary; a word in their place where it is empty.
func (t *template) ids(vocabulary string) []string {
	if v := t.cat.Vocabularies[vocabulary]; v != nil && len(v.Terms) > 0 {
		return v.IDs()
	}
	return []string{"id"}
}

// lineWidth is how many characters a line of comment has at most.
const lineWidth = 100

// comment breaks words into lines of comment; none for no words.
func comment(words string) []string {
	var lines []string
	line := "#"
	for _, word := range strings.Fields(oneLine(words)) {
		if line != "#" && utf8.RuneCountInString(line+" "+word) > lineWidth {
			lines, line = append(lines, line), "#"
		}
		line += " " + word
	}
	if line == "#" {
		return nil
	}
	return append(lines, line)
}

// oneLine is text without line breaks and control characters, with single spaces.
func oneLine(s string) string {
	if !utf8.ValidString(s) {
		s = string([]rune(s)) // a byte that is no UTF-8 is U+FFFD
	}
	var b strings.Builder
	b.Grow(len(s))
	for words := range strings.FieldsFuncSeq(s, isGap) {
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(words)
	}
	return b.String()
}

func isGap(r rune) bool {
	if r < utf8.RuneSelf {
		return r <= ' ' || r == 0x7F
	}
	return unicode.IsSpace(r) || unicode.IsControl(r) || r == '\uFEFF'
}

// quoted is a title as YAML: as it is where that reads as the same text,
// otherwise between double quotes. One that does not start with a letter is
// always quoted: a sign at the start may mean something to YAML, or look so.
func quoted(title string) string {
	title = oneLine(title)
	if title == "" {
		title = noTitle
	}
	plain, err := yaml.Marshal(title)
	first, _ := utf8.DecodeRuneInString(title)
	if err == nil && string(plain) == title+"\n" && unicode.IsLetter(first) {
		return title
	}
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(title) + `"`
}
