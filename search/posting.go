package search

import "slices"

// A posting is one document with a word, and what the word weighs there: its
// BM25F level, and above those three bits its place.
type posting struct {
	doc    int32
	weight uint8
}

const (
	levels     = 8
	saturation = 1.2
	lengthPart = 0.6
)

// level is the BM25F weight of frequency f on a scale of eight, in four steps:
// more are not to be seen in the results, and take a fifth more bytes.
func level(f float64) uint8 {
	const steps = levels / 2
	return 1 + 2*uint8(min(steps-1, int(f/(saturation+f)*steps)))
}

// The place of a word: in running text, a name of what the document is about,
// or in the title; the shorter the title, the more a word of it says.
const (
	inText uint8 = iota
	inName
	inTitle       // of seven words or more
	inOnlyOneWord = 7
)

func titlePlace(words int) uint8 {
	switch {
	case words >= 7:
		return inTitle
	case words >= 5:
		return inTitle + 1
	}
	return inOnlyOneWord + 1 - uint8(max(1, words))
}

// The weight of a word in a name, and the level of one in the summary of a small
// index. There words in a title have the level of a name, so that a reader can
// work both out (see told.go), and other words no more levels than help.
const (
	nameLevel    = 1
	nameOnly     = nameLevel | inName<<3
	summaryLevel = 5
)

// lists are the postings of every word: where it stands, and which documents
// a thesaurus points to with it.
type lists struct {
	exact   [][]posting // by word number
	related map[string][]posting
	apart   map[string][]posting // words that a text writes as two
}

func (b *builder) postings(texts []text) lists {
	l := lists{related: map[string][]posting{}, apart: map[string][]posting{}}
	whole := len(b.docs) <= b.limits.whole
	var frequency []float64 // by word, in the document at hand
	var last []int32        // by word, the last document with it and one
	var seen []int32
	doc := int32(0)
	see := func(w int32, f float64) {
		for len(frequency) < len(b.list) {
			frequency, last, l.exact = append(frequency, 0), append(last, 0), append(l.exact, nil)
		}
		if last[w] != doc+1 {
			last[w], frequency[w] = doc+1, 0
			seen = append(seen, w)
		}
		frequency[w] += f
	}
	place := map[int32]uint8{} // in the title, or a name of what the document is about
	inSummary := map[int32]bool{}
	for i, d := range b.docs {
		t := texts[i]
		doc = int32(i)
		seen = seen[:0]
		clear(place)
		clear(inSummary)
		for i, f := range d.Fields {
			m := b.lengths[f.Name]
			if m.words == 0 {
				continue
			}
			mean := float64(m.words) / float64(m.documents)
			share := f.Weight / (1 - lengthPart + lengthPart*float64(len(t.fields[i]))/mean)
			for _, w := range t.fields[i] {
				see(w, share)
			}
		}
		for _, w := range t.fields[0] {
			inSummary[w] = true
		}
		related := set{}
		for facet, values := range d.Facets {
			for _, v := range values {
				words := b.terms[termKey{facet, v}]
				for _, w := range words.names {
					n := b.number(w)
					see(n, 0)
					place[n] = inName
				}
				related.add(words.related...)
			}
		}
		for i, w := range t.title {
			again := 0.0 // the place says that it is there once
			if slices.Contains(t.title[:i], w) {
				again = TitleWeight
			}
			see(w, again)
		}
		for _, w := range t.title {
			place[w] = titlePlace(t.titleWords)
		}
		b.apart(t, doc, l.apart)
		for _, w := range seen {
			n := level(frequency[w])
			switch {
			case place[w] == inName, place[w] > inText && whole:
				n = nameLevel
			case whole && inSummary[w]:
				n = summaryLevel
			case whole:
				n = min(max(n, summaryLevel-2), summaryLevel)
			}
			l.exact[w] = append(l.exact[w], posting{doc, n | place[w]<<3})
		}
		for w := range related {
			l.related[w] = append(l.related[w], posting{doc, level(1)})
		}
	}
	return l
}

// apart notes the words that a text writes as two: "samen beslissen" is also
// samenbeslissen, if any text has that.
func (b *builder) apart(t text, doc int32, found map[string][]posting) {
	var word []byte
	look := func(numbers []int32, place uint8) {
		for i := 1; i < len(numbers); i++ {
			first, last := b.list[numbers[i-1]], b.list[numbers[i]]
			if len(first) < minPart || len(last) < minPart || light[first] || light[last] {
				continue
			}
			word = append(append(word[:0], first...), last...)
			if _, known := b.words[string(word)]; known {
				list := found[first+last]
				if n := len(list); n == 0 || list[n-1].doc != doc {
					found[first+last] = append(list, posting{doc, level(1) | place<<3})
				}
			}
		}
	}
	look(t.title, titlePlace(t.titleWords))
	for _, f := range t.fields {
		look(f, inText)
	}
}
