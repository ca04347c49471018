package generator_test

import (
	"io/fs"
	"os"
	"path"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"kaartenbak/generator"
	"kaartenbak/generator/problem"
	"kaartenbak/generator/write"
)

// withoutAssets are the templates without style, script and pictures, which take most of
// the time of a small site and are the same for all.
func withoutAssets(t testing.TB) fs.FS {
	t.Helper()
	files := fstest.MapFS{}
	if err := fs.WalkDir(shipped().Templates, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		file := &fstest.MapFile{}
		switch path.Ext(name) {
		case ".js", ".css":
		case ".svg":
			file.Data = []byte(`<svg viewBox="0 0 1 1"/>`)
		default:
			file.Data, err = fs.ReadFile(shipped().Templates, name)
		}
		files[name] = file
		return err
	}); err != nil {
		t.Fatal(err)
	}
	return files
}

// FuzzEntry checks that no entry, however bad, makes the check panic, or gets a
// problem twice or at a place that its file does not have; and that what passes
// the check can be built.
func FuzzEntry(f *testing.F) {
	seeds, err := fs.Glob(os.DirFS("testdata/regels"), "*.txtar")
	if err != nil || len(seeds) == 0 {
		f.Fatalf("no seeds: %v", err)
	}
	for _, name := range seeds {
		if strings.HasPrefix(name, "veld-") {
			continue // much of the same, and each seed is a build in every test
		}
		archive, err := txtar.ParseFile("testdata/regels/" + name)
		if err != nil {
			f.Fatal(err)
		}
		for _, file := range archive.Files {
			if strings.HasSuffix(file.Name, ".md") {
				f.Add(file.Data)
			}
		}
	}
	templates := withoutAssets(f)
	const name = "keuzehulpen/proef.md"
	f.Fuzz(func(t *testing.T, source []byte) {
		files := ground(t)
		files[name] = &fstest.MapFile{Data: source}
		cfg := shipped()
		cfg.Content, cfg.Templates, cfg.NoOffline = files, templates, true
		sink := write.NewMemory()
		result, err := generator.Build(cfg, sink)
		if err != nil {
			t.Fatal(err)
		}
		lines := strings.Split(strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(string(source)), "\n")
		told := map[problem.Problem]bool{}
		for _, p := range result.Problems {
			if told[p] {
				t.Errorf("%s: told twice", p)
			}
			told[p] = true
			if p.File != "content/"+name {
				continue
			}
			if p.Line < 0 || p.Line > len(lines) || p.Line == 0 && p.Col != 0 {
				t.Errorf("%s: the file has %d lines", p, len(lines))
			} else if p.Line > 0 && p.Col > len([]rune(lines[p.Line-1]))+1 {
				t.Errorf("%s: the line has %d characters", p, len([]rune(lines[p.Line-1])))
			}
		}
		if _, made := sink.Files["keuzehulpen/proef/index.html"]; made != (result.Problems.Errors() == 0) {
			t.Errorf("made: %v, with %d errors", made, result.Problems.Errors())
		}
	})
}
