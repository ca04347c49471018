package main

import (
	"fmt"
	"os"
	"strings"
	"time"

	"kaartenbak/generator/catalogue"
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
		colour, quiet, end := "", "", ""
		if c.colour {
			colour, quiet, end = red, dim, plain
			if p.Warning {
				colour = yellow
			}
		}
		fmt.Fprintf(c.stderr, "%s: %s%s%s %s[%s]%s\n", printable(p.Pos.String()), colour, printable(p.Message), end, quiet, p.Rule, end)
		if p.Hint != "" {
			fmt.Fprintf(c.stderr, "\t%s\n", printable(p.Hint))
		}
	}
}

// showWaiting says what is not on the site yet, and until when. That is as its author
// means it, and no problem.
func (c *call) showWaiting(entries []*catalogue.Entry) {
	for _, e := range entries {
		fmt.Fprintf(c.stderr, "%s: wacht, en komt vanaf %s vanzelf op de site\n", printable(e.File), e.Appears().Format(time.DateOnly))
	}
}

// printable is a text in which U+FFFD stands for each character that a terminal
// would obey: anyone can put those in the content.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f || r >= 0x80 && r < 0xa0 || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 {
			return '\uFFFD'
		}
		return r
	}, s)
}

// showWithCount shows problems, and below them in one line how many there are.
func (c *call) showWithCount(problems problem.List) {
	if len(problems) == 0 {
		return
	}
	c.show(problems)
	errors := problems.Errors()
	warnings := len(problems) - errors
	fmt.Fprintf(c.stderr, "%s, %s\n", count(errors, "fout", "fouten"), count(warnings, "waarschuwing", "waarschuwingen"))
}

// count is a number of things in words.
func count(n int, singular, plural string) string {
	if n == 1 {
		return "1 " + singular
	}
	return fmt.Sprintf("%d %s", n, plural)
}
