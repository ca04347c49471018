package catalogue

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"gopkg.in/yaml.v3"

	"kaartenbak/generator/field"
)

// read gives an entry with this front matter, whatever else it should have.
func read(t *testing.T, c *Collection, front string) *Entry {
	t.Helper()
	var document yaml.Node
	if err := yaml.Unmarshal([]byte("titel: Proef\n"+front), &document); err != nil {
		t.Fatal(err)
	}
	e := c.New("proef", "proef.md")
	r := &field.Reader{Example: func(string) string { return "" }}
	r.Read(document.Content[0], e)
	return e
}

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
		var front strings.Builder
		for key, date := range map[string]string{"nagekeken": c.checked, "uitgebracht": c.released, "herzien": c.revised} {
			if date != "" {
				fmt.Fprintf(&front, "%s: %s\n", key, date)
			}
		}
		if got := read(t, DecisionAids, front.String()).Freshness(today); got != c.want {
			t.Errorf("%s: %d, want %d", c.name, got, c.want)
		}
	}
}
