// Package typos knows how far apart two words are that differ by slips of the finger.
package typos

import (
	"math/bits"
	"strings"
)

// mostSlips is how many slips of the finger a word has at most.
const mostSlips = 2

// Nearest gives the candidate that an author most likely meant by word, or "": at most
// two of its letters may differ, and a third of them; a swap of two counts once.
func Nearest(word string, candidates []string) string {
	word = strings.ToLower(word)
	letters := []rune(word)
	best, limit := "", min(mostSlips, len(letters)/3)
	for _, c := range candidates {
		if strings.EqualFold(c, word) {
			return c
		}
		if d := Distance(letters, []rune(c), limit); d <= limit {
			best, limit = c, d-1
		}
	}
	if best == "" {
		for _, c := range candidates { // a name written half, or with more behind it
			if len(word) >= 4 && (strings.HasPrefix(c, word) || strings.HasPrefix(word, c) && len(c) >= 4) {
				return c
			}
		}
	}
	return best
}

// usual is more than the letters of nearly all words.
const usual = 64

// Distance is how many slips lie between two words: a letter too many, too few,
// another one, or two letters in the wrong order (the optimal string alignment
// distance). More than limit is limit+1.
func Distance(a, b []rune, limit int) int {
	if d := len(a) - len(b); d > limit || -d > limit || bits.OnesCount32(letterSet(a)^letterSet(b)) > 2*limit {
		return limit + 1
	}
	var short [3][usual]int
	before, last, row := short[0][:], short[1][:], short[2][:]
	if len(b) >= usual {
		before, last, row = make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	}
	for j := range b {
		last[j+1] = j + 1
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		least := i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			d := min(last[j]+1, row[j-1]+1, last[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				d = min(d, before[j-2]+1)
			}
			row[j] = d
			least = min(least, d)
		}
		if least > limit {
			return limit + 1
		}
		before, last, row = last, row, before
	}
	return min(last[len(b)], limit+1)
}

// letterSet has a bit for each letter. A slip changes two at most.
func letterSet(word []rune) (set uint32) {
	for _, r := range word {
		set |= 1 << (r & 31)
	}
	return set
}
