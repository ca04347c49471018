package generator_test

import (
	"bytes"
	"fmt"
	"io/fs"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"kaartenbak/generator"
	"kaartenbak/generator/fixture"
	"kaartenbak/generator/problem"
)

// wantFile is the part of a test project that lists its problems.
const wantFile = "problemen"

// A project is a made-up content folder, on top of the [ground]. The part
// "problemen" is what the check says of it.
func project(t *testing.T, archive *txtar.Archive) fs.FS {
	t.Helper()
	files, shut := ground(t), map[string]bool{}
	for _, f := range archive.Files {
		if f.Name == wantFile {
			continue
		}
		name, mode := strings.TrimPrefix(f.Name, "content/"), fs.FileMode(0o644)
		data := f.Data
		switch {
		case strings.HasSuffix(name, " (koppeling)"): // a symbolic link
			name, mode = strings.TrimSuffix(name, " (koppeling)"), fs.ModeSymlink
		case strings.HasSuffix(name, " (dicht)"): // a file that may not be opened
			name = strings.TrimSuffix(name, " (dicht)")
			shut[name] = true
		case strings.HasSuffix(name, " (weg)"): // a file of the ground that is not there
			delete(files, strings.TrimSuffix(name, " (weg)"))
			continue
		case strings.HasSuffix(name, " (hex)"): // bytes that no text file holds
			name = strings.TrimSuffix(name, " (hex)")
			var raw []byte
			fmt.Sscanf(strings.Join(strings.Fields(string(data)), ""), "%x", &raw)
			data = raw
		}
		data = manyTimes.ReplaceAllFunc(data, func(s []byte) []byte {
			m := manyTimes.FindSubmatch(s)
			n, _ := strconv.Atoi(string(m[1]))
			return bytes.Repeat(m[2], n)
		})
		files[name] = &fstest.MapFile{Data: data, Mode: mode}
	}
	return shutFS{files, shut}
}

// manyTimes is how a project writes what is too long to write out: {201x} is 201
// times an x.
var manyTimes = regexp.MustCompile(`\{([0-9]+)([^{}0-9]+)\}`)

// A shutFS has files that may not be opened.
type shutFS struct {
	fs.FS
	shut map[string]bool
}

func (f shutFS) Open(name string) (fs.File, error) {
	if f.shut[name] {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
	}
	return f.FS.Open(name)
}

// report is the problems as the terminal shows them.
func report(problems problem.List) string {
	var b strings.Builder
	for _, p := range problems {
		kind := ""
		if p.Warning {
			kind = " (waarschuwing)"
		}
		fmt.Fprintf(&b, "%s%s\n", p, kind)
		if p.Hint != "" {
			fmt.Fprintf(&b, "\t%s\n", p.Hint)
		}
	}
	return b.String()
}

// TestRules checks each project of testdata/regels, and that every rule is
// broken in at least one of them.
func TestRules(t *testing.T) {
	names, err := filepath.Glob("testdata/regels/*.txtar")
	if err != nil || len(names) == 0 {
		t.Fatalf("no projects: %v", err)
	}
	broken := map[string]bool{
		"geen-adres": true, "geen-ontvanger": true, "redactiesysteem-pakket": true, // of a build alone: see tests/build.test.mjs and TestPackages
		"webadres-antwoordt-niet": true, // of check --links
	}
	for _, name := range names {
		archive, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			cfg := shipped()
			cfg.Content = project(t, archive)
			checked, err := generator.Check(cfg)
			if err != nil {
				t.Fatal(err)
			}
			for _, p := range checked.Problems {
				broken[p.Rule] = true
			}
			fixture.Compare(t, name, archive, map[string][]byte{wantFile: []byte(report(checked.Problems))})
		})
	}
	for _, r := range generator.Rules() {
		if !broken[r.Name] {
			t.Errorf("no project breaks the rule %s", r.Name)
		}
		if len(r.Doc) < 20 {
			t.Errorf("the rule %s does not say what it asks", r.Name)
		}
	}
}

// TestRuleNames: a name is how the manual, a test or a script finds a rule.
func TestRuleNames(t *testing.T) {
	seen := map[string]bool{}
	for _, r := range append(generator.Rules(), generator.SheetRules()...) {
		if len(r.Doc) < 20 {
			t.Errorf("the rule %s does not say what it asks", r.Name)
		}
		if seen[r.Name] {
			t.Errorf("two rules are called %s", r.Name)
		}
		seen[r.Name] = true
		if strings.Trim(r.Name, "abcdefghijklmnopqrstuvwxyz0123456789-") != "" {
			t.Errorf("%q cannot be the name of a rule", r.Name)
		}
	}
}
