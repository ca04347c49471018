package search

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// ask gives the URLs that a query finds, in order.
func ask(t testing.TB, x *Index, text string) []string {
	t.Helper()
	res, err := x.Search(Query{Text: text, Limit: 100})
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, h := range res.Hits {
		out = append(out, h.URL)
	}
	return out
}

// inBothCuts tests an index in one file and in many: a visitor sees no difference.
func inBothCuts(t *testing.T, c Corpus, test func(t *testing.T, x *Index)) {
	t.Run("one file", func(t *testing.T) { test(t, mustBuild(t, c, defaultLimits)) })
	t.Run("many files", func(t *testing.T) { test(t, mustBuild(t, c, scattered)) })
}

func TestFindsFirst(t *testing.T) {
	inBothCuts(t, invented(t), func(t *testing.T, x *Index) {
		for _, c := range []struct{ query, first string }{
			// names of a term
			{"suikerziekte", "/k/suiker"},
			{"diabetes mellitus type 2", "/k/suiker"},
			{"DM2", "/k/suiker"},
			{"dm2", "/k/suiker"},
			{"DM1", "/k/pomp"},
			{"diabetes mellitus type 1", "/k/pomp"},
			{"metformine", "/k/suiker"},
			{"mammacarcinoom", "/k/borst"},
			{"slijtage knie", "/k/knie"},
			// words that stop lists leave out
			{"wel of niet reanimeren", "/k/reanimeren"},
			// forms, accents, apostrophes
			{"knieën", "/k/knie"},
			{"hypothyreoidie", "/k/schildklier-traag"},
			{"foto", "/k/samen"},
			{"adres", "/k/operatie"},
			{"patient", "/k/operatie"},
			{"kind", "/k/kinderarts"},
			// compounds both ways
			{"kanker", "/k/kanker"},
			{"borst kanker", "/k/borst"},
			{"schild klier traag", "/k/schildklier-traag"},
			{"samenbeslissen", "/k/samenbeslissen"},
			{"einde", "/k/levenseinde"},
			{"praktijk", "/k/samen"},
			{"covid19", "/k/covid"},
			{"covid 19", "/k/covid"},
			{"ehealth", "/k/covid"},
			{"betastralen", "/k/covid"},
			{"schildkliersnel", "/k/schildklier-snel"},
			// still typing
			{"prosta", "/k/prostaat"},
			{"oefenth", "/k/knie"},
			// slips
			{"boostkanker", "/k/borst"},
			{"prostaatknaker", "/k/prostaat"},
			{"artorse", "/k/knie"},
		} {
			got := ask(t, x, c.query)
			if len(got) == 0 || got[0] != c.first {
				t.Errorf("%s: %v, want %s first", c.query, got, c.first)
			}
		}
	})
}

// A page that is named in full comes before one that has more to say about it.
func TestWholeTitleFirst(t *testing.T) {
	c := Corpus{Documents: []Document{
		{URL: "/kies", Title: "Kies een veilig wachtwoord"},
		{URL: "/tekens", Title: "Tekens: kies een veilig wachtwoord voor de computer", Fields: []Field{{"tekst", "kies een veilig wachtwoord veilig wachtwoord kies veilig wachtwoord", 1}}},
		{URL: "/diensten", Title: "Onlinediensten"},
		{URL: "/dienst", Title: "Onlinediensten gebruiken", Fields: []Field{{"tekst", "onlinediensten onlinediensten online online diensten", 1}}},
		{URL: "/video", Title: "Video's niet afgespeeld"},
		{URL: "/beeld", Title: "De s bij video's die niet worden afgespeeld", Fields: []Field{{"tekst", "video's s s s", 1}}},
	}}
	inBothCuts(t, c, func(t *testing.T, x *Index) {
		for query, first := range map[string]string{
			"kies een veilig wachtwoord":      "/kies",
			"kiezen veilige wachtwoorden een": "/kies",
			"kies een veilig wachtw":          "/kies",
			"online diensten":                 "/diensten", // two words that are one of the title's
			"video s niet afgespeeld":         "/video",    // without the apostrophe
		} {
			if got := ask(t, x, query); len(got) == 0 || got[0] != first {
				t.Errorf("%s: %v, want %s first", query, got, first)
			}
		}
	})
}

// A word finds all titles with a word that begins with it, however many words
// that are, and also when it is not the last.
func TestFirstPartsAreFound(t *testing.T) {
	c := Corpus{Documents: []Document{{URL: "/los", Title: "Over hulp", Fields: []Field{{"tekst", "zorg kosten", 1}}}}}
	all, err := dictionary()
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, w := range all {
		if isPlain(w) && len(w) > 3 && len(w) < 8 && !notParts[w] && n < 150 {
			n++
			c.Documents = append(c.Documents, Document{URL: "/" + w, Title: "Zorg" + w + " kosten", Fields: []Field{{"tekst", w, 1}}})
		}
	}
	inBothCuts(t, c, func(t *testing.T, x *Index) {
		for _, query := range []string{"zorg", "zorg kosten", "zorgen kosten"} {
			res, err := x.Search(Query{Text: query})
			if err != nil || res.Total < n {
				t.Errorf("%s: %d of %d, %v", query, res.Total, n, err)
			}
		}
	})
}

func TestCompoundsAreFound(t *testing.T) {
	inBothCuts(t, invented(t), func(t *testing.T, x *Index) {
		for query, want := range map[string]string{
			"kanker":          "/k/borst /k/prostaat",
			"samenbeslissen":  "/k/samen",
			"samen-beslissen": "/k/samen /k/samenbeslissen",
			"arts":            "/k/kinderarts",
			"leven":           "/k/levenseinde",
			"PSA":             "/k/prostaat /k/psoriasis",
			"suikerziekte":    "/k/pomp /k/oude-kaart",
		} {
			got := ask(t, x, query)
			for _, url := range strings.Fields(want) {
				if !slices.Contains(got, url) {
					t.Errorf("%s: %v, want %s too", query, got, url)
				}
			}
		}
	})
}

// "niet" decides between two documents, but finds none where nothing else fits.
func TestLightWordsAloneFindNothing(t *testing.T) {
	inBothCuts(t, invented(t), func(t *testing.T, x *Index) {
		if got := ask(t, x, "wel of niet xylofoonspelen"); len(got) > 0 {
			t.Error(got)
		}
		if got := ask(t, x, "wel of niet"); len(got) == 0 || got[0] != "/k/reanimeren" {
			t.Error(got)
		}
	})
}

func TestCapitalsMakeTheIllness(t *testing.T) {
	inBothCuts(t, invented(t), func(t *testing.T, x *Index) {
		if got := ask(t, x, "ALS"); len(got) != 1 || got[0] != "/k/als" {
			t.Errorf("ALS: %v", got)
		}
		if got := ask(t, x, "als"); !slices.Contains(got, "/k/levenseinde") {
			t.Errorf("als: %v", got)
		}
	})
}

func TestMeaningsOfAQuery(t *testing.T) {
	inBothCuts(t, invented(t), func(t *testing.T, x *Index) {
		for query, want := range map[string]string{
			"borst kanker":                  "borst kanker=borstkanker",
			"dm 2":                          "dm 2=diabetes-2",
			"psa":                           "psa=prostaatkanker,artritis-psoriatica",
			"keuzehulp borstkanker":         "keuzehulp=keuzehulp borstkanker=borstkanker",
			"iets over DM2 en slijtage":     "dm2=diabetes-2 slijtage=artrose",
			"Diabetes mellitus type 2":      "diabetes mellitus type 2=diabetes-2",
			"kh":                            "kh=kanker,keuzehulp",
			"als":                           "",
			"ALS":                           "als=als",
			"te traag werkende schildklier": "te traag werkende schildklier=hypothyreoidie",
		} {
			res, err := x.Search(Query{Text: query})
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, m := range res.Meanings {
				var ids []string
				for _, r := range m.Terms {
					ids = append(ids, r.ID)
				}
				got = append(got, m.Words+"="+strings.Join(ids, ","))
				if m.Ambiguous != (len(m.Terms) > 1) {
					t.Errorf("%s: ambiguous %v", query, m)
				}
			}
			if strings.Join(got, " ") != want {
				t.Errorf("%s: %q, want %q", query, got, want)
			}
		}
	})
}

// A correction is a guess, and some guesses are not made.
func TestCorrectsWithCare(t *testing.T) {
	inBothCuts(t, invented(t), func(t *testing.T, x *Index) {
		for query, want := range map[string]string{
			"boostkanker":     "borstkanker",
			"artorse":         "artrose",
			"insuline":        "", // known
			"DM3":             "", // a digit
			"PSB":             "", // three letters
			"kaatr":           "kaart",
			"aakrt":           "", // five letters, and another one in front
			"akart":           "kaart",
			"bortskanker":     "borstkanker",
			"borstknakre":     "borstkanker", // two slips in eleven letters
			"artosre":         "",            // two in seven
			"metfomine":       "",            // a medicine
			"knieslijtage":    "",            // two words in one
			"pmpo":            "",            // two slips in four letters
			"xyzzyplugh":      "",
			"diabetes":        "",
			"hyperthyreoidei": "hyperthyreoidie",
			"hypothyreoidei":  "hypothyreoidie",
		} {
			res, err := x.Search(Query{Text: query, Limit: 5})
			if err != nil {
				t.Fatal(err)
			}
			got := ""
			for _, c := range res.Corrections {
				got += strings.Join(c.Like, " ")
			}
			if got != want {
				t.Errorf("%s: %q, want %q", query, got, want)
			}
			if want != "" && (len(res.Hits) == 0 || res.Words[0].Kind != Corrected) {
				t.Errorf("%s: %v %v", query, res.Words, res.Hits)
			}
		}
	})
}

// In one index of all rows: forms find each other as forms, look-alikes do not find each
// other at all, and a part finds its compound.
func TestWordsFindEachOther(t *testing.T) {
	for _, file := range []string{"words.tsv", "more-words.tsv"} {
		rows := wordRows(t, file)
		var c Corpus
		seen := set{}
		for _, row := range rows {
			for _, w := range row[2:] {
				if !seen[w] {
					seen.add(w)
					c.Documents = append(c.Documents, Document{URL: w, Title: w})
				}
			}
		}
		x := mustBuild(t, c, defaultLimits)
		right, of := map[string]int{}, map[string]int{}
		for _, row := range rows {
			what, a, b := row[0], row[2], row[3]
			there, back := slices.Contains(ask(t, x, a), b), slices.Contains(ask(t, x, b), a)
			of[what]++
			if what == "meet" && there && back || what == "apart" && !there && !back || what == "part" && back {
				right[what]++
			} else {
				t.Logf("%s: %v", file, row)
			}
		}
		t.Logf("%s: %v of %v", file, right, of)
		recall := float64(right["meet"]) / float64(of["meet"])
		precision := float64(right["meet"]) / float64(right["meet"]+of["apart"]-right["apart"])
		if recall < 0.97 || precision < 0.98 || 100*right["part"] < 97*of["part"] {
			t.Errorf("%s: recall %.3f, precision %.3f, parts %d of %d", file, recall, precision, right["part"], of["part"])
		}
	}
}

// A word of common Dutch, or made of such words, is no slip of one that a title has.
func TestCommonWordsAreNoSlips(t *testing.T) {
	c := Corpus{Documents: []Document{{URL: "/groep", Title: "Een groep"}, {URL: "/suikerziekte", Title: "Suikerziekte"}}}
	inBothCuts(t, c, func(t *testing.T, x *Index) {
		for query, want := range map[string]string{"griep": "", "grepen": "", "groeo": "groep", "spierziekte": "", "suikirziikte": "suikerziekte"} {
			res, err := x.Search(Query{Text: query})
			if err != nil {
				t.Fatal(err)
			}
			got := ""
			for _, c := range res.Corrections {
				got += strings.Join(c.Like, " ")
			}
			if got != want {
				t.Errorf("%s: %q, want %q", query, got, want)
			}
		}
	})
}

// A word that no text has is taken apart: found is what has its words, but for one that
// says only what is done. What ends in the letters of a word by chance does not have it.
func TestTakesApart(t *testing.T) {
	c := Corpus{Documents: []Document{
		{URL: "/nieren", Title: "Nieren"}, {URL: "/dialyse", Title: "Kiezen voor dialyse van de nieren"}, {URL: "/heup", Title: "Een nieuwe heup"},
		{URL: "/o1", Title: "Operaties"}, {URL: "/o2", Title: "Voor de operatie"}, {URL: "/wijzer", Title: "Nierwijzer"}, {URL: "/i", Title: "Indicatoren"},
	}}
	inBothCuts(t, c, func(t *testing.T, x *Index) {
		for query, want := range map[string]string{
			"nierdialyse": "/dialyse", "nierendialyses": "/dialyse", "heupoperatie": "/heup", "heupoperaties": "/heup", "ijzer": "", "oren": "", "heupnierdialyse": "",
		} {
			res, err := x.Search(Query{Text: query, Limit: 9})
			if err != nil {
				t.Fatal(err)
			}
			got := ""
			if len(res.Hits) > 0 {
				got = res.Hits[0].URL
			}
			if got != want || len(res.Corrections) > 0 || want != "" && res.Words[0].Kind != Part {
				t.Errorf("%s: %v, %s, %v", query, got, res.Words, res.Corrections)
			}
		}
	})
}

// A word that texts have only at the start of another is known, also with a slip.
func TestCorrectsToFirstParts(t *testing.T) {
	c := Corpus{Documents: []Document{{URL: "/k", Title: "Nierfunctievervanging"}, {URL: "/n", Title: "Nier, functie en vervanging"}, {URL: "/x", Title: "Iets anders"}}}
	inBothCuts(t, c, func(t *testing.T, x *Index) {
		for _, query := range []string{"nierfunctie", "nierfuntcie", "nierfuntcie kiezen"} {
			if got := ask(t, x, query); len(got) == 0 || got[0] != "/k" {
				t.Errorf("%s: %v", query, got)
			}
		}
	})
}

func TestNeverTheOpposite(t *testing.T) {
	for _, pair := range []string{
		"hypothyreoidie hyperthyreoidie", "hypertensie hypotensie", "intramusculair intermusculair", "vruchtbaar onvruchtbaar",
		"symptomatisch asymptomatisch", "colostomie colectomie", "artritis artrose", "bradycardie tachycardie", "prenataal postnataal",
	} {
		a, b, _ := strings.Cut(pair, " ")
		if maySpell(a, b) || maySpell(b, a) {
			t.Errorf("%s may be offered for %s", a, b)
		}
		if got := append(corrections(a, []string{b}), corrections(b, []string{a})...); got != nil {
			t.Errorf("%s: %v", pair, got)
		}
	}
}

// The claim of the package comment: in one place, no evidence lifts a weaker
// kind of match over a stronger one; and nothing in a title sinks below the text.
func TestWorthKeepsKindsApart(t *testing.T) {
	least := func(place int, k Kind) int {
		if k == Form { // one that is close
			return worth[place][2*k+1] * evidenceMin
		}
		return worth[place][2*k] * evidenceMin
	}
	most := func(place int, k Kind) int {
		evidence := evidenceMin + coverMax + []int{4 * maxLevel, wholeTitle}[place]
		return max(worth[place][2*k], worth[place][min(2*k+1, 2*Exact)]) * evidence
	}
	for place := range worth {
		for k := Part; k <= Exact; k++ {
			if most(place, k-1) >= least(place, k) {
				t.Errorf("place %d: %s reaches %d, %s starts at %d", place, k-1, most(place, k-1), k, least(place, k))
			}
		}
	}
	if most(0, Exact) >= least(1, Part) {
		t.Errorf("text reaches %d, a part in a title starts at %d", most(0, Exact), least(1, Part))
	}
}

// Documents that have a word in one place rank by kind, whatever else they have.
func TestKindsRankInOrder(t *testing.T) {
	r := rand.New(rand.NewPCG(4, 2))
	filler := strings.Fields("tafel stoel lamp raam deur vloer plant boek kast klok mand doos kaars bloem zon maan regen wind")
	kinds := map[string]Kind{"keuze": Exact, "keuzes": Form, "behandelkeuze": Part, "keuzemenu": Part}
	var names []string
	for w := range kinds {
		names = append(names, w)
	}
	slices.Sort(names)
	text := func(n int) []string {
		var out []string
		for range n {
			out = append(out, filler[r.IntN(len(filler))])
		}
		return out
	}
	for round := range 300 {
		inTitle := round%2 == 0
		c := Corpus{}
		want := map[string]Kind{}
		for i := range 12 {
			w := names[r.IntN(len(names))]
			title, body := text(1+r.IntN(8)), text(r.IntN(120))
			words := &body
			if inTitle {
				words = &title
			}
			for range 1 + r.IntN(5) {
				at := r.IntN(len(*words) + 1)
				*words = slices.Insert(*words, at, w)
			}
			url := fmt.Sprintf("/%d", i)
			want[url] = kinds[w]
			c.Documents = append(c.Documents, Document{URL: url, Title: strings.Join(title, " "), Fields: []Field{{"tekst", strings.Join(body, " "), 1}}})
		}
		// the parts must be words
		c.Documents = append(c.Documents, Document{URL: "/z", Title: "behandel menu", Demote: Archived})
		x := mustBuild(t, c, []limits{defaultLimits, scattered}[round/2%2])
		last := Exact
		for _, url := range ask(t, x, "keuze") {
			if want[url] > last {
				t.Fatalf("round %d: %s (%s) after %s", round, url, want[url], last)
			}
			last = want[url]
		}
	}
}

// Of two documents that match the same words, the one that matches each at
// least as well, in the same place with the same weight, ranks first.
func TestBetterMatchesNeverRankLower(t *testing.T) {
	r := rand.New(rand.NewPCG(8, 8))
	for range 20000 {
		n := 1 + r.IntN(5)
		a, b := make([]*queryWord, n), 0
		for i := range a {
			weight := uint8(r.IntN(64))
			k := Kind(1 + r.IntN(4))
			better := Kind(int(k) + r.IntN(int(Exact-k)+1))
			if better > k {
				b++
			}
			a[i] = &queryWord{rarity: 1 + r.IntN(150), matches: []match{newMatch(k, false, weight), newMatch(better, false, weight)}}
		}
		scores, best := score(a, 2)
		if b > 0 && scores[1].score <= scores[0].score || b == 0 && scores[1].score != scores[0].score {
			t.Fatalf("%v", scores)
		}
		if scores[1].score > best {
			t.Fatalf("%v above %v", scores, best)
		}
	}
}

func TestDemotedLast(t *testing.T) {
	c := drawn(t, 200, 6)
	demotion := map[string]Demotion{}
	for _, d := range c.Documents {
		demotion[d.URL] = d.Demote
	}
	inBothCuts(t, c, func(t *testing.T, x *Index) {
		for _, q := range queries(c, 300, 3) {
			if q.Order != "" {
				continue
			}
			q.Limit = 1000
			res, err := x.Search(q)
			if err != nil {
				t.Fatal(err)
			}
			last := Current
			for _, h := range res.Hits {
				if h.Title == q.Text { // what was asked for itself comes first
					continue
				}
				if demotion[h.URL] < last {
					t.Fatalf("%q: %s after a demoted one", q.Text, h.URL)
				}
				last = demotion[h.URL]
			}
		}
	})
}

func TestFacetsAndOrders(t *testing.T) {
	inBothCuts(t, invented(t), func(t *testing.T, x *Index) {
		res, err := x.Search(Query{Filter: map[string][]string{"soort": {"voorbeeld", "toolkit"}}, Count: []string{"soort", "aandoening"}, Order: "-nagekeken", Limit: 3})
		if err != nil {
			t.Fatal(err)
		}
		var urls []string
		for _, h := range res.Hits {
			urls = append(urls, h.URL)
		}
		if got := strings.Join(urls, " "); res.Total != 6 || got != "/k/operatie /k/samen /k/kanker" {
			t.Errorf("%d: %s", res.Total, got)
		}
		if got := fmt.Sprint(res.Counts); got != "map[aandoening:map[] soort:map[bijeenkomst:2 keuzehulp:12 toolkit:3 voorbeeld:3]]" {
			t.Error(got)
		}
		for _, q := range []Query{{Count: []string{"kleur"}}, {Filter: map[string][]string{"kleur": {"rood"}}}, {Order: "kleur"}} {
			if _, err := x.Search(q); err == nil {
				t.Errorf("%+v: no error", q)
			}
		}
	})
}

func TestOddQueries(t *testing.T) {
	inBothCuts(t, invented(t), func(t *testing.T, x *Index) {
		for _, q := range []string{"?!", "🙂", "...", "\x00\xff", strings.Repeat("a", 10000), strings.Repeat("keuze ", 2000), "constructor", "__proto__", "<script>alert(1)</script>", "مرحبا"} {
			if got := ask(t, x, q); len(got) > 20 {
				t.Errorf("%.20q: %d hits", q, len(got))
			}
		}
		if got := ask(t, x, "  "); len(got) != 20 {
			t.Errorf("empty: %d hits", len(got))
		}
	})
}

func TestBuildIsRepeatable(t *testing.T) {
	for _, l := range []limits{defaultLimits, scattered} {
		c := drawn(t, 120, 9)
		a := mustBuild(t, c, l)
		r := rand.New(rand.NewPCG(1, 1))
		r.Shuffle(len(c.Documents), func(i, j int) { c.Documents[i], c.Documents[j] = c.Documents[j], c.Documents[i] })
		b := mustBuild(t, c, l)
		if len(a.Files()) != len(b.Files()) {
			t.Fatal(len(a.Files()), len(b.Files()))
		}
		for i, f := range a.Files() {
			if g := b.Files()[i]; f.Name != g.Name || string(f.Data) != string(g.Data) {
				t.Fatalf("%s and %s differ", f.Name, g.Name)
			}
		}
	}
}

func TestBuildRefuses(t *testing.T) {
	for want, c := range map[string]Corpus{
		"two documents at":  {Documents: []Document{{URL: "/"}, {URL: "/"}}},
		"unknown facet":     {Documents: []Document{{URL: "/", Facets: map[string][]string{"x": nil}}}},
		"not JSON":          {Documents: []Document{{URL: "/", Card: []byte("{")}}},
		"unknown demotion":  {Documents: []Document{{URL: "/", Demote: 9}}},
		"unknown broader":   {Thesaurus: Thesaurus{Terms: []Term{{ID: "a", Broader: "b"}}}},
		"unknown term":      {Thesaurus: Thesaurus{Ambiguous: []Ambiguous{{Word: "x", Terms: []string{"b"}}}}},
		"is there twice":    {Thesaurus: Thesaurus{Terms: []Term{{ID: "a"}, {ID: "a"}}}},
		"a negative weight": {Documents: []Document{{URL: "/", Fields: []Field{{"a", "b", -1}}}}},
	} {
		if _, err := Build(c); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", want, err)
		}
	}
}
