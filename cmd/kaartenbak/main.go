// Command kaartenbak makes a static catalogue site out of a folder of Markdown
// entries. Run it without arguments for its verbs.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"slices"
)

// A verb is one thing the command does.
type verb struct {
	name      string
	arguments string // what it takes, as the usage shows it
	summary   string // in one line, for the usage
	run       func(*call) error
}

var verbs = []verb{
	{"build", "[--out public] [--base-url URL] [--repository URL] [--branch NAME] [--content content] [--today 2026-11-22] [--strict] [--precompress] [--portable] [--note] [--forget ENTRY FIELD] [--packages .]", "check, then write the whole site", build},
	{"serve", "[--addr 127.0.0.1:8080] [--content content] [--today 2026-11-22]", "serve the site, and rebuild it on every change", serve},
	{"check", "[--content content] [--today 2026-11-22] [--format text|json|github|sarif] [--strict] [--links [--report FILE]] [FILE...]", "show all problems in the content", checkContent},
	{"new", "[--content content] COLLECTION \"Titel\"", "make an entry to fill in", newEntry},
	{"import", "[--content content] [--today 2026-11-22] [--format text|json|github|sarif] [--dry-run] [--good-rows] COLLECTION FILE.xlsx|FILE.csv", "make an entry of each row of a spreadsheet", importSheet},
	{"search", "[--json] [--explain] [--content content] QUERY", "show the top results, as the search page does", searchContent},
	{"schema", "COLLECTION", "print the JSON Schema of an entry's front matter", printSchema},
	{"fields", "[--format text|json] [COLLECTION]", "print the fields of entries", printFields},
	{"rules", "[--format text|json]", "print the rules for content", printRules},
	{"export", "[--format json|csv] [--content content] [COLLECTION]", "print the catalogue as data", exportCatalogue},
	{"stats", "[--format text|json] [--content content]", "count what is in the catalogue, and what is unknown", printStats},
}

// A call is one use of the command: its arguments, and the world around it.
type call struct {
	args           []string // what stands behind the verb
	stdout, stderr io.Writer
	colour         bool
	verb           *verb // nil as long as none is known
	flags          *flag.FlagSet
}

func main() {
	c := &call{stdout: os.Stdout, stderr: os.Stderr, colour: wantsColour(os.Stderr)}
	os.Exit(c.finish(c.run(os.Args[1:])))
}

// run does what the first argument names.
func (c *call) run(args []string) error {
	if len(args) == 0 {
		return usageError{flag.ErrHelp}
	}
	name := args[0]
	if name == "help" || name == "-h" || name == "--help" {
		c.usage()
		return nil
	}
	i := slices.IndexFunc(verbs, func(v verb) bool { return v.name == name })
	if i < 0 {
		return wrongUse("there is no verb %q", name)
	}
	c.verb, c.args = &verbs[i], args[1:]
	c.flags = flag.NewFlagSet(name, flag.ContinueOnError)
	c.flags.SetOutput(io.Discard) // what is wrong is said in finish
	return c.verb.run(c)
}

// finish is the one place where the error of a verb becomes a message and an
// exit code. An error without a type of its own is a failure of the machine.
func (c *call) finish(err error) (code int) {
	var usage usageError
	var content contentError
	switch {
	case err == nil:
		return exitFine
	case errors.As(err, &usage):
		c.explain(usage)
		return exitUsage
	case errors.As(err, &content):
		c.showWithCount(content.problems)
		return exitContent
	default:
		fmt.Fprintf(c.stderr, "kaartenbak: %v\n", err)
		return exitMachine
	}
}
