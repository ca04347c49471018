package search

import (
	"bytes"
	"crypto/sha256"
	"encoding/base32"
	"fmt"
	"maps"
	"math"
	"sort"
	"strconv"
	"strings"

	"kaartenbak/generator/parallel"
)

// A root is the part that a reader needs before any other.
type root struct {
	// Documents is how many there are; Demoted is where each demotion after
	// Current starts in their numbers.
	Documents int            `json:"documents"`
	Demoted   [demotions]int `json:"demoted"`
	// Qualities is where each quality above 0 starts, of the documents that are current.
	Qualities []int `json:"qualities"`
	// TermStarts are the first stems of the term parts, cut as short as tells one from the word before.
	TermStarts []string `json:"termStarts"`
	// FrontStarts and BackStarts are the same for the spelling parts, by how words begin
	// and by how they end. In one file all words are one part, and there are no back parts.
	FrontStarts []string `json:"frontStarts"`
	BackStarts  []string `json:"backStarts,omitempty"`
	// OneFile says that all parts are in the file of the root.
	OneFile bool `json:"oneFile"`
	// Block is how many cards are in a part.
	Block  int      `json:"block"`
	Facets []string `json:"facets"`
	Orders []string `json:"orders"`
}

// write cuts the index into parts, and the parts into files.
func (b *builder) write(groups []group) (*Index, error) {
	r := root{Documents: len(b.docs), OneFile: len(b.docs) <= b.limits.oneFile, Block: b.limits.block, Facets: b.corpus.Facets, Orders: b.orders()}
	for d := range r.Demoted {
		r.Demoted[d] = sort.Search(len(b.docs), func(i int) bool { return b.docs[i].Demote >= Demotion(d) })
	}
	current := b.docs[:r.Demoted[Archived]]
	for q := 1; len(current) > 0 && q <= current[len(current)-1].Quality; q++ {
		r.Qualities = append(r.Qualities, sort.Search(len(current), func(i int) bool { return current[i].Quality >= q }))
	}
	parts := map[string]string{}
	var partNames []string // in order
	put := func(name, body string) {
		parts[name] = seal(body)
		partNames = append(partNames, name)
	}
	before := ""
	shards := cut(groups, b.limits.shard, func(g group) int { return g.size() })
	bodies := make([]string, len(shards))
	parallel.Each(len(shards), func(i int) { bodies[i] = encodeGroups(shards[i]) })
	for i, shard := range shards {
		put("t"+strconv.Itoa(i), bodies[i])
		if len(shard) == 0 {
			r.TermStarts = append(r.TermStarts, "")
			break
		}
		r.TermStarts = append(r.TermStarts, shortest(before, shard[0].stem))
		before = shard[len(shard)-1].stem
	}
	front := b.spelling(groups)
	if r.OneFile {
		r.FrontStarts = putWords(put, "s", front, math.MaxInt)
	} else {
		back := make([]string, len(front))
		for i, w := range front {
			back[i] = reverse(w)
		}
		sort.Strings(back)
		r.FrontStarts = putWords(put, "s", front, b.limits.shard)
		r.BackStarts = putWords(put, "e", back, b.limits.shard)
	}
	for i, f := range b.corpus.Facets {
		body, err := b.facet(f)
		if err != nil {
			return nil, err
		}
		put("f"+strconv.Itoa(i), body)
	}
	for i, o := range r.Orders {
		put("o"+strconv.Itoa(i), b.ranks(o))
	}
	put("n", encodeNames(b.corpus.Thesaurus))
	dutch := maps.Clone(commonDutch)
	maps.Copy(dutch, functionWords)
	put(dutchPart, wordList(dutch.sorted()))
	bodies = make([]string, (len(b.docs)+r.Block-1)/r.Block)
	err := parallel.For(len(bodies), func(i int) (err error) {
		bodies[i], err = encodeCards(b.docs[i*r.Block : min(len(b.docs), (i+1)*r.Block)])
		return err
	})
	if err != nil {
		return nil, err
	}
	for i, body := range bodies {
		put("c"+strconv.Itoa(i), body)
	}
	body, err := encodeJSON(r)
	if err != nil {
		return nil, err
	}
	parts["root"] = seal(body)

	hash := sha256.New()
	for _, n := range append([]string{"root"}, partNames...) {
		fmt.Fprintf(hash, "%s %d %s", n, len(parts[n]), parts[n])
	}
	id := strings.ToLower(base32.StdEncoding.EncodeToString(hash.Sum(nil))[:10])
	partsByFile := [][]string{{"root"}}
	for _, n := range partNames {
		if r.OneFile && n != dutchPart {
			partsByFile[0] = append(partsByFile[0], n)
		} else {
			partsByFile = append(partsByFile, []string{n})
		}
	}
	files := make([]File, len(partsByFile))
	parallel.Each(len(files), func(i int) {
		var data bytes.Buffer
		for _, n := range partsByFile[i] {
			fmt.Fprintf(&data, "%s(%s,%s,%s);\n", register, script(id), script(n), script(parts[n]))
		}
		files[i] = File{fileName(id, partsByFile[i][0]), data.Bytes()}
	})
	contents := make(map[string][]byte, len(files))
	for _, f := range files {
		contents[f.Name] = f.Data
	}
	x, err := open(files[0].Name, func(name string) ([]byte, error) {
		if data, ok := contents[name]; ok {
			return data, nil
		}
		return nil, fmt.Errorf("no file %s", name)
	})
	if err != nil {
		return nil, err
	}
	x.files = files
	return x, nil
}

// register is the function that every file calls.
const register = "kaartenbakIndex"

// script writes a string for a script: plain ASCII, nothing that ends a tag.
func script(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r < 0x20 || r == '<' || r >= 0x7f && r < 0x10000:
			fmt.Fprintf(&b, `\u%04x`, r)
		case r >= 0x10000:
			r -= 0x10000
			fmt.Fprintf(&b, `\u%04x\u%04x`, 0xd800+r>>10, 0xdc00+r&0x3ff)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

// cut divides a list into pieces of about a size. of is the size of one element.
func cut[T any](list []T, size int, of func(T) int) [][]T {
	var out [][]T
	start, sum := 0, 0
	for i, x := range list {
		n := of(x)
		if i > start && sum+n > size {
			out = append(out, list[start:i])
			start, sum = i, 0
		}
		sum += n
	}
	return append(out, list[start:])
}

// shortest is the shortest start of s that comes after before.
func shortest(before, s string) string {
	for i := range s {
		if s[:i] > before {
			return s[:i]
		}
	}
	return s
}

// size guesses how many characters a group takes.
func (g group) size() int {
	n := 4 + len(g.stem)/2
	for _, f := range g.forms {
		n += 4 + 2*len(f.postings) + 2*len(f.indirect)
	}
	return n
}
