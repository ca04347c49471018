// Command kaartenbak makes a static catalogue site out of a folder of Markdown
// entries. Run it without arguments for its verbs.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"kaartenbak/generator"
	"kaartenbak/templates"
)

// The exit codes. Outside scripts rely on them.
const (
	exitFine    = 0
	exitContent = 1 // the content has errors
	exitUsage   = 2
	exitMachine = 3 // disk, permission, network
)

// A verb is one thing the command does.
type verb struct {
	name, use, does string
	run             func(*call) int
}

// verbs is set in init: usage names it, and verbs name usage.
var verbs []verb

func init() {
	verbs = []verb{
		{"build", "[--out public] [--base-url URL] [--content content] [--today 2026-11-22] [--strict] [--precompress] [--portable] [--packages .]", "check, then write the whole site", build},
		{"serve", "[--addr 127.0.0.1:8080] [--content content]", "serve the site, and rebuild it on every change", serve},
		{"check", "[--content content] [--format text|json|github|sarif] [--strict] [--links] [FILE...]", "show all problems in the content", checkContent},
		{"new", "[--content content] COLLECTION \"Titel\"", "make an entry to fill in", newEntry},
		{"search", "[--json] [--content content] QUERY", "show the top results, as the search page does", searchContent},
		{"schema", "COLLECTION", "print the JSON Schema of an entry's front matter", schema},
		{"fields", "[--format text|json] [COLLECTION]", "print the fields of entries", fields},
		{"rules", "[--format text|json]", "print the rules for content", rules},
		{"export", "[--format json|csv] [--content content] [COLLECTION]", "print the catalogue as data", exportData},
		{"stats", "[--format text|json] [--content content]", "count what is in the catalogue, and what is unknown", statsOf},
	}
}

// A call is one use of the command: its arguments, and the world around it.
type call struct {
	args           []string
	stdout, stderr io.Writer
	colour         bool
	flags          *flag.FlagSet
}

func main() {
	c := &call{args: os.Args[1:], stdout: os.Stdout, stderr: os.Stderr, colour: wantsColour(os.Stderr)}
	os.Exit(c.run())
}

func (c *call) run() int {
	if len(c.args) == 0 {
		c.usage()
		return exitUsage
	}
	name := c.args[0]
	if name == "help" || name == "-h" || name == "--help" {
		c.usage()
		return exitFine
	}
	for _, v := range verbs {
		if v.name == name {
			c.args = c.args[1:]
			c.flags = flag.NewFlagSet(name, flag.ContinueOnError)
			c.flags.SetOutput(io.Discard)
			return v.run(c)
		}
	}
	fmt.Fprintf(c.stderr, "kaartenbak: there is no verb %q\n\n", name)
	c.usage()
	return exitUsage
}

func (c *call) usage() {
	fmt.Fprintln(c.stderr, "usage: kaartenbak VERB [arguments]")
	for _, v := range verbs {
		fmt.Fprintf(c.stderr, "\n  %s %s\n\t%s\n", v.name, v.use, v.does)
	}
}

// parse reads the flags, which may also stand behind or between the other
// arguments. It returns those others; ok is false when the use is wrong, and
// that has been said.
func (c *call) parse() (others []string, ok bool) {
	args := c.args
	for {
		if err := c.flags.Parse(args); err != nil {
			c.wrong("%v", err)
			return nil, false
		}
		if c.flags.NArg() == 0 {
			return others, true
		}
		if len(args) > c.flags.NArg() && args[len(args)-c.flags.NArg()-1] == "--" {
			return append(others, c.flags.Args()...), true
		}
		others = append(others, c.flags.Arg(0))
		args = c.flags.Args()[1:]
	}
}

// wrong says that the command was used wrongly, and how it is used.
func (c *call) wrong(format string, args ...any) int {
	message := fmt.Sprintf(format, args...)
	for _, v := range verbs {
		if c.flags != nil && v.name == c.flags.Name() {
			if errors.Is(flag.ErrHelp, errors.New(message)) || message == flag.ErrHelp.Error() {
				message = v.does
			}
			fmt.Fprintf(c.stderr, "kaartenbak %s: %s\nusage: kaartenbak %s %s\n", v.name, message, v.name, v.use)
		}
	}
	return exitUsage
}

// failed says what went wrong with the machine.
func (c *call) failed(err error) int {
	fmt.Fprintf(c.stderr, "kaartenbak: %v\n", err)
	return exitMachine
}

// A day is a flag for a date.
type day struct{ time.Time }

func (d *day) String() string { return d.Format(time.DateOnly) }

func (d *day) Set(s string) (err error) {
	if d.Time, err = time.Parse(time.DateOnly, s); err != nil {
		return fmt.Errorf("want a day such as 2026-11-22")
	}
	return nil
}

// today is the day by the clock, as a day of the calendar in UTC.
func today() day {
	now := time.Now()
	return day{time.Date(now.Year(), now.Month(), now.Day(), 0, 0, 0, 0, time.UTC)}
}

// config declares the flags that every verb has that reads the content, and
// gives the configuration that they fill once they are parsed.
func (c *call) config() func() (generator.Config, error) {
	content := c.flags.String("content", "content", "the content folder")
	now := today()
	c.flags.Var(&now, "today", "the day by which freshness is judged")
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

// read reads and checks the content, whatever is wrong with it. Without a result
// the code is the one to leave with, and why has been said.
func (c *call) read(config func() (generator.Config, error)) (checked *generator.Checked, cfg generator.Config, code int) {
	cfg, err := config()
	if err != nil {
		return nil, cfg, c.failed(err)
	}
	if checked, err = generator.Check(cfg); err != nil {
		return nil, cfg, c.failed(err)
	}
	return checked, cfg, exitFine
}

// good is read for a verb that has no use for content with errors.
func (c *call) good(config func() (generator.Config, error)) (checked *generator.Checked, cfg generator.Config, code int) {
	checked, cfg, code = c.read(config)
	if checked != nil && checked.Problems.Errors() > 0 {
		c.show(checked.Problems)
		c.summary(checked.Problems)
		return nil, cfg, exitContent
	}
	return checked, cfg, code
}
