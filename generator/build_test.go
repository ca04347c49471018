package generator_test

import (
	"bytes"
	"os"
	"runtime"
	"testing"
	"time"

	"kaartenbak/generator"
	"kaartenbak/generator/write"
)

// shipped is the configuration for the catalogue in content/.
func shipped() generator.Config {
	return generator.Config{
		Content: os.DirFS("../content"), ContentName: "content", Templates: os.DirFS("../templates"),
		BaseURL: "https://kaartenbak.example/catalogus", Today: time.Date(2026, 11, 22, 0, 0, 0, 0, time.UTC),
	}
}

func TestShippedCatalogueBuilds(t *testing.T) {
	sink := write.NewMemory()
	result, err := generator.Build(shipped(), sink)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range result.Problems {
		if !p.Warning {
			t.Errorf("%s\n\t%s", p, p.Hint)
		}
	}
	if len(sink.Files) < 100 {
		t.Fatalf("the site has %d files", len(sink.Files))
	}
}

// TestSameInputSameBytes builds twice, on one core and on all.
func TestSameInputSameBytes(t *testing.T) {
	first, second := write.NewMemory(), write.NewMemory()
	if _, err := generator.Build(shipped(), first); err != nil {
		t.Fatal(err)
	}
	cores := runtime.GOMAXPROCS(1)
	_, err := generator.Build(shipped(), second)
	runtime.GOMAXPROCS(cores)
	if err != nil {
		t.Fatal(err)
	}
	if len(first.Files) != len(second.Files) {
		t.Fatalf("%d files, then %d", len(first.Files), len(second.Files))
	}
	for name, data := range first.Files {
		if !bytes.Equal(data, second.Files[name]) {
			t.Errorf("%s differs", name)
		}
	}
}
