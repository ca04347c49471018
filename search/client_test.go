package search

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
)

// scattered cuts even a small corpus into many files.
var scattered = limits{shard: 400, block: 3, common: 50}

func mustBuild(t testing.TB, c Corpus, l limits) *Index {
	t.Helper()
	x, err := build(c, l)
	if err != nil {
		t.Fatal(err)
	}
	return x
}

func TestClientFindsTheSame(t *testing.T) {
	for _, c := range []struct {
		name    string
		corpus  Corpus
		limits  limits
		queries int
	}{
		{"invented in one file", invented(t), defaultLimits, 1500},
		{"invented in many files", invented(t), scattered, 1500},
		{"drawn in one file", drawn(t, 290, 1), defaultLimits, 1000},
		{"drawn in many files", drawn(t, 400, 2), scattered, 1000},
		{"drawn in a few files", drawn(t, 700, 3), limits{shard: 6000, block: 6, common: 300}, 1000},
		{"one card", Corpus{Documents: []Document{{URL: "/", Title: "Kaart"}}}, defaultLimits, 10},
		{"no card", Corpus{}, defaultLimits, 10},
	} {
		t.Run(c.name, func(t *testing.T) {
			asked := queries(c.corpus, c.queries, 5)
			if len(c.corpus.Facets) == 0 {
				for i := range asked {
					asked[i].Filter, asked[i].Count, asked[i].Order = nil, nil, ""
				}
			}
			for i := range asked { // an order that no document has is unknown
				if len(c.corpus.Documents) < 2 {
					asked[i].Order = ""
				}
			}
			compare(t, mustBuild(t, c.corpus, c.limits), asked)
		})
	}
}

// A search takes two rounds after the root: the words, then the cards. Only
// what leads nowhere takes more, to guess.
func TestClientLoadsInTwoRounds(t *testing.T) {
	for _, l := range []limits{defaultLimits, scattered} {
		x := mustBuild(t, invented(t), l)
		dir := save(t, x)
		for text, most := range map[string]int{
			"suikerziekte": 2, "wel of niet reanimeren": 2, "borst kanker": 2, "prosta": 2, "samen-beslissen huisarts": 2, "": 2, "ALS": 2,
			"boostkanker": 4, "schildkliersnel": 4,
		} {
			line, err := json.Marshal(map[string]any{"text": text, "count": []string{"soort"}, "order": ""})
			if err != nil {
				t.Fatal(err)
			}
			var got struct{ Rounds, Files int }
			if err := json.Unmarshal(node(t, bytes.NewBuffer(append(line, '\n')), "testdata/rounds.mjs", dir, x.Root()), &got); err != nil {
				t.Fatal(err)
			}
			files := 1
			if l.oneFile > 0 {
				most = 0
				if text == "boostkanker" { // a correction asks first what is Dutch
					most, files = 1, 2
				}
			}
			if got.Rounds > most {
				t.Errorf("%q: %d rounds, at most %d", text, got.Rounds, most)
			}
			if l.oneFile > 0 && got.Files > files {
				t.Errorf("%q: %d files", text, got.Files)
			}
		}
	}
}

// What is typed is loaded at once, but not for one or two letters, which could
// begin any word, and for three not the cards. What is one file is there already.
func TestClientLoadsAhead(t *testing.T) {
	for _, c := range []struct {
		limits limits
		text   string
		wait   int
		loads  bool // before the search
		more   bool // for the search
	}{
		{scattered, "b", 300, false, true}, {scattered, "borst ka", 300, false, true}, {scattered, "bor", 30, true, true},
		{scattered, "bors", 30, true, false}, {scattered, "borst kan", 30, true, true}, {scattered, "borst ", 30, true, false},
		{scattered, "diabetes 2", 30, true, false}, {defaultLimits, "b", 30, false, false}, {defaultLimits, "borst", 30, false, false},
	} {
		x := mustBuild(t, invented(t), c.limits)
		line, err := json.Marshal(c.text)
		if err != nil {
			t.Fatal(err)
		}
		var got struct{ Wait, Files, More int }
		if err := json.Unmarshal(node(t, bytes.NewBuffer(append(line, '\n')), "testdata/ahead.mjs", save(t, x), x.Root()), &got); err != nil {
			t.Fatal(err)
		}
		if got.Wait != c.wait || got.Files > 0 != c.loads || got.More > 0 != c.more {
			t.Errorf("%q: waits %d ms, %d files, %d more", c.text, got.Wait, got.Files, got.More)
		}
	}
}

// Reading the names of a large thesaurus is work of a quarter of a second on a
// phone: it leaves the page its turns, and is done once.
func TestClientReadsInSlices(t *testing.T) {
	c := invented(t)
	for i := range 1000 {
		c.Thesaurus.Terms = append(c.Thesaurus.Terms, Term{Facet: "soort", ID: fmt.Sprint(i), Label: fmt.Sprint("Soort ", i)})
	}
	x := mustBuild(t, c, defaultLimits)
	var got struct{ Steps, Turns, MoreSteps int }
	if err := json.Unmarshal(node(t, &bytes.Buffer{}, "testdata/slices.mjs", save(t, x), x.Root()), &got); err != nil {
		t.Fatal(err)
	}
	// A slice is eight milliseconds, which this clock goes on with in nine steps of work.
	if got.Steps < 1000 || got.Turns < got.Steps/10 {
		t.Errorf("%d turns for others in %d steps", got.Turns, got.Steps)
	}
	if got.MoreSteps != 0 {
		t.Errorf("%d steps more to search for the same again", got.MoreSteps)
	}
}

func TestHighlight(t *testing.T) {
	long := strings.Repeat("Hier staat iets anders. ", 20)
	for _, c := range []struct {
		text, words string
		length      int
		want        string
	}{
		{"Foto’s van knieën: 1,5 <b>knie</b>", "foto knie", 0, "[Foto’s] van [knieën]: 1,5 <b>[knie]</b>"},
		{"Borstkanker en kanker", "kanker", 0, "[Borstkanker] en [kanker]"},
		{"Maag, magen en wat mag", "maag", 0, "[Maag], [magen] en wat mag"},
		{"Geen enkel woord", "knie", 0, "Geen enkel woord"},
		{"kort", "knie", 100, "kort"},
		{long + "De knie doet pijn bij het lopen. " + long, "knie lopen", 60, "… Hier staat iets anders. De [knie] doet pijn bij het [lopen] …"},
		{long, "knie", 30, "Hier staat iets anders. Hier …"},
	} {
		line, err := json.Marshal(map[string]any{"text": c.text, "words": strings.Fields(c.words), "length": c.length})
		if err != nil {
			t.Fatal(err)
		}
		var got string
		if err := json.Unmarshal(node(t, bytes.NewBuffer(append(line, '\n')), "testdata/highlight.mjs"), &got); err != nil {
			t.Fatal(err)
		}
		if got != c.want {
			t.Errorf("%.40s, %s: %s, want %s", c.text, c.words, got, c.want)
		}
	}
}

// save writes the files of an index to a folder.
func save(t *testing.T, x *Index) string {
	t.Helper()
	dir := t.TempDir()
	for _, f := range x.Files() {
		if err := os.WriteFile(filepath.Join(dir, f.Name), f.Data, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// compare asks Go and the client the same.
func compare(t *testing.T, x *Index, asked []Query) {
	t.Helper()
	dir := save(t, x)
	var in bytes.Buffer
	for _, q := range asked {
		line, err := json.Marshal(map[string]any{"text": q.Text, "filter": orNone(q.Filter), "count": append([]string{}, q.Count...), "order": q.Order, "limit": q.Limit})
		if err != nil {
			t.Fatal(err)
		}
		in.Write(append(line, '\n'))
	}
	scan := bufio.NewScanner(bytes.NewReader(node(t, &in, "testdata/search.mjs", dir, x.Root())))
	scan.Buffer(nil, 1<<24)
	bad, found, guessed, meant := 0, 0, 0, 0
	for _, q := range asked {
		res, err := x.Search(q)
		if err != nil {
			t.Fatalf("%q: %v", q.Text, err)
		}
		if res.Total > 0 {
			found++
		}
		if len(res.Corrections) > 0 {
			guessed++
		}
		if len(res.Meanings) > 0 {
			meant++
		}
		data, err := json.Marshal(res)
		if err != nil {
			t.Fatal(err)
		}
		var got, want any
		if err := json.Unmarshal(data, &want); err != nil {
			t.Fatal(err)
		}
		if !scan.Scan() {
			t.Fatal("node stopped early")
		}
		if err := json.Unmarshal(scan.Bytes(), &got); err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%.200q %+v\n  client %.700s\n  Go     %.700s", q.Text, q, scan.Bytes(), data)
			if bad++; bad > 5 {
				t.Fatal("and more")
			}
		}
	}
	t.Logf("%d queries, %d with hits, %d with corrections, %d with a term; %d files", len(asked), found, guessed, meant, len(x.Files()))
}

func orNone(m map[string][]string) map[string][]string {
	if m == nil {
		return map[string][]string{}
	}
	return m
}
