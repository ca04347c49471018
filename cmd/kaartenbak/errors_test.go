package main

import (
	"bytes"
	"os"
	"regexp"
	"strings"
	"testing"
)

// TestExitCodesAndMessages: what a verb gives back becomes one message and the
// code for it, and nothing else is said.
func TestExitCodesAndMessages(t *testing.T) {
	good, bad := content(t), content(t)
	if err := os.WriteFile(bad+"/nieuws/kaal.md", []byte("---\ntiteel: Kaal\n---\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	const every = `^usage: kaartenbak VERB \[arguments\]\n\n  build (?s:.*)\n  stats \S+ .*\n\t.*\n$`
	const counted = `/nieuws/kaal\.md:2:1: onbekend veld "titeel" \[onbekend-veld\]\n(?s:.*)\n3 fouten, \d+ waarschuwingen\n$`
	for _, test := range []struct {
		args           string
		code           int
		stdout, stderr string // regular expressions
	}{
		{"", exitUsage, `^$`, every},
		{"help", exitFine, `^$`, every},
		{"gevaar", exitUsage, `^$`, `^kaartenbak: there is no verb "gevaar"\n\n` + every[1:]},
		{"rules -h", exitUsage, `^$`, `^kaartenbak rules: print the rules for content\nusage: kaartenbak rules \[--format text\|json\]\n$`},
		{"rules --gevaar", exitUsage, `^$`, `^kaartenbak rules: flag provided but not defined: -gevaar\nusage: kaartenbak rules .*\n$`},
		{"rules er", exitUsage, `^$`, `^kaartenbak rules: want no arguments\nusage: .*\n$`},
		{"stats --gevaar", exitUsage, `^$`, `^kaartenbak stats: flag provided but not defined: -gevaar\nusage: .*\n$`},
		{"stats --format xml", exitUsage, `^$`, `^kaartenbak stats: --format "xml": want text or json\nusage: .*\n$`},
		{"fields --format xml", exitUsage, `^$`, `^kaartenbak fields: --format "xml": want text or json\nusage: .*\n$`},
		{"schema keuzehulpje", exitUsage, `^$`, `^kaartenbak schema: there is no collection "keuzehulpje"; there are keuzehulpen, .*\nusage: .*\n$`},
		{"export --format csv", exitUsage, `^$`, `^kaartenbak export: as csv, want one collection: .*\nusage: .*\n$`},
		{"search", exitUsage, `^$`, `^kaartenbak search: want words to search for\nusage: .*\n$`},
		{"serve er", exitUsage, `^$`, `^kaartenbak serve: "er" is not expected\nusage: .*\n$`},
		{"build --out " + good + "/site --content " + good, exitUsage, `^$`, `^kaartenbak build: --out ".*": want a folder .* in the content folder\nusage: .*\n$`},
		{"check --content " + good + " nergens.md", exitUsage, `^$`, `^kaartenbak check: there is no file nergens.md\nusage: .*\n$`},
		{"check --content " + good + " errors.go", exitUsage, `^$`, `^kaartenbak check: errors.go is not in .*\nusage: .*\n$`},

		{"check --content " + good, exitFine, `^$`, `\n0 fouten, \d+ waarschuwingen\n$`},
		{"check --content " + bad, exitContent, `^$`, counted},
		{"check --format json --content " + bad, exitContent, `^\[\n`, `^$`},
		{"export --content " + bad, exitContent, `^$`, counted},
		{"search --content " + bad + " knie", exitContent, `^$`, counted},
		{"build --content " + bad + " --out " + t.TempDir() + "/public", exitContent, `^$`, counted},
		{"stats --content " + bad, exitFine, `^ *collectie `, `^$`},

		{"check --content nergens", exitMachine, `^$`, `^kaartenbak: opening the content folder: .*nergens.*\n$`},
		{"check --content errors.go", exitMachine, `^$`, `^kaartenbak: opening the content folder: errors.go is no folder\n$`},
		{"build --content " + good + " --no-search --out errors.go", exitMachine, `^$`, `^kaartenbak: .*errors.go.*\n$`},
		{"serve --content " + good + " --addr nonsens", exitMachine, `^$`, `^kaartenbak: listening: .*\n$`},
	} {
		var stdout, stderr bytes.Buffer
		c := &call{stdout: &stdout, stderr: &stderr}
		if code := c.finish(c.run(strings.Fields(test.args))); code != test.code {
			t.Errorf("%s: exit code %d, want %d", test.args, code, test.code)
		}
		if !regexp.MustCompile(test.stdout).Match(stdout.Bytes()) {
			t.Errorf("%s: standard output is\n%swant %s", test.args, stdout.String(), test.stdout)
		}
		if !regexp.MustCompile(test.stderr).Match(stderr.Bytes()) {
			t.Errorf("%s: standard error is\n%swant %s", test.args, stderr.String(), test.stderr)
		}
		if n := strings.Count(stderr.String(), "[onbekend-veld]"); n > 1 {
			t.Errorf("%s: a problem is shown %d times", test.args, n)
		}
	}
}
