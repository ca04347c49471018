// Package write puts the files of a site in a folder: only those that differ,
// each of them whole at every moment.
package write

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// A Sink takes the files of a site as they are made, from several goroutines at
// once. Names are relative, with slashes. The bytes are the sink's until Put returns.
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
	m.Files[name] = bytes.Clone(data)
	return nil
}

// What a folder holds beside the site.
const (
	// register is the file that lists what the builds before wrote, so that a build
	// removes those files of it that are gone, and never a file of somebody else.
	register = ".kaartenbak"
	// staging is the folder in which the new files wait until all are there.
	staging = ".kaartenbak-nieuw"
	// grown is the part of it with the files for folders that the site does not have
	// yet, at their places: such a folder is moved as a whole.
	grown = staging + "/mappen"
)

// A Folder is a sink that writes to a folder. What differs waits beside the site
// until Close, so that a build that fails or is killed halfway leaves the site as
// it was. Close then moves the new files to their places: first what pages name,
// then the pages; and only then does it remove what is gone. So at every moment
// each page has all files that it names, and the next build repairs the rest.
type Folder struct {
	root *os.Root
	lock *os.File

	mu      sync.Mutex
	written map[string]bool
	staged  map[string]string // the names that differ: where the new file waits
	folders map[string]bool   // those that were asked after: whether they are there
	made    map[string]bool   // the folders in staging
	trees   map[string]bool   // the uppermost of the new folders: whether it has pages
	stats   Stats
}

// Stats is what a build did to the folder.
type Stats struct {
	Files, Changed, Removed int
	Bytes                   int64
}

// ErrBusy says that another build writes to the same folder.
var ErrBusy = errors.New("another build is writing to this folder; try again when it is done")

// OpenFolder makes the folder where it is not there yet. It is for one build at
// a time; the second gets [ErrBusy].
func OpenFolder(dir string) (*Folder, error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, fmt.Errorf("making the folder for the site: %w", err)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, fmt.Errorf("opening the folder for the site: %w", err)
	}
	f := &Folder{root: root, written: map[string]bool{}, staged: map[string]string{},
		folders: map[string]bool{".": true}, made: map[string]bool{".": true, staging: true}, trees: map[string]bool{}}
	if f.lock, err = root.Open("."); err != nil {
		return nil, errors.Join(fmt.Errorf("opening %s: %w", dir, err), root.Close())
	}
	if err := lock(f.lock); err != nil {
		return nil, errors.Join(fmt.Errorf("opening %s: %w", dir, err), f.release())
	}
	err = root.RemoveAll(staging) // of a build that was killed
	if err == nil {
		err = root.Mkdir(staging, 0o755)
	}
	if err != nil {
		return nil, errors.Join(fmt.Errorf("writing in %s: %w", dir, err), f.release())
	}
	return f, nil
}

func (f *Folder) release() error { return errors.Join(f.lock.Close(), f.root.Close()) }

// Put implements [Sink]. A file that is there already with the same bytes is
// left alone.
func (f *Folder) Put(name string, data []byte) error {
	wait, err := f.claim(name)
	if err != nil {
		return err
	}
	same := false
	if !inGrown(wait) {
		if same, err = f.same(name, data); err != nil {
			return fmt.Errorf("comparing %s: %w", name, err)
		}
	}
	if !same {
		if err := f.root.WriteFile(wait, data, 0o644); err != nil {
			return fmt.Errorf("writing %s: %w", name, err)
		}
	}
	f.count(name, wait, int64(len(data)), !same)
	return nil
}

// claim notes that this build makes a file, and says where it may wait.
func (f *Folder) claim(name string) (wait string, err error) {
	if !fs.ValidPath(name) {
		return "", fmt.Errorf("writing %q: not a name below the folder", name)
	}
	wait, err = f.place(name)
	if err == nil && inGrown(wait) {
		err = f.make(path.Dir(wait))
	}
	if err != nil {
		return "", fmt.Errorf("writing %s: %w", name, err)
	}
	return wait, nil
}

// place is where a file of this build waits.
func (f *Folder) place(name string) (wait string, err error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.written[name] {
		return "", errors.New("the file is made twice")
	}
	f.written[name] = true
	top, err := f.missing(path.Dir(name))
	if err != nil || top == "" {
		return path.Join(staging, strconv.Itoa(len(f.written))), err
	}
	f.trees[top] = f.trees[top] || isPage(name)
	return path.Join(grown, name), nil
}

// inGrown reports whether a file waits in a folder that is moved as a whole.
func inGrown(wait string) bool { return strings.HasPrefix(wait, grown+"/") }

// missing gives the uppermost folder of a path that is not there, or "".
func (f *Folder) missing(dir string) (top string, err error) {
	for {
		there, err := f.there(dir)
		if err != nil || there {
			return top, err
		}
		top, dir = dir, path.Dir(dir)
	}
}

// make makes a folder in staging. It waits for no other that is made.
func (f *Folder) make(dir string) error {
	f.mu.Lock()
	made := f.made[dir]
	f.mu.Unlock()
	if made {
		return nil
	}
	if err := f.make(path.Dir(dir)); err != nil {
		return err
	}
	if err := f.root.Mkdir(dir, 0o755); err != nil && !errors.Is(err, fs.ErrExist) {
		return err
	}
	f.mu.Lock()
	f.made[dir] = true
	f.mu.Unlock()
	return nil
}

// count notes that a file is there, or waits to be.
func (f *Folder) count(name, wait string, size int64, changed bool) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.stats.Files++
	f.stats.Bytes += size
	if changed {
		f.stats.Changed++
	}
	if changed && !inGrown(wait) {
		f.staged[name] = wait
	}
}

// same reports whether the file is there with these bytes.
func (f *Folder) same(name string, data []byte) (bool, error) {
	info, err := f.root.Lstat(name)
	if errors.Is(err, fs.ErrNotExist) || err == nil && (!info.Mode().IsRegular() || info.Size() != int64(len(data))) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	old, err := f.root.Open(name)
	if err != nil {
		return false, err
	}
	defer old.Close()
	read := pieces.Get().([]byte)
	defer pieces.Put(read)
	for len(data) > 0 {
		n, err := io.ReadFull(old, read[:min(len(read), len(data))])
		if !bytes.Equal(read[:n], data[:n]) {
			return false, nil
		}
		if data = data[n:]; err != nil {
			return false, err
		}
	}
	return true, nil
}

// pieces are the memory into which files are read to be compared.
var pieces = sync.Pool{New: func() any { return make([]byte, piece) }}

// there reports whether the site has this folder. It is for who holds f.mu.
func (f *Folder) there(dir string) (bool, error) {
	if there, known := f.folders[dir]; known {
		return there, nil
	}
	there, err := f.there(path.Dir(dir))
	if err != nil {
		return false, err
	}
	if there {
		info, err := f.root.Stat(dir)
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return false, err
		}
		there = err == nil && info.IsDir()
	}
	f.folders[dir] = there
	return there, nil
}

// Abandon leaves the folder as it was, after a build that failed.
func (f *Folder) Abandon() error {
	return errors.Join(f.root.RemoveAll(staging), f.release())
}

// Close makes the folder the site that was put in it.
func (f *Folder) Close() (Stats, error) {
	err := f.publish()
	return f.stats, errors.Join(err, f.Abandon())
}

func (f *Folder) publish() error {
	text, err := f.root.ReadFile(register)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("reading what the last build wrote: %w", err)
	}
	var gone []string
	old := map[string]bool{}
	for name := range strings.SplitSeq(string(text), "\n") {
		if old[name] = true; name != "" && !f.written[name] && fs.ValidPath(name) {
			gone = append(gone, name)
		}
	}
	names := slices.Sorted(maps.Keys(f.written))
	// A build that is killed from here on leaves files of both sites.
	if slices.ContainsFunc(names, func(name string) bool { return !old[name] }) {
		if err := f.note(append(slices.Clone(names), gone...)); err != nil {
			return err
		}
	}
	for _, pages := range []bool{false, true} {
		for _, dir := range slices.Sorted(maps.Keys(f.trees)) {
			if f.trees[dir] == pages {
				if err := f.root.Rename(path.Join(grown, dir), dir); err != nil {
					return fmt.Errorf("writing %s: %w", dir, err)
				}
			}
		}
		for _, name := range names {
			if wait, changed := f.staged[name]; changed && isPage(name) == pages {
				if err := f.root.Rename(wait, name); err != nil {
					return fmt.Errorf("writing %s: %w", name, err)
				}
			}
		}
	}
	for _, pages := range []bool{true, false} {
		for _, name := range gone {
			if isPage(name) == pages {
				if err := f.remove(name); err != nil {
					return fmt.Errorf("removing %s: %w", name, err)
				}
			}
		}
	}
	return f.note(names)
}

// isPage is true for what names other files, also when it is compressed: pages, and
// scripts at the top of the site.
func isPage(name string) bool {
	name = strings.TrimSuffix(strings.TrimSuffix(name, ".br"), ".gz")
	return path.Ext(name) == ".html" || path.Ext(name) == ".js" && path.Dir(name) == "."
}

// remove removes a file of an earlier build, and the folders that become empty.
func (f *Folder) remove(name string) error {
	if info, err := f.root.Lstat(name); err == nil && info.IsDir() {
		return nil // a build that failed noted the name, and never wrote the file
	}
	err := f.root.Remove(name)
	switch {
	case err == nil:
		f.stats.Removed++
	case !errors.Is(err, fs.ErrNotExist):
		return err
	}
	for dir := path.Dir(name); dir != "."; dir = path.Dir(dir) {
		if f.root.Remove(dir) != nil { // not empty: other files live there
			break
		}
	}
	return nil
}

// note writes the register, in one step.
func (f *Folder) note(names []string) error {
	data := []byte(strings.Join(names, "\n") + "\n")
	if same, err := f.same(register, data); err == nil && same {
		return nil
	}
	wait := path.Join(staging, "register")
	if err := f.root.WriteFile(wait, data, 0o644); err != nil {
		return fmt.Errorf("noting what this build writes: %w", err)
	}
	if err := f.root.Rename(wait, register); err != nil {
		return fmt.Errorf("noting what this build writes: %w", err)
	}
	return nil
}
