// Package qr draws a text as a QR code (ISO/IEC 18004), as a path for SVG. The
// code itself comes from rsc.io/qr.
package qr

import (
	"fmt"
	"strconv"
	"sync"

	"rsc.io/qr/coding"
)

// A Code is a drawn text: horizontal strokes one unit wide.
type Code struct {
	Path string // the d of an SVG path, to be stroked
	Box  string // the viewBox, with the quiet zone that readers need
}

// quiet is the empty edge around a code, in modules (section 6.3.8).
const quiet = 4

// level is how much of the code may be lost: about 15 %, enough for a folded or
// badly printed card.
const level = coding.M

// plans are the fixed patterns of each size, which cost more than the text.
var plans [coding.MaxVersion + 1]struct {
	once sync.Once
	plan *coding.Plan
	err  error
}

// Draw gives the code of a text, in the smallest size that holds it. Only a text
// of more than 2331 bytes has none.
func Draw(text string) (*Code, error) {
	data := coding.String(text)
	version := coding.Version(coding.MinVersion)
	for data.Bits(version) > version.DataBytes(level)*8 {
		if version++; version > coding.MaxVersion {
			return nil, fmt.Errorf("drawing a QR code: %d bytes is too long", len(text))
		}
	}
	p := &plans[version]
	p.once.Do(func() { p.plan, p.err = coding.NewPlan(version, level, 0) })
	if p.err != nil {
		return nil, fmt.Errorf("drawing a QR code: %w", p.err)
	}
	code, err := p.plan.Encode(data)
	if err != nil {
		return nil, fmt.Errorf("drawing a QR code: %w", err)
	}
	side := strconv.Itoa(code.Size + 2*quiet)
	return &Code{Path: path(code), Box: "0 0 " + side + " " + side}, nil
}

// path strokes each run of dark modules in its row.
func path(code *coding.Code) string {
	b := make([]byte, 0, 10*code.Size*code.Size/4)
	for y := range code.Size {
		end := 0 // of the run before this one
		for x := 0; x < code.Size; x++ {
			if !code.Black(x, y) {
				continue
			}
			start := x
			for x < code.Size && code.Black(x, y) {
				x++
			}
			if end == 0 {
				b = append(b, 'M')
				b = strconv.AppendInt(b, int64(start+quiet), 10)
				b = append(b, ' ')
				b = strconv.AppendInt(b, int64(y+quiet), 10)
				b = append(b, ".5"...)
			} else {
				b = append(b, 'm')
				b = strconv.AppendInt(b, int64(start-end), 10)
				b = append(b, " 0"...)
			}
			b = append(b, 'h')
			b = strconv.AppendInt(b, int64(x-start), 10)
			end = x
		}
	}
	return string(b)
}
