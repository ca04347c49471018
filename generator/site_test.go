package generator_test

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"kaartenbak/generator"
	"kaartenbak/generator/catalogue"
	"kaartenbak/generator/fixture"
	"kaartenbak/generator/write"
)

func opened(t *testing.T, o *generator.Opener, cfg generator.Config) *generator.Site {
	t.Helper()
	site, err := o.Open(cfg.Today)
	if err != nil {
		t.Fatal(err)
	}
	if site.Stopped() {
		t.Fatal(site.Problems)
	}
	return site
}

func sameFiles(t *testing.T, site *generator.Site, built map[string][]byte) {
	t.Helper()
	for name, want := range built {
		got, ok, err := site.Make(name)
		if err != nil || !ok || !bytes.Equal(got, want) {
			t.Errorf("%s: made alone it is there: %t, %d bytes, %v; a build gives it %d bytes", name, ok, len(got), err, len(want))
		}
	}
	for _, name := range []string{"niets.html", "assets/niets.js", "", "keuzehulpen", "../site.yaml"} {
		if _, ok, err := site.Make(name); ok || err != nil || site.Has(name) {
			t.Errorf("%q is a file: %t, %v", name, ok, err)
		}
	}
}

// What serve makes one by one is what a build writes, byte for byte.
func TestFilesMadeAloneAreThoseOfABuild(t *testing.T) {
	cfg := shipped()
	o, err := generator.NewOpener(cfg)
	if err != nil {
		t.Fatal(err)
	}
	built, _ := shippedSite(t)
	sameFiles(t, opened(t, o, cfg), built)
}

// After a change the entries of other files are the same as before, not read again;
// and the site is that of the folder as it is now.
func TestReopeningReadsWhatChanged(t *testing.T) {
	dir := t.TempDir()
	if err := os.CopyFS(dir, fixture.Folder(t, "../tests/fixture/content")); err != nil {
		t.Fatal(err)
	}
	long := time.Now().Add(-time.Hour) // what was saved just now is read again, to be sure
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			err = os.Chtimes(name, long, long)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	cfg := shipped()
	cfg.Content = os.DirFS(dir)
	o, err := generator.NewOpener(cfg)
	if err != nil {
		t.Fatal(err)
	}
	before := opened(t, o, cfg)
	for _, change := range []struct {
		what, file string
		edit       func(text string) string
	}{
		{"a sentence", "keuzehulpen/kaal.md", func(text string) string { return text + "\nEn nog een zin.\n" }},
		{"a title", "keuzehulpen/kaal.md", func(text string) string {
			return strings.Replace(text, "\ntitel: ", "\ntitel: Zeer ", 1)
		}},
		{"a name of a term", "begrippen/themas.yaml", func(text string) string { return strings.Replace(text, "naam: ", "naam: Nieuw ", 1) }},
		{"the name of the site", "site.yaml", func(text string) string { return strings.Replace(text, "naam: ", "naam: Andere ", 1) }},
	} {
		name := filepath.Join(dir, change.file)
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		edited := change.edit(string(text))
		if edited == string(text) {
			t.Fatalf("%s is not changed in %s", change.what, change.file)
		}
		if err := os.WriteFile(name, []byte(edited), 0o644); err != nil {
			t.Fatal(err)
		}
		after := opened(t, o, cfg)
		built := write.NewMemory()
		if _, err := generator.Build(cfg, built); err != nil {
			t.Fatal(err)
		}
		sameFiles(t, after, built.Files)
		was := map[string]*catalogue.Entry{}
		for _, e := range before.Catalogue.Entries {
			was[e.ID()] = e
		}
		warned := map[string]bool{} // what there is something to say of is read again, to say it
		for _, p := range before.Problems {
			warned[p.File] = true
		}
		for _, e := range after.Catalogue.Entries {
			if changed := e.ID()+".md" == "keuzehulpen/kaal.md"; !changed && !warned[e.File] && was[e.ID()] != e {
				t.Errorf("%s: %s was read again", change.what, e.ID())
			}
		}
	}
}
