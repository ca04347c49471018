package main

import (
	"encoding/json"
	"io"
	"strings"

	"kaartenbak/generator/problem"
)

// writeJSON writes a value as JSON that a person can read.
func writeJSON(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(v)
}

// A reportedProblem is a problem as the JSON report has it.
type reportedProblem struct {
	File     string `json:"file"`
	Line     int    `json:"line"`
	Column   int    `json:"column"`
	Cell     string `json:"cell,omitempty"` // of a spreadsheet: B12
	Rule     string `json:"rule"`
	Severity string `json:"severity"`
	Message  string `json:"message"`
	Hint     string `json:"hint"`
}

// reportJSON writes the problems as one JSON array.
func reportJSON(w io.Writer, problems problem.List) error {
	reported := make([]reportedProblem, len(problems))
	for i, p := range problems {
		reported[i] = reportedProblem{p.File, p.Line, p.Col, p.Cell[strings.LastIndex(p.Cell, "!")+1:], p.Rule, severity(p), p.Message, p.Hint}
	}
	return writeJSON(w, reported)
}
