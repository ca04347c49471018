package feed

import (
	"bytes"
	"kaartenbak/generator/catalogue"
	"testing"

	ics "github.com/arran4/golang-ical"

	"kaartenbak/generator/fixture"
	"kaartenbak/generator/load"
	"kaartenbak/generator/ui"
	"kaartenbak/templates"
)

func TestReviewsAreOnTheDayThatAYearIsOver(t *testing.T) {
	texts, err := ui.Load(templates.FS)
	if err != nil {
		t.Fatal(err)
	}
	cat, problems := load.Catalogue(fixture.Folder(t, "../../tests/fixture/content"), "content")
	if problems.Errors() > 0 {
		t.Fatal(problems)
	}
	calendar, err := ics.ParseCalendar(bytes.NewReader(Reviews(cat, base, texts, today)))
	if err != nil {
		t.Fatal(err)
	}
	days := map[string]string{}
	for _, event := range calendar.Events() {
		day, err := event.GetAllDayStartAt()
		if err != nil {
			t.Fatal(err)
		}
		days[event.GetProperty(ics.ComponentPropertyUrl).Value] = day.Format("2006-01-02")
	}
	want := 0
	for _, e := range cat.Entries {
		checked := catalogue.Checked.Of(e)
		url := base + e.URL()
		switch day, asked := days[url], checked.Known() && !e.IsAside(); {
		case asked && day != checked.End().AddDate(1, 0, 0).Format("2006-01-02"):
			t.Errorf("%s was checked on %s and is due on %q", url, checked, day)
		case !asked && day != "":
			t.Errorf("%s is due on %s, though it was never checked or is put aside", url, day)
		case asked:
			want++
		}
	}
	if want < 2 || len(days) != want {
		t.Errorf("%d days, want %d, of two entries at least", len(days), want)
	}
}
