package personal

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
)

var update = flag.Bool("update", false, "write what the tests give to testdata")

// compare gives each line of the first file of an archive to look, and holds what it
// finds against the second.
func compare(t *testing.T, name string, look func(line string, found func(format string, args ...any))) {
	archive, err := txtar.ParseFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var got bytes.Buffer
	for line := range strings.Lines(string(archive.Files[0].Data)) {
		line = strings.TrimSuffix(line, "\n")
		fmt.Fprintln(&got, line)
		look(line, func(format string, args ...any) { fmt.Fprintf(&got, "\t"+format+"\n", args...) })
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
}

// A text, and what is found in it: where, and what is said.
func TestText(t *testing.T) {
	for _, name := range []string{"testdata/teksten.txtar", "testdata/postbussen.txtar"} {
		compare(t, name, func(line string, found func(string, ...any)) { look(t, line, found) })
	}
}

func look(t *testing.T, line string, found func(string, ...any)) {
	n := 0
	CheckText(line, func(int, string, string) { n++ })
	none := func(int) bool { return false }
	Scan([]byte(line), none, func(at int, message, hint string) {
		n--
		found("%q: %s; %s", line[at:min(at+12, len(line))], message, hint)
	})
	if n != 0 {
		t.Errorf("%s: CheckText finds %d more than Scan", line, n)
	}
}

func TestAddress(t *testing.T) {
	compare(t, "testdata/adressen.txtar", func(line string, found func(string, ...any)) {
		if message, hint := CheckAddress(line); message != "" {
			found("%s; %s", message, hint)
		}
	})
}

// A number in a link is part of an address; a mail address and a date of birth are
// told wherever they stand.
func TestInLink(t *testing.T) {
	text := "111222333 06-12345678 jan@voorbeeld.nl geb. 1961-03-03"
	var at []int
	Scan([]byte(text), func(int) bool { return true }, func(i int, _, _ string) { at = append(at, i) })
	if want := []int{strings.Index(text, "jan"), strings.Index(text, "1961")}; fmt.Sprint(at) != fmt.Sprint(want) {
		t.Errorf("found at %v, want %v", at, want)
	}
}
