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
	"kaartenbak/generator/ui"
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
func goesOffline(cfg Config, site *catalogue.Site) bool {
	return !cfg.NoOffline && !site.Offline.Is("nee")
}

// worker is the service worker: the build that it is for, and templates/sw.js.
func worker(cfg Config, c *Checked, shell []string, version string) ([]byte, error) {
	if !goesOffline(cfg, &c.Catalogue.Site) {
		return assets.Bundle(cfg.Templates, "sw-off.js", nil)
	}
	script, err := assets.Bundle(cfg.Templates, "sw.js", nil)
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
func shell(bundles *assets.Set, index []string) []string {
	all := append(slices.Clone(shellPages), latestFile)
	for _, name := range shellAssets {
		if url, ok := bundles.URL(name); ok {
			all = append(all, strings.TrimPrefix(url, "/"))
		}
	}
	size := 0
	for _, name := range index {
		size += len(bundles.Files[name])
	}
	if size <= wholeIndex {
		all = append(all, index...)
	}
	return all
}

// manifest is what a device shows of the site that was put on its home screen
// (W3C, Web Application Manifest). Addresses are relative to it.
func manifest(site *catalogue.Site, texts *ui.Texts, bundles *assets.Set) ([]byte, error) {
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
		url, ok := bundles.URL(pictures[i].Src)
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
		site.Name.Text, site.Tagline.Text, "nl", "./", "./", "minimal-ui", "#e8eae4", "#e8eae4", pictures,
		[]shortcut{{texts.T("zoeken.titel"), "zoeken/"}, {texts.T("mijn.titel"), "mijn-kaarten/"}},
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
