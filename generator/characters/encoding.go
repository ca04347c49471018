package characters

import (
	"fmt"
	"unicode/utf8"
)

// SaveAsUTF8 is the way out for a file in another encoding.
const SaveAsUTF8 = `kies in uw programma "Opslaan als" met de codering "UTF-8"`

// likely names the letter that a byte is in Windows-1252, from which files in
// another encoding nearly always come.
func likely(b rune) string {
	if b < 0xc0 {
		return ""
	}
	return fmt.Sprintf(" (waarschijnlijk %c)", b)
}

// startsMisread is true for the first character of what [misread] knows.
func startsMisread(c rune) bool { return c == 'Ã' || c == 'Â' || c == 'â' }

// misread gives the character that was meant when UTF-8 has been read as
// Windows-1252 and saved again, as in "patiÃ«nt", and the length of what stands
// there instead; 0 when that is not so.
func misread(text []byte) (meant string, length int) {
	first, size := utf8.DecodeRune(text)
	second, more := utf8.DecodeRune(text[size:])
	length = size + more
	switch {
	case first == 'Ã' && 0xa0 <= second && second <= 0xbf:
		return string([]byte{0xc3, byte(second)}), length
	case first == 'Â' && (second == 0xa0 || second == '°' || second == '²' || second == '³' || second == '·' || second == '«' || second == '»'):
		return string(second), length
	case first == 'â' && second == '€':
		return sayQuote.Message, length
	}
	return "", 0
}
