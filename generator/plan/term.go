package plan

import (
	"net/url"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"kaartenbak/generator/catalogue"
)

// A TermView is what a page says of the term itself.
type TermView struct {
	Names       []string // medical and other names
	Explanation []string
	Area        string
	Roles       []string
	Wider       []Link
	Narrower    []Link
	Treated     []Link    // conditions, of a treatment
	Codes       []string  // with the name of their list: ICPC T90.02
	Ambiguous   []Meaning // words of this term that mean something else too
	Choices     []Choice  // of the aids on the page
	Options     []Link    // over all those aids: treatments, and what else can be chosen
}

// A Choice is the decision that an aid helps with.
type Choice struct {
	Decision string
	Aid      Link
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
	Others  []Name // the names of which there is no card yet
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
	URL   string // of its page; where no entry has the term, that of the answer to it in search
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
		letters, others := p.letters(v)
		view.Main = &IndexView{Kind: vocabulary, Intro: view.Description, Letters: letters, Others: others}
	})
	for _, t := range v.Terms {
		entries := p.having(vocabulary, t.ID())
		if len(entries) == 0 {
			continue
		}
		p.list(list{url: "/" + vocabulary + "/" + t.ID() + "/", section: vocabulary, title: t.Label(), entries: entries, above: []Link{index}, indexed: true}, func(view *View, l *ListView) {
			view.Description = p.texts.T("begrippen."+vocabulary+".over", t.Label())
			l.Intro = view.Description
			l.Term = p.termView(v, t)
			if vocabulary == catalogue.ConditionTerms || vocabulary == catalogue.TreatmentTerms {
				l.Term.Choices, l.Term.Options = p.choices(l.entries)
			}
			if view.Feed = p.feedLink("/"+vocabulary+"/"+t.ID()+"/", t.Label()); view.Feed != nil {
				l.Files = []Link{{Text: p.texts.T("bestand.wijzigingen"), URL: view.Feed.URL}}
			}
		})
	}
}

func (p *Planner) termView(v *catalogue.Vocabulary, t *catalogue.Term) *TermView {
	view := &TermView{Names: otherNames(t), Explanation: catalogue.Explanation.Of(t).Paragraphs(), Area: catalogue.Area.Of(t).Text}
	if roles, ok := catalogue.Roles.Field(t); ok {
		for _, role := range roles.Texts() {
			view.Roles = append(view.Roles, p.label(roles.Of, role.Text))
		}
	}
	if broader := catalogue.Broader.Of(t); broader.Known() {
		view.Wider = append(view.Wider, p.termLink(v.Name, broader.Text))
	}
	for _, other := range v.Terms {
		if catalogue.Broader.Of(other).Is(t.ID()) {
			if link := p.termLink(v.Name, other.ID()); link.URL != "" {
				view.Narrower = append(view.Narrower, link)
			}
		}
	}
	for _, condition := range catalogue.Treated.Of(t).Items {
		if link := p.termLink(catalogue.ConditionTerms, condition.Text); link.URL != "" {
			view.Treated = append(view.Treated, link)
		}
	}
	for _, system := range catalogue.CodeSystems {
		for _, code := range system.Codes.Of(t).Items {
			view.Codes = append(view.Codes, system.Name+" "+code.Text)
		}
	}
	view.Ambiguous = p.otherMeanings(v.Name, t)
	return view
}

// choices are what one can decide with the aids among the entries, and all that one
// can choose then.
func (p *Planner) choices(entries []*catalogue.Entry) (choices []Choice, options []Link) {
	add := func(option Link) {
		if !slices.ContainsFunc(options, func(o Link) bool { return strings.EqualFold(o.Text, option.Text) }) {
			options = append(options, option)
		}
	}
	var others []Link // what aids without treatments name, and doing nothing: all else would say the same twice
	for _, e := range entries {
		if e.Collection != catalogue.DecisionAids || e.IsAside() || e.IsWithdrawn() {
			continue
		}
		if decision := catalogue.Decision.Of(e); decision.Known() {
			choices = append(choices, Choice{decision.Text, Link{Text: e.Title(), URL: e.URL()}})
		}
		for _, t := range catalogue.Treatments.Of(e).Items {
			add(p.termLink(catalogue.TreatmentTerms, t.Text))
		}
		known := len(catalogue.Treatments.Of(e).Items) > 0
		for _, o := range catalogue.Options.Of(e).Items {
			known = known || len(catalogue.Treatments.Of(o).Items) > 0
		}
		for _, o := range catalogue.Options.Of(e).Items {
			for _, t := range catalogue.Treatments.Of(o).Items {
				add(p.termLink(catalogue.TreatmentTerms, t.Text))
			}
			if name := catalogue.Name.Of(o); name.Known() && (!known || catalogue.Nothing.Of(o).Is("ja")) {
				others = append(others, Link{Text: name.Text})
			}
		}
	}
	for _, o := range others {
		add(o)
	}
	return choices, options
}

// mostMeanings is how many things a word may stand for. One for more is a collective
// name, such as that of all cancers: on the page of one it says nothing.
const mostMeanings = 3

// otherMeanings are the words that may stand for a term, and for another that has
// entries too.
func (p *Planner) otherMeanings(vocabulary string, t *catalogue.Term) []Meaning {
	var all []Meaning
	for _, word := range p.cat.Ambiguous {
		meaning, own := Meaning{Word: catalogue.Word.Of(word).Text}, false
		for _, f := range catalogue.Meanings(word) {
			for _, other := range f.Texts() {
				if f.Of == vocabulary && other.Text == t.ID() {
					own = true
				} else if link := p.termLink(f.Of, other.Text); link.URL != "" {
					meaning.Terms = append(meaning.Terms, link)
				}
			}
		}
		if own && len(meaning.Terms) > 0 && len(meaning.Terms) < mostMeanings {
			all = append(all, meaning)
		}
	}
	return all
}

// letters is the A-Z of a vocabulary: every name of a term that has cards, the other
// ones with the preferred label behind them; and the names of which there is no card.
func (p *Planner) letters(v *catalogue.Vocabulary) (letters []Letter, others []Name) {
	var names []Name
	for _, t := range v.Terms {
		n := len(p.uses[v.Name][t.ID()])
		if n == 0 {
			for _, name := range append([]string{t.Label()}, otherNames(t)...) {
				other := Name{Text: name, URL: "/zoeken/?q=" + url.QueryEscape(name)}
				if name != t.Label() {
					other.See = t.Label()
				}
				others = append(others, other)
			}
			continue
		}
		link := Name{Text: t.Label(), URL: "/" + v.Name + "/" + t.ID() + "/", Count: p.texts.N("aantal", n)}
		names = append(names, link)
		for _, name := range otherNames(t) {
			names = append(names, Name{Text: name, See: t.Label(), URL: link.URL, Count: link.Count})
		}
	}
	compare := catalogue.Collator()
	byName := func(a, b Name) int { return compare.CompareString(fromLetter(a.Text), fromLetter(b.Text)) }
	slices.SortStableFunc(names, byName)
	slices.SortStableFunc(others, byName)
	for _, n := range names {
		letter := firstLetter(n.Text)
		if len(letters) == 0 || letters[len(letters)-1].Letter != letter {
			letters = append(letters, Letter{Letter: letter})
		}
		last := &letters[len(letters)-1]
		last.Names = append(last.Names, n)
	}
	return letters, others
}

// otherNames are the names of a term that differ from its label, and from each
// other, in more than capitals.
func otherNames(t *catalogue.Term) []string {
	var others []string
	seen := []string{strings.ToLower(t.Label())}
	for _, name := range t.Names()[1:] {
		if lower := strings.ToLower(name); !slices.Contains(seen, lower) {
			seen = append(seen, lower)
			others = append(others, name)
		}
	}
	return others
}

// fromLetter is a name from its first letter or digit on.
func fromLetter(name string) string {
	return strings.TrimLeftFunc(name, func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) })
}

// firstLetter is the capital under which a name stands, or 0-9.
func firstLetter(name string) string {
	c, _ := utf8.DecodeRuneInString(norm.NFD.String(fromLetter(name)))
	if unicode.IsDigit(c) {
		return "0-9"
	}
	return string(unicode.ToUpper(c))
}
