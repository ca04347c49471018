package main

import (
	"context"
	"errors"
	"io/fs"
	"path/filepath"
	"strings"
	"time"

	"github.com/fsnotify/fsnotify"
)

// settle is how long files must be left alone before they are read again: editors
// save in several steps.
const settle = 40 * time.Millisecond

// watch reopens the site whenever something changes below the folders. It closes watching
// when it sees changes, or never will.
func (s *server) watch(ctx context.Context, folders []string, watching chan<- struct{}) error {
	w, err := fsnotify.NewWatcher()
	if err != nil {
		close(watching)
		return err
	}
	defer w.Close()
	follow := func() {
		for _, folder := range folders {
			filepath.WalkDir(folder, func(name string, d fs.DirEntry, err error) error {
				if err == nil && d.IsDir() {
					w.Add(name)
				}
				return nil
			})
		}
		for _, folder := range folders {
			w.Add(filepath.Dir(filepath.Clean(folder))) // sees that it is renamed or comes back
		}
	}
	follow()
	close(watching)
	timer := time.NewTimer(time.Hour)
	timer.Stop()
	templates := false // what changed was a template
	for {
		select {
		case <-ctx.Done():
			return nil
		case err := <-w.Errors:
			if !errors.Is(err, fsnotify.ErrEventOverflow) {
				return err
			}
			templates = true
			timer.Reset(settle) // more changes than could be told, while a site was opened
		case event := <-w.Events:
			if folder, ok := folderOf(event.Name, folders); ok && event.Op != fsnotify.Chmod {
				templates = templates || folder == ownTemplates
				timer.Reset(settle)
			}
		case <-timer.C:
			follow()
			s.reopen(templates)
			templates = false
		}
	}
}

// folderOf gives the folder that a file stands below, if it is one that a site is
// made of.
func folderOf(name string, folders []string) (folder string, ok bool) {
	base := filepath.Base(name)
	if strings.HasSuffix(base, "~") || strings.HasPrefix(base, ".#") || strings.HasSuffix(base, ".swp") || base == "4913" {
		return "", false // what editors leave while they save
	}
	for _, folder := range folders {
		if rel, err := filepath.Rel(folder, name); err == nil && rel != ".." && !strings.HasPrefix(rel, ".."+string(filepath.Separator)) {
			return folder, true
		}
	}
	return "", false
}
