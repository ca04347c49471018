package search

import (
	"sort"
	"strings"

	"kaartenbak/generator/typos"
)

// distinct are beginnings and endings that medicine keeps apart: a correction
// never puts one in the place of another.
var distinct = struct{ beginnings, endings [][]string }{
	beginnings: [][]string{
		{"hypo", "hyper"}, {"inter", "intra", "intro", "infra"}, {"pre", "pro", "peri", "per", "post"}, {"ante", "anti"},
		{"macro", "micro"}, {"endo", "exo", "ecto", "epi"}, {"sub", "supra", "super"}, {"brady", "tachy"},
		{"mono", "bi", "tri", "poly"}, {"ab", "ad"}, {"hemi", "semi", "hemo"}, {"iso", "aniso"},
	},
	endings: [][]string{
		{"ectomie", "otomie", "ostomie", "tomie", "stomie"}, {"itis", "ose", "oom", "osis", "iasis"}, {"emie", "urie"},
		{"plegie", "parese"}, {"grafie", "scopie"}, {"pril", "olol", "statine", "sartan"},
	},
}

// negations turn a word into its opposite.
var negations = []string{"on", "a", "an", "in", "im", "ir", "non", "niet", "de", "dis"}

// maySpell says whether one word may be offered for the other.
func maySpell(word, other string) bool {
	clash := func(groups [][]string, has func(s, part string) bool) bool {
		for _, g := range groups {
			if a, b := longest(g, word, has), longest(g, other, has); a != b && a != "" && b != "" {
				return true
			}
		}
		return false
	}
	if clash(distinct.beginnings, strings.HasPrefix) || clash(distinct.endings, strings.HasSuffix) {
		return false
	}
	for _, n := range negations {
		if n+word == other || n+other == word {
			return false
		}
	}
	return true
}

func longest(parts []string, s string, has func(s, part string) bool) string {
	found := ""
	for _, p := range parts {
		if has(s, p) && len(p) > len(found) {
			found = p
		}
	}
	return found
}

// slips is how many slips of the finger a word may have: none up to three
// letters or with a digit, one up to five, two above.
func slips(word string) int {
	n := 0
	for _, r := range word {
		if r >= '0' && r <= '9' {
			return 0
		}
		n++
	}
	switch {
	case n <= 3:
		return 0
	case n <= 5:
		return 1
	}
	return 2
}

// mostCorrections is how many words one word may be corrected to.
const mostCorrections = 3

// corrections are the nearest words of a list, the likeliest first: a slip is
// seldom in the first letter.
func corrections(word string, list []string) []string {
	limit := slips(word)
	if limit == 0 {
		return nil
	}
	a := []rune(word)
	type candidate struct {
		word string
		cost int
	}
	var found []candidate
	for _, w := range list {
		if w == word || slips(w) == 0 {
			continue
		}
		b := []rune(w)
		if d := typos.Distance(a, b, limit); d <= limit && maySpell(word, w) {
			cost := 2 * d
			if a[0] != b[0] {
				cost++
			}
			limit = min(limit, d)
			found = append(found, candidate{w, cost})
		}
	}
	sort.Slice(found, func(i, j int) bool {
		if found[i].cost != found[j].cost {
			return found[i].cost < found[j].cost
		}
		return found[i].word < found[j].word
	})
	var out []string
	for _, c := range found {
		if c.cost/2 > limit || len(out) == mostCorrections {
			break
		}
		if len(out) == 0 || out[len(out)-1] != c.word {
			out = append(out, c.word)
		}
	}
	return out
}

// takeApart finds two words of a list that together make a word no text has:
// "heupkeuzehulp". The longest last word wins.
func takeApart(word string, list []string) (first, last string) {
	if !isPlain(word) {
		return "", ""
	}
	known := set{}
	for _, w := range list {
		if strings.HasPrefix(word, w) || strings.HasSuffix(word, w) {
			known.add(w)
		}
	}
	for i := minPart; i < len(word)-minPart; i++ { // a last word of three letters is mostly an ending
		if last = word[i:]; !known[last] {
			continue
		}
		for _, j := range joiners {
			if first, ok := strings.CutSuffix(word[:i], j); ok && len(first) >= minPart && known[first] {
				return first, last
			}
		}
	}
	return "", ""
}
