package search

import (
	"regexp"
	"slices"
	"strings"
)

// meanings finds the names of terms among the words, the longest first, also
// with other blanks: "borst kanker" is borstkanker. Of words that are no name, it finds
// those that lead to a term without documents.
func (n *termNames) meanings(tokens []token) []Meaning {
	var out []Meaning
	for i := 0; i < len(tokens); i++ {
		for j := min(len(tokens), i+n.longest); j > i; j-- {
			if m, terms := n.meaning(tokens[i:j]); len(terms) > 0 {
				to := j
				if term, end := n.refined(terms, tokens, j); end > j && !m.Loose {
					to, terms, m.Note = end, []int{term}, ""
					m.Words = strings.ReplaceAll(n.phrase(tokens[i:end]), capsMark, "")
				}
				for _, t := range terms {
					m.Terms = append(m.Terms, n.ref(t))
				}
				m.Ambiguous = len(m.Terms) > 1
				out = append(out, m)
				i = to - 1
				break
			}
		}
	}
	return out
}

// meaning is what these words mean together, and the terms.
func (n *termNames) meaning(tokens []token) (Meaning, []int) {
	key := n.phrase(tokens)
	m := Meaning{Words: strings.ReplaceAll(key, capsMark, "")}
	if len(n.byName[key]) == 0 && n.ambiguous[key].terms == nil && n.leading[key] == nil {
		if key = n.joined[strings.ReplaceAll(key, " ", "")]; key == "" {
			key = n.otherForm(tokens)
		}
	}
	var terms []int
	if a, ok := n.ambiguous[key]; ok {
		m.Note = a.note
		for _, term := range a.terms {
			terms = append(terms, n.byID[term])
		}
	} else if terms = n.byName[key]; terms == nil && n.leading[key] != nil {
		terms, m.Loose = n.leading[key], true
	}
	return m, terms
}

// otherForm is a name of which the words are other forms, or in another order, or "":
// migraines, type 1 diabetes.
func (n *termNames) otherForm(tokens []token) string {
	words := n.stemmed(tokens)
	for _, name := range n.byStem[stems(words)] {
		forms := len(words) > 0
		for i, w := range words {
			other := name.words[i].word
			forms = forms && (w.word == other || areForms(w.word, other, w.stem))
		}
		if forms {
			return name.key
		}
	}
	return ""
}

// refined is the one term that words from a place on are about, of those that a name
// means and those that are narrower: suikerziekte type 1. It gives where those words end.
func (n *termNames) refined(terms []int, tokens []token, from int) (term, end int) {
	fits := slices.Clone(terms)
	for i := range n.terms {
		if slices.ContainsFunc(terms, func(t int) bool { return n.isUnder(i, t) }) {
			fits = append(fits, i)
		}
	}
	end = from
	for i := from; i < len(tokens) && len(fits) > 1; i++ {
		if linkWords[tokens[i].word] {
			continue
		}
		base := stem(tokens[i].word)
		var left []int
		for _, t := range fits {
			if !slices.Contains(left, t) && n.terms[t].hasStem(base) {
				left = append(left, t)
			}
		}
		if len(left) == 0 {
			break
		}
		fits, end = left, i+1
	}
	if len(fits) != 1 {
		return 0, from
	}
	return fits[0], end
}

// isUnder reports whether a term falls under another.
func (n *termNames) isUnder(t, wide int) bool {
	key := termKey{n.terms[t].facet, n.terms[t].broader}
	for steps := 0; steps < len(n.terms); steps++ {
		i, ok := n.byID[key]
		if !ok {
			return false
		}
		if i == wide {
			return true
		}
		key.id = n.terms[i].broader
	}
	return false
}

// hasStem reports whether a name of the term has a word with a stem.
func (t namedTerm) hasStem(base string) bool {
	for _, name := range append([]string{t.label}, t.names...) {
		for _, w := range tokenize(name) {
			if stem(w.word) == base {
				return true
			}
		}
	}
	return false
}

// code is what a code of ICPC-1, ICD-10 or SNOMED CT looks like: T90, T90.02, E11.9,
// 73211009.
var code = regexp.MustCompile(`^(?:[A-Za-z][0-9]{2}(?:\.?[0-9]{1,2})?|[0-9]{6,18})$`)

// plainCode is a code without what does not matter: T9002.
func plainCode(code string) string { return strings.ToUpper(strings.ReplaceAll(code, ".", "")) }

// stemOfCode is the length of a code of ICPC-1 or ICD-10 without what makes it narrower.
const stemOfCode = 3

// coded finds the codes in a text, and gives what is left of it. A code of ICD-10 with a
// fourth sign means what its first three mean; one of ICPC-1 with a subcode that is not
// known means less, and leads to the terms of its code.
func (n *termNames) coded(text string) (found []Meaning, rest string) {
	var others []string
	cut := false
	for _, word := range strings.FieldsFunc(text, func(r rune) bool { return isBlank(r) || r == ',' || r == ';' }) {
		var terms []codedTerm
		key := plainCode(word)
		narrower := false
		if code.MatchString(word) {
			terms = n.codes[key]
			if terms == nil && key[0] >= 'A' && len(key) > stemOfCode {
				terms, narrower = n.wider(key), len(key) > stemOfCode+1
				if terms == nil && n.codes[key[:stemOfCode]] != nil {
					others = append(others, strings.ReplaceAll(word, ".", "")) // one word, that is not the code of the other list
					cut = true
					continue
				}
			}
		}
		if terms == nil {
			others = append(others, word)
			continue
		}
		m := Meaning{Words: word, Loose: narrower || !slices.ContainsFunc(terms, func(t codedTerm) bool { return t.exact })}
		for _, t := range terms {
			if ref := n.ref(t.term); (t.exact || m.Loose) && !slices.ContainsFunc(m.Terms, func(r TermRef) bool { return r.Facet == ref.Facet && r.ID == ref.ID }) {
				m.Terms = append(m.Terms, ref)
			}
		}
		m.Narrower = narrower
		m.Ambiguous = len(m.Terms) > 1 && !m.Loose
		found = append(found, m)
	}
	if found == nil && !cut {
		return nil, text
	}
	return found, strings.Join(others, " ")
}

// wider are the terms of the code that a longer one falls under: of the list whose codes
// have as many signs, or else of ICD-10. K86.1 is no K86 of ICPC-1.
func (n *termNames) wider(key string) []codedTerm {
	var tenths, hundredths []codedTerm
	for _, t := range n.codes[key[:stemOfCode]] {
		if t.tenths {
			tenths = append(tenths, t)
		} else {
			hundredths = append(hundredths, t)
		}
	}
	if len(key) > stemOfCode+1 && hundredths != nil {
		return hundredths
	}
	return tenths
}

// ref is the term with a number, with what is near it where it has no documents.
func (n *termNames) ref(i int) TermRef {
	t := n.terms[i]
	ref := TermRef{Facet: t.facet, ID: t.id, Label: t.label, Documents: t.documents, Covered: t.covered}
	if t.documents > 0 {
		return ref
	}
	for _, other := range n.terms {
		if other.documents > 0 && isNear(t, other) {
			ref.Near = append(ref.Near, TermRef{Facet: other.facet, ID: other.id, Label: other.label, Documents: other.documents, Covered: true})
		}
	}
	return ref
}

// isNear reports whether a term is wider than another, narrower, or has the same wider
// term.
func isNear(t, other namedTerm) bool {
	return t.facet == other.facet && t.id != other.id && (other.id == t.broader || other.broader == t.id || t.broader != "" && other.broader == t.broader)
}

// findCodes finds the documents of the terms that codes mean. A code that is narrower
// than what is known finds none.
func (r *run) findCodes(names *termNames, coded []Meaning) {
	for _, m := range coded {
		q := &queryWord{word: strings.ToLower(m.Words)}
		r.words = append(r.words, q)
		kind := Exact
		if m.Loose {
			kind = Part
		}
		for _, t := range m.Terms {
			if m.Narrower {
				break
			}
			q.addMatches(kind, r.documentsOf(t), r.documents)
			for i, other := range names.terms { // what is narrower
				if other.documents > 0 && names.isUnder(i, names.byID[termKey{t.Facet, t.ID}]) {
					q.addMatches(Part, r.documentsOf(TermRef{Facet: other.facet, ID: other.id}), r.documents)
				}
			}
		}
		q.weigh(r.documents)
	}
}

// documentsOf are the documents that have a term, as those of a name.
func (r *run) documentsOf(t TermRef) []posting {
	n := slices.Index(r.x.root.Facets, t.Facet)
	if n < 0 {
		return nil
	}
	values, err := r.x.facetPart(n)
	r.note(err)
	var list []posting
	for _, doc := range values[t.ID] {
		list = append(list, newPosting(doc, nameWeight))
	}
	return list
}

// withoutKin leaves out what is about something else than what was named: where a term
// without documents is named, a document must have all of its words, and be about none
// of the terms that are near it. A text that only mentions what documents can be about is
// not about it.
func (r *run) withoutKin(names *termNames, meanings []Meaning, hits []scoredDocument) []scoredDocument {
	for _, m := range meanings {
		if m.Loose || !m.isWithoutDocuments() || slices.ContainsFunc(meanings, func(other Meaning) bool { return other.hasDocumentsBeside(m) }) {
			continue
		}
		kin := map[int32]bool{}
		for _, t := range m.Terms {
			for _, near := range t.Near {
				for _, p := range r.documentsOf(near) {
					kin[p.doc()] = true
				}
			}
		}
		words, mention := tokenize(m.Words), !slices.Contains(r.x.root.Facets, m.Terms[0].Facet)
		hits = slices.DeleteFunc(hits, func(h scoredDocument) bool {
			return kin[int32(h.doc)] || slices.ContainsFunc(words, func(t token) bool { return !r.has(h.doc, t.word, mention) })
		})
	}
	return hits
}

// has reports whether a document has a word of the query in its title or a name, or is
// found by it as a word that leads to it; or mentions it, where that is enough.
func (r *run) has(doc int, word string, mention bool) bool {
	for _, w := range r.words {
		if w.word == word {
			return w.light || w.matches != nil && w.matches[doc].isFirm() && (mention || w.matches[doc].inTitle() || w.matches[doc].kind() == Part)
		}
	}
	return true // one that does not count: a repeated word
}
