package main

import (
	"os"
	"path/filepath"
	"testing"

	"kaartenbak/generator"
	"kaartenbak/templates"
)

// TestSameCatalogueEachTime makes the catalogue twice, in both forms.
func TestSameCatalogueEachTime(t *testing.T) {
	first, second := t.TempDir(), t.TempDir()
	for _, dir := range []string{first, second} {
		m := makeUp(least)
		if err := m.writeContent(filepath.Join(dir, "content")); err != nil {
			t.Fatal(err)
		}
		if err := m.writeHugo(filepath.Join(dir, "hugo")); err != nil {
			t.Fatal(err)
		}
	}
	names, _, err := files(first)
	if err != nil {
		t.Fatal(err)
	}
	others, _, err := files(second)
	if err != nil {
		t.Fatal(err)
	}
	if len(names) != len(others) || len(names) < 2*least {
		t.Fatalf("%d files, and then %d", len(names), len(others))
	}
	for _, name := range names {
		a, err := os.ReadFile(filepath.Join(first, name))
		if err != nil {
			t.Fatal(err)
		}
		if b, err := os.ReadFile(filepath.Join(second, name)); err != nil || string(a) != string(b) {
			t.Errorf("%s differs: %v", name, err)
		}
	}
}

// TestCatalogueIsSound holds the made-up catalogue to the fields and rules that
// kaartenbak has today.
func TestCatalogueIsSound(t *testing.T) {
	dir := t.TempDir()
	const n = least + 1 // no number of which the shares are whole
	if err := writeOnly(dir, n); err != nil {
		t.Fatal(err)
	}
	if err := writeOnly(dir, n); err == nil {
		t.Error("it was written over what is there")
	}
	checked, err := generator.Check(generator.Config{
		Content: os.DirFS(dir), ContentName: "content", Templates: templates.FS, BaseURL: base, Today: today,
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range checked.Problems {
		if !p.Warning {
			t.Errorf("%s\n\t%s", p, p.Hint)
		}
	}
	if got := len(checked.Catalogue.Entries); got != n {
		t.Errorf("the catalogue has %d entries, not %d", got, n)
	}
}
