package search_test

import (
	"math/rand/v2"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"kaartenbak/generator"
	"kaartenbak/generator/corpus"
	"kaartenbak/search"
	"kaartenbak/templates"
)

// shipped is the corpus of the catalogue in this tree.
func shipped(t *testing.T) search.Corpus {
	t.Helper()
	config := generator.Config{Content: os.DirFS("../content"), ContentName: "content", Templates: templates.FS, Today: time.Now()}
	checked, err := generator.Check(config)
	if err != nil {
		t.Fatal(err)
	}
	c, err := corpus.Of(checked.Catalogue, checked.Plan.Card, config.Today)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

var plainWord = regexp.MustCompile(`^[a-z]+$`)

// draw picks n of the words of Debian's wdutch.
func draw(t *testing.T, r *rand.Rand, n int) (drawn []string, all map[string]bool) {
	t.Helper()
	data, err := os.ReadFile("/usr/share/dict/dutch")
	if err != nil {
		t.Fatalf("%v: apt-get install wdutch", err)
	}
	list := strings.Fields(string(data))
	all = map[string]bool{}
	for _, w := range list {
		all[strings.ToLower(w)] = true
	}
	for len(drawn) < n {
		if w := list[r.IntN(len(list))]; len(w) >= 4 && len(w) <= 9 && plainWord.MatchString(w) {
			drawn = append(drawn, w)
		}
	}
	return drawn, all
}

// A correction is for slips. What is a word stays one: Dutch words that the catalogue
// does not have, and all names and search words of its terms.
func TestCorrectsSlipsAndNoWords(t *testing.T) {
	c := shipped(t)
	x, err := search.Build(c)
	if err != nil {
		t.Fatal(err)
	}
	ask := func(text string) search.Results {
		res, err := x.Search(search.Query{Text: text, Limit: 1000})
		if err != nil {
			t.Fatal(err)
		}
		return res
	}
	r := rand.New(rand.NewPCG(1, 1))
	words, dutch := draw(t, r, 2000)
	var corrected []string
	for _, w := range words {
		for _, correction := range ask(w).Corrections {
			corrected = append(corrected, w+">"+correction.Like[0])
		}
	}
	t.Logf("%d of %d Dutch words corrected: %v", len(corrected), len(words), corrected)
	if 50*len(corrected) > len(words) {
		t.Error("more than one in fifty")
	}

	names := map[string]bool{} // the words of names and titles
	var everyName []string
	for _, term := range c.Thesaurus.Terms {
		own := slices.Concat([]string{term.Label}, term.Medical, term.Also)
		everyName = slices.Concat(everyName, own, term.Related)
		for _, name := range own {
			for _, w := range strings.Fields(strings.ToLower(name)) {
				names[w] = true
			}
		}
	}
	for _, d := range c.Documents {
		for _, w := range strings.Fields(strings.ToLower(d.Title)) {
			names[w] = true
		}
	}
	for _, name := range everyName {
		if found := ask(name).Corrections; len(found) > 0 {
			t.Errorf("%s: %v", name, found)
		}
	}

	found, total := 0, 0
	for _, w := range sorted(names) {
		if len(w) < 5 || !plainWord.MatchString(w) || search.IsFunctionWord(w) {
			continue
		}
		slip := oneSlip(r, w)
		if dutch[slip] || names[slip] {
			continue
		}
		var want []string
		for _, h := range ask(w).Hits {
			want = append(want, h.URL)
		}
		total++
		answer := ask(slip)
		if slices.ContainsFunc(answer.Hits, func(h search.Hit) bool { return slices.Contains(want, h.URL) }) ||
			slices.ContainsFunc(answer.Corrections, func(c search.Correction) bool { return slices.Contains(c.Like, w) }) {
			found++
		}
	}
	t.Logf("%d of %d slips found", found, total)
	if 100*found < 95*total || total < 300 {
		t.Error("fewer than 95 of 100")
	}
}

func sorted(set map[string]bool) []string {
	var out []string
	for w := range set {
		out = append(out, w)
	}
	slices.Sort(out)
	return out
}

// oneSlip is a word with another letter, one too few or too many, or two in the wrong order.
func oneSlip(r *rand.Rand, word string) string {
	s := []byte(word)
	i, letter := r.IntN(len(s)), byte('a'+r.IntN(26))
	switch r.IntN(4) {
	case 0:
		s[i] = letter
	case 1:
		s = slices.Delete(s, i, i+1)
	case 2:
		s = slices.Insert(s, i, letter)
	default:
		i = max(i, 1)
		s[i], s[i-1] = s[i-1], s[i]
	}
	return string(s)
}
