package search

import (
	"strings"

	"kaartenbak/search/client"
)

// formLists are the lists of client/forms.js.
var formLists = func() (lists struct{ verbs, others, whole string }) {
	script, err := client.FS.ReadFile("forms.js")
	if err != nil {
		panic(err)
	}
	pieces := strings.Split(string(script), "`") // the lists are every other piece
	lists.verbs, lists.others, lists.whole = pieces[1], pieces[3], pieces[5]
	return lists
}()

// baseForms are the words of the lists by their forms: of verbs, which may have a
// prefix before them, and of others.
var baseForms = func() (m struct{ verbs, others map[string]string }) {
	read := func(list string) map[string]string {
		m := map[string]string{}
		for line := range strings.Lines(list) {
			words := strings.Fields(line)
			for _, w := range words {
				m[w] = words[0]
			}
		}
		return m
	}
	m.verbs, m.others = read(formLists.verbs), read(formLists.others)
	for form, verb := range m.verbs { // besproken, for it has no ge-
		if rest, ok := strings.CutPrefix(form, "ge"); ok && form != verb && strings.HasSuffix(form, "en") {
			if _, known := m.verbs[rest]; !known {
				m.verbs["-"+rest] = verb
			}
		}
	}
	return m
}()

// verbPrefixes stand before verbs: those that part from it, and those that do not and
// that take the place of ge-.
var (
	looseVerbPrefixes = strings.Fields("aan achter af bij binnen buiten door heen in mee na neer om op over samen tegen terug toe tussen uit vast voor voort weg")
	fixedVerbPrefixes = strings.Fields("be ver ont her er over onder door om voor mis")
)

// baseVerb is the verb of which a word is a form that no rule gives, or "".
func baseVerb(word string) string {
	if v := baseForms.verbs[word]; v != "" {
		return v
	}
	for _, p := range looseVerbPrefixes {
		if rest, ok := strings.CutPrefix(word, p); ok && len(rest) > 2 {
			if v := baseVerb(rest); v != "" {
				return p + v
			}
		}
	}
	for _, p := range fixedVerbPrefixes {
		if rest, ok := strings.CutPrefix(word, p); ok && len(rest) > 2 {
			v := baseForms.verbs[rest]
			if v == "" {
				v = baseForms.verbs["-"+rest]
			}
			if v != "" {
				return p + v
			}
		}
	}
	return ""
}

// wholeWords are words that who types them means, in all their forms.
var wholeWords = newStemSet(strings.Fields(formLists.whole))
