package field

import (
	"slices"
	"testing"

	"gopkg.in/yaml.v3"
)

func TestParseDate(t *testing.T) {
	for _, c := range []struct{ in, start, end string }{
		{"2021", "2021-01-01", "2021-12-31"},
		{"2024-02", "2024-02-01", "2024-02-29"},
		{"2024-02-29", "2024-02-29", "2024-02-29"},
		{"medio 2021-10", "2021-10-01", "2021-10-31"},
		{"begin 2022", "2022-01-01", "2022-12-31"},
	} {
		d, err := ParseDate(c.in)
		if err != nil {
			t.Errorf("%s: %v", c.in, err)
			continue
		}
		if start, end := d.Start().Format("2006-01-02"), d.End().Format("2006-01-02"); start != c.start || end != c.end {
			t.Errorf("%s runs from %s to %s, want %s to %s", c.in, start, end, c.start, c.end)
		}
		if d.String() != c.in {
			t.Errorf("%s is written as %s", c.in, d)
		}
	}
	for _, in := range []string{"", "2021-13", "2021-02-30", "21", "2021-1-1", "1-1-2021", "0021", "2500", "soms 2021", "2021-10-05T10:00"} {
		if d, err := ParseDate(in); err == nil {
			t.Errorf("%q is read as %s", in, d)
		}
	}
}

// However an author writes paragraphs, they stay paragraphs.
func TestParagraphsInEveryStyle(t *testing.T) {
	for name, source := range map[string]string{
		"literal":       "v: |\n  een\n  regel\n\n  twee\n",
		"folded":        "v: >-\n  een\n  regel\n\n  twee\n",
		"plain":         "v: een\n  regel\n\n  twee\n",
		"double quoted": "v: \"een\n  regel\n\n  twee\"\n",
		"escaped":       `v: "een regel\n\ntwee"`,
		"single quoted": "v: 'een\n  regel\n\n\n  twee'\n",
	} {
		var n yaml.Node
		if err := yaml.Unmarshal([]byte(source), &n); err != nil {
			t.Fatal(err)
		}
		prose := NewSchema(func(s *Schema) { s.Prose("v") }).Fields[0]
		r := &Reader{}
		text, ok := r.scalar(prose, n.Content[0].Content[1])
		if got := (Text{Text: text, State: Known}).Paragraphs(); !ok || !slices.Equal(got, []string{"een regel", "twee"}) {
			t.Errorf("%s: %q", name, got)
		}
	}
}
