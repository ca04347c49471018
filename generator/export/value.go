package export

import (
	"bufio"
	"bytes"
	"encoding/json"
	"io"
	"strconv"
	"unicode/utf8"

	"kaartenbak/generator/field"
)

// An object is a JSON object whose members keep their order. A value in it is a
// string, a bool, an int, a list, an object, a [record], or a field.Field or
// field.Data: the last three are written as they are gone through, because the
// catalogue has many.
type object []member

type member struct {
	key   string
	value any
}

type list []any

// stringList makes a list of strings.
func stringList(items []string) list {
	l := make(list, len(items))
	for i, s := range items {
		l[i] = s
	}
	return l
}

// encode writes a value as JSON in UTF-8, indented by two spaces, with a line end
// at the end; a list of plain values is on one line. Fields have the shapes of the
// front matter. A < stays a <: the files are no part of an HTML page.
func encode(to io.Writer, v any) error {
	w := &jsonWriter{out: bufio.NewWriterSize(to, 1<<16)}
	w.text = json.NewEncoder(&w.quoted)
	w.text.SetEscapeHTML(false)
	w.write(v, 0)
	w.out.WriteByte('\n')
	return w.out.Flush()
}

type jsonWriter struct {
	out    *bufio.Writer // keeps its first error until Flush
	text   *json.Encoder // writes a string to quoted
	quoted bytes.Buffer
}

// write adds a value. depth is that of the line on which it stands.
func (w *jsonWriter) write(v any, depth int) {
	switch v := v.(type) {
	case object:
		for i, m := range v {
			w.member(i, m.key, depth)
			w.write(m.value, depth+1)
		}
		w.end(len(v), depth)
	case list:
		if plain(v) {
			w.out.WriteByte('[')
			for i, item := range v {
				w.comma(i)
				w.write(item, depth)
			}
			w.out.WriteByte(']')
			return
		}
		for i, item := range v {
			w.item(i, depth)
			w.write(item, depth+1)
		}
		w.line(depth)
		w.out.WriteByte(']')
	case record:
		w.record(v, depth)
	case field.Data:
		w.end(w.fields(0, v, depth), depth)
	case field.Field:
		w.field(v, depth)
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

// record writes an entry.
func (w *jsonWriter) record(r record, depth int) {
	e := r.entry
	for i, m := range [...][2]string{{collectionKey, e.Collection.Name}, {idKey, e.Slug}, {urlKey, r.base + e.URL()}} {
		w.member(i, m[0], depth)
		w.string(m[1])
	}
	n := w.fields(3, e, depth)
	w.member(n, bodyKey, depth)
	w.string(bodyText(e))
	w.end(n+1, depth)
}

// fields writes the fields of data that are not absent as members of an object
// that has n already, and says how many it has then.
func (w *jsonWriter) fields(n int, data field.Data, depth int) int {
	for f := range data.Fields() {
		if f.State() != field.Absent {
			w.member(n, f.Key, depth)
			w.field(f, depth+1)
			n++
		}
	}
	return n
}

// field writes the value of a field that is not absent.
func (w *jsonWriter) field(f field.Field, depth int) {
	if f.State() == field.Unknown {
		w.string(field.UnknownWord)
		return
	}
	switch f.Kind {
	case field.KindNumber:
		w.out.WriteString(strconv.Itoa(f.Number()))
	case field.KindDate:
		w.string(f.Date().String())
	case field.KindMarks:
		marks := f.MarkList()
		for i, m := range marks {
			w.member(i, m.Term.Text, depth)
			w.string(markText(m))
		}
		w.end(len(marks), depth)
	case field.KindGroup:
		w.write(f.Groups()[0], depth)
	case field.KindGroups:
		groups := f.Groups()
		for i, g := range groups {
			w.item(i, depth)
			w.write(g, depth+1)
		}
		if len(groups) == 0 {
			w.out.WriteByte('[')
		} else {
			w.line(depth)
		}
		w.out.WriteByte(']')
	case field.KindTerms, field.KindTexts, field.KindRefs:
		w.out.WriteByte('[')
		for i, t := range f.Texts() {
			w.comma(i)
			w.string(t.Text)
		}
		w.out.WriteByte(']')
	default:
		w.string(f.Texts()[0].Text)
	}
}

// markText is what was said of the term of a mark.
func markText(m field.Mark) string {
	if m.Mark.Known() {
		return m.Mark.Text
	}
	return field.UnknownWord
}

// member starts member n of an object, and with the first the object.
func (w *jsonWriter) member(n int, key string, depth int) {
	w.out.WriteByte("{,"[min(n, 1)])
	w.line(depth + 1)
	w.string(key)
	w.out.WriteString(": ")
}

// end ends an object of n members.
func (w *jsonWriter) end(n, depth int) {
	if n == 0 {
		w.out.WriteByte('{')
	} else {
		w.line(depth)
	}
	w.out.WriteByte('}')
}

// item starts item n of a list with each on a line, and with the first the list.
func (w *jsonWriter) item(n, depth int) {
	w.out.WriteByte("[,"[min(n, 1)])
	w.line(depth + 1)
}

// comma parts item n of a list on one line from those before it.
func (w *jsonWriter) comma(n int) { w.out.WriteString([...]string{"", ", "}[min(n, 1)]) }

// line starts a line.
func (w *jsonWriter) line(depth int) {
	w.out.WriteByte('\n')
	for range depth {
		w.out.WriteString("  ")
	}
}

func (w *jsonWriter) string(s string) {
	if verbatim(s) {
		w.out.WriteByte('"')
		w.out.WriteString(s)
		w.out.WriteByte('"')
		return
	}
	w.quoted.Reset()
	w.text.Encode(s)                                 // writing a string to memory does not fail
	w.out.Write(w.quoted.Bytes()[:w.quoted.Len()-1]) // without the line end that Encode adds
}

// verbatim reports whether a string stands in JSON as it is, which most do.
func verbatim(s string) bool {
	for i := range len(s) {
		if c := s[i]; c < ' ' || c == '"' || c == '\\' || c >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// plain reports whether a list fits on one line: no objects or lists are in it.
func plain(l list) bool {
	for _, item := range l {
		switch item.(type) {
		case object, list, record, field.Data:
			return false
		}
	}
	return true
}
