package templates_test

import (
	"testing"

	"kaartenbak/generator/catalogue"
	"kaartenbak/generator/field"
	"kaartenbak/generator/ui"
	"kaartenbak/templates"
)

func texts(t *testing.T) *ui.Texts {
	t.Helper()
	all, err := ui.Load(templates.FS)
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// A field that is added without a label shows its key to visitors; one without
// help leaves authors guessing.
func TestEveryFieldHasALabelAndHelp(t *testing.T) {
	all := texts(t)
	var look func(collection, prefix string, fields []field.Field)
	look = func(collection, prefix string, fields []field.Field) {
		for i := range fields {
			path := prefix + fields[i].Key
			if all.Label(collection, path); len(all.Missing()) > 0 {
				t.Fatalf("%s: %s has no label: put it under veld in ui/nl.yaml", collection, path)
			}
			if all.Help(collection, path); len(all.Missing()) > 0 {
				t.Fatalf("%s: %s has no help: put it under hulp in ui/nl.yaml", collection, path)
			}
			look(collection, path+".", fields[i].Inner())
		}
	}
	for _, c := range catalogue.Collections {
		look(c.Name, "", field.Of(c.New()))
	}
	look("begrippen", "", field.Of(&catalogue.Term{}))
	look("begrippen", "", field.Of(&catalogue.Ambiguous{}))
	look("site", "", field.Of(&catalogue.Site{}))
	look("paginas", "", field.Of(&catalogue.Page{}))
}
