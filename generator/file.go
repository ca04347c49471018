package generator

import (
	"fmt"
	"io"

	"kaartenbak/generator/write"
)

// A File is one file of a site: its name in the output, with slashes, and what makes
// it and puts it in a sink.
type File struct {
	Name string
	put  func(sink write.Sink) error
}

// bytesFile is a file whose bytes are there already.
func bytesFile(name string, data []byte) File {
	return File{name, func(sink write.Sink) error { return sink.Put(name, data) }}
}

// plainFile is a file whose making cannot fail.
func plainFile(name string, content func() []byte) File {
	return File{name, func(sink write.Sink) error { return sink.Put(name, content()) }}
}

// fallibleFile is a file whose making can fail.
func fallibleFile(name string, content func() ([]byte, error)) File {
	return File{name, func(sink write.Sink) error {
		data, err := content()
		if err != nil {
			return fmt.Errorf("making %s: %w", name, err)
		}
		return sink.Put(name, data)
	}}
}

// streamedFile is a file that is written piece by piece: those with the whole
// catalogue are the largest of all.
func streamedFile(name string, content func(io.Writer) error) File {
	return File{name, func(sink write.Sink) error { return write.Stream(sink, name, content) }}
}
