package frontmatter

import (
	"slices"
	"unicode/utf8"

	"kaartenbak/generator/problem"
)

// maxPerRule is how many problems of one rule are told of one file. Who has
// mended twenty knows how to look for the rest.
const maxPerRule = 20

// A reader gathers what is wrong with one file.
type reader struct {
	file     string
	problems problem.List
	count    map[*problem.Rule]int
	seen     map[ruleLine]bool
	unfit    bool // the text holds characters that yaml.v3 stumbles over
}

type ruleLine struct {
	rule *problem.Rule
	line int
}

// add tells of a problem; col counts characters from 1.
func (r *reader) add(rule *problem.Rule, line, col int, hint, format string, args ...any) {
	if r.count == nil {
		r.count = map[*problem.Rule]int{}
	}
	if r.count[rule]++; r.count[rule] > maxPerRule {
		return
	}
	pos := problem.Pos{File: r.file, Line: line, Col: col}
	r.problems = append(r.problems, rule.At(pos, hint, format, args...))
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

// found gives the problems in the order of the file. After a fault has been
// mended, the next reading may run into the same one.
func (r *reader) found() problem.List {
	r.problems.Sort()
	return slices.Compact(r.problems)
}

// column gives the column of the byte at offset of a line.
func column(line []byte, offset int) int {
	return utf8.RuneCount(line[:offset]) + 1
}

// kilobytes rounds up, so that what is over a limit also reads as over it.
func kilobytes(bytes int64) int64 {
	return (bytes + 1<<10 - 1) >> 10
}
