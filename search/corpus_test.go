package search

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"strings"
	"testing"
)

// thesaurus fits testdata/verzonnen.txt.
var thesaurus = Thesaurus{
	Terms: []Term{
		{Facet: "aandoening", ID: "diabetes-2", Label: "Diabetes type 2 (suikerziekte)", Medical: []string{"diabetes mellitus type 2"}, Also: []string{"DM2", "ouderdomssuiker"}, Related: []string{"metformine"}},
		{Facet: "aandoening", ID: "diabetes-1", Label: "Diabetes type 1", Medical: []string{"diabetes mellitus type 1"}, Also: []string{"DM1", "jeugddiabetes"}},
		{Facet: "aandoening", ID: "kanker", Label: "Kanker", Also: []string{"maligniteit"}},
		{Facet: "aandoening", ID: "borstkanker", Label: "Borstkanker", Medical: []string{"mammacarcinoom"}, Related: []string{"mammografie"}, Broader: "kanker"},
		{Facet: "aandoening", ID: "prostaatkanker", Label: "Prostaatkanker", Medical: []string{"prostaatcarcinoom"}, Broader: "kanker"},
		{Facet: "aandoening", ID: "hypothyreoidie", Label: "Te traag werkende schildklier", Medical: []string{"hypothyreoïdie"}},
		{Facet: "aandoening", ID: "hyperthyreoidie", Label: "Te snel werkende schildklier", Medical: []string{"hyperthyreoïdie"}},
		{Facet: "aandoening", ID: "artrose", Label: "Artrose", Also: []string{"slijtage"}},
		{Facet: "aandoening", ID: "als", Label: "ALS (amyotrofische laterale sclerose)"},
		{Facet: "aandoening", ID: "artritis-psoriatica", Label: "Artritis psoriatica"},
		{Facet: "soort", ID: "keuzehulp", Label: "Keuzehulp", Also: []string{"keuzekaart"}},
	},
	Ambiguous: []Ambiguous{
		{Word: "suikerziekte", Facet: "aandoening", Terms: []string{"diabetes-2", "diabetes-1"}, Note: "meestal type 2"},
		{Word: "PSA", Facet: "aandoening", Terms: []string{"prostaatkanker", "artritis-psoriatica"}, Note: "PSA is de test, PsA de ziekte"},
		{Word: "KH", Facet: "aandoening", Terms: []string{"kanker"}, Note: "kanker van de huid, of een keuzehulp"},
		{Word: "KH", Facet: "soort", Terms: []string{"keuzehulp"}, Note: "kanker van de huid, of een keuzehulp"},
		{Word: "ALS", Facet: "aandoening", Terms: []string{"als"}, CapsOnly: true},
	},
}

// invented reads testdata/verzonnen.txt.
func invented(t testing.TB) Corpus {
	t.Helper()
	data, err := os.ReadFile("testdata/verzonnen.txt")
	if err != nil {
		t.Fatal(err)
	}
	c := Corpus{Facets: []string{"soort", "aandoening"}, Thesaurus: thesaurus}
	for _, block := range strings.Split(strings.TrimSpace(string(data)), "\n\n")[1:] {
		lines := strings.SplitN(block, "\n", 4)
		d := Document{URL: lines[0], Title: lines[1], Collection: "kaarten", Facets: map[string][]string{}, Order: map[string]string{"naam": strings.ToLower(lines[1])}}
		for _, f := range strings.Fields(lines[2]) {
			k, v, _ := strings.Cut(f, "=")
			switch k {
			case "oud":
				d.Demote = Demotion((v[0] - '0') / 2)
				d.Quality = int(v[0]-'0') % 2
			case "nagekeken":
				d.Order[k] = v
			default:
				d.Facets[k] = append(d.Facets[k], v)
			}
		}
		if len(lines) > 3 {
			d.Fields = []Field{{"tekst", lines[3], 1}}
			d.Card, _ = json.Marshal(map[string]string{"tekst": lines[3]})
			d.Summary, _, _ = strings.Cut(lines[3], ".")
		}
		c.Documents = append(c.Documents, d)
	}
	return c
}

// drawn makes a corpus of random texts from dictionary words, as uneven as
// language is.
func drawn(t testing.TB, documents int, seed uint64) Corpus {
	t.Helper()
	r := rand.New(rand.NewPCG(seed, 7))
	var words []string
	all, err := dictionary()
	if err != nil {
		t.Fatal(err)
	}
	for range 1500 {
		i := r.IntN(len(all) - 4)
		words = append(words, all[i:i+4]...)
	}
	words = append(words, strings.Fields("de het een van niet en met voor ALS als PSA DM1 DM2 COVID-19 e-mail 12 foto's kanker borst")...)
	word := func() string { return words[int(float64(len(words))*r.Float64()*r.Float64()*r.Float64())] }
	text := func(n int) string {
		out := make([]string, n)
		for i := range out {
			out[i] = word()
			if r.IntN(40) == 0 {
				out[i] = word() + "-" + word()
			}
		}
		return strings.Join(out, " ")
	}
	c := Corpus{Facets: []string{"soort", "aandoening", "regio"}, Thesaurus: thesaurus}
	for i := range documents {
		d := Document{Title: text(1 + r.IntN(6)), Collection: "getrokken", Facets: map[string][]string{}, Order: map[string]string{}}
		if d.URL = fmt.Sprintf("/d/%04d", i); i%2 > 0 {
			d.Title += fmt.Sprint(" ", i)
			d.URL = plainURL(d.Collection, d.Title)
		}
		d.Fields = []Field{{"kop", text(r.IntN(8)), 2}, {"tekst", text(r.IntN(80)), 1}}
		d.Summary = text(r.IntN(15))
		d.Facets["regio"] = []string{fmt.Sprint("regio ", r.IntN(9))}
		if r.IntN(3) > 0 {
			d.Facets["aandoening"] = []string{thesaurus.Terms[r.IntN(10)].ID}
		}
		if r.IntN(3) == 0 {
			d.Facets["soort"] = []string{"keuzehulp", "folder"}[:1+r.IntN(2)]
		}
		d.Demote, d.Quality = Demotion(max(0, r.IntN(12)-10)), r.IntN(4)
		if r.IntN(4) > 0 {
			d.Order["nagekeken"] = fmt.Sprintf("20%02d", r.IntN(25))
		}
		if i%3 > 0 {
			d.Card = []byte(fmt.Sprintf(`{"n":%d,"é":"\"<b>🙂"}`, i))
		}
		c.Documents = append(c.Documents, d)
	}
	return c
}

// title is that of any document, or "".
func (c Corpus) title(r *rand.Rand) string {
	if len(c.Documents) == 0 {
		return ""
	}
	return c.Documents[r.IntN(len(c.Documents))].Title
}

// queries asks for words as they are, bent, cut off, run together, apart, misspelled, in
// quotes and after a minus, with and without filters.
func queries(c Corpus, n int, seed uint64) []Query {
	r := rand.New(rand.NewPCG(seed, 9))
	var words []string
	for _, d := range c.Documents {
		words = append(words, strings.Fields(d.Title)...)
		for _, f := range d.Fields {
			words = append(words, strings.Fields(f.Text)...)
		}
	}
	for _, t := range c.Thesaurus.Terms {
		words = append(words, strings.Fields(t.Label+" "+strings.Join(t.Medical, " ")+" "+strings.Join(t.Also, " ")+" "+strings.Join(t.Related, " "))...)
	}
	words = append(words, `"`, "ALS", "als", "suikerziekte", "DM3", "constructor", "__proto__", "<b>", "🙂", "نعم", "日本", "...", "x")
	pick := func() string { return words[r.IntN(len(words))] }
	bend := func(w string) string {
		s := []rune(w)
		i := r.IntN(len(s))
		switch r.IntN(12) {
		case 0:
			return string(s[:i+1]) // cut off
		case 1:
			return w + "en"
		case 2:
			return w + "s"
		case 3, 4:
			s[i] = rune('a' + r.IntN(26))
		case 5:
			s = append(s[:i], s[i+1:]...)
		case 6:
			s = append(s[:i], append([]rune{rune('a' + r.IntN(26))}, s[i:]...)...)
		case 7:
			if i > 0 {
				s[i], s[i-1] = s[i-1], s[i]
			}
		case 8:
			return w + pick()
		case 9:
			return string(s[:i]) + " " + string(s[i:])
		case 10:
			return strings.ToUpper(w)
		}
		return string(s)
	}
	var out []Query
	for range n {
		var q Query
		var text []string
		for k := r.IntN(5); k >= 0; k-- {
			w := pick()
			if r.IntN(2) == 0 {
				w = bend(w)
			}
			text = append(text, w)
		}
		q.Text = strings.Join(text, []string{" ", " ", " ", "-", ", "}[r.IntN(5)])
		if title := strings.Fields(c.title(r)); r.IntN(6) == 0 && len(title) > 0 {
			from := r.IntN(len(title))
			q.Text = strings.Join([]string{q.Text, `"` + strings.Join(title[from:min(len(title), from+1+r.IntN(3))], " ") + `"`}, " ")
		}
		if r.IntN(6) == 0 {
			q.Text += " -" + pick()
		}
		if r.IntN(40) == 0 {
			q.Text = []string{"", "  ", "!?", strings.Repeat("a ", 5000), strings.Repeat("ab", 5000)}[r.IntN(5)]
		}
		if few := 1 + r.IntN(2); r.IntN(4) == 0 {
			q.Filter = map[string][]string{"soort": ([]string{"keuzehulp", "bestaat-niet"})[:few]}
			if r.IntN(2) == 0 {
				q.Filter["aandoening"] = []string{"diabetes-2", "borstkanker"}
			}
		}
		if r.IntN(3) == 0 {
			q.Count = []string{"soort", "aandoening"}
		}
		if r.IntN(8) == 0 {
			q.Order = []string{"nagekeken", "-nagekeken"}[r.IntN(2)]
		}
		q.Limit = []int{10, 10, 10, 20, 3}[r.IntN(5)]
		out = append(out, q)
	}
	return out
}
