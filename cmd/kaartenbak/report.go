package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strings"

	"kaartenbak/generator"
	"kaartenbak/generator/problem"
)

// The colours of a terminal.
const (
	red    = "\x1b[31m"
	yellow = "\x1b[33m"
	dim    = "\x1b[2m"
	plain  = "\x1b[0m"
)

// wantsColour reports whether a file is a terminal that takes colours.
func wantsColour(f *os.File) bool {
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0 && os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"
}

// show writes problems to standard error, each with its way out on a line below.
func (c *call) show(problems problem.List) {
	for _, p := range problems {
		colour, end, quiet := "", "", ""
		if c.colour {
			colour, end, quiet = red, plain, dim
			if p.Warning {
				colour = yellow
			}
		}
		fmt.Fprintf(c.stderr, "%s: %s%s%s %s[%s]%s\n", clean(p.Pos.String()), colour, clean(p.Message), end, quiet, p.Rule, end)
		if p.Hint != "" {
			fmt.Fprintf(c.stderr, "\t%s\n", clean(p.Hint))
		}
	}
}

// clean keeps a text from doing anything but being read: content may hold what
// a terminal would obey.
func clean(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f || r >= 0x80 && r < 0xa0 || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 {
			return '\uFFFD'
		}
		return r
	}, s)
}

// report shows problems, and below them in a line how many there are.
func (c *call) report(problems problem.List) {
	if len(problems) == 0 {
		return
	}
	c.show(problems)
	errors := problems.Errors()
	warnings := len(problems) - errors
	count := func(n int, one, more string) string {
		if n == 1 {
			return "1 " + one
		}
		return fmt.Sprintf("%d %s", n, more)
	}
	fmt.Fprintf(c.stderr, "%s, %s\n", count(errors, "fout", "fouten"), count(warnings, "waarschuwing", "waarschuwingen"))
}

// A reportedProblem is a problem as the JSON report has it.
type reportedProblem struct {
	File     string `json:"file"`
	Line     int    `json:"line"`
	Column   int    `json:"column"`
	Rule     string `json:"rule"`
	Severity string `json:"severity"`
	Message  string `json:"message"`
	Hint     string `json:"hint"`
}

func severity(p problem.Problem) string {
	if p.Warning {
		return "warning"
	}
	return "error"
}

func writeJSON(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(v)
}

// reportJSON writes the problems as one JSON array.
func reportJSON(w io.Writer, problems problem.List) error {
	all := make([]reportedProblem, len(problems))
	for i, p := range problems {
		all[i] = reportedProblem{p.File, p.Line, p.Col, p.Rule, severity(p), p.Message, p.Hint}
	}
	return writeJSON(w, all)
}

var (
	commandValue    = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	commandProperty = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)

// reportGitHub writes the problems as workflow commands, which become
// annotations on the lines of a pull request
// (docs.github.com/actions, "Workflow commands").
func reportGitHub(w io.Writer, problems problem.List) error {
	for _, p := range problems {
		place := "file=" + commandProperty.Replace(p.File)
		if p.Line > 0 {
			place += fmt.Sprintf(",line=%d", p.Line)
		}
		if p.Col > 0 {
			place += fmt.Sprintf(",col=%d", p.Col)
		}
		text := p.Message
		if p.Hint != "" {
			text += "\n" + p.Hint
		}
		if _, err := fmt.Fprintf(w, "::%s %s,title=%s::%s\n", severity(p), place, commandProperty.Replace(p.Rule), commandValue.Replace(text)); err != nil {
			return err
		}
	}
	return nil
}

// reportSARIF writes the problems as SARIF 2.1.0 (OASIS), for code scanning.
func reportSARIF(w io.Writer, problems problem.List) error {
	type object = map[string]any
	var described, results []object
	for _, r := range generator.Rules() {
		described = append(described, object{"id": r.Name, "fullDescription": object{"text": r.Doc}})
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
			"tool":       object{"driver": object{"name": "kaartenbak", "rules": described}},
			"columnKind": "unicodeCodePoints", "results": results,
		}},
	})
}
