package field

import "testing"

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

func TestNearest(t *testing.T) {
	keys := []string{"titel", "samenvatting", "aandoeningen", "beslissing", "id", "naam"}
	for word, want := range map[string]string{
		"samenvating": "samenvatting", "Titel": "titel", "tietl": "titel", "aandoening": "aandoeningen", "beslising": "beslissing",
		"zomaar": "", "x": "", "samen": "samenvatting", "nama": "naam",
	} {
		if got := Nearest(word, keys); got != want {
			t.Errorf("%s: %q, want %q", word, got, want)
		}
	}
}
