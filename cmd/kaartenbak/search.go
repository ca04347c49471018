package main

import (
	"fmt"
	"strings"

	"kaartenbak/search"
)

// maxResults is how many results the command shows.
const maxResults = 10

// A searchResult is an entry as the JSON output has it.
type searchResult struct {
	URL        string  `json:"url"`
	Title      string  `json:"title"`
	Collection string  `json:"collection"`
	Score      float64 `json:"score"`
}

// searchContent prints the entries that the search page would show first.
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
	site, _, err := c.readValidContent(config)
	if err != nil {
		return err
	}
	index, err := site.Index()
	if err != nil {
		return err
	}
	answer, err := index.Search(search.Query{Text: strings.Join(words, " "), Limit: maxResults})
	if err != nil {
		return fmt.Errorf("searching: %w", err)
	}
	results := make([]searchResult, len(answer.Hits))
	for i, hit := range answer.Hits {
		results[i] = searchResult{"/" + hit.URL, hit.Title, hit.Collection, hit.Score}
	}
	if *asJSON {
		return writeJSON(c.stdout, results)
	}
	for _, correction := range answer.Corrections {
		fmt.Fprintf(c.stdout, "Niets gevonden voor %s. Lijkt op: %s\n", printable(correction.Word), strings.Join(correction.Like, ", "))
	}
	for _, result := range results {
		fmt.Fprintf(c.stdout, "%5.3f  %-20s %s\n       %s\n", result.Score, result.Collection, result.Title, result.URL)
	}
	if len(results) == 0 {
		fmt.Fprintln(c.stdout, "Niets gevonden.")
	}
	return nil
}
