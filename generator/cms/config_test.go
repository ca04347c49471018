package cms

import (
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"gopkg.in/yaml.v3"

	"kaartenbak/generator/catalogue"
	"kaartenbak/generator/field"
	"kaartenbak/generator/fixture"
	"kaartenbak/generator/load"
	"kaartenbak/generator/ui"
)

// read gives the configuration of the made-up catalogue in which every field has a
// value, as a parser reads it.
func read(t *testing.T) map[string]any {
	t.Helper()
	cat, problems := load.Catalogue(fixture.Folder(t, "../../tests/fixture/content"), "content")
	if problems.Errors() > 0 {
		t.Fatal(problems)
	}
	for role, text := range map[field.Role[field.Text]]string{
		catalogue.Repository: "https://gitlab.com/verzonnen/groep/kaartenbak.git", catalogue.CMSApp: "0123",
	} {
		cat.Site.Set(role.In(cat.Site.Schema()), &field.Text{Text: text, State: field.Known})
	}
	data, err := configuration(cat, fixture.Texts(t, os.DirFS("../../templates")), fixture.Base)
	if err != nil {
		t.Fatal(err)
	}
	var config map[string]any
	if err := yaml.Unmarshal(data, &config); err != nil {
		t.Fatal(err)
	}
	return config
}

func TestBackend(t *testing.T) {
	backend := read(t)["backend"].(map[string]any)
	for key, want := range map[string]any{"name": "gitlab", "repo": "verzonnen/groep/kaartenbak", "branch": "hoofd", "auth_type": "pkce", "app_id": "0123"} {
		if backend[key] != want {
			t.Errorf("%s is %#v, want %#v", key, backend[key], want)
		}
	}
	for repository, want := range map[string]string{
		"https://github.com/wie/wat": "github wie/wat", "https://github.com/wie/wat/": "github wie/wat",
		"https://github.com/wie": " ", "https://github.com/wie/wat/tree/main": " ", "https://code.example/wie/wat": " ", "https://github.com.example/wie/wat": " ", "onzin": " ", "": " ",
	} {
		if backend, name := forge(repository); backend+" "+name != want {
			t.Errorf("%s: %q %q", repository, backend, name)
		}
	}
}

// TestEveryFieldHasAWidget: no field is left out, and of each the state "unknown"
// can be told, unless it is no answer.
func TestEveryFieldHasAWidget(t *testing.T) {
	config := read(t)
	var look func(path string, fields []*field.Declaration, widgets []any)
	look = func(path string, fields []*field.Declaration, widgets []any) {
		if len(fields) != len(widgets) {
			t.Fatalf("%s has %d fields and %d widgets", path, len(fields), len(widgets))
		}
		for i := range fields {
			f, w := fields[i], widgets[i].(map[string]any)
			at := path + "." + f.Key
			if w["name"] != f.Key || w["required"] != f.Required || w["label"] == "" || w["hint"] == nil {
				t.Errorf("%s: %v", at, w)
			}
			switch options, _ := w["options"].([]any); f.Kind {
			case field.KindTerm, field.KindTerms, field.KindRef, field.KindRefs:
				unknowns := slices.IndexFunc(options, func(o any) bool { return o.(map[string]any)["value"] == field.UnknownWord })
				if w["widget"] != "select" || unknowns != len(options)-1 {
					t.Errorf("%s: %v", at, w)
				}
			case field.KindGroup, field.KindGroups, field.KindMarks:
				types := w["types"].([]any)
				if types[1].(map[string]any)["name"] != field.UnknownWord {
					t.Errorf("%s: %v", at, types)
				}
				if f.Kind != field.KindMarks {
					look(at, f.Inner.Fields, types[0].(map[string]any)["fields"].([]any))
				}
			case field.KindDate, field.KindNumber, field.KindClock:
				if w["widget"] != "string" {
					t.Errorf("%s is written in another way by the widget %s", at, w["widget"])
				}
			}
		}
	}
	collections := config["collections"].([]any)
	for i, c := range catalogue.Collections {
		collection := collections[i].(map[string]any)
		if collection["delete"] != false || collection["editor"].(map[string]any)["preview"] != false {
			t.Errorf("%s: %v", c.Name, collection)
		}
		look(c.Name, c.Schema.Fields, collection["fields"].([]any))
	}
}

// TestEveryTextIsUsed: the texts under redactiesysteem are those that the files of
// the editing system ask for. Under decap stand names of Decap's own, which it gets
// as they are.
func TestEveryTextIsUsed(t *testing.T) {
	templates := os.DirFS("../../templates")
	none, err := ui.Load(fstest.MapFS{"ui/nl.yaml": {Data: []byte("maanden: 1 2 3 4 5 6 7 8 9 10 11 12")}})
	if err != nil {
		t.Fatal(err)
	}
	cat, _ := load.Catalogue(fixture.Folder(t, "../../tests/fixture/content"), "content")
	if _, err := configuration(cat, none, fixture.Base); err != nil {
		t.Fatal(err)
	}
	if _, err := page(templates, cat, none); err != nil {
		t.Fatal(err)
	}
	var asked, there []string
	for _, key := range none.Missing() {
		if name, ok := strings.CutPrefix(key, "redactiesysteem."); ok {
			asked = append(asked, name)
		}
	}
	for name := range fixture.Texts(t, templates).Below("redactiesysteem") {
		if !strings.HasPrefix(name, "decap.") {
			there = append(there, name)
		}
	}
	slices.Sort(there)
	if !slices.Equal(asked, there) {
		t.Errorf("asked for are\n%v\nand there are\n%v", asked, there)
	}
}
