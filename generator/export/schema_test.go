package export

import (
	"bytes"
	"encoding/json"
	"io"
	"io/fs"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"gopkg.in/yaml.v3"

	"kaartenbak/generator/catalogue"
	"kaartenbak/generator/fixture"
	"kaartenbak/generator/frontmatter"
	"kaartenbak/generator/ui"
)

// compile reads a schema with another's implementation. The part is "" for the
// front matter, "lijst" for the export.
func compile(t testing.TB, source []byte, part string) *jsonschema.Schema {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(source))
	if err != nil {
		t.Fatal(err)
	}
	const url = "https://kaartenbak.example/schema.json"
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	if err := c.AddResource(url, doc); err != nil {
		t.Fatal(err)
	}
	if part != "" {
		part = "#/$defs/" + part
	}
	s, err := c.Compile(url + part)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// asEditor gives YAML as an editor sees it, which reads YAML 1.2: a date is a
// string, 19.00 and 2021 are numbers.
func asEditor(n *yaml.Node) any {
	switch n.Kind {
	case yaml.MappingNode:
		m := map[string]any{}
		for i := 0; i+1 < len(n.Content); i += 2 {
			m[n.Content[i].Value] = asEditor(n.Content[i+1])
		}
		return m
	case yaml.SequenceNode:
		l := []any{}
		for _, item := range n.Content {
			l = append(l, asEditor(item))
		}
		return l
	}
	switch n.Tag {
	case "!!int", "!!float":
		if _, err := strconv.ParseFloat(n.Value, 64); err == nil {
			return json.Number(n.Value)
		}
	case "!!bool":
		return n.Value == "true"
	case "!!null":
		return nil
	}
	return n.Value
}

// Every entry fits the schema, as it was written and as it is exported.
func TestEntriesFitTheSchema(t *testing.T) {
	cat, texts := shipped(t)
	made, madeTexts, archive := fixture.Read(t, archiveName)
	for _, c := range catalogue.Collections {
		fit(t, c, cat, texts, func(file string) ([]byte, error) { return os.ReadFile("../../" + file) })
		fit(t, c, made, madeTexts, func(file string) ([]byte, error) {
			for _, f := range archive.Files {
				if f.Name == file {
					return f.Data, nil
				}
			}
			return nil, fs.ErrNotExist
		})
	}
}

func fit(t *testing.T, c *catalogue.Collection, cat *catalogue.Catalogue, texts *ui.Texts, source func(file string) ([]byte, error)) {
	t.Helper()
	entries := cat.Of(c)
	schema := Schema(c, cat.Vocabularies, texts, "")
	front, exported := compile(t, schema, ""), compile(t, schema, "lijst")
	for _, address := range []string{"", base} {
		doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(written(t, func(w io.Writer) error { return JSON(w, entries, address) })))
		if err != nil {
			t.Fatal(err)
		}
		if n := len(doc.([]any)); n != len(entries) {
			t.Errorf("%s: %d of %d entries exported", c.Name, n, len(entries))
		}
		if err := exported.Validate(doc); err != nil {
			t.Errorf("%s.json: %v", c.Name, err)
		}
	}
	for _, e := range entries {
		data, err := source(e.File)
		if err != nil {
			t.Fatal(err)
		}
		doc, _ := frontmatter.Read(e.File, data)
		if doc.Node == nil {
			continue // the check says why
		}
		if err := front.Validate(asEditor(doc.Node)); err != nil {
			t.Errorf("%s: %v", e.File, err)
		}
	}
}

func TestSchemaOfFrontMatter(t *testing.T) {
	cat, texts, _ := fixture.Read(t, archiveName)
	aids := compile(t, Schema(fixture.Collection(t, "keuzehulpen"), cat.Vocabularies, texts, base), "")
	meetings := compile(t, Schema(fixture.Collection(t, "bijeenkomsten"), cat.Vocabularies, texts, base), "")
	const required = `{titel: x, samenvatting: onbekend, beslissing: onbekend, aandoeningen: onbekend, instrumenten: onbekend,
		doelgroep: onbekend, niet_voor: onbekend, link: onbekend, toegang: onbekend, kosten: onbekend, talen: onbekend,
		makers: onbekend, financiering: onbekend, status: onbekend, bijwerken: onbekend, bronnen: onbekend}`
	const meeting = `{titel: x, samenvatting: onbekend, datum: onbekend, status: onbekend, regios: onbekend, doelgroep: onbekend,
		organisatoren: onbekend, bronnen: onbekend}`
	for _, c := range []struct {
		schema *jsonschema.Schema
		whole  string
		more   string // merged into the whole
		good   bool
	}{
		{aids, required, `{}`, true},
		{aids, `{titel: x}`, `{}`, false},
		{aids, required, `{samenvating: x}`, false},
		{aids, required, `{titel: 2021}`, true},
		{aids, required, `{titel: ""}`, false},
		{aids, required, `{titel: [x]}`, false},
		{aids, required, `{talen: [nl]}`, true},
		{aids, required, `{talen: nl}`, false},
		{aids, required, `{talen: []}`, false},
		{aids, required, `{talen: [nl, nl]}`, false},
		{aids, required, `{talen: [nl, onbekend]}`, false},
		{aids, required, `{talen: [NL]}`, false},
		{aids, required, `{status: actueel}`, true},
		{aids, required, `{status: oud}`, false},
		{aids, required, `{minuten: 20}`, true},
		{aids, required, `{minuten: onbekend}`, true},
		{aids, required, `{minuten: 1.5}`, false},
		{aids, required, `{minuten: -1}`, false},
		{aids, required, `{minuten: twintig}`, false},
		{aids, required, `{uitgebracht: 2021}`, true},
		{aids, required, `{uitgebracht: 2021-10}`, true},
		{aids, required, `{uitgebracht: 2021-10-05}`, true},
		{aids, required, `{uitgebracht: medio 2021-10}`, true},
		{aids, required, `{uitgebracht: 5-10-2021}`, false},
		{aids, required, `{uitgebracht: 2021-13}`, false},
		{aids, required, `{uitgebracht: ooit}`, false},
		{aids, required, `{link: "https://www.voorbeeld.nl/é?a=b#c"}`, true},
		{aids, required, `{link: www.voorbeeld.nl}`, false},
		{aids, required, `{link: "javascript:alert(1)"}`, false},
		{aids, required, `{link: "https://spatie in het adres"}`, false},
		{aids, required, `{ipdas: {opties: ja, bronvermelding: onbekend}}`, true},
		{aids, required, `{ipdas: {opties: misschien}}`, false},
		{aids, required, `{ipdas: {optie: ja}}`, false},
		{aids, required, `{ipdas: {}}`, false},
		{aids, required, `{richtlijn: onbekend}`, true},
		{aids, required, `{richtlijn: {titel: x, versie: 2.0}}`, true},
		{aids, required, `{richtlijn: {versie: 2.0}}`, false},
		{aids, required, `{bronnen: [{titel: x, uitgever: onbekend, datum: onbekend}]}`, true},
		{aids, required, `{bronnen: [{titel: x}]}`, false},
		{aids, required, `{bronnen: []}`, false},
		{aids, required, `{vervangen_door: andere-kaart}`, true},
		{aids, required, `{vervangen_door: Andere kaart}`, false},
		{aids, required, `{hoofdtekst: x}`, false},
		{meetings, meeting, `{begin: 19.00, eind: "21:30"}`, true},
		{meetings, meeting, `{begin: onbekend}`, true},
		{meetings, meeting, `{begin: avond}`, false},
		{meetings, meeting, `{begin: "25.00"}`, false},
	} {
		doc := parseYAML(t, c.whole)
		for key, value := range parseYAML(t, c.more) {
			doc[key] = value
		}
		if err := c.schema.Validate(doc); (err == nil) != c.good {
			t.Errorf("%s: good should be %t: %v", c.more, c.good, err)
		}
	}
}

func parseYAML(t testing.TB, source string) map[string]any {
	t.Helper()
	var doc yaml.Node
	if err := yaml.Unmarshal([]byte(strings.ReplaceAll(source, "\t", " ")), &doc); err != nil {
		t.Fatalf("%s: %v", source, err)
	}
	return asEditor(doc.Content[0]).(map[string]any)
}
