package sheet

import (
	"strings"

	"kaartenbak/generator/catalogue"
	"kaartenbak/generator/field"

	"strconv"
)

// How several values share a cell: "een; twee" for those of a list,
// "titel: A | datum: 2020 || titel: B" for groups, "term: ja; andere: nee" for marks.
// A sign of these that is part of a text has a backslash before it, and so has a
// backslash. A line end within a value is lineEnd.
const (
	betweenItems  = "; "
	betweenParts  = " | "
	betweenGroups = " || "
	lineEnd       = "¶"
)

var (
	hideInText  = strings.NewReplacer(`\`, `\\`, lineEnd, `\`+lineEnd)
	hideInItem  = strings.NewReplacer(`\`, `\\`, lineEnd, `\`+lineEnd, ";", `\;`, "\n", lineEnd)
	hideInGroup = strings.NewReplacer(`\`, `\\`, lineEnd, `\`+lineEnd, "|", `\|`, "\n", lineEnd)
	hideInBoth  = strings.NewReplacer(`\`, `\\`, lineEnd, `\`+lineEnd, ";", `\;`, "|", `\|`, "\n", lineEnd)
)

// shown is a text that a cell has as it was written: the inverse of the four above.
func shown(s string) string {
	if !strings.Contains(s, `\`) && !strings.Contains(s, lineEnd) {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); {
		switch rest := s[i:]; {
		case rest[0] == '\\' && len(rest) > 1 && strings.IndexByte(`\;|`, rest[1]) >= 0:
			b.WriteByte(rest[1])
			i += 2
		case strings.HasPrefix(rest, `\`+lineEnd):
			b.WriteString(lineEnd)
			i += 1 + len(lineEnd)
		case strings.HasPrefix(rest, lineEnd):
			b.WriteByte('\n')
			i += len(lineEnd)
		default:
			b.WriteByte(rest[0])
			i++
		}
	}
	return b.String()
}

// split parts a cell at a sign, not where it is hidden by a backslash. The parts are
// not shown yet.
func split(s, at string) []string {
	var parts []string
	from := 0
	for i := 0; i < len(s); {
		switch {
		case s[i] == '\\':
			i += 2
		case strings.HasPrefix(s[i:], at):
			parts = append(parts, strings.TrimSpace(s[from:i]))
			i += len(at)
			from = i
		default:
			i++
		}
	}
	return append(parts, strings.TrimSpace(s[min(from, len(s)):]))
}

// has reports whether a sign stands in a cell, not hidden.
func has(s, sign string) bool { return len(split(s, sign)) > 1 }

// Columns are the keys of the columns of an export: those of [export.JSON], with one
// for each field of a group, such as richtlijn.titel. The text of an entry is the last.
func Columns(c *catalogue.Collection) []string {
	return columns([]string{CollectionKey, IDKey, URLKey}, "", c.Schema)
}

// The keys that an exported entry has beside its fields.
const (
	CollectionKey = "collectie" // its collection: keuzehulpen
	IDKey         = "id"        // the name of its file without .md
	URLKey        = "url"       // the address of its page
)

func columns(names []string, prefix string, fields *field.Schema) []string {
	for _, f := range fields.Fields {
		if f.Kind == field.KindGroup {
			names = columns(names, prefix+f.Key+".", f.Inner)
		} else {
			names = append(names, prefix+f.Key)
		}
	}
	return names
}

// Row is an entry as a row of an export, a cell for each of the columns. base is the
// address of the site without a slash at the end; body is the text of the entry as it
// was written, in Markdown.
func Row(e *catalogue.Entry, base, body string) []string {
	row := cells([]string{e.Collection.Name, e.Slug, base + e.URL()}, e)
	row[len(row)-1] = hideInText.Replace(body)
	return row
}

// cells adds the values of fields, one for each of their columns. Of a group that is
// unknown, each field is.
func cells(row []string, data field.Data) []string {
	for f := range data.Fields() {
		switch {
		case f.Kind != field.KindGroup:
			row = append(row, text(f, hideInText, hideInItem))
		case f.State() == field.Known:
			row = cells(row, f.Groups()[0])
		default:
			for range columns(nil, "", f.Inner) {
				row = append(row, text(f, hideInText, hideInItem))
			}
		}
	}
	return row
}

// text is a value as one cell, or as a part of one. What would part it from another is
// hidden: one in a single value, item in a value of a list.
func text(f field.Field, one, item *strings.Replacer) string {
	switch f.State() {
	case field.Absent:
		return ""
	case field.Unknown:
		return field.UnknownWord
	}
	var parts []string
	switch f.Kind {
	case field.KindNumber:
		return strconv.Itoa(f.Number())
	case field.KindDate:
		return f.Date().String()
	case field.KindMarks:
		for _, m := range f.MarkList() {
			mark := field.UnknownWord
			if m.Mark.Known() {
				mark = m.Mark.Text
			}
			parts = append(parts, item.Replace(m.Term.Text)+": "+item.Replace(mark))
		}
	case field.KindGroup, field.KindGroups:
		for _, g := range f.Groups() {
			var inner []string
			for f := range g.Fields() {
				if text := text(f, hideInGroup, hideInBoth); text != "" {
					inner = append(inner, f.Key+": "+text)
				}
			}
			parts = append(parts, strings.Join(inner, betweenParts))
		}
		return strings.Join(parts, betweenGroups)
	case field.KindTerms, field.KindTexts, field.KindRefs:
		for _, t := range f.Texts() {
			parts = append(parts, item.Replace(t.Text))
		}
	default:
		for _, t := range f.Texts() {
			return one.Replace(t.Text)
		}
	}
	return strings.Join(parts, betweenItems)
}
