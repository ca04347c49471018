package generator

import (
	"fmt"
	"io/fs"
	"net/url"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"kaartenbak/generator/assets"
	"kaartenbak/generator/catalogue"
	"kaartenbak/generator/check"
	"kaartenbak/generator/cms"
	"kaartenbak/generator/form"
	"kaartenbak/generator/load"
	"kaartenbak/generator/plan"
	"kaartenbak/generator/problem"
	"kaartenbak/generator/render"
	"kaartenbak/generator/ui"
	"kaartenbak/generator/write"
	"kaartenbak/search/client"
)

// A Config is all that a build depends on beside the program itself.
type Config struct {
	Content     fs.FS     // the content folder
	ContentName string    // how it is called in messages: "content"
	Templates   fs.FS     // templates, styles, scripts, interface texts
	Packages    fs.FS     // the folder with the packages of the editing system; nil leaves the system out
	BaseURL     string    // where the site is published; "" takes the one of content/site.yaml
	Today       time.Time // the day by which freshness is judged
	Strict      bool      // warnings stop the build too
	Portable    bool      // index.html in links, for file://
	NoSearch    bool      // no search index: to measure the rest alone
	NoOffline   bool      // browsers do not keep the site: for who works on it
}

// A Result is what a build made.
type Result struct {
	Pages    int
	Problems problem.List // errors among them mean that nothing was put in the sink
	New      []string     // addresses that the register of the catalogue does not have yet; nil without a register
}

// A Checked is a catalogue that was read, planned and checked, ready to be made
// into a site.
type Checked struct {
	Catalogue *catalogue.Catalogue
	Plan      *plan.Planner
	Texts     *ui.Texts
	Base      string // where the site is published, without a slash at the end, or ""
	Problems  problem.List
}

// Check reads the content and gives what is wrong with it. The error is about
// the machine or the templates, never about the content.
func Check(cfg Config) (*Checked, error) {
	texts, err := ui.Load(cfg.Templates)
	if err != nil {
		return nil, err
	}
	cat, problems := load.Catalogue(cfg.Content, cfg.ContentName)
	c := &Checked{Catalogue: cat, Texts: texts, Problems: problems}
	base := cfg.BaseURL
	if base == "" {
		base = cat.Site.BaseURL.Text
	}
	c.Base = strings.TrimRight(base, "/")
	c.Plan = plan.Pages(cat, texts, c.Base, cfg.Today)
	c.Problems = append(c.Problems, check.Catalogue(cat, c.Plan, cfg.Today)...)
	c.Problems = append(c.Problems, cms.Check(cat, siteFile(cfg))...)
	c.Problems.Sort()
	return c, nil
}

// Build makes the whole site and puts it in the sink: first the assets, then data
// and pages as they are made. Content with errors makes no site at all.
func Build(cfg Config, sink write.Sink) (*Result, error) {
	c, err := Check(cfg)
	if err != nil {
		return nil, err
	}
	result := &Result{Problems: c.Problems}
	if c.Base == "" {
		result.Problems = append(result.Problems, ruleBase.At(problem.Pos{File: siteFile(cfg)}, "geef --base-url mee, of zet adres in dit bestand", "het adres van de site is niet bekend: sitemap, feed en volledige adressen blijven weg"))
	}
	var system *cms.Packages
	if cfg.Packages != nil && cms.Switched(&c.Catalogue.Site) {
		at := c.Catalogue.Site.CMS.At
		var missing problem.List
		system, missing, err = cms.Open(cfg.Packages, problem.Pos{File: siteFile(cfg), Line: int(at.Line), Col: int(at.Col)})
		if err != nil {
			return nil, err
		}
		result.Problems = append(result.Problems, missing...)
	}
	if result.Problems.Errors() > 0 || cfg.Strict && len(result.Problems) > 0 {
		return result, nil
	}
	bundles, err := assets.Build(cfg.Templates, client.FS)
	if err != nil {
		return nil, err
	}
	data, err := form.Script(c.Catalogue, c.Texts, c.Plan.URLs(), cfg.Today)
	if err != nil {
		return nil, err
	}
	names := latestNames{Form: bundles.Make("form-data.js", data)}
	var indexFiles []string
	if !cfg.NoSearch {
		index, err := Index(c, cfg)
		if err != nil {
			return nil, err
		}
		for _, f := range index.Files() {
			indexFiles = append(indexFiles, bundles.Add(f.Name, f.Data))
		}
		names.Index = "assets/" + index.Root()
		bundles.Link("index", "/"+latestFile) // that there is one: no page names it
	}
	counted := &tally{Sink: sink}
	script, err := latest(names)
	if err != nil {
		return nil, err
	}
	if err := counted.Put(latestFile, script); err != nil {
		return nil, err
	}
	bundles.Link("latest", "/"+latestFile)
	if goesOffline(cfg, &c.Catalogue.Site) {
		data, err := manifest(&c.Catalogue.Site, c.Texts, bundles)
		if err != nil {
			return nil, err
		}
		if err := counted.Put(manifestFile, data); err != nil {
			return nil, err
		}
		bundles.Link("manifest", "/"+manifestFile)
	}
	renderer, err := render.New(cfg.Templates, render.Options{
		Texts: c.Texts, Asset: bundles.URL, BasePath: basePath(c.Base), Portable: cfg.Portable,
	})
	if err != nil {
		return nil, err
	}
	for name, data := range bundles.Files {
		if err := counted.Put(name, data); err != nil {
			return nil, err
		}
	}
	if system != nil {
		made, err := system.Files(c.Catalogue, c.Texts, cfg.Templates, c.Base)
		if err != nil {
			return nil, err
		}
		for name, data := range made {
			if err := counted.Put(name, data); err != nil {
				return nil, err
			}
		}
	}
	others, pages := files(c, cfg), c.Plan.List()
	result.Pages, result.New = len(pages), unnoted(c.Catalogue)
	err = inParallel(len(others)+len(pages), func(i int) error {
		if i < len(others) {
			return others[i](counted)
		}
		page := pages[i-len(others)]
		return renderer.Page(page, func(html []byte) error { return counted.Put(fileOf(page.URL), html) })
	})
	if err != nil {
		return nil, err
	}
	version := counted.version()
	script, err = worker(cfg, c, shell(bundles, indexFiles), version)
	if err != nil {
		return nil, err
	}
	if err := sink.Put(workerFile, script); err != nil {
		return nil, err
	}
	if err := sink.Put(versionFile, []byte(version+"\n")); err != nil {
		return nil, err
	}
	return result, requireTexts(c.Texts)
}

// siteFile is what the settings of the catalogue are called in messages.
func siteFile(cfg Config) string { return cfg.ContentName + "/site.yaml" }

// fileOf is the file that a host serves at an address.
func fileOf(url string) string {
	name := strings.TrimPrefix(url, "/")
	if name == "" || strings.HasSuffix(name, "/") {
		return name + "index.html"
	}
	return name
}

// basePath is the path below which the site stands.
func basePath(base string) string {
	u, err := url.Parse(base)
	if err != nil {
		return ""
	}
	return strings.TrimRight(u.Path, "/")
}

// inParallel calls do for 0..n-1 on all cores, and gives the first error.
func inParallel(n int, do func(i int) error) error {
	var next atomic.Int64
	var failed atomic.Bool
	var first error
	var once sync.Once
	var wg sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), n) {
		wg.Go(func() {
			for i := int(next.Add(1)) - 1; i < n && !failed.Load(); i = int(next.Add(1)) - 1 {
				if err := do(i); err != nil {
					failed.Store(true)
					once.Do(func() { first = err })
				}
			}
		})
	}
	wg.Wait()
	if first != nil {
		return fmt.Errorf("making the site: %w", first)
	}
	return nil
}

// unnoted are the published addresses that are not in the register.
func unnoted(cat *catalogue.Catalogue) (urls []string) {
	if cat.AddressFile == "" {
		return nil
	}
	noted := map[string]bool{}
	for _, a := range cat.Addresses {
		noted[a.URL] = true
	}
	for _, url := range cat.Published() {
		if !noted[url] {
			urls = append(urls, url)
		}
	}
	return urls
}
