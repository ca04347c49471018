// Package assets bundles what pages load: one style sheet and one script, made
// from the parts in the templates, and the pictures of the interface. Each gets
// a hash of its content in its name, so that a host may keep it for ever.
package assets

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"image/color"
	"io/fs"
	"path"
	"strings"

	"github.com/evanw/esbuild/pkg/api"

	"kaartenbak/generator/icon"
)

// A Set is the assets of one build.
type Set struct {
	Files map[string][]byte // by name in the output: assets/site.1a2b3c4d.css
	urls  map[string]string
}

// Folder is where assets stand in the output. Their names hold a hash of what is in
// them, so that a host may keep them for ever.
const Folder = "assets/"

// entryPoints are the files from which all style and script is reached.
var entryPoints = []string{"site.css", "site.js", "search.js", "early.js", "cards.js", "form.js"}

// clientPrefix is how a script names a module of the search client, which lives
// beside the index that it reads: import "search-client/search.js".
const clientPrefix = "search-client/"

// staticFolder holds files that are taken as they are.
const staticFolder = "static"

// drawing is the icon of the site, of which pictures are made.
const drawing = "static/favicon.svg"

// paper is behind the icon where a device cuts it to its own shape.
var paper = color.RGBA{0xe8, 0xea, 0xe4, 0xff}

func (s *Set) icons(templates fs.FS) error {
	svg, err := fs.ReadFile(templates, drawing)
	if err != nil {
		return fmt.Errorf("reading the icon: %w", err)
	}
	for _, i := range []struct {
		name       string
		size       int
		background color.Color
	}{{"icon-192.png", 192, nil}, {"icon-512.png", 512, nil}, {"icon-mask-512.png", 512, paper}, {"icon-touch.png", 180, paper}} {
		data, err := icon.PNG(svg, i.size, i.background)
		if err != nil {
			return err
		}
		s.add(i.name, data)
	}
	return nil
}

// Modules give the modules that stand elsewhere, each by the prefix with which a
// script names them.
type Modules map[string]func(name string) ([]byte, error)

// find gives what reads a module, and its name there; the templates for one without
// a prefix.
func (m Modules) find(templates fs.FS, name string) (read func(name string) ([]byte, error), rest string) {
	for prefix, read := range m {
		if rest, ok := strings.CutPrefix(name, prefix); ok {
			return read, rest
		}
	}
	return func(name string) ([]byte, error) { return fs.ReadFile(templates, name) }, name
}

// Bundle joins a script that keeps its own name, such as a service worker.
func Bundle(templates fs.FS, name string, modules Modules) ([]byte, error) {
	return bundle(templates, modules, name)
}

// Build bundles the assets of the templates. client holds the modules of the
// search client.
func Build(templates, client fs.FS) (*Set, error) {
	s := &Set{Files: map[string][]byte{}, urls: map[string]string{}}
	modules := Modules{clientPrefix: func(name string) ([]byte, error) { return fs.ReadFile(client, name) }}
	for _, name := range entryPoints {
		data, err := bundle(templates, modules, name)
		if err != nil {
			return nil, err
		}
		s.add(name, data)
	}
	err := fs.WalkDir(templates, staticFolder, func(name string, d fs.DirEntry, err error) error {
		if errors.Is(err, fs.ErrNotExist) {
			return fs.SkipAll
		}
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(templates, name)
		if err == nil {
			s.add(name, data)
		}
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("reading static files: %w", err)
	}
	return s, s.icons(templates)
}

// URL is the address of an asset from the root of the site.
func (s *Set) URL(name string) (string, bool) {
	url, ok := s.urls[name]
	return url, ok
}

// Named is the name in the output of a file with this content.
func Named(name string, data []byte) string {
	sum := sha256.Sum256(data)
	extension := path.Ext(name)
	return Folder + strings.TrimSuffix(path.Base(name), extension) + "." + hex.EncodeToString(sum[:4]) + extension
}

func (s *Set) add(name string, data []byte) {
	file := Named(name, data)
	s.Files[file] = data
	s.urls[name] = "/" + file
}

// bundle joins a file and all that it imports into one, as small as can be.
func bundle(templates fs.FS, modules Modules, name string) ([]byte, error) {
	result := api.Build(api.BuildOptions{
		EntryPoints:       []string{name},
		Bundle:            true,
		MinifyWhitespace:  true,
		MinifyIdentifiers: true,
		MinifySyntax:      true,
		Charset:           api.CharsetUTF8,
		Format:            api.FormatIIFE,
		Target:            api.ES2022,
		LegalComments:     api.LegalCommentsNone,
		Outdir:            "/",
		AbsWorkingDir:     "/",
		LogLevel:          api.LogLevelSilent,
		Plugins:           []api.Plugin{from(templates, modules)},
	})
	if len(result.Errors) > 0 {
		e := result.Errors[0]
		at := name
		if e.Location != nil {
			at = fmt.Sprintf("%s:%d:%d", e.Location.File, e.Location.Line, e.Location.Column+1)
		}
		return nil, fmt.Errorf("bundling %s: %s: %s", name, at, e.Text)
	}
	return result.OutputFiles[0].Contents, nil
}

// from lets esbuild read from a file system that need not be a disk.
func from(templates fs.FS, modules Modules) api.Plugin {
	const space = "templates"
	return api.Plugin{Name: space, Setup: func(build api.PluginBuild) {
		build.OnResolve(api.OnResolveOptions{Filter: ".*"}, func(a api.OnResolveArgs) (api.OnResolveResult, error) {
			if a.Kind == api.ResolveCSSURLToken {
				return api.OnResolveResult{Path: a.Path, External: true}, nil
			}
			name := path.Clean(a.Path) // where the disk has a file of this name, esbuild puts ./ before it
			if _, rest := modules.find(templates, name); a.Kind != api.ResolveEntryPoint && rest == name {
				name = path.Join(path.Dir(a.Importer), name)
			}
			return api.OnResolveResult{Path: name, Namespace: space}, nil
		})
		build.OnLoad(api.OnLoadOptions{Filter: ".*", Namespace: space}, func(a api.OnLoadArgs) (api.OnLoadResult, error) {
			read, name := modules.find(templates, a.Path)
			data, err := read(name)
			if err != nil {
				return api.OnLoadResult{}, err
			}
			contents, loader := string(data), api.LoaderJS
			if path.Ext(a.Path) == ".css" {
				loader = api.LoaderCSS
			}
			return api.OnLoadResult{Contents: &contents, Loader: loader}, nil
		})
	}}
}
