package main

import (
	"fmt"
	"io"
	"math"
	"os"
	"os/exec"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"
	"time"
)

// A mark is how well an engine did on some queries.
type mark struct {
	mrr, recall float64
	n           int
}

func (m *mark) add(ids, targets []int) {
	m.n++
	first, have := 0.0, 0
	for i, id := range ids {
		if slices.Contains(targets, id) {
			have++
			if first == 0 {
				first = 1 / float64(i+1)
			}
		}
	}
	m.mrr += first
	m.recall += float64(have) / float64(min(10, len(targets)))
}

func (m mark) mean() (mrr, recall float64) {
	if m.n == 0 {
		return math.NaN(), math.NaN()
	}
	return m.mrr / float64(m.n), m.recall / float64(m.n)
}

// halves are the first half of the queries, the half kept apart, and both.
type halves [3]mark

func (h *halves) add(q query, ids []int) {
	half := 0
	if q.Apart {
		half = 1
	}
	h[half].add(ids, q.Targets)
	h[2].add(ids, q.Targets)
}

// marks are the marks per class, of the queries among those in only.
func marks(queries []query, m *measured, only []int) map[string]*halves {
	out := map[string]*halves{}
	for i, n := range m.Asked {
		if only != nil && !slices.Contains(only, n) {
			continue
		}
		q := queries[n]
		if out[q.Class] == nil {
			out[q.Class] = &halves{}
		}
		out[q.Class].add(q, m.Found.IDs[i])
	}
	return out
}

// meanOf is the mean MRR over the classes. Synonyms are no part of it: no
// engine is told any, see the table of the catalogue.
func meanOf(all map[string]*halves, half int) (mrr, recall float64) {
	n := 0.0
	for class, h := range all {
		if class != "synonym" && h[half].n > 0 {
			m, r := h[half].mean()
			mrr, recall, n = mrr+m, recall+r, n+1
		}
	}
	return mrr / n, recall / n
}

func (r *results) report(w io.Writer) {
	p := func(format string, args ...any) { fmt.Fprintf(w, format, args...) }
	command := "make bench-search"
	var flags []string // those that say what was measured
	for i := 1; i < len(os.Args); i++ {
		if a := os.Args[i]; a == "-work" || a == "-write" {
			i++
		} else {
			flags = append(flags, a)
		}
	}
	if flags != nil {
		command += fmt.Sprintf(" FLAGS=%q", strings.Join(flags, " "))
	}
	p("# Search, beside other engines\n\nMade by `%s` on %s, on %s, %s, Node.js %s, %s.\n", command, time.Now().Format(time.DateOnly), machine(), runtime.Version(),
		outputOf("node", "--version"), outputOf(r.chromium, "--version"))
	var versions []string
	for _, name := range []string{"pagefind", "minisearch", "snowball-stemmers", "lunr", "lunr-languages", "fuse.js", "playwright-core"} {
		versions = append(versions, name+" "+r.versions[name])
	}
	p("Versions: %s, bleve %s. Times are of a machine that does other work too: compare ratios.\n", strings.Join(versions, ", "), moduleVersion("github.com/blevesearch/bleve/v2"))
	var sources []string
	for _, s := range r.sources {
		sources = append(sources, s.Name+" "+s.Version)
	}
	if len(sources) > 0 {
		p("Corpus: Dutch pages of %s.\n", strings.Join(sources, ", "))
	}
	for _, corpus := range r.corpora {
		p("\n## %s: %d documents\n", corpus, r.sizes[corpus])
		r.relevance(p, corpus)
		r.traffic(p, corpus)
		r.building(p, corpus)
		r.targets(p, corpus)
		if r.show != "" {
			r.failures(p, corpus)
		}
	}
	if slices.Contains(r.corpora, "catalogue") && r.wants("relevance") {
		r.catalogue(p)
	}
	if s := r.session; s != nil {
		p("\n## A search session on the shipped catalogue\n\n%d entries; %d queries typed, filtered and sorted in Chromium, compressed with brotli: index with all results %.1f kB, code with the interface %.1f kB; together %.1f kB of at most 65. The page itself, its style and its common script: %.1f kB.\n",
			s.Entries, len(asked), kB(s.Index), kB(s.Code), kB(s.sum()), kB(s.Page))
	}
}

type printer = func(format string, args ...any)

func outputOf(name string, args ...string) string {
	out, err := exec.Command(name, args...).Output()
	if err != nil {
		return name + " ?"
	}
	return strings.TrimSpace(string(out))
}

// moduleVersion is that of a module that this program is built with.
func moduleVersion(path string) string {
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, m := range info.Deps {
			if m.Path == path {
				return m.Version
			}
		}
	}
	return "?"
}

func kB[T int | int64 | float64](n T) float64 { return float64(n) / 1000 }

func (r *results) relevance(p printer, corpus string) {
	if !r.wants("relevance") {
		return
	}
	p("\n### Relevance: MRR@10 of the first half of the queries and of the half kept apart · recall@10 of both\n\n| class | n |")
	for _, e := range r.engines {
		p(" %s |", e)
	}
	p("\n|---|---|%s\n", strings.Repeat("---|", len(r.engines)))
	all := map[string]map[string]*halves{}
	for _, e := range r.engines {
		all[e] = marks(r.queries[corpus], r.of[corpus][e], nil)
	}
	for _, class := range classes {
		first := all[r.engines[0]][class]
		if first == nil {
			continue
		}
		p("| %s | %d |", class, first[2].n)
		for _, e := range r.engines {
			h := all[e][class]
			if h == nil {
				p(" - |")
				continue
			}
			a, _ := h[0].mean()
			b, _ := h[1].mean()
			_, recall := h[2].mean()
			p(" %.3f %.3f · %.2f |", a, b, recall)
		}
		p("\n")
	}
	p("| **mean without synonym** | |")
	for _, e := range r.engines {
		a, _ := meanOf(all[e], 0)
		b, _ := meanOf(all[e], 1)
		_, recall := meanOf(all[e], 2)
		p(" **%.3f %.3f** · %.2f |", a, b, recall)
	}
	p("\n| warm p50 / p95, ms | |")
	for _, e := range r.engines {
		ms := r.of[corpus][e].Found.MS
		p(" %.1f / %.1f |", percentile(ms, 50), percentile(ms, 95))
	}
	p("\n")
	if slices.Contains(r.engines, slowEngine) && corpus != "catalogue" {
		p("\n%s is asked one in %d pairs of queries.\n", slowEngine, r.share)
	}
}

func percentile(list []float64, n int) float64 {
	if len(list) == 0 {
		return math.NaN()
	}
	list = slices.Clone(list)
	slices.Sort(list)
	return list[min(len(list)-1, len(list)*n/100)]
}

// shown are the times of both lists, medians, of the visits in which both
// engines had results, and how many visits that are. To say that there are none
// is quicker, and no result.
func shown(a, b []float64) (x, y float64, n int) {
	var as, bs []float64
	for i := range min(len(a), len(b)) {
		if a[i] > 0 && b[i] > 0 {
			as, bs = append(as, a[i]), append(bs, b[i])
		}
	}
	return percentile(as, 50), percentile(bs, 50), len(as)
}

func average(list []traffic) (bytes, requests float64) {
	for _, t := range list {
		bytes, requests = bytes+t.Bytes, requests+t.Requests
	}
	n := float64(len(list))
	return bytes / n, requests / n
}

func (r *results) traffic(p printer, corpus string) {
	if corpus == "catalogue" || !r.wants("bytes") && !r.wants("speed") {
		return
	}
	p("\n### Over the wire: kB of bodies with brotli (requests), means of %d visits; ms on a network of %s round trip and %.1f Mbit/s, medians of the visits with results\n\n", r.sessions, r.rtt, r.rate)
	p("| engine | first search | six searches | one typed | visits with results | cold, to first results | last key to results | the same without the engine's own pause |\n|---|---|---|---|---|---|---|---|\n")
	for _, e := range r.engines {
		if !inPage(e) {
			continue
		}
		m := r.of[corpus][e]
		p("| %s |", e)
		for _, list := range [][]traffic{m.First, m.Six, m.Typed} {
			bytes, requests := average(list)
			p(" %.1f (%.0f) |", kB(bytes), requests)
		}
		key, _, n := shown(m.Key, m.Key)
		cold, _, _ := shown(m.Cold, m.Cold)
		hurried, _, _ := shown(m.Hurried, m.Hurried)
		p(" %d of %d | %.0f | %.0f | %.0f |\n", n, len(m.Key), cold, key, hurried)
	}
	p("\nAn engine that loads its whole index makes %d visits. A key each 150 ms. Pagefind's debouncedSearch waits 300 ms for the next key, the search page of kaartenbak 30; both load ahead meanwhile.\n", fewVisits)
}

func (r *results) building(p printer, corpus string) {
	if !r.wants("build") {
		return
	}
	p("\n### Building the index: the fastest of %d runs, the process as a whole; the size of the index\n\n| engine | wall s | CPU s | peak MB | files | plain kB | brotli kB |\n|---|---|---|---|---|---|---|\n", r.runs)
	for _, e := range r.engines {
		b := r.of[corpus][e].Built
		p("| %s | %.2f | %.2f | %.0f | %d | %.0f | %.0f |\n", e, b.Wall.Seconds(), b.CPU.Seconds(), float64(b.Peak)/1e6, b.Files, kB(b.Plain), kB(b.Brotli))
	}
}

// targets says which goals were reached.
func (r *results) targets(p printer, corpus string) {
	ours := r.of[corpus][r.engines[0]]
	var rows []string
	goal := func(ok bool, format string, args ...any) {
		word := "missed"
		if ok {
			word = "reached"
		}
		rows = append(rows, fmt.Sprintf("- %s: ", word)+fmt.Sprintf(format, args...))
	}
	if r.wants("relevance") && corpus != "catalogue" {
		for _, e := range r.engines[1:] {
			m := r.of[corpus][e]
			need := 0.10
			if e == slowEngine {
				need = 0.03
			}
			a, b := marks(r.queries[corpus], ours, m.Asked), marks(r.queries[corpus], m, nil)
			var ahead [3]float64
			for half := range ahead {
				x, _ := meanOf(a, half)
				y, _ := meanOf(b, half)
				ahead[half] = x - y
			}
			goal(ahead[2] >= need, "mean MRR %+.3f (first half %+.3f, apart %+.3f) to %s, at least %.2f", ahead[2], ahead[0], ahead[1], e, need)
		}
		worst, where := 1.0, ""
		for _, e := range r.engines[1:] {
			m := r.of[corpus][e]
			if percentile(m.Found.MS, 95) >= 100 {
				continue
			}
			a, b := marks(r.queries[corpus], ours, m.Asked), marks(r.queries[corpus], m, nil)
			for class := range b {
				x, _ := a[class][2].mean()
				y, _ := b[class][2].mean()
				if class != "synonym" && x-y < worst {
					worst, where = x-y, class+", "+e
				}
			}
		}
		if where != "" {
			goal(worst >= -0.07, "the class farthest behind a peer with a p95 under 100 ms: %+.3f (%s), at least -0.07", worst, where)
		}
		p95 := percentile(ours.Found.MS, 95)
		goal(p95 <= 10, "warm p95 %.1f ms, at most 10", p95)
	}
	if pf := r.of[corpus]["pagefind"]; pf != nil && corpus != "catalogue" {
		ratio := func(what string, a, b, most float64) {
			goal(a/b <= most, "%s %.3f of Pagefind's, at most %.3f", what, a/b, most)
		}
		if r.wants("bytes") {
			for i, what := range []string{"first search", "six searches", "one typed"} {
				a, _ := average([][]traffic{ours.First, ours.Six, ours.Typed}[i])
				b, _ := average([][]traffic{pf.First, pf.Six, pf.Typed}[i])
				ratio("bytes of "+what, a, b, []float64{1. / 8, 1. / 6, 1. / 6}[i])
			}
		}
		if r.wants("speed") {
			cold, coldOther, n := shown(ours.Cold, pf.Cold)
			ratio(fmt.Sprintf("cold, to first results, in the %d visits in which both have any:", n), cold, coldOther, 0.4)
			key, keyOther, n := shown(ours.Key, pf.Key)
			ratio(fmt.Sprintf("last key to results, as both ship, in the %d visits in which both have any:", n), key, keyOther, 0.6)
		}
		if r.wants("build") {
			ratio("build time", ours.Built.Wall.Seconds(), pf.Built.Wall.Seconds(), 0.2)
			ratio("processor time of the build", ours.Built.CPU.Seconds(), pf.Built.CPU.Seconds(), 0.2)
			ratio("build memory", float64(ours.Built.Peak), float64(pf.Built.Peak), 0.25)
		}
	}
	if len(rows) > 0 {
		p("\n### Goals\n\n%s\n", strings.Join(rows, "\n"))
	}
}

// failures shows what went wrong in a class, of the half that may be seen.
func (r *results) failures(p printer, corpus string) {
	m := r.of[corpus][r.engines[0]]
	var docs []document
	if err := readJSON(r.work+"/"+corpus+".json", &docs); err != nil {
		return
	}
	p("\n### Failures: %s\n\n", r.show)
	for i, n := range m.Asked {
		q := r.queries[corpus][n]
		ids := m.Found.IDs[i]
		if q.Class != r.show || q.Apart || len(ids) > 0 && slices.Contains(q.Targets, ids[0]) {
			continue
		}
		p("- %q wants %d %q\n", q.Text, q.Targets, docs[q.Targets[0]].Title)
		for _, id := range ids[:min(4, len(ids))] {
			p("  - %d %q\n", id, docs[id].Title)
		}
	}
}

// catalogue says how the names of conditions do, per kind of name.
func (r *results) catalogue(p printer) {
	p("\n## Names of conditions on the shipped catalogue: MRR@10 of an entry about it · share with one first\n\n| kind of name | n |")
	for _, e := range r.engines {
		p(" %s |", e)
	}
	p("\n|---|---|%s\n", strings.Repeat("---|", len(r.engines)))
	for _, kind := range []string{"label", "lay", "medical", "abbreviation"} {
		n := 0
		for _, q := range r.names {
			if q.Class == kind {
				n++
			}
		}
		p("| %s | %d |", kind, n)
		for _, e := range r.engines {
			var m mark
			first := 0
			for i, q := range r.names {
				if q.Class != kind {
					continue
				}
				ids := r.of["catalogue"][e].Names.IDs[i]
				m.add(ids, q.Targets)
				if len(ids) > 0 && slices.Contains(q.Targets, ids[0]) {
					first++
				} else if r.show == "names" && e == r.engines[0] {
					say("name %q (%s) is not first", q.Text, kind)
				}
			}
			mrr, _ := m.mean()
			p(" %.3f · %.2f |", mrr, float64(first)/float64(n))
		}
		p("\n")
	}
	p("\n## Queries of practice on the shipped catalogue (%s): how many are answered rightly\n\n| a right entry is | n |", practiceFile)
	for _, e := range r.engines {
		p(" %s |", e)
	}
	p("\n|---|---|%s\n", strings.Repeat("---|", len(r.engines)))
	for _, kind := range []string{"first", "top3"} {
		rows := map[string]int{}
		n := 0
		for i, q := range r.names {
			if q.Class != kind {
				continue
			}
			n++
			for _, e := range r.engines {
				ids := r.of["catalogue"][e].Names.IDs[i]
				if slices.ContainsFunc(ids[:min(placed[kind], len(ids))], func(id int) bool { return slices.Contains(q.Targets, id) }) {
					rows[e]++
				}
			}
		}
		p("| %s | %d |", kind, n)
		for _, e := range r.engines {
			p(" %d |", rows[e])
		}
		p("\n")
	}
}
