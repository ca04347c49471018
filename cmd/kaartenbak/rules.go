package main

import (
	"fmt"

	"kaartenbak/generator"
)

// printRules prints the rules, each with what it asks of content.
func printRules(c *call) error {
	format := c.flags.String("format", "text", "text or json")
	arguments, err := c.parse()
	if err != nil {
		return err
	}
	if len(arguments) > 0 {
		return wrongUse("want no arguments")
	}
	rules := append(generator.Rules(), generator.SheetRules()...) // in a spreadsheet: at the end
	switch *format {
	case "json":
		type rule struct {
			Name     string `json:"rule"`
			Severity string `json:"severity"`
			Doc      string `json:"doc"`
		}
		rows := make([]rule, len(rules))
		for i, r := range rules {
			rows[i] = rule{r.Name, "error", r.Doc}
			if r.Warning {
				rows[i].Severity = "warning"
			}
		}
		return writeJSON(c.stdout, rows)
	case "text":
		for _, r := range rules {
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
