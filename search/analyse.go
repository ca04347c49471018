package search

import (
	"strings"
	"unicode/utf8"

	unicodetokens "github.com/blevesearch/bleve/v2/analysis/tokenizer/unicode"
	"golang.org/x/text/unicode/norm"
)

// A token is one word of a text, folded to the letters that the index knows.
type token struct {
	word string
	// caps says that the text has the word in capitals only ("ALS").
	caps bool
	// hyphen says that a hyphen, and nothing else, stands between the word
	// before and this one.
	hyphen bool
}

// letterFolds are the letters and signs that Unicode does not decompose, as a
// Dutch reader would type them. The apostrophes become one.
var letterFolds = map[rune]string{
	'ß': "ss", 'æ': "ae", 'Æ': "AE", 'œ': "oe", 'Œ': "OE", 'ø': "o", 'Ø': "O",
	'ł': "l", 'Ł': "L", 'đ': "d", 'Đ': "D", 'ð': "d", 'Ð': "D", 'þ': "th", 'Þ': "TH", 'ı': "i",
	'α': "alfa", 'β': "beta", 'γ': "gamma", 'ς': "σ",
	'‘': "'", '’': "'", 'ʼ': "'", '´': "'", '`': "'", '′': "'",
	'‐': "-", '‑': "-", '\u00ad': "",
}

// fold brings a text to the letters that are compared: compatibility forms
// and accents go ("ﬁ", "é", "²"), capitals stay for the moment.
func fold(text string) string {
	first := strings.IndexFunc(text, func(r rune) bool { return r >= 0x80 || r == '`' })
	if first < 0 {
		return text
	}
	var b strings.Builder
	b.Grow(len(text))
	b.WriteString(text[:first])
	for _, r := range text[first:] {
		switch {
		case r < 0x80 && r != '`':
			b.WriteByte(byte(r))
		case int(r) < len(foldedLatin):
			b.WriteString(foldedLatin[r])
		default:
			b.WriteString(foldLetter(r))
		}
	}
	return b.String()
}

// foldLetter folds one letter. That gives the same as folding the text as a
// whole: what NFKD puts in another order are marks, and those go.
func foldLetter(r rune) string {
	s, ok := letterFolds[r]
	if !ok {
		s = string(r)
	}
	var b strings.Builder
	for _, r := range norm.NFKD.String(s) {
		if s, ok := letterFolds[r]; ok {
			b.WriteString(s)
		} else if !isMark(r) {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// foldedLatin is what each letter of a Dutch text folds to, worked out once.
var foldedLatin = func() (t [0x250]string) {
	for r := range t {
		t[r] = foldLetter(rune(r))
	}
	return t
}()

// wordLetters are the letters and digits outside ASCII that make words. The list
// is fixed, so that a browser with other Unicode tables makes the same words.
var wordLetters = [...][2]rune{
	{0xdf, 0xf6}, {0xf8, 0x2af}, // what is left of Latin
	{0x370, 0x373}, {0x376, 0x377}, {0x386, 0x386}, {0x388, 0x38a}, {0x38c, 0x38c}, {0x38e, 0x3a1}, {0x3a3, 0x3f5}, {0x3f7, 0x481}, {0x48a, 0x52f}, // Greek, Cyrillic
	{0x561, 0x587}, {0x5d0, 0x5ea}, // Armenian, Hebrew
	{0x620, 0x64a}, {0x660, 0x669}, {0x671, 0x6d3}, {0x6f0, 0x6fc}, // Arabic
	{0x1100, 0x11ff},                                                       // Hangul, decomposed
	{0x1200, 0x1248}, {0x1260, 0x1286}, {0x12c8, 0x12d6}, {0x1318, 0x135a}, // Ethiopic
}

func isWord(r rune) bool {
	if r < 0x80 {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
	}
	for _, x := range wordLetters {
		if x[0] <= r && r <= x[1] {
			return true
		}
	}
	return isIdeograph(r)
}

// isIdeograph says that a letter is a word by itself: nothing in such a text
// shows where words end.
func isIdeograph(r rune) bool { return 0x3041 <= r && r <= 0x30fa || 0x4e00 <= r && r <= 0x9fff }

// isMark says that r sits on the letter before it, and may be left out.
func isMark(r rune) bool {
	return 0x300 <= r && r <= 0x36f || 0x483 <= r && r <= 0x489 || 0x591 <= r && r <= 0x5c7 && r != 0x5be && r != 0x5c0 && r != 0x5c3 && r != 0x5c6 ||
		0x610 <= r && r <= 0x61a || 0x64b <= r && r <= 0x65f || r == 0x670
}

// tokenize gives the words of a text: folded, cut at word boundaries, in lower
// case, without the 's of "foto's", with "b.v." as one word and without other
// apostrophes. Stop words stay: "wel of niet reanimeren" needs its "niet".
func tokenize(text string) []token {
	folded := fold(text)
	if strings.IndexFunc(folded, func(r rune) bool { return r >= 0x80 }) < 0 {
		return plainTokens(string(letters([]byte(folded))))
	}
	clean := letters([]rune(folded))
	var out []token
	end := -1 // where the last word ended
	for _, found := range unicodetokens.NewUnicodeTokenizer().Tokenize(clean) {
		t := token{caps: isCaps(found.Term), hyphen: found.Start == end+1 && end > 0 && clean[end] == '-'}
		t.word = strings.ReplaceAll(strings.ToLower(string(found.Term)), "ς", "σ")
		if len(t.word) > maxWord {
			t.word = start(t.word, maxWord)
		}
		out = append(out, t)
		end = found.End
	}
	return out
}

// plainTokens is what the tokenizer makes of ASCII, where nothing but blanks
// and hyphens stands between words. Nearly all Dutch is that, and it is most
// of the time that an index takes to build.
func plainTokens(clean string) []token {
	out := make([]token, 0, len(clean)/6)
	end := -1
	for i := 0; i < len(clean); i++ {
		if clean[i] == ' ' || clean[i] == '-' {
			continue
		}
		from := i
		for i < len(clean) && clean[i] != ' ' && clean[i] != '-' {
			i++
		}
		word := clean[from:i]
		t := token{caps: isCaps(word), hyphen: from == end+1 && end > 0 && clean[end] == '-'}
		t.word = strings.ToLower(word[:min(len(word), maxWord)])
		out = append(out, t)
		end = i
	}
	return out
}

// letters leaves of a folded text its words, blanks, and the hyphens between
// two words, so that a tokenizer finds the same words everywhere.
func letters[C byte | rune](text []C) []byte {
	at := func(i int) rune {
		if i < 0 || i >= len(text) {
			return ' '
		}
		return rune(text[i])
	}
	out := make([]byte, 0, len(text))
	for i, c := range text {
		switch r := rune(c); {
		case isIdeograph(r):
			out = append(out, ' ')
			out = append(out, string(r)...)
			out = append(out, ' ')
		case isWord(r):
			if s := at(i - 1); s == '\'' && (r == 's' || r == 'S') && isWord(at(i-2)) && !isWord(at(i+1)) {
				continue
			}
			out = utf8.AppendRune(out, r)
		case r == '\'' && isWord(at(i-1)) && isWord(at(i+1)):
		case r == '.' && isLetter(at(i-1)) && isLetter(at(i+1)) && !isWord(at(i-2)) && !isWord(at(i+2)):
		case r == '-':
			out = append(out, '-')
		default:
			out = append(out, ' ')
		}
	}
	return out
}

func isLetter(r rune) bool { return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' }

// maxWord is the longest word, in letters; what is beyond is no language.
const maxWord = 48

// size is the number of letters of a word.
func size(word string) int { return utf8.RuneCountInString(word) }

// start is the first n letters of a word, or all.
func start(word string, n int) string {
	for i := range word {
		if n == 0 {
			return word[:i]
		}
		n--
	}
	return word
}

func isCaps[S string | []byte](word S) bool {
	for i := range len(word) {
		if c := word[i]; c < 'A' || c > 'Z' {
			return false
		}
	}
	return len(word) > 1
}
