package catalogue

import (
	"bytes"
	"sync"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
)

// Collator compares as a Dutch dictionary does, and numbers by their value. It is
// for one goroutine.
func Collator() *collate.Collator {
	return collate.New(language.Dutch, collate.Numeric, collate.IgnoreCase)
}

type keyMaker struct {
	collator *collate.Collator
	buffer   collate.Buffer
}

var keyMakers = sync.Pool{New: func() any { return &keyMaker{collator: Collator()} }}

// SortKey gives bytes that compare as [Collator] compares texts.
func SortKey(text string) []byte {
	m := keyMakers.Get().(*keyMaker)
	defer keyMakers.Put(m)
	defer m.buffer.Reset()
	return bytes.Clone(m.collator.KeyFromString(&m.buffer, text))
}
