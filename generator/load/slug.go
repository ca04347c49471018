package load

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Slug makes the name of a file out of a title: Keuzehulp patiënt! becomes
// keuzehulp-patient. It is empty when no letter or digit is left.
func Slug(title string) string {
	var b strings.Builder
	for _, c := range norm.NFKD.String(strings.ToLower(title)) {
		switch {
		case c >= 'a' && c <= 'z', c >= '0' && c <= '9':
			b.WriteRune(c)
		case unicode.Is(unicode.Mn, c), c == '\'', c == '’':
		default:
			if b.Len() > 0 && !strings.HasSuffix(b.String(), "-") {
				b.WriteByte('-')
			}
		}
		if b.Len() >= maxSlug-20 && strings.HasSuffix(b.String(), "-") {
			break
		}
	}
	slug := strings.Trim(b.String(), "-")
	return strings.Trim(slug[:min(len(slug), maxSlug)], "-")
}
