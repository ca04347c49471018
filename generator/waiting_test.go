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
		if err != nil {
			t.Fatal(err)
		}
		if len(result.Problems) > 0 {
			t.Fatal(report(result.Problems))
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

// A value that no vocabulary has would let every date pass, or nothing be used at once.
func TestValuesInOptionsAreTerms(t *testing.T) {
	require := func(c *catalogue.Collection, d *field.Declaration, vocabulary, value string) {
		source, err := fs.ReadFile(os.DirFS("../content/begrippen"), vocabulary+".yaml")
		if err != nil {
			t.Fatal(err)
		}
		var terms []struct{ ID string }
		if err := yaml.Unmarshal(source, &terms); err != nil {
			t.Fatal(err)
		}
		if !slices.Contains(terms, struct{ ID string }{value}) {
			t.Errorf("%s: %s looks for %s, which is not in %s", c.Name, d.Key, value, vocabulary)
		}
	}
	var look func(c *catalogue.Collection, schema *field.Schema)
	look = func(c *catalogue.Collection, schema *field.Schema) {
		for _, d := range schema.Fields {
			if d.Inner != nil {
				look(c, d.Inner)
			}
			if d.Direct != "" {
				require(c, d, d.Of, d.Direct)
			}
			for _, value := range d.PastWhere.Values {
				require(c, d, c.Schema.Keyed(d.PastWhere.Key).Of, value)
			}
		}
	}
	for _, c := range catalogue.Collections {
		look(c, c.Schema)
	}
}
