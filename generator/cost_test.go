//go:build unix

package generator_test

import (
	"fmt"
	"runtime"
	"strings"
	"syscall"
	"testing"
	"testing/fstest"
	"time"

	"kaartenbak/generator"
	"kaartenbak/generator/write"
)

// What one entry, however bad, may take beyond a good one. The test looks at the
// memory, which is the same on every computer; the benchmark at the time, of the
// processor alone.
const (
	mostTime   = 200 * time.Millisecond
	mostMemory = 64 << 20 // bytes, all that was allocated: more than was ever in use
)

// cost is the processor time and the memory of checking content and, where it
// passes, of building it.
func cost(t testing.TB, content fstest.MapFS) (took time.Duration, memory uint64, built bool) {
	cfg := shipped()
	cfg.Content, cfg.Templates, cfg.NoOffline = content, withoutAssets(t), true
	runtime.GC()
	var heap [2]runtime.MemStats
	var usage [2]syscall.Rusage
	runtime.ReadMemStats(&heap[0])
	syscall.Getrusage(syscall.RUSAGE_SELF, &usage[0])
	sink := write.NewMemory()
	if _, err := generator.Build(cfg, sink); err != nil {
		t.Fatal(err)
	}
	syscall.Getrusage(syscall.RUSAGE_SELF, &usage[1])
	runtime.ReadMemStats(&heap[1])
	spent := func(u syscall.Rusage) time.Duration { return time.Duration(u.Utime.Nano() + u.Stime.Nano()) }
	return spent(usage[1]) - spent(usage[0]), heap[1].TotalAlloc - heap[0].TotalAlloc, len(sink.Files) > 0
}

// costly are the patterns that were the slowest of a search over some hundred,
// each repeated in a block, in a value and in a text up to their limits.
var costly = []string{
	"a: b\n", "[a,", "{a: ", "- a\n", "- - ", "&a [*a,", "\"a\": b\n", "Ã©", "\u0430a ", "[x](", "*a **b ", "`a``b ", "a|b\n-|-\n", "1\n", "<a b='", "&amp;",
}

// eachCostly gives every pattern in every place where it may be slow, as content
// with that one entry.
func eachCostly(t testing.TB, visit func(name string, content fstest.MapFS)) {
	head := strings.Join(goodFields, "\n") + "\n"
	fill := func(pattern string, size int) string { return strings.Repeat(pattern, size/len(pattern)) }
	shapes := []struct {
		name string
		make func(pattern string) string
	}{
		{"block", func(p string) string { return "---\n" + fill(p, 31<<10) + "\n---\nTekst.\n" }},
		{"list", func(p string) string {
			return "---\ntitel: Proef\n" + head + "varianten: [" + fill(p, 28<<10) + "]\n---\nTekst.\n"
		}},
		{"text", func(p string) string { return "---\ntitel: Proef\n" + head + "---\n" + fill(p, 64<<10) }},
		{"lines", func(p string) string {
			return "---\ntitel: Proef\n" + head + "---\n" + fill(strings.Repeat(p, 2000/len(p))+"\n\n", 64<<10)
		}},
		{"file", func(p string) string { return fill(p, 100<<10) }},
	}
	for _, pattern := range costly {
		for _, shape := range shapes {
			content := ground(t, sample{name: "proef.md", file: &fstest.MapFile{Data: []byte(shape.make(pattern))}})
			visit(fmt.Sprintf("%s of %q", shape.name, pattern), content)
		}
	}
}

// costOfGood is the cost of an entry with nothing wrong with it.
func costOfGood(t testing.TB) (time.Duration, uint64) {
	good := ground(t, sample{name: "proef.md", file: &fstest.MapFile{Data: []byte(written("{goed}\n", 0))}})
	cost(t, good) // what is made once
	took, memory, _ := cost(t, good)
	return took, memory
}

// TestCostOfAnEntry: no entry takes more memory than a little beyond a good one.
func TestCostOfAnEntry(t *testing.T) {
	_, good := costOfGood(t)
	eachCostly(t, func(name string, content fstest.MapFS) {
		_, memory, built := cost(t, content)
		if built { // what was refused cost no building
			memory = max(memory, good) - good
		}
		if memory > mostMemory {
			t.Errorf("%s: %d MB more than a good entry", name, memory>>20)
		}
	})
}

// BenchmarkCostOfAnEntry tells the slowest entry, and fails where it takes too long.
func BenchmarkCostOfAnEntry(b *testing.B) {
	good, _ := costOfGood(b)
	var slowest time.Duration
	for b.Loop() {
		eachCostly(b, func(name string, content fstest.MapFS) {
			took, _, built := cost(b, content)
			if built {
				took = max(0, took-good)
			}
			if took > mostTime {
				b.Errorf("%s: %v more than a good entry", name, took)
			}
			slowest = max(slowest, took)
		})
	}
	b.ReportMetric(float64(slowest.Milliseconds()), "ms-slowest")
}
