//go:build unix

package main

import (
	"bytes"
	"os"
	"strings"
	"syscall"
	"testing"
	"time"
)

// TestStrangeFiles: what is no plain file in the content is told, and neither
// waited for nor followed.
func TestStrangeFiles(t *testing.T) {
	elsewhere := t.TempDir()
	if err := os.WriteFile(elsewhere+"/geheim.yaml", []byte("- id: geheim\n  naam: Geheim\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		what, want string
		make       func(dir string) error
	}{
		{"a pipe as site.yaml", "content/site.yaml: ", func(dir string) error {
			os.Remove(dir + "/site.yaml")
			return syscall.Mkfifo(dir+"/site.yaml", 0o644)
		}},
		{"an endless site.yaml", "content/site.yaml: een snelkoppeling", func(dir string) error {
			os.Remove(dir + "/site.yaml")
			return os.Symlink("/dev/zero", dir+"/site.yaml")
		}},
		{"a pipe as an entry", "content/nieuws/leiding.md: dit is geen gewoon bestand", func(dir string) error {
			return syscall.Mkfifo(dir+"/nieuws/leiding.md", 0o644)
		}},
		{"a link in the place of a folder", "content/begrippen: een snelkoppeling", func(dir string) error {
			os.RemoveAll(dir + "/begrippen")
			return os.Symlink(elsewhere, dir+"/begrippen")
		}},
		{"a register that is a folder", "content/adressen.txt: ", func(dir string) error { return os.Mkdir(dir+"/adressen.txt", 0o755) }},
		{"a folder that loops", "content/nieuws/rond: een snelkoppeling", func(dir string) error { return os.Symlink(".", dir+"/nieuws/rond") }},
	} {
		dir := content(t)
		if err := c.make(dir); err != nil {
			t.Fatal(err)
		}
		var output bytes.Buffer
		check := command("check", "--content", "content", "--today", "2026-11-22")
		check.Dir = strings.TrimSuffix(dir, "/content")
		check.Stderr = &output
		if err := check.Start(); err != nil {
			t.Fatal(err)
		}
		timer := time.AfterFunc(20*time.Second, func() { check.Process.Kill() })
		check.Wait()
		timer.Stop()
		if code := check.ProcessState.ExitCode(); code != exitContent || !strings.Contains(output.String(), c.want) {
			t.Errorf("%s: exit %d:\n%s", c.what, code, output.String())
		}
		if strings.Contains(output.String(), "geheim") {
			t.Errorf("%s was followed:\n%s", c.what, output.String())
		}
	}
}
