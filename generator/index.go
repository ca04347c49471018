package generator

import (
	"fmt"

	"kaartenbak/generator/corpus"
	"kaartenbak/search"
)

// Index makes the search index of a catalogue that was checked and has no errors.
func Index(c *Checked, cfg Config) (*search.Index, error) {
	words, err := corpus.Of(c.Catalogue, c.Plan.Card, cfg.Today)
	if err != nil {
		return nil, err
	}
	index, err := search.Build(words)
	if err != nil {
		return nil, fmt.Errorf("making the search index: %w", err)
	}
	return index, nil
}
