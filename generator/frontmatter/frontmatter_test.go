package frontmatter

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/rogpeppe/go-internal/txtar"
	"gopkg.in/yaml.v3"

	"kaartenbak/generator/problem"
)

var update = flag.Bool("update", false, "rewrite the expected output in testdata")

// Each archive holds files to read, and beside each the problems that are
// expected ("x.md.problemen"). Where "x.md.gelezen" stands as well, what was
// read has to be as it says, and so has what is published with "x.md.gepubliceerd". In a file named ".go", as "x.md.go", \ begins an
// escape as in a Go string, for what cannot be seen in a text.
func TestFiles(t *testing.T) {
	for _, name := range archives(t) {
		archive, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		wanted := map[string]string{}
		for _, f := range archive.Files {
			wanted[f.Name] = string(f.Data)
		}
		var files []txtar.File
		for _, f := range archive.Files {
			if isExpectation(f.Name) {
				continue
			}
			files = append(files, f)
			problems, read := readCase(t, f)
			got := []txtar.File{{Name: f.Name + ".problemen", Data: []byte(report(problems))}}
			if _, ok := wanted[f.Name+".gelezen"]; ok {
				got = append(got, txtar.File{Name: f.Name + ".gelezen", Data: []byte(read)})
			}
			if _, ok := wanted[f.Name+".gepubliceerd"]; ok {
				_, src := source(t, f)
				got = append(got, txtar.File{Name: f.Name + ".gepubliceerd", Data: Published(src)})
			}
			files = append(files, got...)
			t.Run(filepath.Base(name)+"/"+f.Name, func(t *testing.T) {
				for _, g := range got {
					if want := wanted[g.Name]; string(g.Data) != want && !*update {
						t.Errorf("%s: got\n%swant\n%s", g.Name, g.Data, want)
					}
				}
			})
		}
		if *update {
			data := txtar.Format(&txtar.Archive{Comment: archive.Comment, Files: files})
			if err := os.WriteFile(name, data, 0o666); err != nil {
				t.Fatal(err)
			}
		}
	}
}

func TestEveryRuleHasACase(t *testing.T) {
	covered := map[string]bool{tooLarge.Name: true} // TestSizes: an archive of that size says little
	for _, name := range archives(t) {
		archive, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range archive.Files {
			if isExpectation(f.Name) {
				continue
			}
			problems, _ := readCase(t, f)
			for _, p := range problems {
				covered[p.Rule] = true
			}
		}
	}
	for _, rule := range Rules {
		if !covered[rule.Name] {
			t.Errorf("no file in testdata breaks the rule %s", rule.Name)
		}
	}
}

func TestSizes(t *testing.T) {
	block := func(size int) string { return "---\n" + strings.Repeat("#", size-1) + "\n---\n" }
	for _, test := range []struct {
		name, src string
		want      string
	}{
		{"blok-op-de-grens", block(maxBlock) + "Tekst.\n", ""},
		{"blok-te-groot", block(maxBlock+1) + "Tekst.\n", "x.md:1:1: het kopblok is 33 kB, en hoogstens 32 kB mag [te-groot]\n\tzet lange teksten onder het kopblok\n"},
		{"bestand-op-de-grens", block(1) + strings.Repeat("x", MaxFile-len(block(1))), ""},
		{"bestand-te-groot", strings.Repeat("x", MaxFile+1), "x.md:1:1: het bestand is 129 kB, en hoogstens 128 kB mag [te-groot]\n\tmaak de tekst korter of verdeel de inhoud over meer bestanden\n"},
	} {
		t.Run(test.name, func(t *testing.T) {
			doc, problems := Read("x.md", []byte(test.src))
			if got := report(problems); got != test.want {
				t.Errorf("got\n%swant\n%s", got, test.want)
			}
			if len(problems) == 0 && (doc.Node == nil || doc.Body == nil) {
				t.Error("not read")
			}
		})
	}
}

// Files that cost yaml.v3, or a careless reader, far more time than their size
// says. The limit is generous: what it guards against takes minutes.
func TestHostileFilesAreReadFast(t *testing.T) {
	var manyKeys, manyErrors strings.Builder
	for i := range 3000 {
		fmt.Fprintf(&manyKeys, "k%d: x\n", i)
		fmt.Fprintf(&manyErrors, "k%d: \"x\" y\n", i)
	}
	for name, block := range map[string]string{
		"brackets":         strings.Repeat("[", 32000),
		"closed brackets":  "x: " + strings.Repeat("[", 9000) + strings.Repeat("]", 9000),
		"dashes":           strings.Repeat("- ", 16000),
		"few dashes":       strings.Repeat("- ", 9000),
		"question marks":   strings.Repeat("? ", 16000),
		"braces":           "x: " + strings.Repeat("{a: ", 8000),
		"keys":             manyKeys.String(),
		"the same key":     strings.Repeat("k: x\n", 6000),
		"errors":           manyErrors.String()[:maxBlock-1],
		"stars":            strings.Repeat("- *a\n", 6000),
		"open quotations":  strings.Repeat("k: \"\n", 6000),
		"open brackets":    strings.Repeat("k: [\",',\n", 3500),
		"a long list":      "k: [" + strings.Repeat(`",',`, 8000) + "\n- [",
		"escapes":          "k: \"" + strings.Repeat(`\0`, 16000) + "\"",
		"control bytes":    strings.Repeat("\x00", 32000),
		"accents":          strings.Repeat("\u0301", 16000),
		"cyrillic":         strings.Repeat("\u0430", 16000),
		"hashes":           strings.Repeat("k: a #\n", 4600),
		"alias bomb":       "a: &a [x]\n" + strings.Repeat("b: [*a, *a, *a, *a]\n", 1600),
		"conflict markers": strings.Repeat("<<<<<<<\n", 4000),
	} {
		t.Run(name, func(t *testing.T) {
			start := time.Now()
			_, problems := Read("x.md", []byte("---\n"+block+"\n---\n"))
			if problems.Errors() == 0 && name != "keys" && name != "hashes" {
				t.Error("accepted")
			}
			if took := time.Since(start); took > 5*time.Second {
				t.Errorf("took %v", took)
			} else {
				t.Log(took, len(problems))
			}
		})
	}
}

func archives(t testing.TB) []string {
	names, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(names) == 0 {
		t.Fatal("no archives", err)
	}
	return names
}

func isExpectation(name string) bool {
	return slices.Contains([]string{".problemen", ".gelezen", ".gepubliceerd"}, filepath.Ext(name))
}

// readCase reads a file of an archive, and describes what was read.
func readCase(t testing.TB, f txtar.File) (problem.List, string) {
	name, src := source(t, f)
	var read strings.Builder
	if filepath.Ext(name) == ".yaml" {
		node, problems := ReadYAML(name, src)
		describe(&read, node, 0)
		return problems, read.String()
	}
	doc, problems := Read(name, src)
	describe(&read, doc.Node, 0)
	fmt.Fprintf(&read, "%d %q\n", doc.BodyLine, doc.Body)
	return problems, read.String()
}

// source gives the file that a file of an archive stands for.
func source(t testing.TB, f txtar.File) (name string, src []byte) {
	if base, ok := strings.CutSuffix(f.Name, ".go"); ok {
		return base, unquote(t, string(f.Data))
	}
	return f.Name, f.Data
}

func unquote(t testing.TB, text string) []byte {
	var out []byte
	for len(text) > 0 {
		if after, ok := strings.CutPrefix(text, "\\\n"); ok { // no end of line here
			text = after
			continue
		}
		c, multibyte, rest, err := strconv.UnquoteChar(text, 0)
		if err != nil {
			t.Fatalf("%q: %v", text, err)
		}
		if multibyte {
			out = utf8.AppendRune(out, c)
		} else {
			out = append(out, byte(c))
		}
		text = rest
	}
	return out
}

// report writes problems as the command does: the hint after a tab.
func report(problems problem.List) string {
	var b strings.Builder
	for _, p := range problems {
		kind := ""
		if p.Warning {
			kind = "waarschuwing: "
		}
		fmt.Fprintf(&b, "%s%s\n", kind, p)
		if p.Hint != "" {
			fmt.Fprintf(&b, "\t%s\n", p.Hint)
		}
	}
	return b.String()
}

func describe(b *strings.Builder, n *yaml.Node, depth int) {
	if n == nil {
		b.WriteString("niets\n")
		return
	}
	kind := map[yaml.Kind]string{yaml.MappingNode: "velden", yaml.SequenceNode: "lijst", yaml.ScalarNode: n.Tag}[n.Kind]
	fmt.Fprintf(b, "%s%d:%d %s", strings.Repeat("  ", depth), n.Line, n.Column, kind)
	if n.Kind == yaml.ScalarNode {
		fmt.Fprintf(b, " %q", n.Value)
	}
	b.WriteString("\n")
	for _, child := range n.Content {
		describe(b, child, depth+1)
	}
}

func TestRulesAreExplained(t *testing.T) {
	names := map[string]bool{}
	for _, rule := range Rules {
		if names[rule.Name] {
			t.Errorf("two rules have the name %s", rule.Name)
		}
		names[rule.Name] = true
		if sentences := strings.Count(rule.Doc+" ", ". "); sentences < 1 || sentences > 2 {
			t.Errorf("%s: want one or two sentences, got %q", rule.Name, rule.Doc)
		}
	}
}

// No message may show an author what yaml.v3 or Go says.
func TestProblemsAreInDutch(t *testing.T) {
	for _, seed := range seeds(t) {
		_, problems := Read("x.md", seed)
		_, more := ReadYAML("x.yaml", seed)
		for _, p := range append(problems, more...) {
			for _, word := range []string{" the ", "found", "expected", "line ", "yaml:", "!!", "%!"} {
				if strings.Contains(p.Message+p.Hint, word) {
					t.Errorf("%s: says %q", p, word)
				}
			}
		}
	}
}

// seeds gives all files in testdata, as front matter and as they are.
func seeds(t testing.TB) [][]byte {
	var all [][]byte
	for _, name := range archives(t) {
		archive, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range archive.Files {
			if !isExpectation(f.Name) {
				_, src := source(t, f)
				all = append(all, src, bytes.Join([][]byte{[]byte("---\n"), src, []byte("---\ntekst\n")}, nil))
			}
		}
	}
	return all
}
