package main

import (
	"fmt"
	"os"
	"regexp"
	"strings"
)

// practiceFile are queries as care professionals and patients type them, with what must
// come: the test of package generator holds the score of kaartenbak on all its kinds.
const practiceFile = "generator/testdata/practice.tsv"

// placed are the kinds of rows that say which entries are right, and how far down the
// first of them may stand. The other kinds ask for words about the query, which the
// other engines do not have.
var placed = map[string]int{"first": 1, "top3": 3}

// practice reads the rows that say which entries are right. Targets are the documents
// whose title and address match.
func practice(docs []document) ([]query, error) {
	data, err := os.ReadFile(practiceFile)
	if err != nil {
		return nil, err
	}
	var out []query
	for line := range strings.Lines(string(data)) {
		fields := strings.Split(strings.TrimSpace(line), "\t")
		if strings.HasPrefix(line, "#") || len(fields) < 3 || placed[fields[1]] == 0 {
			continue
		}
		right, err := regexp.Compile(fields[2])
		if err != nil {
			return nil, fmt.Errorf("%s: %s: %w", practiceFile, fields[0], err)
		}
		q := query{Class: fields[1], Text: fields[0]}
		for _, d := range docs {
			if right.MatchString(d.Title + " /" + d.URL) {
				q.Targets = append(q.Targets, d.ID)
			}
		}
		out = append(out, q)
	}
	return out, nil
}
