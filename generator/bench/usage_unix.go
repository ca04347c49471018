//go:build unix

package main

import (
	"os"
	"runtime"
	"syscall"
)

// peak is the most memory that a process had in use, in bytes, as the system
// kept it. On Linux a new process starts with the peak of the one that started
// it, so this program keeps its own small: it makes entries one by one.
func peak(p *os.ProcessState) int64 {
	usage, ok := p.SysUsage().(*syscall.Rusage)
	if !ok {
		return 0
	}
	if runtime.GOOS == "darwin" || runtime.GOOS == "ios" {
		return int64(usage.Maxrss)
	}
	return int64(usage.Maxrss) << 10
}

// settle has what was written before put on the disk, so that no build waits
// for the files of another.
func settle() { syscall.Sync() }
