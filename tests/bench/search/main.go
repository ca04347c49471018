// Command search compares the search engine with others, on Dutch that nobody
// here wrote: the documentation in Debian's packages. It runs on Debian with
// Go, Node.js, npm and Chromium:
//
//	make bench-search                               # everything, printed
//	make bench-search WRITE=docs/search-bench.md
//	make bench-search FLAGS='-corpus s1k -peers minisearch -only relevance'
//	make bench-search FLAGS='-corpus full -peers "" -only relevance -show typo'
//	make bench-search FLAGS=-keep                   # the other engines as measured before
//
// Half of the queries are kept apart: -show, which lists failures, never
// shows them, so that the engine is not fitted to what it is measured by.
package main

import (
	"bytes"
	"embed"
	"encoding/json"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"kaartenbak/tests/bench/project"
)

//go:embed package.json package-lock.json .npmrc *.mjs web
var tools embed.FS

func main() {
	if len(os.Args) > 2 && os.Args[1] == "-role" {
		if err := role(os.Args[2], os.Args[3:]); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		return
	}
	var o options
	cache, err := os.UserCacheDir()
	if err != nil {
		cache = os.TempDir()
	}
	flag.StringVar(&o.work, "work", filepath.Join(cache, "kaartenbak-search-bench"), "the folder for packages, corpora and indexes; kept between runs")
	list(&o.corpora, "corpus", "s1k,full,s10k,catalogue", "the corpora")
	list(&o.engines, "peers", strings.Join(engines[1:], ","), "the other engines")
	list(&o.only, "only", "build,relevance,bytes,speed,session", "what to measure")
	flag.IntVar(&o.runs, "runs", 3, "how often to build each index; the fastest counts")
	flag.IntVar(&o.sessions, "sessions", 9, "how many visits to measure bytes and speed by")
	flag.IntVar(&o.share, "share", 3, "of how many pairs of queries "+slowEngine+" gets one")
	flag.DurationVar(&o.rtt, "rtt", 400*time.Millisecond, "the round trip of the slow network")
	flag.Float64Var(&o.rate, "rate", 1.6, "its speed, in Mbit/s")
	flag.StringVar(&o.chromium, "chromium", "/usr/bin/chromium", "the browser")
	flag.StringVar(&o.show, "show", "", "a class of queries to show the failures of, in the first half")
	flag.StringVar(&o.write, "write", "", "the file to keep the tables in")
	flag.BoolVar(&o.keep, "keep", false, "take what an earlier run measured of the other engines")
	flag.Parse()
	o.engines = slices.Insert(o.engines, 0, engines[0])
	err = project.Enter()
	if err == nil {
		err = run(o)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

type options struct {
	work                   string
	corpora, engines, only []string
	runs, sessions, share  int
	rtt                    time.Duration
	rate                   float64
	chromium, show, write  string
	keep                   bool
}

func list(to *[]string, name, value, use string) {
	set := func(s string) error {
		*to = strings.FieldsFunc(s, func(r rune) bool { return r == ',' })
		return nil
	}
	set(value)
	flag.Func(name, use+" ("+value+")", set)
}

// role does what needs much memory, in a process of its own: on Linux a
// process starts with the peak of the one that started it.
func role(name string, args []string) error {
	switch name {
	case "corpora":
		return makeCorpora(args[0])
	case "catalogue":
		return makeCatalogue(args[0])
	case "queries":
		return makeQueries(args[0], args[1])
	case "build-kaartenbak":
		return buildOurs(args[0], args[1])
	case "build-bleve":
		return buildBleve(args[0], args[1])
	case "ask-bleve":
		var texts []string
		if err := json.NewDecoder(os.Stdin).Decode(&texts); err != nil {
			return err
		}
		f, err := askBleve(args[0], texts)
		if err != nil {
			return err
		}
		return json.NewEncoder(os.Stdout).Encode(f)
	}
	return fmt.Errorf("no role %s", name)
}

func (b *bench) role(args ...string) error {
	said, err := exec.Command(b.program, append([]string{"-role"}, args...)...).CombinedOutput()
	if err != nil {
		return fmt.Errorf("%s: %w: %s", args[0], err, said)
	}
	return nil
}

// measured is all that was measured of one engine on one corpus.
type measured struct {
	Built             *built
	Found             *answers
	Asked             []int // which queries it was asked
	Names             *answers
	First, Six, Typed []traffic
	Cold, Key         []float64
	Hurried           []float64 // as Key, without the pause for the next key
}

type results struct {
	options
	sources  []source
	versions map[string]string
	sizes    map[string]int
	queries  map[string][]query
	names    []query
	of       map[string]map[string]*measured // by corpus and engine
	session  *session
}

func run(o options) error {
	program, err := os.Executable()
	if err != nil {
		return err
	}
	b := &bench{dir: o.work, program: program}
	if err := os.MkdirAll(b.dir, 0o755); err != nil {
		return err
	}
	r := &results{options: o, sizes: map[string]int{}, queries: map[string][]query{}, of: map[string]map[string]*measured{}}
	if err := b.prepare(r); err != nil {
		return err
	}
	runs := o.runs
	if !o.wants("build") {
		runs = 1 // only for what is in it
	}
	for _, corpus := range o.corpora {
		r.of[corpus] = map[string]*measured{}
		for _, engine := range o.engines {
			m := &measured{}
			r.of[corpus][engine] = m
			if o.keep && engine != engines[0] {
				if err := readJSON(b.kept(corpus, engine), m); err != nil && !os.IsNotExist(err) {
					return err
				}
			}
			if m.Built != nil {
				continue
			}
			say("building %s on %s", engine, corpus)
			built, err := b.build(corpus, engine, runs)
			if err != nil {
				return err
			}
			m.Built = &built
			if err := writeJSON(b.kept(corpus, engine), m); err != nil {
				return err
			}
		}
	}
	s := &server{dir: filepath.Join(b.dir, "out"), rtt: o.rtt, rate: o.rate * 1e6 / 8}
	page, control := s.start()
	defer page.Close()
	defer control.Close()
	if o.wants("session") {
		say("searching the shipped catalogue")
		visit, err := b.shippedSession(o.chromium, s, page.URL, control.URL)
		if err != nil {
			return err
		}
		r.session = &visit
	}
	for _, corpus := range o.corpora {
		for _, engine := range o.engines {
			if err := b.measure(r, corpus, engine, page.URL, control.URL); err != nil {
				return err
			}
		}
	}
	var out bytes.Buffer
	r.report(&out)
	os.Stdout.Write(out.Bytes())
	if o.write != "" {
		if err := os.MkdirAll(filepath.Dir(o.write), 0o755); err != nil {
			return err
		}
		return os.WriteFile(o.write, out.Bytes(), 0o644)
	}
	return nil
}

// kept is where what was measured of an engine is kept, for -keep.
func (b *bench) kept(corpus, engine string) string {
	return filepath.Join(b.out(corpus, engine), "measured.json")
}

func (o options) wants(what string) bool { return slices.Contains(o.only, what) }

func say(format string, args ...any) {
	fmt.Fprintf(os.Stderr, time.Now().Format("15:04:05 ")+format+"\n", args...)
}

// prepare gets the packages, the corpora, the queries and the other engines.
func (b *bench) prepare(r *results) error {
	npm := filepath.Join(b.dir, "npm")
	lock := filepath.Join(npm, "package-lock.json")
	before, _ := os.ReadFile(lock)
	err := fs.WalkDir(tools, ".", func(name string, d fs.DirEntry, err error) error {
		to := filepath.Join(npm, filepath.FromSlash(name))
		if err != nil || d.IsDir() {
			return cmpErr(err, os.MkdirAll(to, 0o755))
		}
		data, err := tools.ReadFile(name)
		return cmpErr(err, os.WriteFile(to, data, 0o644))
	})
	if err != nil {
		return err
	}
	after, _ := os.ReadFile(lock)
	if _, err := os.Stat(filepath.Join(npm, "node_modules", ".package-lock.json")); err != nil || !bytes.Equal(before, after) {
		say("installing the other engines")
		c := exec.Command("npm", "ci", "--no-audit", "--no-fund")
		c.Dir = npm
		if said, err := c.CombinedOutput(); err != nil {
			return fmt.Errorf("npm ci: %w: %s", err, said)
		}
	}
	// Pagefind's program is named directly: the package around it asks for those
	// of all systems, which not every registry has.
	var pack struct{ Dependencies, OptionalDependencies map[string]string }
	if err := readJSON(filepath.Join(npm, "package.json"), &pack); err != nil {
		return err
	}
	r.versions = pack.Dependencies
	r.versions["pagefind"] = pack.OptionalDependencies["@pagefind/linux-x64"]
	if slices.ContainsFunc(r.corpora, func(c string) bool { return c != "catalogue" }) {
		if r.sources, err = fetch(b.dir); err != nil {
			return err
		}
	}
	if _, err := os.Stat(filepath.Join(b.dir, "s10k.json")); err != nil && len(r.sources) > 0 {
		say("making the corpora")
		if err := b.role("corpora", b.dir); err != nil {
			return err
		}
	}
	if slices.Contains(r.corpora, "catalogue") || r.wants("session") {
		if err := b.role("catalogue", b.dir); err != nil {
			return err
		}
		if err := readJSON(filepath.Join(b.dir, "catalogue-names.json"), &r.names); err != nil {
			return err
		}
	}
	for _, name := range r.corpora {
		file := filepath.Join(b.dir, name+"-queries.json")
		if _, err := os.Stat(file); err != nil || name == "catalogue" {
			say("making the queries of %s", name)
			if err := b.role("queries", b.dir, name); err != nil {
				return err
			}
		}
		var list []query
		if err := readJSON(file, &list); err != nil {
			return err
		}
		r.queries[name] = list
		data, err := os.ReadFile(filepath.Join(b.dir, name+".json"))
		if err != nil {
			return err
		}
		r.sizes[name] = bytes.Count(data, []byte(`{"id":`))
	}
	return nil
}

func cmpErr(a, b error) error {
	if a != nil {
		return a
	}
	return b
}

// measure asks one engine all there is to ask.
func (b *bench) measure(r *results, corpus, engine, page, control string) error {
	m := r.of[corpus][engine]
	job := job{Chromium: r.chromium, Page: page + "/" + corpus + "/" + engine + "/", Control: control + "/", Again: engine != slowEngine}
	if r.wants("relevance") && m.Found == nil {
		say("asking %s on %s", engine, corpus)
		var texts []string
		n := map[string]int{}
		for i, q := range r.queries[corpus] {
			k := n[q.Class]
			n[q.Class]++
			if engine == slowEngine && corpus != "catalogue" && k/2%r.share != 0 {
				continue
			}
			m.Asked = append(m.Asked, i)
			texts = append(texts, q.Text)
		}
		if corpus == "catalogue" {
			for _, q := range r.names {
				texts = append(texts, q.Text)
			}
		}
		f, err := b.ask(corpus, engine, job, texts)
		if err != nil {
			return err
		}
		n1 := len(m.Asked)
		m.Found = &answers{f.IDs[:n1], f.MS[:n1]}
		m.Names = &answers{f.IDs[n1:], f.MS[n1:]}
	}
	if inPage(engine) && corpus != "catalogue" {
		job.Sessions = sessions(r.queries[corpus], r.sessions)
		if loadsAll(engine) {
			job.Sessions = job.Sessions[:min(fewVisits, r.sessions)]
		}
		if r.wants("bytes") && m.First == nil {
			say("weighing %s on %s", engine, corpus)
			var got struct{ First, Six, Typed []traffic }
			if err := b.node(job, "bytes", &got); err != nil {
				return err
			}
			m.First, m.Six, m.Typed = got.First, got.Six, got.Typed
		}
		if r.wants("speed") && m.Cold == nil {
			say("timing %s on %s", engine, corpus)
			var got struct{ Cold, Key, Hurried []float64 }
			if err := b.node(job, "speed", &got); err != nil {
				return err
			}
			m.Cold, m.Key, m.Hurried = got.Cold, got.Key, got.Hurried
		}
	}
	return writeJSON(b.kept(corpus, engine), m)
}

// sessions are visits of six queries each, of all classes.
func sessions(queries []query, n int) (out [][]string) {
	for i := range n {
		var visit []string
		for j := range 6 {
			visit = append(visit, queries[int(hash(fmt.Sprint(i, " ", j))%uint64(len(queries)))].Text)
		}
		out = append(out, visit)
	}
	return out
}

type job struct {
	What     string     `json:"what"`
	Chromium string     `json:"chromium"`
	Page     string     `json:"page"`
	Control  string     `json:"control"`
	Queries  []string   `json:"queries"`
	Sessions [][]string `json:"sessions"`
	Again    bool       `json:"again"`
}

func (b *bench) ask(corpus, engine string, j job, texts []string) (f answers, err error) {
	if inPage(engine) {
		j.Queries = texts
		err := b.node(j, "finds", &f)
		return f, err
	}
	in, err := json.Marshal(texts)
	if err != nil {
		return f, err
	}
	c := exec.Command(b.program, "-role", "ask-bleve", filepath.Join(b.out(corpus, engine), "index"))
	c.Stdin = bytes.NewReader(in)
	return f, output(c, &f)
}

func (b *bench) node(j job, what string, to any) error {
	j.What = what
	in, err := json.Marshal(j)
	if err != nil {
		return err
	}
	c := exec.Command("node", filepath.Join(b.dir, "npm", "measure.mjs"))
	c.Stdin = bytes.NewReader(in)
	return output(c, to)
}

func output(c *exec.Cmd, to any) error {
	var wrong bytes.Buffer
	c.Stderr = &wrong
	out, err := c.Output()
	if err == nil {
		err = json.Unmarshal(out, to)
	}
	if err != nil {
		return fmt.Errorf("%s: %w: %s", strings.Join(c.Args[:2], " "), err, wrong.Bytes()[max(0, wrong.Len()-1500):])
	}
	return nil
}
