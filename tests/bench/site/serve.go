package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"kaartenbak/tests/bench/process"
)

const (
	// pause is how long is waited before a page is asked for again.
	pause = 5 * time.Millisecond
	// patience is how long anything may take.
	patience = 5 * time.Minute
	// rest is how long a server must do next to nothing before the next edit, and
	// how long the problems over the page must stay the same to be complete.
	rest = 500 * time.Millisecond
)

// A serving is what serving a site took. Each edit is measured from the moment
// before its file is written.
type serving struct {
	start    []time.Duration // of the program, to the first page
	sentence []time.Duration // added to the text of an entry, to its page
	title    []time.Duration // of an entry changed, to its page
	list     []time.Duration // the same, to a page of the list of its collection
	term     []time.Duration // the same, to the page of a term
	referrer []time.Duration // the same, to the page of an entry that refers to it
	problems []time.Duration // of an entry with an error in it, until all are shown
	peak     int64           // bytes, in the end
}

// A subject is an entry that is edited, with the addresses of pages that show its title.
type subject struct {
	title                      string
	file                       string // below the folder of the content
	page, list, term, referrer string
}

// subjects chooses n decision aids to edit, of those that the first pages of their
// lists show: Hugo's fast render makes no other page of a list again. out is the
// site, as it was built.
func (m *sampleCatalogue) subjects(n int, out string) ([]subject, error) {
	referrers := map[string]string{} // the address of an example, by the slug of an aid
	for e := range m.entries() {
		for _, v := range e.values {
			if e.collection == "praktijkvoorbeelden" && v.key == "keuzehulpen" {
				for _, slug := range v.is.([]string) {
					referrers[slug] = "/" + e.collection + "/" + e.slug + "/"
				}
			}
		}
	}
	var all []subject
	for e := range m.entries() {
		if len(all) == n {
			break
		}
		if e.collection != "keuzehulpen" || referrers[e.slug] == "" {
			continue
		}
		conditions := e.values[slices.IndexFunc(e.values, func(v value) bool { return v.key == "aandoeningen" })].is.([]string)
		s := subject{
			title: e.title,
			file:  e.collection + "/" + e.slug + ".md",
			page:  "/" + e.collection + "/" + e.slug + "/", referrer: referrers[e.slug],
			list: "/" + e.collection + "/", term: "/aandoeningen/" + conditions[0] + "/",
		}
		shown := true
		for _, url := range []string{s.list, s.term} {
			if !shown {
				break
			}
			html, err := os.ReadFile(filepath.Join(out, filepath.FromSlash(url), "index.html"))
			if err != nil {
				return nil, fmt.Errorf("reading the site: %w", err)
			}
			shown = bytes.Contains(html, []byte(s.title))
		}
		if shown {
			all = append(all, s)
		}
	}
	if len(all) < n {
		return nil, fmt.Errorf("there are %d decision aids to edit, and not %d", len(all), n)
	}
	return all, nil
}

// measureServing starts the builders as servers so many times, in turns, and then
// edits the subjects, each with all servers in turns. A server gets its next edit
// when it is at rest, whatever it goes on to do after a page is shown.
func measureServing(builders []builder, dir string, subjects []subject, runs int) ([]serving, error) {
	results := make([]serving, len(builders))
	servers := make([]*server, len(builders))
	defer func() {
		for _, s := range servers {
			s.stop()
		}
	}()
	for range runs {
		for i, b := range builders {
			servers[i].stop()
			s, err := b.startServer(dir)
			if err != nil {
				return nil, err
			}
			servers[i] = s
			took, err := s.until("/", contains("</html>"), s.started)
			if err != nil {
				return nil, err
			}
			results[i].start = append(results[i].start, took)
			if err := s.quiet(); err != nil {
				return nil, err
			}
		}
	}
	for n, e := range subjects {
		for i, s := range servers {
			if err := s.measureEdits(e, n, &results[i]); err != nil {
				return nil, err
			}
		}
	}
	for i, s := range servers {
		results[i].peak = process.PeakOf(s.command.Process.Pid)
	}
	return results, nil
}

// A server is a program that serves a site and sees changes of its content.
type server struct {
	builder
	dir     string // of the sites
	address string // without a slash at the end
	command *exec.Cmd
	started time.Time
	said    bytes.Buffer  // by the program, to read when it ended
	ended   chan struct{} // closed when it did
}

// startServer starts a builder as a server. It does not wait for a page.
func (b builder) startServer(dir string) (*server, error) {
	process.Settle()
	listener, err := net.Listen("tcp", "127.0.0.1:0") // for a port that is free
	if err != nil {
		return nil, fmt.Errorf("looking for a port: %w", err)
	}
	port := listener.Addr().(*net.TCPAddr).Port
	listener.Close()
	s := &server{builder: b, dir: dir, address: fmt.Sprintf("http://127.0.0.1:%d", port), ended: make(chan struct{})}
	s.command = exec.Command(b.program, b.serve(dir, port)...)
	s.command.Dir = dir // where no templates are
	s.command.Env = environment()
	s.command.Stdout, s.command.Stderr = &s.said, &s.said
	s.started = time.Now()
	if err := s.command.Start(); err != nil {
		return nil, fmt.Errorf("serving with %s: %w", b.name, err)
	}
	go func() {
		s.command.Wait() // says no more than that it was stopped
		close(s.ended)
	}()
	return s, nil
}

// stop ends a server, if there is one.
func (s *server) stop() {
	if s == nil {
		return
	}
	s.command.Process.Kill()
	<-s.ended
}

// failed is what went wrong with a server, with the last that it said.
func (s *server) failed(format string, args ...any) error {
	s.stop()
	said := s.said.Bytes()
	return fmt.Errorf("serving with %s: %s\n%s", s.name, fmt.Sprintf(format, args...), said[max(0, len(said)-2000):])
}

// client asks for pages as they are.
var client = &http.Client{Timeout: patience, Transport: &http.Transport{DisableCompression: true}}

// get gives the body of an answer; ok is false when there is none yet.
func (s *server) get(url string) (body string, ok bool) {
	answer, err := client.Get(s.address + url)
	if err != nil {
		return "", false // it does not listen
	}
	defer answer.Body.Close()
	data, err := io.ReadAll(answer.Body)
	return string(data), err == nil && answer.StatusCode == http.StatusOK
}

// until asks for a page until it is as wanted, and says how long after a moment
// that was.
func (s *server) until(url string, wanted func(body string) bool, since time.Time) (time.Duration, error) {
	for {
		body, ok := s.get(url)
		took := time.Since(since)
		if ok && wanted(body) {
			return took, nil
		}
		if took > patience {
			return 0, s.failed("%s does not come to show what was saved", url)
		}
		select {
		case <-s.ended:
			return 0, s.failed("it ended")
		case <-time.After(pause):
		}
	}
}

func contains(text string) func(string) bool {
	return func(body string) bool { return strings.Contains(body, text) }
}

// quiet waits until the server is at rest: for a while it takes hardly any time of
// a processor, less than it would get on a machine that is busy with others.
func (s *server) quiet() error {
	pid := s.command.Process.Pid
	for start := time.Now(); time.Since(start) < patience; {
		before, known := process.TimeOf(pid)
		if !known {
			time.Sleep(10 * rest) // all that can be done
			return nil
		}
		time.Sleep(rest)
		if after, _ := process.TimeOf(pid); after-before <= rest/50 {
			return nil
		}
	}
	return s.failed("it does not come to rest")
}

// measureEdits makes each kind of edit to an entry, the nth, and undoes them.
func (s *server) measureEdits(e subject, n int, r *serving) error {
	name := filepath.Join(s.dir, s.content, filepath.FromSlash(e.file))
	data, err := os.ReadFile(name)
	if err != nil {
		return fmt.Errorf("reading an entry: %w", err)
	}
	original := string(data)
	save := func(text string) (since time.Time, err error) {
		since = time.Now()
		if err = os.WriteFile(name, []byte(text), 0o644); err != nil {
			err = fmt.Errorf("saving an entry: %w", err)
		}
		return since, err
	}
	titled := func(title string) string { return strings.Replace(original, e.title, title, 1) }

	for _, url := range []string{e.page, e.list, e.term, e.referrer} { // as who has them open
		if _, err := s.until(url, contains(e.title), time.Now()); err != nil {
			return err
		}
	}
	sentence := fmt.Sprintf("Verzonnen zin %d is toegevoegd.", n)
	first, second := e.title+" eenmaal", e.title+" andermaal"
	for _, edit := range []struct {
		text  string
		shows string
		at    map[string]*[]time.Duration // by address
	}{
		{original + "\n" + sentence + "\n", sentence, map[string]*[]time.Duration{e.page: &r.sentence}},
		{titled(first), first, map[string]*[]time.Duration{e.page: &r.title}},
		{titled(second), second, map[string]*[]time.Duration{e.list: &r.list, e.term: &r.term, e.referrer: &r.referrer}},
	} {
		since, err := save(edit.text)
		if err != nil {
			return err
		}
		if err := s.untilAll(edit.at, contains(edit.shows), since); err != nil {
			return err
		}
		if err := s.quiet(); err != nil {
			return err
		}
	}
	if s.problems != "" {
		since, err := save(strings.Replace(original, "---\n", "---\nverzonnen_veld: ja\n", 1))
		if err != nil {
			return err
		}
		took, err := s.untilComplete(e.file, since)
		if err != nil {
			return err
		}
		r.problems = append(r.problems, took)
	}
	since, err := save(original)
	if err != nil {
		return err
	}
	if _, err := s.until(e.page, func(body string) bool { return strings.Contains(body, e.title) && !strings.Contains(body, second) }, since); err != nil {
		return err
	}
	return s.quiet()
}

// untilAll waits for some pages at once to be as wanted, and keeps how long each took.
func (s *server) untilAll(at map[string]*[]time.Duration, wanted func(string) bool, since time.Time) error {
	errs := make(chan error, len(at))
	var waiting sync.WaitGroup
	for url, to := range at {
		waiting.Go(func() {
			took, err := s.until(url, wanted, since)
			*to = append(*to, took)
			errs <- err
		})
	}
	waiting.Wait()
	for range at {
		if err := <-errs; err != nil {
			return err
		}
	}
	return nil
}

// untilComplete waits for the problems over the page to tell of an error in a file
// and to be complete, and says how long after a moment that was: when they last
// changed before they stayed as they are, with the server at rest.
func (s *server) untilComplete(file string, since time.Time) (time.Duration, error) {
	last, changed := "", time.Duration(0)
	for {
		_, err := s.until(s.problems, func(body string) bool {
			if body != last {
				last, changed = body, time.Since(since)
			}
			return hasError(body, file) && time.Since(since)-changed > rest
		}, since)
		if err != nil {
			return 0, err
		}
		if err := s.quiet(); err != nil {
			return 0, err
		}
		if body, ok := s.get(s.problems); ok && body == last {
			return changed, nil
		}
	}
}

// hasError reports whether the problems over the page tell of an error in a file.
func hasError(problems, file string) bool {
	var read struct {
		Problems []struct{ Place, Severity string }
	}
	if json.Unmarshal([]byte(problems), &read) != nil {
		return false
	}
	for _, p := range read.Problems {
		if p.Severity == "error" && strings.Contains(p.Place, file) {
			return true
		}
	}
	return false
}
