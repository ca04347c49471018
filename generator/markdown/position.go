package markdown

import (
	"bytes"
	"sort"
	"unicode/utf8"

	"kaartenbak/generator/problem"
)

// A place knows where in the file each byte of the body stands.
type place struct {
	file   string
	line   int // of the file, on which src starts
	src    []byte
	starts []int // offsets at which lines start; made when first asked for
}

// at gives the place in the file of an offset in the source.
func (p *place) at(offset int) problem.Pos {
	if len(p.starts) == 0 {
		p.starts = append(p.starts, 0)
		for i, c := range p.src {
			if c == '\n' && i+1 < len(p.src) {
				p.starts = append(p.starts, i+1)
			}
		}
	}
	offset = max(0, min(offset, len(p.src)))
	n := sort.SearchInts(p.starts, offset+1) - 1
	start := p.starts[n]
	before := bytes.TrimRight(p.src[start:offset], "\n")
	return problem.Pos{File: p.file, Line: p.line + n, Col: utf8.RuneCount(before) + 1}
}
