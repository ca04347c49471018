package generator_test

import (
	"io/fs"
	"maps"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"
	"gopkg.in/yaml.v3"

	"kaartenbak/generator"
	"kaartenbak/generator/catalogue"
	"kaartenbak/generator/field"
	"kaartenbak/generator/fixture"
	"kaartenbak/generator/ui"
	"kaartenbak/generator/write"
	"kaartenbak/templates"
)

// An overlay is a file system with other files in the place of some of its own.
type overlay struct {
	fs.FS
	files fstest.MapFS
}

func (o overlay) Open(name string) (fs.File, error) {
	if _, ok := o.files[name]; ok {
		return o.files.Open(name)
	}
	return o.FS.Open(name)
}

const textFile = "ui/nl.yaml"

// templatesWith are the templates with other interface texts. change gets each
// text that there is, and gives what comes in its place; "" leaves it out.
func templatesWith(t *testing.T, change func(key, text string) string) fs.FS {
	t.Helper()
	source, err := fs.ReadFile(templates.FS, textFile)
	if err != nil {
		t.Fatal(err)
	}
	var root map[string]any
	if err := yaml.Unmarshal(source, &root); err != nil {
		t.Fatal(err)
	}
	var walk func(prefix string, group map[string]any)
	walk = func(prefix string, group map[string]any) {
		for key, value := range group {
			if inner, ok := value.(map[string]any); ok {
				walk(prefix+key+".", inner)
			} else if text := change(prefix+key, value.(string)); text != "" {
				group[key] = text
			} else {
				delete(group, key)
			}
		}
	}
	walk("", root)
	changed, err := yaml.Marshal(root)
	if err != nil {
		t.Fatal(err)
	}
	return overlay{templates.FS, fstest.MapFS{textFile: {Data: changed}}}
}

// TestMissingTextIsAnError: a site that would show the key of a text is not made,
// and all such keys are named at once.
func TestMissingTextIsAnError(t *testing.T) {
	cfg := shipped()
	cfg.Content, cfg.NoSearch = ground(t), true
	cfg.Templates = templatesWith(t, func(key, text string) string {
		if key == "menu.naam" || key == "soort.nieuwsbericht" { // of a template, and of the plan
			return ""
		}
		return text
	})
	_, err := generator.Build(cfg, write.NewMemory())
	if err == nil || !strings.HasSuffix(err.Error(), "lacks the interface texts menu.naam, soort.nieuwsbericht") {
		t.Errorf("the build says %v", err)
	}
}

// TestEveryTextIsUsed: a text that no catalogue shows and no script asks for is
// dead. In the place of each text comes its key, which is then looked for in what
// is made. Those of the editing system have a test in package cms.
func TestEveryTextIsUsed(t *testing.T) {
	unused := map[string]bool{}
	fillIns := regexp.MustCompile(`%[sd]`)
	keys := templatesWith(t, func(key, text string) string {
		if key == "maanden" { // these are cut into words
			return text
		}
		if !strings.HasPrefix(key, "redactiesysteem.") && !strings.HasPrefix(key, "rekenblad.ook.") { // the last are read, in sheets of others
			unused[key] = true
		}
		return "~" + key + "~" + strings.Join(fillIns.FindAllString(text, -1), " ")
	})
	keyShown := regexp.MustCompile(`~([\pL\d._-]+)~`)
	look := func(source string) {
		for _, m := range keyShown.FindAllStringSubmatch(source, -1) {
			delete(unused, m[1])
		}
	}

	rest := ground(t)
	archive, err := txtar.ParseFile("testdata/teksten.txtar")
	if err != nil {
		t.Fatal(err)
	}
	for i, f := range archive.Files {
		rest[f.Name] = &fstest.MapFile{Data: []byte(written(string(f.Data), i))}
	}
	for i, content := range []fs.FS{os.DirFS("../content"), fixture.Folder(t, "../tests/fixture/content"), rest} {
		cfg := shipped()
		cfg.Content, cfg.Templates, cfg.NoSearch = content, keys, i > 0
		if i == 2 {
			cfg.Forge = catalogue.Forge{}
		}
		for name, data := range siteOf(t, cfg) {
			if strings.HasPrefix(name, "assets/form-data") { // has all that a script may ask for
				continue
			}
			if strings.HasSuffix(name, ".xlsx") {
				look(partsOf(t, data))
			}
			look(strings.ReplaceAll(string(data), "\r\n ", "")) // a calendar breaks long lines
		}
	}

	scripts := formScripts(t)
	for key := range unused {
		name, ofScripts := strings.CutPrefix(key, "formulier.")
		name = strings.TrimSuffix(strings.TrimSuffix(name, ".een"), ".meer")
		if ofScripts && strings.Contains(scripts, `"`+name+`"`) {
			delete(unused, key)
		}
	}

	look(fieldTexts(t, keys))
	for _, key := range slices.Sorted(maps.Keys(unused)) {
		t.Errorf("nothing shows %s: take it out of ui/nl.yaml", key)
	}
}

// formScripts is the source of the scripts that get all texts of the form.
func formScripts(t *testing.T) string {
	t.Helper()
	var all strings.Builder
	err := fs.WalkDir(templates.FS, "components/form", func(name string, d fs.DirEntry, err error) error {
		if err != nil || path.Ext(name) != ".js" {
			return err
		}
		source, err := fs.ReadFile(templates.FS, name)
		all.Write(source)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all.String()
}

// fieldTexts are the label and the help of every field there is.
func fieldTexts(t *testing.T, templates fs.FS) string {
	t.Helper()
	texts, err := ui.Load(templates)
	if err != nil {
		t.Fatal(err)
	}
	var all strings.Builder
	var add func(collection, prefix string, schema *field.Schema)
	add = func(collection, prefix string, schema *field.Schema) {
		for _, f := range schema.Fields {
			at := prefix + f.Key
			all.WriteString(texts.Label(collection, at) + texts.Help(collection, at))
			if f.Inner != nil {
				add(collection, at+".", f.Inner)
			}
		}
	}
	for _, c := range catalogue.Collections {
		add(c.Name, "", c.Schema)
	}
	add("begrippen", "", catalogue.NewVocabulary("", "").New().Schema())
	add("begrippen", "", catalogue.NewAmbiguous().Schema())
	add("site", "", catalogue.NewSite().Schema())
	add("paginas", "", catalogue.NewPage("", "").Schema())
	return all.String()
}
