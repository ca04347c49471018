package main

import (
	"path/filepath"
	"slices"

	"kaartenbak/generator/problem"
)

func checkContent(c *call) error {
	config := c.config()
	format := c.flags.String("format", "text", "text, json, github or sarif")
	strict := c.flags.Bool("strict", false, "count warnings as errors")
	links := c.flags.Bool("links", false, "also ask the network whether outside addresses answer")
	files, err := c.parse()
	if err != nil {
		return err
	}
	report, isReport := reports[*format]
	if !isReport && *format != "text" {
		return wrongUse("--format %q: want text, json, github or sarif", *format)
	}
	checked, cfg, err := c.read(config)
	if err != nil {
		return err
	}
	problems := checked.Problems
	if *links {
		problems = append(problems, deadAddresses(checked.Catalogue)...)
		problems.Sort()
	}
	if len(files) > 0 {
		if problems, err = only(problems, files, cfg.ContentName); err != nil {
			return err
		}
	}
	if *strict {
		for i := range problems {
			problems[i].Warning = false
		}
	}
	if isReport {
		err = report(c.stdout, problems)
	} else {
		c.report(problems)
	}
	if err == nil && problems.Errors() > 0 {
		return contentError{}
	}
	return err
}

// only keeps the problems in the named files and folders. Naming one that is not
// there, or that is not content and would always be found right, is a wrong use.
func only(problems problem.List, names []string, content string) (problem.List, error) {
	folder, err := filepath.Abs(content)
	if err != nil {
		return nil, err
	}
	wanted := make([]string, len(names))
	for i, name := range names {
		if wanted[i], err = realPath(name); err != nil {
			return nil, err
		}
		if !within(wanted[i], folder) {
			return nil, wrongUse("%s is not in %s, of which the files are checked", name, content)
		}
	}
	kept := problem.List{}
	for _, p := range problems {
		path, err := filepath.Abs(p.File)
		if err == nil && slices.ContainsFunc(wanted, func(name string) bool { return within(path, name) }) {
			kept = append(kept, p)
		}
	}
	return kept, nil
}
