package search

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"sort"
	"strconv"
	"strings"
	"unicode/utf8"
)

// encodeGroups writes a term part: all words, "~", and then columns of numbers: how
// many postings each word has, how many indirect ones, the documents of each group,
// then the gaps between the documents of all postings, then their weights. Equal
// things beside each other compress well. A reader knows by the stemmer which words
// are a group.
func encodeGroups(groups []group) string {
	var forms []form
	for _, g := range groups {
		forms = append(forms, g.forms...)
	}
	sort.Slice(forms, func(i, j int) bool { return forms[i].word < forms[j].word })
	var words []string
	var counts, indirect, totals, gaps, weights []byte
	addList := func(postings []posting) {
		last := int32(-1)
		for _, p := range postings {
			gaps = appendNumber(gaps, int(p.doc()-last-1))
			last = p.doc()
			weights = append(weights, digits[p.weight()])
		}
	}
	for _, f := range forms {
		words = append(words, f.word)
		counts = appendNumber(counts, len(f.postings))
		indirect = appendNumber(indirect, len(f.indirect))
		addList(f.postings)
		addList(f.indirect)
	}
	for _, g := range groups {
		totals = appendNumber(totals, g.documents)
	}
	return wordList(words) + string(slices.Concat([]byte("~"), counts, indirect, totals, gaps, weights))
}

// functionWords are words that nobody means who makes a slip.
var functionWords = func() set {
	s := set{}
	s.add(strings.Fields(`alle allen alles alleen altijd andere anders behalve beide binnen boven buiten daarbij daardoor daarmee daarna daarom daarop
		daarvan daarvoor deze degene dezelfde dichtbij echter eens eerder eigen elkaar enkele ergens ervan ervoor geweest graag hadden hebben hebt
		heeft hetzelfde hierbij hierdoor hiermee hiervoor hoeveel iedere iedereen iemand indien jullie kunnen kwamen liever meeste meestal meteen
		misschien mocht mochten moest moesten moeten mogen namelijk naast nergens niemand niets nooit ondanks onder ongeveer onze opnieuw over overal
		overig pas precies samen sinds sommige soms steeds tegen tegenover terug terwijl tijdens totdat tussen vaker vanaf vanuit verder via vooral
		vooraf waarbij waardoor waarin waarmee waarna waarnaar waarom waarop waaruit waarvan waarvoor wanneer waren weinig welk welke werden worden
		wordt zelf zelfs zichzelf zoals zodat zonder zouden zoveel zullen about after their there these those under which while with without`)...)
	return s
}()

// spelling are the words that a correction may lead to: those in a title, also
// inside its words, and of the thesaurus. What stands in running text only is none,
// for a name that is not known looks like too many of those words.
func (b *builder) spelling(groups []group) []string {
	targets := set{}
	for _, t := range b.terms {
		targets.add(t.related...)
	}
	for _, g := range groups {
		for _, f := range g.forms {
			for _, p := range slices.Concat(f.postings, f.indirect) {
				if p.weight() >= inName {
					targets.add(f.word)
				}
			}
		}
	}
	var out []string
	for _, w := range targets.sorted() {
		if utf8.RuneCountInString(w) > minPart && !lightWords[w] && !functionWords[w] && !strings.HasSuffix(w, capsMark) {
			out = append(out, w)
		}
	}
	return out
}

// putWords writes spelling parts and gives the first word of each, cut as short as
// tells it from the word before.
func putWords(put func(name, body string), name string, words []string, size int) []string {
	first := []string{}
	at, before := 0, ""
	for i, part := range cut(words, size, func(w string) int { return 2 + len(w)/2 }) {
		if len(part) == 0 {
			break
		}
		put(name+strconv.Itoa(i), wordList(part))
		first = append(first, shortest(before, part[0]))
		at += len(part)
		before = words[at-1]
	}
	return first
}

// facet writes the documents of each value. First come the values that are no
// term of the thesaurus, a tab after each; then in numbers how many lists
// follow, the length of each, and the gaps between their documents: one list
// per term of the facet in the order of the names, and one per other value.
func (b *builder) facet(name string) (string, error) {
	documents := map[string][]int{}
	for i, d := range b.docs {
		for _, v := range d.Facets[name] {
			if n := len(documents[v]); n == 0 || documents[v][n-1] != i {
				documents[v] = append(documents[v], i)
			}
		}
	}
	var values, others []string
	terms := set{}
	for _, t := range b.corpus.Thesaurus.Terms {
		if t.Facet == name {
			values = append(values, t.ID)
			terms.add(t.ID)
		}
	}
	for v := range documents {
		if strings.ContainsAny(v, "\t\n") {
			return "", fmt.Errorf("facet %s: a tab or a new line in the value %q", name, v)
		}
		if !terms[v] {
			others = append(others, v)
		}
	}
	sort.Strings(others)
	values = append(values, others...)
	var body, gaps []byte
	for _, v := range others {
		body = append(append(body, v...), '\t')
	}
	body = appendNumber(body, len(values))
	for _, v := range values {
		body = appendNumber(body, len(documents[v]))
		last := -1
		for _, i := range documents[v] {
			gaps = appendNumber(gaps, i-last-1)
			last = i
		}
	}
	return string(append(body, gaps...)), nil
}

// orders are the names of all orders.
func (b *builder) orders() []string {
	s := set{}
	for _, d := range b.docs {
		for o := range d.Order {
			s.add(o)
		}
	}
	return s.sorted()
}

// ranks writes for each document its place in an order, from 1; 0 has none.
func (b *builder) ranks(order string) string {
	keys := set{}
	for _, d := range b.docs {
		if k := d.Order[order]; k != "" {
			keys.add(k)
		}
	}
	rank := map[string]int{}
	for i, k := range keys.sorted() {
		rank[k] = i + 1
	}
	var out []byte
	for _, d := range b.docs {
		out = appendNumber(out, rank[d.Order[order]])
	}
	return string(out)
}

// encodeCards writes [URL, title, collection, summary, card] of each. A URL
// that follows from the title and the collection is left out.
func encodeCards(docs []Document) (string, error) {
	cards := make([][]any, len(docs))
	for i, d := range docs {
		url := d.URL
		if strings.HasPrefix(url, d.Collection+"/") && url == plainURL(d.Collection, d.Title) {
			url = ""
		}
		cards[i] = []any{url, d.Title, d.Collection, d.Summary}
		if len(d.Card) > 0 {
			cards[i] = append(cards[i], json.RawMessage(d.Card))
		}
	}
	return encodeJSON(cards)
}

// plainURL is the address that a document mostly has.
func plainURL(collection, title string) string { return collection + "/" + plainID(title) + "/" }

// encodeNames writes lines of fields with tabs between them: ambiguous words,
// and after an empty line per facet its name and then its terms. An identifier
// that follows from the label is left out.
func encodeNames(th Thesaurus) string {
	var b strings.Builder
	clean := strings.NewReplacer("\t", " ", "\n", " ", betweenGroups, " ")
	line := func(groups ...[]string) {
		for i, group := range groups {
			if i > 0 {
				b.WriteString(betweenGroups)
			}
			for j, field := range group {
				if j > 0 {
					b.WriteByte('\t')
				}
				b.WriteString(clean.Replace(field))
			}
		}
		b.WriteByte('\n')
	}
	for _, a := range th.Ambiguous {
		caps := ""
		if a.CapsOnly {
			caps = capsMark
		}
		line(append([]string{a.Word, a.Facet, a.Note, caps}, a.Terms...))
	}
	for i, t := range th.Terms {
		if i == 0 || t.Facet != th.Terms[i-1].Facet {
			b.WriteByte('\n')
			line([]string{t.Facet})
		}
		id := t.ID
		if id == plainID(t.Label) {
			id = ""
		}
		var leading []string // those of a term with documents find these
		if t.Documents == 0 {
			leading = t.Related
		}
		line(append([]string{id}, t.names()...), leading, t.Codes, t.Under, []string{strconv.Itoa(t.Documents), t.Broader})
	}
	return b.String()
}

// betweenGroups stands between the groups of fields of a term: its names, the words
// that lead to it, its codes, those that mean more, and how many documents it has with
// its wider term.
const betweenGroups = "|"

// plainID is the identifier that a label mostly has.
func plainID(label string) string {
	var words []string
	for _, t := range tokenize(label) {
		words = append(words, t.word)
	}
	return strings.Join(words, "-")
}

// encodeJSON leaves HTML signs as they are: script escapes them.
func encodeJSON(v any) (string, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return "", err
	}
	return strings.TrimSuffix(b.String(), "\n"), nil
}
