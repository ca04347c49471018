package generator_test

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"kaartenbak/generator"
	"kaartenbak/generator/write"
)

// switchedOn is the made-up catalogue with an editing system.
func switchedOn(t *testing.T) generator.Config {
	cfg := shipped()
	content := ground(t)
	content["site.yaml"] = &fstest.MapFile{Data: []byte("naam: Verzonnen catalogus\nrepository: https://github.com/verzonnen/kaartenbak\nredactiesysteem: ja\n")}
	cfg.Content = content
	return cfg
}

// TestPackages: without the packages of the editing system there is no site, and
// the build says how to get them.
func TestPackages(t *testing.T) {
	wrong := fstest.MapFS{"decap-cms-3.16.3.tgz": {Data: []byte("iets anders")}}
	cfg := switchedOn(t)
	for _, c := range []struct {
		packages fstest.MapFS
		want     string
	}{
		{fstest.MapFS{}, `content/site.yaml:3:18: het redactiesysteem ontbreekt: decap-cms-3.16.3.tgz en yaml-2.9.1.tgz [redactiesysteem-pakket]
	haal op, in de map waarin u de site bouwt: npm pack decap-cms@3.16.3 yaml@2.9.1; of schrijf redactiesysteem: nee
`},
		{wrong, `content/site.yaml:3:18: decap-cms-3.16.3.tgz is niet het bestand dat npm van deze versie geeft [redactiesysteem-pakket]
	haal het bestand weg en haal het opnieuw op: npm pack decap-cms@3.16.3
content/site.yaml:3:18: het redactiesysteem ontbreekt: yaml-2.9.1.tgz [redactiesysteem-pakket]
	haal op, in de map waarin u de site bouwt: npm pack yaml@2.9.1; of schrijf redactiesysteem: nee
`},
	} {
		cfg.Packages = c.packages
		sink := write.NewMemory()
		result, err := generator.Build(cfg, sink)
		if err != nil {
			t.Fatal(err)
		}
		if got := report(result.Problems); got != c.want {
			t.Errorf("got\n%swant\n%s", got, c.want)
		}
		if len(sink.Files) > 0 {
			t.Errorf("there are %d files", len(sink.Files))
		}
	}
}

// TestNoEditingSystem: who does not switch it on, or does not build, needs no packages.
func TestNoEditingSystem(t *testing.T) {
	off := shipped()
	off.Packages = os.DirFS(t.TempDir())
	for name, cfg := range map[string]generator.Config{"off": off, "without packages": switchedOn(t)} {
		for file := range siteOf(t, cfg) {
			if strings.HasPrefix(file, "admin/") {
				t.Errorf("%s: there is %s", name, file)
			}
		}
	}
}
