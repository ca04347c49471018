package generator_test

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"kaartenbak/generator"
	"kaartenbak/search"
)

// leastRight is how many of a hundred queries of a kind have to be answered rightly.
const leastRight = 90

// TestQueriesOfPractice asks the shipped catalogue what care professionals and patients
// type. Each row of testdata/practice.tsv says what must hold.
func TestQueriesOfPractice(t *testing.T) {
	file := "testdata/practice.tsv"
	if other := os.Getenv("PRACTICE"); other != "" { // queries that were kept apart
		file = other
	}
	rows, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	site, err := generator.Check(shipped())
	if err != nil {
		t.Fatal(err)
	}
	index, err := site.Index()
	if err != nil {
		t.Fatal(err)
	}
	right, all := map[string]int{}, map[string]int{}
	for row := range strings.Lines(string(rows)) {
		if strings.HasPrefix(row, "#") || strings.TrimSpace(row) == "" {
			continue
		}
		fields := strings.Split(strings.TrimRight(row, "\n"), "\t")
		query, kind, want := fields[0], fields[1], ""
		if len(fields) > 2 {
			want = fields[2]
		}
		answer, err := index.Search(search.Query{Text: query, Limit: 3})
		if err != nil {
			t.Fatal(err)
		}
		all[kind]++
		if isRight(answer, query, kind, want) {
			right[kind]++
			continue
		}
		var got []string
		for _, h := range answer.Hits {
			got = append(got, "/"+h.URL)
		}
		t.Logf("%s %q: %q %v %v", kind, query, want, got, answer.Corrections)
	}
	if len(all) == 0 {
		t.Fatal("no queries")
	}
	for kind, n := range all {
		t.Logf("%s: %d of %d right", kind, right[kind], n)
		if 100*right[kind] < leastRight*n {
			t.Errorf("%s: fewer than %d %%", kind, leastRight)
		}
	}
}

// isRight judges an answer, of which it has three hits.
func isRight(answer search.Results, query, kind, want string) bool {
	matches := func(most int) bool {
		expression := regexp.MustCompile(want)
		for _, h := range answer.Hits[:min(most, len(answer.Hits))] {
			if expression.MatchString(h.Title + " /" + h.URL) {
				return true
			}
		}
		return false
	}
	switch kind {
	case "first":
		return matches(1)
	case "top3", "slip":
		return matches(3)
	case "not":
		return !matches(3)
	case "known":
		return len(answer.Meanings) > 0 && len(answer.Corrections) == 0
	case "plain":
		if len(answer.Corrections) > 0 {
			return false
		}
		for _, w := range answer.Words { // what was found has the word itself, or nothing was found
			if w.Kind > search.NotFound && w.Kind < search.Form && !strings.ContainsAny(query, " ") && len(answer.Meanings) == 0 && len(answer.Hits) > 0 {
				return false
			}
		}
		return true
	}
	return false
}
