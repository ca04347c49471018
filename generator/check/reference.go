package check

import (
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"kaartenbak/generator/catalogue"
	"kaartenbak/generator/field"
	"kaartenbak/generator/markdown"
	"kaartenbak/generator/problem"
	"kaartenbak/generator/typos"
)

var (
	ruleTerm = Rules.Add("onbekend-begrip",
		"Een begrip komt uit een begrippenlijst in content/begrippen. Kies een id uit de lijst. Staat het begrip er niet bij, voeg het dan toe aan de lijst.")
	ruleReference = Rules.Add("dode-verwijzing",
		"Een verwijzing naar een andere kaart noemt de naam van het bestand van die kaart, zonder .md. Kijk of die kaart er is en of de naam klopt.")
	ruleLink = Rules.Add("dode-link",
		"Een link binnen de site begint met / en eindigt met /, en gaat naar een pagina die er is: [tekst](/keuzehulpen/naam-van-de-kaart/). Achter een hekje staat een kop van die pagina, met k- ervoor: /keuzehulpen/naam-van-de-kaart/#k-doel.")
	ruleSupersededLoop = Rules.Add("vervangen-in-een-kring",
		"Een kaart die is vervangen, wijst naar de kaart die ervoor in de plaats kwam. De laatste in de rij is niet zelf vervangen.")
	ruleMeaning = Rules.Add("betekenis-ontbreekt",
		"Bij een woord met meer dan één betekenis staat wat het kan zijn: aandoeningen, behandelingen, of allebei.")
	ruleBroaderLoop = Rules.Add("breder-in-een-kring",
		"Het bredere begrip van een begrip is nooit het begrip zelf, ook niet via een ander begrip.")
)

func (c *checker) entryTerms(e *catalogue.Entry) { c.terms(e.File, e) }

func (c *checker) vocabularyTerms() {
	for _, v := range c.cat.Vocabularies {
		for _, t := range v.Terms {
			c.terms(v.File, t)
		}
	}
	for _, word := range c.cat.Ambiguous {
		c.terms(c.cat.AmbiguousFile, word)
		if !slices.ContainsFunc(catalogue.Meanings(word), func(f field.Field) bool { return f.State() == field.Known }) {
			at := catalogue.Word.Of(word).At
			pos := problem.Pos{File: c.cat.AmbiguousFile, Line: int(at.Line), Col: int(at.Col)}
			c.problems.Report(ruleMeaning, pos, "vul aandoeningen of behandelingen in", "er staat niet bij wat %s kan betekenen", catalogue.Word.Of(word))
		}
	}
}

// terms reports the terms in data that their vocabulary does not have.
func (c *checker) terms(file string, data field.Data) {
	look := func(key, vocabulary string, text field.Text) {
		if !text.Known() || c.cat.Term(vocabulary, text.Text) != nil {
			return
		}
		if v := c.cat.Vocabularies[vocabulary]; v != nil && v.File == "" {
			return // the list is missing or cannot be read, which has been said
		}
		pos := problem.Pos{File: file, Line: int(text.At.Line), Col: int(text.At.Col)}
		c.problems.Say(sayNoTerm, pos, key, text.Text, vocabulary, c.termHint(vocabulary, text.Text))
	}
	field.Walk(data, func(path string, f field.Field) {
		switch f.Kind {
		case field.KindTerm, field.KindTerms:
			for _, t := range f.Texts() {
				look(path, f.Of, t)
			}
		case field.KindMarks:
			for _, m := range f.MarkList() {
				look(path, f.Of, m.Term)
				look(path+"."+m.Term.Text, f.Marks, m.Mark)
			}
		}
	})
}

// fewTerms is how many terms a hint may name.
const fewTerms = 8

// shortestSlip is how long the word is that may be another one with a slip of the
// finger. Of a shorter one, mostly the short name of an organisation, that is a far cry.
const shortestSlip = 5

// termHint is the term that the author most likely means: by its id, or by any
// of its names.
func (c *checker) termHint(vocabulary, word string) string {
	v := c.cat.Vocabularies[vocabulary]
	if v == nil {
		return fmt.Sprintf("maak de lijst content/begrippen/%s.yaml, of haal dit weg", vocabulary)
	}
	for _, t := range v.Terms {
		for _, name := range append(t.Names(), catalogue.SearchWords.Of(t).Strings()...) {
			if strings.EqualFold(name, word) {
				return hintOf(hintNamed, t.ID(), t.Label())
			}
		}
	}
	if utf8.RuneCountInString(word) >= shortestSlip {
		if near := typos.Nearest(word, v.IDs()); near != "" {
			return hintOf(hintNear, near)
		}
	}
	if len(v.Terms) <= fewTerms {
		return hintOf(hintAll, strings.Join(v.IDs(), ", "))
	}
	return hintOf(hintFile, v.File)
}

func (c *checker) references(e *catalogue.Entry) {
	field.Walk(e, func(path string, f field.Field) {
		if f.Kind != field.KindRef && f.Kind != field.KindRefs {
			return
		}
		for _, t := range f.Texts() {
			id := catalogue.Target(f.Declaration, t.Text)
			switch to := c.cat.Entry(id); {
			case id == e.ID():
				c.say(saySelf, e, t.At, path)
			case to == nil:
				c.say(sayNoEntry, e, t.At, path, t.Text, c.referenceHint(f, t.Text))
			case to.Appears().After(c.from(e)):
				c.say(sayEntryWaits, e, t.At, path, t.Text, to.Appears().Format(time.DateOnly))
			}
		}
	})
}

func (c *checker) referenceHint(f field.Field, name string) string {
	slug, collection := name, f.Of
	if before, after, ok := strings.Cut(strings.Trim(name, "/"), "/"); ok {
		slug = after
		if f.Of == "" {
			collection = before
		}
	}
	if collection == "" {
		return hintOf(hintCollection)
	}
	near := c.nearEntry(collection, slug)
	if near == "" {
		return hintOf(hintFolder, collection)
	}
	if f.Of == "" {
		near = collection + "/" + near
	}
	return hintOf(hintNear, near)
}

// nearEntry is the entry of a collection that the author most likely means, or "".
func (c *checker) nearEntry(collection, slug string) string {
	var slugs []string
	for _, e := range c.cat.Entries {
		if e.Collection.Name == collection {
			slugs = append(slugs, e.Slug)
		}
	}
	return typos.Nearest(strings.TrimSuffix(slug, ".md"), slugs)
}

func (c *checker) entryLinks(e *catalogue.Entry) {
	pages := c.pages
	if e.Appears().After(c.today) {
		pages = c.later
	}
	c.links(e.Text, pages, c.from(e))
}

func (c *checker) pageLinks() {
	for _, p := range c.cat.Pages {
		c.links(p.Text, c.pages, c.today)
	}
}

// links reports the links in a text that lead to no page or place of this site, on
// the day from which the text is there, with the pages that there are then.
func (c *checker) links(text markdown.Text, pages Pages, from time.Time) {
	for _, l := range text.Links {
		dest, fragment, _ := strings.Cut(l.Dest, "#")
		dest, _, _ = strings.Cut(dest, "?")
		say := func(p *problem.Phrase, args ...any) { c.problems.Say(p, l.Pos, args...) }
		to := c.entryAt(dest)
		switch {
		case dest == "" && fragment != "":
			if text.Anchor(fragment) == "" {
				say(sayNoPlace, "#"+fragment, placeHint(text, "", fragment))
			}
		case to != nil && to.Appears().After(from):
			say(sayPageWaits, dest, to.Appears().Format(time.DateOnly))
		case strings.HasPrefix(dest, "/") && !pages.Exists(dest):
			say(sayNoPage, dest, c.pageHint(dest))
		case strings.HasPrefix(dest, "/") && fragment != "":
			if other := c.textAt(dest); other != nil && other.Anchor(fragment) != fragment {
				say(sayNoPlaceThere, dest, "#"+fragment, placeHint(*other, dest, fragment))
			}
		}
	}
}

// pageHint is the page that the author most likely means, or where its name stands.
func (c *checker) pageHint(url string) string {
	if c.pages.Exists(url + "/") {
		return hintOf(hintSlash, url)
	}
	if collection, slug, ok := strings.Cut(strings.Trim(url, "/"), "/"); ok {
		if near := c.nearEntry(collection, slug); near != "" {
			return hintOf(hintNear, "/"+collection+"/"+near+"/")
		}
	}
	return hintOf(hintContent, strings.TrimSuffix(url, "/"))
}

// entryAt gives the entry whose page is at an address, or nil.
func (c *checker) entryAt(url string) *catalogue.Entry {
	if name, ok := strings.CutSuffix(url, "/"); ok {
		return c.cat.Entry(strings.TrimPrefix(name, "/"))
	}
	return nil
}

// textAt gives the text of the entry or page at an address; nil for a page that
// is made of many, whose places are not an author's.
func (c *checker) textAt(url string) *markdown.Text {
	name := strings.Trim(url, "/")
	if e := c.cat.Entry(name); e != nil {
		return &e.Text
	}
	for _, p := range c.cat.Pages {
		if p.Name == name {
			return &p.Text
		}
	}
	return nil
}

// placeHint is the place that the author most likely means on the page at an
// address, by the words or the id of a heading.
func placeHint(text markdown.Text, url, fragment string) string {
	if id := text.Anchor(fragment); id != "" {
		return hintOf(hintPlace, url, id)
	}
	var ids []string
	for _, h := range text.Headings {
		ids = append(ids, h.ID)
	}
	switch near := typos.Nearest("k-"+strings.TrimPrefix(fragment, "k-"), ids); {
	case len(ids) == 0:
		return hintOf(hintNoPlaces)
	case near != "":
		return hintOf(hintNear, url+"#"+near)
	case len(ids) <= fewTerms:
		return hintOf(hintPlaces, strings.Join(ids, ", #"))
	}
	return hintOf(hintPlaceName)
}

func (c *checker) superseded(e *catalogue.Entry) {
	seen := map[string]bool{e.ID(): true}
	for next := e; ; {
		successor := catalogue.SupersededBy.Of(next)
		if !successor.Known() {
			return
		}
		following := c.cat.Entry(next.Collection.Name + "/" + successor.Text)
		if following == nil || following == e && len(seen) == 1 {
			return // dead, or itself: reported as a dead reference
		}
		next = following
		if seen[next.ID()] {
			c.report(ruleSupersededLoop, e, catalogue.SupersededBy.Of(e).At, "haal één van de verwijzingen weg", "vervangen_door loopt in een kring")
			return
		}
		seen[next.ID()] = true
	}
}

func (c *checker) broader() {
	for _, v := range c.cat.Vocabularies {
		for _, t := range v.Terms {
			seen := map[string]bool{}
			for next := t; next != nil && catalogue.Broader.Of(next).Known(); next = v.Get(catalogue.Broader.Of(next).Text) {
				if seen[next.ID()] {
					at := catalogue.Broader.Of(t).At
					pos := problem.Pos{File: v.File, Line: int(at.Line), Col: int(at.Col)}
					c.problems.Report(ruleBroaderLoop, pos, "haal één van de verwijzingen weg", "het bredere begrip van %s komt bij zichzelf uit", t.ID())
					break
				}
				seen[next.ID()] = true
			}
		}
	}
}
