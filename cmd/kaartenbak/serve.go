package main

import (
	"context"
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"mime"
	"net"
	"net/http"
	"os"
	"os/signal"
	"path"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"github.com/fsnotify/fsnotify"

	"kaartenbak/generator"
	"kaartenbak/generator/hosts"
	"kaartenbak/generator/problem"
	"kaartenbak/generator/write"
)

// settle is how long files must be left alone before a rebuild: editors save in
// several steps.
const settle = 80 * time.Millisecond

// ownTemplates is where serve looks for templates to take from the disk, so that
// whoever works on them sees each change.
const ownTemplates = "templates"

func serve(c *call) error {
	config := c.config()
	addr := c.flags.String("addr", "127.0.0.1:8080", "the address to listen on")
	others, err := c.parse()
	if err != nil {
		return err
	}
	if len(others) > 0 {
		return wrongUse("%q is not expected", others[0])
	}
	cfg, err := config()
	if err != nil {
		return err
	}
	watched := []string{cfg.ContentName}
	if _, err := os.Stat(filepath.Join(ownTemplates, "layout.html")); err == nil {
		cfg.Templates = os.DirFS(ownTemplates)
		watched = append(watched, ownTemplates)
	}
	listener, err := net.Listen("tcp", *addr)
	if err != nil {
		return fmt.Errorf("listening: %w", err)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()

	s := &server{call: c, cfg: cfg, listeners: map[chan struct{}]bool{}}
	watching := make(chan struct{})
	go func() {
		if err := s.watch(ctx, watched, watching); err != nil {
			fmt.Fprintf(c.stderr, "kaartenbak: changes are not seen: %v\n", err)
		}
	}()
	<-watching // so that no change is missed while the first site is made
	s.rebuild()
	fmt.Fprintf(c.stdout, "http://%s\n", listener.Addr())
	web := &http.Server{Handler: s, ReadHeaderTimeout: 10 * time.Second, BaseContext: func(net.Listener) context.Context { return ctx }}
	go func() {
		<-ctx.Done()
		web.Close()
	}()
	if err := web.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
		return fmt.Errorf("serving: %w", err)
	}
	return nil
}

// A server holds the last whole site in memory, and what is wrong with the
// content now.
type server struct {
	call *call
	cfg  generator.Config

	building  sync.Mutex        // one site at a time, so that the last is the one to stay
	mu        sync.Mutex        // for all below
	files     map[string][]byte // the last site that could be made
	problems  problem.List
	failure   string // what is wrong with the templates, or ""
	listeners map[chan struct{}]bool
}

// rebuild makes the site again. Content with errors leaves the last good site.
func (s *server) rebuild() {
	s.building.Lock()
	defer s.building.Unlock()
	start := time.Now()
	cfg := s.cfg
	cfg.Today, cfg.NoOffline = today().Time, true
	sink := write.NewMemory()
	result, err := generator.Build(cfg, sink)

	s.mu.Lock()
	defer s.mu.Unlock()
	s.failure, s.problems = "", nil
	switch {
	case err != nil:
		s.failure = err.Error()
		fmt.Fprintf(s.call.stderr, "kaartenbak: %v\n", err)
	default:
		s.problems = result.Problems
		s.call.show(result.Problems)
		if len(sink.Files) > 0 {
			s.files = sink.Files
			fmt.Fprintf(s.call.stdout, "%d pages in %d ms\n", result.Pages, time.Since(start).Milliseconds())
		}
	}
	for l := range s.listeners {
		select {
		case l <- struct{}{}:
		default:
		}
	}
}

// watch rebuilds whenever something changes below the folders. It closes watching
// when it sees changes, or never will.
func (s *server) watch(ctx context.Context, folders []string, watching chan<- struct{}) error {
	w, err := fsnotify.NewWatcher()
	if err != nil {
		close(watching)
		return err
	}
	defer w.Close()
	follow := func() {
		for _, folder := range folders {
			filepath.WalkDir(folder, func(name string, d fs.DirEntry, err error) error {
				if err == nil && d.IsDir() {
					w.Add(name)
				}
				return nil
			})
		}
		for _, folder := range folders {
			w.Add(filepath.Dir(filepath.Clean(folder))) // sees that it is renamed or comes back
		}
	}
	follow()
	close(watching)
	timer := time.NewTimer(time.Hour)
	timer.Stop()
	for {
		select {
		case <-ctx.Done():
			return nil
		case err := <-w.Errors:
			if !errors.Is(err, fsnotify.ErrEventOverflow) {
				return err
			}
			timer.Reset(settle) // more changes than could be told, while a site was made
		case event := <-w.Events:
			if event.Op != fsnotify.Chmod && s.concerns(event.Name, folders) {
				timer.Reset(settle)
			}
		case <-timer.C:
			follow()
			s.rebuild()
		}
	}
}

// concerns reports whether a file is one that a build reads.
func (s *server) concerns(name string, folders []string) bool {
	base := filepath.Base(name)
	if strings.HasSuffix(base, "~") || strings.HasPrefix(base, ".#") || strings.HasSuffix(base, ".swp") || base == "4913" {
		return false // what editors leave while they save
	}
	for _, folder := range folders {
		if rel, err := filepath.Rel(folder, name); err == nil && rel != ".." && !strings.HasPrefix(rel, "../") {
			return true
		}
	}
	return false
}

// The addresses of the server's own: reloading and showing problems.
const (
	eventsURL  = "/_kaartenbak/events"
	scriptURL  = "/_kaartenbak/serve.js"
	styleURL   = "/_kaartenbak/serve.css"
	problemURL = "/_kaartenbak/problems"
)

var (
	//go:embed serve.js
	script []byte
	//go:embed serve.css
	style []byte
)

// ServeHTTP serves the site from memory.
func (s *server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		http.Error(w, "only GET", http.StatusMethodNotAllowed)
		return
	}
	if !local(r) {
		http.Error(w, "this server answers to its own address only", http.StatusForbidden)
		return
	}
	for _, h := range hosts.Headers(r.URL.Path) {
		w.Header().Set(h.Name, h.Value)
	}
	w.Header().Set("Cache-Control", "no-store")
	w.Header().Del("Strict-Transport-Security") // this is http
	switch r.URL.Path {
	case eventsURL:
		s.events(w, r)
	case scriptURL:
		send(w, "text/javascript; charset=utf-8", http.StatusOK, script)
	case styleURL:
		send(w, "text/css; charset=utf-8", http.StatusOK, style)
	case problemURL:
		send(w, "application/json", http.StatusOK, s.overlay())
	default:
		s.file(w, r)
	}
}

// local reports whether the request names this server as its host. A page
// elsewhere that has its own name point here is turned away (DNS rebinding).
func local(r *http.Request) bool {
	host, port, err := net.SplitHostPort(r.Host)
	if err != nil {
		host, port = r.Host, "80"
	}
	at, ok := r.Context().Value(http.LocalAddrContextKey).(net.Addr)
	if !ok {
		return false
	}
	ownHost, ownPort, err := net.SplitHostPort(at.String())
	return err == nil && port == ownPort && (host == ownHost || host == "localhost" || net.ParseIP(host) != nil)
}

func send(w http.ResponseWriter, kind string, code int, data []byte) {
	w.Header().Set("Content-Type", kind)
	w.WriteHeader(code)
	w.Write(data)
}

func (s *server) file(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	files, empty := s.files, s.files == nil
	s.mu.Unlock()
	if empty {
		send(w, "text/html; charset=utf-8", http.StatusServiceUnavailable, withOverlay([]byte("<!doctype html><html lang=nl><title>kaartenbak</title><body></body></html>")))
		return
	}
	name := strings.TrimPrefix(path.Clean(r.URL.Path), "/")
	data, ok := files[name]
	if index, isFolder := files[path.Join(name, "index.html")]; !ok && isFolder {
		if !strings.HasSuffix(r.URL.Path, "/") {
			to := "./" + path.Base(r.URL.Path) + "/"
			if r.URL.RawQuery != "" {
				to += "?" + r.URL.RawQuery
			}
			w.Header().Set("Location", to)
			w.WriteHeader(http.StatusMovedPermanently)
			return
		}
		data, ok, name = index, true, "index.html"
	}
	code := http.StatusOK
	if !ok {
		data, code, name = files["404.html"], http.StatusNotFound, "404.html"
	}
	kind := kindOf(name)
	if strings.HasPrefix(kind, "text/html") {
		data = withOverlay(data)
	}
	send(w, kind, code, data)
}

// kindOf is the media type of a file by its name.
func kindOf(name string) string {
	switch path.Ext(name) {
	case ".md":
		return "text/markdown; charset=utf-8"
	case ".ics":
		return "text/calendar; charset=utf-8"
	case ".csv":
		return "text/csv; charset=utf-8"
	}
	if kind := mime.TypeByExtension(path.Ext(name)); kind != "" {
		return kind
	}
	return "application/octet-stream"
}

// withOverlay adds the reloading script to a page.
func withOverlay(page []byte) []byte {
	add := `<link rel="stylesheet" href="` + styleURL + `"><script src="` + scriptURL + `" defer></script></body>`
	return []byte(strings.Replace(string(page), "</body>", add, 1))
}

// A shownProblem is a problem as the overlay has it.
type shownProblem struct {
	Place    string `json:"place"`
	Severity string `json:"severity"`
	Message  string `json:"message"`
	Hint     string `json:"hint"`
}

// overlay is what is wrong, for the script that shows it over the page.
func (s *server) overlay() []byte {
	s.mu.Lock()
	defer s.mu.Unlock()
	problems := []shownProblem{}
	for _, p := range s.problems {
		if p.Line == 0 && p.Warning {
			continue // about the site as a whole: said in the terminal
		}
		problems = append(problems, shownProblem{p.Pos.String(), severity(p), p.Message, p.Hint})
	}
	data, err := json.Marshal(map[string]any{"failure": s.failure, "problems": problems})
	if err != nil {
		panic(err) // texts can be written
	}
	return data
}

// events tells the browser when to reload, as server-sent events.
func (s *server) events(w http.ResponseWriter, r *http.Request) {
	changed := make(chan struct{}, 1)
	s.mu.Lock()
	s.listeners[changed] = true
	s.mu.Unlock()
	defer func() {
		s.mu.Lock()
		delete(s.listeners, changed)
		s.mu.Unlock()
	}()
	w.Header().Set("Content-Type", "text/event-stream")
	flush := http.NewResponseController(w)
	fmt.Fprint(w, ": hello\n\n")
	flush.Flush()
	for {
		select {
		case <-r.Context().Done():
			return
		case <-changed:
			fmt.Fprint(w, "event: change\ndata: -\n\n")
			flush.Flush()
		}
	}
}
