package generator

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"hash"
	"io"
	"slices"
	"strings"
	"sync"

	"kaartenbak/generator/assets"
	"kaartenbak/generator/catalogue"
	"kaartenbak/generator/write"
)

// What a browser needs to keep the site for when there is no network. These names
// stay the same from build to build: browsers ask for them again.
const (
	workerFile   = "sw.js"
	versionFile  = "build.txt" // names the build that the host has now
	manifestFile = "manifest.webmanifest"
)

// shellPages work without network from the first visit on.
var shellPages = []string{"", "zoeken/", "aandoeningen/", "mijn-kaarten/", "vergelijken/", "zonder-internet/"}

// wholeIndex is how large a search index may be that browsers get ahead of its
// use, in bytes. Of a larger one they keep what they used.
const wholeIndex = 500_000

// goesOffline reports whether browsers may keep the site. A catalogue can switch
// that off, also for who has it already: see templates/sw-off.js.
func (s *Site) goesOffline() bool {
	return !s.config.NoOffline && !catalogue.Offline.Of(s.Catalogue.Site).Is("nee")
}

// last are the files that name all others: the version of the site, and the service
// worker that keeps one version of it.
func (s *Site) last(version func() (string, error)) []File {
	named := func(content func(version string) ([]byte, error)) func() ([]byte, error) {
		return func() ([]byte, error) {
			v, err := version()
			if err != nil {
				return nil, err
			}
			return content(v)
		}
	}
	worker := fallibleFile(workerFile, named(s.worker))
	if !s.goesOffline() {
		worker = fallibleFile(workerFile, func() ([]byte, error) { return assets.Bundle(s.config.Templates, "sw-off.js", nil) })
	}
	return []File{worker, fallibleFile(versionFile, named(func(version string) ([]byte, error) { return []byte(version + "\n"), nil }))}
}

// worker is the service worker: the build that it is for, and templates/sw.js.
func (s *Site) worker(version string) ([]byte, error) {
	script, err := assets.Bundle(s.config.Templates, "sw.js", nil)
	if err != nil {
		return nil, err
	}
	shell, err := s.shell()
	if err != nil {
		return nil, err
	}
	build, err := json.Marshal(map[string]any{"version": version, "shell": shell})
	if err != nil {
		return nil, fmt.Errorf("listing the shell of the site: %w", err)
	}
	return slices.Concat([]byte("self.build="), build, []byte(";\n"), script), nil
}

// shellAssets are what those pages load.
var shellAssets = []string{"site.css", "site.js", "early.js", "search.js", "cards.js", "static/favicon.svg"}

// shell is the files that a browser gets ahead of their use: some pages, what they
// load, and the search, if it is small.
func (s *Site) shell() ([]string, error) {
	names := append(slices.Clone(shellPages), latestFile)
	for _, name := range shellAssets {
		if url, ok := s.bundles.URL(name); ok {
			names = append(names, strings.TrimPrefix(url, "/"))
		}
	}
	if s.config.NoSearch {
		return names, nil
	}
	index, err := s.index()
	if err != nil {
		return nil, err
	}
	size := 0
	var indexNames []string
	for _, f := range index.Files() {
		size += len(f.Data)
		indexNames = append(indexNames, assets.Folder+f.Name)
	}
	if size <= wholeIndex {
		names = append(names, indexNames...)
	}
	return names, nil
}

// manifest is what a device shows of the site that was put on its home screen
// (W3C, Web Application Manifest). Addresses are relative to it.
func (s *Site) manifest() ([]byte, error) {
	type picture struct {
		Src     string `json:"src"`
		Sizes   string `json:"sizes"`
		Type    string `json:"type"`
		Purpose string `json:"purpose,omitempty"`
	}
	type shortcut struct {
		Name string `json:"name"`
		URL  string `json:"url"`
	}
	pictures := []picture{
		{"static/favicon.svg", "any", "image/svg+xml", ""},
		{"icon-192.png", "192x192", "image/png", ""},
		{"icon-512.png", "512x512", "image/png", ""},
		{"icon-mask-512.png", "512x512", "image/png", "maskable"},
	}
	for i := range pictures {
		url, ok := s.bundles.URL(pictures[i].Src)
		if !ok {
			return nil, fmt.Errorf("there is no icon %s", pictures[i].Src)
		}
		pictures[i].Src = strings.TrimPrefix(url, "/")
	}
	var out bytes.Buffer
	e := json.NewEncoder(&out)
	e.SetEscapeHTML(false)
	err := e.Encode(struct {
		Name        string     `json:"name"`
		Description string     `json:"description,omitempty"`
		Language    string     `json:"lang"`
		Start       string     `json:"start_url"`
		Scope       string     `json:"scope"`
		Display     string     `json:"display"`
		Background  string     `json:"background_color"`
		Theme       string     `json:"theme_color"`
		Icons       []picture  `json:"icons"`
		Shortcuts   []shortcut `json:"shortcuts"`
	}{
		catalogue.SiteName.Of(s.Catalogue.Site).Text, catalogue.Tagline.Of(s.Catalogue.Site).Text, "nl", "./", "./", "minimal-ui", "#e8eae4", "#e8eae4", pictures,
		[]shortcut{{s.Texts.T("zoeken.titel"), "zoeken/"}, {s.Texts.T("mijn.titel"), "mijn-kaarten/"}},
	})
	return out.Bytes(), err
}

// A tally is a sink that adds up what goes through it: the version of a build. The
// order in which files come does not matter.
type tally struct {
	write.Sink

	mu  sync.Mutex
	sum [sha256.Size]byte
}

// Put implements [write.Sink].
func (t *tally) Put(name string, data []byte) error {
	h := t.start(name)
	h.Write(data)
	t.add(h)
	return t.Sink.Put(name, data)
}

// Stream implements [write.Streamer].
func (t *tally) Stream(name string, make func(io.Writer) error) error {
	h := t.start(name)
	err := write.Stream(t.Sink, name, func(w io.Writer) error { return make(io.MultiWriter(w, h)) })
	t.add(h)
	return err
}

func (t *tally) start(name string) hash.Hash {
	h := sha256.New()
	io.WriteString(h, name+"\x00")
	return h
}

func (t *tally) add(h hash.Hash) {
	sum := h.Sum(nil)
	t.mu.Lock()
	defer t.mu.Unlock()
	for i := range t.sum {
		t.sum[i] ^= sum[i]
	}
}

// version names what went through so far.
func (t *tally) version() string { return hex.EncodeToString(t.sum[:8]) }
