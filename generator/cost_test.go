//go:build unix

package generator_test

import (
	"runtime"
	"strings"
	"syscall"
	"testing"
	"testing/fstest"
	"time"

	"kaartenbak/generator"
	"kaartenbak/generator/write"
)

// What one entry, however bad, may take beyond a good one. The time is that of
// the processor, which does not depend on what else the computer does.
const (
	mostTime   = 200 * time.Millisecond
	mostMemory = 64 << 20 // bytes, all that was allocated: more than was ever in use
)

// cost is the processor time and the memory of checking content and, where it
// passes, of building it.
func cost(t *testing.T, content fstest.MapFS) (took time.Duration, memory uint64, built bool) {
	cfg := shipped()
	cfg.Content = content
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

// TestCostOfAnEntry: no entry takes more than a little beyond a good one.
func TestCostOfAnEntry(t *testing.T) {
	head := strings.Join(goodFields, "\n") + "\n"
	fill := func(pattern string, size int) string { return strings.Repeat(pattern, size/len(pattern)) }
	shapes := map[string]func(pattern string) string{
		"block": func(p string) string { return "---\n" + fill(p, 31<<10) + "\n---\nTekst.\n" },
		"list": func(p string) string {
			return "---\ntitel: Proef\n" + head + "varianten: [" + fill(p, 28<<10) + "]\n---\nTekst.\n"
		},
		"text": func(p string) string { return "---\ntitel: Proef\n" + head + "---\n" + fill(p, 64<<10) },
		"lines": func(p string) string {
			return "---\ntitel: Proef\n" + head + "---\n" + fill(strings.Repeat(p, 2000/len(p))+"\n\n", 64<<10)
		},
		"file": func(p string) string { return fill(p, 100<<10) },
	}
	good := ground(t, sample{name: "proef.md", file: &fstest.MapFile{Data: []byte(written("{goed}\n", 0))}})
	cost(t, good) // what is made once
	goodTime, goodMemory, _ := cost(t, good)
	for _, pattern := range costly {
		for shape, make := range shapes {
			content := ground(t, sample{name: "proef.md", file: &fstest.MapFile{Data: []byte(make(pattern))}})
			took, memory, built := cost(t, content)
			for range 2 { // what others left behind may have been cleared away meanwhile
				if took > mostTime {
					again, _, _ := cost(t, content)
					took = min(took, again)
				}
			}
			if built { // what was refused cost no building
				took, memory = max(0, took-goodTime), max(memory, goodMemory)-goodMemory
			}
			if took > mostTime || memory > mostMemory {
				t.Errorf("%s of %q: %v and %d MB more than a good entry", shape, pattern, took, memory>>20)
			}
			t.Logf("%-5s %-14q %4d ms %4d MB", shape, pattern, took.Milliseconds(), memory>>20)
		}
	}
}
