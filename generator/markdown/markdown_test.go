package markdown

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"github.com/rogpeppe/go-internal/txtar"
	"github.com/yuin/goldmark/util"

	"kaartenbak/generator/characters"
	"kaartenbak/generator/personal"
	"kaartenbak/generator/problem"
	"kaartenbak/generator/webaddress"
)

var update = flag.Bool("update", false, "write what the tests give to testdata")

// Each file of testdata is one case: a body and what it becomes. Characters
// that nobody sees are written as {U+202E}, bytes that are no UTF-8 as {0xE9}.
// The files "woorden", "koppen" and "links" are there where the case is about
// them.
func TestParse(t *testing.T) {
	for _, name := range cases(t) {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			t.Parallel()
			archive, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			text, problems := Parse("tekst.md", 1, unescape(archive.Files[0].Data))
			changed := false
			for i, f := range archive.Files[1:] {
				got := []byte(part(t, f.Name, text, problems))
				if bytes.Equal(got, f.Data) {
					continue
				}
				if changed = true; !*update {
					t.Errorf("%s:\n%swant:\n%s", f.Name, got, f.Data)
				}
				archive.Files[i+1].Data = got
			}
			if changed && *update {
				if err := os.WriteFile(name, txtar.Format(archive), 0o666); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

func cases(t testing.TB) []string {
	names, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(names) == 0 {
		t.Fatal("no cases", err)
	}
	return names
}

// part is one of the things that a case says something about.
func part(t *testing.T, name string, text Text, problems problem.List) string {
	var out strings.Builder
	switch name {
	case "html":
		out.WriteString(text.HTML)
	case "woorden":
		if text.Plain != "" {
			fmt.Fprintln(&out, text.Plain)
		}
	case "koppen":
		for _, h := range text.Headings {
			fmt.Fprintf(&out, "h%d #%s %s\n", h.Level, h.ID, h.Text)
		}
	case "links":
		for _, l := range text.Links {
			fmt.Fprintf(&out, "%s: %s\n", l.Pos, l.Dest)
		}
	case "meldingen":
		for _, p := range problems {
			fmt.Fprintln(&out, p)
			if p.Hint != "" {
				fmt.Fprintf(&out, "\t%s\n", p.Hint)
			}
		}
	default:
		t.Fatalf("no such part: %s", name)
	}
	return escape(out.String())
}

var escapes = regexp.MustCompile(`\{(U\+|0x)([0-9A-F]+)\}`)

func unescape(data []byte) []byte {
	return escapes.ReplaceAllFunc(data, func(e []byte) []byte {
		m := escapes.FindSubmatch(e)
		n, err := strconv.ParseUint(string(m[2]), 16, 32)
		if err != nil {
			panic(err)
		}
		if string(m[1]) == "0x" {
			return []byte{byte(n)}
		}
		return []byte(string(rune(n)))
	})
}

func escape(s string) string {
	var out strings.Builder
	for _, r := range s {
		if isHidden(r) || r == 0xA0 {
			fmt.Fprintf(&out, "{U+%04X}", r)
		} else {
			out.WriteRune(r)
		}
	}
	return out.String()
}

// isHidden is true for what cannot be seen in a text.
func isHidden(r rune) bool {
	return r != '\n' && r != '\t' && unicode.In(r, unicode.Cc, unicode.Cf, unicode.Co, unicode.Cs, unicode.Zl, unicode.Zp,
		unicode.Variation_Selector, unicode.Other_Default_Ignorable_Code_Point, unicode.Noncharacter_Code_Point)
}

var ruleAtEnd = regexp.MustCompile(`(?m) \[([a-z0-9-]+)\]$`)

// Every rule has a case, and every problem in a case comes from a rule.
func TestRulesHaveCases(t *testing.T) {
	seen := map[string]bool{}
	for _, name := range cases(t) {
		archive, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range archive.Files {
			if f.Name != "meldingen" {
				continue
			}
			for _, m := range ruleAtEnd.FindAllSubmatch(f.Data, -1) {
				seen[string(m[1])] = true
			}
		}
	}
	names := map[string]bool{}
	for _, r := range slices.Concat(Rules, personal.Rules, webaddress.Rules) {
		if names[r.Name] {
			t.Errorf("two rules are called %s", r.Name)
		}
		names[r.Name] = true
		if !seen[r.Name] {
			t.Errorf("no case in testdata shows rule %s", r.Name)
		}
		if r.Doc == "" {
			t.Errorf("rule %s has no explanation", r.Name)
		}
	}
	for _, r := range characters.Rules {
		names[r.Name] = true
	}
	for name := range seen {
		if !names[name] {
			t.Errorf("rule %s is not in Rules", name)
		}
	}
}

// A name that is no entity would be left out for the form without a word.
func TestSharedEntities(t *testing.T) {
	for _, name := range slices.Concat(latinEntities, signEntities, hiddenEntities) {
		if _, ok := util.LookUpHTML5EntityByName(name); !ok {
			t.Errorf("%s is no entity", name)
		}
	}
}
