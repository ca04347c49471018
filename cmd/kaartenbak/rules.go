package main

import (
	"fmt"

	"kaartenbak/generator"
)

func rules(c *call) error {
	format := c.flags.String("format", "text", "text or json")
	others, err := c.parse()
	if err != nil {
		return err
	}
	if len(others) > 0 {
		return wrongUse("want no arguments")
	}
	all := generator.Rules()
	switch *format {
	case "json":
		type rule struct {
			Name     string `json:"rule"`
			Severity string `json:"severity"`
			Doc      string `json:"doc"`
		}
		rows := make([]rule, len(all))
		for i, r := range all {
			rows[i] = rule{r.Name, "error", r.Doc}
			if r.Warning {
				rows[i].Severity = "warning"
			}
		}
		return writeJSON(c.stdout, rows)
	case "text":
		for _, r := range all {
			kind := "fout"
			if r.Warning {
				kind = "waarschuwing"
			}
			fmt.Fprintf(c.stdout, "%s (%s)\n\t%s\n", r.Name, kind, r.Doc)
		}
	default:
		return wrongUse("--format %q: want text or json", *format)
	}
	return nil
}
