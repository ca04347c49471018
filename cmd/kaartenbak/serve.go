package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/signal"
	"path/filepath"
	"runtime/debug"
	"sync"
	"time"

	"kaartenbak/generator"
	"kaartenbak/generator/problem"
)

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

	s := newServer(c, cfg)
	if c.given("today") {
		s.today = func() time.Time { return cfg.Today }
	}
	watching := make(chan struct{})
	go func() {
		if err := s.watch(ctx, watched, watching); err != nil {
			fmt.Fprintf(c.stderr, "kaartenbak: changes are not seen: %v\n", err)
		}
	}()
	go s.index(ctx)
	<-watching // so that no change is missed while the first site is opened
	s.reopen(true)
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(serveGCPercent)
	}
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

// serveGCPercent is how much serve may allocate between two collections, of what it
// keeps, once the first site is open. It stands beside an editor and a browser for a day: at 10,000 entries Go's
// own 100 takes half as much memory again while the search index is made.
const serveGCPercent = 12

// A server holds the last site without errors, of which it makes what is asked for,
// and what is wrong with the content now.
type server struct {
	call   *call
	config generator.Config
	today  func() time.Time

	opening sync.Mutex // one site at a time, so that the last is the one to stay
	opener  *generator.Opener

	mu        sync.Mutex // for all below
	site      *generator.Site
	problems  problem.List
	failure   string // what is wrong with the templates, or ""
	listeners map[chan struct{}]bool

	changed chan struct{} // there is another site
}

func newServer(c *call, config generator.Config) *server {
	config.NoOffline = true
	return &server{call: c, config: config, today: func() time.Time { return today().Time }, listeners: map[chan struct{}]bool{}, changed: make(chan struct{}, 1)}
}

// reopen takes in what changed, templates too or content alone. Content with errors
// leaves the last good site.
func (s *server) reopen(templates bool) {
	s.opening.Lock()
	defer s.opening.Unlock()
	start := time.Now()
	site, err := s.open(templates)

	s.mu.Lock()
	defer s.mu.Unlock()
	s.failure, s.problems = "", nil
	if err != nil {
		s.failure = err.Error()
		fmt.Fprintf(s.call.stderr, "kaartenbak: %v\n", err)
	} else {
		s.problems = site.Problems
		s.call.show(site.Problems)
		s.call.showWaiting(site.Catalogue.Waiting)
		if !site.Stopped() {
			s.site = site
			fmt.Fprintf(s.call.stdout, "%d pages in %d ms\n", site.Pages(), time.Since(start).Milliseconds())
			select {
			case s.changed <- struct{}{}:
			default:
			}
		}
	}
	for l := range s.listeners {
		select {
		case l <- struct{}{}:
		default:
		}
	}
}

// open gives the site as it is now. Its first page is made at once, which shows
// whether the templates can be used.
func (s *server) open(templates bool) (*generator.Site, error) {
	if templates {
		s.opener = nil
	}
	if s.opener == nil {
		opener, err := generator.NewOpener(s.config)
		if err != nil {
			return nil, err
		}
		s.opener = opener
	}
	site, err := s.opener.Open(s.today())
	if err != nil || site.Stopped() {
		return site, err
	}
	_, _, err = site.Make("index.html")
	return site, err
}

// indexAfter is how long nothing must have changed before the search index is made:
// it takes all cores for a while, and who edits looks at pages.
const indexAfter = 3 * time.Second

// index makes the search index of each site that stays for a while, one after the
// other. Who searches before that waits for the index, and not for this.
func (s *server) index(ctx context.Context) {
	rest := time.NewTimer(time.Hour)
	rest.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-s.changed:
			rest.Reset(indexAfter)
		case <-rest.C:
			s.mu.Lock()
			site := s.site
			s.mu.Unlock()
			if _, err := site.Index(); err != nil {
				fmt.Fprintf(s.call.stderr, "kaartenbak: %v\n", err)
			}
		}
	}
}
