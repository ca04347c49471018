package search

import (
	"encoding/json"
	"fmt"
	"sort"
	"strconv"
	"strings"
	"sync"
)

// An Index finds documents. It reads its files when it needs them, and is
// safe for use by several goroutines.
type Index struct {
	id    string
	files []File
	read  func(name string) ([]byte, error)

	mu       sync.Mutex
	payloads map[string]string // of the parts that are loaded and not yet decoded
	parts    map[string]any    // those that are decoded
	root     root
}

// Files are the files of the index.
func (x *Index) Files() []File { return x.files }

// Root is the name of the file that a page loads first.
func (x *Index) Root() string { return fileName(x.id, "root") }

// fileName is the file that holds a part, unless that is in the file of the root.
func fileName(id, part string) string {
	if part == "root" {
		return "zoek-" + id + ".js"
	}
	return "zoek-" + id + "-" + part + ".js"
}

// open opens an index by the name of its root file. Read gives the content of a
// file beside it.
func open(rootFile string, read func(name string) ([]byte, error)) (*Index, error) {
	id, ok := strings.CutPrefix(rootFile, "zoek-")
	id, ok2 := strings.CutSuffix(id, ".js")
	if !ok || !ok2 {
		return nil, fmt.Errorf("%s is not the root file of an index", rootFile)
	}
	x := &Index{id: id, read: read, payloads: map[string]string{}, parts: map[string]any{}}
	r, err := part(x, "root", func(body string) (*root, error) {
		var r root
		err := json.Unmarshal([]byte(body), &r)
		if err == nil && (r.Documents < 0 || r.Documents > 1<<20 || r.Block < 1 || len(r.TermStarts) == 0 ||
			!sort.StringsAreSorted(r.TermStarts) || !sort.StringsAreSorted(r.FrontStarts) || !sort.StringsAreSorted(r.BackStarts)) {
			err = errDamaged
		}
		return &r, err
	})
	if err != nil {
		return nil, err
	}
	x.root = *r
	return x, nil
}

// load reads a file and takes the parts out of it.
func (x *Index) load(name string) error {
	data, err := x.read(name)
	if err != nil {
		return fmt.Errorf("reading %s: %w", name, err)
	}
	for _, line := range strings.SplitAfter(string(data), "\n") {
		if line == "" {
			continue
		}
		call, ok := strings.CutPrefix(line, register+"(")
		call, ok2 := strings.CutSuffix(call, ");\n")
		if !ok || !ok2 {
			return fmt.Errorf("reading %s: %w", name, errCut)
		}
		var args [3]string
		if err := json.Unmarshal([]byte("["+call+"]"), &args); err != nil {
			return fmt.Errorf("reading %s: %w", name, err)
		}
		if args[0] != x.id {
			return fmt.Errorf("reading %s: it belongs to index %s", name, args[0])
		}
		x.payloads[args[1]] = args[2]
	}
	return nil
}

// part gives a part. It is loaded and decoded when it is first asked for.
func part[T any](x *Index, name string, decode func(body string) (T, error)) (T, error) {
	x.mu.Lock()
	defer x.mu.Unlock()
	if v, ok := x.parts[name]; ok {
		return v.(T), nil
	}
	var none T
	if _, ok := x.payloads[name]; !ok {
		file := fileName(x.id, name)
		if x.root.OneFile && name != dutchPart {
			file = x.Root()
		}
		if err := x.load(file); err != nil {
			return none, err
		}
	}
	payload, ok := x.payloads[name]
	if !ok {
		return none, fmt.Errorf("part %s is not in its file", name)
	}
	body, err := unseal(payload)
	if err != nil {
		return none, fmt.Errorf("part %s: %w", name, err)
	}
	v, err := decode(body)
	if err != nil {
		return none, fmt.Errorf("part %s: %w", name, err)
	}
	x.parts[name] = v
	delete(x.payloads, name)
	return v, nil
}

// termPart gives the groups of a term part.
func (x *Index) termPart(n int) (*termPart, error) {
	return part(x, "t"+strconv.Itoa(n), func(body string) (*termPart, error) {
		return decodeGroups(body, x.root.Documents)
	})
}

// wordPart gives the words of a spelling part: from the front (s) or from the back (e).
func (x *Index) wordPart(name string, n int) ([]string, error) {
	return part(x, name+strconv.Itoa(n), readWordList)
}

// dutchPart is the part with common Dutch words. It always has its own file.
const dutchPart = "w"

func (x *Index) dutch() (stemSet, error) {
	return part(x, dutchPart, func(body string) (stemSet, error) {
		words, err := readWordList(body)
		return newStemSet(words), err
	})
}

// facetPart gives the documents of each value of a facet.
func (x *Index) facetPart(n int) (map[string][]int32, error) {
	named, err := x.names()
	if err != nil {
		return nil, err
	}
	return part(x, "f"+strconv.Itoa(n), func(body string) (map[string][]int32, error) {
		f, err := decodeFacet(body, x.root.Documents)
		if err != nil {
			return nil, err
		}
		return f.values(x.root.Facets[n], named)
	})
}

// orderPart gives the rank of each document in an order.
func (x *Index) orderPart(n int) ([]int32, error) {
	return part(x, "o"+strconv.Itoa(n), func(body string) ([]int32, error) { return decodeRanks(body, x.root.Documents) })
}

func (x *Index) names() (*termNames, error) {
	return part(x, "n", func(body string) (*termNames, error) { return decodeNames(body, x.root.Facets) })
}

// card gives the card of a document.
func (x *Index) card(doc int) (card, error) {
	block, err := part(x, "c"+strconv.Itoa(doc/x.root.Block), decodeCards)
	if err != nil {
		return card{}, err
	}
	if i := doc % x.root.Block; i < len(block) {
		return block[i], nil
	}
	return card{}, fmt.Errorf("card %d: %w", doc, errDamaged)
}

// partFor is the number of the part whose words start at or before w.
func partFor(first []string, w string) int {
	return max(0, sort.Search(len(first), func(i int) bool { return first[i] > w })-1)
}
