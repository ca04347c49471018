package generator_test

import (
	"bytes"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// A text of one entry is on its own page, in its source, in the data and in the
// search index. No other page changes with it: what a visitor or a browser has of
// those stays good.
func TestOneSentenceChangesOnePage(t *testing.T) {
	before, _ := shippedSite(t)
	index := regexp.MustCompile(`^assets/zoek-[a-z0-9]+(-[a-z]\d*)?\.js$`)
	for _, collection := range []string{"nieuws", "keuzehulpen"} {
		cfg := shipped()
		content, name := edited(t, cfg.Content, collection)
		cfg.Content = content
		after := siteOf(t, cfg)
		entry := strings.TrimSuffix(name, ".md")
		want := []string{
			"build.txt", "data/" + collection + ".csv", "data/" + collection + ".json", "data/" + collection + ".xlsx", "data/catalogus.json",
			entry + "/index.html", entry + "/kaart.md", "latest.js", "sw.js",
		}
		slices.Sort(want)
		var changed []string
		indexed := 0
		for name := range union(before, after) {
			switch {
			case bytes.Equal(before[name], after[name]):
			case index.MatchString(name):
				indexed++
			default:
				changed = append(changed, name)
			}
		}
		slices.Sort(changed)
		if !slices.Equal(changed, want) {
			t.Errorf("%s: %d files changed: %.500q, want %q", name, len(changed), changed, want)
		}
		if indexed == 0 {
			t.Errorf("%s: the search index does not change", name)
		}
	}
}

// edited is the content with one more sentence in the text of the first entry of
// a collection, and which file that is.
func edited(t *testing.T, content fs.FS, collection string) (fs.FS, string) {
	t.Helper()
	all := fstest.MapFS{}
	var first string
	err := fs.WalkDir(content, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(content, name)
		if all[name] = (&fstest.MapFile{Data: data}); first == "" && path.Dir(name) == collection && path.Ext(name) == ".md" {
			first = name
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if first == "" {
		t.Fatalf("there is no entry in %s", collection)
	}
	all[first].Data = append(all[first].Data, "\nEen zin met een kwartelhaan erin.\n"...)
	return all, first
}

// union is the names of two sites.
func union(a, b map[string][]byte) map[string]bool {
	names := map[string]bool{}
	for _, files := range []map[string][]byte{a, b} {
		for name := range files {
			names[name] = true
		}
	}
	return names
}
