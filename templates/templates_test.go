package templates_test

import (
	"io/fs"
	"path"
	"regexp"
	"strings"
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
	all, missing := texts(t), 0
	absent := func() bool {
		before := missing
		missing = len(all.Missing())
		return missing > before
	}
	var look func(collection, prefix string, schema *field.Schema)
	look = func(collection, prefix string, schema *field.Schema) {
		for _, f := range schema.Fields {
			path := prefix + f.Key
			if all.Label(collection, path); absent() {
				t.Errorf("%s: %s has no label: put it under veld in ui/nl.yaml", collection, path)
			}
			if all.Help(collection, path); absent() {
				t.Errorf("%s: %s has no help: put it under hulp in ui/nl.yaml", collection, path)
			}
			if f.Inner != nil {
				look(collection, path+".", f.Inner)
			}
		}
	}
	for _, c := range catalogue.Collections {
		look(c.Name, "", c.Schema)
	}
	look("begrippen", "", catalogue.NewVocabulary("", "").New().Schema())
	look("begrippen", "", catalogue.NewAmbiguous().Schema())
	look("site", "", catalogue.NewSite().Schema())
	look("paginas", "", catalogue.NewPage("", "").Schema())
}

// What a collection brings along beside the names of its fields.
func TestEveryCollectionHasItsTextsAndIcon(t *testing.T) {
	all := texts(t)
	for _, c := range catalogue.Collections {
		keys := []string{"soort." + c.Singular, "hoofdtekst." + c.Singular}
		for _, part := range []string{"naam", "kop", "intro"} {
			keys = append(keys, "collectie."+c.Name+"."+part)
		}
		for _, f := range c.Schema.Fields {
			keys = append(keys, "sectie."+f.Section)
			switch {
			case f.Kind == field.KindRef, f.Kind == field.KindRefs:
				keys = append(keys, "terug."+c.Name+"."+f.Key)
			case catalogue.Link.Is(f):
				keys = append(keys, "open."+c.Name)
			}
		}
		for _, key := range keys {
			if !all.Has(key) {
				t.Errorf("ui/nl.yaml has no text for %s", key)
			}
		}
		if _, err := fs.Stat(templates.FS, "icons/"+c.Name+".svg"); err != nil {
			t.Error(err)
		}
	}
}

// each calls visit for every template.
func each(t *testing.T, visit func(name, source string)) {
	t.Helper()
	err := fs.WalkDir(templates.FS, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || path.Ext(name) != ".html" {
			return err
		}
		source, err := fs.ReadFile(templates.FS, name)
		visit(name, string(source))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

var (
	call = regexp.MustCompile(`\{\{(?:[^{}]*[ (])?(t|n) "([^"]+)"`)
	tag  = regexp.MustCompile(`(?s)\{\{.*?\}\}|<[^>]*>`)
	word = regexp.MustCompile(`\pL{2,}`)
)

func TestEveryTextOfATemplateExists(t *testing.T) {
	all := texts(t)
	each(t, func(name, source string) {
		for _, m := range call.FindAllStringSubmatch(source, -1) {
			keys := []string{m[2]}
			if m[1] == "n" {
				keys = []string{m[2] + ".een", m[2] + ".meer"}
			}
			for _, key := range keys {
				if !all.Has(key) {
					t.Errorf("%s: ui/nl.yaml has no text for %s", name, key)
				}
			}
		}
	})
}

// All words that a visitor reads stand in one file, for who corrects them: none
// stands in a template.
func TestNoTemplateHasWordsOfItsOwn(t *testing.T) {
	each(t, func(name, source string) {
		for _, attribute := range []string{"alt", "aria-label", "placeholder", "title"} {
			for _, m := range regexp.MustCompile(attribute+`="([^"]*)"`).FindAllStringSubmatch(source, -1) {
				if word.MatchString(tag.ReplaceAllString(m[1], "")) {
					t.Errorf("%s: a word in %s", name, m[0])
				}
			}
		}
		if found := word.FindString(tag.ReplaceAllString(source, " ")); found != "" {
			t.Errorf("%s: the word %q", name, found)
		}
	})
}

// The content security policy of the site forbids both.
func TestNoTemplateHasInlineStyleOrScript(t *testing.T) {
	inline := regexp.MustCompile(`\s(style|on[a-z]+)=|<style|<script(?:>| [^>]*>[^<])|javascript:`)
	each(t, func(name, source string) {
		if found := inline.FindString(source); found != "" {
			t.Errorf("%s: %q", name, found)
		}
	})
}

func TestEveryStyleSheetIsImported(t *testing.T) {
	site, err := fs.ReadFile(templates.FS, "site.css")
	if err != nil {
		t.Fatal(err)
	}
	names, err := fs.Glob(templates.FS, "components/*/*.css")
	if err != nil || len(names) == 0 {
		t.Fatal(names, err)
	}
	for _, name := range names {
		if !strings.Contains(string(site), `"`+name+`"`) {
			t.Errorf("site.css does not import %s", name)
		}
	}
}
