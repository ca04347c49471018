package write

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"path"

	"github.com/andybalholm/brotli"
)

// Precompressed is a sink that also writes each text compressed, as NAME.br and
// NAME.gz, for hosts that serve those.
type Precompressed struct{ Sink }

const (
	worthwhile = 512       // bytes; below this a compressed file saves nothing
	slowAbove  = 200 << 10 // bytes; above this the best brotli takes seconds
)

var compressible = map[string]bool{
	".html": true, ".css": true, ".js": true, ".json": true, ".xml": true, ".svg": true,
	".csv": true, ".ics": true, ".md": true, ".txt": true, ".webmanifest": true,
}

// Put implements [Sink].
func (p Precompressed) Put(name string, data []byte) error {
	if err := p.Sink.Put(name, data); err != nil {
		return err
	}
	if len(data) < worthwhile || !compressible[path.Ext(name)] {
		return nil
	}
	var b bytes.Buffer
	level := brotli.BestCompression
	if len(data) > slowAbove {
		level = 9
	}
	w := brotli.NewWriterLevel(&b, level)
	if _, err := w.Write(data); err != nil {
		return fmt.Errorf("compressing %s: %w", name, err)
	}
	if err := w.Close(); err != nil {
		return fmt.Errorf("compressing %s: %w", name, err)
	}
	if err := p.Sink.Put(name+".br", b.Bytes()); err != nil {
		return err
	}
	var g bytes.Buffer
	z, err := gzip.NewWriterLevel(&g, gzip.BestCompression)
	if err != nil {
		return fmt.Errorf("compressing %s: %w", name, err)
	}
	if _, err := z.Write(data); err != nil {
		return fmt.Errorf("compressing %s: %w", name, err)
	}
	if err := z.Close(); err != nil {
		return fmt.Errorf("compressing %s: %w", name, err)
	}
	return p.Sink.Put(name+".gz", g.Bytes())
}
