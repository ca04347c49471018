package ledger

import (
	"reflect"
	"strings"
	"testing"
)

// lines are good ones, as they are written.
var lines = []string{
	`2026-11-30 keuzehulpen/knie stond-er-al titel=~0c1d2e3f aandoeningen=artrose-heup,artrose-knie uitgebracht="medio 2021-10" toegang=onbekend`,
	`2026-11-30 keuzehulpen/leeg stond-er-al`,
	`2026-12-03 keuzehulpen/heup kwam-erbij titel=~9a8b7c6d toegang=? link=https://keuze.example/a?b=c#->`,
	`2026-12-03 keuzehulpen/knie toegang onbekend -> open`,
	`2026-12-03 bijeenkomsten/dag begin - -> 19.00`,
	`2026-12-03 bijeenkomsten/dag plaats "Zaal \"Oost\" -> boven" -> Caf` + "é",
	`2026-12-03 keuzehulpen/knie link ? -> -`,
	`2026-12-07 keuzehulpen/knie heet-nu keuzehulpen/artrose-knie`,
	`2026-12-09 keuzehulpen/heup is-weg`,
}

func TestLinesAreReadBack(t *testing.T) {
	for _, line := range lines {
		e, err := Parse(line)
		if err != nil {
			t.Errorf("%s: %v", line, err)
		} else if got := string(Append(nil, e)); got != line+"\n" {
			t.Errorf("%s\nis written as\n%s", line, got)
		}
	}
}

func TestLinesThatAreNone(t *testing.T) {
	for want, lines := range map[error][]string{
		errDay:   {"", "30-11-2026 keuzehulpen/knie is-weg", "2026-02-30 keuzehulpen/knie is-weg", "keuzehulpen/knie is-weg"},
		errEntry: {"2026-11-30", "2026-11-30 knie is-weg", "2026-11-30 ../knie is-weg", "2026-11-30 keuzehulpen/knie/x is-weg", "2026-11-30  keuzehulpen/knie is-weg", "2026-11-30 keuzehulpen/" + strings.Repeat("x", 200) + " is-weg", "2026-11-30 keuzehulpen/knie heet-nu knie", "2026-11-30 keuzehulpen/knie heet-nu keuzehulpen/knie"},
		errEvent: {"2026-11-30 keuzehulpen/knie", "2026-11-30 keuzehulpen/knie is-weg nu", "2026-11-30 keuzehulpen/knie werd-beter", "2026-11-30 keuzehulpen/knie toegang open", "2026-11-30 keuzehulpen/knie toegang open -> dicht of zo", "2026-11-30 keuzehulpen/knie toegang open dicht", "2026-11-30 keuzehulpen/knie stond-er-al open", "2026-11-30 keuzehulpen/knie stond-er-al =open", "2026-11-30 keuzehulpen/knie stond-er-al Toegang=open", `2026-11-30 keuzehulpen/knie stond-er-al toegang="open"titel=x`},
		errValue: {"2026-11-30 keuzehulpen/knie toegang", "2026-11-30 keuzehulpen/knie toegang  -> open", `2026-11-30 keuzehulpen/knie toegang "open -> dicht`, `2026-11-30 keuzehulpen/knie toegang "" -> dicht`, `2026-11-30 keuzehulpen/knie toegang open -> "a\nb"`, "2026-11-30 keuzehulpen/knie toegang open -> a\x1b[2J", "2026-11-30 keuzehulpen/knie toegang open -> \xff", "2026-11-30 keuzehulpen/knie stond-er-al toegang=", "2026-11-30 keuzehulpen/knie stond-er-al toegang=open titel="},
	} {
		for _, line := range lines {
			if e, err := Parse(line); err != want {
				t.Errorf("%q: %v, want %v (%v)", line, err, want, e)
			}
		}
	}
}

// FuzzParse checks that every line is refused, or is an event whose own line gives
// the same event.
func FuzzParse(f *testing.F) {
	for _, line := range lines {
		f.Add(line)
	}
	f.Add(`2026-11-30 keuzehulpen/knie stond-er-al toegang="o\u0070en" titel="?" link="-"`)
	f.Fuzz(func(t *testing.T, line string) {
		e, err := Parse(line)
		if err != nil {
			return
		}
		written := string(Append(nil, e))
		if strings.Count(written, "\n") != 1 {
			t.Fatalf("%q is written as %q", line, written)
		}
		again, err := Parse(strings.TrimSuffix(written, "\n"))
		if err != nil || !reflect.DeepEqual(e, again) {
			t.Errorf("%q is %v; written as %q it is %v (%v)", line, e, written, again, err)
		}
	})
}
