package main

import (
	"flag"
	"fmt"
	"time"
	_ "time/tzdata" // some machines have no list of time zones
)

// parse reads the flags, which may also stand behind or between the other
// arguments, and gives those arguments.
func (c *call) parse() (arguments []string, err error) {
	args := c.args
	for {
		if err := c.flags.Parse(args); err != nil {
			return nil, usageError{err}
		}
		if c.flags.NArg() == 0 {
			return arguments, nil
		}
		if len(args) > c.flags.NArg() && args[len(args)-c.flags.NArg()-1] == "--" {
			return append(arguments, c.flags.Args()...), nil
		}
		arguments = append(arguments, c.flags.Arg(0))
		args = c.flags.Args()[1:]
	}
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

// given reports whether a flag is among the arguments.
func (c *call) given(name string) (found bool) {
	c.flags.Visit(func(f *flag.Flag) { found = found || f.Name == name })
	return found
}

// zone is where the day of a catalogue begins and ends: its authors write Dutch
// dates, whatever the clock of the machine that makes the site.
const zone = "Europe/Amsterdam"

// dayAt is the day at a moment, as a day of the calendar in UTC.
func dayAt(now time.Time) day {
	place, err := time.LoadLocation(zone)
	if err != nil {
		panic(err) // the list of time zones is in the program
	}
	now = now.In(place)
	return day{time.Date(now.Year(), now.Month(), now.Day(), 0, 0, 0, 0, time.UTC)}
}

// today is the day by the clock.
func today() day { return dayAt(time.Now()) }
