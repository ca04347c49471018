// Command site builds and serves a made-up catalogue with kaartenbak and with
// Hugo, side by side, and prints what each took.
//
// Both make the same pages: every entry with its fields and related cards, lists
// of 24, the filters, the pages and the A–Z of five vocabularies, the first page,
// a sitemap and a feed. kaartenbak makes more than that, and is not given the
// difference: it checks the content, and writes each entry's source and the
// catalogue as data. Search is left out of both.
//
// Each run is a whole process that writes to a folder that is not there yet, as
// on a machine of a host, and then once more over what it wrote. The runs take
// turns, so that what else happens on the machine hits both; still, compare
// ratios and not seconds.
//
// Then both serve the site, and entries are edited: it is measured how long after
// a save the pages that show it are answered with it, as seen over HTTP. Hugo
// serves with its usual fast render, from memory.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"kaartenbak/tests/bench/project"
)

// options are what the flags say.
type options struct {
	sizes   []int
	runs    int
	serve   int // from so many entries on, serving is measured too
	work    string
	keep    bool
	content string
}

func main() {
	var o options
	sizes := flag.String("sizes", "1000,10000", "numbers of entries, with commas")
	flag.IntVar(&o.runs, "runs", 5, "how many times each build, start and edit is measured")
	flag.IntVar(&o.serve, "serve", 10000, "measure serving too, from this number of entries on")
	flag.StringVar(&o.work, "work", "", "the folder to work in; a Hugo that is there is used again (default a new one)")
	flag.BoolVar(&o.keep, "keep", false, "keep the folder, with the sites")
	flag.StringVar(&o.content, "content", "", "only write the made-up content, of the first of -sizes, to this new folder")
	flag.Parse()
	err := o.read(*sizes)
	if err == nil {
		err = project.Enter()
	}
	if err == nil {
		if o.content != "" {
			err = writeOnly(o.content, o.sizes[0])
		} else {
			err = bench(o)
		}
	}
	if err != nil {
		fmt.Fprintf(os.Stderr, "bench: %v\n", err)
		os.Exit(1)
	}
}

// read reads the sizes, and checks the numbers.
func (o *options) read(sizes string) error {
	for s := range strings.SplitSeq(sizes, ",") {
		n, err := strconv.Atoi(s)
		if err != nil || n < least {
			return fmt.Errorf("reading -sizes: %q is no number from %d", s, least)
		}
		o.sizes = append(o.sizes, n)
	}
	if o.runs < 1 {
		return fmt.Errorf("reading -runs: want at least 1")
	}
	return nil
}

// writeOnly writes the content of a catalogue of n entries to a folder that holds
// nothing yet.
func writeOnly(dir string, n int) error {
	there, err := os.ReadDir(dir)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("looking at %s: %w", dir, err)
	}
	if len(there) > 0 {
		return fmt.Errorf("%s is not empty", dir)
	}
	if err := makeUp(n).writeContent(dir); err != nil {
		return fmt.Errorf("writing the content: %w", err)
	}
	return nil
}

func bench(o options) error {
	work := o.work
	var err error
	if work == "" {
		if work, err = os.MkdirTemp("", "kaartenbak-bench-"); err != nil {
			return fmt.Errorf("making a folder to work in: %w", err)
		}
		if !o.keep {
			defer os.RemoveAll(work)
		}
	} else if work, err = filepath.Abs(work); err != nil {
		return fmt.Errorf("finding the folder to work in: %w", err)
	}
	if o.keep {
		fmt.Fprintln(os.Stderr, "working in", work)
	}
	builders, err := install(work)
	if err != nil {
		return err
	}
	printMachine(builders, o.runs)
	for _, n := range o.sizes {
		if err := benchSize(o, work, builders, n); err != nil {
			return err
		}
	}
	return nil
}

// benchSize measures the builds of a catalogue of n entries, and the servers.
func benchSize(o options, work string, builders []builder, n int) error {
	dir := filepath.Join(work, strconv.Itoa(n))
	if err := os.RemoveAll(dir); err != nil {
		return fmt.Errorf("cleaning up: %w", err)
	}
	m := makeUp(n)
	if err := m.writeContent(filepath.Join(dir, "content")); err != nil {
		return fmt.Errorf("writing the catalogue: %w", err)
	}
	if err := m.writeHugo(filepath.Join(dir, "hugo")); err != nil {
		return fmt.Errorf("writing the catalogue for Hugo: %w", err)
	}
	results, err := measure(builders, dir, o.runs)
	if err != nil {
		return err
	}
	printResults(n, builders, results)
	if err := samePages(n, dir, builders); err != nil {
		return err
	}
	if n >= o.serve {
		edited, err := m.subjects(o.runs, builders[len(builders)-1].out(dir, 0))
		if err != nil {
			return fmt.Errorf("choosing entries to edit: %w", err)
		}
		servings, err := measureServing(builders, dir, edited, o.runs)
		if err != nil {
			return err
		}
		printServing(n, builders, results, servings)
	}
	if !o.keep {
		if err := os.RemoveAll(dir); err != nil {
			return fmt.Errorf("cleaning up: %w", err)
		}
	}
	return nil
}
