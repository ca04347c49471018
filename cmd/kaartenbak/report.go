package main

import (
	"io"

	"kaartenbak/generator/problem"
)

// reports are the forms in which problems are given to other programs, by the
// name that --format has for them.
var reports = map[string]func(io.Writer, problem.List) error{
	"json":   reportJSON,
	"github": reportGitHub,
	"sarif":  reportSARIF,
}

// severity is what other programs call an error or a warning.
func severity(p problem.Problem) string {
	if p.Warning {
		return "warning"
	}
	return "error"
}
