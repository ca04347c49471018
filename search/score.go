package search

import "math"

// A Kind is how a word of a query was found in a document.
type Kind int

const (
	NotFound  Kind = iota
	Corrected      // a word that looks like it
	Part           // inside a compound, as the start of a word, or by a related name
	Form           // another form, or written apart or joined
	Exact          // as it is
)

// String names the kind.
func (k Kind) String() string {
	return [...]string{NotFound: "not found", Corrected: "corrected", Part: "part", Form: "form", Exact: "exact"}[k]
}

// worth is what a match is worth, in running text and in the title or a name:
// by kind, and within a kind as it is or, odd, literally: a part of a compound
// as it was typed, not only its stem, or the start of another word; another form that
// is close to the word, see [areClose]. It is
// multiplied by evidence from evidenceMin to evidenceMax, whose ratio is less
// than that of any two kinds that follow each other: in one place no evidence
// lifts a weaker kind over a stronger one. And what is known of a title weighs
// more than the same or more in running text.
var worth = [2][2*Exact + 1]int{
	{2 * Corrected: 15, 2 * Part: 24, 2*Part + 1: 30, 2 * Form: 26, 2*Form + 1: 50, 2 * Exact: 69},
	{2 * Corrected: 60, 2 * Part: 96, 2*Part + 1: 125, 2 * Form: 104, 2*Form + 1: 200, 2 * Exact: 320},
}

// Evidence, in quarters: what each match has, and what comes on top of it for
// the whole query in the title, and for the whole title in the query.
const (
	evidenceMin = 4 * 32
	coverMax    = 4 * 5
	wholeTitle  = 4 * 13
	evidenceMax = evidenceMin + coverMax + wholeTitle
)

// A match is how a document matches one word: whether in the title or a name,
// the kind, whether literally, and the weight of the posting, so that the best
// match is the greatest number.
type match uint16

func newMatch(k Kind, literal bool, weight uint8) match {
	m := match(k)<<7 | match(weight)
	if literal {
		m |= 1 << 6
	}
	if weight >= inName {
		m |= 1 << 10
	}
	return m
}

// isFirm reports whether the document has the word itself, in some form or as it was
// typed in another word or name.
func (m match) isFirm() bool { return m.kind() >= Form || m.kind() == Part && m>>6&1 == 1 }

func (m match) kind() Kind    { return Kind(m >> 7 & 7) }
func (m match) inTitle() bool { return m>>10 > 0 }
func (m match) isClose() bool { return m.kind() == Exact || m>>6&15 == match(2*Form+1) }
func (m match) worth() int    { return worth[m>>10][m>>6&15] }

// titleLength is how many words the title has that has the word, or 0.
func (m match) titleLength() int {
	if w := uint8(m & 63); w >= inTitle {
		return titleLength(w)
	}
	return 0
}

// mentions is what the mentions in the document say.
func (m match) mentions() int {
	if w := int(m & 63); w < inTitle {
		return 4 * (w % inName)
	}
	return 4 * titleLevels[m&3]
}

// titleLevels are the levels in a title on the scale of those in running text.
var titleLevels = [...]int{0, 1, 4, maxLevel}

// rarity is the inverse document frequency, in sixteenths, at least one.
func rarity(documents, with int) int {
	n := float64(with)
	return max(1, int(math.Floor(16*math.Log(1+(float64(documents)-n+0.5)/(n+0.5))+0.5)))
}

// A queryWord is one word of the query with all that was found for it.
type queryWord struct {
	word    string
	matches []match // by document; nil if nothing was found
	rarity  int
	// documents is how many documents have the word, if not all are known.
	documents int
	// joined are the documents that write the word before and this one as one.
	joined map[int32]bool
	// parts are those of a word that was taken apart: they make the score in its place.
	parts []*queryWord
	// named says that it is a word of a name, which is no other word and has no parts;
	// leads that it leads to a term, so that it is no slip of another word.
	named, leads bool
	// light says that the word alone makes no hit, beside others that can.
	light bool
}

// addMatches notes documents that match in one way.
func (w *queryWord) addMatches(k Kind, list []posting, documents int) {
	w.addWeighed(k, false, 0, list, documents)
}

// addWeighed is addMatches for a part or a form: literal, or as a weaker match than its
// postings say.
func (w *queryWord) addWeighed(k Kind, literal bool, weaker uint8, list []posting, documents int) {
	if len(list) == 0 {
		return
	}
	if w.matches == nil {
		w.matches = make([]match, documents)
	}
	for _, p := range list {
		if m := newMatch(k, literal, (p.weight()-weaker)&63); m > w.matches[p.doc()] {
			w.matches[p.doc()] = m
		}
	}
}

// weigh works out how rare the word is: by the documents that have it in some
// form, or else by all that were found.
func (w *queryWord) weigh(documents int) {
	close, firm, all := 0, 0, 0
	for _, m := range w.matches {
		if m > 0 {
			all++
		}
		if m.kind() >= Form {
			firm++
		}
		if m.isClose() {
			close++
		}
	}
	switch {
	case w.documents > 0:
		w.rarity = rarity(documents, w.documents)
	case close > 0:
		w.rarity = rarity(documents, close)
	case firm > 0:
		w.rarity = rarity(documents, firm)
	default:
		w.rarity = rarity(documents, all)
	}
}

// A scoredDocument is a hit. Its score is a whole number until it is shown.
type scoredDocument struct {
	doc   int
	score float64 // a whole number below 2^53
	// isTitle says that its title is what was asked for, word for word.
	isTitle bool
}

// score ranks the documents that match at least half of what the best
// matches. The second result is the highest score there can be.
func score(words []*queryWord, documents int) ([]scoredDocument, float64) {
	total := 0
	for _, w := range words {
		total += w.rarity
	}
	onlyLight := true
	for _, w := range words {
		onlyLight = onlyLight && w.light
	}
	covered := make([]int, documents) // the rarity of the words that match, by document
	most := 0
	for doc := range covered {
		sum, counts := 0, onlyLight
		for _, w := range words {
			if w.matches != nil && w.matches[doc] > 0 {
				sum += w.rarity
				counts = counts || !w.light
			}
		}
		if counts {
			covered[doc] = sum
			most = max(most, sum)
		}
	}
	var out []scoredDocument
	for doc, c := range covered {
		if c == 0 || 2*c < most {
			continue
		}
		// Of the title or a name: the rarity of the words that match there. Of the
		// title: how many of its words are asked for, and how many it has.
		inPlace, asked, length := 0, 0, 0
		isTitle := true
		for _, w := range words {
			if w.matches == nil || !w.matches[doc].inTitle() {
				isTitle = false
				continue
			}
			isTitle = isTitle && w.matches[doc].kind() == Exact
			inPlace += w.rarity
			n := w.matches[doc].titleLength()
			if n == 0 {
				continue // a name
			}
			length = n
			if w.matches[doc].kind() != Form || !w.joined[int32(doc)] {
				asked++
			}
		}
		asked = min(asked, length)
		cover := coverMax * inPlace / total
		sum := 0
		for _, w := range words {
			if w.matches == nil || w.matches[doc] == 0 {
				continue
			}
			m := w.matches[doc]
			evidence := m.mentions()
			if m.titleLength() > 0 { // the more of the title is asked for, the less it matters what else there is
				evidence = (wholeTitle*asked + evidence*(length-asked)) / length
			}
			sum += w.rarity * m.worth() * (evidenceMin + cover + evidence)
		}
		out = append(out, scoredDocument{doc, float64(sum) * float64(c) * float64(c), isTitle && length > 0 && asked == length})
	}
	best := float64(total * worth[1][2*Exact] * evidenceMax)
	return out, best * float64(total) * float64(total)
}
