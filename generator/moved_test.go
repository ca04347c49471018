package generator_test

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"kaartenbak/generator"
	"kaartenbak/generator/write"
)

// TestMovedAddress: an old address answers on a host that knows redirects, and on
// one that does not; what is not in the register yet is for who keeps it.
func TestMovedAddress(t *testing.T) {
	content := ground(t, sample{name: "knie.md", file: &fstest.MapFile{Data: []byte(written("{goed}\n", 0))}})
	content["adressen.txt"] = &fstest.MapFile{Data: []byte("/keuzehulpen/oud/diep/ -> /keuzehulpen/knie/\n")}
	cfg := shipped()
	cfg.Content = content
	sink := write.NewMemory()
	result, err := generator.Build(cfg, sink)
	if err != nil {
		t.Fatal(err)
	}
	if result.Problems.Errors() > 0 {
		t.Fatal(report(result.Problems))
	}
	if got, want := string(sink.Files["_redirects"]), "/catalogus/keuzehulpen/oud/diep/ /catalogus/keuzehulpen/knie/ 301\n"; got != want {
		t.Errorf("_redirects: %q, want %q", got, want)
	}
	page := string(sink.Files["keuzehulpen/oud/diep/index.html"])
	for _, want := range []string{`<meta http-equiv="refresh" content="0; url=../../../keuzehulpen/knie/">`, `<a href="../../knie/">`, `content="noindex"`} {
		if !strings.Contains(page, want) {
			t.Errorf("the page has no %s", want)
		}
	}
	if strings.Contains(string(sink.Files["sitemap.xml"]), "oud/diep") {
		t.Error("the old address is in the sitemap")
	}
	if !slices.Equal(result.Unnoted.Addresses, []string{"/keuzehulpen/knie/"}) {
		t.Errorf("not noted: %v", result.Unnoted.Addresses)
	}
	for _, f := range scan(sink.Files) {
		t.Error(f)
	}
}
