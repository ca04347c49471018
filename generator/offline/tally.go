package offline

import (
	"crypto/sha256"
	"encoding/hex"
	"hash"
	"io"
	"sync"

	"kaartenbak/generator/write"
)

// A Tally is a sink that passes files on and adds them up: what it had so far is the
// version of a build. The order in which files come does not matter.
type Tally struct {
	write.Sink

	mu  sync.Mutex
	sum [sha256.Size]byte
}

// Put implements [write.Sink].
func (t *Tally) Put(name string, data []byte) error {
	h := t.start(name)
	h.Write(data)
	t.add(h)
	return t.Sink.Put(name, data)
}

// Stream implements [write.Streamer].
func (t *Tally) Stream(name string, make func(io.Writer) error) error {
	h := t.start(name)
	err := write.Stream(t.Sink, name, func(w io.Writer) error { return make(io.MultiWriter(w, h)) })
	t.add(h)
	return err
}

func (t *Tally) start(name string) hash.Hash {
	h := sha256.New()
	io.WriteString(h, name+"\x00")
	return h
}

func (t *Tally) add(h hash.Hash) {
	sum := h.Sum(nil)
	t.mu.Lock()
	defer t.mu.Unlock()
	for i := range t.sum {
		t.sum[i] ^= sum[i]
	}
}

// Version names what went through so far.
func (t *Tally) Version() string { return hex.EncodeToString(t.sum[:8]) }
