package main

import (
	"kaartenbak/generator/export"
)

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
