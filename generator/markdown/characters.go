package markdown

import (
	"kaartenbak/generator/characters"
	"kaartenbak/generator/problem"
)

// sourceCharacters looks at every character of the source. What is forbidden in
// the text is forbidden in code and in addresses too.
func (b *body) sourceCharacters() {
	b.lookalikes = characters.Scan(b.src, func(f characters.Find) { b.character(f, f.At) })
}

// wordCharacters looks at the words as readers see them: at what entities stand
// for, and at words of which a part is bold or a link.
func (b *body) wordCharacters() {
	found := func(f characters.Find) { b.character(f, b.origin(f.At)) }
	if b.decoded {
		b.lookalikes = characters.Scan(b.plain, found) || b.lookalikes
	}
	if b.lookalikes {
		characters.Mixed(b.plain, found)
	}
}

// character reports what is found at an offset in the source, once.
func (b *body) character(f characters.Find, offset int) {
	if b.problems.Full(f.Rule, b.file) {
		return
	}
	pos := b.at(offset)
	if b.problems.Has(func(p problem.Problem) bool { return p.Rule == f.Rule.Name && p.Pos == pos }) {
		return
	}
	message, hint := f.Text()
	b.report(f.Rule, offset, hint, "%s", message)
}
