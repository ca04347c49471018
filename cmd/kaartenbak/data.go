package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"kaartenbak/generator"
	"kaartenbak/generator/catalogue"
	"kaartenbak/generator/export"
	"kaartenbak/generator/load"
	"kaartenbak/generator/ui"
	"kaartenbak/templates"
)

// realPath is the absolute path of a file that is there.
func realPath(name string) (string, error) {
	if _, err := os.Lstat(name); err != nil {
		return "", fmt.Errorf("there is no file %s", name)
	}
	return filepath.Abs(name)
}

// collection gives the collection that an argument names. A wrong name is said.
func (c *call) collection(name string) *catalogue.Collection {
	var names []string
	for _, collection := range catalogue.Collections {
		if collection.Name == name || collection.Singular == name {
			return collection
		}
		names = append(names, collection.Name)
	}
	c.wrong("there is no collection %q; there are %s", name, strings.Join(names, ", "))
	return nil
}

func newEntry(c *call) int {
	config := c.config()
	others, ok := c.parse()
	if !ok {
		return exitUsage
	}
	if len(others) != 2 {
		return c.wrong("want a collection and a title")
	}
	collection := c.collection(others[0])
	if collection == nil {
		return exitUsage
	}
	title := strings.Join(strings.Fields(others[1]), " ")
	slug := load.Slug(title)
	switch {
	case slug == "":
		return c.wrong("the title %q has no letter for a file name", others[1])
	case !load.IsSlug(slug):
		return c.wrong("the title %q would give the file name %s.md, which is taken", others[1], slug)
	}
	checked, cfg, code := c.read(config)
	if checked == nil {
		return code
	}
	name := filepath.Join(cfg.ContentName, collection.Name, slug+".md")
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return c.failed(fmt.Errorf("making the entry: %w", err))
	}
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644) // never over another's work
	if os.IsExist(err) {
		return c.wrong("%s is there already", name)
	}
	if err != nil {
		return c.failed(fmt.Errorf("making the entry: %w", err))
	}
	_, err = f.Write(export.Template(collection, title, checked.Texts, checked.Catalogue))
	if closed := f.Close(); err == nil {
		err = closed
	}
	if err != nil {
		return c.failed(fmt.Errorf("making the entry: %w", err))
	}
	fmt.Fprintln(c.stdout, name)
	return exitFine
}

func schema(c *call) int {
	config := c.config()
	others, ok := c.parse()
	if !ok {
		return exitUsage
	}
	if len(others) != 1 {
		return c.wrong("want one collection")
	}
	collection := c.collection(others[0])
	if collection == nil {
		return exitUsage
	}
	checked, _, code := c.read(config)
	if checked == nil {
		return code
	}
	c.stdout.Write(export.Schema(collection, checked.Catalogue.Vocabularies, checked.Texts, checked.Base))
	return exitFine
}

func fields(c *call) int {
	format := c.flags.String("format", "text", "text or json")
	others, ok := c.parse()
	if !ok {
		return exitUsage
	}
	if len(others) > 1 {
		return c.wrong("want one collection, or none for all")
	}
	texts, err := ui.Load(templates.FS)
	if err != nil {
		return c.failed(err)
	}
	collections := catalogue.Collections
	if len(others) == 1 {
		collection := c.collection(others[0])
		if collection == nil {
			return exitUsage
		}
		collections = []*catalogue.Collection{collection}
	}
	switch *format {
	case "json":
		all := map[string][]export.FieldRow{}
		for _, collection := range collections {
			all[collection.Name] = export.Fields(collection, texts)
		}
		if len(others) == 1 {
			err = writeJSON(c.stdout, all[collections[0].Name])
		} else {
			err = writeJSON(c.stdout, all)
		}
	case "text":
		for i, collection := range collections {
			if i > 0 {
				fmt.Fprintln(c.stdout)
			}
			fmt.Fprintln(c.stdout, collection.Name)
			export.FieldTable(c.stdout, export.Fields(collection, texts))
		}
	default:
		return c.wrong("--format %q: want text or json", *format)
	}
	if err != nil {
		return c.failed(err)
	}
	return exitFine
}

func rules(c *call) int {
	format := c.flags.String("format", "text", "text or json")
	if others, ok := c.parse(); !ok || len(others) > 0 {
		return c.wrong("want no arguments")
	}
	all := generator.Rules()
	switch *format {
	case "json":
		type rule struct {
			Name     string `json:"rule"`
			Severity string `json:"severity"`
			Doc      string `json:"doc"`
		}
		rows := make([]rule, len(all))
		for i, r := range all {
			rows[i] = rule{r.Name, "error", r.Doc}
			if r.Warning {
				rows[i].Severity = "warning"
			}
		}
		if err := writeJSON(c.stdout, rows); err != nil {
			return c.failed(err)
		}
	case "text":
		for _, r := range all {
			kind := "fout"
			if r.Warning {
				kind = "waarschuwing"
			}
			fmt.Fprintf(c.stdout, "%s (%s)\n\t%s\n", r.Name, kind, r.Doc)
		}
	default:
		return c.wrong("--format %q: want text or json", *format)
	}
	return exitFine
}

func exportData(c *call) int {
	config := c.config()
	format := c.flags.String("format", "json", "json or csv")
	others, ok := c.parse()
	if !ok {
		return exitUsage
	}
	if len(others) > 1 || !slices.Contains([]string{"json", "csv"}, *format) {
		return c.wrong("want --format json or csv, and one collection or none for all")
	}
	var collection *catalogue.Collection
	if len(others) == 1 {
		if collection = c.collection(others[0]); collection == nil {
			return exitUsage
		}
	} else if *format == "csv" {
		return c.wrong("as csv, want one collection: each has columns of its own")
	}
	checked, cfg, code := c.good(config)
	if checked == nil {
		return code
	}
	cat := checked.Catalogue
	var err error
	switch {
	case collection == nil:
		err = export.Catalogue(c.stdout, cat, checked.Base, cfg.Today)
	case *format == "csv":
		err = export.CSV(c.stdout, collection, cat.Of(collection), checked.Base)
	default:
		err = export.JSON(c.stdout, cat.Of(collection), checked.Base)
	}
	if err != nil {
		return c.failed(fmt.Errorf("writing the catalogue: %w", err))
	}
	return exitFine
}
