package problem

import "testing"

// Names of files and words of authors stand in problems.
func TestWhatIsHiddenIsShown(t *testing.T) {
	rule := &Rule{Name: "regel"}
	got := rule.At(Pos{File: "exe\u202egpj.md"}, "schrijf x\x1b[2J", "het veld %s", "x\n::error::nep\xff")
	want := Problem{Pos: Pos{File: "exe<U+202E>gpj.md"}, Rule: "regel", Message: "het veld x<U+000A>::error::nep\ufffd", Hint: "schrijf x<U+001B>[2J"}
	if got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
