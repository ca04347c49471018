package problem

import (
	"fmt"
	"slices"
	"testing"
)

// Of each rule in each file some are told, then that there are more; also when the
// problems come in from collectors of parts of the file.
func TestCollectorTellsSoMany(t *testing.T) {
	rule, other := &Rule{Name: "regel"}, &Rule{Name: "andere", Warning: true}
	phrase := &Phrase{Rule: rule, Message: "dit is %s", Hint: "maak het %s"}
	lines := func(c *Collector, first, last int) {
		for line := first; line <= last; line++ {
			c.Say(phrase, Pos{File: "a.md", Line: line, Col: 1}, "fout", "goed")
		}
	}
	var want []string
	for line := range MaxPerRule {
		want = append(want, fmt.Sprintf("a.md:%d:1: dit is fout [regel] maak het goed", line+1))
	}
	want = append(want,
		fmt.Sprintf("a.md:%d:1: en zo staat het er nog vaker [regel] ", MaxPerRule+1),
		"a.md:99:1: een andere regel [andere] ",
		"b.md:1:1: een ander bestand [regel] ")

	for name, ends := range map[string][]int{"in one": {3 * MaxPerRule}, "in parts": {7, 2*MaxPerRule + 7, 3 * MaxPerRule}, "at the limit": {MaxPerRule, MaxPerRule + 1, 3 * MaxPerRule}} {
		var all Collector
		all.Report(rule, Pos{File: "b.md", Line: 1, Col: 1}, "", "een ander bestand")
		all.Report(other, Pos{File: "a.md", Line: 99, Col: 1}, "", "een andere regel")
		first := 1
		for _, last := range ends {
			var part Collector
			lines(&part, first, last)
			all.Add(part.List()...)
			first = last + 1
		}
		var got []string
		for _, p := range all.List() {
			got = append(got, fmt.Sprintf("%s %s", p, p.Hint))
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
		if !all.Full(rule, "a.md") || all.Full(other, "a.md") || all.Full(rule, "b.md") {
			t.Errorf("%s: a rule is full that is not, or the other way round", name)
		}
	}
	var exact Collector
	if lines(&exact, 1, MaxPerRule); exact.Full(rule, "a.md") || len(exact.List()) != MaxPerRule {
		t.Errorf("%d problems become %d", MaxPerRule, len(exact.List()))
	}
}
