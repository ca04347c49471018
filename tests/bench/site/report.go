package main

import (
	"cmp"
	"fmt"
	"runtime"
	"slices"
	"time"
)

// printMachine says what was measured and where.
func printMachine(builders []builder, runs int) {
	fmt.Printf("%s, %s %s/%s, %d cores; medians (lowest–highest) of %d runs in turns\n",
		time.Now().Format(time.DateOnly), runtime.Version(), runtime.GOOS, runtime.GOARCH, runtime.NumCPU(), runs)
	for _, b := range builders {
		fmt.Printf("%s: %s\n", b.name, b.version)
	}
	fmt.Println()
}

// A measureOf is one figure of a run.
type measureOf struct {
	name string
	of   func(run) float64
	form string
}

var measures = []measureOf{
	{"wall s", func(r run) float64 { return r.wall.Seconds() }, "%.2f"},
	{"CPU s", func(r run) float64 { return r.cpu.Seconds() }, "%.2f"},
	{"peak MB", func(r run) float64 { return float64(r.peak) / (1 << 20) }, "%.0f"},
}

// printResults prints a table in Markdown. The last column is the last builder
// against the first.
func printResults(n int, builders []builder, results []result) {
	last := len(builders) - 1
	fmt.Printf("| %d entries |", n)
	for _, b := range builders {
		fmt.Printf(" %s |", b.name)
	}
	fmt.Printf(" %s/%s |\n|---|", builders[last].name, builders[0].name)
	for range builders {
		fmt.Print("---|")
	}
	fmt.Print("---|\n")
	for _, part := range []struct {
		name string
		of   func(result) []run
	}{
		{"", func(r result) []run { return r.fresh }},
		{", nothing changed", func(r result) []run { return r.again }},
	} {
		for _, m := range measures {
			fmt.Printf("| %s%s |", m.name, part.name)
			var medians []float64
			for _, r := range results {
				low, middle, high := spread(part.of(r), m.of)
				medians = append(medians, middle)
				fmt.Printf(" "+m.form+" ("+m.form+"–"+m.form+") |", middle, low, high)
			}
			fmt.Printf(" %.2f |\n", medians[last]/medians[0])
		}
	}
	for _, row := range []struct {
		name string
		of   func(result) float64
		form string
	}{
		{"HTML pages", func(r result) float64 { return float64(r.pages) }, "%.0f"},
		{"files", func(r result) float64 { return float64(r.files) }, "%.0f"},
		{"MB written", func(r result) float64 { return float64(r.bytes) / (1 << 20) }, "%.1f"},
	} {
		fmt.Printf("| %s |", row.name)
		for _, r := range results {
			fmt.Printf(" "+row.form+" |", row.of(r))
		}
		fmt.Printf(" %.2f |\n", row.of(results[last])/row.of(results[0]))
	}
	fmt.Println()
}

// spread gives the lowest, the middle and the highest of a figure.
func spread(runs []run, of func(run) float64) (low, middle, high float64) {
	sorted := slices.SortedFunc(slices.Values(runs), func(a, b run) int { return cmp.Compare(of(a), of(b)) })
	n := len(sorted)
	return of(sorted[0]), (of(sorted[(n-1)/2]) + of(sorted[n/2])) / 2, of(sorted[n-1])
}
