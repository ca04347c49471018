package main

import (
	"sync"

	"kaartenbak/generator/write"
)

// A lateFolder opens its folder with the first file, so that content with errors
// leaves nothing behind, not even an empty folder.
type lateFolder struct {
	*write.Folder
	dir  string
	once sync.Once
	err  error
}

// Put implements [write.Sink].
func (l *lateFolder) Put(name string, data []byte) error {
	l.once.Do(func() { l.Folder, l.err = write.OpenFolder(l.dir) })
	if l.err != nil {
		return l.err
	}
	return l.Folder.Put(name, data)
}
