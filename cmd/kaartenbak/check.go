package main

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"

	"kaartenbak/generator/catalogue"
	"kaartenbak/generator/load"
	"kaartenbak/generator/problem"
)

// checkContent shows what is wrong with the content, in the form that is asked for.
func checkContent(c *call) error {
	config := c.config()
	format := c.flags.String("format", "text", "text, json, github or sarif")
	strict := c.flags.Bool("strict", false, "count warnings as errors")
	links := c.flags.Bool("links", false, "also ask the network whether outside addresses answer")
	answers := c.flags.String("report", "", "with --links: the file to keep what was asked in, such as content/webadressen.json")
	files, err := c.parse()
	if err != nil {
		return err
	}
	report, isReport := reports[*format]
	if !isReport && *format != "text" {
		return wrongUse("--format %q: want text, json, github or sarif", *format)
	}
	if *answers != "" && !*links {
		return wrongUse("--report keeps what --links asked: give both")
	}
	checked, cfg, err := c.readContent(config)
	if err != nil {
		return err
	}
	problems, waiting := append(checked.Problems, checked.Receiver()...), checked.Catalogue.Waiting
	if *links {
		answered, dead := askAddresses(checked.Catalogue)
		dead.Sort()
		if *answers != "" {
			if err := keepAnswers(*answers, answered, dead); err != nil {
				return err
			}
		}
		problems = append(problems, dead...)
		problems.Sort()
	}
	if len(files) > 0 {
		named, err := pathsOf(files, cfg.ContentName)
		if err != nil {
			return err
		}
		problems = slices.DeleteFunc(problems, func(p problem.Problem) bool { return !named.have(p.File) })
		waiting = slices.DeleteFunc(waiting, func(e *catalogue.Entry) bool { return !named.have(e.File) })
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
	c.showWaiting(waiting)
	if err == nil && problems.Errors() > 0 {
		return contentError{} // which have been shown
	}
	return err
}

// keepAnswers writes which outside addresses answered, and what was wrong with the
// others, for the site to tell.
func keepAnswers(name string, answered []string, dead problem.List) error {
	var out bytes.Buffer
	report := load.Answers{Answered: answered}
	for _, p := range dead {
		report.Problems = append(report.Problems, load.Answer{File: p.File, Rule: p.Rule, Message: p.Message})
	}
	err := writeJSON(&out, report)
	if err != nil {
		return err
	}
	return os.WriteFile(name, out.Bytes(), 0o644)
}

// paths are absolute paths of files and folders.
type paths []string

// pathsOf are the paths of files and folders in the content. Naming one that is not
// there is a wrong use, and so is one outside the content, which would never have a
// problem.
func pathsOf(names []string, content string) (paths, error) {
	folder, err := filepath.Abs(content)
	if err != nil {
		return nil, err
	}
	found := make(paths, len(names))
	for i, name := range names {
		if found[i], err = existingPath(name); err != nil {
			return nil, err
		}
		if !within(found[i], folder) {
			return nil, wrongUse("%s is not in %s, of which the files are checked", name, content)
		}
	}
	return found, nil
}

// have reports whether a file is one of the paths, or lies below one.
func (p paths) have(file string) bool {
	file, err := filepath.Abs(file)
	return err == nil && slices.ContainsFunc(p, func(path string) bool { return within(file, path) })
}
