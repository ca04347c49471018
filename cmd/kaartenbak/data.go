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
		return "", wrongUse("there is no file %s", name)
	}
	return filepath.Abs(name)
}

// collectionOf gives the collection that an argument names, by its own name or by
// that of one entry.
func collectionOf(name string) (*catalogue.Collection, error) {
	var names []string
	for _, collection := range catalogue.Collections {
		if collection.Name == name || collection.Singular == name {
			return collection, nil
		}
		names = append(names, collection.Name)
	}
	return nil, wrongUse("there is no collection %q; there are %s", name, strings.Join(names, ", "))
}

func newEntry(c *call) error {
	config := c.config()
	others, err := c.parse()
	if err != nil {
		return err
	}
	if len(others) != 2 {
		return wrongUse("want a collection and a title")
	}
	collection, err := collectionOf(others[0])
	if err != nil {
		return err
	}
	title := strings.Join(strings.Fields(others[1]), " ")
	slug := load.Slug(title)
	switch {
	case slug == "":
		return wrongUse("the title %q has no letter for a file name", others[1])
	case !load.IsSlug(slug):
		return wrongUse("the title %q would give the file name %s.md, which is taken", others[1], slug)
	}
	checked, cfg, err := c.read(config)
	if err != nil {
		return err
	}
	name := filepath.Join(cfg.ContentName, collection.Name, slug+".md")
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return fmt.Errorf("making the entry: %w", err)
	}
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644) // never over another's work
	if os.IsExist(err) {
		return wrongUse("%s is there already", name)
	}
	if err != nil {
		return fmt.Errorf("making the entry: %w", err)
	}
	_, err = f.Write(export.Template(collection, title, checked.Texts, checked.Catalogue))
	if closed := f.Close(); err == nil {
		err = closed
	}
	if err != nil {
		return fmt.Errorf("making the entry: %w", err)
	}
	fmt.Fprintln(c.stdout, name)
	return nil
}

func schema(c *call) error {
	config := c.config()
	others, err := c.parse()
	if err != nil {
		return err
	}
	if len(others) != 1 {
		return wrongUse("want one collection")
	}
	collection, err := collectionOf(others[0])
	if err != nil {
		return err
	}
	checked, _, err := c.read(config)
	if err != nil {
		return err
	}
	_, err = c.stdout.Write(export.Schema(collection, checked.Catalogue.Vocabularies, checked.Texts, checked.Base))
	return err
}

func fields(c *call) error {
	format := c.flags.String("format", "text", "text or json")
	others, err := c.parse()
	if err != nil {
		return err
	}
	if len(others) > 1 {
		return wrongUse("want one collection, or none for all")
	}
	texts, err := ui.Load(templates.FS)
	if err != nil {
		return err
	}
	collections := catalogue.Collections
	if len(others) == 1 {
		collection, err := collectionOf(others[0])
		if err != nil {
			return err
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
		return wrongUse("--format %q: want text or json", *format)
	}
	return err
}

func rules(c *call) error {
	format := c.flags.String("format", "text", "text or json")
	others, err := c.parse()
	if err != nil {
		return err
	}
	if len(others) > 0 {
		return wrongUse("want no arguments")
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
		return writeJSON(c.stdout, rows)
	case "text":
		for _, r := range all {
			kind := "fout"
			if r.Warning {
				kind = "waarschuwing"
			}
			fmt.Fprintf(c.stdout, "%s (%s)\n\t%s\n", r.Name, kind, r.Doc)
		}
	default:
		return wrongUse("--format %q: want text or json", *format)
	}
	return nil
}

func exportData(c *call) error {
	config := c.config()
	format := c.flags.String("format", "json", "json or csv")
	others, err := c.parse()
	if err != nil {
		return err
	}
	if len(others) > 1 || !slices.Contains([]string{"json", "csv"}, *format) {
		return wrongUse("want --format json or csv, and one collection or none for all")
	}
	var collection *catalogue.Collection
	if len(others) == 1 {
		if collection, err = collectionOf(others[0]); err != nil {
			return err
		}
	} else if *format == "csv" {
		return wrongUse("as csv, want one collection: each has columns of its own")
	}
	checked, cfg, err := c.good(config)
	if err != nil {
		return err
	}
	cat := checked.Catalogue
	switch {
	case collection == nil:
		err = export.Catalogue(c.stdout, cat, checked.Base, cfg.Today)
	case *format == "csv":
		err = export.CSV(c.stdout, collection, cat.Of(collection), checked.Base)
	default:
		err = export.JSON(c.stdout, cat.Of(collection), checked.Base)
	}
	if err != nil {
		return fmt.Errorf("writing the catalogue: %w", err)
	}
	return nil
}
