package generator

import (
	"crypto/sha256"
	"fmt"
	"io"
	"io/fs"

	"kaartenbak/generator/catalogue"
	"kaartenbak/generator/export"
	"kaartenbak/generator/feed"
	"kaartenbak/generator/hosts"
	"kaartenbak/generator/write"
)

// A file puts one in the sink that is neither a page nor an asset. It is made as
// it is written and not kept: those with the whole catalogue are the largest of all.
type file func(sink write.Sink) error

func streamed(name string, make func(io.Writer) error) file {
	return func(sink write.Sink) error { return write.Stream(sink, name, make) }
}

func whole(name string, make func() []byte) file {
	return func(sink write.Sink) error { return sink.Put(name, make()) }
}

// source is the file of an entry as it was sent. It is read once more, because all
// of them together are a fifth of what a build would keep; what is published is
// what was checked.
func source(content fs.FS, e *catalogue.Common) file {
	return func(sink write.Sink) error {
		data, err := fs.ReadFile(content, e.ID()+".md")
		if err != nil {
			return fmt.Errorf("reading an entry again: %w", err)
		}
		if sha256.Sum256(data) != e.Sum {
			return fmt.Errorf("%s changed while the site was made; build again", e.File)
		}
		return sink.Put(e.ID()+"/kaart.md", data)
	}
}

// files are the source of each entry, empty entries to fill in, the catalogue as
// data, and what other programs read. Those that take long come first, so that
// the others are made beside them.
func files(c *Checked, cfg Config) []file {
	cat := c.Catalogue
	all := []file{streamed("data/catalogus.json", func(w io.Writer) error { return export.Catalogue(w, cat, c.Base, cfg.Today) })}
	for _, collection := range catalogue.Collections {
		entries := cat.Of(collection)
		all = append(all,
			streamed("data/"+collection.Name+".json", func(w io.Writer) error { return export.JSON(w, entries, c.Base) }),
			streamed("data/"+collection.Name+".csv", func(w io.Writer) error { return export.CSV(w, collection, entries, c.Base) }),
			whole("data/schema/"+collection.Name+".json", func() []byte { return export.Schema(collection, cat.Vocabularies, c.Texts, c.Base) }),
			whole("insturen/"+collection.Singular+".md", func() []byte { return export.Template(collection, "", c.Texts, cat) }),
		)
	}
	for _, e := range cat.Entries {
		all = append(all, source(cfg.Content, e.Base()))
	}
	all = append(all,
		whole("_headers", hosts.HeadersFile),
		whole("_redirects", func() []byte { return hosts.RedirectsFile(redirects(c)) }),
		whole(".nojekyll", func() []byte { return nil }), // GitHub Pages leaves out names with _ otherwise
		whole("robots.txt", func() []byte { return feed.Robots(c.Base) }),
		whole("bijeenkomsten.ics", func() []byte { return feed.Calendar(cat, c.Base, cfg.Today) }),
		whole("redactie.ics", func() []byte { return feed.Reviews(cat, c.Base, c.Texts, cfg.Today) }),
	)
	if c.Base != "" { // these hold full addresses
		var urls []string
		for _, page := range c.Plan.List() {
			if page.Indexed {
				urls = append(urls, page.URL)
			}
		}
		for _, f := range feed.Sitemap(c.Base, urls) {
			all = append(all, whole(f.Name, func() []byte { return f.Data }))
		}
		all = append(all,
			whole("feed.xml", func() []byte {
				return feed.Atom(&cat.Site, c.Base, cat.Of(catalogue.CollectionNamed("nieuws")), cfg.Today)
			}),
			whole("opensearch.xml", func() []byte { return feed.OpenSearch(&cat.Site, c.Base, c.Texts) }),
		)
	}
	return all
}

// redirects are the addresses that moved, as a host sees them.
func redirects(c *Checked) [][2]string {
	var all [][2]string
	below := basePath(c.Base)
	for _, a := range c.Catalogue.Addresses {
		if a.To != "" {
			all = append(all, [2]string{below + a.URL, below + a.To})
		}
	}
	return all
}
