package main

import (
	"errors"
	"flag"
	"fmt"
)

// explain says what is wrong with the use of the command, and how it is used: the
// verb that was named, or else every verb.
func (c *call) explain(err usageError) {
	asked := errors.Is(err, flag.ErrHelp)
	switch v := c.verb; {
	case v == nil:
		if !asked {
			fmt.Fprintf(c.stderr, "kaartenbak: %v\n\n", err)
		}
		c.usage()
	case asked:
		fmt.Fprintf(c.stderr, "kaartenbak %s: %s\nusage: kaartenbak %s %s\n", v.name, v.summary, v.name, v.arguments)
	default:
		fmt.Fprintf(c.stderr, "kaartenbak %s: %v\nusage: kaartenbak %s %s\n", v.name, err, v.name, v.arguments)
	}
}

// usage lists the verbs.
func (c *call) usage() {
	fmt.Fprintln(c.stderr, "usage: kaartenbak VERB [arguments]")
	for _, v := range verbs {
		fmt.Fprintf(c.stderr, "\n  %s %s\n\t%s\n", v.name, v.arguments, v.summary)
	}
}
