package generator

import (
	"crypto/sha256"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strings"
	"sync"

	"golang.org/x/text/unicode/norm"

	"kaartenbak/generator/catalogue"
	"kaartenbak/generator/export"
	"kaartenbak/generator/feed"
	"kaartenbak/generator/frontmatter"
	"kaartenbak/generator/hosts"
	"kaartenbak/generator/offline"
	"kaartenbak/generator/render"
	"kaartenbak/generator/sheet"
	"kaartenbak/generator/write"
)

// list works out which files the site has, without those that latest.js names and
// the last. Those that take long come first, so that the others are made beside them.
func (s *Site) list() ([]File, error) {
	system, err := s.editingSystem()
	if err != nil {
		return nil, err
	}
	return slices.Concat(s.data(), system, s.sources(), s.forHosts(), s.feeds(), s.pages(), s.assets()), nil
}

// data is the catalogue as data, and the entries to fill in.
func (s *Site) data() []File {
	cat := s.Catalogue
	vocabularies := sync.OnceValue(func() *sheet.Terms { return sheet.TermsOf(cat, s.Texts) })
	files := []File{streamedFile("data/catalogus.json", func(w io.Writer) error { return export.Catalogue(w, cat, s.Base, s.config.Today) })}
	if s.Changes.Kept {
		files = append(files, streamedFile("data/wijzigingen.json", func(w io.Writer) error { return export.Changes(w, cat, s.Changes, s.Base) }))
	}
	for _, c := range catalogue.Collections {
		entries := cat.Of(c)
		files = append(files,
			streamedFile("data/"+c.Name+".json", func(w io.Writer) error { return export.JSON(w, entries, s.Base) }),
			streamedFile("data/"+c.Name+".csv", func(w io.Writer) error { return export.CSV(w, c, entries, s.Base, s.Body) }),
			streamedFile("data/"+c.Name+".xlsx", func(w io.Writer) error { return sheet.Export(w, c, entries, s.Base, s.Texts, s.Body) }),
			plainFile("data/schema/"+c.Name+".json", func() []byte { return export.Schema(c, cat.Vocabularies, s.Texts, s.Base) }),
			plainFile("insturen/"+c.Singular+".md", func() []byte { return export.Template(c, "", s.Texts, cat) }),
			streamedFile("insturen/"+c.Singular+".xlsx", func(w io.Writer) error { return sheet.ToFill(w, c, vocabularies(), s.Texts) }),
		)
	}
	return files
}

// assets are the bundled styles, scripts and pictures.
func (s *Site) assets() []File {
	var files []File
	for name, data := range s.bundles.Files {
		files = append(files, bytesFile(name, data))
	}
	return files
}

// editingSystem is the files below /admin/, where the catalogue has such a system.
func (s *Site) editingSystem() ([]File, error) {
	if s.system == nil {
		return nil, nil
	}
	contents, err := s.system.Files(s.Catalogue, s.Texts, s.config.Templates, s.Base)
	var files []File
	for name, data := range contents {
		files = append(files, bytesFile(name, data))
	}
	return files, err
}

// sources are the files of the entries, without what their authors noted in the front
// matter for themselves. Each is read once more, because all of them together are a
// fifth of what a build would keep; what is published is what was checked.
func (s *Site) sources() []File {
	var files []File
	for _, e := range s.Catalogue.Entries {
		name := e.ID() + "/kaart.md"
		files = append(files, File{name, func(sink write.Sink) error {
			data, err := s.source(e)
			if err != nil {
				return err
			}
			return sink.Put(name, frontmatter.Published(data))
		}})
	}
	return files
}

// source reads the file of an entry again, which is still as it was checked.
func (s *Site) source(e *catalogue.Entry) ([]byte, error) {
	data, err := fs.ReadFile(s.config.Content, e.ID()+".md")
	if err != nil {
		return nil, fmt.Errorf("reading an entry again: %w", err)
	}
	if sha256.Sum256(data) != e.Sum {
		return nil, fmt.Errorf("%s changed while the site was made; build again", e.File)
	}
	return data, nil
}

// Body is the text of an entry as it was written, in Markdown.
func (s *Site) Body(e *catalogue.Entry) (string, error) {
	data, err := s.source(e)
	return norm.NFC.String(strings.TrimSpace(string(frontmatter.Body(data)))), err
}

// forHosts is what a host reads of the site.
func (s *Site) forHosts() []File {
	return []File{
		plainFile("_headers", hosts.HeadersFile),
		plainFile("_redirects", func() []byte { return hosts.RedirectsFile(s.redirects()) }),
		bytesFile(".nojekyll", nil), // GitHub Pages leaves out names with _ otherwise
		plainFile("robots.txt", func() []byte { return feed.Robots(s.Base) }),
	}
}

// feeds are for other programs. Those with full addresses need to know where the
// site is published.
func (s *Site) feeds() []File {
	cat, today := s.Catalogue, s.config.Today
	files := []File{
		plainFile("bijeenkomsten.ics", func() []byte { return feed.Calendar(cat, s.Base, today) }),
		plainFile("redactie.ics", func() []byte { return feed.Reviews(cat, s.Base, s.Texts, today) }),
	}
	if s.Base == "" {
		return files
	}
	var urls []string
	for _, page := range s.Plan.List() {
		if page.Indexed {
			urls = append(urls, page.URL)
		}
	}
	for _, f := range feed.Sitemap(s.Base, urls) {
		files = append(files, bytesFile(f.Name, f.Data))
	}
	for _, f := range s.Plan.ChangeFeeds() {
		files = append(files, plainFile(strings.TrimPrefix(f.URL, "/"), func() []byte { return feed.Changes(cat.Site, s.Base, f, s.Changes.Began) }))
	}
	return append(files,
		plainFile("feed.xml", func() []byte { return feed.Atom(cat.Site, s.Base, cat.Of(catalogue.News), today) }),
		plainFile("opensearch.xml", func() []byte { return feed.OpenSearch(cat.Site, s.Base, s.Texts) }),
	)
}

// pages are all pages of the plan, and what only they are for.
func (s *Site) pages() []File {
	renderer := sync.OnceValues(func() (*render.Renderer, error) {
		return render.New(s.config.Templates, render.Options{
			Texts: s.Texts, Asset: s.asset, BasePath: basePath(s.Base), Portable: s.config.Portable,
		})
	})
	files := []File{fallibleFile(latestFile, s.latest)}
	if s.goesOffline() {
		files = append(files, fallibleFile(offline.ManifestFile, s.manifest))
	}
	for _, page := range s.Plan.List() {
		name := fileOf(page.URL)
		files = append(files, File{name, func(sink write.Sink) error {
			r, err := renderer()
			if err != nil {
				return err
			}
			return r.Page(page, func(html []byte) error { return sink.Put(name, html) })
		}})
	}
	return files
}

// asset is the address of a file that templates know by a name of their own. They
// need not know what the search index is called, but whether there is one.
func (s *Site) asset(name string) (url string, ok bool) {
	switch name {
	case "latest":
		return "/" + latestFile, true
	case "index":
		return "/" + latestFile, !s.config.NoSearch
	case "manifest":
		return "/" + offline.ManifestFile, s.goesOffline()
	}
	return s.bundles.URL(name)
}

// fileOf is the file that a host serves at an address.
func fileOf(url string) string {
	name := strings.TrimPrefix(url, "/")
	if name == "" || strings.HasSuffix(name, "/") {
		return name + "index.html"
	}
	return name
}

// redirects are the addresses that moved, as a host sees them.
func (s *Site) redirects() [][2]string {
	var all [][2]string
	below := basePath(s.Base)
	for _, a := range s.Catalogue.Addresses {
		if a.To != "" {
			all = append(all, [2]string{below + a.URL, below + a.To})
		}
	}
	return all
}
