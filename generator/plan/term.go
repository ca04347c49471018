package plan

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"kaartenbak/generator/catalogue"
)

// termVocabularies are the vocabularies whose terms have a page each, and an
// index of them all. The name is the first part of the address.
var termVocabularies = []string{"aandoeningen", "themas", "regios", "beroepen", "organisaties"}

func hasPages(vocabulary string) bool { return slices.Contains(termVocabularies, vocabulary) }

// A TermView is what a page says of the term itself.
type TermView struct {
	Names       []string // medical and other names
	Explanation []string
	Area        string
	Roles       []string
	Wider       []Link
	Narrower    []Link
	Ambiguous   []Meaning // words of this term that mean something else too
}

// A Meaning is a word, and the other terms that it may stand for.
type Meaning struct {
	Word  string
	Terms []Link
}

// An IndexView is all terms of a vocabulary, by their first letter.
type IndexView struct {
	Kind    string
	Intro   string
	Letters []Letter
}

// A Letter is the names that start with it.
type Letter struct {
	Letter string
	Names  []Name
}

// A Name is one name of a term.
type Name struct {
	Text  string
	See   string // the preferred label, where the name is another
	URL   string // "" where no entry has the term
	Count string
}

// terms plans the pages of a vocabulary.
func (p *Planner) terms(vocabulary string) {
	v := p.cat.Vocabularies[vocabulary]
	index := Link{Text: p.texts.T("begrippen." + vocabulary + ".naam"), URL: "/" + vocabulary + "/"}
	p.add(Page{URL: index.URL, Template: "index.html", Indexed: true}, func(view *View) {
		view.Title, view.Section = index.Text, vocabulary
		view.Description = p.texts.T("begrippen." + vocabulary + ".intro")
		view.Trail = p.trail()
		view.Main = &IndexView{Kind: vocabulary, Intro: view.Description, Letters: p.letters(v)}
	})
	for _, t := range v.Terms {
		entries := p.uses[vocabulary][t.ID.Text]
		if len(entries) == 0 {
			continue
		}
		p.list(list{url: "/" + vocabulary + "/" + t.ID.Text + "/", section: vocabulary, title: t.Label.Text, entries: entries, above: []Link{index}, indexed: true}, func(view *View, l *ListView) {
			view.Description = p.texts.T("begrippen."+vocabulary+".over", t.Label.Text)
			l.Intro = view.Description
			l.Term = p.termView(v, t)
		})
	}
}

func (p *Planner) termView(v *catalogue.Vocabulary, t *catalogue.Term) *TermView {
	view := &TermView{Explanation: t.Explanation.Paragraphs(), Area: t.Area.Text}
	for _, name := range t.Names()[1:] {
		if !strings.EqualFold(name, t.Label.Text) && !slices.Contains(view.Names, name) {
			view.Names = append(view.Names, name)
		}
	}
	for _, role := range t.Roles.Items {
		view.Roles = append(view.Roles, p.label("organisatierollen", role.Text))
	}
	if t.Broader.Known() {
		view.Wider = append(view.Wider, p.termLink(v.Name, t.Broader.Text))
	}
	for _, other := range v.Terms {
		if other.Broader.Is(t.ID.Text) {
			if link := p.termLink(v.Name, other.ID.Text); link.URL != "" {
				view.Narrower = append(view.Narrower, link)
			}
		}
	}
	if v.Name == "aandoeningen" {
		for _, a := range p.cat.Ambiguous {
			if !a.Conditions.Has(t.ID.Text) || len(a.Conditions.Items) < 2 {
				continue
			}
			meaning := Meaning{Word: a.Word.Text}
			for _, other := range a.Conditions.Items {
				if link := p.termLink(v.Name, other.Text); other.Text != t.ID.Text && link.URL != "" {
					meaning.Terms = append(meaning.Terms, link)
				}
			}
			if len(meaning.Terms) > 0 {
				view.Ambiguous = append(view.Ambiguous, meaning)
			}
		}
	}
	return view
}

// letters is the A-Z of a vocabulary: every name, the other ones with the
// preferred label behind them.
func (p *Planner) letters(v *catalogue.Vocabulary) []Letter {
	var names []Name
	for _, t := range v.Terms {
		n := len(p.uses[v.Name][t.ID.Text])
		link := Name{Text: t.Label.Text}
		if n > 0 {
			link.URL = "/" + v.Name + "/" + t.ID.Text + "/"
			link.Count = p.texts.N("aantal", n)
		}
		names = append(names, link)
		seen := []string{strings.ToLower(t.Label.Text)}
		for _, other := range t.Names()[1:] {
			if lower := strings.ToLower(other); !slices.Contains(seen, lower) {
				seen = append(seen, lower)
				names = append(names, Name{Text: other, See: t.Label.Text, URL: link.URL, Count: link.Count})
			}
		}
	}
	compare := collator()
	slices.SortStableFunc(names, func(a, b Name) int { return compare.CompareString(a.Text, b.Text) })
	var letters []Letter
	for _, n := range names {
		letter := firstLetter(n.Text)
		if len(letters) == 0 || letters[len(letters)-1].Letter != letter {
			letters = append(letters, Letter{Letter: letter})
		}
		last := &letters[len(letters)-1]
		last.Names = append(last.Names, n)
	}
	return letters
}

// firstLetter is the capital under which a name stands, or 0-9.
func firstLetter(name string) string {
	for _, c := range norm.NFD.String(name) {
		if unicode.IsLetter(c) {
			return string(unicode.ToUpper(c))
		}
		if unicode.IsDigit(c) {
			return "0-9"
		}
	}
	return fmt.Sprintf("%.1s", name)
}
