package generator

import (
	"io/fs"
	"net/url"
	"strings"
	"sync"
	"time"

	"kaartenbak/generator/assets"
	"kaartenbak/generator/catalogue"
	"kaartenbak/generator/check"
	"kaartenbak/generator/cms"
	"kaartenbak/generator/ledger"
	"kaartenbak/generator/load"
	"kaartenbak/generator/plan"
	"kaartenbak/generator/problem"
	"kaartenbak/generator/ui"
	"kaartenbak/search"
	"kaartenbak/search/client"
)

// A Config is all that a site depends on beside the program itself.
type Config struct {
	Content     fs.FS           // the content folder
	ContentName string          // how it is called in messages: "content"
	Templates   fs.FS           // templates, styles, scripts, interface texts
	Packages    fs.FS           // the folder with the packages of the editing system; nil leaves the system out
	BaseURL     string          // where the site is published; "" takes the one of content/site.yaml
	Forge       catalogue.Forge // where the repository is, unless content/site.yaml says it
	Today       time.Time       // the day to make the site for: by it freshness is judged, and news appears
	Strict      bool            // warnings stop the build too
	Portable    bool            // index.html in links, for file://
	NoSearch    bool            // no search index: to measure the rest alone
	NoOffline   bool            // browsers do not keep the site: for who works on it
}

// An Opener opens the site of a content folder, as often as the files in it change.
// It keeps what does not change with them: the entries whose files stayed the
// same, and what follows from the templates.
type Opener struct {
	config  Config
	loader  *load.Loader
	texts   *ui.Texts
	bundles func() (*assets.Set, error)

	indexing sync.Mutex // one search index at a time: it takes all cores, and memory
}

// NewOpener reads the interface texts. The error is about the templates.
func NewOpener(config Config) (*Opener, error) {
	texts, err := ui.Load(config.Templates)
	if err != nil {
		return nil, err
	}
	return &Opener{
		config: config, texts: texts, loader: load.NewLoader(config.Content, config.ContentName),
		bundles: sync.OnceValues(func() (*assets.Set, error) { return assets.Build(config.Templates, client.FS) }),
	}, nil
}

// Check reads the content, and plans and checks what becomes of it. The site that it
// gives is one to look into: of its files nothing is known yet.
func (o *Opener) Check(today time.Time) *Site {
	config := o.config
	config.Today = today
	whole, problems := o.loader.Catalogue()
	if !whole.Forge.Known() {
		whole.Forge = config.Forge
	}
	cat := whole.On(today)
	base := config.BaseURL
	if base == "" {
		base = catalogue.BaseURL.Of(cat.Site).Text
	}
	s := &Site{Catalogue: cat, Changes: ledger.Open(cat, today), Texts: o.texts, Base: strings.TrimRight(base, "/"), config: config}
	s.index = sync.OnceValues(func() (*search.Index, error) {
		o.indexing.Lock()
		defer o.indexing.Unlock()
		return s.makeIndex()
	})
	s.Plan = plan.Pages(cat, s.Changes, o.texts, s.Base, today)
	later := s.Plan
	if len(cat.Waiting) > 0 {
		later = plan.Pages(whole, s.Changes, o.texts, s.Base, today)
	}
	s.Problems = append(problems, check.Catalogue(whole, s.Plan, later, today)...)
	s.Problems = append(s.Problems, s.Changes.Problems...)
	s.Problems = append(s.Problems, cms.Check(cat, siteFile(config))...)
	s.Problems.Sort()
	return s
}

// Open gives the site with its files, ready to be made. A site with problems that
// stop a build has no files. The error is about the machine or the templates, never
// about the content.
func (o *Opener) Open(today time.Time) (*Site, error) {
	s := o.Check(today)
	if s.Base == "" {
		s.Problems = append(s.Problems, ruleBase.At(problem.Pos{File: siteFile(s.config)}, "geef --base-url mee, of zet adres in dit bestand", "het adres van de site is niet bekend: sitemap, feed en volledige adressen blijven weg"))
	}
	s.Problems = append(s.Problems, s.Receiver()...)
	if err := s.openSystem(); err != nil {
		return nil, err
	}
	if s.Stopped() {
		return s, nil
	}
	bundles, err := o.bundles()
	if err != nil {
		return nil, err
	}
	return s, s.prepare(bundles)
}

// Check reads and checks the content once.
func Check(config Config) (*Site, error) {
	o, err := NewOpener(config)
	if err != nil {
		return nil, err
	}
	return o.Check(config.Today), nil
}

// Stopped reports whether what is wrong with the content stops a build.
func (s *Site) Stopped() bool {
	return s.Problems.Errors() > 0 || s.config.Strict && len(s.Problems) > 0
}

// Receiver warns where the site does not know to whom visitors send things. It is no
// problem of the content: a build can be given the repository.
func (s *Site) Receiver() problem.List {
	if s.Plan.CanReceive() {
		return nil
	}
	return problem.List{ruleReceiver.At(problem.Pos{File: siteFile(s.config)}, "zet repository of mail in dit bestand, of geef build --repository mee",
		"de site weet niet waar bezoekers iets naartoe sturen: verbeteren en melden staan er niet op")}
}

// openSystem opens the packages of the editing system, where the catalogue has one.
func (s *Site) openSystem() error {
	if s.config.Packages == nil || !cms.Switched(s.Catalogue.Site) {
		return nil
	}
	at := catalogue.CMS.Of(s.Catalogue.Site).At
	system, missing, err := cms.Open(s.config.Packages, problem.Pos{File: siteFile(s.config), Line: int(at.Line), Col: int(at.Col)})
	s.system, s.Problems = system, append(s.Problems, missing...)
	return err
}

// siteFile is what the settings of the catalogue are called in messages.
func siteFile(config Config) string { return config.ContentName + "/site.yaml" }

// basePath is the path below which the site stands.
func basePath(base string) string {
	u, err := url.Parse(base)
	if err != nil {
		return ""
	}
	return strings.TrimRight(u.Path, "/")
}
