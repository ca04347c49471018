// Package search finds documents by Dutch words, in Go and in a browser.
//
// [Build] makes an [Index] of documents: one file, or many small ones, that any
// host can serve. [Index.Search] reads those files in Go, and search/client reads
// them in a browser. Both do the same steps on the same bytes, in whole numbers, and
// give the same results, to the last hit and score. An index has the same shape and
// the same ranking whatever its size.
//
// # Words
//
// A text is cut into words by bleve's Unicode tokenizer, after folding to plain
// letters. There are no stop words. Words that share a stem are one group, and are
// forms of one word unless their vowels say otherwise: "maag" and "magen" do not find
// "mag". Rules bring the forms together (forms such as "geprikt", "prikje", "amputatie"
// among them), and a list those that follow no rule: see client/forms.js.
// Words that are joined by hyphens are also known without them
// ("samen-beslissen", "samenbeslissen"). A word that can be made of other words of
// the corpus or the thesaurus, in any close form, is a compound, and each of its parts
// finds it; so is one of which a part is common Dutch (dutch.txt) that no text has.
// "Oor" does not find "oorzaak", though, not even as the start of it: for parts of the
// body and the like (client/forms.js), what follows must be a word. All
// names of a term are words of each document that carries the term, so that
// "suikerziekte", "diabetes mellitus type 2" and "DM2" find the same documents.
//
// # Rank
//
// A document can have a word of the query in one of four ways ([Kind]): exactly, in
// another form, as part of a compound (or as the start of a word, for the word that
// is still being typed), or after correction; and in one of two places: in running
// text, or in the title and the names of what the document is about. The score of a
// word is
//
//	rarity · worth · evidence
//
// Worth is a number for each kind and place (see score.go). A part that stands in
// the compound just as it was typed is worth more than one that has the same stem,
// or than the start of another word.
//
// Evidence goes from 32 to 50. It grows with the BM25F weight of the word in the
// document (by true lengths of fields, k1 1.2, b 0.6, in four steps; in a title by
// the other mentions, in three), with the share of the query that the title has,
// with the share of the title that the query has, and when a part is at least half
// of its word. A title that is asked for in full has all the evidence there is: a
// longer title with the same words follows it, however often its text repeats them.
//
// The ratio of 50 to 32 is less than that of any two kinds that follow each other.
// A form that only rules that go far or a list know (prikje of prik, gegeven of geven)
// is worth what a part is.
// So in one place an exact match always beats another form, that beats a part, and
// that beats a correction, however strong the evidence. What stands in a title or
// name in any of the first three ways beats what stands in running text only:
// "kanker" finds a page with the title Borstkanker before a page that mentions
// cancer once.
//
// Rarity is the inverse document frequency of the word in all its close forms, whatever
// the kind of match; of a group that is so common that not all of its postings are
// kept, that of the group. The sum over the words is multiplied by the square of the share
// of the query, by rarity, that the document matches at all. Documents that match
// less than half of what the best one matches are left out, and so are those that
// match only words such as "of" and "niet", if the query has others.
//
// A document whose title is what was asked for, word for word, is first. Demoted
// documents follow all others. Scores that differ by an eighth at most are in one band
// (see filter.go) and count as equal: then the [Document.Quality] decides, and after it
// the score.
//
// # Signs
//
// Words between quotes must stand together in the title, the summary or a name of what a
// document is about; of those words none is corrected. A minus leaves out the documents
// that have the word after it, in any form. The best 120 hits are looked through for a
// phrase. See asked.go.
//
// # Names
//
// The index knows the names of all terms, those that no document is about too, and
// codes that mean them. A query that names a term without documents is told so
// ([Results.Meanings]), with what is near that term, and is not answered with documents
// about what is near. No word of a name is corrected, and none that leads to a term.
//
// # Correction
//
// A word is corrected only if nothing else is found for it: in no form, not as part
// or start of a word, not as two words in one. A word that no text has is taken apart
// first: "nierdialyse" finds what has both words, and "heupoperatie" what has the first,
// as "operatie" only says what is done. "Kiespijn" does not find all that is painful.
// A correction leads to words of titles, names and search words only, for much Dutch is
// one slip away from some word of a text; and never to a function word. Words of up to
// four letters, words with a digit and names of medicines are never corrected. One slip
// is allowed, in words of ten letters and more two; but never one that makes a word that
// medicine keeps apart by its first or last letters (hypo, hyper). Words of five letters
// must begin with the right one. And a word that is common Dutch in some form, or made of
// such words, is no slip: a list of them (dutch.txt) is read when there is something to
// offer, and not before. What was corrected stands in [Results.Corrections]: it
// is a guess, not an answer.
//
// # Files
//
// Each file is a script that calls kaartenbakIndex(index, part, payload) for each
// part that it holds. A payload begins with the version of the format and a
// checksum. These are the parts:
//
//   - root: how much there is, and the first stem or word of each other part, so
//     that a reader knows which part has a word;
//   - t0, t1 and so on, the term parts: words by group, with their postings (gaps
//     between the numbers of documents, then weights);
//   - s0 and e0 and so on, the spelling parts: words from the front, and turned
//     around from the back; in one file there is s0 alone, with all words;
//   - f0 and so on: the documents by the values of a facet;
//   - o0 and so on: the rank of each document in an order;
//   - n: the names of the terms of the thesaurus;
//   - w: common Dutch words, in a file of its own whatever the size of the index;
//   - c0 and so on, the card parts: what a result shows.
//
// Of a small catalogue one file has all parts but w.
//
// # Figures
//
// Command tests/bench/search compares all this with other engines. That a word in a title
// ranks above an exact mention in running text, whatever the kind, is by choice: with
// "exact beats form beats part beats correction" across places, the mean MRR@10 on
// the same pages was 0.15 lower. That another form beats a part of a compound has a
// price too: "vakken" finds titles with "vak" before those with "tekstvakken". With a
// part as typed a little above other forms the mean was 0.015 higher on ten thousand
// parts of pages.
package search

// A Corpus is what an index is made of.
type Corpus struct {
	Documents []Document
	// Facets are the names of all facets. Documents are numbered by demotion and quality,
	// then by the values of these facets in this order, then by URL: when
	// neighbours are alike, files are small.
	Facets    []string
	Thesaurus Thesaurus
}

// A Document is one result.
type Document struct {
	URL        string
	Title      string
	Collection string
	// Summary is a text to search, with the weight [SummaryWeight], that the
	// client gets with each hit.
	Summary string
	// Card is a JSON value that the client gets with each hit, as it is.
	Card []byte
	// Fields are the other texts to search.
	Fields []Field
	// Facets are the values per facet. A value that is the ID of a [Term] of
	// that facet gives the document the names of that term.
	Facets map[string][]string
	// Demote puts the document below all with a lower number, unless its title is what
	// was asked for.
	Demote Demotion
	// Quality says which of two documents that answer equally well comes first: the one
	// with the lower number, from 0.
	Quality int
	// Order are the keys to sort by, per order ("nagekeken": "2025-03-01").
	// Documents without a key come last.
	Order map[string]string
}

// A Field is one text of a document.
type Field struct {
	// Name is the same for the same kind of text: its mean length is known by it.
	Name string
	Text string
	// Weight is how often one word in this field counts; plain text is 1, the title [TitleWeight].
	Weight float64
}

// The weights of a further mention in a title and of a word in a summary.
const (
	TitleWeight   = 5
	SummaryWeight = 2.5
)

// A Demotion says how far below the others a document belongs.
type Demotion int

const (
	Current  Demotion = iota
	Archived          // found, below all others
	demotions
)

// A Thesaurus says which names mean the same.
type Thesaurus struct {
	// Subjects are the facets of what a document is about. The related words of their
	// terms count for more than a mention in running text.
	Subjects  []string
	Terms     []Term
	Ambiguous []Ambiguous
}

// A Term is one thing with all its names.
type Term struct {
	// Facet and ID are how documents refer to the term. A facet that no document has
	// is that of terms which are only known: the names of organisations.
	Facet, ID string
	// Documents is how many documents are about the term; of a term of a facet it is
	// counted. Of one without documents the index knows the names, and says so.
	Documents int
	// Label is the preferred name; Medical and Also mean the same and may be shown.
	Label         string
	Medical, Also []string
	// Related find the term too, with less weight; they are never shown.
	Related []string
	// Broader is the ID of a wider term in the same facet, or "". Its names, and
	// those of what is wider still, find the documents of this term, with less weight.
	Broader string
	// Codes mean the term itself in a list of codes (ICPC-1, ICD-10, SNOMED CT); Under
	// are codes that mean more than it. Dots and capitals do not matter, but a code that
	// ends in a point has narrower ones with one sign more (ICD-10), others with two.
	Codes, Under []string
}

// An Ambiguous word names several terms. It finds them all. A word with meanings in
// more than one facet is there once for each.
type Ambiguous struct {
	Word  string
	Facet string
	// Terms are the IDs of all meanings.
	Terms []string
	// Note says which meaning is which.
	Note string
	// CapsOnly says that the word means the terms only in capitals: ALS is
	// an illness, als is not.
	CapsOnly bool
}

// A File is one file of the format.
type File struct {
	Name string
	Data []byte
}
