package generator_test

import (
	"bytes"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/text/unicode/norm"
)

// madeOf builds the ground with one news item more, and gives the files.
func madeOf(t *testing.T, item string, change func(content fstest.MapFS)) map[string][]byte {
	t.Helper()
	cfg := shipped()
	content := ground(t)
	content["nieuws/bericht.md"] = &fstest.MapFile{Data: []byte(item)}
	change(content)
	cfg.Content = content
	return siteOf(t, cfg)
}

// TestOutputIsComposed: an author's computer may write an é as an e and an accent: in
// a value, in an escape, in the text and in an entity. No output does.
func TestOutputIsComposed(t *testing.T) {
	const apart = "Cafe\u0301"
	files := madeOf(t, "---\ntitel: "+apart+"\nsamenvatting: \"Een Cafe\\u0301.\"\ndatum: 2026\nthemas: [cafe]\nbronnen:\n  - titel: "+apart+"\n    uitgever: "+apart+"\n    datum: 2025\n---\n\n"+
		"## Kop "+apart+"\n\nEen *"+apart+"*, een Cafe&#x301; en een [link "+apart+"](https://voorbeeld.nl/).\n\n| "+apart+" | b |\n|---|---|\n| "+apart+" | x |\n",
		func(content fstest.MapFS) {
			themes := content["begrippen/themas.yaml"].Data
			content["begrippen/themas.yaml"] = &fstest.MapFile{Data: append(bytes.Clone(themes), "- id: cafe\n  naam: "+apart+"\n"...)}
			content["site.yaml"] = &fstest.MapFile{Data: []byte("naam: " + apart + "\n")}
		})
	found := 0
	for name, data := range files {
		if strings.HasSuffix(name, ".xlsx") {
			data = []byte(partsOf(t, data))
		}
		if bytes.Contains(data, []byte("e\u0301")) || !strings.HasPrefix(name, "assets/") && !norm.NFC.IsNormal(data) { // pictures are no text
			t.Errorf("%s is not composed", name)
		}
		found += bytes.Count(data, []byte("Café"))
	}
	if page := files["nieuws/bericht/index.html"]; !bytes.Contains(page, []byte("<em>Café</em>, een Café en een")) {
		t.Error("the page has no Café")
	}
	if found < 100 {
		t.Errorf("there are %d in all files", found)
	}
}

// TestSourceHasNoComments: what an author noted for himself is in no file of the site.
func TestSourceHasNoComments(t *testing.T) {
	files := madeOf(t, "---\n# geheim: mevr. X belde\ntitel: Bericht # geheim\nsamenvatting: Een bericht.  # geheim\ndatum: 2026\nbronnen: onbekend\n---\n\n# Kop\n", func(fstest.MapFS) {})
	for name, data := range files {
		if strings.HasPrefix(name, "nieuws/") && bytes.Contains(data, []byte("geheim")) {
			t.Errorf("%s has a comment", name)
		}
	}
	if got, want := string(files["nieuws/bericht/kaart.md"]), "---\ntitel: Bericht\nsamenvatting: Een bericht.\ndatum: 2026\nbronnen: onbekend\n---\n\n# Kop\n"; got != want {
		t.Errorf("the source is %q, want %q", got, want)
	}
}
