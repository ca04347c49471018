package sheet

import (
	"io"
	"testing"

	"kaartenbak/generator/catalogue"
)

// What the sheets to fill in cost a build, all of them.
func BenchmarkToFill(b *testing.B) {
	cat, texts := shipped(b)
	for b.Loop() {
		terms := TermsOf(cat, texts)
		for _, c := range catalogue.Collections {
			if err := ToFill(io.Discard, c, terms, texts); err != nil {
				b.Fatal(err)
			}
		}
	}
}
