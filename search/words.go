package search

import (
	"strings"

	"kaartenbak/generator/parallel"
)

// A text is the words of one document, by number.
type text struct {
	title  []int32
	fields [][]int32 // the first is the summary
	// titleWords is how many words the title has, each counted once and without those joined.
	titleWords int
}

// number is the number of a word, a new one if it has none yet.
func (b *builder) number(word string) int32 {
	n, ok := b.numberOf[word]
	if !ok {
		n = int32(len(b.wordOf))
		word = strings.Clone(word) // not the whole text it was cut from
		b.numberOf[word] = n
		b.wordOf = append(b.wordOf, word)
	}
	return n
}

// analyse cuts all texts into words, on all processors, and numbers the words in the
// order of the texts.
func (b *builder) analyse() []text {
	const batch = 128
	texts := make([]text, len(b.docs))
	tokens := make([][][]token, batch) // per document, of its title and its fields
	for start := 0; start < len(b.docs); start += batch {
		docs := b.docs[start:min(len(b.docs), start+batch)]
		parallel.Each(len(docs), func(i int) {
			tokens[i] = append(tokens[i][:0], tokenize(docs[i].Title))
			for _, f := range docs[i].Fields {
				tokens[i] = append(tokens[i], tokenize(f.Text))
			}
		})
		for i, d := range docs {
			t := text{title: b.wordNumbers("", tokens[i][0]), titleWords: distinctWords(tokens[i][0])}
			for j, f := range d.Fields {
				t.fields = append(t.fields, b.wordNumbers(f.Name, tokens[i][j+1]))
			}
			texts[start+i] = t
		}
	}
	return texts
}

// distinctWords is how many words there are, each counted once.
func distinctWords(tokens []token) int {
	words := set{}
	for _, t := range tokens {
		words.add(t.word)
	}
	return len(words)
}

// summaryField is the name under which the mean length of summaries is known.
const summaryField = "\x00summary"

// wordNumbers are the numbers of the words of one field.
func (b *builder) wordNumbers(field string, tokens []token) []int32 {
	extra := joined(tokens)
	out := make([]int32, 0, len(tokens)+len(extra))
	for _, t := range tokens {
		out = append(out, b.number(t.marked(b.caps)))
	}
	for _, w := range extra {
		out = append(out, b.number(w))
	}
	m := b.lengths[field]
	if m == nil {
		m = &fieldLength{}
		b.lengths[field] = m
	}
	m.words += len(out)
	m.documents++
	return out
}
