package search

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"

	unicodetokens "github.com/blevesearch/bleve/v2/analysis/tokenizer/unicode"
)

func words(text string) []string {
	var out []string
	for _, t := range tokenize(text) {
		out = append(out, t.word)
	}
	return out
}

func TestTokenize(t *testing.T) {
	for text, want := range map[string]string{
		"Wel of niet reanimeren?":             "wel of niet reanimeren",
		"De foto's van Parkinson’s patiënten": "de foto van parkinson patienten",
		"patie\u0308nt = patiënt":             "patient patient",
		"B.V., e.d. en thuisarts.nl":          "bv ed en thuisarts nl",
		"1,5 mg HbA₁c (m²)":                   "1 5 mg hba1c m2",
		"β-blokker, COVID-19":                 "beta blokker covid 19",
		"ĳs ß œuvre Ærø Łódź":                 "ijs ss oeuvre aero lodz",
		"... 🙂 <b>x</b> __proto__":            "b x b proto",
		"نعم لا":                              "نعم لا",
	} {
		if got := strings.Join(words(text), " "); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestStemJoinsForms(t *testing.T) {
	for _, forms := range []string{
		"huisarts huisartsen", "kind kinderen", "kleinkind kleinkinderen", "keuze keuzes keuzen", "operatie operaties",
		"behandelen behandelt behandeld behandelde behandeling behandelingen", "huis huizen", "brief brieven",
		"adres adressen", "proces processen", "knie knieen", "therapie therapieen", "materiaal materialen", "oog ogen",
		"advies adviezen", "niveau niveaus", "mens mensen", "stoornis stoornissen", "plan plannen", "ziekte ziektes ziekten",
		"mogelijkheid mogelijkheden", "werken werkt werkte", "groeien groeit", "geven geeft", "financieel financiele",
	} {
		list := strings.Fields(forms)
		for _, w := range list[1:] {
			if stem(w) != stem(list[0]) {
				t.Errorf("%s: %s, %s: %s", list[0], stem(list[0]), w, stem(w))
			}
		}
	}
	for _, apart := range []string{"kans kan", "mens men", "alleen alle", "overeen over", "arts art", "dm1 dm2", "hypo hyper"} {
		a, b, _ := strings.Cut(apart, " ")
		if stem(a) == stem(b) {
			t.Errorf("%s and %s are both %s", a, b, stem(a))
		}
	}
}

// wordRows are the rows of a file of testdata: what, class, word, other word.
func wordRows(t *testing.T, file string) [][]string {
	t.Helper()
	data, err := os.ReadFile("testdata/" + file)
	if err != nil {
		t.Fatal(err)
	}
	var rows [][]string
	for line := range strings.Lines(string(data)) {
		if fields := strings.Split(strings.TrimSpace(line), "\t"); !strings.HasPrefix(line, "#") {
			if len(fields) != 4 {
				t.Fatalf("%s: %q", file, line)
			}
			rows = append(rows, fields)
		}
	}
	return rows
}

// Of words that must be forms of each other, and of those that must not, no more
// than these shares are wrong.
func TestFormsOfWords(t *testing.T) {
	for _, file := range []string{"words.tsv", "more-words.tsv"} {
		meet, missed, apart, joined := 0, 0, 0, 0
		for _, row := range wordRows(t, file) {
			if row[0] == "part" {
				continue
			}
			a, b := words(row[2]), words(row[3])
			if len(a) != 1 || len(b) != 1 {
				continue // what hyphens join is no matter of stems
			}
			forms := stem(a[0]) == stem(b[0]) && areForms(a[0], b[0], stem(a[0]))
			switch {
			case row[0] == "meet":
				meet++
				if !forms {
					missed++
					t.Logf("%s: %s and %s are no forms of one word", file, row[2], row[3])
				}
			default:
				apart++
				if forms {
					joined++
					t.Logf("%s: %s and %s are forms of one word", file, row[2], row[3])
				}
			}
		}
		recall, precision := 1-float64(missed)/float64(meet), 1-float64(joined)/float64(meet-missed+joined)
		t.Logf("%s: recall %.3f of %d, precision %.3f with %d apart", file, recall, meet, precision, apart)
		if recall < 0.97 || precision < 0.98 || apart < 70 {
			t.Errorf("%s: recall %.3f, precision %.3f", file, recall, precision)
		}
	}
}

// Dutch writes a vowel double in a closed syllable where it is long: words that
// differ in that only are others, and a patient with one is not helped by the other.
func TestVowelsKeepWordsApart(t *testing.T) {
	for _, c := range []struct {
		words string
		forms bool
	}{
		{"maag mag", false}, {"teen ten", false}, {"been ben", false}, {"veel vel", false}, {"slaap slap", false}, {"manen mannen", false},
		{"maan mannen", false}, {"boot bot", false}, {"boos bos", false}, {"boten botten", false}, {"magen mag", false}, {"lage laag", true},
		{"maag magen", true}, {"dag dagen", true}, {"been benen", true}, {"slaapt slapen", true}, {"slap slappe", true}, {"bot botten", true},
		{"maakte maken", true}, {"maakt maak", true}, {"oog ogen", true}, {"boos boze", true}, {"bloedvat bloedvaten", true}, {"huis huizen", true},
		{"behandeling behandelingen", true}, {"middel middelen", true},
	} {
		a, b, _ := strings.Cut(c.words, " ")
		if stem(a) != stem(b) {
			t.Errorf("%s: %s, %s: %s", a, stem(a), b, stem(b))
		}
		if areForms(a, b, stem(a)) != c.forms || areForms(b, a, stem(a)) != c.forms {
			t.Errorf("%s and %s: forms of one word is %v", a, b, !c.forms)
		}
	}
	inBothCuts(t, Corpus{Documents: []Document{
		{URL: "/mag", Title: "Wat mag u eten", Fields: []Field{{"tekst", "Dat mag", 1}}},
		{URL: "/maag", Title: "Pijn in de maag"},
		{URL: "/magen", Title: "Over magen"},
	}}, func(t *testing.T, x *Index) {
		if got := ask(t, x, "maag"); !slices.Equal(got, []string{"/maag", "/magen"}) {
			t.Errorf("maag: %v", got)
		}
	})
}

// The tokenizer cuts where a browser can cut too: at runs of letters from a fixed list.
func TestTokenizerKeepsRuns(t *testing.T) {
	for _, x := range wordLetters {
		for r := x[0]; r <= x[1]; r++ {
			if isMark(r) || letterFolds[r] != "" || fold(string(r)) != string(r) {
				continue
			}
			for _, text := range []string{"a" + string(r) + "b", string(r) + "1", "1" + string(r), string(r) + string(r)} {
				if got := tokenize(text); len(got) != 1 {
					t.Fatalf("%U %q: %v", r, text, got)
				}
			}
		}
	}
}

// With KAARTENBAK_WORDS this program only writes to that file what it makes of
// many texts, for the test of the client's words in a browser
// (tests/search-words.test.mjs).
func TestMain(m *testing.M) {
	if file := os.Getenv("KAARTENBAK_WORDS"); file != "" {
		if err := writeWords(file); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		return
	}
	m.Run()
}

// writeWords writes a JSON array per text: the text, and for each of its words
// the word, its stem, the stem of the Snowball algorithm alone, the length of its
// last vowel in the word, whether it is in capitals, and whether a hyphen stands
// before it.
func writeWords(file string) error {
	f, err := os.Create(file)
	if err != nil {
		return err
	}
	out := bufio.NewWriter(f)
	texts, err := dictionary()
	if err != nil {
		return err
	}
	for _, s := range append(texts, oddTexts()...) {
		line := []any{s}
		for _, k := range tokenize(s) {
			snow := ""
			if isPlain(k.word) {
				snow = snowball(k.word)
			}
			line = append(line, []any{k.word, stem(k.word), snow, lengthIn(k.word, stem(k.word)), k.caps, k.hyphen})
		}
		data, err := json.Marshal(line)
		if err != nil {
			return err
		}
		out.Write(append(data, '\n'))
	}
	return errors.Join(out.Flush(), f.Close())
}

// node runs a script that must be there and must succeed.
func node(t *testing.T, in *bytes.Buffer, args ...string) []byte {
	t.Helper()
	cmd := exec.Command("node", args...)
	cmd.Stdin = in
	var problems bytes.Buffer
	cmd.Stderr = &problems
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("node %v: %v\n%s", args, err, problems.String())
	}
	return out
}

// dictionary is Debian's wdutch.
func dictionary() ([]string, error) {
	data, err := os.ReadFile("/usr/share/dict/dutch")
	if err != nil {
		return nil, fmt.Errorf("%w: apt-get install wdutch", err)
	}
	return strings.Split(strings.TrimSpace(string(data)), "\n"), nil
}

// oddTexts are random texts of many scripts, and random words that look Dutch.
func oddTexts() []string {
	r := rand.New(rand.NewPCG(1, 2))
	alphabet := []rune("aeiouyAEIOUYbdghjklmnprstvzIYS019 .'’-_,:;/\"éëïèçñßœﬁ²½ΣςαβЖябЀאבّנعمة日本ひカ한국ሰลा\u0301\u0308🙂\u200d\u00a0İıK<>&\u00ad")
	var texts []string
	for i := 0; i < 40000; i++ {
		var b strings.Builder
		for n := r.IntN(14); n >= 0; n-- {
			if r.IntN(30) == 0 {
				b.WriteRune(rune(r.IntN(0x3000)))
			} else {
				b.WriteRune(alphabet[r.IntN(len(alphabet))])
			}
		}
		texts = append(texts, b.String())
	}
	// Every branch of the stemmer.
	parts := strings.Fields("a e i o u y aa ee oo uu ie ij ei b d f g h j k l m n p r s t v w z ch kk dd tt sch en ene se s heden heid end ing ig lijk baar bar jes tjes ies eaus gem e te de")
	for i := 0; i < 60000; i++ {
		var b strings.Builder
		for n := r.IntN(7); n >= 0; n-- {
			b.WriteString(parts[r.IntN(len(parts))])
		}
		texts = append(texts, b.String())
	}
	return texts
}

// The short way through plain text gives what the tokenizer gives.
func TestPlainTextMakesTheSameWords(t *testing.T) {
	for _, s := range []string{"", "foto's", "b.v. en A.B.C", "COVID-19 -x- y- --", "e-mail, x2 2x 'n 's d'r o'neill'S", "a-b-c d - e", strings.Repeat("z", 99), "1.000,5 %"} {
		clean := letters([]byte(s))
		var want []string
		for _, found := range unicodetokens.NewUnicodeTokenizer().Tokenize(clean) {
			want = append(want, strings.ToLower(string(found.Term[:min(len(found.Term), maxWord)])))
		}
		var got []string
		for _, k := range plainTokens(string(clean)) {
			got = append(got, k.word)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q: %q, want %q", s, got, want)
		}
	}
}
