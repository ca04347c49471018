package feed

import (
	"bytes"
	"net/url"
	"strings"
	"time"
	"unicode/utf8"

	"kaartenbak/generator/catalogue"
	"kaartenbak/generator/field"
)

// The clock of all meetings. The rules are those of the European Union since
// 1996 (directive 2000/84/EC), in the form of RFC 5545, section 3.6.5.
const timezone = "Europe/Amsterdam"

var timezoneLines = []string{
	"BEGIN:VTIMEZONE",
	"TZID:" + timezone,
	"BEGIN:DAYLIGHT",
	"TZNAME:CEST",
	"TZOFFSETFROM:+0100",
	"TZOFFSETTO:+0200",
	"DTSTART:19960331T020000",
	"RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
	"END:DAYLIGHT",
	"BEGIN:STANDARD",
	"TZNAME:CET",
	"TZOFFSETFROM:+0200",
	"TZOFFSETTO:+0100",
	"DTSTART:19961027T030000",
	"RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
	"END:STANDARD",
	"END:VTIMEZONE",
}

// Calendar gives the meetings as iCalendar (RFC 5545), in the order of the
// catalogue. Only meetings on a known day are in it; one that was put aside is
// not. A meeting with a time begins at it and, where the end is known too, ends
// at it; nothing is made up. A meeting without a time takes the whole day, and
// leaves that day free.
//
// What was cancelled says so twice, in STATUS and before its name, because not
// every calendar shows the first. See [status] for the rest.
//
// An event is known by the name of its file and the host of base; today is the
// day of the build, for DTSTAMP.
func Calendar(cat *catalogue.Catalogue, base string, today time.Time) []byte {
	w := &calendarWriter{}
	w.begin(oneLine(catalogue.SiteName.Of(cat.Site).Text))
	for _, e := range cat.Entries {
		if e.Collection == catalogue.Meetings && catalogue.Date.Of(e).Exact() && !e.IsAside() {
			w.event(cat, e, base, today)
		}
	}
	w.line("END", "VCALENDAR")
	return w.out.Bytes()
}

type calendarWriter struct{ out bytes.Buffer }

// begin opens a calendar. The clock is in it also without meetings: a calendar has
// one component at least.
func (w *calendarWriter) begin(name string) {
	w.line("BEGIN", "VCALENDAR")
	w.line("VERSION", "2.0")
	w.line("PRODID", "-//kaartenbak//kaartenbak//NL")
	w.line("CALSCALE", "GREGORIAN")
	w.text("NAME", name)         // RFC 7986
	w.text("X-WR-CALNAME", name) // what Apple, Google and Microsoft read
	for _, line := range timezoneLines {
		name, value, _ := strings.Cut(line, ":")
		w.line(name, value)
	}
}

func (w *calendarWriter) event(cat *catalogue.Catalogue, e *catalogue.Entry, base string, today time.Time) {
	w.line("BEGIN", "VEVENT")
	w.line("UID", e.Slug+"@"+host(base))
	w.line("DTSTAMP", today.Format("20060102")+"T000000Z")
	day := catalogue.Date.Of(e).Start()
	begin, end := catalogue.Begin.Of(e), catalogue.End.Of(e)
	if begin.Known() {
		w.line("DTSTART;TZID="+timezone, local(day, begin))
		if end.Known() && end.Text > begin.Text { // both are 09.30, with all their zeros
			w.line("DTEND;TZID="+timezone, local(day, end))
		}
	} else {
		w.line("DTSTART;VALUE=DATE", day.Format("20060102"))
		w.line("DTEND;VALUE=DATE", day.AddDate(0, 0, 1).Format("20060102")) // the first day after it
		w.line("TRANSP", "TRANSPARENT")
	}
	status := status(e, today)
	w.line("STATUS", status)
	title := oneLine(e.Title())
	if term := cat.Term(catalogue.Status.In(e.Schema()).Of, catalogue.Status.Of(e).Text); term != nil && status == "CANCELLED" {
		title = oneLine(term.Label()) + ": " + title
	}
	w.text("SUMMARY", title)
	if place := catalogue.Place.Of(e); place.Known() {
		w.text("LOCATION", oneLine(place.Text))
	}
	description := prose(catalogue.Summary.Of(e), "\n\n")
	if base != "" {
		page := base + e.URL()
		description = strings.TrimSpace(description + "\n\n" + page) // few calendars show URL
		w.line("URL", page)
	}
	if description != "" {
		w.text("DESCRIPTION", description)
	}
	w.line("END", "VEVENT")
}

// status is how certain a meeting is. One that was planned for a day that is
// past is tentative: of whether it was held, nothing is known.
func status(e *catalogue.Entry, today time.Time) string {
	switch is := catalogue.Status.Of(e); {
	case is.Is(catalogue.Cancelled), is.Is(catalogue.Dropped):
		return "CANCELLED"
	case is.Is(catalogue.Held), is.Is(catalogue.Planned) && catalogue.Date.Of(e).String() >= today.Format(time.DateOnly):
		return "CONFIRMED"
	}
	return "TENTATIVE"
}

// local is a time of day such as 19.00, on a day, as a local time.
func local(day time.Time, clock field.Text) string {
	return day.Format("20060102") + "T" + strings.ReplaceAll(clock.Text, ".", "") + "00"
}

// host is the name of the host of an address; a word in its place where there
// is none.
func host(base string) string {
	if u, err := url.Parse(base); err == nil && u.Hostname() != "" {
		return u.Hostname()
	}
	return "kaartenbak"
}

var textEscapes = strings.NewReplacer(`\`, `\\`, `;`, `\;`, `,`, `\,`, "\n", `\n`)

// text adds a property whose value is text (RFC 5545, section 3.3.11).
func (w *calendarWriter) text(name, value string) { w.line(name, textEscapes.Replace(clean(value))) }

// maxLine is how many octets a line may have, without its end (section 3.1).
const maxLine = 75

// line adds a property. It is the one place where a line ends, so that no value
// can start a line of its own. A long line is folded, never within a character.
func (w *calendarWriter) line(name, value string) {
	rest := name + ":" + strings.ReplaceAll(clean(value), "\n", " ")
	for room := maxLine; len(rest) > room; room = maxLine - 1 { // the space before the next line counts
		cut := room
		for !utf8.RuneStart(rest[cut]) {
			cut--
		}
		w.out.WriteString(rest[:cut] + "\r\n ")
		rest = rest[cut:]
	}
	w.out.WriteString(rest + "\r\n")
}
