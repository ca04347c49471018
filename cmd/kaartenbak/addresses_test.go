package main

import (
	"os"
	"strings"
	"testing"
)

// TestAddressesAreKept: a build notes the addresses of new entries, and an entry
// that is gone from one build to the next is an error.
func TestAddressesAreKept(t *testing.T) {
	dir := content(t)
	register := dir + "/adressen.txt"
	build := func() (string, error) {
		output, err := command("build", "--content", dir, "--out", t.TempDir(), "--today", "2026-11-22").CombinedOutput()
		return string(output), err
	}
	if output, err := build(); err != nil {
		t.Fatalf("%v\n%s", err, output)
	}
	if _, err := os.Stat(register); err == nil {
		t.Error("a register was made where none was kept")
	}
	if err := os.WriteFile(register, []byte("# van ons\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	if output, err := build(); err != nil {
		t.Fatalf("%v\n%s", err, output)
	}
	text, err := os.ReadFile(register)
	if err != nil || !strings.HasPrefix(string(text), "# van ons\n") || !strings.Contains(string(text), "\n/nieuws/kaal/\n") {
		t.Fatalf("%s (%v)", text, err)
	}
	if err := os.Remove(dir + "/nieuws/kaal.md"); err != nil {
		t.Fatal(err)
	}
	if output, err := build(); err == nil || !strings.Contains(output, "het adres /nieuws/kaal/ heeft geen pagina meer [adres-weg]") {
		t.Errorf("%v\n%s", err, output)
	}
	if again, _ := os.ReadFile(register); string(again) != string(text) {
		t.Error("a failed build changed the register")
	}
}
