package main

import (
	"os"
	"path/filepath"
)

// realPath is the absolute path of a file that is there.
func realPath(name string) (string, error) {
	if _, err := os.Lstat(name); err != nil {
		return "", wrongUse("there is no file %s", name)
	}
	return filepath.Abs(name)
}

// resolved is an absolute path without links, as far as it is there.
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

// within reports whether an absolute path is that of a folder or file, or lies below it.
func within(path, at string) bool {
	rel, err := filepath.Rel(at, path)
	return err == nil && filepath.IsLocal(rel)
}
