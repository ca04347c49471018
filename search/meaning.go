package search

import "strings"

// meanings finds the names of terms among the words, the longest first, also
// with other blanks: "borst kanker" is borstkanker.
func (n *termNames) meanings(tokens []token) []Meaning {
	var out []Meaning
	for i := 0; i < len(tokens); i++ {
		for j := min(len(tokens), i+n.longest); j > i; j-- {
			key := n.phrase(tokens[i:j])
			m := Meaning{Words: strings.ReplaceAll(key, capsMark, "")}
			if len(n.byName[key]) == 0 && n.ambiguous[key].terms == nil {
				key = n.joined[strings.ReplaceAll(key, " ", "")]
			}
			a, ok := n.ambiguous[key]
			if ok {
				m.Ambiguous, m.Note = len(a.terms) > 1, a.note
				for _, term := range a.terms {
					m.Terms = append(m.Terms, n.ref(n.byID[term]))
				}
			} else {
				for _, t := range n.byName[key] {
					m.Terms = append(m.Terms, n.ref(t))
				}
				m.Ambiguous = len(m.Terms) > 1
			}
			if len(m.Terms) > 0 {
				out = append(out, m)
				i = j - 1
				break
			}
		}
	}
	return out
}

// ref is the term with a number.
func (n *termNames) ref(i int) TermRef {
	t := n.terms[i]
	return TermRef{t.facet, t.id, t.label}
}
