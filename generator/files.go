package generator

import (
	"path"

	"kaartenbak/generator/catalogue"
	"kaartenbak/generator/export"
	"kaartenbak/generator/feed"
	"kaartenbak/generator/write"
)

// files puts everything in the sink that is neither a page nor an asset: the
// source of each entry, empty entries to fill in, the catalogue as data, and
// what other programs read.
func files(c *Checked, cfg Config, sink write.Sink) error {
	cat := c.Catalogue
	for _, e := range cat.Entries {
		if err := sink.Put(path.Join(e.Base().ID(), "kaart.md"), e.Base().Source); err != nil {
			return err
		}
	}
	made := []feed.File{
		{Name: "robots.txt", Data: feed.Robots(c.Base)},
		{Name: "bijeenkomsten.ics", Data: feed.Calendar(cat, c.Base, cfg.Today)},
		{Name: "data/catalogus.json", Data: export.Catalogue(cat, c.Base, cfg.Today)},
	}
	for _, collection := range catalogue.Collections {
		entries := cat.Of(collection)
		made = append(made,
			feed.File{Name: "data/" + collection.Name + ".json", Data: export.JSON(entries, c.Base)},
			feed.File{Name: "data/" + collection.Name + ".csv", Data: export.CSV(collection, entries, c.Base)},
			feed.File{Name: "data/schema/" + collection.Name + ".json", Data: export.Schema(collection, cat.Vocabularies, c.Texts, c.Base)},
			feed.File{Name: "insturen/" + collection.Singular + ".md", Data: export.Template(collection, "", c.Texts, cat)},
		)
	}
	if c.Base != "" { // these hold full addresses
		var urls []string
		for _, page := range c.Plan.List() {
			if page.Indexed {
				urls = append(urls, page.URL)
			}
		}
		made = append(made, feed.Sitemap(c.Base, urls)...)
		made = append(made,
			feed.File{Name: "feed.xml", Data: feed.Atom(&cat.Site, c.Base, cat.Of(catalogue.CollectionNamed("nieuws")), cfg.Today)},
			feed.File{Name: "opensearch.xml", Data: feed.OpenSearch(&cat.Site, c.Base, c.Texts)},
		)
	}
	for _, f := range made {
		if err := sink.Put(f.Name, f.Data); err != nil {
			return err
		}
	}
	return nil
}
