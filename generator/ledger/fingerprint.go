package ledger

import (
	"crypto/sha256"
	"encoding/hex"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// fingerprintSize is how many bytes of the sum a fingerprint has. That a change of
// words goes unseen has a chance of one in four thousand million.
const fingerprintSize = 4

// appendFingerprint adds the sign of words and their fingerprint.
func appendFingerprint(b, words []byte) []byte {
	sum := sha256.Sum256(words)
	return hex.AppendEncode(append(b, wordsSign), sum[:fingerprintSize])
}

// appendWords adds the words of a text: in small letters, with a space after each.
// White space and punctuation are no words, and nor are places where a word may be
// broken. The signs of mathematics and money are: < 5 is not > 5.
func appendWords(b []byte, text string) []byte {
	if !norm.NFC.IsNormalString(text) {
		text = norm.NFC.String(text)
	}
	inWord := false
	end := func() {
		if inWord {
			b, inWord = append(b, ' '), false
		}
	}
	for i := 0; i < len(text); {
		c := rune(text[i])
		size := 1
		if c >= utf8.RuneSelf {
			c, size = utf8.DecodeRuneInString(text[i:])
		}
		i += size
		switch {
		case 'a' <= c && c <= 'z', '0' <= c && c <= '9':
			b, inWord = append(b, byte(c)), true
		case 'A' <= c && c <= 'Z':
			b, inWord = append(b, byte(c)+'a'-'A'), true
		case c == ' ' || c == '.' || c == ',' || c == '\n':
			end()
		case unicode.IsLetter(c) || unicode.IsNumber(c) || unicode.IsMark(c):
			b, inWord = utf8.AppendRune(b, unicode.ToLower(c)), true
		case unicode.In(c, unicode.Sm, unicode.Sc):
			end()
			b = append(utf8.AppendRune(b, c), ' ')
		case unicode.Is(unicode.Cf, c): // soft hyphen and others that are not seen
		default:
			end()
		}
	}
	end()
	return b
}
