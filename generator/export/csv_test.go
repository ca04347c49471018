package export

import (
	"encoding/csv"
	"io"
	"slices"
	"strings"
	"testing"
	"unicode"

	"kaartenbak/generator/catalogue"
	"kaartenbak/generator/workbook"
)

// plainBody stands for the text of an entry as it was written.
func plainBody(e *catalogue.Entry) (string, error) { return bodyText(e), nil }

func TestCSVIsSafe(t *testing.T) {
	for _, text := range nasty {
		safeCSV(t, newAid(text))
	}
}

// safeCSV writes an entry as CSV, reads it back, and looks for what a
// spreadsheet might make of it.
func safeCSV(t testing.TB, d *catalogue.Entry) {
	t.Helper()
	c := d.Collection
	data := written(t, func(w io.Writer) error { return CSV(w, c, []*catalogue.Entry{d, d}, base, plainBody) })
	text, ok := strings.CutPrefix(string(data), "\uFEFF")
	if !ok {
		t.Fatal("no byte order mark")
	}
	lines := strings.Split(text, "\r\n")
	if len(lines) != 4 || lines[3] != "" {
		t.Errorf("%d lines for a header and two entries", len(lines)-1)
	}
	for _, line := range lines {
		if strings.ContainsFunc(line, unicode.IsControl) {
			t.Errorf("control character in %.200q", line)
		}
	}
	// Somebody who opens the file in Dutch gets semicolons for separators.
	for _, separator := range []rune{',', ';'} {
		r := csv.NewReader(strings.NewReader(text))
		r.Comma, r.LazyQuotes, r.FieldsPerRecord = separator, separator == ';', -1
		rows, err := r.ReadAll()
		if err != nil {
			t.Fatalf("%c: %v", separator, err)
		}
		for _, row := range rows {
			for _, got := range row {
				start := got
				if separator == ';' {
					start = strings.TrimLeft(got, ` "`)
				}
				if strings.IndexAny(start, "=+-@＝＋－＠") == 0 {
					t.Errorf("%c: a cell may be a formula: %.200q", separator, got)
				}
				if n := len([]rune(got)); n > workbook.MaxCell && separator == ',' {
					t.Errorf("a cell of %d characters", n)
				}
			}
		}
		if separator == ',' {
			if len(rows) != 3 || len(rows[0]) != len(rows[1]) || !slices.Equal(rows[1], rows[2]) {
				t.Errorf("rows of %d, %d, ... cells", len(rows[0]), len(rows[1]))
			}
			if rows[0][0] != collectionKey || rows[0][len(rows[0])-1] != bodyKey || rows[1][0] != c.Name || rows[1][1] != "kaart" {
				t.Errorf("header %q, row %q", rows[0], rows[1])
			}
		}
	}
}

func TestCell(t *testing.T) {
	for text, want := range map[string]string{
		"=1+1":             "'=1+1",
		"\t-1":             "'-1",
		"a = b - c; d":     "a = b - c; d",
		"a; =b":            "a; '=b",
		`a;"=b"`:           `a;"'=b"`,
		"een\n\ntwee":      "een¶¶twee",
		"Verpleging@thuis": "Verpleging@thuis",
	} {
		if got := cell(text); got != want {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
	}
}

func FuzzCSV(f *testing.F) {
	for _, text := range nasty {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) < 2_000 {
			safeCSV(t, newAid(text))
		}
	})
}
