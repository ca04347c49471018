package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kaartenbak/generator"
	"kaartenbak/generator/catalogue"
	"kaartenbak/generator/export"
	"kaartenbak/templates"
)

// imported runs the verb, and gives what it prints and its exit code.
func imported(t *testing.T, args ...string) (stdout, stderr string, code int) {
	t.Helper()
	var out, errs bytes.Buffer
	c := &call{stdout: &out, stderr: &errs}
	code = c.finish(c.run(append([]string{"import"}, args...)))
	return out.String(), errs.String(), code
}

// opened reads a content folder.
func opened(t *testing.T, dir string) *generator.Site {
	t.Helper()
	site, err := generator.Check(generator.Config{Content: os.DirFS(dir), ContentName: dir, Templates: templates.FS, Today: today().Time})
	if err != nil {
		t.Fatal(err)
	}
	return site
}

// values are the entries of a collection as data, and their texts as they were written.
func values(t *testing.T, site *generator.Site, c *catalogue.Collection) string {
	t.Helper()
	var b bytes.Buffer
	if err := export.JSON(&b, site.Catalogue.Of(c), ""); err != nil {
		t.Fatal(err)
	}
	for _, e := range site.Catalogue.Of(c) {
		body, err := site.Body(e)
		if err != nil {
			t.Fatal(err)
		}
		b.WriteString(e.Slug + "\n" + body + "\n")
	}
	return b.String()
}

// Every entry of the catalogue goes out as a spreadsheet and as CSV, and comes back with
// the same values and the same text.
func TestEntriesComeBack(t *testing.T) {
	whole := opened(t, "../../content")
	site, err := generator.NewOpener(generator.Config{Content: os.DirFS("../../content"), ContentName: "content", Templates: templates.FS, Today: today().Time, NoSearch: true})
	if err != nil {
		t.Fatal(err)
	}
	made, err := site.Open(today().Time)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range catalogue.Collections {
		if len(whole.Catalogue.Of(c)) == 0 {
			t.Errorf("no entries of %s", c.Name)
		}
		want := values(t, whole, c)
		for _, extension := range []string{".xlsx", ".csv"} {
			data, ok, err := made.Make("data/" + c.Name + extension)
			if err != nil || !ok {
				t.Fatal(c.Name, ok, err)
			}
			dir := t.TempDir()
			file := filepath.Join(dir, c.Name+extension)
			if err := os.WriteFile(file, data, 0o644); err != nil {
				t.Fatal(err)
			}
			emptied(t, dir+"/content", c)
			stdout, stderr, code := imported(t, "--content", dir+"/content", c.Name, file)
			if code != exitFine {
				t.Errorf("%s%s: exit code %d\n%s", c.Name, extension, code, stderr)
			}
			if n := strings.Count(stdout, "\n"); n != len(whole.Catalogue.Of(c)) {
				t.Errorf("%s%s: %d entries came back of %d\n%s", c.Name, extension, n, len(whole.Catalogue.Of(c)), stderr)
			}
			if got := values(t, opened(t, dir+"/content"), c); got != want {
				t.Errorf("%s%s:\n%s", c.Name, extension, differing(got, want))
			}
		}
	}
}

// emptied copies the content of this repository without the entries of a collection.
func emptied(t *testing.T, dir string, c *catalogue.Collection) {
	t.Helper()
	if err := os.CopyFS(dir, os.DirFS("../../content")); err != nil {
		t.Fatal(err)
	}
	if err := os.RemoveAll(filepath.Join(dir, c.Name)); err != nil {
		t.Fatal(err)
	}
}

// differing are the lines in which two texts differ, some of them.
func differing(got, want string) string {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	var all []string
	for i := 0; i < min(len(g), len(w)) && len(all) < 8; i++ {
		if g[i] != w[i] {
			all = append(all, "got  "+g[i], "want "+w[i])
		}
	}
	return strings.Join(all, "\n")
}
