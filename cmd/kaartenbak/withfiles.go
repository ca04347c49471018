package main

import (
	"io/fs"
	"path"
	"slices"
	"strings"
	"testing/fstest"
)

// withFiles is a folder as it would be with more files in it.
func withFiles(folder fs.FS, files map[string][]byte) fs.FS {
	more := fstest.MapFS{}
	for name, data := range files {
		more[name] = &fstest.MapFile{Data: data, Mode: 0o644}
	}
	return withMore{folder, more}
}

// A withMore is a folder, and files that are not in it.
type withMore struct {
	fs.FS
	more fstest.MapFS
}

// Open implements [fs.FS].
func (w withMore) Open(name string) (fs.File, error) {
	if w.more[name] != nil {
		return w.more.Open(name)
	}
	return w.FS.Open(name)
}

// ReadDir implements [fs.ReadDirFS].
func (w withMore) ReadDir(name string) ([]fs.DirEntry, error) {
	entries, err := fs.ReadDir(w.FS, name)
	added, addedErr := w.more.ReadDir(name)
	if addedErr != nil {
		return entries, err
	}
	if err != nil && name == "." {
		return nil, err
	}
	for _, e := range added {
		if !slices.ContainsFunc(entries, func(other fs.DirEntry) bool { return other.Name() == e.Name() }) {
			entries = append(entries, e)
		}
	}
	slices.SortFunc(entries, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	return entries, nil
}

// Lstat implements [fs.ReadLinkFS].
func (w withMore) Lstat(name string) (fs.FileInfo, error) {
	if w.more[name] != nil {
		return w.more.Lstat(name)
	}
	info, err := fs.Lstat(w.FS, name)
	if err != nil && path.Dir(name) == "." {
		if added, addedErr := w.more.Lstat(name); addedErr == nil {
			return added, nil
		}
	}
	return info, err
}

// ReadLink implements [fs.ReadLinkFS].
func (w withMore) ReadLink(name string) (string, error) { return fs.ReadLink(w.FS, name) }
