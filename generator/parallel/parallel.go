// Package parallel does the same to many things, on all cores.
package parallel

import (
	"runtime"
	"sync"
	"sync/atomic"
)

// For calls do for 0..n-1, on all cores. After an error it starts no more calls,
// and gives the first.
func For(n int, do func(i int) error) error {
	var next atomic.Int64
	var failed atomic.Bool
	var first error
	var once sync.Once
	var workers sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), n) {
		workers.Go(func() {
			for i := int(next.Add(1)) - 1; i < n && !failed.Load(); i = int(next.Add(1)) - 1 {
				if err := do(i); err != nil {
					failed.Store(true)
					once.Do(func() { first = err })
				}
			}
		})
	}
	workers.Wait()
	return first
}

// Each is [For] for what cannot fail.
func Each(n int, do func(i int)) {
	For(n, func(i int) error {
		do(i)
		return nil
	})
}
