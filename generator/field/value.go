package field

import (
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"kaartenbak/generator/problem"
)

// A Text is a single value: text, an address, a time, a term or a reference.
type Text struct {
	Text  string
	State State
	At    At
}

// String is the text, or nothing where it is not known.
func (t Text) String() string { return t.Text }

func (t *Text) state() State { return t.State }
func (t *Text) at() At       { return t.At }

// Known reports whether the text has a value.
func (t Text) Known() bool { return t.State == Known }

// Is reports whether the value is known to be this text.
func (t Text) Is(text string) bool { return t.State == Known && t.Text == text }

// Paragraphs are the paragraphs of prose, without the line breaks in them.
func (t Text) Paragraphs() []string {
	var all []string
	for p := range strings.SplitSeq(t.Text, "\n\n") {
		if p = strings.Join(strings.Fields(p), " "); p != "" {
			all = append(all, p)
		}
	}
	return all
}

// A List is several texts, terms or references.
type List struct {
	Items []Text
	State State
	At    At
}

func (l *List) state() State { return l.State }
func (l *List) at() At       { return l.At }

// Strings are the items as plain strings.
func (l List) Strings() []string {
	s := make([]string, len(l.Items))
	for i, t := range l.Items {
		s[i] = t.Text
	}
	return s
}

// Has reports whether an item is this text.
func (l List) Has(text string) bool {
	for _, t := range l.Items {
		if t.Text == text {
			return true
		}
	}
	return false
}

// A Number is a whole number.
type Number struct {
	N     int
	State State
	At    At
}

func (n *Number) state() State { return n.State }
func (n *Number) at() At       { return n.At }

// Known reports whether there is a number.
func (n Number) Known() bool { return n.State == Known }

// A Mark is a term and what was said of it.
type Mark struct {
	Term Text
	Mark Text // State is Unknown for "onbekend"
}

// Marks are terms of one vocabulary, each with a term of another.
type Marks struct {
	Items []Mark
	State State
	At    At
}

func (m *Marks) state() State { return m.State }
func (m *Marks) at() At       { return m.At }

// Get gives the mark of a term; Absent where nothing was said of it.
func (m Marks) Get(term string) Text {
	for _, i := range m.Items {
		if i.Term.Text == term {
			return i.Mark
		}
	}
	return Text{}
}

// A Date is a day, or as much of one as is known: a month, a year, or the
// beginning, the middle or the end of one.
type Date struct {
	Year  int
	Month int    // 0 where only the year is known
	Day   int    // 0 where only the month is known
	About string // "", "begin", "medio", "eind" or "circa"
	State State
	At    At
}

func (d *Date) state() State { return d.State }
func (d *Date) at() At       { return d.At }

var datePattern = regexp.MustCompile(`^(?:(begin|medio|half|eind|circa) )?(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$`)

// ParseDate reads 2021, 2021-10, 2021-10-05 or one of the first two after
// begin, medio, half, eind or circa. The error is a Dutch sentence for authors.
func ParseDate(s string) (Date, error) {
	m := datePattern.FindStringSubmatch(s)
	if m == nil || m[1] != "" && m[4] != "" {
		return Date{}, dateError(sayNoDate, problem.Short(s))
	}
	number := func(s string) int { n, _ := strconv.Atoi(s); return n }
	d := Date{Year: number(m[2]), Month: number(m[3]), Day: number(m[4]), About: m[1], State: Known}
	if d.About == "half" {
		d.About = "medio"
	}
	if d.Year < 1900 || d.Year > 2100 {
		return Date{}, dateError(sayYear, d.Year)
	}
	if m[3] != "" && (d.Month < 1 || d.Month > 12) {
		return Date{}, dateError(sayMonth, m[3])
	}
	if m[4] != "" && d.Start().Format("2006-01-02") != s[len(s)-10:] {
		return Date{}, dateError(sayDay, s)
	}
	return d, nil
}

func dateError(p *problem.Phrase, args ...any) error {
	message, _ := p.Text(args...)
	return errors.New(message)
}

// Known reports whether there is a date at all.
func (d Date) Known() bool { return d.State == Known }

// Exact reports whether the day is known.
func (d Date) Exact() bool { return d.State == Known && d.Day > 0 && d.About == "" }

// Start is the first day that the date may be, in UTC.
func (d Date) Start() time.Time {
	return time.Date(d.Year, time.Month(max(d.Month, 1)), max(d.Day, 1), 0, 0, 0, 0, time.UTC)
}

// End is the last day that the date may be, in UTC.
func (d Date) End() time.Time {
	switch {
	case d.Day > 0:
		return d.Start()
	case d.Month > 0:
		return d.Start().AddDate(0, 1, -1)
	}
	return d.Start().AddDate(1, 0, -1)
}

// String is the date as an author writes it.
func (d Date) String() string {
	if d.State != Known {
		return ""
	}
	s := fmt.Sprintf("%04d", d.Year)
	if d.Month > 0 {
		s += fmt.Sprintf("-%02d", d.Month)
	}
	if d.Day > 0 {
		s += fmt.Sprintf("-%02d", d.Day)
	}
	if d.About != "" {
		return d.About + " " + s
	}
	return s
}

// A Group is one group of fields.
type Group struct {
	Record *Record // nil where State is not Known
	State  State
	At     At
}

func (g *Group) state() State { return g.State }
func (g *Group) at() At       { return g.At }

// Known reports whether there is a group.
func (g Group) Known() bool { return g.State == Known }

// Groups is the same group of fields several times.
type Groups struct {
	Items []*Record
	State State
	At    At
}

func (g *Groups) state() State { return g.State }
func (g *Groups) at() At       { return g.At }
