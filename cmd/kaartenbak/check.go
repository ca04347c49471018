package main

import (
	"path/filepath"
	"slices"

	"kaartenbak/generator/problem"
)

// checkContent shows what is wrong with the content, in the form that is asked for.
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
	checked, cfg, err := c.readContent(config)
	if err != nil {
		return err
	}
	problems := checked.Problems
	if *links {
		problems = append(problems, deadAddresses(checked.Catalogue)...)
		problems.Sort()
	}
	if len(files) > 0 {
		if problems, err = problemsIn(files, problems, cfg.ContentName); err != nil {
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
		c.showWithCount(problems)
	}
	if err == nil && problems.Errors() > 0 {
		return contentError{} // which have been shown
	}
	return err
}

// problemsIn are the problems in the named files and folders. Naming one that is
// not there is a wrong use, and so is one outside the content, which would never
// have a problem.
func problemsIn(names []string, problems problem.List, content string) (problem.List, error) {
	folder, err := filepath.Abs(content)
	if err != nil {
		return nil, err
	}
	paths := make([]string, len(names))
	for i, name := range names {
		if paths[i], err = existingPath(name); err != nil {
			return nil, err
		}
		if !within(paths[i], folder) {
			return nil, wrongUse("%s is not in %s, of which the files are checked", name, content)
		}
	}
	inside := problem.List{}
	for _, p := range problems {
		file, err := filepath.Abs(p.File)
		if err == nil && slices.ContainsFunc(paths, func(path string) bool { return within(file, path) }) {
			inside = append(inside, p)
		}
	}
	return inside, nil
}
