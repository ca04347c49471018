package write

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
)

// piece is how much of a streamed file is in memory at once.
const piece = 256 << 10

// Stream implements [Streamer]. As with Put, a file that is there already with the
// same bytes is left alone.
func (f *Folder) Stream(name string, write func(io.Writer) error) error {
	wait, err := f.claim(name)
	if err != nil {
		return err
	}
	size, changed, err := f.stream(wait, name, write)
	if err != nil {
		return fmt.Errorf("writing %s: %w", name, err)
	}
	f.count(name, wait, size, changed)
	return nil
}

func (f *Folder) stream(wait, name string, write func(io.Writer) error) (size int64, changed bool, err error) {
	file, err := f.root.Create(wait)
	if err != nil {
		return 0, false, err
	}
	b := bufio.NewWriterSize(file, piece)
	err = errors.Join(write(b), b.Flush())
	info, statErr := file.Stat()
	if err := errors.Join(err, statErr, file.Close()); err != nil {
		return 0, false, err
	}
	if inGrown(wait) {
		return info.Size(), true, nil
	}
	same, err := f.equal(wait, name)
	return info.Size(), !same, err
}

// equal reports whether a file is there with the bytes of another.
func (f *Folder) equal(name, old string) (bool, error) {
	info, err := f.root.Lstat(old)
	if errors.Is(err, fs.ErrNotExist) || err == nil && !info.Mode().IsRegular() {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	a, err := f.root.Open(name)
	if err != nil {
		return false, err
	}
	defer a.Close()
	b, err := f.root.Open(old)
	if err != nil {
		return false, err
	}
	defer b.Close()
	left, right := make([]byte, piece), make([]byte, piece)
	for {
		n, errA := io.ReadFull(a, left)
		m, errB := io.ReadFull(b, right)
		if !bytes.Equal(left[:n], right[:m]) {
			return false, nil
		}
		if errA == nil && errB == nil {
			continue
		}
		for _, err := range []error{errA, errB} {
			if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) {
				return false, err
			}
		}
		return true, nil
	}
}
