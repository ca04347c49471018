// Package write puts the files of a site in a folder: only those that differ,
// each of them whole at every moment.
package write

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
	"sync"
)

// A Sink takes the files of a site as they are made, from several goroutines at
// once. Names are relative, with slashes.
type Sink interface {
	Put(name string, data []byte) error
}

// A Streamer is a sink that also takes a file as it is written, so that nobody
// has to keep the whole of it.
type Streamer interface {
	Stream(name string, write func(io.Writer) error) error
}

// Stream puts the file that a function writes in a sink: piece by piece where
// the sink can take that.
func Stream(sink Sink, name string, write func(io.Writer) error) error {
	if s, ok := sink.(Streamer); ok {
		return s.Stream(name, write)
	}
	var b bytes.Buffer
	if err := write(&b); err != nil {
		return err
	}
	return sink.Put(name, b.Bytes())
}

// Memory is a sink that keeps the files, for serving and for tests.
type Memory struct {
	mu    sync.Mutex
	Files map[string][]byte
}

// NewMemory gives an empty sink.
func NewMemory() *Memory { return &Memory{Files: map[string][]byte{}} }

// Put implements [Sink].
func (m *Memory) Put(name string, data []byte) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if _, twice := m.Files[name]; twice {
		return fmt.Errorf("writing %s: the file is made twice", name)
	}
	m.Files[name] = data
	return nil
}

// register is the file that lists what the builds before wrote, so that a build
// removes those files of it that are gone, and never a file of somebody else.
const register = ".kaartenbak"

// A Folder is a sink that writes to a folder.
type Folder struct {
	root *os.Root

	mu      sync.Mutex
	written map[string]bool
	folders map[string]bool // those that are there: whether this build made them
	stats   Stats
}

// Stats is what a build did to the folder.
type Stats struct {
	Files, Changed, Removed int
	Bytes                   int64
}

// OpenFolder makes the folder where it is not there yet.
func OpenFolder(dir string) (*Folder, error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, fmt.Errorf("making the folder for the site: %w", err)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, fmt.Errorf("opening the folder for the site: %w", err)
	}
	return &Folder{root: root, written: map[string]bool{}, folders: map[string]bool{".": false}}, nil
}

// Put implements [Sink]. A file that is there already with the same bytes is
// left alone; another is replaced in one step.
func (f *Folder) Put(name string, data []byte) error {
	if err := f.claim(name); err != nil {
		return err
	}
	changed, err := f.put(name, data)
	if err != nil {
		return err
	}
	f.count(int64(len(data)), changed)
	return nil
}

// claim notes that this build makes a file.
func (f *Folder) claim(name string) error {
	if !fs.ValidPath(name) {
		return fmt.Errorf("writing %q: not a name below the folder", name)
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.written[name] {
		return fmt.Errorf("writing %s: the file is made twice", name)
	}
	f.written[name] = true
	return nil
}

func (f *Folder) count(size int64, changed bool) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.stats.Files++
	f.stats.Bytes += size
	if changed {
		f.stats.Changed++
	}
}

func (f *Folder) put(name string, data []byte) (changed bool, err error) {
	made, err := f.folder(path.Dir(name))
	if err != nil {
		return false, fmt.Errorf("writing %s: %w", name, err)
	}
	if !made { // in a folder that this build made, there is no older file
		if same, err := f.same(name, data); err != nil || same {
			return false, err
		}
	}
	part := partOf(name)
	if err := f.root.WriteFile(part, data, 0o644); err != nil {
		return false, errors.Join(fmt.Errorf("writing %s: %w", name, err), f.forget(part))
	}
	if err := f.root.Rename(part, name); err != nil {
		return false, errors.Join(fmt.Errorf("writing %s: %w", name, err), f.forget(part))
	}
	return true, nil
}

// partOf is the name of a file that is not whole yet.
func partOf(name string) string { return path.Join(path.Dir(name), "."+path.Base(name)+".deel") }

// forget removes a file that could not be finished.
func (f *Folder) forget(part string) error {
	if err := f.root.Remove(part); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}

// same reports whether the file is there with these bytes.
func (f *Folder) same(name string, data []byte) (bool, error) {
	info, err := f.root.Lstat(name)
	if errors.Is(err, fs.ErrNotExist) || err == nil && (!info.Mode().IsRegular() || info.Size() != int64(len(data))) {
		return false, nil
	}
	if err != nil {
		return false, fmt.Errorf("comparing %s: %w", name, err)
	}
	old, err := f.root.ReadFile(name)
	if err != nil {
		return false, fmt.Errorf("comparing %s: %w", name, err)
	}
	return bytes.Equal(old, data), nil
}

// folder sees to it that a folder is there, and reports whether this build made
// it.
func (f *Folder) folder(dir string) (made bool, err error) {
	f.mu.Lock()
	made, known := f.folders[dir]
	f.mu.Unlock()
	if known {
		return made, nil
	}
	if _, err := f.folder(path.Dir(dir)); err != nil {
		return false, err
	}
	err = f.root.Mkdir(dir, 0o755)
	if err != nil && !errors.Is(err, fs.ErrExist) {
		return false, err
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	f.folders[dir] = f.folders[dir] || err == nil
	return f.folders[dir], nil
}

// Close removes the files of earlier builds that this one did not make, and
// notes what it did make. Until then the old site is still whole.
func (f *Folder) Close() (Stats, error) {
	defer f.root.Close()
	old, err := f.root.ReadFile(register)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return f.stats, fmt.Errorf("reading what the last build wrote: %w", err)
	}
	for name := range strings.SplitSeq(string(old), "\n") {
		if name == "" || f.written[name] || !fs.ValidPath(name) {
			continue
		}
		if err := f.root.Remove(name); err == nil {
			f.stats.Removed++
		} else if !errors.Is(err, fs.ErrNotExist) {
			return f.stats, fmt.Errorf("removing %s: %w", name, err)
		}
		for dir := path.Dir(name); dir != "."; dir = path.Dir(dir) {
			if f.root.Remove(dir) != nil { // not empty: other files live there
				break
			}
		}
	}
	names := make([]string, 0, len(f.written))
	for name := range f.written {
		names = append(names, name)
	}
	slices.Sort(names)
	if _, err := f.put(register, []byte(strings.Join(names, "\n")+"\n")); err != nil {
		return f.stats, err
	}
	return f.stats, nil
}
