package main

import (
	"fmt"
	"iter"
	"math/rand/v2"
	"slices"
	"strings"
	"time"

	"kaartenbak/generator/catalogue"
	"kaartenbak/generator/field"
)

// seed is from what the catalogue is made up. The same seed gives the same
// catalogue; another gives one like it.
const seed = 20261122

// today is the day by which the catalogue is judged and built.
var today = time.Date(2026, 11, 22, 0, 0, 0, 0, time.UTC)

// A sampleCatalogue is a catalogue that was made up. Entries are made when they are asked
// for, each by itself, so that this program stays small: see process.Peak.
type sampleCatalogue struct {
	words        *words
	counts       map[string]int // entries, by collection
	vocabularies []vocabulary
}

type vocabulary struct {
	name  string
	terms []term
}

type term struct {
	id, label, group, broader string
	medical, other            []string
}

// An entry is a card with its values in the order of their fields.
type entry struct {
	collection, slug, title string
	values                  []value // without the title
	body                    string
}

// A value is that of one field: a string, an int, a []string, a time.Time, or
// groups of values.
type value struct {
	key string
	is  any
}

type group []value

// unknown is the value of what was asked and not found.
const unknown = field.UnknownWord

// shares says how many in a hundred entries belong to a collection.
var shares = []struct {
	collection string
	of100      int
}{
	{"keuzehulpen", 35}, {"praktijkvoorbeelden", 30}, {"toolkits", 15}, {"nieuws", 20},
}

// sizes are how many terms the vocabularies have, in which order they are made;
// the others that the fields ask for have few.
var sizes = []struct {
	vocabulary string
	terms      int
}{
	{"groepen", 14}, {"aandoeningen", 168}, {"themas", 12}, {"regios", 22}, {"beroepen", 28}, {"organisaties", 120},
	{"specialismen", 30}, {"beslismomenten", 14}, {"doelgroepen", 12}, {"sectoren", 9}, {"talen", 14},
}

const fewTerms = 5

// makeUp makes a catalogue of n entries.
func makeUp(n int) *sampleCatalogue {
	r := rand.New(rand.NewPCG(seed, 0))
	m := &sampleCatalogue{words: newWords(r), counts: map[string]int{}}
	left := n
	for _, s := range shares {
		m.counts[s.collection] = n * s.of100 / 100
		left -= m.counts[s.collection]
	}
	m.counts[shares[0].collection] += left
	w := &writer{r, m.words}
	for _, s := range sizes {
		m.vocabulary(w, s.vocabulary, s.terms)
	}
	var ask func(schema *field.Schema)
	ask = func(schema *field.Schema) {
		for _, f := range schema.Fields {
			if f.Kind != field.KindRef && f.Kind != field.KindRefs {
				for _, name := range []string{f.Of, f.Marks} {
					if name != "" && m.terms(name) == nil {
						m.vocabulary(w, name, fewTerms)
					}
				}
			}
			if f.Inner != nil {
				ask(f.Inner)
			}
		}
	}
	for _, c := range catalogue.Collections {
		ask(c.Schema)
	}
	ask(catalogue.NewVocabulary(catalogue.ConditionTerms, "").New().Schema())
	return m
}

func (m *sampleCatalogue) vocabulary(w *writer, name string, n int) {
	v := vocabulary{name: name}
	taken := map[string]bool{}
	for len(v.terms) < n {
		t := term{label: capital(word(w.Rand, 2+w.IntN(3)))}
		if w.IntN(3) == 0 {
			t.label += " " + word(w.Rand, 3)
		}
		if t.id = slug(t.label); taken[t.id] {
			continue
		}
		taken[t.id] = true
		if name == "aandoeningen" {
			groups := m.terms("groepen")
			t.group = groups[w.IntN(len(groups))].id
			for range w.IntN(3) {
				t.medical = append(t.medical, word(w.Rand, 4))
			}
			for range w.IntN(3) {
				t.other = append(t.other, word(w.Rand, 3))
			}
		}
		if len(v.terms) > 0 && w.IntN(10) == 0 && slices.Contains([]string{"aandoeningen", "regios"}, name) {
			t.broader = v.terms[w.IntN(len(v.terms))].id
		}
		v.terms = append(v.terms, t)
	}
	m.vocabularies = append(m.vocabularies, v)
}

// terms gives the terms of a vocabulary.
func (m *sampleCatalogue) terms(name string) []term {
	for _, v := range m.vocabularies {
		if v.name == name {
			return v.terms
		}
	}
	return nil
}

// entries makes all entries, one by one.
func (m *sampleCatalogue) entries() iter.Seq[entry] {
	return func(yield func(entry) bool) {
		for _, s := range shares {
			for i := range m.counts[s.collection] {
				if !yield(m.entry(s.collection, i)) {
					return
				}
			}
		}
	}
}

// entry makes one entry. It depends on nothing but its collection and number.
func (m *sampleCatalogue) entry(collection string, number int) entry {
	e := entry{collection: collection}
	e.title, e.slug = m.name(collection, number)
	w := m.writer(collection, number)
	f := &filler{writer: w, made: m, own: number}
	f.set("samenvatting", w.text(16+w.IntN(14)))
	switch collection {
	case "keuzehulpen":
		f.aid()
	case "praktijkvoorbeelden":
		f.example()
	case "toolkits":
		f.toolkit()
	case "nieuws":
		f.news()
	}
	f.foot()
	e.values = f.values
	e.body = f.body()
	return e
}

// name gives the title and the slug of an entry, also of one that is only
// referred to.
func (m *sampleCatalogue) name(collection string, number int) (title, name string) {
	w := m.writer(collection+" naam", number)
	title = capital(word(w.Rand, 3)) + " " + strings.ToLower(w.phrase(2+w.IntN(3))) // hardly any two are the same
	name = slug(title)
	return title, fmt.Sprintf("%.40s-%d", strings.TrimRight(name[:min(len(name), 40)], "-"), number+1)
}

func (m *sampleCatalogue) writer(collection string, number int) *writer {
	stream := uint64(number) + 1
	for _, c := range []byte(collection) {
		stream = stream*1_000_003 + uint64(c)
	}
	return &writer{rand.New(rand.NewPCG(seed, stream)), m.words}
}

// A filler fills the fields of one entry.
type filler struct {
	*writer
	made   *sampleCatalogue
	own    int // number of the entry in its collection
	values []value
}

func (f *filler) set(key string, is any) { f.values = append(f.values, value{key, is}) }

// terms sets a field to some different terms of a vocabulary; none leaves it out.
func (f *filler) terms(key, vocabulary string, least, most int) {
	all := f.made.terms(vocabulary)
	var ids []string
	for n := least + f.IntN(most-least+1); len(ids) < n; {
		x := f.Float64()
		// The first terms are used more often, so that some lists are long.
		if id := all[int(x*(0.4+0.6*x)*float64(len(all)))].id; !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	if ids != nil {
		f.set(key, ids)
	}
}

// term sets a field to one term, or to unknown so many times in a hundred.
func (f *filler) term(key, vocabulary string, unknownOf100 int) {
	if f.IntN(100) < unknownOf100 {
		f.set(key, unknown)
		return
	}
	all := f.made.terms(vocabulary)
	f.set(key, all[f.IntN(len(all))].id)
}

// prose sets a field to a text, or to unknown so many times in a hundred.
func (f *filler) prose(key string, words, unknownOf100 int) {
	if f.IntN(100) < unknownOf100 {
		f.set(key, unknown)
		return
	}
	f.set(key, f.text(words/2+f.IntN(words)))
}

func (f *filler) texts(key string, most int) {
	var all []string
	for range 1 + f.IntN(most) {
		all = append(all, f.text(8+f.IntN(10)))
	}
	f.set(key, all)
}

// refs sets a field to some entries of a collection, which may be none.
func (f *filler) refs(key, collection string, most int, prefix string) {
	var slugs []string
	for n := f.IntN(most + 1); len(slugs) < n && f.made.counts[collection] > most; {
		_, to := f.made.name(collection, f.IntN(f.made.counts[collection]))
		if !slices.Contains(slugs, prefix+to) {
			slugs = append(slugs, prefix+to)
		}
	}
	if slugs != nil {
		f.set(key, slugs)
	}
}

// day is a day in the last so many days.
func (f *filler) day(days int) time.Time { return today.AddDate(0, 0, -1-f.IntN(days)) }

// address is one in the domain that stands for none (RFC 2606).
func (f *filler) address() string {
	return "https://" + word(f.Rand, 3) + ".example/" + word(f.Rand, 2)
}

func (f *filler) aid() {
	f.set("beslissing", strings.TrimSuffix(f.text(10+f.IntN(8)), ".")+"?")
	if f.IntN(2) == 0 {
		explained := f.IntN(3) == 0
		var options []group
		for range 2 + f.IntN(2) {
			o := group{{"naam", f.phrase(2)}}
			if explained {
				o = append(o, value{"uitleg", f.text(14)}, value{"voordelen", []string{f.text(9), f.text(8)}}, value{"nadelen", []string{f.text(9)}})
			}
			options = append(options, o)
		}
		f.set("opties", options)
	}
	f.terms("aandoeningen", "aandoeningen", 1, 3)
	f.terms("instrumenten", "instrumenttypen", 1, 2)
	f.terms("themas", "themas", 0, 2)
	f.terms("beslismomenten", "beslismomenten", 1, 2)
	f.prose("doelgroep", 16, 0)
	f.terms("doelgroepen", "doelgroepen", 1, 2)
	f.prose("niet_voor", 12, 40)
	f.terms("beroepen", "beroepen", 0, 2)
	f.terms("specialismen", "specialismen", 0, 2)
	f.terms("sectoren", "sectoren", 1, 2)
	f.terms("regios", "regios", 1, 1)
	f.set("link", f.address())
	f.term("toegang", "toegang", 20)
	f.term("kosten", "kosten", 30)
	f.prose("privacy", 14, 30)
	f.terms("talen", "talen", 1, 3)
	f.term("taalniveau", "taalniveaus", 20)
	f.terms("vormen", "vormen", 1, 2)
	f.set("minuten", 5+f.IntN(50))
	f.terms("makers", "organisaties", 1, 2)
	f.prose("financiering", 12, 40)
	f.term("status", "status", 10)
	f.set("uitgebracht", f.day(1500))
	f.prose("bijwerken", 12, 40)
	f.prose("bewijs", 18, 30)
}

func (f *filler) example() {
	var partners []group
	for range 1 + f.IntN(3) {
		orgs, roles := f.made.terms("organisaties"), f.made.terms("deelnamerollen")
		partners = append(partners, group{{"organisatie", orgs[f.IntN(len(orgs))].id}, {"rol", roles[f.IntN(len(roles))].id}})
	}
	f.set("organisaties", partners)
	f.terms("sectoren", "sectoren", 1, 2)
	f.terms("regios", "regios", 1, 2)
	f.prose("setting", 12, 0)
	from := f.day(1500)
	f.set("periode", group{{"van", from}, {"tot", from.AddDate(0, 3+f.IntN(9), 0)}})
	f.term("fase", "fasen", 10)
	f.terms("aandoeningen", "aandoeningen", 1, 3)
	f.terms("instrumenten", "instrumenttypen", 0, 2)
	f.terms("themas", "themas", 1, 2)
	f.terms("beroepen", "beroepen", 1, 3)
	f.terms("doelgroepen", "doelgroepen", 0, 2)
	f.prose("aanleiding", 24, 0)
	f.refs("keuzehulpen", "keuzehulpen", 2, "")
	f.refs("toolkits", "toolkits", 1, "")
	var results []group
	for range 1 + f.IntN(3) {
		results = append(results, group{{"uitkomst", f.text(16)}, {"meting", f.text(10)}})
	}
	f.set("resultaten", results)
	f.texts("indrukken", 2)
	f.texts("lessen", 3)
	f.texts("werkte_niet", 2)
	f.set("nodig", group{{"tijd", f.text(8)}, {"geld", f.text(8)}, {"mensen", f.text(8)}})
}

func (f *filler) toolkit() {
	f.term("toolkitsoort", "toolkitsoorten", 10)
	f.prose("doel", 16, 0)
	f.prose("doelgroep", 12, 0)
	var parts []group
	for range 2 + f.IntN(4) {
		kinds := f.made.terms("onderdeelsoorten")
		parts = append(parts, group{{"titel", f.phrase(3)}, {"soort", kinds[f.IntN(len(kinds))].id}, {"link", f.address()}, {"uitleg", f.text(10)}})
	}
	f.set("onderdelen", parts)
	f.terms("themas", "themas", 1, 2)
	f.terms("aandoeningen", "aandoeningen", 1, 2)
	f.terms("beslismomenten", "beslismomenten", 0, 2)
	f.terms("beroepen", "beroepen", 0, 2)
	f.terms("sectoren", "sectoren", 1, 2)
	f.refs("keuzehulpen", "keuzehulpen", 2, "")
	f.set("link", f.address())
	f.term("toegang", "toegang", 10)
	f.term("kosten", "kosten", 20)
	f.terms("talen", "talen", 1, 2)
	f.terms("makers", "organisaties", 1, 2)
	f.term("status", "status", 10)
	f.set("uitgebracht", f.day(1500))
}

func (f *filler) news() {
	f.set("datum", f.day(2500))
	f.term("programmalijn", "programmalijnen", 0)
	f.terms("themas", "themas", 1, 2)
	f.terms("aandoeningen", "aandoeningen", 1, 2)
	f.terms("organisaties", "organisaties", 1, 2)
	f.refs("over", "keuzehulpen", 2, "keuzehulpen/")
}

// foot fills the fields with which every entry ends.
func (f *filler) foot() {
	if f.IntN(10) < 6 {
		f.set("nagekeken", f.day(300))
	}
	var sources []group
	for range 1 + f.IntN(2) {
		sources = append(sources, group{{"titel", f.phrase(4)}, {"uitgever", f.phrase(2)}, {"datum", f.day(1500)}, {"link", f.address()}})
	}
	f.set("bronnen", sources)
}

// body writes some 430 words of Markdown: headings, lists, a table in every
// fourth, a footnote in every twentieth.
func (f *filler) body() string {
	var b strings.Builder
	noted := f.IntN(20) == 0
	paragraph := func(words int) {
		text := f.text(words)
		if at := strings.IndexByte(text[len(text)/2:], ' '); at >= 0 && f.IntN(3) == 0 {
			at += len(text) / 2
			text = text[:at] + " **" + word(f.Rand, 3) + "**" + text[at:]
		}
		b.WriteString(text)
		b.WriteString("\n\n")
	}
	b.WriteString(f.text(40))
	if noted {
		b.WriteString("[^1]")
	}
	b.WriteString("\n\n")
	sections := 3 + f.IntN(2)
	for i := range sections {
		fmt.Fprintf(&b, "## %s\n\n", f.phrase(3))
		paragraph(44)
		switch i {
		case 0:
			for range 3 + f.IntN(3) {
				fmt.Fprintf(&b, "- %s\n", f.text(9))
			}
			b.WriteByte('\n')
		case 1:
			if f.own%4 == 0 {
				fmt.Fprintf(&b, "| %s | %s | %s |\n| --- | --- | --- |\n", f.phrase(1), f.phrase(1), f.phrase(2))
				for range 4 {
					fmt.Fprintf(&b, "| %s | %s | %d van de 100 |\n", f.phrase(2), f.phrase(1), f.IntN(100))
				}
				b.WriteByte('\n')
			} else {
				for n := range 3 {
					fmt.Fprintf(&b, "%d. %s\n", n+1, f.text(8))
				}
				b.WriteByte('\n')
			}
		case 2:
			fmt.Fprintf(&b, "### %s\n\n", f.phrase(2))
			_, to := f.made.name("keuzehulpen", f.IntN(f.made.counts["keuzehulpen"]))
			fmt.Fprintf(&b, "%s [%s](/keuzehulpen/%s/). Zie ook [%s](%s).\n\n", f.text(12), f.phrase(2), to, f.phrase(2), f.address())
		}
		paragraph(38)
	}
	if noted {
		fmt.Fprintf(&b, "[^1]: %s\n", f.text(12))
	}
	return b.String()
}
