package main

import (
	"fmt"

	"kaartenbak/generator/catalogue"
	"kaartenbak/generator/export"
	"kaartenbak/generator/ui"
	"kaartenbak/templates"
)

// printFields prints the fields of one collection, or of all: in JSON the rows of
// the one, or an object with the rows of each.
func printFields(c *call) error {
	format := c.flags.String("format", "text", "text or json")
	arguments, err := c.parse()
	if err != nil {
		return err
	}
	if len(arguments) > 1 {
		return wrongUse("want one collection, or none for all")
	}
	texts, err := ui.Load(templates.FS)
	if err != nil {
		return err
	}
	collections := catalogue.Collections
	if len(arguments) == 1 {
		collection, err := collectionOf(arguments[0])
		if err != nil {
			return err
		}
		collections = []*catalogue.Collection{collection}
	}
	switch *format {
	case "json":
		rows := map[string][]export.FieldRow{}
		for _, collection := range collections {
			rows[collection.Name] = export.Fields(collection, texts)
		}
		if len(arguments) == 1 {
			err = writeJSON(c.stdout, rows[collections[0].Name])
		} else {
			err = writeJSON(c.stdout, rows)
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
