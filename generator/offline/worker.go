// Package offline makes what a browser needs to keep a site for when there is no
// network: the service worker, the name of the build that it is for, and the manifest
// of a site on the home screen.
package offline

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"kaartenbak/generator/assets"
)

// The names of the files stay the same from build to build: browsers ask for them
// again.
const (
	WorkerFile   = "sw.js"
	VersionFile  = "build.txt" // names the build that the host has now
	ManifestFile = "manifest.webmanifest"
)

// shellPages work without network from the first visit on.
var shellPages = []string{"", "zoeken/", "aandoeningen/", "mijn-kaarten/", "vergelijken/", "zonder-internet/"}

// shellAssets are what those pages load.
var shellAssets = []string{"site.css", "site.js", "early.js", "search.js", "cards.js", "static/favicon.svg"}

// Worker is the service worker: the build that it is for, the files that a browser
// gets ahead of their use, and templates/sw.js.
func Worker(templates fs.FS, version string, shell []string) ([]byte, error) {
	script, err := assets.Bundle(templates, "sw.js", nil)
	if err != nil {
		return nil, err
	}
	build, err := json.Marshal(map[string]any{"version": version, "shell": shell})
	if err != nil {
		return nil, fmt.Errorf("listing the shell of the site: %w", err)
	}
	return slices.Concat([]byte("self.build="), build, []byte(";\n"), script), nil
}

// NoWorker takes the place of a service worker that must go, at those who have it.
func NoWorker(templates fs.FS) ([]byte, error) { return assets.Bundle(templates, "sw-off.js", nil) }

// Shell is the files that a browser gets ahead of their use: some pages, what they
// load, and others that the site adds, such as its search index.
func Shell(bundles *assets.Set, others ...string) []string {
	names := slices.Clone(shellPages)
	for _, name := range shellAssets {
		if url, ok := bundles.URL(name); ok {
			names = append(names, strings.TrimPrefix(url, "/"))
		}
	}
	return append(names, others...)
}
