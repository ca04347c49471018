// Command site builds a made-up catalogue with kaartenbak and with Hugo, side
// by side, and prints what each took.
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
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"kaartenbak/tests/bench/project"
)

func main() {
	sizes := flag.String("sizes", "1000,10000", "numbers of entries, with commas")
	runs := flag.Int("runs", 5, "how many times each build is measured")
	work := flag.String("work", "", "the folder to work in; a Hugo that is there is used again (default a new one)")
	keep := flag.Bool("keep", false, "keep the folder, with the sites")
	flag.Parse()
	err := project.Enter()
	if err == nil {
		err = bench(*sizes, *runs, *work, *keep)
	}
	if err != nil {
		fmt.Fprintf(os.Stderr, "bench: %v\n", err)
		os.Exit(1)
	}
}

func bench(sizes string, runs int, work string, keep bool) error {
	var counts []int
	for s := range strings.SplitSeq(sizes, ",") {
		n, err := strconv.Atoi(s)
		if err != nil || n < least {
			return fmt.Errorf("reading -sizes: %q is no number from %d", s, least)
		}
		counts = append(counts, n)
	}
	if runs < 1 {
		return fmt.Errorf("reading -runs: want at least 1")
	}
	var err error
	if work == "" {
		if work, err = os.MkdirTemp("", "kaartenbak-bench-"); err != nil {
			return fmt.Errorf("making a folder to work in: %w", err)
		}
		if !keep {
			defer os.RemoveAll(work)
		}
	} else if work, err = filepath.Abs(work); err != nil {
		return fmt.Errorf("finding the folder to work in: %w", err)
	}
	if keep {
		fmt.Fprintln(os.Stderr, "working in", work)
	}
	builders, err := install(work)
	if err != nil {
		return err
	}
	printMachine(builders, runs)
	for _, n := range counts {
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
		results, err := measure(builders, dir, runs)
		if err != nil {
			return err
		}
		printResults(n, builders, results)
		if err := samePages(n, dir, builders); err != nil {
			return err
		}
		if !keep {
			if err := os.RemoveAll(dir); err != nil {
				return fmt.Errorf("cleaning up: %w", err)
			}
		}
	}
	return nil
}
