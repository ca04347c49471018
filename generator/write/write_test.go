package write_test

import (
	"bytes"
	"compress/gzip"
	"errors"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/andybalholm/brotli"

	"kaartenbak/generator/write"
)

// site writes files to a folder as one build does.
func site(t *testing.T, dir string, files map[string]string) write.Stats {
	t.Helper()
	f, err := write.OpenFolder(dir)
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range files {
		if err := f.Put(name, []byte(text)); err != nil {
			t.Fatal(err)
		}
	}
	stats, err := f.Close()
	if err != nil {
		t.Fatal(err)
	}
	return stats
}

func read(t *testing.T, elem ...string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(elem...))
	if err != nil {
		return "(none)"
	}
	return string(data)
}

func TestOnlyWhatDiffersIsWritten(t *testing.T) {
	dir := t.TempDir()
	if s := site(t, dir, map[string]string{"index.html": "a", "x/index.html": "b"}); s.Files != 2 || s.Changed != 2 || s.Bytes != 2 {
		t.Errorf("first build: %+v", s)
	}
	if s := site(t, dir, map[string]string{"index.html": "a", "x/index.html": "b"}); s.Changed != 0 || s.Removed != 0 {
		t.Errorf("same again: %+v", s)
	}
	if s := site(t, dir, map[string]string{"index.html": "c", "x/index.html": "b"}); s.Changed != 1 {
		t.Errorf("one page differs: %+v", s)
	}
	if got := read(t, dir, "index.html"); got != "c" {
		t.Errorf("index.html is %q", got)
	}
}

func TestOnlyOwnFilesAreRemoved(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{".gitignore", "vreemd.txt"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte("van een ander"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	site(t, dir, map[string]string{"index.html": "a", "weg/diep/index.html": "b"})
	if s := site(t, dir, map[string]string{"index.html": "a"}); s.Removed != 1 {
		t.Errorf("removed %d files, want 1", s.Removed)
	}
	if _, err := os.Stat(filepath.Join(dir, "weg")); !os.IsNotExist(err) {
		t.Error("the folder that became empty is still there")
	}
	for _, name := range []string{".gitignore", "vreemd.txt"} {
		if got := read(t, dir, name); got != "van een ander" {
			t.Errorf("%s is %q", name, got)
		}
	}
}

func TestBadNamesAreRefused(t *testing.T) {
	f, err := write.OpenFolder(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"../x", "/etc/passwd", "a//b", "", "a/../../b"} {
		if err := f.Put(name, nil); err == nil {
			t.Errorf("%q was written", name)
		}
	}
	if err := f.Put("a", []byte("1")); err != nil {
		t.Fatal(err)
	}
	if err := f.Put("a", []byte("2")); err == nil {
		t.Error("a file was made twice")
	}
}

func TestNothingIsWrittenThroughASymlink(t *testing.T) {
	dir, outside := t.TempDir(), t.TempDir()
	if err := os.Symlink(outside, filepath.Join(dir, "x")); err != nil {
		t.Fatal(err)
	}
	f, err := write.OpenFolder(dir)
	if err != nil {
		t.Fatal(err)
	}
	if err := f.Put("x/index.html", []byte("a")); err == nil {
		t.Error("a link out of the folder was followed")
	}
	if left, _ := os.ReadDir(outside); len(left) > 0 {
		t.Errorf("%s was written outside the folder", left[0].Name())
	}
}

func TestPrecompressedHoldsTheSame(t *testing.T) {
	memory := write.NewMemory()
	sink := write.Precompressed{Sink: memory}
	page := bytes.Repeat([]byte("samen beslissen "), 100)
	for name, data := range map[string][]byte{"a.html": page, "klein.html": []byte("kort"), "b.png": page} {
		if err := sink.Put(name, data); err != nil {
			t.Fatal(err)
		}
	}
	if len(memory.Files) != 5 {
		t.Errorf("%d files, want 3 and 2 compressed", len(memory.Files))
	}
	unzip, err := gzip.NewReader(bytes.NewReader(memory.Files["a.html.gz"]))
	if err != nil {
		t.Fatal(err)
	}
	for kind, r := range map[string]io.Reader{"gz": unzip, "br": brotli.NewReader(bytes.NewReader(memory.Files["a.html.br"]))} {
		if got, err := io.ReadAll(r); err != nil || !bytes.Equal(got, page) {
			t.Errorf("%s holds %d bytes (%v)", kind, len(got), err)
		}
	}
}

// stream writes one file in pieces, as one build does.
func stream(t *testing.T, dir, name string, pieces ...string) (write.Stats, error) {
	t.Helper()
	f, err := write.OpenFolder(dir)
	if err != nil {
		t.Fatal(err)
	}
	failed := write.Stream(f, name, func(w io.Writer) error {
		for _, piece := range pieces {
			if piece == "fout" {
				return errors.New("made to fail")
			}
			if _, err := io.WriteString(w, piece); err != nil {
				return err
			}
		}
		return nil
	})
	stats, err := f.Close()
	if err != nil {
		t.Fatal(err)
	}
	return stats, failed
}

func TestAStreamedFileIsWrittenWhereItDiffers(t *testing.T) {
	dir := t.TempDir()
	long := strings.Repeat("0123456789", 100_000) // several pieces
	for i, c := range []struct {
		pieces  []string
		changed int
	}{
		{[]string{long, "a"}, 1},
		{[]string{long, "a"}, 0},
		{[]string{long, "b"}, 1},
		{[]string{long}, 1},
		{nil, 1},
		{nil, 0},
	} {
		stats, err := stream(t, dir, "data/x.json", c.pieces...)
		want := strings.Join(c.pieces, "")
		if err != nil || stats.Changed != c.changed || stats.Bytes != int64(len(want)) {
			t.Errorf("build %d: %+v, %v; want %d changed", i, stats, err, c.changed)
		}
		if read(t, dir, "data", "x.json") != want {
			t.Errorf("build %d left other bytes", i)
		}
	}
}

func TestAStreamThatFailsLeavesTheOldFile(t *testing.T) {
	dir := t.TempDir()
	if _, err := stream(t, dir, "data/x.json", "oud"); err != nil {
		t.Fatal(err)
	}
	if _, err := stream(t, dir, "data/x.json", "nieuw", "fout"); err == nil {
		t.Error("the failure is not told")
	}
	if got := read(t, dir, "data", "x.json"); got != "oud" {
		t.Errorf("the file is %q", got)
	}
	left, err := os.ReadDir(filepath.Join(dir, "data"))
	if err != nil || len(left) != 1 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}

// TestUnfinishedBuild: until Close there is nothing of a build to see, and a
// build that fails or ends leaves nothing behind for good.
func TestUnfinishedBuild(t *testing.T) {
	dir := t.TempDir()
	site(t, dir, map[string]string{"index.html": "a", "assets/a.js": "a", "weg/index.html": "a"})
	for _, end := range []func(*write.Folder){
		func(f *write.Folder) { f.Abandon() }, // the disk was full
		func(*write.Folder) { runtime.GC() },  // the program was killed
	} {
		f, err := write.OpenFolder(dir)
		if err != nil {
			t.Fatal(err)
		}
		for name, text := range map[string]string{"index.html": "bb", "assets/b.js": "b", "nieuw/index.html": "b"} {
			if err := f.Put(name, []byte(text)); err != nil {
				t.Fatal(err)
			}
		}
		if err := write.Stream(f, "data/b.json", func(w io.Writer) error { _, err := io.WriteString(w, "{}"); return err }); err != nil {
			t.Fatal(err)
		}
		end(f)
		for name, want := range map[string]string{"index.html": "a", "assets/a.js": "a", "weg/index.html": "a", "assets/b.js": "(none)", "nieuw/index.html": "(none)", "data/b.json": "(none)"} {
			if got := read(t, dir, name); got != want {
				t.Errorf("%s is %q, want %q", name, got, want)
			}
		}
		f.Abandon()
	}
	if s := site(t, dir, map[string]string{"index.html": "bb"}); s.Changed != 1 || s.Removed != 2 {
		t.Errorf("the next build: %+v", s)
	}
	left, _ := os.ReadDir(dir)
	if len(left) != 2 { // the page and the register
		t.Errorf("left: %v", left)
	}
}

func TestOneBuildAtATime(t *testing.T) {
	dir := t.TempDir()
	first, err := write.OpenFolder(dir)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := write.OpenFolder(dir); !errors.Is(err, write.ErrBusy) {
		t.Errorf("the second build: %v", err)
	}
	if _, err := first.Close(); err != nil {
		t.Fatal(err)
	}
	site(t, dir, map[string]string{"index.html": "a"})
}

// TestNewFilesAreNotedBeforeTheyAreThere: a build that is killed while it moves
// files leaves none that the next does not know.
func TestNewFilesAreNotedBeforeTheyAreThere(t *testing.T) {
	dir := t.TempDir()
	site(t, dir, map[string]string{"index.html": "a"})
	if err := os.MkdirAll(filepath.Join(dir, "x/index.html/vol"), 0o755); err != nil {
		t.Fatal(err)
	}
	f, err := write.OpenFolder(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"assets/nieuw.js", "index.html", "x/index.html"} {
		if err := f.Put(name, []byte("b")); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := f.Close(); err == nil { // a folder stands in the way of the last
		t.Fatal("a folder was replaced by a file")
	}
	if got := read(t, dir, "assets/nieuw.js"); got != "b" {
		t.Fatalf("assets/nieuw.js is %q", got)
	}
	site(t, dir, map[string]string{"index.html": "a"})
	if got := read(t, dir, "assets/nieuw.js"); got != "(none)" {
		t.Error("a file of the build that failed is left")
	}
}
