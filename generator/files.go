package generator

import (
	"crypto/sha256"
	"fmt"
	"io"
	"io/fs"
	"strings"
	"sync"

	"kaartenbak/generator/catalogue"
	"kaartenbak/generator/export"
	"kaartenbak/generator/feed"
	"kaartenbak/generator/hosts"
	"kaartenbak/generator/render"
	"kaartenbak/generator/write"
)

// given is a file whose bytes are there already.
func given(name string, data []byte) File {
	return File{name, func(sink write.Sink) error { return sink.Put(name, data) }}
}

// whole is a file whose making cannot fail.
func whole(name string, content func() []byte) File {
	return File{name, func(sink write.Sink) error { return sink.Put(name, content()) }}
}

// made is a file whose making can fail.
func made(name string, content func() ([]byte, error)) File {
	return File{name, func(sink write.Sink) error {
		data, err := content()
		if err != nil {
			return fmt.Errorf("making %s: %w", name, err)
		}
		return sink.Put(name, data)
	}}
}

// streamed is a file that is written piece by piece: those with the whole catalogue
// are the largest of all.
func streamed(name string, content func(io.Writer) error) File {
	return File{name, func(sink write.Sink) error { return write.Stream(sink, name, content) }}
}

// allFiles are the files of the site, without those of the search index and the
// last. Those that take long come first, so that the others are made beside them.
func (s *Site) allFiles() ([]File, error) {
	var all []File
	for _, files := range []func() ([]File, error){s.data, s.editingSystem, s.sources, s.forHosts, s.feeds, s.pages, s.assets} {
		some, err := files()
		if err != nil {
			return nil, err
		}
		all = append(all, some...)
	}
	return all, nil
}

// data is the catalogue as data, and the entries to fill in.
func (s *Site) data() ([]File, error) {
	cat := s.Catalogue
	files := []File{streamed("data/catalogus.json", func(w io.Writer) error { return export.Catalogue(w, cat, s.Base, s.config.Today) })}
	for _, c := range catalogue.Collections {
		entries := cat.Of(c)
		files = append(files,
			streamed("data/"+c.Name+".json", func(w io.Writer) error { return export.JSON(w, entries, s.Base) }),
			streamed("data/"+c.Name+".csv", func(w io.Writer) error { return export.CSV(w, c, entries, s.Base) }),
			whole("data/schema/"+c.Name+".json", func() []byte { return export.Schema(c, cat.Vocabularies, s.Texts, s.Base) }),
			whole("insturen/"+c.Singular+".md", func() []byte { return export.Template(c, "", s.Texts, cat) }),
		)
	}
	return files, nil
}

// assets are the bundled styles, scripts and pictures.
func (s *Site) assets() ([]File, error) {
	var files []File
	for name, data := range s.bundles.Files {
		files = append(files, given(name, data))
	}
	return files, nil
}

// editingSystem is the files below /admin/, where the catalogue has such a system.
func (s *Site) editingSystem() ([]File, error) {
	if s.system == nil {
		return nil, nil
	}
	made, err := s.system.Files(s.Catalogue, s.Texts, s.config.Templates, s.Base)
	var files []File
	for name, data := range made {
		files = append(files, given(name, data))
	}
	return files, err
}

// sources are the files of the entries as they were sent. Each is read once more,
// because all of them together are a fifth of what a build would keep; what is
// published is what was checked.
func (s *Site) sources() ([]File, error) {
	var files []File
	for _, e := range s.Catalogue.Entries {
		name := e.ID() + "/kaart.md"
		files = append(files, File{name, func(sink write.Sink) error {
			data, err := fs.ReadFile(s.config.Content, e.ID()+".md")
			if err != nil {
				return fmt.Errorf("reading an entry again: %w", err)
			}
			if sha256.Sum256(data) != e.Sum {
				return fmt.Errorf("%s changed while the site was made; build again", e.File)
			}
			return sink.Put(name, data)
		}})
	}
	return files, nil
}

// forHosts is what a host reads of the site.
func (s *Site) forHosts() ([]File, error) {
	return []File{
		whole("_headers", hosts.HeadersFile),
		whole("_redirects", func() []byte { return hosts.RedirectsFile(s.redirects()) }),
		given(".nojekyll", nil), // GitHub Pages leaves out names with _ otherwise
		whole("robots.txt", func() []byte { return feed.Robots(s.Base) }),
	}, nil
}

// feeds are for other programs. Those with full addresses need to know where the
// site is published.
func (s *Site) feeds() ([]File, error) {
	cat, today := s.Catalogue, s.config.Today
	files := []File{
		whole("bijeenkomsten.ics", func() []byte { return feed.Calendar(cat, s.Base, today) }),
		whole("redactie.ics", func() []byte { return feed.Reviews(cat, s.Base, s.Texts, today) }),
	}
	if s.Base == "" {
		return files, nil
	}
	var urls []string
	for _, page := range s.Plan.List() {
		if page.Indexed {
			urls = append(urls, page.URL)
		}
	}
	for _, f := range feed.Sitemap(s.Base, urls) {
		files = append(files, given(f.Name, f.Data))
	}
	return append(files,
		whole("feed.xml", func() []byte { return feed.Atom(cat.Site, s.Base, cat.Of(catalogue.News), today) }),
		whole("opensearch.xml", func() []byte { return feed.OpenSearch(cat.Site, s.Base, s.Texts) }),
	), nil
}

// pages are all pages of the plan, and what only they are for.
func (s *Site) pages() ([]File, error) {
	renderer := sync.OnceValues(func() (*render.Renderer, error) {
		return render.New(s.config.Templates, render.Options{
			Texts: s.Texts, Asset: s.asset, BasePath: basePath(s.Base), Portable: s.config.Portable,
		})
	})
	files := []File{made(latestFile, s.latest)}
	if s.goesOffline() {
		files = append(files, made(manifestFile, s.manifest))
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
	return files, nil
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
		return "/" + manifestFile, s.goesOffline()
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
