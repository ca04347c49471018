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

// A compound is the words that a word is made of.
type compound struct {
	// heads are the words that it may begin with, without the letters that join them
	// to the next.
	heads []string
	// parts are all words after the first that are themselves words.
	parts []string
}

// compoundSplitter takes words apart with the words of a vocabulary.
type compoundSplitter struct {
	vocabulary map[string]bool
	compounds  map[string]compound // what split gave
	stems      map[string]string   // what stem gave
}

// stem is the stem of a word, worked out once.
func (c *compoundSplitter) stem(word string) string {
	s, ok := c.stems[word]
	if !ok {
		s = stem(word)
		c.stems[word] = s
	}
	return s
}

// minPart is the least length of a part.
const minPart = 3

// split gives all words that a word can be made of.
func (c *compoundSplitter) split(word string) compound {
	if found, ok := c.compounds[word]; ok {
		return found
	}
	var out compound
	c.compounds[word] = out // a word is no part of itself
	for i := 2; i <= len(word)-minPart; i++ {
		right := word[i:]
		if !c.isPart(right) {
			continue
		}
		if prefixes[word[:i]] && len(right) > minPart {
			out.add(right)
			for _, p := range c.split(right).parts {
				out.add(p)
			}
		}
		if i < minPart || len(right) == minPart && i == minPart {
			continue
		}
		head := c.left(word[:i])
		if head == "" || c.stem(word) == c.stem(word[:i]) {
			continue
		}
		out.heads = append(out.heads, head)
		out.add(right)
		for _, p := range c.split(word[:i]).parts {
			out.add(p)
		}
		for _, p := range c.split(right).parts {
			out.add(p)
		}
	}
	c.compounds[word] = out
	return out
}

func (c *compound) add(part string) {
	for _, p := range c.parts {
		if p == part {
			return
		}
	}
	c.parts = append(c.parts, part)
}

func (c *compoundSplitter) isPart(w string) bool {
	return len(w) >= minPart && c.vocabulary[w] && !notParts[w]
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

// left is the word that a first part is without the letters that join it, or "".
func (c *compoundSplitter) left(w string) string {
	for _, j := range joiners {
		if head, ok := strings.CutSuffix(w, j); ok && (c.isPart(head) || len(head) > 2*minPart && c.split(head).heads != nil) {
			return head
		}
	}
	return ""
}
