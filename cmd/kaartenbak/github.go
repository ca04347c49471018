package main

import (
	"fmt"
	"io"
	"strings"

	"kaartenbak/generator/problem"
)

// What would end or break a workflow command is written in another way: in its
// text, and in its properties.
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
