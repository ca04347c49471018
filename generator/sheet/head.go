package sheet

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"kaartenbak/generator/catalogue"
	"kaartenbak/generator/field"
	"kaartenbak/generator/slug"
	"kaartenbak/generator/typos"
	"kaartenbak/generator/ui"
)

// A target is what a column is for.
type target struct {
	field  *field.Declaration
	group  int                // which group of several, from 1; 0 is all of them
	inner  *field.Declaration // of the group; nil for the group as a whole
	item   int                // which item of a list, from 1; 0 is all of them
	mark   string             // the term of which the column has the mark
	beside string             // a key of an export that is no field, such as id
}

// heads are the names that a column of a collection can have.
type heads struct {
	collection *catalogue.Collection
	texts      *ui.Texts
	known      map[string]target // by the folded name
	several    map[string]target // the fields of several values alone: Doelgroep 2 is none of Doelgroep
	names      []string          // the ones that people see, for hints
}

// headsOf gathers the names of the fields of a collection: keys, labels, the name of
// one value, and what others call them. Where two fields have one name, the first that
// is declared has it.
func headsOf(c *catalogue.Collection, cat *catalogue.Catalogue, texts *ui.Texts) *heads {
	h := &heads{collection: c, texts: texts, known: map[string]target{}, several: map[string]target{}}
	fields := c.Schema.Fields
	for _, f := range fields {
		h.add(f.Key, target{field: f})
	}
	for _, f := range fields {
		for _, name := range h.namesOf("", f) {
			h.add(name, target{field: f})
		}
		h.names = append(h.names, texts.Label(c.Name, f.Key))
	}
	for _, f := range fields {
		if f.Inner != nil {
			for _, inner := range f.Inner.Fields {
				t := target{field: f, inner: inner}
				if f.Kind == field.KindGroups {
					t.group = 1
				}
				for _, own := range h.namesOf("", f) {
					for _, name := range h.namesOf(f.Key+".", inner) {
						h.add(own+" "+name, t)
					}
				}
			}
		}
		if v := cat.Vocabularies[f.Of]; f.Kind == field.KindMarks && v != nil {
			for _, term := range v.Terms {
				for _, own := range h.namesOf("", f) {
					for _, name := range append(term.Names(), term.ID()) {
						h.add(own+" "+name, target{field: f, mark: term.ID()})
					}
				}
			}
		}
	}
	for _, f := range fields { // as organisations call them in their own sheets
		for name := range strings.SplitSeq(texts.Below("rekenblad.ook")[f.Key], ";") {
			h.add(name, target{field: f})
		}
	}
	for theirs, other := range catalogue.OtherNames {
		for _, key := range other.Keys {
			if f := c.Schema.Keyed(key); f != nil {
				h.add(theirs, target{field: f})
				break
			}
		}
	}
	return h
}

func (h *heads) add(name string, t target) {
	name = slug.Fold(name)
	if name == "" {
		return
	}
	if _, taken := h.known[name]; !taken {
		h.known[name] = t
	}
	last := t.field
	if t.inner != nil {
		last = t.inner
	}
	if _, taken := h.several[name]; !taken && t.mark == "" && last.Kind.List() {
		h.several[name] = t
	}
}

// namesOf are the names of a field: its key, its label, and that of one of its values.
func (h *heads) namesOf(prefix string, f *field.Declaration) []string {
	names := []string{f.Key, h.texts.Label(h.collection.Name, prefix+f.Key)}
	if prefix == "" {
		if one := h.one(f); one != "" {
			names = append(names, one)
		}
		if f.Singular != "" {
			names = append(names, f.Singular)
		}
	}
	return names
}

// one is what one value of a field is called, where the interface texts say so.
func (h *heads) one(f *field.Declaration) string {
	if key := "rekenblad.enkel." + f.Key; h.texts.Has(key) {
		return h.texts.T(key)
	}
	return ""
}

var (
	numbered = regexp.MustCompile(`^(\D+?) ?([0-9]{1,2})(?: (\D.*))?$`)
	inParens = regexp.MustCompile(`\([^()]*\)`)
)

// find tells what a column with this head is for; false where it is no field.
func (h *heads) find(head string) (target, bool) {
	for _, name := range []string{head, inParens.ReplaceAllString(head, " ")} {
		name = slug.Fold(name)
		if t, ok := h.known[name]; ok {
			return t, true
		}
		if t, ok := h.findNumbered(name); ok {
			return t, true
		}
	}
	return target{}, false
}

// findNumbered is find for Thema 2, Optie 1 and Optie 1: naam.
func (h *heads) findNumbered(name string) (target, bool) {
	m := numbered.FindStringSubmatch(name)
	if m == nil {
		return target{}, false
	}
	number, _ := strconv.Atoi(m[2])
	t, ok := h.several[m[1]]
	if !ok || number == 0 {
		return target{}, false
	}
	switch {
	case t.inner != nil && m[3] == "":
		t.item = number
		return t, true
	case t.inner != nil:
		return target{}, false
	case t.field.Kind == field.KindGroups && m[3] == "":
		t.group = number
		return t, true
	case t.field.Kind == field.KindGroups:
		return h.findInner(t.field, number, m[3])
	case m[3] == "":
		t.item = number
		return t, true
	}
	return target{}, false
}

// findInner finds a field of a group of several, of which one item may be meant.
func (h *heads) findInner(f *field.Declaration, group int, name string) (target, bool) {
	for _, inner := range f.Inner.Fields {
		for _, own := range h.namesOf(f.Key+".", inner) {
			own = slug.Fold(own)
			t := target{field: f, group: group, inner: inner}
			if name == own {
				return t, true
			}
			if m := numbered.FindStringSubmatch(name); m != nil && m[1] == own && m[3] == "" && inner.Kind.List() {
				t.item, _ = strconv.Atoi(m[2])
				return t, t.item > 0
			}
		}
	}
	return target{}, false
}

// isOwn reports whether a column is called as its field is here.
func (h *heads) isOwn(head string, t target) bool {
	name := slug.Fold(inParens.ReplaceAllString(head, " "))
	return name == slug.Fold(t.field.Key) || name == slug.Fold(h.texts.Label(h.collection.Name, t.field.Key))
}

// near is the head that was most likely meant, or "".
func (h *heads) near(head string) string {
	byFolded := map[string]string{}
	var folded []string
	for _, name := range h.names {
		key := slug.Fold(name)
		byFolded[key] = name
		folded = append(folded, key)
	}
	for _, f := range h.collection.Schema.Fields {
		if key := slug.Fold(f.Key); byFolded[key] == "" {
			byFolded[key] = f.Key
			folded = append(folded, key)
		}
	}
	slices.Sort(folded)
	word := slug.Fold(head)
	if near := typos.Nearest(word, folded); near != "" {
		return byFolded[near]
	}
	for _, name := range folded { // Naam van het thema holds a word of it
		if len(name) > 3 && slices.Contains(strings.Fields(word), name) {
			return byFolded[name]
		}
	}
	return ""
}
