package main

import (
	"fmt"
	"os"
	"strings"

	"kaartenbak/generator"
	"kaartenbak/templates"
)

// config declares the flags that every verb has that reads the content, and
// gives the configuration that they fill once they are parsed.
func (c *call) config() func() (generator.Config, error) {
	content := c.flags.String("content", "content", "the content folder")
	now := today()
	c.flags.Var(&now, "today", "the day to make the site for; without it, that of "+zone)
	return func() (generator.Config, error) {
		info, err := os.Stat(*content)
		if err != nil {
			return generator.Config{}, fmt.Errorf("opening the content folder: %w", err)
		}
		if !info.IsDir() {
			return generator.Config{}, fmt.Errorf("opening the content folder: %s is no folder", *content)
		}
		return generator.Config{
			Content: os.DirFS(*content), ContentName: strings.TrimRight(*content, "/"),
			Templates: templates.FS, Today: now.Time,
		}, nil
	}
}

// readContent reads and checks the content, whatever is wrong with it.
func (c *call) readContent(config func() (generator.Config, error)) (checked *generator.Site, cfg generator.Config, err error) {
	if cfg, err = config(); err != nil {
		return nil, cfg, err
	}
	checked, err = generator.Check(cfg)
	return checked, cfg, err
}

// readValidContent is readContent for a verb that has no use for content with errors.
func (c *call) readValidContent(config func() (generator.Config, error)) (checked *generator.Site, cfg generator.Config, err error) {
	checked, cfg, err = c.readContent(config)
	if err == nil && checked.Problems.Errors() > 0 {
		err = contentError{checked.Problems}
	}
	return checked, cfg, err
}
