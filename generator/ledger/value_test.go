package ledger

import (
	"testing"

	"kaartenbak/generator/catalogue"
	"kaartenbak/generator/field"
)

// What is told can be read back as the value of its field, and of no other kind.
func TestWhatIsToldIsReadBack(t *testing.T) {
	w := newWorld(1)
	n := &noter{}
	told := map[field.Kind]int{}
	for range 400 {
		e := catalogue.Collections[w.IntN(len(catalogue.Collections))].New("kaart", "")
		for _, d := range e.Schema().Fields {
			w.fill(&e.Record, d)
			value := string(n.note(e, e.Field(d)))
			back, ok := Read(e.Schema(), d, value)
			if isWords := SideOf(value) == Words; ok == isWords {
				t.Fatalf("%s %q: read is %t", d.Key, value, ok)
			} else if isWords || d.Kind == field.KindBody {
				continue
			}
			if again := string(n.note(e, back)); again != value || back.State() != e.Field(d).State() && value != "" {
				t.Fatalf("%s %q is read as %q", d.Key, value, again)
			}
			if SideOf(value) == Told {
				told[d.Kind]++
			}
		}
	}
	for _, kind := range []field.Kind{
		field.KindText, field.KindLink, field.KindClock, field.KindNumber, field.KindDate, field.KindTerm, field.KindTerms,
		field.KindRef, field.KindRefs, field.KindMarks, field.KindGroup,
	} {
		if told[kind] == 0 {
			t.Errorf("no %s was told", kind)
		}
	}
}

// A value of a field that was of another kind once is no value of it.
func TestValueOfAnotherKind(t *testing.T) {
	s := catalogue.Meetings.Schema
	for key, values := range map[string][]string{
		"datum": {"open", "31-12-2026"}, "titel": {"open"}, "bronnen": {"open"}, "samenvatting": {"open"}, "hoofdtekst": {"open"},
	} {
		for _, value := range append(values, "~0a1b2c3d", "?") {
			if f, ok := Read(s, s.Keyed(key), value); ok {
				t.Errorf("%s %q is read: %v", key, value, f)
			}
		}
	}
	aids := catalogue.DecisionAids.Schema
	for key, value := range map[string]string{"minuten": "veel", "ipdas": "ja"} {
		if _, ok := Read(aids, aids.Keyed(key), value); ok {
			t.Errorf("%s %q is read", key, value)
		}
	}
	examples := catalogue.PracticeExamples.Schema
	for _, value := range []string{"van", "van=ooit", "sinds=2019"} {
		if _, ok := Read(examples, examples.Keyed("periode"), value); ok {
			t.Errorf("periode %q is read", value)
		}
	}
}

// White space and punctuation are no words; letters, digits and signs that say how
// much are.
func TestOnlyWordsCount(t *testing.T) {
	print := func(text string) string { return string(appendFingerprint(nil, appendWords(nil, text))) }
	for _, same := range [][2]string{
		{"Een kaart.", "een  kaart"},
		{"een kaart", "\n\n een\n\tkaart…\n"},
		{"e-mail, zo’n (kort)", "e mail: zo'n “kort”!"},
		{"cafe\u0301", "café"},
		{"knie\u00adprothese", "knieprothese"},
		{"*vet*", "vet"},
	} {
		if print(same[0]) != print(same[1]) {
			t.Errorf("%q and %q have other words", same[0], same[1])
		}
	}
	for _, other := range [][2]string{
		{"een kaart", "een kaarten"}, {"een kaart", "kaart een"}, {"een kaart", "eenkaart"}, {"< 5", "> 5"}, {"5 €", "5"}, {"cafe", "café"}, {"wel", ""}, {"1,5", "15"},
	} {
		if print(other[0]) == print(other[1]) {
			t.Errorf("%q and %q have the same words", other[0], other[1])
		}
	}
	// What stands in the ledgers of catalogues: another way to take a fingerprint
	// would say that every text changed.
	if got := print("Een kaart, <5% € 3"); got != "~af528f5d" {
		t.Errorf("the fingerprint is %s", got)
	}
}
