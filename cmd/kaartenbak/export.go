package main

import (
	"fmt"
	"slices"

	"kaartenbak/generator/catalogue"
	"kaartenbak/generator/export"
)

// exportCatalogue prints the whole catalogue, or the entries of one collection.
func exportCatalogue(c *call) error {
	config := c.config()
	format := c.flags.String("format", "json", "json or csv")
	arguments, err := c.parse()
	if err != nil {
		return err
	}
	if len(arguments) > 1 || !slices.Contains([]string{"json", "csv"}, *format) {
		return wrongUse("want --format json or csv, and one collection or none for all")
	}
	var collection *catalogue.Collection
	if len(arguments) == 1 {
		if collection, err = collectionOf(arguments[0]); err != nil {
			return err
		}
	} else if *format == "csv" {
		return wrongUse("as csv, want one collection: each has columns of its own")
	}
	checked, cfg, err := c.readValidContent(config)
	if err != nil {
		return err
	}
	cat := checked.Catalogue
	switch {
	case collection == nil:
		err = export.Catalogue(c.stdout, cat, checked.Base, cfg.Today)
	case *format == "csv":
		err = export.CSV(c.stdout, collection, cat.Of(collection), checked.Base, checked.Body)
	default:
		err = export.JSON(c.stdout, cat.Of(collection), checked.Base)
	}
	if err != nil {
		return fmt.Errorf("writing the catalogue: %w", err)
	}
	return nil
}
