package search

import (
	"cmp"
	"slices"
	"strings"

	"github.com/blevesearch/bleve/v2/analysis"
	"github.com/blevesearch/bleve/v2/analysis/lang/nl"
)

// dutchStemmer is the stemmer of bleve's Dutch analyzer.
var dutchStemmer = nl.NewDutchStemmerFilter()

// snowball is the Porter-type Dutch stemmer (snowballstem.org/algorithms/dutch_porter).
func snowball(word string) string {
	stream := dutchStemmer.Filter(analysis.TokenStream{&analysis.Token{Term: []byte(word)}})
	return string(stream[0].Term)
}

// rootedEndings are endings that belong to the word: "huisarts" is no plural, "alleen"
// is no form of "alle".
var rootedEndings = []string{
	"arts", "mens", "kans", "grens", "wens", "lens", "dans", "krans", "balans", "tendens", "prins", "frans",
	"hals", "pols", "puls", "plaats", "reeks", "koers", "fonds", "toets", "fiets", "spits", "krats", "coats",
	"alleen", "overeen", "meteen", "uiteen", "bijeen", "iedereen", "verlies", "advies", "precies", "kies", "levering", "stemming",
}

// stem brings the forms of a word together. Words with a digit are names and stay
// as they are.
func stem(word string) string {
	if len(word) < 3 || !isPlain(word) {
		return word
	}
	if base := baseForm(word); base != "" {
		return derive(ruleStem(base, true))
	}
	if base := withoutDiminutive(word); base != "" {
		return stem(base)
	}
	return derive(ruleStem(word, true))
}

// areClose says that two words with one stem have one also without the rules and the
// lists that go farther: knieën is close to knie, but knietje is not.
func areClose(word, other string) bool {
	return ruleStem(cmp.Or(baseForms.others[word], word), false) == ruleStem(cmp.Or(baseForms.others[other], other), false)
}

// baseForm is the word of which a word is a form that no rule gives, or "".
func baseForm(word string) string {
	base := cmp.Or(baseForms.others[word], baseVerb(word))
	if n := len(word); base == "" && n > 3 && word[n-1] == 'e' && strings.IndexByte("rtd", word[n-2]) >= 0 { // hogere, onderzochte
		return baseForm(word[:n-1])
	}
	return base
}

// ruleStem is the stem by the rules. The Snowball stemmer leaves apart what belongs
// together (operatie and operaties, adres and adressen, huis and huizen, behandelt and
// behandelen): tidy joins those; and participles, if they are to be joined.
func ruleStem(word string, participles bool) string {
	if len(word) < 3 || !isPlain(word) {
		return word
	}
	if isRooted(word) {
		return word
	}
	if strings.HasSuffix(word, "kinderen") {
		return word[:len(word)-4]
	}
	if strings.HasSuffix(word, "eeen") || len(word) > 4 && strings.HasSuffix(word, "ieen") {
		return word[:len(word)-2]
	}
	n := len(word)
	for _, e := range []string{"achtig", "achtige"} { // kankerachtig
		if n >= len(e)+5 && strings.HasSuffix(word, e) {
			return ruleStem(word[:n-len(e)], participles)
		}
	}
	if isOpenPlural(word) {
		word = word[:n-1]
	}
	for _, e := range []string{"er", "ere", "ers", "st", "ste"} { // veiliger
		if rest, ok := strings.CutSuffix(word, e); ok && len(rest) > 4 && strings.HasSuffix(rest, "ig") && !isVowel(rest[len(rest)-3]) {
			word = rest
		}
	}
	if !participles {
		return tidy(snowball(word), false, false)
	}
	verb := false // a d at the end is that of a participle
	for _, p := range []string{"be", "her", "ont", "ver", "over", "onder"} {
		verb = verb || strings.HasPrefix(word, p)
	}
	w := word
	if n := len(w); w[n-1] == 'e' && (w[n-2] == 'd' || w[n-2] == 't') {
		w = w[:n-1]
	}
	if rest := withoutGe(w); rest != "" {
		word, verb = rest, true
	}
	return tidy(snowball(word), true, verb)
}

// isRooted says that the ending of a word belongs to it.
func isRooted(word string) bool {
	return slices.ContainsFunc(rootedEndings, func(e string) bool { return strings.HasSuffix(word, e) })
}

// isOpenPlural says that the s of a word is that of foto's without the apostrophe.
func isOpenPlural(w string) bool {
	n := len(w)
	if n < 5 || w[n-1] != 's' {
		return false
	}
	before := w[n-3]
	return w[n-2] == 'o' && strings.IndexByte("aoblmrv", before) < 0 ||
		w[n-2] == 'a' && (before == 'i' || before == 'm' || before == 'r' && w[n-4] == 'e')
}

// keepsGe are words that begin with ge, without it, of which that is no sign of a participle.
var keepsGe = strings.Fields(`bed bergt beur bied bit bod boort bruik dacht deel dicht drag duld halt hoor hucht loof luid makt
	meent moed nees neraal neralis nereer nez niet raamt recht reed rucht schied schikt schrift slacht steent sticht tuig vaart vecht
	voel weld west wicht woont wricht zegd zicht zind zond zwind`)

// withoutGe is the stem of a participle without the ge of it, or "".
func withoutGe(s string) string {
	if c := s[len(s)-1]; c != 'd' && c != 't' || strings.HasSuffix(s, "heid") {
		return ""
	}
	strip := func(prefix string) string {
		rest, ok := strings.CutPrefix(s, prefix+"ge")
		if !ok || len(rest) < 4 {
			return ""
		}
		for _, k := range keepsGe {
			if strings.HasPrefix(rest, k) && rest != "voeld" && rest != "deeld" {
				return ""
			}
		}
		return prefix + rest
	}
	if verb := strip(""); verb != "" {
		return verb
	}
	for _, p := range looseVerbPrefixes {
		if verb := strip(p); verb != "" {
			return verb
		}
	}
	return ""
}

// wordsInT end in a t of their own before the -je: kaartje, but haartje.
var wordsInT = strings.Fields("kaart hart taart staart buurt beurt poort soort koort kwart vaart")

// withoutDiminutive is the word of which a word is the diminutive, or "".
func withoutDiminutive(word string) string {
	body, ok := strings.CutSuffix(strings.TrimSuffix(word, "s"), "je")
	n := len(body)
	if !ok || n < 3 || !strings.ContainsAny(body, "aeiouy") {
		return ""
	}
	twoVowels := func(s string) bool {
		n := len(s)
		return n > 1 && isVowel(s[n-2]) && (isVowel(s[n-1]) || s[n-1] == 'j')
	}
	prev := body[:n-1]
	before := prev[n-2]
	switch c := body[n-1]; {
	case isVowel(c) || strings.IndexByte("lnrmwj", c) >= 0:
		return ""
	case strings.HasSuffix(body, "mp"): // boompje, but lampje
		if stem := prev[:n-2]; twoVowels(stem) || !isVowel(stem[len(stem)-1]) || n > 4 && stem[len(stem)-1] == 'e' {
			return prev
		}
	case strings.HasSuffix(body, "ink") && strings.ContainsAny(body[:n-3], "aeiou"): // kettinkje
		return prev + "g"
	case c != 't':
	case strings.HasSuffix(body, "et") && n > 4 && !isVowel(body[n-3]): // pilletje, slangetje
		switch b := body[:n-2]; {
		case b[n-3] == b[n-4]:
			return b[:n-3]
		case strings.HasSuffix(b, "ng"), b[n-3] == 'm':
			return b
		}
	case before == 'w', before == 'j', before == 'y', strings.HasSuffix(prev, "ee"), strings.HasSuffix(prev, "ie"),
		prev == "koe", prev == "bui", prev == "trui":
		return prev
	case strings.HasSuffix(prev, "otoo"), strings.HasSuffix(prev, "utoo"), strings.HasSuffix(prev, "deoo"):
		return prev[:n-2]
	case before == 'r':
		for _, w := range wordsInT {
			if strings.HasSuffix(body, w) {
				return body
			}
		}
		return prev
	case before == 'n':
		if stem := prev[:n-2]; twoVowels(stem) || n > 4 && stem[len(stem)-1] == 'e' && strings.IndexByte("kgvs", stem[len(stem)-2]) >= 0 {
			return prev
		}
	case before == 'l':
		if stem := prev[:n-2]; twoVowels(stem) || n > 4 && stem[len(stem)-1] == 'e' {
			return prev
		}
	}
	return body
}

// tidy brings together stems that Snowball keeps apart. It errs on the side
// of joining: other forms always rank below the word as typed. verb says that a d at
// the end is that of a participle.
func tidy(s string, participles, verb bool) string {
	n := len(s)
	ends := func(min int, suffix string) bool { return n >= min && strings.HasSuffix(s, suffix) }
	cut := func(k int) { s = s[:n-k]; n -= k }
	for _, e := range []string{"oefen", "teken", "reken", "open"} {
		if ends(5, e+"t") || ends(5, e+"d") {
			cut(1)
		}
	}
	if ends(5, "en") && !isVowel(s[n-3]) && strings.ContainsAny(s[:n-2], "aeiouy") { // tekens
		cut(2)
	}
	ownS := s[n-1] == 'z' // verliezen
	s = soften(s)
	n = len(s)
	switch {
	case ownS:
	case ends(5, "ies"), ends(5, "eaus"), ends(4, "ys"):
		cut(1) // operaties, niveaus, displays
	case ends(5, "es"): // keuzes
		cut(2)
		if ends(4, "ys") { // analyses, as analyse has it
			cut(1)
		}
	}
	if participles && !verb {
		if rest := withoutGe(s); rest != "" { // gewonden
			s, n, verb = rest, len(rest), true
		}
	}
	if hasVerbEnding(s, verb) {
		cut(1)
	}
	s = soften(s)
	n = len(s)
	if n >= 3 && !isVowel(s[n-1]) && s[n-2] == s[n-3] && strings.IndexByte("aeou", s[n-2]) >= 0 { // materiaal, oog
		s = s[:n-2] + s[n-1:]
	}
	return s
}

// verbsInT are endings of stems with a t behind them that is that of a verb: plast, begint.
var verbsInT = strings.Fields(`valt vult belt telt rolt spelt zwelt gint wint kent plast slist past wist kust mist wast
	hoort oert duurt vuurt huurt stuurt keurt scheurt gebeurt spaart klaart waart ervaart stoort boort`)

// verbsInD are the same with a d.
var verbsInD = strings.Fields("teld beld steld vuld rold speld kend")

// hasVerbEnding says that the last letter of a stem is the t or d of a verb: werkt,
// verbeterd.
func hasVerbEnding(s string, verb bool) bool {
	n := len(s)
	if n < 4 || s[n-1] != 't' && s[n-1] != 'd' {
		return false
	}
	list := verbsInT
	if s[n-1] == 'd' {
		list = verbsInD
	}
	for _, e := range list {
		if strings.HasSuffix(s, e) && (verb || s[n-1] == 't') {
			return true
		}
	}
	x := s[n-2]
	long := n > 4 && isVowel(s[n-4]) && (isVowel(s[n-3]) || s[n-3] == 'j')
	if s[n-1] == 't' {
		return n >= 5 && (strings.IndexByte("dfgkmpw", x) >= 0 || strings.HasSuffix(s, "tst") || // plaatst, wordt, werkt, geeft
			x == 'i' && (s[n-3] == 'a' || s[n-3] == 'e') || // draait, groeit
			long && (x == 'l' || x == 's' || x == 'n' && !strings.HasSuffix(s, "meent") || strings.HasSuffix(s, "eert"))) || // voelt, kiest, leert
			n >= 6 && (x == 'l' || x == 'r') && s[n-3] == 'e' // behandelt
	}
	return n >= 6 && (strings.IndexByte("gmw", x) >= 0 || (x == 'l' || x == 'r') && s[n-3] == 'e') || // verhoogd, verbeterd
		verb && (strings.IndexByte("gmwbfs", x) >= 0 || x == 'i' && isVowel(s[n-3]) && s[n-3] != 'e' ||
			(x == 'l' || x == 'r' || x == 'n') && (long || n >= 5 && s[n-3] == 'e'))
}

// derive brings what is made of a word to its stem: amputatie and amputeren, antibiotica
// and antibioticum, neurologie and neurologisch.
func derive(s string) string {
	for _, d := range derivations {
		if rest, ok := strings.CutSuffix(s, d.ending); ok && len(rest) >= d.least {
			return rest + d.other
		}
	}
	if n := len(s) - 3; n >= 5 && strings.HasSuffix(s, "ing") && !isVowel(s[n-1]) && (s[n-1] != 'l' || isVowel(s[n-2]) || s[n-2] == 'l') && !isRooted(s) { // bloeding
		return tidy(s[:n], true, false)
	}
	return s
}

// derivations are endings that stand for another, with the least letters before them.
var derivations = []struct {
	ending, other string
	least         int
}{
	{"atie", "er", 3}, {"ctie", "cter", 2}, {"yser", "y", 2}, {"icum", "ic", 3}, {"ica", "ic", 4}, {"icus", "ic", 3}, {"ici", "ic", 3},
	{"ium", "ie", 3}, {"ia", "ie", 3}, {"isch", "", 5}, {"logie", "log", 2}, {"urgie", "urg", 2}, {"ergie", "erg", 2}, {"iatrie", "iatr", 2},
}

// soften ends a stem as the word itself does: adress, huiz, briev.
func soften(s string) string {
	n := len(s)
	switch {
	case n >= 4 && s[n-1] == s[n-2] && !isVowel(s[n-1]):
		return s[:n-1]
	case s[n-1] == 'z':
		return s[:n-1] + "s"
	case s[n-1] == 'v':
		return s[:n-1] + "f"
	}
	return s
}

// lengthIn is the length of the last vowel of a stem in a word that has it: -1
// in a closed syllable (mag, mannen), 1 written double (maag) or, if the stem is one
// syllable, in an open one (magen); 0 where the letters do not tell (dagen, bloedvaten).
func lengthIn(word, stem string) int {
	n := len(stem)
	if n < 2 || !isPlain(stem) || isVowel(stem[n-1]) || strings.IndexByte("aeou", stem[n-2]) < 0 || n > 2 && isVowel(stem[n-3]) {
		return 0
	}
	if base := baseForm(word); base != "" && base != word {
		return 0
	}
	rest, ok := strings.CutPrefix(word, stem[:n-1])
	switch {
	case !ok || rest == "":
		return 0
	case len(rest) > 1 && rest[0] == stem[n-2] && !isVowel(rest[1]):
		return 1
	case isVowel(rest[0]):
		return 0
	case len(rest) == 1 || !isVowel(rest[1]):
		return -1
	case strings.ContainsAny(stem[:n-2], "aeiouy"):
		return 0
	}
	return 1
}

// areForms says whether two words with one stem are forms of one word, or can
// be: the stemmer writes the vowel of maag and mag alike, though no ending
// makes one of the other.
func areForms(word, other, stem string) bool {
	return lengthIn(word, stem)*lengthIn(other, stem) >= 0
}

func isVowel(c byte) bool { return strings.IndexByte("aeiouy", c) >= 0 }

// isPlain says that a word has the letters a to z only.
func isPlain(word string) bool {
	for i := 0; i < len(word); i++ {
		if word[i] < 'a' || word[i] > 'z' {
			return false
		}
	}
	return true
}
