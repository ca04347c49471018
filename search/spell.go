package search

import (
	"slices"
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
		{"ectomie", "otomie", "ostomie", "tomie", "stomie", "scopie", "grafie"}, {"itis", "ose", "oom", "osis", "iasis"}, {"emie", "urie"},
		{"plegie", "parese"},
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

// medicines are how names of medicines end. One is never corrected, and never offered:
// two that look alike may do quite different things.
var medicines = strings.Fields(`pril olol statine sartan azol cilline mycine micine floxacine cycline oxetine pramine triptyline azepam azolam zopiclon
	pidem dipine tiazide semide formine gliptine gliflozine glutide glitazon xaban parine coumon coumarol grel umab imab ximab zumab tinib cept
	vir tidine setron triptan profen coxib nisolon nison tason asone sonide terol tropium lukast fylline dronaat azine zapine tiapine peridon peridol
	zepine gabaline pentine trigine racetam toine codon morfine fentanyl caine platine taxel rubicine mustine trexaat xifen strozol lutamide
	steride nafil losine fenacine talopram traline`)

func isMedicine(word string) bool {
	return slices.ContainsFunc(medicines, func(e string) bool { return strings.HasSuffix(word, e) })
}

// slips is how many slips of the finger a word may have: none up to four letters,
// with a digit or in the name of a medicine, one up to nine letters, two above.
func slips(word string) int {
	if strings.ContainsAny(word, "0123456789") || isMedicine(word) {
		return 0
	}
	switch n := size(word); {
	case n < 5:
		return 0
	case n < 10:
		return 1
	}
	return 2
}

// sureStart is up to how many letters a word must begin with the letter, or the two in
// the wrong order, of the one that is offered for it.
const sureStart = 5

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
		b := []rune(w)
		most := min(limit, slips(w))
		if w == word || most == 0 || a[0] != b[0] && (a[0] != b[1] || a[1] != b[0]) && min(len(a), len(b)) <= sureStart {
			continue
		}
		if d := typos.Distance(a, b, most); d <= most && maySpell(word, w) {
			cost := 2 * d
			if a[0] != b[0] {
				cost++
			}
			limit = d
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
