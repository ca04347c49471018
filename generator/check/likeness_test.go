package check

import (
	"testing"

	"kaartenbak/generator/catalogue"
	"kaartenbak/generator/field"
)

func known(text string) *field.Text { return &field.Text{Text: text, State: field.Known} }

// made is an entry with a title, an address of a kind, and a source with a number.
func made(c *catalogue.Collection, slug, title, link, kind, number string) *catalogue.Entry {
	e := c.New(slug, slug+".md")
	set := func(d *field.Declaration, v field.Value) {
		if d != nil {
			e.Set(d, v)
		}
	}
	set(catalogue.Title.In(c.Schema), known(title))
	set(catalogue.Link.In(c.Schema), known(link))
	set(catalogue.LinkKind.In(c.Schema), known(kind))
	sources := catalogue.Sources.In(c.Schema)
	source := field.NewRecord(sources.Inner)
	source.Set(catalogue.Number.In(sources.Inner), known(number))
	set(sources, &field.Groups{Items: []*field.Record{&source}, State: field.Known})
	return e
}

func TestLikenesses(t *testing.T) {
	aids, examples, news := catalogue.DecisionAids, catalogue.PracticeExamples, catalogue.News
	l := NewLikenesses([]*catalogue.Entry{
		made(aids, "knie", "Keuzehulp knie", "https://www.verzonnen.nl/hulp/knie/", "eigen-pagina", "10.1000/gedeeld"),
		made(aids, "lijst", "Keuzehulp heup", "https://verzonnen.nl/alles", "overzicht", ""),
		made(aids, "voorkant", "Keuzehulp hand", "https://verzonnen.nl/", "eigen-pagina", ""),
		made(examples, "project", "Verzonnen project", "", "", "https://doi.org/10.1000/ABC"),
	})
	for name, c := range map[string]struct {
		entry *catalogue.Entry
		want  string
	}{
		"the title, but for signs":       {made(aids, "x", "keuzehulp: Knie!", "", "", ""), "knie: dezelfde titel"},
		"the title in another kind":      {made(news, "x", "Keuzehulp knie", "", "", ""), ""},
		"the address, written otherwise": {made(aids, "x", "Anders", "http://verzonnen.nl/hulp/knie?utm_source=a#b", "", ""), "knie: hetzelfde adres"},
		"another page":                   {made(aids, "x", "Anders", "https://verzonnen.nl/hulp/knie?id=2", "", ""), ""},
		"an overview":                    {made(aids, "x", "Anders", "https://verzonnen.nl/alles", "", ""), ""},
		"the front page of a site":       {made(aids, "x", "Anders", "https://www.verzonnen.nl", "", ""), ""},
		"the article of an example":      {made(examples, "x", "Anders", "", "", "doi:10.1000/abc"), "project: hetzelfde DOI-nummer"},
		"the article of an aid":          {made(aids, "x", "Anders", "", "", "10.1000/gedeeld"), ""},
		"itself":                         {made(aids, "knie", "Keuzehulp knie", "", "", ""), ""},
	} {
		got := ""
		if other, shared := l.Of(c.entry); other != nil {
			got = other.Slug + ": " + shared
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}
