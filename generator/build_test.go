package generator_test

import (
	"bytes"
	"os"
	"runtime"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	"kaartenbak/generator"
	"kaartenbak/generator/catalogue"
	"kaartenbak/generator/problem"
	"kaartenbak/generator/write"
)

// shipped is the configuration for the catalogue in content/.
func shipped() generator.Config {
	return generator.Config{
		Content: os.DirFS("../content"), ContentName: "content", Templates: os.DirFS("../templates"),
		BaseURL: "https://kaartenbak.example/catalogus", Today: time.Date(2026, 11, 22, 0, 0, 0, 0, time.UTC),
		Forge: catalogue.Forge{Address: "https://github.com/verzonnen/kaartenbak"},
	}
}

// shippedSite is the files of the site of the catalogue in content/, built once for
// all tests, and the problems of its content.
func shippedSite(t *testing.T) (map[string][]byte, problem.List) {
	t.Helper()
	result, err := buildShipped()
	if err != nil {
		t.Fatal(err)
	}
	return shippedSink.Files, result.Problems
}

var (
	shippedSink  = write.NewMemory()
	buildShipped = sync.OnceValues(func() (*generator.Result, error) { return generator.Build(shipped(), shippedSink) })
)

// siteOf is the files of the site of content without errors.
func siteOf(t *testing.T, cfg generator.Config) map[string][]byte {
	t.Helper()
	sink := write.NewMemory()
	result, err := generator.Build(cfg, sink)
	if err != nil {
		t.Fatal(err)
	}
	if result.Problems.Errors() > 0 {
		t.Fatalf("the site was not made:\n%s", report(result.Problems))
	}
	return sink.Files
}

func TestShippedCatalogueBuilds(t *testing.T) {
	files, problems := shippedSite(t)
	for _, p := range problems {
		if !p.Warning {
			t.Errorf("%s\n\t%s", p, p.Hint)
		}
	}
	if len(files) < 100 {
		t.Fatalf("the site has %d files", len(files))
	}
}

// TestSameInputSameBytes builds twice, on one core and on all.
func TestSameInputSameBytes(t *testing.T) {
	first, _ := shippedSite(t)
	second := write.NewMemory()
	cores := runtime.GOMAXPROCS(1)
	_, err := generator.Build(shipped(), second)
	runtime.GOMAXPROCS(cores)
	if err != nil {
		t.Fatal(err)
	}
	if len(first) != len(second.Files) {
		t.Fatalf("%d files, then %d", len(first), len(second.Files))
	}
	for name, data := range first {
		if !bytes.Equal(data, second.Files[name]) {
			t.Errorf("%s differs", name)
		}
	}
}

// aid is a whole entry with a title and other lines.
func aid(name, title, more string) sample {
	fields := strings.Join(goodFields, "\n") + "\n"
	for line := range strings.Lines(more) { // in the place of the fine answer
		key, _, _ := strings.Cut(line, ":")
		start := strings.Index(fields, key+":")
		end := start + strings.Index(fields[start:], "\n") + 1
		fields = fields[:start] + line + fields[end:]
	}
	return sample{name: name, file: &fstest.MapFile{Data: []byte("---\ntitel: " + title + "\n" + fields + "---\nTekst.\n")}}
}

// A saver is a sink of which the first file makes somebody save an entry.
type saver struct {
	*write.Memory
	save sync.Once
	file *fstest.MapFile
}

func (s *saver) Put(name string, data []byte) error {
	s.save.Do(func() { s.file.Data = append(bytes.Clone(s.file.Data), "<script>alert(1)</script>\n"...) })
	return s.Memory.Put(name, data)
}

// What is published is what was checked, also when somebody saves meanwhile.
func TestAnEntryThatChangesMeanwhileIsNotPublished(t *testing.T) {
	cfg := shipped()
	content := ground(t, aid("proef.md", "Proef", ""))
	cfg.Content = content
	sink := &saver{Memory: write.NewMemory(), file: content["keuzehulpen/proef.md"]}
	if _, err := generator.Build(cfg, sink); err == nil || !strings.Contains(err.Error(), "proef.md changed while the site was made") {
		t.Errorf("the build says %v", err)
	}
	for name, data := range sink.Files {
		if bytes.Contains(data, []byte("<script>alert(1)")) {
			t.Errorf("%s has what was not checked", name)
		}
	}
}

func TestWhatIsWithdrawnComesLast(t *testing.T) {
	cfg := shipped()
	content := ground(t, aid("a.md", "Alfa", "status: ingetrokken\n"), aid("b.md", "Beta", ""))
	statuses := content["begrippen/status.yaml"]
	statuses.Data = append(statuses.Data, "- id: ingetrokken\n  naam: Ingetrokken\n"...)
	cfg.Content = content
	list := string(siteOf(t, cfg)["keuzehulpen/index.html"])
	alfa, beta := strings.Index(list, ">Alfa<"), strings.Index(list, ">Beta<")
	if alfa < 0 || beta < 0 || alfa < beta {
		t.Errorf("Alfa stands at %d, Beta at %d", alfa, beta)
	}
}
