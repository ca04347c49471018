package main

import (
	_ "embed"
	"fmt"
	"html"
	"mime"
	"net"
	"net/http"
	"path"
	"strings"

	"kaartenbak/generator/hosts"
)

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

// ServeHTTP answers with what the site has at an address.
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

// file answers with a file of the site.
func (s *server) file(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	site := s.site
	s.mu.Unlock()
	if site == nil {
		send(w, htmlKind, http.StatusServiceUnavailable, withOverlay([]byte(emptyPage)))
		return
	}
	code := http.StatusOK
	name := strings.TrimPrefix(path.Clean(r.URL.Path), "/")
	switch index := path.Join(name, "index.html"); {
	case site.Has(name):
	case !site.Has(index):
		code, name = http.StatusNotFound, "404.html"
	case !strings.HasSuffix(r.URL.Path, "/"):
		to := "./" + path.Base(r.URL.Path) + "/"
		if r.URL.RawQuery != "" {
			to += "?" + r.URL.RawQuery
		}
		w.Header().Set("Location", to)
		w.WriteHeader(http.StatusMovedPermanently)
		return
	default:
		name = index
	}
	data, _, err := site.Make(name)
	if err != nil {
		s.fail(w, err)
		return
	}
	kind := kindOf(name)
	if kind == htmlKind {
		data = withOverlay(data)
	}
	send(w, kind, code, data)
}

// fail answers that a file cannot be made, and why.
func (s *server) fail(w http.ResponseWriter, err error) {
	fmt.Fprintf(s.call.stderr, "kaartenbak: %v\n", err)
	send(w, htmlKind, http.StatusInternalServerError, withOverlay([]byte(strings.Replace(emptyPage, "<body>", "<body><p>"+html.EscapeString(err.Error())+"</p>", 1))))
}

// emptyPage stands in for a page that cannot be shown, so that it can be reloaded
// and say what is wrong.
const emptyPage = `<!doctype html><html lang=nl><title>kaartenbak</title><body></body></html>`

const htmlKind = "text/html; charset=utf-8"

// kindOf is the media type of a file by its name.
func kindOf(name string) string {
	switch path.Ext(name) {
	case ".md":
		return "text/markdown; charset=utf-8"
	case ".ics":
		return "text/calendar; charset=utf-8"
	case ".csv":
		return "text/csv; charset=utf-8"
	case ".xlsx":
		return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
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
