package main

import (
	"fmt"
	"strings"

	"kaartenbak/generator"
	"kaartenbak/search"
)

// most is how many results the command shows.
const most = 10

// A foundEntry is a result as the JSON report has it.
type foundEntry struct {
	URL        string  `json:"url"`
	Title      string  `json:"title"`
	Collection string  `json:"collection"`
	Score      float64 `json:"score"`
}

func searchContent(c *call) error {
	config := c.config()
	asJSON := c.flags.Bool("json", false, "print JSON")
	words, err := c.parse()
	if err != nil {
		return err
	}
	if len(words) == 0 {
		return wrongUse("want words to search for")
	}
	checked, cfg, err := c.good(config)
	if err != nil {
		return err
	}
	index, err := generator.Index(checked, cfg)
	if err != nil {
		return err
	}
	results, err := index.Search(search.Query{Text: strings.Join(words, " "), Limit: most})
	if err != nil {
		return fmt.Errorf("searching: %w", err)
	}
	found := make([]foundEntry, len(results.Hits))
	for i, h := range results.Hits {
		found[i] = foundEntry{"/" + h.URL, h.Title, h.Collection, h.Score}
	}
	if *asJSON {
		return writeJSON(c.stdout, found)
	}
	for _, correction := range results.Corrections {
		fmt.Fprintf(c.stdout, "Niets gevonden voor %s. Lijkt op: %s\n", clean(correction.Word), strings.Join(correction.Like, ", "))
	}
	for _, f := range found {
		fmt.Fprintf(c.stdout, "%5.3f  %-20s %s\n       %s\n", f.Score, f.Collection, f.Title, f.URL)
	}
	if len(found) == 0 {
		fmt.Fprintln(c.stdout, "Niets gevonden.")
	}
	return nil
}
