package main

import (
	"fmt"
	"os"
	"strings"

	"kaartenbak/generator/problem"
)

// The colours of a terminal.
const (
	red    = "\x1b[31m"
	yellow = "\x1b[33m"
	dim    = "\x1b[2m"
	plain  = "\x1b[0m"
)

// wantsColour reports whether a file is a terminal that takes colours.
func wantsColour(f *os.File) bool {
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0 && os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"
}

// show writes problems to standard error, each with its way out on a line below.
func (c *call) show(problems problem.List) {
	for _, p := range problems {
		colour, end, quiet := "", "", ""
		if c.colour {
			colour, end, quiet = red, plain, dim
			if p.Warning {
				colour = yellow
			}
		}
		fmt.Fprintf(c.stderr, "%s: %s%s%s %s[%s]%s\n", clean(p.Pos.String()), colour, clean(p.Message), end, quiet, p.Rule, end)
		if p.Hint != "" {
			fmt.Fprintf(c.stderr, "\t%s\n", clean(p.Hint))
		}
	}
}

// clean keeps a text from doing anything but being read: content may hold what
// a terminal would obey.
func clean(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f || r >= 0x80 && r < 0xa0 || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 {
			return '\uFFFD'
		}
		return r
	}, s)
}

// report shows problems, and below them in a line how many there are.
func (c *call) report(problems problem.List) {
	if len(problems) == 0 {
		return
	}
	c.show(problems)
	errors := problems.Errors()
	warnings := len(problems) - errors
	count := func(n int, one, more string) string {
		if n == 1 {
			return "1 " + one
		}
		return fmt.Sprintf("%d %s", n, more)
	}
	fmt.Fprintf(c.stderr, "%s, %s\n", count(errors, "fout", "fouten"), count(warnings, "waarschuwing", "waarschuwingen"))
}
