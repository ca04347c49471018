package main

import (
	"encoding/json"
	"io"
	"log"
	"net/http"
	"net/http/httptest"
	"os"
	"path"
	"path/filepath"
	"strings"
	"sync"
	"time"
)

// A server gives files as a static host does, over HTTP/2 with brotli, counts
// what it sends, and can be as slow as a phone. The network is slowed here and
// not in the browser, since a browser does not slow what a worker loads.
type server struct {
	dir  string
	rtt  time.Duration // before each answer
	rate float64       // bytes a second, all answers together

	mu       sync.Mutex
	slow     bool
	free     time.Time // when the line is free
	bytes    int
	requests int
	files    map[string]int // bytes sent of each
}

// forget starts counting anew.
func (s *server) forget() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.bytes, s.requests, s.files = 0, 0, map[string]int{}
}

// start starts the server, and one beside it by which it is asked what it counted.
func (s *server) start() (page, control *httptest.Server) {
	s.forget()
	page = httptest.NewUnstartedServer(http.HandlerFunc(s.file))
	page.EnableHTTP2 = true
	page.Config.ErrorLog = log.New(io.Discard, "", 0) // a browser asks twice before it trusts
	page.StartTLS()
	control = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		s.mu.Lock()
		defer s.mu.Unlock()
		switch r.URL.Path {
		case "/slow":
			s.slow = r.URL.RawQuery == "on"
		case "/sent":
			json.NewEncoder(w).Encode(traffic{float64(s.bytes), float64(s.requests)})
			s.bytes, s.requests = 0, 0
		}
	}))
	return page, control
}

// A traffic is what went over the wire: the bodies, compressed.
type traffic struct {
	Bytes    float64 `json:"bytes"`
	Requests float64 `json:"requests"`
}

var types = map[string]string{".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".json": "application/json", ".css": "text/css"}

func (s *server) file(w http.ResponseWriter, r *http.Request) {
	name := path.Clean(r.URL.Path)
	if strings.HasSuffix(r.URL.Path, "/") {
		name = path.Join(name, "index.html")
	}
	file := filepath.Join(s.dir, filepath.FromSlash(name))
	s.mu.Lock()
	s.requests++
	slow := s.slow
	s.mu.Unlock()
	if slow {
		time.Sleep(s.rtt)
	}
	data, err := os.ReadFile(file + ".br")
	if err == nil {
		w.Header().Set("Content-Encoding", "br")
	} else if data, err = os.ReadFile(file); err != nil {
		http.NotFound(w, r)
		return
	}
	if t := types[path.Ext(name)]; t != "" {
		w.Header().Set("Content-Type", t)
	} else {
		w.Header().Set("Content-Type", "application/octet-stream")
	}
	w.Header().Set("Cache-Control", "max-age=3600")
	s.mu.Lock()
	s.bytes += len(data)
	s.files[name] += len(data)
	s.mu.Unlock()
	for slow && len(data) > 0 {
		n := min(len(data), 1400)
		s.mu.Lock()
		s.free = later(s.free, time.Now()).Add(time.Duration(float64(n) / s.rate * float64(time.Second)))
		until := s.free
		s.mu.Unlock()
		time.Sleep(time.Until(until))
		w.Write(data[:n])
		w.(http.Flusher).Flush()
		data = data[n:]
	}
	w.Write(data)
}

func later(a, b time.Time) time.Time {
	if a.After(b) {
		return a
	}
	return b
}
