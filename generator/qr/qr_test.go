package qr

import (
	"strings"
	"testing"
)

// The corners of version 1 are fixed by the standard: a finder pattern of seven
// modules in three of them, inside four empty ones. That a reader finds the text
// again is tested in tests/handover.test.mjs.
func TestACodeHasItsFinderPatternsAndItsQuietZone(t *testing.T) {
	code, err := Draw("kaart")
	if err != nil {
		t.Fatal(err)
	}
	if code.Box != "0 0 29 29" {
		t.Errorf("the box of a version 1 code is %s, want 21 modules and 4 on each side", code.Box)
	}
	if !strings.HasPrefix(code.Path, "M4 4.5h7") {
		t.Errorf("the first row starts with %.20s", code.Path)
	}
	if rows := strings.Count(code.Path, "M"); rows != 21 {
		t.Errorf("%d rows, want 21", rows)
	}
}

func TestATextThatIsTooLongIsSaid(t *testing.T) {
	if _, err := Draw(strings.Repeat("x", 2331)); err != nil {
		t.Error(err)
	}
	if _, err := Draw(strings.Repeat("x", 2332)); err == nil {
		t.Error("2332 bytes were drawn")
	}
}

func BenchmarkDraw(b *testing.B) {
	for b.Loop() {
		if _, err := Draw("https://kaartenbak.example/keuzehulpen/keuzehulp-nacontrole-na-borstkanker/"); err != nil {
			b.Fatal(err)
		}
	}
}
