//go:build unix

package write

import (
	"errors"
	"os"
	"syscall"
)

// lock keeps other builds out of a folder until the file is closed, or the
// program ends in whatever way. A disk that knows no locks is written to without.
func lock(dir *os.File) error {
	if errors.Is(syscall.Flock(int(dir.Fd()), syscall.LOCK_EX|syscall.LOCK_NB), syscall.EWOULDBLOCK) {
		return ErrBusy
	}
	return nil
}
