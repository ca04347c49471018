package markdown

import (
	"cmp"
	"slices"

	"kaartenbak/generator/personal"
	"kaartenbak/generator/problem"
)

// A doubt is a place in the source that may be about one person.
type doubt struct {
	offset        int
	message, hint string
}

// doubtAddress keeps the address of a link that may be of one person.
func (b *body) doubtAddress(dest string, offset int) {
	if message, hint := personal.CheckAddress(dest); message != "" {
		b.doubts = append(b.doubts, doubt{offset, message, hint})
	}
}

// personalData reports what may be about one person, in links and in words. The same
// is told once on a line: an e-mail address is often both a link and its text.
func (b *body) personalData() {
	personal.Scan(b.plain, b.inLink, func(at int, message, hint string) {
		b.doubts = append(b.doubts, doubt{b.origin(at), message, hint})
	})
	slices.SortStableFunc(b.doubts, func(x, y doubt) int { return cmp.Compare(x.offset, y.offset) })
	for _, d := range b.doubts {
		if b.problems.Full(personal.Rule, b.file) {
			return
		}
		pos := b.at(d.offset)
		told := func(p problem.Problem) bool {
			return p.Rule == personal.Rule.Name && p.Line == pos.Line && p.Message == d.message
		}
		if !b.problems.Has(told) {
			b.problems.Report(personal.Rule, pos, d.hint, "%s", d.message)
		}
	}
}
