package main

import (
	"path/filepath"
	"slices"

	"kaartenbak/generator/problem"
)

func checkContent(c *call) int {
	config := c.config()
	format := c.flags.String("format", "text", "text, json, github or sarif")
	strict := c.flags.Bool("strict", false, "count warnings as errors")
	links := c.flags.Bool("links", false, "also ask the network whether outside addresses answer")
	files, ok := c.parse()
	if !ok {
		return exitUsage
	}
	if !slices.Contains([]string{"text", "json", "github", "sarif"}, *format) {
		return c.wrong("--format %q: want text, json, github or sarif", *format)
	}
	checked, _, code := c.read(config)
	if checked == nil {
		return code
	}
	problems := checked.Problems
	if *links {
		problems = append(problems, deadAddresses(checked.Catalogue)...)
		problems.Sort()
	}
	if len(files) > 0 {
		var err error
		if problems, err = only(problems, files); err != nil {
			return c.wrong("%v", err)
		}
	}
	if *strict {
		for i := range problems {
			problems[i].Warning = false
		}
	}
	var err error
	switch *format {
	case "json":
		err = reportJSON(c.stdout, problems)
	case "github":
		err = reportGitHub(c.stdout, problems)
	case "sarif":
		err = reportSARIF(c.stdout, problems)
	default:
		c.show(problems)
		if len(problems) > 0 {
			c.summary(problems)
		}
	}
	if err != nil {
		return c.failed(err)
	}
	if problems.Errors() > 0 {
		return exitContent
	}
	return exitFine
}

// only keeps the problems in the named files. Naming a file that is not there
// is a wrong use.
func only(problems problem.List, files []string) (problem.List, error) {
	wanted := map[string]bool{}
	for _, name := range files {
		path, err := realPath(name)
		if err != nil {
			return nil, err
		}
		wanted[path] = true
	}
	kept := problem.List{}
	for _, p := range problems {
		if path, err := filepath.Abs(p.File); err == nil && wanted[path] {
			kept = append(kept, p)
		}
	}
	return kept, nil
}
