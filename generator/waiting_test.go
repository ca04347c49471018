package generator_test

import (
	"bytes"
	"io/fs"
	"os"
	"slices"
	"testing"
	"testing/fstest"
	"time"

	"gopkg.in/yaml.v3"

	"kaartenbak/generator"
	"kaartenbak/generator/catalogue"
	"kaartenbak/generator/field"
	"kaartenbak/generator/write"
)

// TestNewsWaitsForItsDay: until then nothing of it is in any file of the site, and
// from that day on it is where news is.
func TestNewsWaitsForItsDay(t *testing.T) {
	content := ground(t)
	content["adressen.txt"] = &fstest.MapFile{}
	content["nieuws/straks.md"] = &fstest.MapFile{Data: []byte("---\ntitel: Verzonnen geheim\nsamenvatting: Een geheim bericht.\ndatum: 2026-12-01\nbronnen: onbekend\n---\n\nEen geheim.\n")}
	build := func(day int) (*generator.Result, map[string][]byte) {
		cfg := shipped()
		cfg.Content, cfg.Today = content, time.Date(2026, 11, day, 0, 0, 0, 0, time.UTC)
		sink := write.NewMemory()
		result, err := generator.Build(cfg, sink)
		if err != nil || len(result.Problems) > 0 {
			t.Fatal(err, report(result.Problems))
		}
		return result, sink.Files
	}

	result, files := build(30)
	if len(result.Waiting) != 1 || result.Waiting[0].ID() != "nieuws/straks" || slices.Contains(result.Unnoted.Addresses, "/nieuws/straks/") {
		t.Errorf("waiting are %v, new are %q", result.Waiting, result.Unnoted.Addresses)
	}
	for name, data := range files {
		if bytes.Contains([]byte(name), []byte("straks")) || bytes.Contains(data, []byte("geheim")) || bytes.Contains(data, []byte("nieuws/straks")) {
			t.Errorf("%s has what is not there yet", name)
		}
	}

	result, files = build(31)
	if len(result.Waiting) != 0 || !slices.Contains(result.Unnoted.Addresses, "/nieuws/straks/") {
		t.Errorf("waiting are %v, new are %q", result.Waiting, result.Unnoted.Addresses)
	}
	for _, name := range []string{"index.html", "nieuws/index.html", "nieuws/straks/index.html", "nieuws/straks/kaart.md", "feed.xml", "data/nieuws.json", "data/catalogus.json"} {
		if !bytes.Contains(files[name], []byte("geheim")) {
			t.Errorf("%s does not have what is there today", name)
		}
	}
	if !bytes.Contains(files["sitemap.xml"], []byte("/nieuws/straks/")) {
		t.Error("the page is not in the sitemap")
	}
}

// A value that no vocabulary has, or a key that no field has, would let every date
// pass.
func TestWhatMakesADatePastIsThere(t *testing.T) {
	var look func(c *catalogue.Collection, schema *field.Schema)
	look = func(c *catalogue.Collection, schema *field.Schema) {
		for _, d := range schema.Fields {
			if d.Inner != nil {
				look(c, d.Inner)
			}
			if d.PastWhere.Key == "" {
				continue
			}
			where := c.Schema.Keyed(d.PastWhere.Key)
			if where == nil || where.Kind != field.KindTerm {
				t.Errorf("%s: %s looks at %s, which is no term", c.Name, d.Key, d.PastWhere.Key)
				continue
			}
			source, err := fs.ReadFile(os.DirFS("../content/begrippen"), where.Of+".yaml")
			if err != nil {
				t.Fatal(err)
			}
			var terms []struct{ ID string }
			if err := yaml.Unmarshal(source, &terms); err != nil {
				t.Fatal(err)
			}
			for _, value := range d.PastWhere.Values {
				if !slices.Contains(terms, struct{ ID string }{value}) {
					t.Errorf("%s: %s looks for %s, which is not in %s", c.Name, d.Key, value, where.Of)
				}
			}
		}
	}
	for _, c := range catalogue.Collections {
		look(c, c.Schema)
	}
}
