package markdown

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
)

// Each file of testdata/adressen lists addresses, and what is said of each.
func TestCheckURL(t *testing.T) {
	names, err := filepath.Glob("testdata/adressen/*.txtar")
	if err != nil || len(names) == 0 {
		t.Fatal("no cases", err)
	}
	for _, name := range names {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			check := map[string]func(string) (string, string){"meldingen": CheckURL, "volgcodes": CheckTracking}[archive.Files[1].Name]
			var got bytes.Buffer
			for address := range strings.Lines(string(archive.Files[0].Data)) {
				address = strings.TrimSuffix(address, "\n")
				if message, hint := check(string(unescape([]byte(address)))); message != "" {
					fmt.Fprintf(&got, "%s\n\t%s\n\t%s\n", address, escape(message), escape(hint))
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

func TestCheckURLLength(t *testing.T) {
	long := "https://voorbeeld.nl/?" + strings.Repeat("a", maxAddress)
	if message, _ := CheckURL(long[:maxAddress]); message != "" {
		t.Errorf("%d characters: %s", maxAddress, message)
	}
	if message, _ := CheckURL(long[:maxAddress+1]); message == "" {
		t.Errorf("%d characters: fine", maxAddress+1)
	}
}
