package main

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"sync/atomic"
	"testing"
	"time"

	"kaartenbak/tests/bench/project"
)

// TestServingIsMeasured starts this tree's serve, edits an entry in each way, and
// finds what was saved on each page.
func TestServingIsMeasured(t *testing.T) {
	if err := project.Enter(); err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	b, err := installKaartenbak(dir)
	if err != nil {
		t.Fatal(err)
	}
	m := makeUp(least)
	if err := m.writeContent(filepath.Join(dir, b.content)); err != nil {
		t.Fatal(err)
	}
	if _, err := b.run(dir, 0); err != nil {
		t.Fatal(err)
	}
	edited, err := m.subjects(1, b.out(dir, 0))
	if err != nil {
		t.Fatal(err)
	}
	before, err := os.ReadFile(filepath.Join(dir, b.content, edited[0].file))
	if err != nil {
		t.Fatal(err)
	}
	servings, err := measureServing([]builder{b}, dir, edited, 1)
	if err != nil {
		t.Fatal(err)
	}
	s := servings[0]
	for what, all := range map[string][]time.Duration{
		"start": s.start, "sentence": s.sentence, "title": s.title, "list": s.list, "term": s.term, "referrer": s.referrer, "problems": s.problems,
	} {
		if len(all) != 1 || all[0] <= 0 || all[0] > time.Minute {
			t.Errorf("%s: %v", what, all)
		}
	}
	if after, err := os.ReadFile(filepath.Join(dir, b.content, edited[0].file)); err != nil || string(after) != string(before) {
		t.Errorf("the entry is not as it was: %v", err)
	}
}

// TestProblemsAreComplete: it counts when the last problem came, and not the first.
func TestProblemsAreComplete(t *testing.T) {
	const later = 200 * time.Millisecond
	start := time.Now()
	var told atomic.Int64 // after how many nanoseconds all were first told
	web := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		other := ""
		if now := time.Since(start); now > later {
			told.CompareAndSwap(0, int64(now))
			other = `, {"place": "content/nieuws/b.md:2:1", "severity": "warning"}`
		}
		fmt.Fprintf(w, `{"failure": "", "problems": [{"place": "content/nieuws/a.md:3:1", "severity": "error"}%s]}`, other)
	}))
	defer web.Close()
	idle := exec.Command("sleep", "60") // the program that would serve
	if err := idle.Start(); err != nil {
		t.Fatal(err)
	}
	s := &server{builder: builder{problems: "/"}, address: web.URL, command: idle, ended: make(chan struct{})}
	defer func() { idle.Process.Kill(); idle.Wait() }()
	took, err := s.untilComplete("nieuws/a.md", start)
	if err != nil {
		t.Fatal(err)
	}
	if all := time.Duration(told.Load()); took < all || took > all+rest {
		t.Errorf("complete after %v, and all were told after %v", took, all)
	}
	for file, want := range map[string]bool{"nieuws/a.md": true, "nieuws/b.md": false, "nieuws/c.md": false} {
		body, _ := s.get("/")
		if hasError(body, file) != want {
			t.Errorf("an error in %s: %v", file, !want)
		}
	}
}
