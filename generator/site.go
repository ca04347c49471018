package generator

import (
	"bytes"
	"fmt"
	"strings"
	"sync"

	"kaartenbak/generator/assets"
	"kaartenbak/generator/catalogue"
	"kaartenbak/generator/cms"
	"kaartenbak/generator/corpus"
	"kaartenbak/generator/ledger"
	"kaartenbak/generator/offline"
	"kaartenbak/generator/parallel"
	"kaartenbak/generator/plan"
	"kaartenbak/generator/problem"
	"kaartenbak/generator/ui"
	"kaartenbak/generator/write"
	"kaartenbak/search"
)

// A Site is what a catalogue becomes: its files, each with what makes it. Nothing of
// a file is made before it is asked for. It is safe for use by several goroutines.
type Site struct {
	Catalogue *catalogue.Catalogue
	Changes   *ledger.Ledger
	Plan      *plan.Planner
	Texts     *ui.Texts
	Base      string // where the site is published, without a slash at the end, or ""
	Problems  problem.List

	config   Config
	bundles  *assets.Set
	system   *cms.Packages // nil without an editing system
	index    func() (*search.Index, error)
	formData func() (File, error)   // what the form for contributors knows
	version  func() (string, error) // names all files but the last
	files    []File                 // without those that latest.js names, and the last
	byName   map[string]File        // the same
}

// prepare lists the files of the site.
func (s *Site) prepare(bundles *assets.Set) error {
	s.bundles = bundles
	files, err := s.list()
	if err != nil {
		return err
	}
	s.formData = sync.OnceValues(s.makeFormData)
	s.files, s.byName = files, make(map[string]File, len(files))
	for _, f := range files {
		s.byName[f.Name] = f
	}
	s.version = sync.OnceValues(func() (string, error) {
		sum := &offline.Tally{Sink: nowhere{}}
		err := s.putAll(sum)
		return sum.Version(), err
	})
	return nil
}

// Pages is how many pages the site has.
func (s *Site) Pages() int { return len(s.Plan.List()) }

// Put makes all files and puts them in the sink, on all cores. What names the
// others comes last.
func (s *Site) Put(sink write.Sink) error {
	sum := &offline.Tally{Sink: sink}
	if err := s.putAll(sum); err != nil {
		return err
	}
	version := func() (string, error) { return sum.Version(), nil }
	for _, f := range s.last(version) {
		if err := f.put(sink); err != nil {
			return err
		}
	}
	return requireTexts(s.Texts)
}

// putAll makes all files but the last.
func (s *Site) putAll(sink write.Sink) error {
	files, err := s.latestFiles()
	if err != nil {
		return err
	}
	files = append(files, s.files...)
	if err := parallel.For(len(files), func(i int) error { return files[i].put(sink) }); err != nil {
		return fmt.Errorf("making the site: %w", err)
	}
	return nil
}

// Make makes one file, with the bytes that a build gives it; false where the site
// has none of that name.
func (s *Site) Make(name string) (data []byte, ok bool, err error) {
	f, ok, err := s.file(name)
	if !ok || err != nil {
		return nil, false, err
	}
	var file singleFile
	if err := f.put(&file); err != nil {
		return nil, false, err
	}
	return file.data, true, requireTexts(s.Texts)
}

// Has reports whether the site has a file of this name.
func (s *Site) Has(name string) bool {
	_, ok, err := s.file(name)
	return ok || err != nil // Make gives the error
}

// file finds a file by its name.
func (s *Site) file(name string) (f File, ok bool, err error) {
	if f, ok = s.byName[name]; ok {
		return f, true, nil
	}
	others := s.last(s.version)
	if strings.HasPrefix(name, assets.Folder) {
		if others, err = s.latestFiles(); err != nil {
			return f, false, err
		}
	}
	for _, f := range others {
		if f.Name == name {
			return f, true, nil
		}
	}
	return f, false, nil
}

// Index gives the search index of the site. It is made when it is first asked for.
func (s *Site) Index() (*search.Index, error) { return s.index() }

func (s *Site) makeIndex() (*search.Index, error) {
	words, err := corpus.Of(s.Catalogue, s.Plan.Card, s.config.Today)
	if err != nil {
		return nil, err
	}
	index, err := search.Build(words)
	if err != nil {
		return nil, fmt.Errorf("making the search index: %w", err)
	}
	return index, nil
}

// A singleFile is a sink for one file.
type singleFile struct{ data []byte }

// Put implements [write.Sink].
func (s *singleFile) Put(_ string, data []byte) error {
	s.data = bytes.Clone(data)
	return nil
}

// nowhere is a sink that keeps nothing.
type nowhere struct{}

// Put implements [write.Sink].
func (nowhere) Put(string, []byte) error { return nil }
