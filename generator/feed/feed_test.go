package feed

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"
	"time"
	_ "time/tzdata" // for a machine without time zones
	"unicode"
	"unicode/utf8"

	ics "github.com/arran4/golang-ical"
	"github.com/mmcdole/gofeed"
	"golang.org/x/net/html"

	"kaartenbak/generator/catalogue"
	"kaartenbak/generator/field"
	"kaartenbak/generator/fixture"
	"kaartenbak/generator/plan"
)

const (
	archiveName = "testdata/feeds.txtar"
	base        = fixture.Base
)

var today = fixture.Today

func TestOutputs(t *testing.T) {
	cat, texts, archive := fixture.Read(t, archiveName)
	outputs := map[string][]byte{
		"feed.xml":          Atom(cat.Site, base, cat.Of(fixture.Collection(t, "nieuws")), today),
		"bijeenkomsten.ics": Calendar(cat, base, today),
		"opensearch.xml":    OpenSearch(cat.Site, base, texts),
		"robots.txt":        Robots(base),
	}
	fixture.Compare(t, archiveName, archive, outputs)
	if missing := texts.Missing(); len(missing) > 0 {
		t.Errorf("interface texts that are missing: %v", missing)
	}
}

// nasty are texts that break out of a careless format.
var nasty = []string{
	"gewoon",
	`"aanhaling" & <b>vet</b> ]]> <!-- --> <?php ?>`,
	"END:VEVENT\r\nBEGIN:VALARM\nACTION:DISPLAY\rX",
	"een\u2028twee\u2029drie\u0085vier\vvijf\fzes",
	`komma, punt;komma \n \\ \, dubbele:punt "x"=^'`,
	"emoji 👩🏽‍⚕️ en accenten é é ﷽",
	strings.Repeat("lang woord ", 400),
	strings.Repeat("👩🏽‍⚕️", 100),
	"\x00\x07\x1b[31m\x7f\ufffe\uffff\xff\xc3",
	"  \t ",
	"",
}

// newMeeting makes a meeting with one text in every place that has text.
func newMeeting(text string) *catalogue.Entry {
	m := fixture.Filled(catalogue.Meetings, "bijeenkomst", text)
	setDate(m, field.Date{Year: 2026, Month: 12, Day: 1, State: field.Known})
	setText(m, catalogue.Status, field.Text{})
	return m
}

// newNews does the same for a piece of news.
func newNews(text string, date field.Date) *catalogue.Entry {
	n := fixture.Filled(catalogue.News, "bericht", text)
	setDate(n, date)
	return n
}

func setDate(e *catalogue.Entry, date field.Date) { e.Set(catalogue.Date.In(e.Schema()), &date) }

func setText(data field.Data, role field.Role[field.Text], text field.Text) {
	data.Set(role.In(data.Schema()), &text)
}

func newCatalogue(text string, entries ...*catalogue.Entry) *catalogue.Catalogue {
	cat := &catalogue.Catalogue{Entries: entries, Site: catalogue.NewSite()}
	setText(cat.Site, catalogue.SiteName, field.Text{Text: text, State: field.Known})
	return cat
}

func TestAtomIsReadByOthers(t *testing.T) {
	for i, text := range nasty {
		n := newNews(text, field.Date{Year: 2026, Month: 10, About: "medio", State: field.Known})
		cat := newCatalogue(text, n)
		data := Atom(cat.Site, base, cat.Entries, today)
		wellFormed(t, data)
		got, err := gofeed.NewParser().Parse(bytes.NewReader(data))
		if err != nil {
			t.Fatalf("%d: %v\n%s", i, err, data)
		}
		if got.FeedType != "atom" || got.FeedVersion != "1.0" || len(got.Items) != 1 {
			t.Fatalf("%d: %s %s with %d items", i, got.FeedType, got.FeedVersion, len(got.Items))
		}
		item := got.Items[0]
		if item.Title != oneLine(text) || item.Description != prose(catalogue.Summary.Of(n), "\n\n") {
			t.Errorf("%d: title %q and summary %q of %q", i, item.Title, item.Description, text)
		}
		first := time.Date(2026, 10, 1, 0, 0, 0, 0, time.UTC)
		if !item.UpdatedParsed.Equal(first) || !got.UpdatedParsed.Equal(first) {
			t.Errorf("%d: updated %s, feed %s", i, item.Updated, got.Updated)
		}
		if item.Link != base+"/nieuws/bericht/" || item.GUID != item.Link || got.FeedLink != base+"/feed.xml" {
			t.Errorf("%d: link %s, id %s, feed %s", i, item.Link, item.GUID, got.FeedLink)
		}
	}
}

func TestChangesAreReadByOthers(t *testing.T) {
	began := time.Date(2026, 8, 1, 0, 0, 0, 0, time.UTC)
	for i, text := range nasty {
		feed := plan.ChangeFeed{URL: "/aandoeningen/knie/feed.xml", Title: text, Page: "/aandoeningen/knie/", Items: func() []plan.ChangeItem {
			return []plan.ChangeItem{
				{ID: "/keuzehulpen/knie/#1", URL: "/keuzehulpen/knie/", Title: text, Day: today, Lines: []string{text, "Kosten: van <5 naar >5"}},
				{ID: "/keuzehulpen/knie/#0", URL: "/keuzehulpen/knie/", Title: text, Day: began},
			}
		}}
		data := Changes(newCatalogue(text).Site, base, feed, began)
		wellFormed(t, data)
		got, err := gofeed.NewParser().Parse(bytes.NewReader(data))
		if err != nil {
			t.Fatalf("%d: %v\n%s", i, err, data)
		}
		if got.FeedType != "atom" || got.FeedVersion != "1.0" || got.FeedLink != base+feed.URL || got.Link != base+feed.Page || !got.UpdatedParsed.Equal(today) || len(got.Items) != 2 {
			t.Fatalf("%d: %s %s of %s for %s, updated %s, with %d items", i, got.FeedType, got.FeedVersion, got.FeedLink, got.Link, got.Updated, len(got.Items))
		}
		item := got.Items[0]
		if item.Title != oneLine(text) || item.Link != base+"/keuzehulpen/knie/" || item.GUID == got.Items[1].GUID || !item.PublishedParsed.Equal(today) {
			t.Errorf("%d: item %q, %s, %s, %s", i, item.Title, item.Link, item.GUID, item.Published)
		}
		list, err := html.Parse(strings.NewReader(item.Content))
		if err != nil {
			t.Fatal(err)
		}
		var lines []string
		for n := range list.Descendants() {
			if n.Type == html.ElementNode && !slices.Contains([]string{"html", "head", "body", "ul", "li"}, n.Data) {
				t.Errorf("%d: %q became a <%s>", i, text, n.Data)
			}
			if n.Type == html.TextNode {
				lines = append(lines, n.Data)
			}
		}
		want := slices.DeleteFunc([]string{oneLine(text), "Kosten: van <5 naar >5"}, func(s string) bool { return s == "" })
		if !slices.Equal(lines, want) {
			t.Errorf("%d: lines %q, want %q", i, lines, want)
		}
	}
}

func TestChangesWithoutItems(t *testing.T) {
	feed := plan.ChangeFeed{URL: "/wijzigingen.xml", Page: "/wijzigingen/", Items: func() []plan.ChangeItem { return nil }}
	got, err := gofeed.NewParser().Parse(bytes.NewReader(Changes(newCatalogue("Leeg").Site, base, feed, today)))
	if err != nil || !got.UpdatedParsed.Equal(today) || len(got.Items) != 0 {
		t.Fatal(got, err)
	}
}

func TestAtomWithoutItems(t *testing.T) {
	cat := newCatalogue("Leeg")
	got, err := gofeed.NewParser().Parse(bytes.NewReader(Atom(cat.Site, base, nil, today)))
	if err != nil || !got.UpdatedParsed.Equal(today) {
		t.Fatal(got, err)
	}
}

// wellFormed reads every token, as strictly as package xml does.
func wellFormed(t testing.TB, data []byte) {
	t.Helper()
	d := xml.NewDecoder(bytes.NewReader(data))
	for {
		if _, err := d.Token(); err == io.EOF {
			return
		} else if err != nil {
			t.Fatalf("%v in\n%s", err, data)
		}
	}
}

func TestCalendarIsReadByOthers(t *testing.T) {
	for i, text := range nasty {
		m := newMeeting(text)
		readBack(t, fmt.Sprint(i), newCatalogue(text, m), m)
	}
}

// readBack writes a calendar with one meeting and reads it with another's
// parser: one event, the same texts.
func readBack(t testing.TB, name string, cat *catalogue.Catalogue, m *catalogue.Entry) {
	t.Helper()
	data := Calendar(cat, "", today)
	lines := properLines(t, data)
	for _, l := range lines {
		if l == "BEGIN:VALARM" {
			t.Errorf("%s: a text made a component", name)
		}
	}
	got, err := ics.ParseCalendar(bytes.NewReader(data))
	if err != nil {
		t.Fatalf("%s: %v\n%q", name, err, data)
	}
	if len(got.Events()) != 1 || len(got.Components) != 2 {
		t.Fatalf("%s: %d events, %d components", name, len(got.Events()), len(got.Components))
	}
	event := got.Events()[0]
	value := func(p ics.ComponentProperty) string {
		if found := event.GetProperty(p); found != nil {
			return found.Value
		}
		return ""
	}
	for _, c := range []struct {
		property ics.ComponentProperty
		want     string
	}{
		{ics.ComponentPropertySummary, oneLine(m.Title())},
		{ics.ComponentPropertyLocation, oneLine(catalogue.Place.Of(m).Text)},
		{ics.ComponentPropertyDescription, prose(catalogue.Summary.Of(m), "\n\n")},
		{ics.ComponentPropertyUniqueId, "bijeenkomst@kaartenbak"},
		{ics.ComponentPropertyUrl, ""},
	} {
		if got := value(c.property); got != c.want {
			t.Errorf("%s: %s is %q, want %q", name, c.property, got, c.want)
		}
	}
}

// properLines checks the lines of a calendar and gives them unfolded: CRLF and
// no other line end or control character, at most 75 octets, whole characters.
func properLines(t testing.TB, data []byte) []string {
	t.Helper()
	text, ok := strings.CutSuffix(string(data), "\r\n")
	if !ok {
		t.Fatal("the last line has no end")
	}
	var whole []string
	for line := range strings.SplitSeq(text, "\r\n") {
		if len(line) > 75 {
			t.Errorf("%d octets: %q", len(line), line)
		}
		if !utf8.ValidString(line) {
			t.Errorf("a character is cut: %q", line)
		}
		if strings.ContainsFunc(line, unicode.IsControl) {
			t.Errorf("control character: %q", line)
		}
		if rest, ok := strings.CutPrefix(line, " "); ok && len(whole) > 0 {
			whole[len(whole)-1] += rest
			continue
		}
		whole = append(whole, line)
	}
	return whole
}

func TestCalendarTimes(t *testing.T) {
	cat, _, _ := fixture.Read(t, archiveName)
	got, err := ics.ParseCalendar(bytes.NewReader(Calendar(cat, base, today)))
	if err != nil {
		t.Fatal(err)
	}
	amsterdam, err := time.LoadLocation("Europe/Amsterdam")
	if err != nil {
		t.Fatal(err)
	}
	want := map[string][2]time.Time{
		"met-tijden@kaartenbak.example":   {time.Date(2026, 12, 1, 9, 30, 0, 0, amsterdam), time.Date(2026, 12, 1, 16, 0, 0, 0, amsterdam)},
		"alleen-begin@kaartenbak.example": {time.Date(2026, 7, 1, 19, 0, 0, 0, amsterdam), {}},
		"hele-dag@kaartenbak.example":     {time.Date(2027, 3, 28, 0, 0, 0, 0, time.UTC), time.Date(2027, 3, 29, 0, 0, 0, 0, time.UTC)},
		"afgelast@kaartenbak.example":     {time.Date(2026, 12, 2, 0, 0, 0, 0, time.UTC), time.Date(2026, 12, 3, 0, 0, 0, 0, time.UTC)},
		"was-gepland@kaartenbak.example":  {time.Date(2025, 1, 5, 0, 0, 0, 0, time.UTC), time.Date(2025, 1, 6, 0, 0, 0, 0, time.UTC)},
	}
	for _, e := range got.Events() {
		times, ok := want[e.Id()]
		if !ok {
			t.Errorf("%s is in the calendar", e.Id())
			continue
		}
		delete(want, e.Id())
		start, err := e.GetStartAt()
		if err != nil || !start.Equal(times[0]) {
			t.Errorf("%s starts at %s (%v), want %s", e.Id(), start, err, times[0])
		}
		end, err := e.GetEndAt()
		if times[1].IsZero() {
			if e.GetProperty(ics.ComponentPropertyDtEnd) != nil {
				t.Errorf("%s has an end", e.Id())
			}
		} else if err != nil || !end.Equal(times[1]) {
			t.Errorf("%s ends at %s (%v), want %s", e.Id(), end, err, times[1])
		}
	}
	for id := range want {
		t.Errorf("%s is not in the calendar", id)
	}
}

func TestCalendarStatus(t *testing.T) {
	for _, c := range []struct {
		status, date, want string
	}{
		{"gepland", "2026-11-22", "CONFIRMED"}, // today
		{"gepland", "2026-11-21", "TENTATIVE"},
		{"gehouden", "2026-11-21", "CONFIRMED"},
		{"geannuleerd", "2026-12-01", "CANCELLED"},
		{"vervallen", "2026-11-01", "CANCELLED"},
		{"", "2026-12-01", "TENTATIVE"},
	} {
		m := newMeeting("x")
		text := field.Text{Text: c.status, State: field.Known}
		if c.status == "" {
			text.State = field.Unknown
		}
		setText(m, catalogue.Status, text)
		date, err := field.ParseDate(c.date)
		if err != nil {
			t.Fatal(err)
		}
		setDate(m, date)
		if got := status(m, today.Add(9*time.Hour)); got != c.want {
			t.Errorf("%s on %s is %s, want %s", c.status, c.date, got, c.want)
		}
	}
}

func TestSitemap(t *testing.T) {
	one := Sitemap(base, []string{"/", "/zoeken/?a&b"})
	if len(one) != 1 || one[0].Name != "sitemap.xml" {
		t.Fatal(one)
	}
	if got := addresses(t, one[0], "urlset"); fmt.Sprint(got) != fmt.Sprint([]string{base + "/", base + "/zoeken/?a&b"}) {
		t.Error(got)
	}

	many := make([]string, 2*maxURLs+1)
	for i := range many {
		many[i] = fmt.Sprintf("/keuzehulpen/%d/", i)
	}
	files := Sitemap(base, many)
	if len(files) != 4 {
		t.Fatalf("%d files", len(files))
	}
	index := addresses(t, files[0], "sitemapindex")
	seen := 0
	for i, f := range files[1:] {
		if index[i] != base+"/"+f.Name {
			t.Errorf("the index has %s for %s", index[i], f.Name)
		}
		for _, a := range addresses(t, f, "urlset") {
			if a != base+many[seen] {
				t.Fatalf("%s: %s is not %s", f.Name, a, many[seen])
			}
			seen++
		}
	}
	if seen != len(many) {
		t.Errorf("%d of %d addresses", seen, len(many))
	}
}

// addresses reads the addresses out of a sitemap or an index.
func addresses(t *testing.T, f File, root string) []string {
	t.Helper()
	var got struct {
		XMLName xml.Name
		Items   []struct {
			Loc string `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 loc"`
		} `xml:",any"`
	}
	if err := xml.Unmarshal(f.Data, &got); err != nil {
		t.Fatalf("%s: %v", f.Name, err)
	}
	if got.XMLName.Local != root || len(got.Items) > maxURLs {
		t.Fatalf("%s is a %s with %d items", f.Name, got.XMLName.Local, len(got.Items))
	}
	var all []string
	for _, item := range got.Items {
		all = append(all, item.Loc)
	}
	return all
}

func TestRobotsWithoutBase(t *testing.T) {
	if got := string(Robots("")); got != "User-agent: *\nDisallow:\n" {
		t.Errorf("%q", got)
	}
}

func TestOpenSearchLimits(t *testing.T) {
	_, texts, _ := fixture.Read(t, archiveName)
	for _, text := range nasty {
		cat := newCatalogue(text)
		data := OpenSearch(cat.Site, base, texts)
		var got openSearch
		if err := xml.Unmarshal(data, &got); err != nil {
			t.Fatalf("%v\n%s", err, data)
		}
		if n := utf8.RuneCountInString(got.ShortName); n > maxShortName {
			t.Errorf("ShortName has %d characters", n)
		}
		if got.URLs[0].Template != base+"/zoeken/?q={searchTerms}" {
			t.Error(got.URLs[0].Template)
		}
	}
}

func FuzzCalendar(f *testing.F) {
	for _, text := range nasty {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		m := newMeeting(text)
		readBack(t, "fuzz", newCatalogue(text, m), m)
	})
}

func FuzzAtom(f *testing.F) {
	for _, text := range nasty {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		n := newNews(text, field.Date{Year: 2026, State: field.Known})
		cat := newCatalogue(text, n)
		data := Atom(cat.Site, base, cat.Entries, today)
		wellFormed(t, data)
		var got atomFeed
		if err := xml.Unmarshal(data, &got); err != nil {
			t.Fatal(err)
		}
		if len(got.Entries) != 1 || got.Entries[0].Title != oneLine(text) || got.Title != oneLine(text) {
			t.Errorf("%q became %+v", text, got.Entries)
		}
	})
}
