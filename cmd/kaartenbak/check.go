package main

import (
	"fmt"
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
	checked, cfg, code := c.read(config)
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
		if problems, err = only(problems, files, cfg.ContentName); err != nil {
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
			return nil, fmt.Errorf("%s is not in %s, of which the files are checked", name, content)
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

// within reports whether an absolute path is that of a folder or file, or lies below it.
func within(path, at string) bool {
	rel, err := filepath.Rel(at, path)
	return err == nil && filepath.IsLocal(rel)
}
