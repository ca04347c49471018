package main

import (
	"fmt"
	"runtime"
	"slices"
	"strings"
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

// A row is one figure, of each builder: as often as it was measured, or not at all.
type row struct {
	name, form string
	values     [][]float64
}

// printTable prints a table in Markdown. The last column is the last builder
// against the first.
func printTable(title string, builders []builder, rows []row) {
	last := len(builders) - 1
	fmt.Printf("| %s |", title)
	for _, b := range builders {
		fmt.Printf(" %s |", b.name)
	}
	fmt.Printf(" %s/%s |\n|---|%s---|\n", builders[last].name, builders[0].name, strings.Repeat("---|", len(builders)))
	for _, r := range rows {
		fmt.Printf("| %s |", r.name)
		for _, values := range r.values {
			switch low, middle, high := spread(values); len(values) {
			case 0:
				fmt.Print(" – |")
			case 1:
				fmt.Printf(" "+r.form+" |", middle)
			default:
				fmt.Printf(" "+r.form+" ("+r.form+"–"+r.form+") |", middle, low, high)
			}
		}
		if len(r.values[0]) == 0 || len(r.values[last]) == 0 {
			fmt.Print(" – |\n")
			continue
		}
		_, first, _ := spread(r.values[0])
		_, other, _ := spread(r.values[last])
		fmt.Printf(" %.2f |\n", other/first)
	}
	fmt.Println()
}

// spread gives the lowest, the middle and the highest of some values.
func spread(values []float64) (low, middle, high float64) {
	n := len(values)
	if n == 0 {
		return 0, 0, 0
	}
	sorted := slices.Sorted(slices.Values(values))
	return sorted[0], (sorted[(n-1)/2] + sorted[n/2]) / 2, sorted[n-1]
}

// of gives a figure of each builder, from what was measured of them.
func of[T any](measured []T, figure func(T) []float64) [][]float64 {
	all := make([][]float64, len(measured))
	for i, m := range measured {
		all[i] = figure(m)
	}
	return all
}

const megabyte = 1 << 20

// printResults prints what the builds took.
func printResults(n int, builders []builder, results []result) {
	var rows []row
	for _, part := range []struct {
		name string
		runs func(result) []run
	}{
		{"", func(r result) []run { return r.fresh }},
		{", nothing changed", func(r result) []run { return r.again }},
	} {
		for _, figure := range []struct {
			name, form string
			of         func(run) float64
		}{
			{"wall s", "%.2f", func(r run) float64 { return r.wall.Seconds() }},
			{"CPU s", "%.2f", func(r run) float64 { return r.cpu.Seconds() }},
			{"peak MB", "%.0f", func(r run) float64 { return float64(r.peak) / megabyte }},
		} {
			rows = append(rows, row{figure.name + part.name, figure.form, of(results, func(r result) (values []float64) {
				for _, one := range part.runs(r) {
					values = append(values, figure.of(one))
				}
				return values
			})})
		}
	}
	rows = append(rows,
		row{"HTML pages", "%.0f", of(results, func(r result) []float64 { return []float64{float64(r.pages)} })},
		row{"files", "%.0f", of(results, func(r result) []float64 { return []float64{float64(r.files)} })},
		row{"MB written", "%.1f", of(results, func(r result) []float64 { return []float64{float64(r.bytes) / megabyte} })},
	)
	printTable(fmt.Sprintf("%d entries", n), builders, rows)
}

// printServing prints what serving took, beside what a whole build took.
func printServing(n int, builders []builder, results []result, servings []serving) {
	wall := of(results, func(r result) (values []float64) {
		for _, one := range r.fresh {
			values = append(values, one.wall.Seconds())
		}
		return values
	})
	start := of(servings, func(s serving) []float64 { return seconds(s.start) })
	part := make([][]float64, len(builders))
	for i := range part {
		_, whole, _ := spread(wall[i])
		_, first, _ := spread(start[i])
		part[i] = []float64{first / whole}
	}
	rows := []row{
		{"a whole build, s", "%.2f", wall},
		{"start to the first page, s", "%.2f", start},
		{"the same, of a whole build", "%.2f", part},
	}
	for _, edit := range []struct {
		name string
		took func(serving) []time.Duration
	}{
		{"a sentence saved, to the page of the entry, s", func(s serving) []time.Duration { return s.sentence }},
		{"a title saved, to the page of the entry, s", func(s serving) []time.Duration { return s.title }},
		{"a title saved, to a page of the list, s", func(s serving) []time.Duration { return s.list }},
		{"a title saved, to the page of a term, s", func(s serving) []time.Duration { return s.term }},
		{"a title saved, to an entry that refers to it, s", func(s serving) []time.Duration { return s.referrer }},
		{"an error saved, to all problems, s", func(s serving) []time.Duration { return s.problems }},
	} {
		rows = append(rows, row{edit.name, "%.3f", of(servings, func(s serving) []float64 { return seconds(edit.took(s)) })})
	}
	rows = append(rows, row{"peak MB, after the edits", "%.0f", of(servings, func(s serving) []float64 { return []float64{float64(s.peak) / megabyte} })})
	fmt.Printf("kaartenbak serve beside hugo %s:\n\n", strings.Join(hugoServer, " "))
	printTable(fmt.Sprintf("serving %d entries", n), builders, rows)
}

func seconds(all []time.Duration) (values []float64) {
	for _, d := range all {
		values = append(values, d.Seconds())
	}
	return values
}
