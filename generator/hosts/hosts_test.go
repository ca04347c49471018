package hosts

import (
	"flag"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"
)

var update = flag.Bool("update", false, "write the settings into netlify.toml and docs/hosting.md")

// TestNetlifyIsEqual holds netlify.toml against the table, as a parser of TOML
// reads it.
func TestNetlifyIsEqual(t *testing.T) {
	const file, mark = "../../netlify.toml", "-update.\n"
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	before, after, ok := strings.Cut(string(data), mark)
	if !ok {
		t.Fatalf("%s has no line that ends in %q", file, mark)
	}
	if *update {
		if err := os.WriteFile(file, []byte(before+mark+netlify()), 0o644); err != nil {
			t.Fatal(err)
		}
	} else if after != netlify() {
		t.Errorf("netlify.toml differs from the table; go test ./generator/hosts -update writes it")
	}
	var read struct {
		Headers []struct {
			For    string
			Values map[string]string
		}
	}
	if _, err := toml.Decode(netlify(), &read); err != nil {
		t.Fatal(err)
	}
	for i, r := range rules() {
		if read.Headers[i].For != r.Path+"*" || len(read.Headers[i].Values) != len(r.Headers) {
			t.Errorf("%s: %v", r.Path, read.Headers[i])
		}
		for _, h := range r.Headers {
			if got := read.Headers[i].Values[h.Name]; got != h.Value {
				t.Errorf("%s: %s is %q, want %q", r.Path, h.Name, got, h.Value)
			}
		}
	}
}

// TestManualIsEqual holds the settings in docs/hosting.md against the table.
func TestManualIsEqual(t *testing.T) {
	const file = "../../docs/hosting.md"
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	text := string(data)
	for kind, want := range map[string]string{"nginx": nginx(), "caddyfile": caddy(), "apache": apache(), "text": string(HeadersFile())} {
		block := regexp.MustCompile("(?s)```" + kind + "\n(.*?)```")
		found := block.FindStringSubmatch(text)
		if found == nil {
			t.Fatalf("%s has no block ```%s", file, kind)
		}
		if *update {
			text = strings.Replace(text, found[0], "```"+kind+"\n"+want+"```", 1)
		} else if found[1] != want {
			t.Errorf("the block %s of docs/hosting.md differs from the table; go test ./generator/hosts -update writes it", kind)
		}
	}
	if *update {
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// TestHeadersFile: no more than hosts take (Cloudflare: 100 rules, 2,000
// characters a line).
func TestHeadersFile(t *testing.T) {
	text := string(HeadersFile())
	rule := 0
	for line := range strings.Lines(text) {
		if len(line) > 2000 {
			t.Errorf("a line of %d characters", len(line))
		}
		switch {
		case strings.HasPrefix(line, "/"):
			rule++
		case !regexp.MustCompile(`^  (! [A-Z][A-Za-z-]+|[A-Z][A-Za-z-]+: [^\r\n]+)\n$`).MatchString(line):
			t.Errorf("%q is no header", line)
		}
	}
	if rule == 0 || rule > 100 {
		t.Errorf("%d rules", rule)
	}
}

func TestMetaSaysWhatItCan(t *testing.T) {
	whole, meta := Policy("/"), Meta("/")
	if strings.Contains(meta, frameAncestors) || strings.Contains(meta, "report-uri") || strings.Contains(meta, "sandbox") {
		t.Errorf("a meta element cannot say %q", meta)
	}
	if got := strings.Replace(whole, frameAncestors+" 'none'; ", "", 1); got != meta {
		t.Errorf("got %q, want %q", meta, got)
	}
	for _, never := range []string{"unsafe-inline", "unsafe-eval", "http:", "https:", "*", "strict-dynamic"} {
		if strings.Contains(whole, never) {
			t.Errorf("the policy has %s", never)
		}
	}
}

// TestAdmin: only there may a script compile code and a page have style of its own,
// and never does it run a script that is not the site's.
func TestAdmin(t *testing.T) {
	admin := Policy(AdminPath)
	for _, want := range []string{"script-src 'self' 'unsafe-eval';", "frame-ancestors 'none'", "default-src 'none'"} {
		if !strings.Contains(admin, want) {
			t.Errorf("the policy of %s is without %s", AdminPath, want)
		}
	}
	if Policy("/keuzehulpen/admin/") != Policy("/") || Policy("/administratie/") != Policy("/") {
		t.Error("a page elsewhere has the policy of the editing system")
	}
	for _, h := range Headers(AdminPath) {
		if h.Name == "Cross-Origin-Opener-Policy" && h.Value != "same-origin-allow-popups" {
			t.Errorf("%s: %s", h.Name, h.Value)
		}
	}
}
