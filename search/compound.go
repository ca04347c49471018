package search

import "strings"

// notParts are endings and beginnings that are words too. That a word has one does
// not make it a compound.
var notParts = func() map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(`
		aan aar ach age and are baar bare ben ber bij bie cht daar dan dat den der des die dien dit doe door een eer
		eind ele eme end ende ene ens ent ere eren erg erin erd ers est eur eus gen ges had heb heden heid hem hen her
		het hier hij hoe iek iel iet ies ige ijk ing inge inne isch ist ken ker kje lei len ler les lig lijk loos los
		maar mee men mer met mij min naar net niet nog nen ner oer ond ons ook oor open oren per rede ren res rie rig ring
		sche schap sel sen ser ste sten ster tal tel ten tend ter teren the tie ties tig tij ting tje toe tot tte uit
		van ver vol voor was wat wel wie win wij zal zie zij zijn zo zou`) {
		m[w] = true
	}
	return m
}()

// noCompounds are words that could be made of two others, but do not mean what these do.
var noCompounds = newStemSet(strings.Fields(`
	oorzaak oordeel vooroordeel oorlog oorsprong oorbel armband armoede armleuning oogst oogpunt oogmerk handdoek handschoen handtas handboek handleiding
	handtekening handvat voetbal voetnoot voetganger voetstuk hoofdstuk hoofdstad hoofdletter hoofdzaak hartstocht neushoorn rugzak bloedhond bloemkool
	tandem tandwiel haarspeld haardvuur maagd mondeling tongval vinger kiezer zorgeloos langzaam standaard bijdrage afstand onderdeel voordeel nadeel
	voorbeeld geheim wedstrijd aandacht verstand maatregel maatschappij wetenschap kopstuk beenhouwer borstbeeld borstel stemming leverancier levering`))

// A compound is the words that a word is made of.
type compound struct {
	// heads are the words that it may begin with, without the letters that join them
	// to the next.
	heads []string
	// parts are all words after the first that are themselves words.
	parts []string
	// made says that the word is made of others, be they in the index or not.
	made bool
}

// compoundSplitter takes words apart with the words of a vocabulary.
type compoundSplitter struct {
	vocabulary map[string]bool
	known      stemSet             // the words of the vocabulary
	compounds  map[string]compound // what split gave of late
	stems      map[string]string   // what stem gave of late
}

// mostKept is how many compounds and stems are kept: the pieces of words recur, but a
// large corpus has millions of them.
const mostKept = 1 << 16

// stem is the stem of a word.
func (c *compoundSplitter) stem(word string) string {
	s, ok := c.stems[word]
	if !ok {
		s = stem(word)
		keep(c.stems, word, s)
	}
	return s
}

// keep notes a value, and forgets all others when there are too many.
func keep[V any](values map[string]V, word string, value V) {
	if len(values) == mostKept {
		clear(values)
	}
	values[word] = value
}

// minPart is the least length of a part.
const minPart = 3

// split gives all words that a word can be made of.
func (c *compoundSplitter) split(word string) compound {
	if found, ok := c.compounds[word]; ok {
		return found
	}
	var out compound
	if noCompounds.has(word) {
		return out
	}
	for i := 2; i <= len(word)-minPart; i++ {
		right := word[i:]
		part := c.part(right) // what finds the word, if the index has it
		if part == "" && !c.isDutch(right) {
			continue
		}
		if prefixes[word[:i]] && len(right) > minPart {
			out.add(part)
			for _, p := range c.split(right).parts {
				out.add(p)
			}
		}
		if i < minPart || len(right) == minPart && i == minPart {
			continue
		}
		head, ok := c.left(word[:i])
		if !ok || c.stem(word) == c.stem(word[:i]) {
			continue
		}
		out.made = true
		if head != "" {
			out.heads = append(out.heads, head)
		}
		out.add(part)
		for _, p := range c.split(word[:i]).parts {
			out.add(p)
		}
		for _, p := range c.split(right).parts {
			out.add(p)
		}
	}
	keep(c.compounds, word, out)
	return out
}

func (c *compound) add(part string) {
	if part == "" {
		return
	}
	for _, p := range c.parts {
		if p == part {
			return
		}
	}
	c.parts = append(c.parts, part)
}

// part is the word of the vocabulary that a piece of a word is, if need be in another
// form (keuze in behandelkeuze where texts have keuzes), or "".
func (c *compoundSplitter) part(w string) string {
	switch {
	case len(w) < minPart || notParts[w]:
		return ""
	case c.vocabulary[w]:
		return w
	case len(w) == minPart:
		return ""
	}
	base := c.stem(w)
	for _, other := range c.known[base] {
		if areForms(w, other, base) && areClose(w, other) && !notParts[other] {
			return other
		}
	}
	return ""
}

// isDutch says that a piece of a word that no text has is a word.
func (c *compoundSplitter) isDutch(w string) bool {
	return len(w) >= minPart && !notParts[w] && (commonDutch[w] || len(w) > minPart && dutchWords.has(w))
}

// prefixes begin verbs, and words that come from verbs: meebeslissen, nabehandeling.
// What follows is a part; the prefix itself is none.
var prefixes = func() set {
	s := set{}
	s.add(strings.Fields("aan achter af bij binnen buiten door heen in mede mee na neer om onder op over samen tegen terug toe uit vast voor voort weg")...)
	return s
}()

// joiners stand between parts: levens·einde has one, borst·kanker none.
var joiners = []string{"", "s", "e", "en", "er"}

// left is the word that a first part is without the letters that join it, or "" if the
// index does not have it. It is no first part if ok is false.
func (c *compoundSplitter) left(w string) (head string, ok bool) {
	for _, j := range joiners {
		if head, is := strings.CutSuffix(w, j); is {
			if part := c.part(head); part != "" {
				return part, true
			}
			if c.vocabulary[head] && wholeWords.has(head) { // oor begins words, though as an ending it is none
				return head, true
			}
			ok = ok || c.isDutch(head) || len(head) > 2*minPart && c.split(head).made
			if len(head) > 2*minPart && c.split(head).heads != nil {
				return head, true
			}
		}
	}
	return "", ok
}
