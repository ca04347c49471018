package search

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"math/rand/v2"
	"strings"
	"testing"
)

// What a visitor gets when a file is missing, cut off, changed or of another
// version is a message: never nothing, never a wrong answer taken for a right one.
// When the file is there as it should be, the same page finds what is right.
func TestDamagedFiles(t *testing.T) {
	c := invented(t)
	type trial struct {
		Root  string            `json:"root"`
		Files map[string]string `json:"files"`
		Query string            `json:"query"`
		// Mended are the files as they should be.
		Mended map[string]string `json:"mended"`
		what   string
		sure   string // how it must end; "" for any message
		right  string // how it must end when the files are mended
	}
	newer := func(file string) string {
		return strings.Replace(file, fmt.Sprintf("kaartenbak %d ", version), fmt.Sprintf("kaartenbak %d ", version+1), 1)
	}
	var trials []trial
	for _, l := range []limits{defaultLimits, scattered} {
		x := mustBuild(t, c, l)
		whole := map[string]string{}
		for _, f := range x.Files() {
			whole[f.Name] = string(f.Data)
		}
		const query = "suikerziekte knie boostkanker"
		res, err := x.Search(Query{Text: query})
		if err != nil {
			t.Fatal(err)
		}
		right := fmt.Sprintf("found %d", res.Total)
		trials = append(trials, trial{Root: x.Root(), Files: whole, Query: query, what: "whole", sure: right})
		try := func(name, content, what, sure string) {
			files := maps.Clone(whole)
			files[name] = content
			if content == "" {
				delete(files, name)
			}
			trials = append(trials, trial{x.Root(), files, query, map[string]string{name: whole[name]}, name + " " + what, sure, right})
		}
		r := rand.New(rand.NewPCG(3, 3))
		for _, f := range x.Files() {
			s := string(f.Data)
			try(f.Name, "", "missing", "")
			try(f.Name, s[:len(s)/2], "cut in half", "")
			try(f.Name, s[:len(s)-8], "cut at its end", "")
			try(f.Name, newer(s), "newer", "")
			try(f.Name, "<!doctype html><title>404</title>", "is a page", "")
			for range 20 {
				at := 20 + r.IntN(len(s)-30)
				try(f.Name, s[:at]+string(digits[r.IntN(64)])+s[at+1:], fmt.Sprintf("changed at %d", at), "")
				try(f.Name, s[:at]+s[at+1+r.IntN(3):], fmt.Sprintf("shorter at %d", at), "")
			}
		}
		try(x.Root(), "", "missing", "missing")
		try(x.Root(), newer(whole[x.Root()]), "newer", "version")
		first, rest, ok := strings.Cut(whole[x.Root()], "\n")
		if l.oneFile > 0 != (ok && rest != "") {
			t.Fatalf("the root file has after its first part %q", rest)
		}
		if rest != "" {
			try(x.Root(), first+"\n", "cut after a part", "missing")
		}
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
		var ended struct{ End, Mended string }
		if err := json.Unmarshal(scan.Bytes(), &ended); err != nil {
			t.Fatal(err)
		}
		end := ended.End
		ends[strings.Fields(end)[0]]++
		if ended.Mended != "" && ended.Mended != k.right {
			t.Errorf("%s: %s when it is mended, want %s", k.what, ended.Mended, k.right)
		}
		x, err := open(k.Root, func(name string) ([]byte, error) {
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
	a, b := mustBuild(f, c, defaultLimits), mustBuild(f, c, scattered)
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
				if h.Score < 0 || h.Score > 1 {
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
		if part, err := decodeGroups(body, 20); err == nil {
			for _, form := range part.forms {
				for _, p := range form.postings {
					if p.doc() >= 20 {
						t.Fatal(p)
					}
				}
			}
		}
		readWordList(body)
		decodeFacet(body, 20)
		decodeRanks(body, 20)
		decodeCards(body)
		decodeNames(body, nil)
	})
}
