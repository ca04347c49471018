package main

import (
	"os"
	"strings"
	"testing"
)

// A kept catalogue is a content folder of a test with what a build noted in it.
type kept struct {
	t   *testing.T
	dir string
}

// build builds the catalogue and gives what is said.
func (k kept) build(flags ...string) (string, error) {
	output, err := command(append([]string{"build", "--content", k.dir, "--out", k.t.TempDir(), "--today", "2026-11-22", "--no-search"}, flags...)...).CombinedOutput()
	return string(output), err
}

func (k kept) mustBuild(flags ...string) string {
	k.t.Helper()
	output, err := k.build(flags...)
	if err != nil {
		k.t.Fatalf("%v\n%s", err, output)
	}
	return output
}

// text is a file of the content folder; "" where it is not there.
func (k kept) text(name string) string {
	text, err := os.ReadFile(k.dir + "/" + name)
	if err != nil && !os.IsNotExist(err) {
		k.t.Fatal(err)
	}
	return string(text)
}

func (k kept) write(name, text string) {
	k.t.Helper()
	if err := os.WriteFile(k.dir+"/"+name, []byte(text), 0o644); err != nil {
		k.t.Fatal(err)
	}
}

// change replaces a text in a file that is there.
func (k kept) change(name, before, after string) {
	k.t.Helper()
	text := k.text(name)
	if !strings.Contains(text, before) {
		k.t.Fatalf("%s does not have %q", name, before)
	}
	k.write(name, strings.Replace(text, before, after, 1))
}

func (k kept) remove(name string) {
	k.t.Helper()
	if err := os.Remove(k.dir + "/" + name); err != nil {
		k.t.Fatal(err)
	}
}

// noted builds with --note, and gives the lines that came to the ledger.
func (k kept) noted(flags ...string) string {
	k.t.Helper()
	before := k.text("wijzigingen.txt")
	k.mustBuild(append(flags, "--note")...)
	after, ok := strings.CutPrefix(k.text("wijzigingen.txt"), before)
	if !ok {
		k.t.Fatal("lines that were noted are others now")
	}
	return after
}

// unkept is a catalogue of which nothing is noted yet.
func unkept(t *testing.T) kept {
	k := kept{t, content(t)}
	k.remove("wijzigingen.txt")
	return k
}

// TestAddressesAreKept: --note notes the addresses of new entries, and an entry that
// is gone from one build to the next is an error.
func TestAddressesAreKept(t *testing.T) {
	k := unkept(t)
	k.write("adressen.txt", "# van ons\n")
	if said := k.mustBuild(); !strings.Contains(said, "adressen; build --note schrijft dat in "+k.dir+"/adressen.txt") || k.text("adressen.txt") != "# van ons\n" {
		t.Errorf("without --note: %s\n%s", said, k.text("adressen.txt"))
	}
	k.mustBuild("--note")
	register := k.text("adressen.txt")
	if !strings.HasPrefix(register, "# van ons\n") || !strings.Contains(register, "\n/nieuws/kaal/\n") {
		t.Fatal(register)
	}
	k.remove("nieuws/kaal.md")
	if output, err := k.build("--note"); err == nil || !strings.Contains(output, "het adres /nieuws/kaal/ heeft geen pagina meer [adres-weg]") {
		t.Errorf("%v\n%s", err, output)
	}
	if k.text("adressen.txt") != register {
		t.Error("a failed build changed the register")
	}
}

// TestOnlyNoteWritesInTheContent: any other build leaves the content as it is, and
// says what is not noted.
func TestOnlyNoteWritesInTheContent(t *testing.T) {
	k := unkept(t)
	if said := k.mustBuild(); strings.Contains(said, "genoteerd") || k.text("wijzigingen.txt") != "" || k.text("adressen.txt") != "" {
		t.Errorf("a catalogue that keeps nothing: %s", said)
	}
	if lines := k.noted(); !strings.HasPrefix(lines, "# ") || !strings.Contains(lines, "\n2026-11-22 nieuws/kaal stond-er-al ") || strings.Contains(lines, "kwam-erbij") {
		t.Errorf("the first day: %s", lines)
	}
	ledger := k.text("wijzigingen.txt")
	k.change("keuzehulpen/kaal.md", "\ntoegang: ", "\ntoegang: open #")
	if said := k.mustBuild(); !strings.Contains(said, "nog niet genoteerd: 1 wijziging; build --note schrijft dat in "+k.dir+"/wijzigingen.txt\n") || k.text("wijzigingen.txt") != ledger {
		t.Errorf("without --note: %s", said)
	}
}

// TestWhatIsNoted is a catalogue from day to day.
func TestWhatIsNoted(t *testing.T) {
	k := unkept(t)
	k.noted("--today", "2026-11-01")
	text := k.text("competentiesets/rollen.md")
	for _, day := range []struct {
		what, date string
		do         func()
		want       string // the lines, without fingerprints
	}{
		{"nothing", "2026-11-02", func() {}, ""},
		{"white space and punctuation", "2026-11-02", func() { k.write("competentiesets/rollen.md", text+"\n\n!\n") }, ""},
		{"a word", "2026-11-03", func() { k.write("competentiesets/rollen.md", text+"\nErbij.\n") }, "2026-11-03 competentiesets/rollen hoofdtekst ~ -> ~\n"},
		{"access", "2026-11-04", func() { k.change("keuzehulpen/kaal.md", "\ntoegang: onbekend", "\ntoegang: open") }, "2026-11-04 keuzehulpen/kaal toegang onbekend -> open\n"},
		{"and back on the same day", "2026-11-04", func() { k.change("keuzehulpen/kaal.md", "\ntoegang: open", "\ntoegang: onbekend") }, "2026-11-04 keuzehulpen/kaal toegang open -> onbekend\n"},
		{"another name", "2026-11-05", func() {
			k.write("toolkits/leeg.md", k.text("toolkits/kaal.md"))
			k.remove("toolkits/kaal.md")
			k.change("adressen.txt", "\n/toolkits/kaal/\n", "\n/toolkits/kaal/ -> /toolkits/leeg/\n")
		}, "2026-11-05 toolkits/kaal heet-nu toolkits/leeg\n"},
		{"gone, with an address that leads elsewhere", "2026-11-06", func() {
			k.remove("nieuws/kaal.md")
			k.change("adressen.txt", "\n/nieuws/kaal/\n", "\n/nieuws/kaal/ -> /nieuws/\n")
		}, "2026-11-06 nieuws/kaal is-weg\n"},
		{"back", "2026-11-07", func() {
			k.change("adressen.txt", "\n/nieuws/kaal/ -> /nieuws/\n", "\n/nieuws/kaal/\n")
			k.write("nieuws/kaal.md", "---\ntitel: Terug\nsamenvatting: onbekend\ndatum: 2026-11-01\nbronnen: onbekend\n---\nTekst.\n")
		}, "2026-11-07 nieuws/kaal kwam-erbij titel=~ samenvatting=onbekend datum=2026-11-01 bronnen=onbekend hoofdtekst=~\n"},
		{"a clock that went back", "2026-11-01", func() { k.change("nieuws/kaal.md", "datum: 2026-11-01", "datum: 2026-10-01") }, "2026-11-07 nieuws/kaal datum 2026-11-01 -> 2026-10-01\n"},
	} {
		day.do()
		if got := withoutFingerprints(k.noted("--today", day.date)); got != day.want {
			t.Errorf("%s: noted is\n%swant\n%s", day.what, got, day.want)
		}
	}
}

// withoutFingerprints is lines of a ledger with ~ for ~0123abcd.
func withoutFingerprints(lines string) string {
	parts := strings.Split(lines, "~")
	for i := range parts[1:] {
		parts[i+1] = parts[i+1][8:]
	}
	return strings.Join(parts, "~")
}

// TestForget: --forget takes values out of the ledger, and says how many.
func TestForget(t *testing.T) {
	k := unkept(t)
	k.noted("--today", "2026-11-01")
	k.change("bijeenkomsten/volledig.md", "\nplaats: ", "\nplaats: Bij een verzonnen mens thuis #")
	k.noted("--today", "2026-11-02")
	k.change("bijeenkomsten/volledig.md", "\nplaats: Bij een verzonnen mens thuis", "\nplaats: Elders")
	k.noted("--today", "2026-11-03")
	said := k.mustBuild("--forget", "bijeenkomsten/volledig", "plaats")
	ledger := k.text("wijzigingen.txt")
	if strings.Contains(ledger, "thuis") || !strings.Contains(ledger, "\n2026-11-03 bijeenkomsten/volledig plaats ? -> Elders\n") || !strings.Contains(said, "4 waarden weggehaald van bijeenkomsten/volledig, veld plaats") {
		t.Errorf("%s\n%s", said, ledger)
	}
	if strings.Contains(said, "nog niet genoteerd") {
		t.Errorf("what is forgotten changes nothing: %s", said)
	}
	for _, wrong := range [][]string{{"--forget"}, {"--forget", "bijeenkomsten/volledig"}, {"--forget", "niets/volledig", "plaats"}, {"--forget", "bijeenkomsten/volledig", "plaats"}} {
		if output, err := k.build(wrong...); err == nil || err.Error() != "exit status 2" {
			t.Errorf("%q: %v\n%s", wrong, err, output)
		}
	}
}
