package markdown

import (
	"errors"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// maxOutput is the most HTML that a body may become, in bytes.
const maxOutput = 2 << 20

var errOutput = errors.New("markdown: too much output")

// composed gives HTML of which the texts are composed (NFC). The end of a tag is left
// out of it: > and a mark that strikes it through are one character, composed.
func composed(html string) string {
	if norm.NFC.IsNormalString(html) {
		return html
	}
	parts := strings.SplitAfter(html, ">")
	for i, part := range parts {
		parts[i] = norm.NFC.String(part)
	}
	return strings.Join(parts, "")
}

// An output gathers what goldmark writes, up to maxOutput. goldmark looks at
// the error of Flush only.
type output struct {
	bytes []byte
}

func (o *output) Write(p []byte) (int, error) {
	if len(o.bytes) > maxOutput {
		return 0, errOutput
	}
	o.bytes = append(o.bytes, p...)
	return len(p), nil
}

func (o *output) WriteString(s string) (int, error) {
	if len(o.bytes) > maxOutput {
		return 0, errOutput
	}
	o.bytes = append(o.bytes, s...)
	return len(s), nil
}

func (o *output) WriteByte(c byte) error {
	if len(o.bytes) > maxOutput {
		return errOutput
	}
	o.bytes = append(o.bytes, c)
	return nil
}

func (o *output) WriteRune(r rune) (int, error) {
	o.bytes = utf8.AppendRune(o.bytes, r)
	return utf8.RuneLen(r), nil
}

func (o *output) Flush() error {
	if len(o.bytes) > maxOutput {
		return errOutput
	}
	return nil
}

func (o *output) Available() int { return max(0, maxOutput-len(o.bytes)) }
func (o *output) Buffered() int  { return len(o.bytes) }
