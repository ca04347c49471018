package main

import (
	"strconv"
	"strings"
	"time"

	"github.com/blevesearch/bleve/v2"
	_ "github.com/blevesearch/bleve/v2/analysis/lang/nl"
	blevequery "github.com/blevesearch/bleve/v2/search/query"
)

// bleveFields are the fields with their weights.
var bleveFields = []struct {
	name  string
	boost float64
}{{"title", 4}, {"headings", 2}, {"body", 1}}

// buildBleve makes an index of bleve's own, with its Dutch analyzer.
func buildBleve(file, dir string) error {
	var docs []document
	if err := readJSON(file, &docs); err != nil {
		return err
	}
	mapping := bleve.NewIndexMapping()
	mapping.DefaultAnalyzer = "nl"
	mapping.StoreDynamic, mapping.DocValuesDynamic = false, false
	index, err := bleve.New(dir, mapping)
	if err != nil {
		return err
	}
	batch := index.NewBatch()
	for i, d := range docs {
		if err := batch.Index(strconv.Itoa(d.ID), map[string]string{"title": d.Title, "headings": d.Headings, "body": d.Body}); err != nil {
			return err
		}
		if batch.Size() == 500 || i == len(docs)-1 {
			if err := index.Batch(batch); err != nil {
				return err
			}
			batch = index.NewBatch()
		}
	}
	return index.Close()
}

// answers is what an engine gave for each query.
type answers struct {
	IDs [][]int   `json:"ids"`
	MS  []float64 `json:"ms"`
}

// askBleve asks all queries: words with one slip, the last also as the start
// of a word.
func askBleve(dir string, texts []string) (f answers, err error) {
	index, err := bleve.Open(dir)
	if err != nil {
		return f, err
	}
	defer index.Close()
	for range 2 { // the second time with all in cache
		f = answers{}
		for _, text := range texts {
			start := time.Now()
			var any []blevequery.Query
			words := plainWords(text)
			for _, field := range bleveFields {
				q := bleve.NewMatchQuery(text)
				q.SetField(field.name)
				q.SetBoost(field.boost)
				q.SetFuzziness(1)
				any = append(any, q)
				if len(words) > 0 {
					p := bleve.NewPrefixQuery(strings.ToLower(words[len(words)-1]))
					p.SetField(field.name)
					p.SetBoost(field.boost)
					any = append(any, p)
				}
			}
			r, err := index.Search(bleve.NewSearchRequestOptions(bleve.NewDisjunctionQuery(any...), 10, 0, false))
			if err != nil {
				return f, err
			}
			ids := []int{}
			for _, hit := range r.Hits {
				id, err := strconv.Atoi(hit.ID)
				if err != nil {
					return f, err
				}
				ids = append(ids, id)
			}
			f.IDs = append(f.IDs, ids)
			f.MS = append(f.MS, float64(time.Since(start).Microseconds())/1000)
		}
	}
	return f, nil
}
