package field

import "strings"

// Nearest gives the candidate that an author most likely meant by word, or "":
// at most a third of its letters may differ, a swap of two counting once.
func Nearest(word string, candidates []string) string {
	word = strings.ToLower(word)
	best, least := "", len([]rune(word))/3+1
	for _, c := range candidates {
		if strings.EqualFold(c, word) {
			return c
		}
		if d := distance([]rune(word), []rune(c), least); d < least {
			best, least = c, d
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

// distance is the optimal string alignment distance, or limit where it is no
// less than that.
func distance(a, b []rune, limit int) int {
	if abs(len(a)-len(b)) >= limit {
		return limit
	}
	before, last, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, last, row = last, row, before
	}
	return min(last[len(b)], limit)
}

func abs(n int) int { return max(n, -n) }
