package slug

import (
	"os"
	"strings"
	"testing"
)

// Each line of testdata/namen.txt is a text, the name that a file with that title
// gets, and the id of a heading with those words. The form is held to it too, in
// tests/form.write.test.mjs.
func TestNames(t *testing.T) {
	lines, err := os.ReadFile("testdata/namen.txt")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(lines)) {
		parts := strings.Split(strings.TrimSuffix(line, "\n"), " | ")
		if len(parts) != 3 {
			t.Fatalf("%q has %d parts", line, len(parts))
		}
		if got := File(parts[0]); got != parts[1] {
			t.Errorf("the file of %q is %q, want %q", parts[0], got, parts[1])
		}
		if got := Heading(parts[0]); got != parts[2] {
			t.Errorf("the heading %q is %q, want %q", parts[0], got, parts[2])
		}
	}
}

// What Unicode takes apart never reaches the table.
func TestLettersAreNeeded(t *testing.T) {
	for i := 0; i < len(letters); i += 2 {
		if got := words("x" + letters[i] + "x"); len(got) != 1 || got[0] != "x"+letters[i+1]+"x" {
			t.Errorf("%s gives %q, want %s", letters[i], got, letters[i+1])
		}
	}
}
