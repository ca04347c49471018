package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// packages hold Dutch documentation that nobody here wrote, and a word list.
var packages = []string{
	"libreoffice-help-nl", "debian-edu-doc-nl", "manpages-nl", "manpages-nl-dev", "gimp-help-nl", "debian-faq-nl",
	"aptitude-doc-nl", "lilypond-doc-html-nl", "gosa-help-nl", "wdutch",
}

// A source is a package as it was used.
type source struct{ Name, Version string }

// fetch downloads the packages and unpacks them below a folder, without
// installing. It says which ones apt does not have.
func fetch(dir string) ([]source, error) {
	debs, root := filepath.Join(dir, "debs"), filepath.Join(dir, "root")
	for _, d := range []string{debs, root} {
		if err := os.MkdirAll(d, 0o755); err != nil {
			return nil, err
		}
	}
	var out []source
	for _, name := range packages {
		deb := find(debs, name)
		if deb == "" {
			c := exec.Command("apt-get", "download", name)
			c.Dir = debs
			said, err := c.CombinedOutput()
			if deb = find(debs, name); err != nil || deb == "" {
				fmt.Fprintf(os.Stderr, "without %s: apt-get has no such package, or cannot get it (apt-get update may help): %s\n", name, lastLine(said))
				continue
			}
		}
		done := filepath.Join(debs, filepath.Base(deb)+".unpacked")
		if _, err := os.Stat(done); err != nil {
			if said, err := exec.Command("dpkg-deb", "--extract", deb, root).CombinedOutput(); err != nil {
				return nil, fmt.Errorf("unpacking %s: %w: %s", name, err, lastLine(said))
			}
			if err := os.WriteFile(done, nil, 0o644); err != nil {
				return nil, err
			}
		}
		version, err := exec.Command("dpkg-deb", "--field", deb, "Version").Output()
		if err != nil {
			return nil, fmt.Errorf("reading the version of %s: %w", name, err)
		}
		out = append(out, source{name, strings.TrimSpace(string(version))})
	}
	return out, nil
}

func find(dir, name string) string {
	found, _ := filepath.Glob(filepath.Join(dir, name+"_*.deb"))
	if len(found) == 0 {
		return ""
	}
	return found[len(found)-1]
}

func lastLine(said []byte) string {
	lines := bytes.Split(bytes.TrimSpace(said), []byte("\n"))
	return string(lines[len(lines)-1])
}
