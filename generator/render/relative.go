package render

import (
	"bytes"
	"slices"
	"strings"

	"kaartenbak/generator/plan"
)

// marks are the attributes whose value is an address. A quote in a text is
// always escaped, so that these bytes stand nowhere but in a tag.
var marks = [][]byte{[]byte(`href="/`), []byte(`src="/`), []byte(`action="/`)}

// relative adds a page, and makes its addresses relative to it, so that the site
// works at any path. Templates and texts write them from the root.
func (r *Renderer) relative(out, page []byte, url string) []byte {
	out = slices.Grow(out, len(page)+len(page)/16)
	for {
		at, mark := next(page)
		if at < 0 {
			return append(out, page...)
		}
		start := at + len(mark)
		end := bytes.IndexByte(page[start:], '"')
		if end < 0 {
			return append(out, page...)
		}
		out = append(out, page[:start-1]...)
		out = r.address(out, url, page[start:start+end])
		page = page[start+end:]
	}
}

// next finds the first address from the root, and the mark before it.
func next(page []byte) (at int, mark []byte) {
	at = -1
	for from := 0; ; {
		i := bytes.Index(page[from:], []byte(`="/`))
		if i < 0 {
			return -1, nil
		}
		i += from
		for _, m := range marks {
			if name := len(m) - 3; i >= name && bytes.Equal(page[i-name:i], m[:name]) {
				return i - name, m
			}
		}
		from = i + 3
	}
}

// address adds one address from the root, given without its first slash, as the page
// at url writes it: from the folder that both are in.
func (r *Renderer) address(out []byte, url string, rest []byte) []byte {
	path, tail := rest, []byte(nil)
	if i := bytes.IndexAny(rest, "?#"); i >= 0 {
		path, tail = rest[:i], rest[i:]
	}
	start := len(out)
	if url == plan.NotFound { // shown at any address, so it cannot be relative
		out = append(append(out, r.options.BasePath...), '/')
	} else {
		below := strings.TrimPrefix(url, "/") // the folders of the page, each with its slash
		for {
			folder := strings.IndexByte(below, '/') + 1
			if folder == 0 || len(path) < folder || string(path[:folder]) != below[:folder] {
				break
			}
			below, path = below[folder:], path[folder:]
		}
		for range strings.Count(below, "/") {
			out = append(out, "../"...)
		}
	}
	out = append(out, path...)
	if r.options.Portable && (len(path) == 0 || path[len(path)-1] == '/') {
		out = append(out, "index.html"...)
	}
	if len(out) == start {
		out = append(out, "./"...)
	}
	return append(out, tail...)
}
