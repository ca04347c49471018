package main

import (
	"fmt"
	"text/tabwriter"

	"kaartenbak/generator/stats"
)

// printStats prints a row of counts for each collection.
func printStats(c *call) error {
	config := c.config()
	format := c.flags.String("format", "text", "text or json")
	arguments, err := c.parse()
	if err != nil {
		return err
	}
	if len(arguments) > 0 {
		return wrongUse("want no arguments")
	}
	if *format != "text" && *format != "json" {
		return wrongUse("--format %q: want text or json", *format)
	}
	checked, cfg, err := c.readContent(config)
	if err != nil {
		return err
	}
	rows := stats.Of(checked.Catalogue, cfg.Today)
	if *format == "json" {
		return writeJSON(c.stdout, rows)
	}
	w := tabwriter.NewWriter(c.stdout, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(w, "collectie\tkaarten\tvelden bekend\tverouderd\tna te kijken\tdatum onbekend\tmoeilijk\tlos\t")
	for _, r := range rows {
		fmt.Fprintf(w, "%s\t%d\t%.0f%%\t%d\t%d\t%d\t%d\t%d\t\n", r.Collection, r.Entries, 100*r.Known, r.Stale, r.Due, r.Undated, r.Unreadable, r.Unlinked)
	}
	return w.Flush()
}
