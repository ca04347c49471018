package export

import (
	"bufio"
	"bytes"
	"encoding/json"
	"io"
	"strconv"

	"kaartenbak/generator/field"
)

// An object is a JSON object whose members keep their order. A value in it is a
// string, a bool, an int, a list, an object, or one of them [later].
type object []member

type member struct {
	key   string
	value any
}

type list []any

// later is a value that is made when it is written, and not kept: an entry, of
// which there are many.
type later func() any

// stringList makes a list of strings.
func stringList(items []string) list {
	l := make(list, len(items))
	for i, s := range items {
		l[i] = s
	}
	return l
}

// objectOf gives the fields of data that are written down, under their keys and
// in their order, in the shapes that the front matter has.
func objectOf(data field.Data) object {
	var o object
	fields := field.Of(data)
	for i := range fields {
		if f := &fields[i]; f.State() != field.Absent {
			o = append(o, member{f.Key, valueOf(f)})
		}
	}
	return o
}

// valueOf is the value of a field that is not absent.
func valueOf(f *field.Field) any {
	if f.State() == field.Unknown {
		return unknown
	}
	switch f.Kind {
	case field.KindNumber:
		return f.Number()
	case field.KindDate:
		return f.Date().String()
	case field.KindMarks:
		marks := object{}
		for _, m := range f.MarkList() {
			marks = append(marks, member{m.Term.Text, markText(m)})
		}
		return marks
	case field.KindGroup:
		return objectOf(f.Groups()[0])
	case field.KindGroups:
		groups := list{}
		for _, g := range f.Groups() {
			groups = append(groups, objectOf(g))
		}
		return groups
	case field.KindTerms, field.KindTexts, field.KindRefs:
		texts := list{}
		for _, t := range f.Texts() {
			texts = append(texts, t.Text)
		}
		return texts
	}
	return f.Texts()[0].Text
}

// markText is what was said of the term of a mark.
func markText(m field.Mark) string {
	if m.Mark.Known() {
		return m.Mark.Text
	}
	return unknown
}

// encode writes a value as JSON in UTF-8, indented by two spaces, with a line end
// at the end; a list of plain values is on one line. A < stays a <: the files are
// no part of an HTML page.
func encode(to io.Writer, v any) error {
	w := &jsonWriter{out: bufio.NewWriterSize(to, 1<<16)}
	w.text = json.NewEncoder(&w.quoted)
	w.text.SetEscapeHTML(false)
	w.write(v, "\n")
	w.out.WriteByte('\n')
	return w.out.Flush()
}

type jsonWriter struct {
	out    *bufio.Writer // keeps its first error until Flush
	text   *json.Encoder // writes a string to quoted
	quoted bytes.Buffer
}

// write adds a value. newline is a line end and the spaces of the line on which
// the value stands.
func (w *jsonWriter) write(v any, newline string) {
	inner := newline + "  "
	switch v := v.(type) {
	case object:
		if len(v) == 0 {
			w.out.WriteString("{}")
			return
		}
		for i, m := range v {
			w.out.WriteByte("{,"[min(i, 1)])
			w.out.WriteString(inner)
			w.string(m.key)
			w.out.WriteString(": ")
			w.write(m.value, inner)
		}
		w.out.WriteString(newline + "}")
	case list:
		if plain(v) {
			w.out.WriteByte('[')
			for i, item := range v {
				w.out.WriteString([...]string{"", ", "}[min(i, 1)])
				w.write(item, "")
			}
			w.out.WriteByte(']')
			return
		}
		for i, item := range v {
			w.out.WriteByte("[,"[min(i, 1)])
			w.out.WriteString(inner)
			w.write(item, inner)
		}
		w.out.WriteString(newline + "]")
	case later:
		w.write(v(), newline)
	case bool:
		w.out.WriteString(strconv.FormatBool(v))
	case int:
		w.out.WriteString(strconv.Itoa(v))
	case string:
		w.string(v)
	default:
		panic("export: a value of this type has no JSON")
	}
}

func (w *jsonWriter) string(s string) {
	w.quoted.Reset()
	w.text.Encode(s)                                 // writing a string to memory does not fail
	w.out.Write(w.quoted.Bytes()[:w.quoted.Len()-1]) // without the line end that Encode adds
}

// plain reports whether a list fits on one line: no objects or lists are in it.
func plain(l list) bool {
	for _, item := range l {
		switch item.(type) {
		case object, list, later:
			return false
		}
	}
	return true
}
