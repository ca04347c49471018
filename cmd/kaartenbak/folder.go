package main

import (
	"io"
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
	if err := l.open(); err != nil {
		return err
	}
	return l.Folder.Put(name, data)
}

// Stream implements [write.Streamer].
func (l *lateFolder) Stream(name string, write func(io.Writer) error) error {
	if err := l.open(); err != nil {
		return err
	}
	return l.Folder.Stream(name, write)
}

func (l *lateFolder) open() error {
	l.once.Do(func() { l.Folder, l.err = write.OpenFolder(l.dir) })
	return l.err
}
