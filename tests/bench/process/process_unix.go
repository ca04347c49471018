//go:build unix

package process

import (
	"os"
	"runtime"
	"syscall"
)

// Peak is the most memory that a process which ended had in use, in bytes. On
// Linux a process starts with the peak of the one that started it, so that a
// program which measures others keeps its own small.
func Peak(p *os.ProcessState) int64 {
	usage, ok := p.SysUsage().(*syscall.Rusage)
	if !ok {
		return 0
	}
	if runtime.GOOS == "darwin" || runtime.GOOS == "ios" {
		return int64(usage.Maxrss)
	}
	return int64(usage.Maxrss) << 10
}

// Settle has what was written before put on the disk, so that no process waits
// for the files of another.
func Settle() { syscall.Sync() }
