package main

import (
	"strings"

	"kaartenbak/generator/catalogue"
)

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
