package generator_test

import (
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// layers are the packages from the bottom up: each imports only from rows above
// its own. A package that is not here has no place yet.
var layers = [][]string{
	{"generator/parallel", "generator/pattern", "generator/problem", "generator/slug", "generator/typos"},
	{"generator/characters", "generator/personal", "generator/webaddress"},
	{"generator/frontmatter", "generator/hosts", "generator/icon", "generator/markdown", "generator/qr", "generator/workbook", "generator/write"},
	{"generator/field"},
	{"generator/catalogue"},
	{"generator/ledger"},
	{"generator/ui", "generator/stats", "generator/check", "generator/load"},
	{"generator/plan", "generator/assets", "generator/sheet", "templates"},
	{"generator/fixture", "generator/render", "generator/export", "generator/feed", "generator/form", "generator/cms", "generator/offline"},
	{"search/client"},
	{"search"},
	{"generator/corpus"},
	{"generator"},
	{"cmd/kaartenbak"},
}

// apart are packages of one site that must not know of each other, whatever
// their layer.
var apart = map[string][]string{
	"generator/render": {"generator/load", "search", "generator/check"},
	"generator/plan":   {"generator/load", "generator/render", "generator/write"},
	"generator/check":  {"generator/plan", "generator/render", "templates"},
	"generator/load":   {"generator/plan", "generator/check"},
	"search":           {"generator/catalogue", "generator/plan", "generator/load"},
}

func TestImportsGoOneWay(t *testing.T) {
	row := map[string]int{}
	for i, layer := range layers {
		for _, name := range layer {
			row["kaartenbak/"+name] = i
		}
	}
	out, err := exec.Command("go", "list", "-f", "{{.ImportPath}} {{join .Imports \" \"}}", "kaartenbak/...").Output() // without what it warns of
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	for line := range strings.Lines(string(out)) {
		words := strings.Fields(line)
		from := words[0]
		own, placed := row[from]
		if !placed {
			t.Errorf("%s has no place in the layers", from)
			continue
		}
		for _, to := range words[1:] {
			if !strings.HasPrefix(to, "kaartenbak/") {
				continue
			}
			if row[to] >= own {
				t.Errorf("%s imports %s, which is not below it", from, to)
			}
			short := strings.TrimPrefix(from, "kaartenbak/")
			if slices.Contains(apart[short], strings.TrimPrefix(to, "kaartenbak/")) {
				t.Errorf("%s imports %s, which it must not know", from, to)
			}
		}
	}
}

// TestReadmeSaysWhyModulesAreThere: each module that this one asks for, or that of
// the benches, has a line.
func TestReadmeSaysWhyModulesAreThere(t *testing.T) {
	readme, err := os.ReadFile("../README.md")
	if err != nil {
		t.Fatal(err)
	}
	for file, least := range map[string]int{"../go.mod": 5, "../tests/bench/go.mod": 2} {
		mod, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		asked := 0
		for line := range strings.Lines(string(mod)) {
			words := strings.Fields(line)
			if len(words) != 2 || !strings.HasPrefix(line, "\t") { // with // indirect it is for another module
				continue
			}
			asked++
			name := strings.TrimPrefix(words[0], "github.com/")
			for _, version := range []string{"/v2", "/v3", "/v6"} {
				name = strings.TrimSuffix(name, version)
			}
			if !strings.Contains(string(readme), name) {
				t.Errorf("README.md does not say what %s is for", words[0])
			}
		}
		if asked < least {
			t.Errorf("%s asks for %d modules", file, asked)
		}
	}
}
