package frontmatter

import (
	"unicode/utf8"

	"kaartenbak/generator/problem"
)

// A reader gathers what is wrong with one file.
type reader struct {
	file     string
	problems problem.Collector
	seen     map[ruleLine]bool
	unfit    bool // the text holds characters that yaml.v3 stumbles over
}

type ruleLine struct {
	rule *problem.Rule
	line int
}

// add tells of a problem, once: after a fault has been mended, the next reading may
// run into the same one. col counts characters from 1.
func (r *reader) add(rule *problem.Rule, line, col int, hint, format string, args ...any) {
	if r.problems.Full(rule, r.file) {
		return
	}
	p := rule.At(problem.Pos{File: r.file, Line: line, Col: col}, hint, format, args...)
	if !r.problems.Has(func(told problem.Problem) bool { return told == p }) {
		r.problems.Add(p)
	}
}

// first says whether this is the first time that rule is broken on line.
func (r *reader) first(rule *problem.Rule, line int) bool {
	key := ruleLine{rule, line}
	if r.seen[key] {
		return false
	}
	if r.seen == nil {
		r.seen = map[ruleLine]bool{}
	}
	r.seen[key] = true
	return true
}

// column gives the column of the byte at offset of a line.
func column(line []byte, offset int) int {
	return utf8.RuneCount(line[:offset]) + 1
}

// kilobytes rounds up, so that what is over a limit also reads as over it.
func kilobytes(bytes int64) int64 {
	return (bytes + 1<<10 - 1) >> 10
}
