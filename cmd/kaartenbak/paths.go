package main

import (
	"os"
	"path/filepath"
)

// existingPath is the absolute path of a file. Naming one that is not there is a
// wrong use.
func existingPath(name string) (string, error) {
	if _, err := os.Lstat(name); err != nil {
		return "", wrongUse("there is no file %s", name)
	}
	return filepath.Abs(name)
}

// resolved is the absolute path of a file, with symbolic links followed as far as
// the path is there.
func resolved(name string) string {
	name, err := filepath.Abs(name)
	if err != nil {
		return name
	}
	if real, err := filepath.EvalSymlinks(name); err == nil || name == filepath.Dir(name) {
		return real
	}
	return filepath.Join(resolved(filepath.Dir(name)), filepath.Base(name))
}

// within reports whether an absolute path is another one, or lies below it.
func within(path, folder string) bool {
	rel, err := filepath.Rel(folder, path)
	return err == nil && filepath.IsLocal(rel)
}
