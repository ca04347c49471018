package search

import (
	"errors"
	"fmt"
	"strings"
)

// digits write numbers and weights: none needs an escape in a script.
const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"

var digitValue = func() (v [128]int8) {
	for i := range v {
		v[i] = -1
	}
	for i := range digits {
		v[digits[i]] = int8(i)
	}
	return v
}()

// appendNumber writes n in digits of five bits, the lowest first; a sixth bit
// says that more follow.
func appendNumber(b []byte, n int) []byte {
	for ; n >= 32; n >>= 5 {
		b = append(b, digits[32+n&31])
	}
	return append(b, digits[n])
}

var (
	errCut     = errors.New("cut off")
	errDamaged = errors.New("damaged")
)

// A reader reads what appendNumber and wordList wrote. After the first
// mistake it returns zeros, and err says what went wrong.
type reader struct {
	s   string
	pos int
	err error
}

func (r *reader) fail(err error) {
	if r.err == nil {
		r.err = err
	}
	r.pos = len(r.s)
}

func (r *reader) digit() int {
	if r.pos >= len(r.s) {
		r.fail(errCut)
		return 0
	}
	c := r.s[r.pos]
	if c >= 128 || digitValue[c] < 0 {
		r.fail(errDamaged)
		return 0
	}
	r.pos++
	return int(digitValue[c])
}

func (r *reader) number() int {
	n := 0
	for shift := 0; ; shift += 5 {
		d := r.digit()
		if d < 32 {
			return n | d<<shift
		}
		if shift > 20 {
			r.fail(errDamaged)
			return 0
		}
		n |= (d - 32) << shift
	}
}

// numbers reads n numbers, of which no more than what is left can be there.
func (r *reader) numbers(n int) []int32 {
	if n < 0 || n > len(r.s)-r.pos {
		r.fail(errCut)
		return nil
	}
	out := make([]int32, n)
	for i := range out {
		out[i] = int32(r.number())
	}
	return out
}

// A word is written as a capital for the letters it shares with the word
// before (A none, Z twenty-five), and the letters that follow.
func appendWord(b []byte, before, word string) []byte {
	n := 0
	for n < len(before) && n < len(word) && n < 25 && before[n] == word[n] {
		n++
	}
	for n > 0 && n < len(word) && word[n]&0xc0 == 0x80 { // never inside a letter
		n--
	}
	b = append(b, byte('A'+len([]rune(word[:n]))))
	return append(b, word[n:]...)
}

func isCapital(c byte) bool { return 'A' <= c && c <= 'Z' }

// word reads what appendWord wrote.
func (r *reader) word(before string) string {
	if r.pos >= len(r.s) || !isCapital(r.s[r.pos]) {
		r.fail(errDamaged)
		return ""
	}
	shared := int(r.s[r.pos] - 'A')
	r.pos++
	head := []rune(before)
	if shared > len(head) {
		r.fail(errDamaged)
		return ""
	}
	start := r.pos
	for r.pos < len(r.s) && (r.s[r.pos] >= 'a' && r.s[r.pos] <= 'z' || r.s[r.pos] >= '0' && r.s[r.pos] <= '9' || r.s[r.pos] == '^' || r.s[r.pos] >= 0x80) {
		r.pos++
	}
	return string(head[:shared]) + r.s[start:r.pos]
}

// wordList writes sorted words, for the spelling parts.
func wordList(words []string) string {
	var b []byte
	before := ""
	for _, w := range words {
		b = appendWord(b, before, w)
		before = w
	}
	return string(b)
}

// readWordList reads what wordList wrote.
func readWordList(s string) ([]string, error) {
	r := &reader{s: s}
	out := r.words()
	return out, r.err
}

// words reads words up to a "~" or the end. They are in order, each once.
func (r *reader) words() (out []string) {
	before := ""
	for r.pos < len(r.s) && r.s[r.pos] != '~' {
		w := r.word(before)
		if w <= before {
			r.fail(errDamaged)
		}
		out = append(out, w)
		before = w
	}
	return out
}

// version is the version of the format. A reader refuses every other.
const version = 6

// seal puts before a body the version of the format and a checksum.
func seal(body string) string {
	return fmt.Sprintf("kaartenbak %d %d\n%s", version, checksum(body), body)
}

// unseal gives the body, if it is of this version and as it was written.
func unseal(payload string) (string, error) {
	head, body, ok := strings.Cut(payload, "\n")
	var v int
	var sum uint32
	if _, err := fmt.Sscanf(head, "kaartenbak %d %d", &v, &sum); !ok || err != nil {
		return "", errDamaged
	}
	if v != version {
		return "", fmt.Errorf("format version %d, this program reads %d", v, version)
	}
	if checksum(body) != sum {
		return "", errDamaged
	}
	return body, nil
}

// checksum counts in UTF-16, as a browser does.
func checksum(body string) uint32 {
	sum := uint32(0)
	for _, r := range body {
		if r >= 0x10000 {
			r -= 0x10000
			sum = sum*31 + uint32(0xd800+r>>10)
			r = 0xdc00 + r&0x3ff
		}
		sum = sum*31 + uint32(r)
	}
	return sum
}

// reverse turns a word around, so that a sorted list shows how words end.
func reverse(w string) string {
	r := []rune(w)
	for i, j := 0, len(r)-1; i < j; i, j = i+1, j-1 {
		r[i], r[j] = r[j], r[i]
	}
	return string(r)
}
