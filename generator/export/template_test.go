package export

import (
	"bytes"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"
	"unicode"

	"gopkg.in/yaml.v3"

	"kaartenbak/generator/catalogue"
	"kaartenbak/generator/field"
	"kaartenbak/generator/fixture"
	"kaartenbak/generator/frontmatter"
	"kaartenbak/generator/load"
)

// loadOne reads one entry, and gives it with all that is wrong with it.
func loadOne(t testing.TB, c *catalogue.Collection, source []byte) (*catalogue.Entry, []string) {
	t.Helper()
	cat, problems := load.Catalogue(fstest.MapFS{
		c.Name + "/kaart.md": &fstest.MapFile{Data: source},
	}, "content")
	var messages []string
	for _, p := range problems {
		if strings.HasPrefix(p.File, "content/"+c.Name+"/") && p.Rule != "opmaak-in-veld" { // some titles have markup on purpose
			messages = append(messages, p.String())
		}
	}
	if len(cat.Entries) != 1 {
		t.Fatal(len(cat.Entries), messages)
	}
	return cat.Entries[0], messages
}

var titles = []string{
	"Gewone titel", "Met een: dubbele punt", `"Met aanhalingstekens" en \`, "'s Avonds", "“Krullen” en ‘krullen’", "# hekje", "a # b",
	"- streepje", "[haken]", "{accolades}", "*ster*", "&en", "!uitroep", "%procent", "@apenstaart", "`accent`", "| streep", "> pijl",
	"null", "~ ongeveer", "ja", "yes", "true", "2021", "2021-10-05", "1.5", "0x1F", "19:00", "Ééntje 🩺", "=1+1", "a, b", "? vraag",
	strings.Repeat("lang ", 39) + "einde",
}

// An empty entry passes the check as it is, and keeps the title.
func TestTemplatePasses(t *testing.T) {
	cat, texts := shipped(t)
	for _, c := range catalogue.Collections {
		front := compile(t, Schema(c, cat.Vocabularies, texts, ""), "")
		for _, title := range titles {
			source := Template(c, title, texts, cat)
			e, problems := loadOne(t, c, source)
			if len(problems) > 0 {
				t.Errorf("%s %q: %q", c.Name, title, problems)
			}
			if got := e.Title(); got != title {
				t.Errorf("%s: title %q became %q", c.Name, title, got)
			}
			doc, _ := frontmatter.Read("kaart.md", source)
			if err := front.Validate(asEditor(doc.Node)); err != nil {
				t.Errorf("%s %q: %v", c.Name, title, err)
			}
		}
	}
}

func TestTemplateWithoutTitle(t *testing.T) {
	cat, texts := shipped(t)
	for _, title := range []string{"", " \n ", "\x00\u2028"} {
		e, problems := loadOne(t, catalogue.Collections[0], Template(catalogue.Collections[0], title, texts, cat))
		if e.Title() != noTitle || len(problems) > 0 {
			t.Errorf("%q: %q %q", title, e.Title(), problems)
		}
	}
}

var (
	off     = regexp.MustCompile(`(?m)^#([^ ].*|  .*)$`) // a field, or what is in its group
	instead = regexp.MustCompile(`(?m)^([a-z_]+): onbekend\n# Weet u het\?`)
)

// Every field of an empty entry reads when its # is taken off.
func TestTemplateExamplesRead(t *testing.T) {
	cat, texts := shipped(t)
	for _, c := range catalogue.Collections {
		source := Template(c, "Titel", texts, cat)
		source = instead.ReplaceAll(source, []byte("#"))
		source = off.ReplaceAll(source, []byte("$1"))
		e, problems := loadOne(t, c, source)
		for _, p := range problems {
			t.Errorf("%s: %s in\n%s", c.Name, p, source)
		}
		for f := range e.Fields() {
			if f.State() == field.Absent && f.Kind != field.KindBody {
				t.Errorf("%s: %s is not in the empty entry", c.Name, f.Key)
			}
		}
		for _, r := range Fields(c, texts) {
			if !bytes.Contains(source, []byte(r.Key+":")) && r.Key != bodyKey {
				t.Errorf("%s: %s is not in the empty entry", c.Name, r.Path)
			}
		}
	}
}

func FuzzTitle(f *testing.F) {
	for _, title := range titles {
		f.Add(title)
	}
	f.Add("~")
	_, texts, _ := fixture.Read(f, archiveName)
	f.Fuzz(func(t *testing.T, title string) {
		want := oneLine(title)
		if want == "" || !printable(want) {
			return // the check refuses these characters
		}
		var head struct{ Titel string }
		source := string(Template(catalogue.Collections[0], title, texts, &catalogue.Catalogue{}))
		block, _, _ := strings.Cut(strings.TrimPrefix(source, "---\n"), "\n---\n")
		if err := yaml.Unmarshal([]byte(block), &head); err != nil {
			t.Fatalf("%q: %v", title, err)
		}
		if head.Titel != want {
			t.Errorf("%q became %q", want, head.Titel)
		}
	})
}

// printable are the characters that YAML takes as they are (YAML 1.2.2, section 5.1).
func printable(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return r == 0xFEFF || r == 0xFFFE || r == 0xFFFF || unicode.IsControl(r) })
}
