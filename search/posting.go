package search

import "slices"

// A posting is one document with a word, and what the word weighs there: a
// number below 64. In running text it is the level of the word, in a name of
// what the document is about eight more. In a title it is four for each word
// that the title has less than longTitle, and the level there: see titleWeight.
//
// It is one number, the document (below 2^26) before the weight, as an index that is made holds
// millions of them.
type posting uint32

const weightBits = 6

func newPosting(doc int32, weight uint8) posting { return posting(doc)<<weightBits | posting(weight) }

func (p posting) doc() int32    { return int32(p >> weightBits) }
func (p posting) weight() uint8 { return uint8(p & (1<<weightBits - 1)) }

// The parameters of BM25F: how soon more mentions add nothing (k1), and how much a
// text that is longer than others counts for less (b).
const (
	saturation = 1.2
	lengthPart = 0.6
)

// saturated is the BM25F weight of frequency f, as one of so many steps from 0.
func saturated(f float64, steps int) uint8 {
	return uint8(min(steps-1, int(f/(saturation+f)*float64(steps))))
}

// level is the weight of frequency f in running text, in four steps: more are
// not to be seen in the results, and take a fifth more bytes. The even numbers
// are for parts of words, see [queryWord.addWeighed].
func level(f float64) uint8 { return 1 + 2*saturated(f, 4) }

const (
	maxLevel = 7
	// inName and inTitle are the least weights in a name and in a title.
	inName  = maxLevel + 1
	inTitle = 2 * inName
	// longTitle is from how many words on titles are equally long.
	longTitle = 12
)

// titleWeight is the weight of a word in a title of so many words, of which the
// other mentions in the document have frequency f.
func titleWeight(words int, f float64) uint8 {
	return inTitle + 4*uint8(longTitle-min(max(1, words), longTitle)) + 1 + saturated(f, 3)
}

// titleLength is how many words the title has of a word with such a weight.
func titleLength(weight uint8) int { return longTitle - int(weight-inTitle)/4 }

// mostSubjects is how many terms of a facet a document may have that is about each of
// them. One with more only has to do with them.
const mostSubjects = 3

// nameWeight is the weight of a word in a name. What the text has of it adds nothing.
const nameWeight = inName + 1

// postingLists are the postings of every word: where it stands, and which documents
// a thesaurus points to with it.
type postingLists struct {
	exact        [][]posting // by word number
	related      map[string][]posting
	writtenApart map[string][]posting // words that a text writes as two
}

func (b *builder) postings(texts []text) postingLists {
	l := postingLists{related: map[string][]posting{}, writtenApart: map[string][]posting{}}
	var frequency []float64 // by word, in the document at hand
	var last []int32        // by word, the last document that has it, plus one
	var seen []int32        // the words of the document at hand
	doc := int32(0)
	count := func(w int32, f float64) {
		for len(frequency) < len(b.wordOf) {
			frequency, last, l.exact = append(frequency, 0), append(last, 0), append(l.exact, nil)
		}
		if last[w] != doc+1 {
			last[w], frequency[w] = doc+1, 0
			seen = append(seen, w)
		}
		frequency[w] += f
	}
	titled, named := map[int32]bool{}, map[int32]bool{} // the words of the title, and of names
	for i, d := range b.docs {
		t := texts[i]
		doc = int32(i)
		seen = seen[:0]
		clear(titled)
		clear(named)
		for i, f := range d.Fields {
			m := b.lengths[f.Name]
			if m.words == 0 {
				continue
			}
			mean := float64(m.words) / float64(m.documents)
			share := f.Weight / (1 - lengthPart + lengthPart*float64(len(t.fields[i]))/mean)
			for _, w := range t.fields[i] {
				count(w, share)
			}
		}
		related, subjects := set{}, set{}
		for facet, values := range d.Facets {
			for _, v := range values {
				words := b.terms[termKey{facet, v}]
				related.add(words.related...)
				if len(values) <= mostSubjects && slices.Contains(b.corpus.Thesaurus.Subjects, facet) {
					subjects.add(words.related...)
				}
				if len(values) > mostSubjects {
					related.add(words.names...)
					continue
				}
				for _, w := range words.names {
					n := b.number(w)
					count(n, 0)
					named[n] = true
				}
			}
		}
		for i, w := range t.title {
			again := 0.0 // the weight says that it is there once
			if slices.Contains(t.title[:i], w) {
				again = TitleWeight
			}
			count(w, again)
		}
		for _, w := range t.title {
			titled[w] = true
		}
		b.noteWrittenApart(t, doc, l.writtenApart)
		for _, w := range seen {
			weight := level(frequency[w])
			switch {
			case titled[w]:
				weight = titleWeight(t.titleWords, frequency[w])
			case named[w]:
				weight = nameWeight
			}
			l.exact[w] = append(l.exact[w], newPosting(doc, weight))
		}
		for w := range related {
			weight := level(1)
			if subjects[w] {
				weight = inName // what a sentence is about counts for more than what it says of it
			}
			l.related[w] = append(l.related[w], newPosting(doc, weight))
		}
	}
	return l
}

// noteWrittenApart notes the words that a text writes as two: "samen beslissen" is also
// samenbeslissen, if any text has that.
func (b *builder) noteWrittenApart(t text, doc int32, found map[string][]posting) {
	var word []byte
	look := func(numbers []int32, weight uint8) {
		for i := 1; i < len(numbers); i++ {
			first, last := b.wordOf[numbers[i-1]], b.wordOf[numbers[i]]
			if len(first) < minPart || len(last) < minPart || lightWords[first] || lightWords[last] {
				continue
			}
			word = append(append(word[:0], first...), last...)
			if _, known := b.numberOf[string(word)]; known {
				list := found[first+last]
				if n := len(list); n == 0 || list[n-1].doc() != doc {
					found[first+last] = append(list, newPosting(doc, weight))
				}
			}
		}
	}
	look(t.title, titleWeight(t.titleWords, 0))
	for _, f := range t.fields {
		look(f, level(1))
	}
}
