package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"

	"kaartenbak/search"
)

// An explanation is a query, the terms that it names, and how its results were found.
type explanation struct {
	Query       string                `json:"query"`
	Terms       []explainedTerm       `json:"terms"`
	Phrases     []string              `json:"phrases"`
	Without     []string              `json:"without"`
	Corrections []explainedCorrection `json:"corrections"`
	Results     []explainedResult     `json:"results"`
}

type explainedTerm struct {
	Vocabulary string `json:"vocabulary"`
	ID         string `json:"id"`
	Label      string `json:"label"`
	Cards      int    `json:"cards"`
}

type explainedCorrection struct {
	Word string   `json:"word"`
	Like []string `json:"like"`
}

type explainedResult struct {
	searchResult
	Words []explainedWord `json:"words"`
}

type explainedWord struct {
	Word  string `json:"word"`
	Kind  string `json:"kind"`
	Where string `json:"where"`
}

// explain says how a query is answered.
func explain(index *search.Index, query string) (explanation, error) {
	e := explanation{Query: query, Terms: []explainedTerm{}, Corrections: []explainedCorrection{}, Results: []explainedResult{}}
	answer, err := index.Search(search.Query{Text: query, Limit: maxResults})
	if err != nil {
		return e, fmt.Errorf("searching: %w", err)
	}
	e.Phrases, e.Without = answer.Phrases, answer.Without
	for _, m := range answer.Meanings {
		for _, t := range m.Terms {
			e.Terms = append(e.Terms, explainedTerm{t.Facet, t.ID, t.Label, t.Documents})
		}
	}
	for _, c := range answer.Corrections {
		e.Corrections = append(e.Corrections, explainedCorrection(c))
	}
	for _, hit := range answer.Hits {
		result := explainedResult{resultOf(hit), []explainedWord{}}
		for _, found := range hit.Found {
			result.Words = append(result.Words, explainedWord{found.Word, found.Kind.String(), found.Place})
		}
		e.Results = append(e.Results, result)
	}
	return e, nil
}

// explainLines explains each line of a text, an object a line.
func explainLines(index *search.Index, queries io.Reader, out io.Writer) error {
	encoder := json.NewEncoder(out)
	encoder.SetEscapeHTML(false)
	lines := bufio.NewScanner(queries)
	for lines.Scan() {
		explained, err := explain(index, lines.Text())
		if err != nil {
			return err
		}
		if err := encoder.Encode(explained); err != nil {
			return err
		}
	}
	return lines.Err()
}
