package generator

import (
	"kaartenbak/generator/assets"
	"kaartenbak/generator/catalogue"
	"kaartenbak/generator/offline"
)

// wholeIndex is how large a search index may be that browsers get ahead of its
// use, in bytes. Of a larger one they keep what they used.
const wholeIndex = 500_000

// goesOffline reports whether browsers may keep the site. A catalogue can switch
// that off, also for who has it already.
func (s *Site) goesOffline() bool {
	return !s.config.NoOffline && !catalogue.Offline.Of(s.Catalogue.Site).Is("nee")
}

// last are the files that name all others: the version of the site, and the service
// worker that keeps one version of it.
func (s *Site) last(version func() (string, error)) []File {
	return []File{
		fallibleFile(offline.WorkerFile, func() ([]byte, error) { return s.worker(version) }),
		fallibleFile(offline.VersionFile, func() ([]byte, error) {
			v, err := version()
			return []byte(v + "\n"), err
		}),
	}
}

func (s *Site) worker(version func() (string, error)) ([]byte, error) {
	if !s.goesOffline() {
		return offline.NoWorker(s.config.Templates)
	}
	v, err := version()
	if err != nil {
		return nil, err
	}
	index, err := s.indexAhead()
	if err != nil {
		return nil, err
	}
	return offline.Worker(s.config.Templates, v, offline.Shell(s.bundles, append(index, latestFile)...))
}

// indexAhead is the files of the search index, if it is small enough to get ahead of
// its use.
func (s *Site) indexAhead() ([]string, error) {
	if s.config.NoSearch {
		return nil, nil
	}
	index, err := s.index()
	if err != nil {
		return nil, err
	}
	var names []string
	size := 0
	for _, f := range index.Files() {
		size += len(f.Data)
		names = append(names, assets.Folder+f.Name)
	}
	if size > wholeIndex {
		return nil, nil
	}
	return names, nil
}

func (s *Site) manifest() ([]byte, error) {
	return offline.Manifest(s.Catalogue.Site, s.Texts, s.bundles)
}
