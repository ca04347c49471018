package main

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// TestNoPlaceForASite: a folder where a site would do harm is refused.
func TestNoPlaceForASite(t *testing.T) {
	dir := t.TempDir()
	t.Chdir(dir)
	for _, name := range []string{"content/nieuws", "other"} {
		if err := os.MkdirAll(name, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Symlink("content", "link"); err != nil {
		t.Fatal(err)
	}
	for out, want := range map[string]string{
		"": "no folder", "/": "the root of the disk", "///": "the root of the disk",
		"content": "in the content folder", "content/": "in the content folder", "./content/new/er": "in the content folder", "link/new": "in the content folder",
		filepath.Join(dir, "content", "nieuws"): "in the content folder",
		"public":                                "", "other": "", "other/new/er": "", "contents": "", "..public": "",
	} {
		if got := unsuitable(out, "content"); got != want {
			t.Errorf("%q is %q, want %q", out, got, want)
		}
	}
}

// TestWrongUse: what cannot be meant is wrong use, and writes nothing.
func TestWrongUse(t *testing.T) {
	dir := content(t)
	t.Chdir(filepath.Dir(dir))
	for _, args := range [][]string{
		{"build", "--out", "content/site"},
		{"build", "--out", ""},
		{"build", "--base-url", `https://a.example/"><gevaar>`},
		{"build", "--base-url", "https://a.example/a b"},
		{"build", "--base-url", "https://jan@a.example/"},
		{"build", "--base-url", "javascript:gevaar()"},
		{"build", "--today", "2026-02-30"},
		{"check", "../../etc/passwd"},
		{"check", "--", "--format"},
		{"new", "keuzehulpen", "CON"},
		{"new", "keuzehulpen", "Index"},
		{"new", "keuzehulpen", "..."},
		{"new", "../nieuws", "Titel"},
		{"gevaar"},
	} {
		run := command(args...)
		output, err := run.CombinedOutput()
		var exit *exec.ExitError
		if !errors.As(err, &exit) || exit.ExitCode() != exitUsage {
			t.Errorf("%q: %v\n%s", args, err, output)
		}
	}
	here, err := os.ReadDir(".")
	if err != nil || len(here) != 1 {
		t.Errorf("%v was written (%v)", here, err)
	}
	for _, name := range []string{"con.md", "index.md"} {
		if _, err := os.Stat(filepath.Join(dir, "keuzehulpen", name)); err == nil {
			t.Errorf("%s was made", name)
		}
	}
}
