package webaddress

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
)

var update = flag.Bool("update", false, "write what the tests give to testdata")

// hidden is how testdata writes a character that nobody sees: {U+200B}.
var hidden = regexp.MustCompile(`\{U\+([0-9A-F]+)\}`)

// unhide gives an address of testdata with those characters in it.
func unhide(address string) string {
	return hidden.ReplaceAllStringFunc(address, func(s string) string {
		n, _ := strconv.ParseUint(hidden.FindStringSubmatch(s)[1], 16, 32)
		return string(rune(n))
	})
}

// Each file of testdata lists addresses, and what is said of each.
func TestAddresses(t *testing.T) {
	names, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(names) == 0 {
		t.Fatal("no cases", err)
	}
	for _, name := range names {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			check := map[string]func(string) (string, string){"meldingen": Check, "volgcodes": CheckTracking}[archive.Files[1].Name]
			var got bytes.Buffer
			for address := range strings.Lines(string(archive.Files[0].Data)) {
				address = strings.TrimSuffix(address, "\n")
				if message, hint := check(unhide(address)); message != "" {
					fmt.Fprintf(&got, "%s\n\t%s\n\t%s\n", address, message, hint)
				}
			}
			if bytes.Equal(got.Bytes(), archive.Files[1].Data) {
				return
			}
			if !*update {
				t.Fatalf("%swant:\n%s", got.Bytes(), archive.Files[1].Data)
			}
			archive.Files[1].Data = got.Bytes()
			if err := os.WriteFile(name, txtar.Format(archive), 0o666); err != nil {
				t.Fatal(err)
			}
		})
	}
}

func TestLength(t *testing.T) {
	long := "https://voorbeeld.nl/?" + strings.Repeat("a", maxAddress)
	if message, _ := Check(long[:maxAddress]); message != "" {
		t.Errorf("%d characters: %s", maxAddress, message)
	}
	if message, _ := Check(long[:maxAddress+1]); message == "" {
		t.Errorf("%d characters: fine", maxAddress+1)
	}
}
