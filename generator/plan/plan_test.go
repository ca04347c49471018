package plan_test

import (
	"fmt"
	"maps"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"kaartenbak/generator/catalogue"
	"kaartenbak/generator/field"
	"kaartenbak/generator/fixture"
	"kaartenbak/generator/ledger"
	"kaartenbak/generator/plan"
	"kaartenbak/generator/ui"
)

// TestSpecification plans the catalogue of each archive in testdata and holds it
// against the parts of pages that the archive has beside its content.
//
// A file "/keuzehulpen/knie/ feiten" is one part of one page, of those in
// notation_test.go. With a * in the address it is that part of all pages with such an
// address, each below its own. The file "adressen" is all pages, and "stromen" all
// feeds of what changed. The day is 22
// November 2026, and the site is published where content/site.yaml says.
func TestSpecification(t *testing.T) {
	for _, name := range archives(t) {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			if missing := specified(t, name).Missing(); len(missing) > 0 {
				t.Errorf("interface texts that are missing: %v", missing)
			}
		})
	}
}

// TestEveryPartIsSpecified: what the notation has words for stands in an archive.
func TestEveryPartIsSpecified(t *testing.T) {
	unused := maps.Clone(parts)
	for _, name := range archives(t) {
		archive, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range archive.Files {
			_, part, _ := strings.Cut(f.Name, " ")
			delete(unused, part)
		}
	}
	for part := range unused {
		t.Errorf("no archive specifies %s", part)
	}
}

func archives(t *testing.T) []string {
	t.Helper()
	names, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(names) == 0 {
		t.Fatalf("no archives: %v", err)
	}
	return names
}

// specified holds an archive against its plan, and gives the interface texts of the
// plan.
func specified(t *testing.T, name string) *ui.Texts {
	t.Helper()
	cat, texts, archive := fixture.Read(t, name)
	p := plan.Pages(cat, ledger.Open(cat, fixture.Today), texts, catalogue.BaseURL.Of(cat.Site).Text, fixture.Today)
	outputs := map[string][]byte{}
	for _, f := range archive.Files {
		if pattern, part, ok := strings.Cut(f.Name, " "); ok {
			outputs[f.Name] = shown(t, p.List(), pattern, part)
		} else if f.Name == "adressen" {
			outputs[f.Name] = addresses(p)
		} else if f.Name == "stromen" {
			outputs[f.Name] = changeFeeds(p)
		}
	}
	if len(outputs) == 0 {
		t.Error("it specifies nothing")
	}
	fixture.Compare(t, name, archive, outputs)
	return texts
}

// TestEveryKindOfField plans the cards of a collection that is made up, with a field
// of every kind on the card and in the first screen.
func TestEveryKindOfField(t *testing.T) {
	shipped := catalogue.Collections
	t.Cleanup(func() { catalogue.Collections = shipped })
	catalogue.Collections = append(slices.Clone(shipped), &catalogue.Collection{
		Name: "proeven", Singular: "proef", Schema: field.NewSchema(func(s *field.Schema) {
			s.Text("titel", field.Literal, field.Apart).As(catalogue.Title)
			s.Text("tekst", field.Card(1), field.First(1), field.Compare(1))
			s.Prose("alineas", field.Card(2), field.First(2))
			s.Link("webadres", field.Card(3), field.First(3))
			s.Clock("tijd", field.Card(4), field.First(4))
			s.Number("getal", field.Card(5), field.First(5))
			s.Date("datum", field.Card(6), field.First(6))
			s.Term("begrip", "stappen", field.Card(7), field.First(7))
			s.Terms("begrippen", "stappen", field.Card(8), field.First(8))
			s.Texts("teksten", field.Card(9), field.First(9))
			s.Ref("kaart", "proeven", field.Card(10), field.First(10))
			s.Refs("kaarten", "", field.Card(11), field.First(11))
			s.Marks("antwoorden", "stappen", "dekking", field.Card(12), field.First(12))
			inner := func(s *field.Schema) { s.Text("naam"); s.Date("sinds") }
			s.Group("groep", inner, field.Card(13), field.First(13))
			s.Groups("groepen", inner, field.Card(14), field.First(14))
		}),
	})
	specified(t, "testdata/soorten/velden.txtar")
}

// addresses is all pages, each with its template, and whether search engines may
// list it.
func addresses(p *plan.Planner) []byte {
	s := &sheet{}
	for _, page := range p.List() {
		s.line("%s %s%s%s", page.URL, page.Template, when(!page.Indexed, ", niet voor zoekmachines"), when(!p.HasPage(page.URL), ", stuurt alleen door"))
	}
	return s.bytes()
}

// shown is one part of the pages whose address fits the pattern.
func shown(t *testing.T, pages []plan.Page, pattern, part string) []byte {
	t.Helper()
	show, ok := parts[part]
	if label, one := strings.CutPrefix(part, "rij "); one {
		show, ok = oneRow(label), true
	}
	if !ok {
		t.Fatalf("%q is no part of a page; there are %s", part, strings.Join(slices.Sorted(maps.Keys(parts)), ", "))
	}
	s, found := &sheet{}, false
	for _, page := range pages {
		if ok, err := path.Match(pattern, page.URL); err != nil || !ok {
			continue
		}
		found = true
		fill := func(s *sheet) {
			if err := show(s, page.View()); err != nil {
				t.Fatalf("%s: %v", page.URL, err)
			}
			if len(s.lines) == 0 {
				s.line("(niets)")
			}
		}
		if pattern == page.URL {
			fill(s)
		} else {
			s.line("%s", page.URL)
			s.below(fill)
		}
	}
	if !found {
		t.Errorf("there is no page at %s", pattern)
	}
	return s.bytes()
}

// of is a part that only pages of one kind have.
func of[M any](show func(*sheet, M)) func(*sheet, *plan.View) error {
	return func(s *sheet, v *plan.View) error {
		main, ok := v.Main.(M)
		if !ok {
			return fmt.Errorf("the page shows %T, which has no such part", v.Main)
		}
		show(s, main)
		return nil
	}
}
