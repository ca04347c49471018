package generator_test

import (
	"fmt"
	"io/fs"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"kaartenbak/generator"
	"kaartenbak/generator/fixture"
	"kaartenbak/generator/problem"
	"kaartenbak/generator/write"
)

// A sample is an entry that is bad, hostile, or odd but good, with the verdict
// that it must get.
type sample struct {
	class   string // the archive it is in
	verdict string // reject, accept, neutralise or warn
	line    int    // of the file where the fault is; 0 is anywhere
	name    string // of the file in its collection
	file    *fstest.MapFile
}

// goodFields are the fields that an entry must have, with fine answers.
var goodFields = []string{
	"samenvatting: Een verzonnen kaart.", "beslissing: Wel of niet?", "aandoeningen: [artrose-knie]", "instrumenten: [keuzehulp]",
	"doelgroep: Volwassenen", "niet_voor: onbekend", "link: onbekend", "toegang: open", "kosten: gratis", "talen: [nl]",
	"makers: [verzonnen-huis]", "financiering: onbekend", "status: actueel", "bijwerken: onbekend", "bronnen: onbekend",
}

var codePoint = regexp.MustCompile(`<U\+([0-9A-F]{4,6})>`)

// written writes out what a sample has in short: <U+202E> is that character,
// {201x} is 201 times an x, {rest} is the required fields that are not there,
// {kop} a whole block, and {goed} a whole entry. number tells samples apart.
func written(text string, number int) string {
	text = codePoint.ReplaceAllStringFunc(text, func(s string) string {
		n, _ := strconv.ParseInt(codePoint.FindStringSubmatch(s)[1], 16, 32)
		return string(rune(n))
	})
	text = manyTimes.ReplaceAllStringFunc(text, func(s string) string {
		m := manyTimes.FindStringSubmatch(s)
		n, _ := strconv.Atoi(m[1])
		return strings.Repeat(m[2], n)
	})
	text = strings.Replace(text, "{goed}\n", "{kop}\nTekst.\n", 1)
	text = strings.Replace(text, "{kop}\n", fmt.Sprintf("---\ntitel: Proef %d\n{rest}\n---\n", number), 1)
	if before, after, ok := strings.Cut(text, "{rest}\n"); ok {
		for _, f := range goodFields {
			key, _, _ := strings.Cut(f, ":")
			if !strings.Contains("\n"+before, "\n"+key+":") {
				before += f + "\n"
			}
		}
		text = before + after
	}
	return text
}

// samples reads testdata/hostile. A file there is called VERDICT [LINE] NAME;
// line b1 is the first below the front matter.
func samples(t testing.TB) []sample {
	t.Helper()
	names, err := filepath.Glob("testdata/hostile/*.txtar")
	if err != nil || len(names) == 0 {
		t.Fatalf("no samples: %v", err)
	}
	var all []sample
	for _, name := range names {
		archive, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range archive.Files {
			s := sample{class: strings.TrimSuffix(filepath.Base(name), ".txtar"), file: &fstest.MapFile{Mode: 0o644}}
			var place string
			s.verdict, s.name, _ = strings.Cut(f.Name, " ")
			if s.verdict == "reject" || s.verdict == "warn" {
				place, s.name, _ = strings.Cut(s.name, " ")
			}
			text := written(string(f.Data), len(all))
			for kind, mode := range map[string]fs.FileMode{
				" (koppeling)": fs.ModeSymlink, " (map)": fs.ModeDir, " (pijp)": fs.ModeNamedPipe, " (apparaat)": fs.ModeDevice | fs.ModeCharDevice, " (hex)": 0,
			} {
				if rest, ok := strings.CutSuffix(s.name, kind); ok {
					s.name, s.file.Mode = rest, mode|0o644
					text = strings.TrimSuffix(text, "\n")
					if mode == 0 {
						fmt.Sscanf(text, "%x", &text)
					}
				}
			}
			s.name, s.file.Data = written(s.name, 0), []byte(text)
			if offset, ok := strings.CutPrefix(place, "b"); ok {
				s.line, _ = strconv.Atoi(offset)
				head, _, _ := strings.Cut(text[3:], "\n---\n")
				s.line += strings.Count(head, "\n") + 2
			} else if place != "" {
				if s.line, err = strconv.Atoi(place); err != nil {
					t.Fatalf("%s: %s: no line", name, f.Name)
				}
			}
			all = append(all, s)
		}
	}
	return all
}

// asShown is the name of a file as messages have it.
func asShown(name string) string {
	rule := problem.Rule{Name: "x"}
	return rule.At(problem.Pos{File: "content/keuzehulpen/" + name}, "", "x").File
}

// ground is a content folder without entries: the site and the vocabularies of
// testdata/grond.txtar, and those that it lacks. To it come the samples.
func ground(t testing.TB, with ...sample) fstest.MapFS {
	t.Helper()
	archive, err := txtar.ParseFile("testdata/grond.txtar")
	if err != nil {
		t.Fatal(err)
	}
	files := fstest.MapFS{}
	for _, f := range archive.Files {
		files[strings.TrimPrefix(f.Name, "content/")] = &fstest.MapFile{Data: f.Data}
	}
	fixture.Vocabularies(files)
	for _, s := range with {
		files["keuzehulpen/"+s.name] = s.file
	}
	return files
}

func checked(t testing.TB, content fs.FS) problem.List {
	t.Helper()
	cfg := shipped()
	cfg.Content = content
	c, err := generator.Check(cfg)
	if err != nil {
		t.Fatal(err)
	}
	return c.Problems
}

// TestHostileVerdicts gives each sample to the check, alone and among the others
// of its class, and prints what came of it (go test -v). One entry never hides
// the problems of another.
func TestHostileVerdicts(t *testing.T) {
	classes := map[string][]sample{}
	var order []string
	for _, s := range samples(t) {
		if classes[s.class] == nil {
			order = append(order, s.class)
		}
		classes[s.class] = append(classes[s.class], s)
	}
	for _, class := range order {
		t.Run(class, func(t *testing.T) {
			cfg := shipped()
			cfg.Content = ground(t, classes[class]...)
			sink := write.NewMemory()
			result, err := generator.Build(cfg, sink)
			if err != nil || len(sink.Files) > 0 {
				t.Errorf("with errors the build wrote %d files (%v)", len(sink.Files), err)
			}
			together := result.Problems
			found := 0
			for _, s := range classes[class] {
				name := asShown(s.name)
				own := slices.DeleteFunc(slices.Clone(together), func(p problem.Problem) bool {
					return p.File != name && !strings.HasPrefix(p.File, name+"/")
				})
				found += len(own)
				for _, p := range checked(t, ground(t, s)) {
					same := func(o problem.Problem) bool { // the way out may depend on the others
						return o.Pos == p.Pos && o.Rule == p.Rule && o.Message == p.Message
					}
					if !slices.ContainsFunc(own, same) {
						t.Errorf("%s: %s is told of it alone, and not among others", name, p)
					}
				}
				outcome := "accepted"
				first := problem.Problem{}
				for _, p := range own {
					worse := outcome == "accepted" || outcome == "warned" && !p.Warning
					if worse || p.Line == s.line && first.Line != s.line && (outcome == "warned" || !p.Warning) {
						first = p
					}
					if outcome = "warned"; !p.Warning || !first.Warning {
						outcome = "rejected"
					}
				}
				t.Logf("%-10s %-9s %3d  %-40s %s", s.verdict, outcome, first.Line, s.name, first.Message)
				right := false
				switch s.verdict {
				case "reject":
					right = outcome == "rejected"
				case "accept":
					right = outcome == "accepted"
				case "warn":
					right = outcome == "warned"
				case "neutralise": // what it does to the site is for TestHostileOutput
					right = true
				default:
					t.Errorf("%s: there is no verdict %q", name, s.verdict)
				}
				if !right || s.line != 0 && first.Line != s.line {
					t.Errorf("%s: want %s at line %d; got:\n%s", name, s.verdict, s.line, report(own))
				}
			}
			if found != len(together) {
				t.Errorf("%d problems, %d of them of a sample:\n%s", len(together), found, report(together))
			}
		})
	}
}
