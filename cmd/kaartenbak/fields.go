package main

import (
	"fmt"

	"kaartenbak/generator/catalogue"
	"kaartenbak/generator/export"
	"kaartenbak/generator/ui"
	"kaartenbak/templates"
)

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
