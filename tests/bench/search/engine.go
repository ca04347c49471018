package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"html"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"time"

	"github.com/evanw/esbuild/pkg/api"

	"kaartenbak/search"
	"kaartenbak/tests/bench/process"
)

// engines are measured in this order; the first is ours.
var engines = []string{"kaartenbak", "pagefind", "minisearch", "minisearch-nl", "lunr-nl", "bleve", "fuse"}

// slowEngine needs seconds a query: it is asked a part of the queries.
const slowEngine = "fuse"

// inPage says that an engine runs in a browser.
func inPage(engine string) bool { return engine != "bleve" }

// loadsAll says that an engine loads its whole index: each visit weighs the same,
// so that fewVisits are enough.
func loadsAll(engine string) bool { return engine != "kaartenbak" && engine != "pagefind" }

const fewVisits = 3

// A built is what building an index took, as the system kept it for the whole
// process: reading the documents, indexing, writing the files.
type built struct {
	Wall, CPU time.Duration
	Peak      int64 // bytes
	Files     int
	Plain     int64
	Brotli    int64
}

// A bench is one run of this program.
type bench struct {
	dir     string // where all is kept
	program string // this one
}

func (b *bench) out(corpus, engine string) string { return filepath.Join(b.dir, "out", corpus, engine) }

// build builds the index of an engine so many times, and keeps the fastest.
func (b *bench) build(corpus, engine string, runs int) (built, error) {
	file := filepath.Join(b.dir, corpus+".json")
	dir := b.out(corpus, engine)
	pages := filepath.Join(b.dir, "html", corpus)
	index := dir
	switch engine {
	case "pagefind":
		index = filepath.Join(dir, "pagefind")
		if _, err := os.Stat(pages); err != nil {
			if err := writePages(file, pages); err != nil {
				return built{}, err
			}
		}
	case "bleve":
		index = filepath.Join(dir, "index")
	}
	best := built{}
	for i := range runs {
		if err := errors.Join(os.RemoveAll(dir), os.MkdirAll(dir, 0o755)); err != nil {
			return built{}, err
		}
		var c *exec.Cmd
		switch engine {
		case "kaartenbak", "bleve":
			c = exec.Command(b.program, "-role", "build-"+engine, file, index)
		case "pagefind":
			c = exec.Command(b.pagefind(), "--site", pages, "--output-path", index)
		default:
			c = exec.Command("node", filepath.Join(b.dir, "npm", "build.mjs"), engine, file, dir)
		}
		process.Settle()
		start := time.Now()
		said, err := c.CombinedOutput()
		wall := time.Since(start)
		if err != nil {
			return built{}, fmt.Errorf("building the index of %s: %w: %s", engine, err, said)
		}
		this := built{Wall: wall, CPU: c.ProcessState.UserTime() + c.ProcessState.SystemTime(), Peak: process.Peak(c.ProcessState)}
		if i == 0 || this.Wall < best.Wall {
			best = this
		}
	}
	sum, err := squeeze(b.dir, index)
	if err != nil {
		return built{}, err
	}
	best.Files, best.Plain, best.Brotli = sum.Files, sum.Plain, sum.Brotli
	if inPage(engine) {
		err = b.page(corpus, engine)
	}
	return best, err
}

func (b *bench) pagefind() string {
	found, _ := filepath.Glob(filepath.Join(b.dir, "npm/node_modules/@pagefind/*/bin/pagefind_extended*"))
	for _, f := range found {
		if info, err := os.Stat(f); err == nil && info.Mode()&0o111 != 0 {
			return f
		}
	}
	return "pagefind"
}

type squeezed struct {
	Files         int
	Plain, Brotli int64
}

// squeeze compresses the files of a folder, or those named, as a host would.
func squeeze(dir, folder string, names ...string) (s squeezed, err error) {
	said, err := exec.Command("node", append([]string{filepath.Join(dir, "npm", "squeeze.mjs"), folder}, names...)...).Output()
	if err == nil {
		err = json.Unmarshal(said, &s)
	}
	if err != nil {
		err = fmt.Errorf("compressing %s: %w", folder, err)
	}
	return s, err
}

// page writes the page of an engine beside its index: the same for all, with
// the code of the engine bundled by esbuild.
func (b *bench) page(corpus, engine string) error {
	dir := b.out(corpus, engine)
	tools := filepath.Join(b.dir, "npm")
	client, err := filepath.Abs("search/client")
	if err != nil {
		return err
	}
	if err := bundle(filepath.Join(tools, "web/page.js"), filepath.Join(dir, "page.js"), map[string]string{
		"ENGINE": filepath.Join(tools, "web", engine+".js"), "CLIENT": client,
	}); err != nil {
		return err
	}
	root, head := "", ""
	if engine == "kaartenbak" {
		if root, err = rootFile(dir); err != nil {
			return err
		}
		head = `<link rel="preload" as="script" href="` + root + `">`
	}
	text := `<!doctype html><html lang="nl" data-root="` + root + `"><meta charset="utf-8"><title>` + engine + `</title><link rel="icon" href="data:,">` + head +
		`<script type="module" src="page.js"></script><ol></ol>`
	if err := os.WriteFile(filepath.Join(dir, "index.html"), []byte(text), 0o644); err != nil {
		return err
	}
	_, err = squeeze(b.dir, dir, "index.html", "page.js")
	return err
}

// bundle writes the script of a page, made small.
func bundle(entry, out string, alias map[string]string) error {
	result := api.Build(api.BuildOptions{
		EntryPoints: []string{entry}, Outfile: out, Bundle: true, Write: true, Format: api.FormatESModule, Target: api.ES2022,
		MinifyWhitespace: true, MinifyIdentifiers: true, MinifySyntax: true, Alias: alias, LogLevel: api.LogLevelSilent,
	})
	if len(result.Errors) > 0 {
		return fmt.Errorf("bundling %s: %s", entry, result.Errors[0].Text)
	}
	return nil
}

// rootFile is the name of the root file of an index in a folder.
func rootFile(dir string) (string, error) {
	found, err := filepath.Glob(filepath.Join(dir, "zoek-*.js"))
	if err != nil {
		return "", err
	}
	for _, name := range found {
		if name = filepath.Base(name); strings.Count(name, "-") == 1 {
			return name, nil
		}
	}
	return "", fmt.Errorf("no index in %s", dir)
}

// buildOurs makes an index of ours from a corpus.
func buildOurs(file, dir string) error {
	if strings.HasSuffix(file, "catalogue.json") {
		c, err := shipped()
		if err != nil {
			return err
		}
		for i := range c.Documents {
			c.Documents[i].URL = fmt.Sprintf("d/%d", i)
		}
		return saveIndex(c, dir)
	}
	var docs []document
	if err := readJSON(file, &docs); err != nil {
		return err
	}
	c := search.Corpus{Facets: []string{"source", "module", "length"}, Documents: make([]search.Document, 0, len(docs))}
	for _, d := range docs {
		shown, err := json.Marshal(strings.ToValidUTF8(d.Body[:min(card, len(d.Body))], ""))
		if err != nil {
			return err
		}
		c.Documents = append(c.Documents, search.Document{
			URL: fmt.Sprintf("d/%d", d.ID), Title: d.Title, Card: shown,
			Fields: []search.Field{{Name: "headings", Text: d.Headings, Weight: 2}, {Name: "body", Text: d.Body, Weight: 1}},
			Facets: map[string][]string{"source": {d.Source}, "module": {d.Module}, "length": {d.Length}},
		})
	}
	return saveIndex(c, dir)
}

func saveIndex(c search.Corpus, dir string) error {
	x, err := search.Build(c)
	if err != nil {
		return err
	}
	files, at := x.Files(), runtime.GOMAXPROCS(0)
	errs := make([]error, len(files))
	var done sync.WaitGroup
	for start := range at {
		done.Go(func() {
			for i := start; i < len(files); i += at {
				errs[i] = os.WriteFile(filepath.Join(dir, files[i].Name), files[i].Data, 0o644)
			}
		})
	}
	done.Wait()
	return errors.Join(errs...)
}

// writePages writes a corpus as the pages of a site, which Pagefind reads.
func writePages(file, dir string) error {
	var docs []document
	if err := errors.Join(readJSON(file, &docs), os.MkdirAll(dir, 0o755)); err != nil {
		return err
	}
	for _, d := range docs {
		var b strings.Builder
		e := html.EscapeString
		fmt.Fprintf(&b, `<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>%s</title></head><body data-pagefind-body><h1>%[1]s</h1>`, e(d.Title))
		for _, f := range [][2]string{{"source", d.Source}, {"module", d.Module}, {"length", d.Length}} {
			fmt.Fprintf(&b, `<i data-pagefind-filter="%s:%s"></i>`, f[0], e(f[1]))
		}
		if d.Headings != "" {
			fmt.Fprintf(&b, `<h2>%s</h2>`, e(d.Headings))
		}
		fmt.Fprintf(&b, `<p>%s</p></body></html>`, e(d.Body))
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("%d.html", d.ID)), []byte(b.String()), 0o644); err != nil {
			return err
		}
	}
	return nil
}

// machine says on what all was measured.
func machine() string {
	model := runtime.GOARCH
	data, _ := os.ReadFile("/proc/cpuinfo")
	for line := range strings.Lines(string(data)) {
		if name, value, ok := strings.Cut(line, ":"); ok && strings.TrimSpace(name) == "model name" {
			model = strings.TrimSpace(value)
			break
		}
	}
	system := runtime.GOOS
	data, _ = os.ReadFile("/etc/os-release")
	for line := range strings.Lines(string(data)) {
		if value, ok := strings.CutPrefix(line, "PRETTY_NAME="); ok {
			system = strings.Trim(strings.TrimSpace(value), `"`)
		}
	}
	return fmt.Sprintf("%d cores of %s, %s", runtime.NumCPU(), model, system)
}
