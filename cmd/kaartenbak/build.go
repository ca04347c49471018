package main

import (
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"
	"time"

	"kaartenbak/generator"
	"kaartenbak/generator/catalogue"
	"kaartenbak/generator/write"
)

// gcPercent is how much a build may allocate between two collections, of what it
// keeps. Of 10,000 entries it takes an eighth off the memory of Go's own 100, for
// 3 % more work; 50 costs 10 %.
const gcPercent = 75

// build writes the whole site to a folder, or nothing where the content has errors.
func build(c *call) error {
	config := c.config()
	out := c.flags.String("out", "public", "the folder to write the site to")
	base := c.flags.String("base-url", "", "the address where the site is published")
	repository := c.flags.String("repository", "", "the address of the repository, unless content/site.yaml has it")
	branch := c.flags.String("branch", "", "its branch; main unless given")
	strict := c.flags.Bool("strict", false, "let warnings stop the build")
	precompress := c.flags.Bool("precompress", false, "add .br and .gz files")
	portable := c.flags.Bool("portable", false, "write index.html in links, for file://")
	packages := c.flags.String("packages", ".", "the folder with the packages of the editing system")
	noting := c.flags.Bool("note", false, "write new addresses and what changed in the content folder")
	forgetting := c.flags.Bool("forget", false, "first take the values of a field of an entry out of the ledger")
	noSearch := c.flags.Bool("no-search", false, "leave out the search index, to measure the rest alone")
	arguments, err := c.parse()
	if err != nil {
		return err
	}
	switch {
	case *forgetting && len(arguments) != 2:
		return wrongUse("--forget wants an entry and the key of a field, such as keuzehulpen/knie link")
	case !*forgetting && len(arguments) > 0:
		return wrongUse("%q is not expected", arguments[0])
	}
	if !isSiteAddress(*base) {
		return wrongUse("--base-url %q: want an address such as https://www.example.org/catalogus", *base)
	}
	forge, ok := catalogue.NewForge(*repository, *branch)
	if *repository != "" && !ok {
		return wrongUse("--repository %q: want an address such as https://github.com/example/catalogus", *repository)
	}
	cfg, err := config()
	if err != nil {
		return err
	}
	if reason := unsuitable(*out, cfg.ContentName); reason != "" {
		return wrongUse("--out %q: want a folder for the site alone, and this is %s", *out, reason)
	}
	cfg.Packages = os.DirFS(*packages)
	cfg.Forge = forge
	cfg.BaseURL, cfg.Strict, cfg.Portable, cfg.NoSearch = *base, *strict, *portable, *noSearch

	if *forgetting {
		if err := c.forget(cfg, arguments[0], arguments[1]); err != nil {
			return err
		}
	}
	start := time.Now()
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(gcPercent)
	}
	folder := &lateFolder{dir: *out}
	var sink write.Sink = folder
	if *precompress {
		sink = write.Precompressed{Sink: folder}
	}
	result, err := generator.Build(cfg, sink)
	if err != nil {
		if folder.Folder != nil {
			err = errors.Join(err, folder.Abandon())
		}
		return err
	}
	if folder.Folder == nil {
		return contentError{result.Problems}
	}
	c.show(result.Problems)
	c.showWaiting(result.Waiting)
	stats, err := folder.Close()
	if err != nil {
		return err
	}
	if *noting {
		err = note(cfg.ContentName, result.Unnoted)
	} else {
		c.tellUnnoted(cfg.ContentName, result.Unnoted)
	}
	fmt.Fprintf(c.stdout, "%d pages, %d files, %d bytes, %d changed, %d removed, %d ms\n",
		result.Pages, stats.Files, stats.Bytes, stats.Changed, stats.Removed, time.Since(start).Milliseconds())
	return err
}

// unsuitable says why a folder cannot hold a site, or gives "".
func unsuitable(out, content string) string {
	at := resolved(out)
	switch {
	case out == "":
		return "no folder"
	case at == filepath.Dir(at):
		return "the root of the disk"
	case within(at, resolved(content)):
		return "in the content folder"
	}
	return ""
}

// isSiteAddress reports whether a site can be published at an address. No address
// is fine too. It is written in files where a space or a quotation mark would end it.
func isSiteAddress(address string) bool {
	if address == "" {
		return true
	}
	u, err := url.Parse(address)
	return err == nil && (u.Scheme == "https" || u.Scheme == "http") && u.Host != "" &&
		u.User == nil && u.RawQuery == "" && u.Fragment == "" && !strings.ContainsAny(address, " \"'<>\\`{|}^")
}
