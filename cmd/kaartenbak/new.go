package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"kaartenbak/generator/export"
	"kaartenbak/generator/load"
	"kaartenbak/generator/slug"
)

// newEntry makes the file of an entry to fill in, and prints its name.
func newEntry(c *call) error {
	config := c.config()
	arguments, err := c.parse()
	if err != nil {
		return err
	}
	if len(arguments) != 2 {
		return wrongUse("want a collection and a title")
	}
	collection, err := collectionOf(arguments[0])
	if err != nil {
		return err
	}
	title := strings.Join(strings.Fields(arguments[1]), " ")
	name := slug.File(title)
	switch {
	case name == "":
		return wrongUse("the title %q has no letter for a file name", arguments[1])
	case !load.IsSlug(name):
		return wrongUse("the title %q would give the file name %s.md, which is taken", arguments[1], name)
	}
	checked, cfg, err := c.readContent(config)
	if err != nil {
		return err
	}
	file := filepath.Join(cfg.ContentName, collection.Name, name+".md")
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		return fmt.Errorf("making the entry: %w", err)
	}
	f, err := os.OpenFile(file, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644) // never over another's work
	if os.IsExist(err) {
		return wrongUse("%s is there already", file)
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
	fmt.Fprintln(c.stdout, file)
	return nil
}
