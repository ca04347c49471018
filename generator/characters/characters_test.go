package characters

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/rogpeppe/go-internal/txtar"
)

var update = flag.Bool("update", false, "rewrite the expected output in testdata")

const archiveName = "testdata/tekens.txtar"

// The archive holds texts, and after each what is found in it ("x.gevonden"):
// the offset, the message, the rule and the way out. In a text \ begins an
// escape as in a Go string, for what cannot be seen.
func TestTexts(t *testing.T) {
	archive, err := txtar.ParseFile(archiveName)
	if err != nil {
		t.Fatal(err)
	}
	broken := map[string]bool{}
	for i := 0; i+1 < len(archive.Files); i += 2 {
		text, want := archive.Files[i], &archive.Files[i+1]
		if want.Name != text.Name+".gevonden" {
			t.Fatalf("%s is followed by %s", text.Name, want.Name)
		}
		t.Run(text.Name, func(t *testing.T) {
			var got strings.Builder
			for _, f := range find(unquote(t, string(text.Data))) {
				broken[f.Rule.Name] = true
				message, hint := f.Text()
				fmt.Fprintf(&got, "%d: %s [%s]\n\t%s\n", f.At, message, f.Rule.Name, hint)
			}
			if got.String() != string(want.Data) && !*update {
				t.Errorf("got\n%swant\n%s", got.String(), want.Data)
			}
			want.Data = []byte(got.String())
		})
	}
	for _, rule := range Rules {
		if !broken[rule.Name] {
			t.Errorf("no text breaks the rule %s", rule.Name)
		}
	}
	if *update {
		if err := os.WriteFile(archiveName, txtar.Format(archive), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

func find(text []byte) (all []Find) {
	found := func(f Find) { all = append(all, f) }
	if !utf8.Valid(text) {
		Undecoded(text, found)
		return all
	}
	if Scan(text, found) {
		Mixed(text, found)
	}
	return all
}

func unquote(t testing.TB, text string) []byte {
	var out []byte
	for len(text) > 0 {
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

// Whatever the text is, what is found is in it, and from front to back.
func FuzzScan(f *testing.F) {
	archive, err := txtar.ParseFile(archiveName)
	if err != nil {
		f.Fatal(err)
	}
	for i := 0; i < len(archive.Files); i += 2 {
		f.Add(unquote(f, string(archive.Files[i].Data)))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		for _, scan := range []func([]byte, func(Find)){
			func(text []byte, found func(Find)) { Scan(text, found) }, Mixed, Undecoded,
		} {
			end := 0
			scan(text, func(f Find) {
				if f.At < end || f.At >= len(text) || f.Count < 1 {
					t.Errorf("%+v: %d of %d bytes", f, end, len(text))
				}
				end = f.At + 1
				if message, hint := f.Text(); message == "" || hint == "" || !utf8.ValidString(message) {
					t.Errorf("%+v: %q, %q", f, message, hint)
				}
			})
		}
	})
}

// Nearly all of what is read is plain: that has to go fast.
func BenchmarkScan(b *testing.B) {
	text := bytes.Repeat([]byte("De keuzehulp legt uit wat u kunt kiezen – en wat dat voor een patiënt “betekent”.\n"), 35)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Scan(text, func(f Find) { b.Fatal(f) })
	}
}
