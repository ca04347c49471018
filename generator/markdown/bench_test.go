package markdown

import (
	"os"
	"testing"
)

// BenchmarkParse reads an entry of ordinary size: 430 words with headings, a
// list, a table, links and a footnote.
func BenchmarkParse(b *testing.B) {
	src, err := os.ReadFile("testdata/kaart.md")
	if err != nil {
		b.Fatal(err)
	}
	if _, problems := Parse("kaart.md", 1, src); len(problems) > 0 {
		b.Fatal(problems)
	}
	b.SetBytes(int64(len(src)))
	b.ReportAllocs()
	for b.Loop() {
		Parse("kaart.md", 1, src)
	}
}

// BenchmarkGoldmark is what the parser and the renderer cost without the checks.
func BenchmarkGoldmark(b *testing.B) {
	src, err := os.ReadFile("testdata/kaart.md")
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(src)))
	b.ReportAllocs()
	var out output
	for b.Loop() {
		out.bytes = out.bytes[:0]
		if err := gold.Convert(src, &out, new(notes).observe()...); err != nil {
			b.Fatal(err)
		}
	}
}
