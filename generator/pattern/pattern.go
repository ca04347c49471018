// Package pattern has regular expressions that are compiled when they are first used.
// That takes longer than reading an entry, and most of them are for what few texts
// have.
package pattern

import (
	"regexp"
	"sync"
)

// A Pattern is a regular expression. It is safe for use by several goroutines.
type Pattern struct {
	source   string
	compiled func() *regexp.Regexp
}

// New makes a pattern. An expression that cannot be compiled panics at its first use.
func New(source string) *Pattern {
	return &Pattern{source, sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(source) })}
}

// Regexp is the compiled expression.
func (p *Pattern) Regexp() *regexp.Regexp { return p.compiled() }

// String is the expression as it was written.
func (p *Pattern) String() string { return p.source }
