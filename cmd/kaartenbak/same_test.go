package main

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// TestSameBytesElsewhere builds the same content in another place, time zone and
// language, on another number of cores, with files that came in another order.
func TestSameBytesElsewhere(t *testing.T) {
	here := content(t)
	elsewhere := filepath.Join(t.TempDir(), "een andere plek", "kaarten")
	var names []string
	filepath.WalkDir(here, func(name string, d os.DirEntry, _ error) error {
		if !d.IsDir() {
			names = append(names, name)
		}
		return nil
	})
	slices.Reverse(names)
	for _, name := range names {
		rel, _ := filepath.Rel(here, name)
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		to := filepath.Join(elsewhere, rel)
		if err := os.MkdirAll(filepath.Dir(to), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(to, data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	var sites []map[string][]byte
	for _, c := range []struct {
		dir string
		env []string
	}{
		{here, []string{"TZ=UTC", "LANG=C", "LC_ALL=C", "GOMAXPROCS=1"}},
		{elsewhere, []string{"TZ=Pacific/Kiritimati", "LANG=tr_TR.UTF-8", "LC_ALL=tr_TR.UTF-8", "GOMAXPROCS=7", "HOME=/nergens"}},
	} {
		out := t.TempDir()
		build := command("build", "--content", c.dir, "--out", out, "--today", "2026-11-22", "--base-url", "https://kaartenbak.example/x")
		build.Env = append(build.Env, c.env...)
		if output, err := build.CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, output)
		}
		files := map[string][]byte{}
		filepath.WalkDir(out, func(name string, d os.DirEntry, _ error) error {
			if !d.IsDir() {
				rel, _ := filepath.Rel(out, name)
				files[rel], _ = os.ReadFile(name)
			}
			return nil
		})
		sites = append(sites, files)
	}
	if len(sites[0]) < 100 || len(sites[0]) != len(sites[1]) {
		t.Errorf("%d files, and %d", len(sites[0]), len(sites[1]))
	}
	for name, data := range sites[0] {
		if !bytes.Equal(data, sites[1][name]) {
			t.Errorf("%s differs", name)
		}
	}
}
