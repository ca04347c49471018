package main

import (
	"fmt"
	"os"
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

func resultOf(hit search.Hit) searchResult {
	return searchResult{"/" + hit.URL, hit.Title, hit.Collection, hit.Score}
}

// searchContent prints the entries that the search page would show first.
func searchContent(c *call) error {
	config := c.config()
	asJSON := c.flags.Bool("json", false, "print JSON")
	explains := c.flags.Bool("explain", false, "print JSON that says how each result was found; of - each line of standard input is a query")
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
	query := strings.Join(words, " ")
	switch {
	case *explains && query == "-":
		return explainLines(index, os.Stdin, c.stdout)
	case *explains:
		explained, err := explain(index, query)
		if err != nil {
			return err
		}
		return writeJSON(c.stdout, explained)
	}
	answer, err := index.Search(search.Query{Text: query, Limit: maxResults})
	if err != nil {
		return fmt.Errorf("searching: %w", err)
	}
	results := make([]searchResult, len(answer.Hits))
	for i, hit := range answer.Hits {
		results[i] = resultOf(hit)
	}
	if *asJSON {
		return writeJSON(c.stdout, results)
	}
	for _, phrase := range answer.Phrases {
		fmt.Fprintf(c.stdout, "Alleen kaarten met \"%s\" in de titel, de samenvatting of een naam.\n", printable(phrase))
	}
	if len(answer.Without) > 0 {
		fmt.Fprintf(c.stdout, "Weggelaten zijn kaarten met: %s\n", printable(strings.Join(answer.Without, ", ")))
	}
	for _, correction := range answer.Corrections {
		fmt.Fprintf(c.stdout, "Niets gevonden voor %s. Lijkt op: %s\n", printable(correction.Word), strings.Join(correction.Like, ", "))
	}
	for _, m := range answer.Meanings {
		for _, t := range m.Terms {
			if !t.Covered {
				fmt.Fprintf(c.stdout, "%s kennen wij. Er is nog geen kaart over.\n", printable(t.Label))
			}
		}
	}
	for _, result := range results {
		fmt.Fprintf(c.stdout, "%5.3f  %-20s %s\n       %s\n", result.Score, result.Collection, result.Title, result.URL)
	}
	if len(results) == 0 {
		fmt.Fprintln(c.stdout, "Niets gevonden.")
	}
	return nil
}
