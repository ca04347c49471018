package main

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// A query is what is asked, and the documents of which one should come first.
type query struct {
	Class   string `json:"class"`
	Text    string `json:"text"`
	Targets []int  `json:"targets"`
	// Apart says that the query is of the half that nobody looks at.
	Apart bool `json:"apart"`
}

// classes are the kinds of queries, in the order of the tables.
var classes = []string{"exact", "inflected", "typo", "last part", "first part", "in context", "split", "hyphen", "prefix", "diacritics", "body", "synonym"}

// perClass is how many queries a class has at most.
const perClass = 60

// synonyms are other words for words of manuals, as a reader may say them. No
// engine is told.
var synonyms = pairs(`afbeelding plaatje, afbeeldingen plaatjes, document stuk, documenten stukken, map folder, bestand file, bestanden files,
	toetsenbord keyboard, muis aanwijzer, venster window, tekst letters, lettertype font, lettertypen fonts, kleur tint, kleuren tinten,
	verwijderen wissen, wijzigen veranderen, invoegen toevoegen, instellen configureren, instellingen voorkeuren, opslaan bewaren, afdrukken printen,
	selecteren kiezen, weergeven tonen, zoeken vinden, vervangen verwisselen, kopiëren dupliceren, maken aanmaken, installeren opzetten,
	gebruiker persoon, gebruikers personen, netwerk lan, wachtwoord password, printer drukmachine, functies formules, tabel matrix, tabellen matrices,
	werkblad spreadsheet, grafiek diagram, grafieken diagrammen, pagina blad, pagina's bladen, alinea paragraaf, alinea's paragrafen, lijn streep, lijnen strepen,
	formulier invulblad, opmaak layout, sjabloon voorbeeld, sjablonen voorbeelden, pictogram icoon, pictogrammen iconen, fout error, fouten errors,
	hulp ondersteuning, scherm beeld, filter zeef, laag niveau, lagen niveaus, gereedschap tool, koptekst bovenregel, voettekst onderregel, voetnoot aantekening,
	database gegevensbank, macro script, snelkoppeling link, verwijzing link, verwijzingen links, sneltoetsen toetscombinaties`)

func pairs(list string) map[string]string {
	m := map[string]string{}
	for _, p := range strings.Split(list, ",") {
		if a, b, ok := strings.Cut(tidy(p), " "); ok {
			m[plain(a)] = b
		}
	}
	return m
}

// plain is a text in small letters without accents.
func plain(s string) string {
	return strings.ToLower(strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, norm.NFKD.String(s)))
}

var wordLetters = regexp.MustCompile(`[a-z0-9]+`)

func plainWords(s string) []string { return wordLetters.FindAllString(plain(s), -1) }

var small = setOf(`de het een en van in op te dat die niet is zijn voor met u wordt als aan door kan om bij of worden dit naar uit tot over
	hoe wat s the of and`)

// A maker makes queries from a corpus and a word list.
type maker struct {
	docs   []document
	list   map[string]bool // words of Dutch
	words  []map[string]bool
	titles [][]string
	count  map[string]int // documents with a word
	same   map[string]int // documents with a title
	inAny  map[string][]int
}

func makeQueries(dir, name string) error {
	m := maker{list: map[string]bool{}, count: map[string]int{}, same: map[string]int{}, inAny: map[string][]int{}}
	if err := readJSON(filepath.Join(dir, name+".json"), &m.docs); err != nil {
		return err
	}
	data, err := os.ReadFile(filepath.Join(dir, "root/usr/share/dict/dutch"))
	if err != nil {
		data, err = os.ReadFile("/usr/share/dict/dutch")
	}
	if err != nil {
		return fmt.Errorf("the word list of the package wdutch: %w", err)
	}
	for line := range strings.Lines(string(data)) {
		m.list[plain(strings.TrimSpace(line))] = true
	}
	for i, d := range m.docs {
		has := map[string]bool{}
		for _, w := range plainWords(d.Title + " " + d.Headings + " " + d.Body) {
			has[w] = true
		}
		for w := range has {
			m.count[w]++
		}
		title := plainWords(d.Title)
		m.words, m.titles = append(m.words, has), append(m.titles, title)
		m.same[strings.Join(title, " ")]++
		for _, w := range unique(title) {
			m.inAny[w] = append(m.inAny[w], i)
		}
	}
	var all []query
	for _, class := range classes {
		order := make([]int, len(m.docs))
		for i := range order {
			order[i] = i
		}
		slices.SortFunc(order, func(a, b int) int {
			return cmp.Compare(hash(class, m.docs[a].URL), hash(class, m.docs[b].URL))
		})
		used := map[string]bool{}
		n := 0
		for _, i := range order {
			if n == perClass {
				break
			}
			if m.same[strings.Join(m.titles[i], " ")] > 1 {
				continue
			}
			text, targets := m.make(class, i, used)
			if text == "" {
				continue
			}
			all = append(all, query{class, text, targets, n%2 == 1})
			n++
		}
	}
	return writeJSON(filepath.Join(dir, name+"-queries.json"), all)
}

func unique(list []string) []string {
	list = slices.Clone(list)
	slices.Sort(list)
	return slices.Compact(list)
}

// telling are the words of a title that say something.
func telling(title []string) []string {
	var out []string
	for _, w := range title {
		if len(w) > 2 && !small[w] {
			out = append(out, w)
		}
	}
	return out
}

// make makes a query of a class from a document, or none.
func (m *maker) make(class string, i int, used map[string]bool) (string, []int) {
	d, title := m.docs[i], m.titles[i]
	words := telling(title)
	whole := strings.Join(title, " ")
	fair := len(words) >= 2 && len(title) <= 9 && len(whole) < 70
	pick := func(what string, n int) int { return int(hash(class, what, d.URL) % uint64(n)) }
	with := func(old, new string) string {
		out := slices.Clone(title)
		for j, w := range out {
			if w == old {
				out[j] = new
			}
		}
		return strings.Join(out, " ")
	}
	target := []int{i}
	switch class {
	case "exact":
		if fair {
			return whole, target
		}
	case "inflected":
		out, bent := slices.Clone(title), false
		for j, w := range out {
			if small[w] {
				continue
			}
			if forms := m.forms(w, i); len(forms) > 0 {
				out[j], bent = forms[pick(w, len(forms))], true
			}
		}
		if fair && bent {
			return strings.Join(out, " "), target
		}
	case "typo":
		var long []string
		for _, w := range words {
			if len(w) >= 5 && strings.Trim(w, "abcdefghijklmnopqrstuvwxyz") == "" {
				long = append(long, w)
			}
		}
		if fair && len(long) > 0 {
			w := long[pick("word", len(long))]
			if s := slip(w, pick("place", len(w)-1), pick("kind", 4), byte('a'+pick("letter", 26))); s != w && !m.list[s] && m.count[s] == 0 {
				return with(w, s), target
			}
		}
	case "last part", "first part":
		for _, w := range words {
			first, last := m.apart(w)
			part := first
			if class == "last part" {
				part = last
			}
			// One that titles do not have by itself, though a text does.
			if len(part) < 4 || used[part] || m.count[part] < 2 || len(m.inAny[w]) > 5 || m.alone(part) {
				continue
			}
			used[part] = true
			return part, m.inAny[w]
		}
	case "in context":
		for _, w := range words {
			if _, last := m.apart(w); last != "" && len(words) > 1 {
				return with(w, last), target
			}
		}
	case "split":
		for _, w := range words {
			if _, last := m.apart(w); last != "" {
				return with(w, strings.TrimSuffix(w, last)+" "+last), target
			}
		}
	case "hyphen":
		if found := hyphened.FindString(d.Title); found != "" {
			return plain(strings.Replace(d.Title, found, strings.ReplaceAll(found, "-", ""), 1)), target
		}
		for _, w := range words {
			if _, last := m.apart(w); last != "" && hash(w)%4 == 0 {
				return with(w, strings.TrimSuffix(w, last)+"-"+last), target
			}
		}
	case "prefix":
		if w := title[len(title)-1]; fair && len(w) >= 5 && !small[w] {
			return strings.Join(append(slices.Clone(title[:len(title)-1]), w[:max(3, (len(w)*6+5)/10)]), " "), target
		}
	case "diacritics":
		if low := strings.ToLower(d.Title); low != plain(d.Title) {
			return plain(low), target
		}
		for _, w := range accented.FindAllString(strings.ToLower(d.Body), -1) {
			if p := plain(w); len(words) > 0 && len(p) > 3 && m.count[p] < 20 && strings.Trim(p, "abcdefghijklmnopqrstuvwxyz") == "" {
				return words[0] + " " + p, target
			}
		}
	case "body":
		var rare []string
		for w := range m.words[i] {
			if n := m.count[w]; n >= 2 && n <= 8 && len(w) >= 5 && strings.Trim(w, "abcdefghijklmnopqrstuvwxyz") == "" && !slices.Contains(title, w) {
				rare = append(rare, w)
			}
		}
		slices.SortFunc(rare, func(a, b string) int { return cmp.Compare(hash(d.URL, a), hash(d.URL, b)) })
		if len(rare) < 3 {
			break
		}
		rare = rare[:2+pick("words", 2)]
		have := 0
		for _, has := range m.words {
			if !slices.ContainsFunc(rare, func(w string) bool { return !has[w] }) {
				have++
			}
		}
		if have == 1 {
			return strings.Join(rare, " "), target
		}
	case "synonym":
		for _, w := range words {
			if s := synonyms[w]; s != "" && fair && !m.words[i][plain(s)] {
				return with(w, plain(s)), target
			}
		}
	}
	return "", nil
}

var (
	hyphened = regexp.MustCompile(`\b[A-Za-z]{2,}-[A-Za-z]{3,}\b`)
	accented = regexp.MustCompile(`[\p{L}\p{Mn}]*[à-öø-ÿ][\p{L}\p{Mn}]*`)
)

// forms are other forms of a word, checked in the word list, that the
// document does not have.
func (m *maker) forms(w string, doc int) []string {
	if len(w) < 3 {
		return nil
	}
	maybe := []string{w + "en", w + "s", w + "e", w + "n"}
	end := func(s string) bool { return strings.HasSuffix(w, s) }
	last, before := w[len(w)-1], w[len(w)-2]
	vowel := func(c byte) bool { return strings.IndexByte("aeiou", c) >= 0 }
	if !vowel(last) && vowel(before) {
		maybe = append(maybe, w+string(last)+"en")
		if len(w) > 3 && w[len(w)-3] == before {
			maybe = append(maybe, w[:len(w)-2]+string(last)+"en")
		}
	}
	switch {
	case end("en"):
		base := w[:len(w)-2]
		maybe = append(maybe, base, base+"t", base+"de", base+"te", "ge"+base+"d", "ge"+base+"t")
	case end("s"):
		maybe = append(maybe, w[:len(w)-1], w[:len(w)-1]+"zen")
	case end("e"):
		maybe = append(maybe, w[:len(w)-1])
	case end("ing"):
		maybe = append(maybe, w[:len(w)-3]+"en")
	}
	return slices.DeleteFunc(maybe, func(f string) bool { return len(f) < 4 || !m.list[f] || m.words[doc][f] })
}

// slip makes one slip of the finger.
func slip(w string, at, kind int, letter byte) string {
	switch kind {
	case 0:
		return w[:at] + w[at+1:at+2] + w[at:at+1] + w[at+2:]
	case 1:
		return w[:at] + w[at+1:]
	case 2:
		return w[:at] + string(letter) + w[at:]
	}
	return w[:at] + string(letter) + w[at+1:]
}

var noPart = setOf("ing eren ingen ten den ter ren len gen ken pen sen ste heid lijk baar bare ende ers")

// apart takes a compound apart, by the word list.
func (m *maker) apart(w string) (first, last string) {
	if !m.list[w] {
		return "", ""
	}
	for i := 4; i <= len(w)-4; i++ {
		a, b := w[:i], w[i:]
		if !m.list[b] || noPart[b] || small[b] {
			continue
		}
		if m.list[a] {
			return a, b
		}
		if a, ok := strings.CutSuffix(a, "s"); ok && len(a) >= 4 && m.list[a] {
			return a, b
		}
	}
	return "", ""
}

// alone says that a title has the word, or a form of it, by itself.
func (m *maker) alone(part string) bool {
	for w := range m.inAny {
		if len(w) <= len(part)+2 && strings.HasPrefix(w, part[:len(part)-1]) {
			return true
		}
	}
	return false
}
