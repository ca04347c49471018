package main

import (
	"fmt"
	"text/tabwriter"

	"kaartenbak/generator/stats"
)

func statsOf(c *call) int {
	config := c.config()
	format := c.flags.String("format", "text", "text or json")
	if others, ok := c.parse(); !ok || len(others) > 0 {
		return c.wrong("want no arguments")
	}
	if *format != "text" && *format != "json" {
		return c.wrong("--format %q: want text or json", *format)
	}
	checked, cfg, code := c.read(config)
	if checked == nil {
		return code
	}
	rows := stats.Of(checked.Catalogue, cfg.Today)
	if *format == "json" {
		if err := writeJSON(c.stdout, rows); err != nil {
			return c.failed(err)
		}
		return exitFine
	}
	w := tabwriter.NewWriter(c.stdout, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(w, "collectie\tkaarten\tvelden bekend\tverouderd\tna te kijken\tdatum onbekend\tmoeilijk\tlos\t")
	for _, r := range rows {
		fmt.Fprintf(w, "%s\t%d\t%.0f%%\t%d\t%d\t%d\t%d\t%d\t\n", r.Collection, r.Entries, 100*r.Known, r.Stale, r.Due, r.Undated, r.Unreadable, r.Unlinked)
	}
	w.Flush()
	return exitFine
}
