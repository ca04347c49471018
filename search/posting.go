package search

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

// The least weights of a word in a title, a name and a summary, whatever the
// lengths. A word that stands nowhere else mostly has just that.
const (
	leastLevel   = levels - 1 // in a title or a name
	nameOnly     = leastLevel | inName<<3
	leastSummary = leastLevel - 2
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
	frequency := make([]float64, 0, len(b.list))
	var seen []int32
	count := func(numbers []int32, name string, weight float64) {
		m := b.lengths[name]
		mean := float64(m.words) / float64(m.documents)
		if mean == 0 {
			return
		}
		share := weight / (1 - lengthPart + lengthPart*float64(len(numbers))/mean)
		for _, w := range numbers {
			if frequency[w] == 0 {
				seen = append(seen, w)
			}
			frequency[w] += share
		}
	}
	grow := func() {
		for len(frequency) < len(b.list) {
			frequency = append(frequency, 0)
		}
		for len(l.exact) < len(b.list) {
			l.exact = append(l.exact, nil)
		}
	}
	grow()
	for doc, d := range b.docs {
		t := texts[doc]
		count(t.title, titleField, TitleWeight)
		for i, f := range d.Fields {
			count(t.fields[i], f.Name, f.Weight)
		}
		related := set{}
		var named []int32
		for facet, values := range d.Facets {
			for _, v := range values {
				words := b.terms[termKey{facet, v}]
				for _, w := range words.names {
					n := b.number(w)
					named = append(named, n)
					grow()
					if frequency[n] == 0 {
						seen = append(seen, n)
					}
					if frequency[n] < nameWeight {
						frequency[n] += nameWeight
					}
				}
				related.add(words.related...)
			}
		}
		place := map[int32]uint8{} // in the title, or a name of what the document is about
		for _, w := range named {
			place[w] = inName
		}
		for _, w := range t.title {
			place[w] = titlePlace(t.titleWords)
		}
		inSummary := map[int32]bool{}
		for _, w := range t.fields[0] {
			inSummary[w] = true
		}
		b.apart(texts[doc], int32(doc), l.apart)
		for _, w := range seen {
			n := level(frequency[w])
			switch {
			case place[w] > inText:
				n = leastLevel
			case inSummary[w]:
				n = max(n, leastSummary)
			}
			l.exact[w] = append(l.exact[w], posting{int32(doc), n | place[w]<<3})
			frequency[w] = 0
		}
		seen = seen[:0]
		for w := range related {
			l.related[w] = append(l.related[w], posting{int32(doc), level(1)})
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
