// Package frontmatter reads the block of fields at the top of a Markdown file,
// and YAML files, as people write them.
//
// github.com/adrg/frontmatter hands over the block and the text below it, and
// gopkg.in/yaml.v3 reads the block. Both are silent or wrong about much that
// people do by accident. So this package first looks at the file (encoding,
// characters, the lines around the block), then puts each error of yaml.v3 at
// the line that caused it, in Dutch, and last looks through the result for
// what YAML allows and a catalogue does not.
package frontmatter

import (
	"bytes"
	"io"

	adrg "github.com/adrg/frontmatter"
	"gopkg.in/yaml.v3"

	"kaartenbak/generator/problem"
)

// maxBlock is the largest block, in bytes. Strangers write what comes in, and
// YAML can be made to cost time that grows faster than its length: of this size
// a block takes some hundredths of a second at worst.
const maxBlock = 32 << 10

// The largest files that are read at all, in bytes. An entry has a block and a
// text, each with a limit of its own; of a list of terms it is the only limit.
const (
	MaxEntry = 100 << 10
	MaxFile  = 128 << 10
)

// TooLarge tells that a file of this size is larger than it may be: all that fits
// is start, and the line where that ends is the place.
func TooLarge(file string, start []byte, size int64) problem.Problem {
	pos := problem.Pos{File: file, Line: 1 + bytes.Count(start, []byte("\n")), Col: 1}
	return sayTooLarge.At(pos, kilobytes(size), len(start)>>10)
}

// A Document is what was read from a Markdown file.
type Document struct {
	// Node is the mapping in the block, nil when the block could not be read.
	// It stands at the opening ---, which is where a missing field is missing;
	// every other Line and Column is the place in the file, and columns count
	// characters. The keys of each mapping are text and occur once, and there
	// are no anchors, aliases and tags. An empty block is an empty mapping.
	Node *yaml.Node
	// Body is the text after the closing ---, with lines ending in \n. It is
	// nil when the file could not be read and when the block has no end. What
	// characters it holds is not looked at.
	Body []byte
	// BodyLine is the line of the file on which Body starts: the closing ---
	// itself when nothing comes after it, 0 when the end is not known.
	BodyLine int
}

// Read splits a file into its front matter and its body.
func Read(file string, src []byte) (Document, problem.List) {
	r := &reader{file: file}
	doc := r.document(src)
	return doc, r.problems.List()
}

// ReadYAML reads a whole YAML file with the strictness of [Read]. The root may
// be of any kind; in an empty file it is null. It is nil when the file could
// not be read.
func ReadYAML(file string, src []byte) (*yaml.Node, problem.List) {
	r := &reader{file: file}
	node := r.yamlFile(src)
	return node, r.problems.List()
}

func (r *reader) document(src []byte) Document {
	text, ok := r.text(src)
	if !ok {
		return Document{}
	}
	p, ok := r.split(text)
	r.characters(text[:len(text)-len(p.body)])
	if !ok {
		return Document{}
	}

	doc := Document{BodyLine: p.close}
	read := func(block []byte) { doc.Node = r.fields(block, p.open) }
	if len(p.block) > maxBlock {
		r.problems.Say(sayLargeBlock, problem.Pos{File: r.file, Line: p.open, Col: 1}, kilobytes(int64(len(p.block))), maxBlock>>10)
		p.block = nil
		read = func([]byte) {}
	}
	doc.Body = handOver(r.fit(p.block), p.body, read)
	if len(doc.Body) > 0 {
		doc.BodyLine++
	}
	r.onlyBlock(doc.Body, doc.BodyLine)
	return doc
}

// sentinel takes the place of the --- around the block: adrg trims lines before
// it compares them, so that an indented --- within a text would end the block.
// [reader.fit] has removed this character from the block.
const sentinel = "\x1e"

// handOver lets adrg/frontmatter part block and body, and use read the block.
func handOver(block, body []byte, read func(block []byte)) []byte {
	const line = sentinel + "\n"
	head := make([]byte, 0, len(line)+len(block)+len(line))
	head = append(append(append(head, line...), block...), line...)
	format := adrg.NewFormat(sentinel, sentinel, func(data []byte, _ any) error {
		read(data)
		return nil
	})
	body, err := adrg.MustParse(io.MultiReader(bytes.NewReader(head), bytes.NewReader(body)), nil, format)
	if err != nil {
		panic(err) // the sentinels are there, and memory can be read
	}
	return body
}

// fields reads the block of which the opening --- is on line open.
func (r *reader) fields(text []byte, open int) *yaml.Node {
	node, ok := r.block(text, open+1).parse()
	switch {
	case !ok:
		return nil
	case node == nil:
		node = &yaml.Node{Kind: yaml.MappingNode, Tag: "!!map"}
	case node.Kind != yaml.MappingNode:
		r.add(noFields, node.Line, node.Column, `schrijf elk veld als "naam: waarde", met een spatie na de dubbele punt`,
			"in het kopblok staan geen velden")
		return nil
	}
	node.Line, node.Column = open, 1
	return node
}

func (r *reader) yamlFile(src []byte) *yaml.Node {
	text, ok := r.text(src)
	if !ok {
		return nil
	}
	r.characters(text)
	if !r.oneDocument(text) {
		return nil
	}
	node, ok := r.block(r.fit(text), 1).parse()
	if ok && node == nil {
		node = &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!null", Line: 1, Column: 1}
	}
	return node
}
