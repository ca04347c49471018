package main

import (
	"kaartenbak/generator/export"
)

// printSchema prints the JSON Schema of the entries of one collection.
func printSchema(c *call) error {
	config := c.config()
	arguments, err := c.parse()
	if err != nil {
		return err
	}
	if len(arguments) != 1 {
		return wrongUse("want one collection")
	}
	collection, err := collectionOf(arguments[0])
	if err != nil {
		return err
	}
	checked, _, err := c.readContent(config)
	if err != nil {
		return err
	}
	_, err = c.stdout.Write(export.Schema(collection, checked.Catalogue.Vocabularies, checked.Texts, checked.Base))
	return err
}
