package main

import (
	"io"

	"kaartenbak/generator"
	"kaartenbak/generator/problem"
)

// reportSARIF writes the problems as SARIF 2.1.0 (OASIS), for code scanning.
func reportSARIF(w io.Writer, problems problem.List) error {
	type object = map[string]any
	var rules, results []object
	for _, r := range generator.Rules() {
		rules = append(rules, object{"id": r.Name, "fullDescription": object{"text": r.Doc}})
	}
	for _, p := range problems {
		text := p.Message
		if p.Hint != "" {
			text += "\n" + p.Hint
		}
		region := object{"startLine": max(p.Line, 1)}
		if p.Col > 0 {
			region["startColumn"] = p.Col
		}
		results = append(results, object{
			"ruleId": p.Rule, "level": severity(p), "message": object{"text": text},
			"locations": []object{{"physicalLocation": object{"artifactLocation": object{"uri": p.File}, "region": region}}},
		})
	}
	if results == nil {
		results = []object{}
	}
	return writeJSON(w, object{
		"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0",
		"runs": []object{{
			"tool":       object{"driver": object{"name": "kaartenbak", "rules": rules}},
			"columnKind": "unicodeCodePoints", "results": results,
		}},
	})
}
