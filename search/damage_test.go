package search

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
)

// What a visitor gets when a file is missing, cut off, changed or of another
// version is a message: never nothing, never a wrong answer taken for a right one.
func TestDamagedFiles(t *testing.T) {
	c := invented(t)
	type trial struct {
		Root  string            `json:"root"`
		Files map[string]string `json:"files"`
		Query string            `json:"query"`
		what  string
		sure  string // how it must end; "" for any message
	}
	var trials []trial
	for _, l := range []limits{usual, scattered} {
		x := mustBuild(t, c, l)
		whole := map[string]string{}
		for _, f := range x.Files() {
			whole[f.Name] = string(f.Data)
		}
		with := func(name, content string) map[string]string {
			files := map[string]string{}
			for n, s := range whole {
				files[n] = s
			}
			files[name] = content
			if content == "" {
				delete(files, name)
			}
			return files
		}
		const query = "suikerziekte knie boostkanker"
		res, err := x.Search(Query{Text: query})
		if err != nil {
			t.Fatal(err)
		}
		right := fmt.Sprintf("found %d", res.Total)
		trials = append(trials, trial{x.Root(), whole, query, "whole", right})
		r := rand.New(rand.NewPCG(3, 3))
		for _, f := range x.Files() {
			s := string(f.Data)
			trials = append(trials,
				trial{x.Root(), with(f.Name, ""), query, f.Name + " missing", ""},
				trial{x.Root(), with(f.Name, s[:len(s)/2]), query, f.Name + " cut in half", ""},
				trial{x.Root(), with(f.Name, s[:len(s)-8]), query, f.Name + " cut at its end", ""},
				trial{x.Root(), with(f.Name, strings.Replace(s, "kaartenbak 2 ", "kaartenbak 3 ", 1)), query, f.Name + " newer", ""},
				trial{x.Root(), with(f.Name, "<!doctype html><title>404</title>"), query, f.Name + " is a page", ""},
			)
			for range 20 {
				at := 20 + r.IntN(len(s)-30)
				changed := s[:at] + string(digits[r.IntN(64)]) + s[at+1:]
				trials = append(trials, trial{x.Root(), with(f.Name, changed), query, fmt.Sprintf("%s changed at %d", f.Name, at), ""})
				shorter := s[:at] + s[at+1+r.IntN(3):]
				trials = append(trials, trial{x.Root(), with(f.Name, shorter), query, fmt.Sprintf("%s shorter at %d", f.Name, at), ""})
			}
		}
		trials = append(trials,
			trial{x.Root(), with(x.Root(), ""), query, "no root", "missing"},
			trial{x.Root(), with(x.Root(), strings.Replace(whole[x.Root()], "kaartenbak 2 ", "kaartenbak 3 ", 1)), query, "newer root", "version"},
		)
	}
	var in bytes.Buffer
	for _, k := range trials {
		line, err := json.Marshal(k)
		if err != nil {
			t.Fatal(err)
		}
		in.Write(append(line, '\n'))
	}
	scan := bufio.NewScanner(bytes.NewReader(node(t, &in, "testdata/damage.mjs")))
	ends := map[string]int{}
	for _, k := range trials {
		if !scan.Scan() {
			t.Fatal("node stopped early")
		}
		var end string
		if err := json.Unmarshal(scan.Bytes(), &end); err != nil {
			t.Fatal(err)
		}
		ends[strings.Fields(end)[0]]++
		x, err := Open(k.Root, func(name string) ([]byte, error) {
			s, ok := k.Files[name]
			if !ok {
				return nil, fmt.Errorf("no file")
			}
			return []byte(s), nil
		})
		var res Results
		if err == nil {
			res, err = x.Search(Query{Text: k.Query, Count: []string{"soort"}, Order: "naam", Limit: 10})
		}
		switch {
		case strings.HasPrefix(end, "failed"):
			t.Errorf("%s: %s", k.what, end)
		case k.sure != "" && end != k.sure:
			t.Errorf("%s: %s, want %s", k.what, end, k.sure)
		case err == nil && end != fmt.Sprintf("found %d", res.Total):
			t.Errorf("%s: client %s, Go found %d", k.what, end, res.Total)
		}
		if needed := strings.Contains(k.what, "missing") || strings.Contains(k.what, "cut") || strings.Contains(k.what, "newer") || strings.Contains(k.what, "page"); needed && strings.HasPrefix(end, "found") && err != nil {
			t.Errorf("%s: client %s, Go %v", k.what, end, err)
		}
	}
	t.Log(len(trials), ends)
}

func FuzzSearch(f *testing.F) {
	c := invented(f)
	a, b := mustBuild(f, c, usual), mustBuild(f, c, scattered)
	for _, s := range []string{"", "borst kanker", "DM2", "ALS als", "hypo-", "..", "'s", "\xff", "日本 نعم", "knieën", "boostkanker pmop"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, x := range []*Index{a, b} {
			res, err := x.Search(Query{Text: text, Limit: 5, Count: []string{"soort"}})
			if err != nil {
				t.Fatal(err)
			}
			for i, h := range res.Hits {
				if h.Score < 0 || h.Score > 1 || len(h.Kinds) != len(res.Words) {
					t.Fatalf("hit %d: %+v", i, h)
				}
			}
		}
	})
}

func FuzzParts(f *testing.F) {
	x := mustBuild(f, invented(f), scattered)
	for _, file := range x.Files() {
		var args [3]string
		call := strings.TrimSuffix(strings.TrimPrefix(string(file.Data), register+"("), ");\n")
		if err := json.Unmarshal([]byte("["+call+"]"), &args); err != nil {
			f.Fatal(err)
		}
		body, err := unseal(args[2])
		if err != nil {
			f.Fatal(err)
		}
		f.Add(body)
	}
	f.Fuzz(func(t *testing.T, body string) {
		unseal(body)
		if part, err := decodeGroups(body, 20, nil); err == nil {
			for _, form := range part.forms {
				for _, p := range form.postings {
					if p.doc < 0 || p.doc >= 20 {
						t.Fatal(p)
					}
				}
			}
		}
		readWordList(body)
		decodeFacet(body, 20)
		decodeRanks(body, 20)
		decodeCards(body)
		decodeNames(body)
	})
}
