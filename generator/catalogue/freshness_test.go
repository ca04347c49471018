package catalogue

import (
	"testing"
	"time"

	"kaartenbak/generator/field"
)

func TestFreshness(t *testing.T) {
	today := time.Date(2026, 11, 22, 0, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		name                       string
		checked, released, revised string
		want                       Freshness
	}{
		{"no date at all", "", "", "", Undated},
		{"checked this year", "2026-03-01", "", "", Fresh},
		{"checked a year ago to the day", "2025-11-22", "", "", Due},
		{"checked a year ago tomorrow", "2025-11-23", "", "", Fresh},
		{"a month counts to its end", "2025-11", "", "", Fresh},
		{"released five years ago", "2026-03-01", "2021-11-22", "", Stale},
		{"released not yet five years ago", "", "2021-12", "", Fresh},
		{"revised since", "", "2010", "2024", Fresh},
		{"revised long ago", "2026-01-01", "2010", "2019", Stale},
	} {
		date := func(s string) field.Date {
			if s == "" {
				return field.Date{}
			}
			d, err := field.ParseDate(s)
			if err != nil {
				t.Fatal(err)
			}
			return d
		}
		if got := freshness(today, date(c.checked), date(c.released), date(c.revised)); got != c.want {
			t.Errorf("%s: %d, want %d", c.name, got, c.want)
		}
	}
}

// TestFieldsAreDeclaredOnce looks for what a slip in a Fields method would do.
func TestFieldsAreDeclaredOnce(t *testing.T) {
	var look func(path string, fields []field.Field)
	look = func(path string, fields []field.Field) {
		seen := map[string]bool{}
		for i := range fields {
			f := &fields[i]
			if seen[f.Key] {
				t.Errorf("%s.%s is declared twice", path, f.Key)
			}
			seen[f.Key] = true
			if f.State() != field.Absent {
				t.Errorf("%s.%s has a value in an empty entry", path, f.Key)
			}
			if f.NoteOf != "" && field.Find(fields, f.NoteOf) == nil {
				t.Errorf("%s.%s explains %s, which is not there", path, f.Key, f.NoteOf)
			}
			look(path+"."+f.Key, f.Inner())
		}
	}
	for _, c := range Collections {
		look(c.Name, field.Of(c.New()))
	}
}
