package ledger

import (
	"errors"
	"regexp"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"kaartenbak/generator/catalogue"
)

// The words of a line, each behind the day and the name of the entry. The key of a
// field has no hyphen, so that none is one of these.
//
//	2026-11-30 keuzehulpen/knie stond-er-al titel=~0c1d2e3f toegang=onbekend
//	2026-12-03 keuzehulpen/heup kwam-erbij titel=~9a8b7c6d toegang=open
//	2026-12-03 keuzehulpen/knie toegang onbekend -> open
//	2026-12-07 keuzehulpen/knie heet-nu keuzehulpen/artrose-knie
//	2026-12-09 keuzehulpen/heup is-weg
//
// A value with a space or another sign that could mislead stands in quotes, as Go
// writes them.
const (
	began  = "stond-er-al"
	cameIn = "kwam-erbij"
	moved  = "heet-nu"
	gone   = "is-weg"
	arrow  = "->"
	dash   = "-"
)

var (
	entryPattern = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*/[a-z0-9]+(-[a-z0-9]+)*$`)
	keyPattern   = regexp.MustCompile(`^[a-z0-9_]+$`)
)

// What a line can lack, for authors.
var (
	errDay   = errors.New("de regel begint niet met een dag, zoals 2026-11-30")
	errEntry = errors.New("achter de dag staat geen kaart, zoals keuzehulpen/knie")
	errEvent = errors.New("achter de kaart staat niet wat ermee gebeurde")
	errValue = errors.New("er staat een waarde die niet te lezen is")
)

// Parse reads a line. The error is a Dutch sentence for authors.
func Parse(line string) (e catalogue.Event, err error) {
	day, rest, _ := strings.Cut(line, " ")
	if e.Day, err = time.Parse(time.DateOnly, day); err != nil {
		return e, errDay
	}
	if e.Entry, rest, _ = strings.Cut(rest, " "); !isEntry(e.Entry) {
		return e, errEntry
	}
	word, rest, _ := strings.Cut(rest, " ")
	switch {
	case word == began || word == cameIn:
		if e.Kind = catalogue.Began; word == cameIn {
			e.Kind = catalogue.CameIn
		}
		e.Values, err = parseValues(rest)
	case word == moved:
		e.Kind, e.To = catalogue.Moved, rest
		if !isEntry(e.To) || e.To == e.Entry {
			err = errEntry
		}
	case word == gone && rest == "":
		e.Kind = catalogue.Left
	case keyPattern.MatchString(word):
		e.Kind, e.Field = catalogue.Altered, word
		e.From, e.To, err = parseChange(rest)
	default:
		err = errEvent
	}
	return e, err
}

func isEntry(name string) bool { return len(name) <= maxName && entryPattern.MatchString(name) }

// maxName is how long the name of an entry can be, in bytes.
const maxName = 200

// parseChange reads VALUE -> VALUE.
func parseChange(text string) (from, to string, err error) {
	from, rest, err := parseValue(text)
	if err != nil {
		return "", "", err
	}
	rest, ok := strings.CutPrefix(rest, " "+arrow+" ")
	if !ok {
		return "", "", errEvent
	}
	to, rest, err = parseValue(rest)
	if err == nil && rest != "" {
		err = errEvent
	}
	return from, to, err
}

// parseValues reads KEY=VALUE, as often as it is there.
func parseValues(text string) (values []catalogue.NotedValue, err error) {
	if text == "" {
		return nil, nil
	}
	values = make([]catalogue.NotedValue, 0, strings.Count(text, " ")+1)
	for {
		key, rest, ok := strings.Cut(text, "=")
		if !ok || !isKey(key) {
			return nil, errEvent
		}
		value, rest, err := parseValue(rest)
		if err != nil {
			return nil, err
		}
		values = append(values, catalogue.NotedValue{Field: key, Value: value})
		if rest == "" {
			return values, nil
		}
		if text, ok = strings.CutPrefix(rest, " "); !ok {
			return nil, errEvent
		}
	}
}

// isKey is keyPattern, for who asks it of every value of a large ledger.
func isKey(key string) bool {
	for i := range len(key) {
		if c := key[i]; (c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '_' {
			return false
		}
	}
	return key != ""
}

// parseValue reads one value, and gives what stands behind it.
func parseValue(text string) (value, rest string, err error) {
	if strings.HasPrefix(text, `"`) {
		quoted, err := strconv.QuotedPrefix(text)
		if err != nil {
			return "", "", errValue
		}
		value, err = strconv.Unquote(quoted)
		rest = text[len(quoted):]
		if err != nil || value == "" || !isPrintable(value) {
			return "", "", errValue
		}
		return value, rest, nil
	}
	if i := strings.IndexByte(text, ' '); i >= 0 {
		text, rest = text[:i], text[i:]
	}
	if text == "" || !isPrintable(text) {
		return "", "", errValue
	}
	if text == dash {
		text = absent
	}
	return text, rest, nil
}

// isPrintable reports whether a value is text that can be seen.
func isPrintable(value string) bool {
	for i := range len(value) {
		if c := value[i]; c < ' ' || c > '~' { // most values have no such letter
			return utf8.ValidString(value) && !strings.ContainsFunc(value, func(c rune) bool { return !unicode.IsGraphic(c) })
		}
	}
	return true
}

// Append adds the line of an event, with its end.
func Append(b []byte, e catalogue.Event) []byte {
	b = e.Day.AppendFormat(b, time.DateOnly)
	b = append(append(append(b, ' '), e.Entry...), ' ')
	switch e.Kind {
	case catalogue.Began, catalogue.CameIn:
		word := began
		if e.Kind == catalogue.CameIn {
			word = cameIn
		}
		b = append(b, word...)
		for _, v := range e.Values {
			b = append(append(append(b, ' '), v.Field...), '=')
			b = appendValue(b, v.Value)
		}
	case catalogue.Altered:
		b = append(append(b, e.Field...), ' ')
		b = append(appendValue(b, e.From), ' ')
		b = append(append(b, arrow...), ' ')
		b = appendValue(b, e.To)
	case catalogue.Moved:
		b = append(append(append(b, moved...), ' '), e.To...)
	case catalogue.Left:
		b = append(b, gone...)
	}
	return append(b, '\n')
}

func appendValue(b []byte, value string) []byte {
	switch {
	case value == absent:
		return append(b, dash...)
	case value == dash, strings.ContainsFunc(value, func(c rune) bool { return c == '"' || unicode.IsSpace(c) || !unicode.IsGraphic(c) }):
		return strconv.AppendQuote(b, value)
	}
	return append(b, value...)
}
