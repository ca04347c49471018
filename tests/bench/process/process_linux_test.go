package process

import (
	"os"
	"testing"
	"time"
)

// TestOwnProcess: what this process uses shows.
func TestOwnProcess(t *testing.T) {
	const size = 64 << 20
	used := make([]byte, size)
	before, ok := TimeOf(os.Getpid())
	if !ok {
		t.Fatal("its time is not known")
	}
	for start := time.Now(); time.Since(start) < 300*time.Millisecond; {
		for i := range used {
			used[i]++
		}
	}
	after, _ := TimeOf(os.Getpid())
	if took := after - before; took < 50*time.Millisecond || took > 5*time.Second {
		t.Errorf("it took %v", took)
	}
	if peak := PeakOf(os.Getpid()); peak < size || peak > 100*size {
		t.Errorf("its peak is %d bytes", peak)
	}
}

// TestNoProcess: of a process that is not there, nothing is known.
func TestNoProcess(t *testing.T) {
	if took, ok := TimeOf(0); ok || PeakOf(0) != 0 {
		t.Errorf("it took %v", took)
	}
}
