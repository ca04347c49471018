package sheet

import (
	"regexp"
	"slices"
	"strings"

	"kaartenbak/generator/catalogue"
	"kaartenbak/generator/field"
	"kaartenbak/generator/slug"
	"kaartenbak/generator/typos"
	"kaartenbak/generator/workbook"
)

func unknownAt(at workbook.Cell) *node {
	return &node{at: at, text: field.UnknownWord, plain: true}
}

// isUnknown reports whether somebody wrote that there is no answer.
func isUnknown(text string) bool {
	switch strings.ToLower(strings.Trim(text, " .")) {
	case field.UnknownWord, "?", "??", "-", "–", "—", "weet ik niet", "onb":
		return true
	}
	return false
}

// value is the value of a field, out of the cells that are for it; nil where there is
// none.
func (r *reader) value(f *field.Declaration, cells []placed, row int) *node {
	if len(cells) == 0 {
		return nil
	}
	switch f.Kind {
	case field.KindTerms, field.KindTexts, field.KindRefs:
		return r.list(f, cells, row)
	case field.KindMarks:
		return r.marks(f, cells, row)
	case field.KindGroup:
		return r.group(f, cells, row)
	case field.KindGroups:
		return r.groups(f, cells, row)
	}
	return r.single(f, cells[0].text, cells[0].at(row))
}

// single is one value out of a text that is not shown yet.
func (r *reader) single(f *field.Declaration, text string, at workbook.Cell) *node {
	text = strings.TrimSpace(shown(text))
	if text == "" {
		return nil
	}
	if isUnknown(text) && !f.Literal {
		return unknownAt(at)
	}
	n := &node{at: at, text: text}
	switch f.Kind {
	case field.KindText:
		n.text = gaps.ReplaceAllString(text, " ")
	case field.KindClock:
		n.text = strings.TrimSuffix(strings.TrimSuffix(text, "uur"), " ")
	case field.KindNumber:
		n.plain = true
	case field.KindDate:
		n.plain = true
		if date, ok := field.DutchDate(text); ok {
			n.text = date
		}
	case field.KindTerm:
		n.text, n.plain = text, true
		if id := r.term(f.Of, text); id != "" {
			n.text = id
		}
	case field.KindRef:
		n.text, n.plain = r.reference(f, text), true
	}
	return n
}

// gaps are what parts the words of a line.
var gaps = regexp.MustCompile(`[ \t\n]+`)

// A bullet is what people put before an item, such as a dash or a number.
var bullet = regexp.MustCompile(`^(?:[-–—*•‣▪●·]+|[0-9]{1,2}[.)])[\s\p{Z}]+`)

// items are the values in a cell: one a line, or parted by semicolons. They are not
// shown yet. In an export, what looks like a bullet is part of a value.
func (r *reader) items(text string) []string {
	var all []string
	parts := strings.Split(text, "\n")
	if len(parts) == 1 {
		parts = split(text, ";")
	}
	for _, part := range parts {
		if part = strings.TrimSpace(part); !r.isExport {
			part = bullet.ReplaceAllString(part, "")
		}
		if part != "" {
			all = append(all, part)
		}
	}
	return all
}

// list reads the cells of a list. Names of terms may have commas between them.
func (r *reader) list(f *field.Declaration, cells []placed, row int) *node {
	slices.SortStableFunc(cells, func(a, b placed) int { return a.item - b.item })
	inner := *f
	inner.Kind = map[field.Kind]field.Kind{field.KindTerms: field.KindTerm, field.KindTexts: field.KindProse, field.KindRefs: field.KindRef}[f.Kind]
	list := &node{at: cells[0].at(row)}
	for _, p := range cells {
		parts := []string{p.text}
		if p.item == 0 || f.Kind != field.KindTexts {
			parts = r.items(p.text)
		}
		for _, part := range parts {
			for _, text := range r.apart(f, part) {
				one := r.single(&inner, text, p.at(row))
				if one == nil {
					continue
				}
				same := func(n *node) bool { return n.text == one.text }
				if f.Kind != field.KindTexts && slices.ContainsFunc(list.items, same) {
					continue // two names of one term
				}
				list.items = append(list.items, one)
			}
		}
	}
	switch {
	case len(list.items) == 0:
		return nil
	case len(list.items) == 1 && list.items[0].text == field.UnknownWord:
		return list.items[0]
	}
	return list
}

// apart parts names of terms with commas between them. A name may have a comma itself.
func (r *reader) apart(f *field.Declaration, text string) []string {
	if f.Kind != field.KindTerms || !strings.Contains(text, ",") && !strings.Contains(text, " en ") || r.term(f.Of, shown(text)) != "" {
		return []string{text}
	}
	byComma := strings.Split(text, ",")
	last := byComma[len(byComma)-1]
	if before, after, ok := strings.Cut(last, " en "); ok && r.term(f.Of, last) == "" && r.term(f.Of, before) != "" && r.term(f.Of, after) != "" {
		byComma = append(byComma[:len(byComma)-1], before, after)
	}
	return byComma
}

// marks reads terms with what is said of each: in a cell of all, or one a column.
func (r *reader) marks(f *field.Declaration, cells []placed, row int) *node {
	n := &node{at: cells[0].at(row), keys: []string{}}
	answer := &field.Declaration{Key: f.Key, Kind: field.KindTerm, Of: f.Marks}
	put := func(term, mark string, at workbook.Cell) {
		if id := r.term(f.Of, term); id != "" {
			term = id
		}
		if v := r.single(answer, mark, at); v != nil && n.get(term) == nil {
			n.put(term, v)
		}
	}
	for _, p := range cells {
		at := p.at(row)
		if p.mark != "" {
			put(p.mark, p.text, at)
			continue
		}
		if isUnknown(p.text) && len(cells) == 1 {
			return unknownAt(at)
		}
		for _, part := range r.items(p.text) {
			term, mark, ok := strings.Cut(part, ":")
			if !ok {
				mark = field.UnknownWord
			}
			put(shown(strings.TrimSpace(term)), strings.TrimSpace(mark), at)
		}
	}
	if len(n.keys) == 0 {
		return nil
	}
	return n
}

// group reads a group that comes once.
func (r *reader) group(f *field.Declaration, cells []placed, row int) *node {
	var n *node
	inner := map[*field.Declaration][]placed{}
	unknown := 0
	for _, p := range cells {
		switch {
		case p.inner != nil:
			inner[p.inner] = append(inner[p.inner], p)
			if isUnknown(p.text) {
				unknown++
			}
		case isUnknown(p.text):
			n = unknownAt(p.at(row))
		default:
			n = r.whole(f, p.text, p.at(row))
		}
	}
	if len(inner) == 0 {
		return r.complete(f, n)
	}
	if unknown == len(f.Inner.Fields) { // of a group that is unknown, each field is
		return unknownAt(cells[0].at(row))
	}
	if n == nil || n.isText() {
		n = &node{at: cells[0].at(row), keys: []string{}}
	}
	return r.complete(f, r.fill(f, n, inner, row))
}

// fill adds to a group what has columns of its own, in the order of the fields.
func (r *reader) fill(f *field.Declaration, n *node, inner map[*field.Declaration][]placed, row int) *node {
	for _, d := range f.Inner.Fields {
		if v := r.value(d, inner[d], row); v != nil && n.get(d.Key) == nil {
			n.put(d.Key, v)
		}
	}
	return n
}

// groups reads a group that comes several times: all in a cell, or each in columns.
func (r *reader) groups(f *field.Declaration, cells []placed, row int) *node {
	list := &node{at: cells[0].at(row)}
	byNumber := map[int]map[*field.Declaration][]placed{}
	first := map[int]placed{}
	most := 0
	for _, p := range cells {
		switch {
		case p.inner != nil:
			if byNumber[p.group] == nil {
				byNumber[p.group], first[p.group] = map[*field.Declaration][]placed{}, p
			}
			byNumber[p.group][p.inner] = append(byNumber[p.group][p.inner], p)
			most = max(most, p.group)
		case isUnknown(p.text):
		default:
			parts := []string{p.text}
			if p.group == 0 {
				parts = r.groupTexts(f, p.text)
			}
			for _, part := range parts {
				if n := r.complete(f, r.whole(f, part, p.at(row))); n != nil {
					list.items = append(list.items, n)
				}
			}
		}
	}
	for number := 1; number <= most; number++ {
		if inner := byNumber[number]; inner != nil {
			n := r.fill(f, &node{at: first[number].at(row), keys: []string{}}, inner, row)
			if n = r.complete(f, n); n != nil {
				list.items = append(list.items, n)
			}
		}
	}
	switch {
	case len(list.items) > 0:
		return list
	case slices.ContainsFunc(cells, func(p placed) bool { return isUnknown(p.text) }):
		return unknownAt(cells[0].at(row))
	}
	return nil
}

// groupTexts are the groups in a cell, not shown yet: as an export has them, one a
// line, or parted by semicolons.
func (r *reader) groupTexts(f *field.Declaration, text string) []string {
	if has(text, strings.TrimSpace(betweenGroups)) {
		return split(text, strings.TrimSpace(betweenGroups))
	}
	if !strings.Contains(text, "\n") {
		if name, _, ok := strings.Cut(text, ":"); ok && r.innerNamed(f, name) != nil || has(text, strings.TrimSpace(betweenParts)) {
			return []string{text}
		}
	}
	return r.items(text)
}

// innerNamed is the field of a group with a key or a label, or nil.
func (r *reader) innerNamed(f *field.Declaration, name string) *field.Declaration {
	name = slug.Fold(name)
	for _, d := range f.Inner.Fields {
		for _, own := range r.heads.namesOf(f.Key+".", d) {
			if name == slug.Fold(own) {
				return d
			}
		}
	}
	return nil
}

// whole reads a group out of one text that is not shown yet: named parts, a period, or
// just its first field.
func (r *reader) whole(f *field.Declaration, text string, at workbook.Cell) *node {
	n := &node{at: at, keys: []string{}}
	parts := split(text, strings.TrimSpace(betweenParts))
	if name, _, ok := strings.Cut(parts[0], ":"); len(parts) > 1 || ok && r.innerNamed(f, name) != nil {
		for i, part := range parts {
			name, value, ok := strings.Cut(part, ":")
			d := r.innerNamed(f, name)
			if !ok || d == nil {
				if d = f.Inner.Fields[min(i, len(f.Inner.Fields)-1)]; n.get(d.Key) != nil {
					continue
				}
				value = part
			}
			if v := r.value(d, []placed{{target: target{field: d}, column: at.Col, text: strings.TrimSpace(value)}}, at.Row); v != nil && n.get(d.Key) == nil {
				n.put(d.Key, v)
			}
		}
		return n
	}
	text = shown(text)
	if from, to, ok := bounds(f, text); ok {
		for i, bound := range []string{from, to} {
			if bound != "" {
				n.put(f.Inner.Fields[i].Key, r.single(f.Inner.Fields[i], bound, at))
			}
		}
		return n
	}
	text = r.withoutCount(f, text)
	if link := catalogue.Link.In(f.Inner); link != nil { // a source is often a title with its address
		if address := webAddress.FindString(text); address != "" {
			text = strings.Trim(strings.Replace(text, address, "", 1), " ,;:()<>\n")
			if text != "" {
				n.put(f.Inner.Fields[0].Key, &node{at: at, text: strings.Join(strings.Fields(text), " ")})
			}
			n.put(link.Key, &node{at: at, text: strings.TrimRight(address, ".,;)")})
			return n
		}
	}
	if v := r.single(f.Inner.Fields[0], hideInText.Replace(text), at); v != nil {
		n.put(f.Inner.Fields[0].Key, v)
	}
	return n
}

var webAddress = regexp.MustCompile(`https?://[^\s<>]+`)

// withoutCount is a text without what only counts it: Optie 1: opereren is opereren.
func (r *reader) withoutCount(f *field.Declaration, text string) string {
	for _, name := range r.heads.namesOf("", f) {
		rest := strings.TrimPrefix(strings.ToLower(text), strings.ToLower(name))
		if m := counted.FindString(rest); len(rest) < len(text) && m != "" {
			return text[len(text)-len(rest)+len(m):]
		}
	}
	return text
}

var counted = regexp.MustCompile(`^\s*[0-9A-Za-z]{1,2}\s*[:.)–-]\s*`)

var (
	betweenBounds = regexp.MustCompile(`(?i)\s*(?:\s[-–—]\s|\st/m\s|\stot en met\s|\stot\s|–|—)\s*`)
	years         = regexp.MustCompile(`^(\d{4})\s*-\s*(\d{4})$`)
	numbers       = regexp.MustCompile(`^(\d{1,3})\s*-\s*(\d{1,3})$`)
	openBegin     = regexp.MustCompile(`(?i)^(?:tot en met|t/m|tot)\s+`)
	openEnd       = regexp.MustCompile(`(?i)^(?:vanaf|sinds|sedert|van|start(?:te)? in)\s+`)
	stillGoing    = regexp.MustCompile(`(?i)^(?:heden|nu|nog lopend|lopend|doorlopend|\.\.\.|…)?$`)
	ofAge         = regexp.MustCompile(`(?i)\s*(?:jaar|jr\.?)(?: en ouder)?$`)
)

// bounds parts a period (2021-2024, mei 2021 t/m heden) or a range of ages (18-65, 18+)
// in two; false where the group has no two such fields, or the text is none.
func bounds(f *field.Declaration, text string) (from, to string, ok bool) {
	inner := f.Inner.Fields
	if len(inner) != 2 || inner[0].Kind != inner[1].Kind || inner[0].Kind != field.KindDate && inner[0].Kind != field.KindNumber {
		return "", "", false
	}
	text = strings.TrimSpace(ofAge.ReplaceAllString(strings.TrimSpace(text), ""))
	if m := years.FindStringSubmatch(text); m != nil && m[1] < m[2] {
		return m[1], m[2], true
	}
	if m := numbers.FindStringSubmatch(text); m != nil && inner[0].Kind == field.KindNumber {
		return m[1], m[2], true
	}
	if rest := openBegin.ReplaceAllString(text, ""); rest != text {
		return "", rest, true
	}
	open := openEnd.ReplaceAllString(text, "")
	open = strings.TrimSuffix(open, "+")
	if parts := betweenBounds.Split(" "+open+" ", -1); len(parts) == 2 {
		from, to = strings.TrimSpace(parts[0]), strings.TrimSpace(parts[1])
		if stillGoing.MatchString(to) {
			to = ""
		}
		return ofAge.ReplaceAllString(from, ""), to, from != ""
	}
	return strings.TrimSpace(open), "", true
}

// complete makes of a group that was read one that can be: what is required is there,
// as unknown at least, and who is in no list has a name only. Nothing of nothing.
func (r *reader) complete(f *field.Declaration, n *node) *node {
	if n == nil || n.isText() && n.keys == nil {
		return n
	}
	if len(n.keys) == 0 {
		return nil
	}
	r.nameOnly(f, n)
	for _, d := range f.Inner.Fields {
		if d.Required && n.get(d.Key) == nil {
			n.put(d.Key, unknownAt(n.at))
		}
	}
	sorted := &node{at: n.at, keys: []string{}}
	for _, d := range f.Inner.Fields {
		if v := n.get(d.Key); v != nil {
			sorted.put(d.Key, v)
		}
	}
	return sorted
}

// nameOnly makes an organisation that is in no list the name of one, where the group
// has a place for that.
func (r *reader) nameOnly(f *field.Declaration, n *node) {
	who, name := catalogue.Organisation.In(f.Inner), catalogue.Name.In(f.Inner)
	if who == nil || name == nil || n.get(name.Key) != nil {
		return
	}
	given := n.get(who.Key)
	if given == nil || !given.isText() || given.text == field.UnknownWord || r.cat.Term(who.Of, given.text) != nil {
		return
	}
	hint := "voeg de organisatie toe aan content/begrippen/" + who.Of + ".yaml, of laat het zo"
	if v := r.cat.Vocabularies[who.Of]; v != nil {
		var names []string
		for _, t := range v.Terms {
			names = append(names, t.Names()...)
		}
		if near := typos.Nearest(given.text, names); near != "" {
			hint = "bedoelt u " + near + "?"
		}
	}
	r.report(ruleNameOnly, given.at, hint, "%q staat niet in de lijst %s en komt als naam op de kaart", given.text, who.Of)
	for i, key := range n.keys {
		if key == who.Key {
			n.keys[i], given.plain = name.Key, false
		}
	}
}
