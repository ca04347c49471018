package main

import (
	"os"
	"strings"
	"testing"
	"time"
)

// The day begins in the Netherlands, in winter and in summer, wherever the machine
// stands.
func TestDayIsThatOfAmsterdam(t *testing.T) {
	newYork, err := time.LoadLocation("America/New_York")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		moment time.Time
		want   string
	}{
		{time.Date(2026, 11, 21, 22, 59, 59, 0, time.UTC), "2026-11-21"},
		{time.Date(2026, 11, 21, 23, 0, 0, 0, time.UTC), "2026-11-22"},
		{time.Date(2026, 6, 30, 21, 59, 59, 0, time.UTC), "2026-06-30"},
		{time.Date(2026, 6, 30, 22, 0, 0, 0, time.UTC), "2026-07-01"},
		{time.Date(2026, 12, 31, 18, 30, 0, 0, newYork), "2027-01-01"},
	} {
		if got := dayAt(c.moment); got.String() != c.want || got.Location() != time.UTC {
			t.Errorf("%v is on %v, want %s", c.moment, got.Time, c.want)
		}
	}
}

// News of the future is no problem, also not where warnings are: build and check say
// until when it waits, check only of the files that it is asked for.
func TestWaitingNewsIsTold(t *testing.T) {
	dir := content(t)
	news, err := os.ReadFile(dir + "/nieuws/kaal.md")
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(string(news), "\n")
	for i, line := range lines {
		if strings.HasPrefix(line, "datum:") {
			lines[i] = "datum: 2026-11-23"
		}
	}
	name := dir + "/nieuws/morgen.md"
	if err := os.WriteFile(name, []byte(strings.Replace(strings.Join(lines, "\n"), "titel: ", "titel: Morgen ", 1)), 0o644); err != nil {
		t.Fatal(err)
	}
	told := name + ": wacht, en komt vanaf 2026-11-23 vanzelf op de site\n"
	for _, c := range []struct {
		args []string
		want bool
	}{
		{[]string{"build", "--content", dir, "--out", t.TempDir(), "--base-url", "https://voorbeeld.nl", "--today", "2026-11-22"}, true},
		{[]string{"build", "--content", dir, "--out", t.TempDir(), "--base-url", "https://voorbeeld.nl", "--today", "2026-11-23"}, false},
		{[]string{"check", "--content", dir, "--today", "2026-11-22"}, true},
		{[]string{"check", "--content", dir, "--today", "2026-11-22", "--format", "github"}, true},
		{[]string{"check", "--content", dir, "--today", "2026-11-22", "--strict", name}, true},
		{[]string{"check", "--content", dir, "--today", "2026-11-22", "--strict", dir + "/nieuws/kaal.md"}, false},
		{[]string{"check", "--content", dir, "--today", "2026-11-23"}, false},
	} {
		run := command(c.args...)
		var said strings.Builder
		run.Stderr = &said
		if err := run.Run(); err != nil {
			t.Errorf("%q: %v\n%s", c.args, err, said.String())
		}
		if strings.Contains(said.String(), told) != c.want {
			t.Errorf("%q says %q", c.args, said.String())
		}
	}
}
