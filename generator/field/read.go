package field

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"kaartenbak/generator/pattern"
	"kaartenbak/generator/personal"
	"kaartenbak/generator/problem"
	"kaartenbak/generator/typos"
	"kaartenbak/generator/webaddress"
)

// How much a field may hold. The limits are far above what reads well; they
// keep a page a page.
const (
	maxTitle  = 200  // characters of a line of text
	maxProse  = 6000 // characters of paragraphs
	maxItems  = 60   // values of a list
	maxNumber = 1_000_000
)

// Rules are the rules of this package.
var Rules problem.Rules

var (
	ruleUnknownKey = Rules.Add("onbekend-veld",
		"Een veld heeft een vaste naam, in kleine letters. Kijk de naam na; `kaartenbak fields` toont alle velden.")
	ruleMissing = Rules.Add("verplicht",
		"Een verplicht veld krijgt altijd een antwoord. Weet u het niet, schrijf dan onbekend: dat is ook een antwoord. Alleen een titel, een naam of een id kan niet onbekend zijn.")
	ruleEmpty = Rules.Add("leeg",
		"Achter een veldnaam staat een waarde. Vul die in, schrijf onbekend, of haal de regel weg als het veld niet verplicht is.")
	ruleKind = Rules.Add("waarde",
		"Elk veld heeft een eigen soort waarde: een tekst, een lijst, een getal. Schrijf de waarde zoals in het voorbeeld bij de melding.")
	ruleDate = Rules.Add("datum",
		"Een datum is 2026-05-31, 2026-05 of 2026. Voor een datum die niet vastligt mag er begin, medio, eind of circa voor staan: medio 2026-10.")
	ruleAddress = Rules.Add("webadres",
		"Een webadres begint met https:// en is een openbaar adres, zonder spaties. Kopieer het uit de adresbalk van de browser.")
	ruleLength = Rules.Add("te-lang",
		"Een veld heeft een grens, zodat de kaart leesbaar blijft. Maak de tekst korter, of zet het uitgebreide deel in de hoofdtekst.")
	ruleMarkup = Rules.AddWarning("opmaak-in-veld",
		"Een veld bevat gewone tekst. Wat in de tekst onder het kopblok letters vet maakt of een link, komt in een veld zo op de pagina. Haal de tekens weg, of zet de tekst onder het kopblok.")
	ruleTwice = Rules.Add("dubbele-waarde",
		"Een waarde staat maar één keer in een lijst. Haal de tweede weg.")
)

// A Reader fills data from YAML and gathers what is wrong with it.
type Reader struct {
	File       string
	Example    func(vocabulary string) string         // a term of it, for messages; "" where there is none
	Find       func(piece string, from At) (At, bool) // where a piece of text stands in the file
	OtherNames map[string]OtherName                   // keys that are not ours, by what others call a field
	Problems   problem.Collector
}

// An OtherName is what a key is here that other programs have.
type OtherName struct {
	Keys    []string // ours for it; the first that the schema has is meant
	Without string   // why it can go where the schema has none of them
}

// find gives where a piece of a text stands, from a place on; false where it is
// written otherwise in the file.
func (r *Reader) find(piece string, from At) (At, bool) {
	if end := strings.IndexAny(piece, " \n"); end >= 0 { // it may be written on two lines
		piece = piece[:end]
	}
	if r.Find == nil {
		return from, false
	}
	return r.Find(piece, from)
}

func (r *Reader) report(rule *problem.Rule, at At, hint, format string, args ...any) {
	r.Problems.Report(rule, r.pos(at), hint, format, args...)
}

// say reports what a form can hold too, with a phrase that it shares.
func (r *Reader) say(p *problem.Phrase, at At, args ...any) {
	r.Problems.Say(p, r.pos(at), args...)
}

// once adds a problem that is not there yet: what is written with escapes has no place
// of its own, and would be told twice.
func (r *Reader) once(p problem.Problem) {
	if !r.Problems.Has(func(told problem.Problem) bool { return told == p }) {
		r.Problems.Add(p)
	}
}

func (r *Reader) pos(at At) problem.Pos {
	return problem.Pos{File: r.File, Line: int(at.Line), Col: int(at.Col)}
}

func place(n *yaml.Node) At { return At{int32(n.Line), int32(n.Column)} }

// Read fills data from a mapping. Everything that is wrong becomes a problem;
// what can be read is.
func (r *Reader) Read(n *yaml.Node, data Data) {
	r.read(n, data.record(), "", At{1, 1})
}

// read fills one record. name is the key of its group, for messages, and at is
// where problems with the record as a whole are shown.
func (r *Reader) read(n *yaml.Node, record *Record, name string, at At) {
	if n.Kind != yaml.MappingNode {
		r.report(ruleKind, place(n), "schrijf elk veld op een eigen regel: naam, dubbele punt, waarde", "verwacht velden met een naam en een waarde")
		return
	}
	fields := record.schema.Fields
	given := make([]bool, len(fields))
	var unknown []*yaml.Node
	next := 0
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		f := -1
		for j := range fields { // authors follow the order of the form: the next field is most often the one
			if k := (next + j) % len(fields); fields[k].Key == key.Value && fields[k].Kind != KindBody {
				f, next = k, k+1
				break
			}
		}
		if f < 0 {
			unknown = append(unknown, key)
			continue
		}
		given[f] = true
		record.values[f] = r.value(fields[f], value)
	}
	for _, key := range unknown {
		r.unknownKey(key, fields, given)
	}
	r.missing(fields, given, name, at)
}

// missing reports the required fields that are not given, all at once.
func (r *Reader) missing(fields []*Declaration, given []bool, name string, at At) {
	var missing, literal []string
	for i, f := range fields {
		if !f.Required || given[i] || f.Kind == KindBody {
			continue
		}
		missing = append(missing, f.Key)
		if f.Literal {
			literal = append(literal, f.Key)
		}
	}
	if len(missing) == 0 {
		return
	}
	if name != "" {
		name, _ = sayInGroup.Text(name)
	}
	say, args := sayMissingMore, []any{name, strings.Join(missing, ", ")}
	switch one := len(missing) == 1; {
	case one && len(literal) == 1:
		say = sayMissingLiteral
	case one:
		say = sayMissing
	case len(literal) == len(missing):
		say = sayMissingMoreLiteral
	case len(literal) > 0:
		say, args = sayMissingSome, append(args, strings.Join(literal, " en "))
	}
	r.say(say, at, args...)
}

// unknownKey reports a key that the schema does not have. given says which of its
// fields are there already.
func (r *Reader) unknownKey(key *yaml.Node, fields []*Declaration, given []bool) {
	var keys []string
	for _, f := range fields {
		if f.Kind != KindBody {
			keys = append(keys, f.Key)
		}
	}
	near := typos.Nearest(key.Value, keys)
	other, known := r.OtherNames[strings.ToLower(key.Value)]
	hint := "kaartenbak fields toont alle velden"
	switch {
	case slices.ContainsFunc(fields, func(f *Declaration) bool { return f.Kind == KindBody && f.Key == key.Value }):
		hint = "zet de tekst onder het kopblok"
	case known:
		hint = r.otherName(other, fields, given)
	case near != "" && given[slices.IndexFunc(fields, func(f *Declaration) bool { return f.Key == near })]:
		hint = fmt.Sprintf("haal de regel weg: het veld %s staat er al", near)
	case near != "":
		hint = fmt.Sprintf("bedoelt u %q?", near)
	case len(keys) <= 12:
		hint = "hier kan: " + strings.Join(keys, ", ")
	}
	if strings.ContainsFunc(key.Value, func(c rune) bool { return c > unicode.MaxASCII }) {
		hint = "gebruik in de naam alleen gewone letters, van a tot en met z; " + hint
	}
	r.report(ruleUnknownKey, place(key), hint, "onbekend veld %q", problem.Short(key.Value))
}

// otherName is the way out for a key of another program.
func (r *Reader) otherName(other OtherName, fields []*Declaration, given []bool) string {
	for _, key := range other.Keys {
		i := slices.IndexFunc(fields, func(f *Declaration) bool { return f.Key == key })
		switch {
		case i < 0:
			continue
		case fields[i].Kind == KindBody:
			return "zet de tekst onder het kopblok"
		case given[i]:
			return fmt.Sprintf("haal de regel weg: dit hoort in het veld %s", key)
		}
		given[i] = true // another key for the same is one too many
		switch fields[i].Kind {
		case KindText, KindProse:
			return fmt.Sprintf("noem het veld %s", key)
		}
		return fmt.Sprintf("noem het veld %s, en schrijf het zo: %s", key, r.line(fields[i]))
	}
	if other.Without == "" {
		return "haal de regel weg: dit veld is er hier niet"
	}
	return "haal de regel weg: " + other.Without
}

// line is what a field with a value may look like.
func (r *Reader) line(f *Declaration) string {
	if f.Kind == KindGroup || f.Kind == KindGroups || f.Kind == KindMarks {
		return fmt.Sprintf("%s:, en daaronder, twee spaties naar rechts, %s", f.Key, r.example(f))
	}
	return f.Key + ": " + r.example(f)
}

// value reads the value of one field; nil where it cannot be read.
func (r *Reader) value(f *Declaration, n *yaml.Node) Value {
	at := place(n)
	if empty(n) {
		r.report(ruleEmpty, at, r.emptyHint(f), "%s is leeg", f.Key)
		return nil
	}
	if unknown(n) {
		if f.Literal {
			r.say(sayNotUnknown, at, f.Key)
		}
		return unanswered(f.Kind, at)
	}
	switch f.Kind {
	case KindNumber:
		return r.number(f, n)
	case KindDate:
		return r.date(f, n)
	case KindTerms, KindTexts, KindRefs:
		return r.list(f, n)
	case KindMarks:
		return r.marks(f, n)
	case KindGroup:
		return r.group(f, n)
	case KindGroups:
		return r.groups(f, n)
	}
	if text, ok := r.scalar(f, n); ok {
		t := Text{Text: text, State: Known, At: at}
		r.doubt(f, t)
		return &t
	}
	return nil
}

// unanswered is a value of which the author wrote that it is not known.
func unanswered(k Kind, at At) Value {
	switch k {
	case KindNumber:
		return &Number{State: Unknown, At: at}
	case KindDate:
		return &Date{State: Unknown, At: at}
	case KindTerms, KindTexts, KindRefs:
		return &List{State: Unknown, At: at}
	case KindMarks:
		return &Marks{State: Unknown, At: at}
	case KindGroup:
		return &Group{State: Unknown, At: at}
	case KindGroups:
		return &Groups{State: Unknown, At: at}
	}
	return &Text{State: Unknown, At: at}
}

func (r *Reader) number(f *Declaration, n *yaml.Node) Value {
	number, err := strconv.Atoi(n.Value)
	switch {
	case number > maxNumber:
		r.say(sayNumberLarge, place(n), f.Key)
	case n.Kind != yaml.ScalarNode || err != nil || number < 0:
		r.say(sayNumber, place(n), f.Key)
	default:
		return &Number{N: number, State: Known, At: place(n)}
	}
	return nil
}

func (r *Reader) emptyHint(f *Declaration) string {
	switch {
	case f.Literal:
		return "vul een waarde in"
	case f.Required:
		return "vul een waarde in, of schrijf onbekend"
	}
	return "vul een waarde in, schrijf onbekend, of haal de regel weg"
}

func empty(n *yaml.Node) bool {
	switch n.Kind {
	case yaml.ScalarNode:
		return n.Tag == "!!null" || strings.TrimSpace(n.Value) == ""
	default:
		return len(n.Content) == 0
	}
}

// unknown reports whether the author wrote onbekend, alone or as the only item.
func unknown(n *yaml.Node) bool {
	if n.Kind == yaml.SequenceNode && len(n.Content) == 1 {
		n = n.Content[0]
	}
	return n.Kind == yaml.ScalarNode && strings.EqualFold(strings.TrimSpace(n.Value), UnknownWord)
}

// paragraphs is prose with an empty line between its paragraphs. In all styles but
// the literal one YAML folds lines, and leaves one line break of an empty line
// (YAML 1.2.2, section 6.5).
func paragraphs(text string, style yaml.Style) string {
	if style&yaml.LiteralStyle != 0 {
		return text
	}
	var all []string
	for p := range strings.SplitSeq(text, "\n") {
		if p = strings.TrimSpace(p); p != "" {
			all = append(all, p)
		}
	}
	return strings.Join(all, "\n\n")
}

// scalar reads a single text and checks what its kind asks.
func (r *Reader) scalar(f *Declaration, n *yaml.Node) (string, bool) {
	at := place(n)
	if n.Kind != yaml.ScalarNode {
		r.notScalar(f, n)
		return "", false
	}
	text := strings.TrimSpace(n.Value)
	if f.Kind == KindProse {
		text = paragraphs(text, n.Style)
		if length := utf8.RuneCountInString(text); length > maxProse {
			r.say(sayProseLong, at, f.Key, length, maxProse)
			return "", false
		}
		return text, r.hasWords(f, text, at)
	}
	if strings.Contains(text, "\n") {
		r.say(sayOneLine, at, f.Key)
		return "", false
	}
	if length := utf8.RuneCountInString(text); f.Kind != KindLink && length > maxTitle {
		r.say(sayLineLong, at, f.Key, length, maxTitle)
		return "", false
	}
	switch f.Kind {
	case KindText:
		return text, r.hasWords(f, text, at)
	case KindLink:
		if message, hint := webaddress.CheckWebsite(text); message != "" {
			r.say(sayAddress, at, f.Key, message, hint)
			return "", false
		}
	case KindClock:
		clock, ok := parseClock(text)
		if !ok {
			r.say(sayClock, at, f.Key)
			return "", false
		}
		text = clock
	}
	return text, true
}

// doubt reports what may be wrong with a value that can be read: an address that
// follows who opens it, or a text with data about one person.
func (r *Reader) doubt(f *Declaration, text Text) {
	switch {
	case f.Codes:
	case f.Kind == KindLink:
		if message, hint := webaddress.CheckTracking(text.Text); message != "" {
			r.report(webaddress.RuleTracking, text.At, hint, "%s: %s", f.Key, message)
		}
	case f.Kind == KindText, f.Kind == KindProse:
		personal.CheckText(text.Text, func(at int, message, hint string) {
			if r.Problems.Full(personal.Rule, r.File) {
				return
			}
			place, ok := r.find(text.Text[at:], text.At)
			if !ok {
				place = text.At
			}
			r.once(personal.Rule.At(r.pos(place), hint, "%s: %s", f.Key, message))
		})
		r.markup(f, text)
	}
}

// hasWords reports a text of signs alone, as people write who have no answer.
func (r *Reader) hasWords(f *Declaration, text string, at At) bool {
	if strings.ContainsFunc(text, func(c rune) bool { return unicode.IsLetter(c) || unicode.IsNumber(c) }) {
		return true
	}
	if f.Literal {
		r.say(sayNoWordsLiteral, at, f.Key)
	} else {
		r.say(sayNoWords, at, f.Key)
	}
	return false
}

// notScalar reports a list or group where one value belongs.
func (r *Reader) notScalar(f *Declaration, n *yaml.Node) {
	prose := f.Kind == KindText || f.Kind == KindProse
	hint := "kies er één, zonder haken of streepjes"
	switch {
	case n.Kind == yaml.MappingNode && prose:
		hint = "staat er een dubbele punt in de tekst? zet de tekst dan tussen aanhalingstekens"
	case n.Kind == yaml.MappingNode:
		hint = "schrijf alleen de waarde, zonder naam ervoor"
	case len(n.Content) == 1 && n.Content[0].Kind == yaml.ScalarNode:
		hint = fmt.Sprintf("schrijf alleen %s, zonder haken of streepje", problem.Short(n.Content[0].Value))
	case prose:
		hint = "maak er één tekst van, zonder haken of streepjes"
	}
	kind := f.Kind
	if prose {
		kind = KindText
	}
	r.report(ruleKind, place(n), hint, "%s: verwacht één %s, zoals %s", f.Key, kind, r.example(f))
}

var clockPattern = regexp.MustCompile(`^([01]?[0-9]|2[0-3])[.:]([0-5][0-9])$`)

// parseClock reads 19.00 or 9:30 and gives it with a point and four digits.
func parseClock(s string) (string, bool) {
	m := clockPattern.FindStringSubmatch(s)
	if m == nil {
		return "", false
	}
	return fmt.Sprintf("%02s.%s", m[1], m[2]), true
}

var (
	dutchDate = regexp.MustCompile(`^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$`)
	loneDate  = regexp.MustCompile(`^(\d{4})-(\d{1,2})(?:-(\d{1,2}))?$`)
)

func (r *Reader) date(f *Declaration, n *yaml.Node) Value {
	at := place(n)
	if n.Kind != yaml.ScalarNode {
		r.report(ruleDate, at, "haal de haken of het streepje weg", "%s: verwacht één datum, zoals %s", f.Key, r.example(f))
		return nil
	}
	d, err := ParseDate(strings.TrimSpace(n.Value))
	if err == nil {
		d.At = at
		return &d
	}
	say, args := sayDate, []any{f.Key, err}
	pad := func(s string) string { return fmt.Sprintf("%02s", s) }
	if m := dutchDate.FindStringSubmatch(n.Value); m != nil {
		say, args = sayDateDay, append(args, m[3], pad(m[2]), pad(m[1]))
	} else if m := loneDate.FindStringSubmatch(n.Value); m != nil && m[3] != "" && (len(m[2]) == 1 || len(m[3]) == 1) {
		say, args = sayDateDay, append(args, m[1], pad(m[2]), pad(m[3]))
	} else if m != nil && len(m[2]) == 1 {
		say, args = sayDateMonth, append(args, m[1], pad(m[2]))
	}
	r.say(say, at, args...)
	return nil
}

func (r *Reader) list(f *Declaration, n *yaml.Node) Value {
	at := place(n)
	if n.Kind != yaml.SequenceNode {
		hint := "zet elke waarde op een eigen regel, achter een streepje en een spatie"
		if n.Kind == yaml.ScalarNode && f.Kind != KindTexts {
			hint = fmt.Sprintf("schrijf %s: [%s]", f.Key, problem.Short(strings.Join(itemsIn(n.Value), ", ")))
		}
		r.report(ruleKind, at, hint, "%s: verwacht een lijst, zoals %s", f.Key, r.example(f))
		return nil
	}
	if len(n.Content) > maxItems {
		r.say(sayListLong, at, f.Key, len(n.Content), maxItems)
		return nil
	}
	list := List{State: Known, At: at, Items: make([]Text, 0, len(n.Content))}
	inner := *f
	inner.Kind = map[Kind]Kind{KindTerms: KindTerm, KindTexts: KindProse, KindRefs: KindRef}[f.Kind]
	one := &inner
	for _, item := range n.Content {
		if empty(item) {
			r.report(ruleEmpty, place(item), "vul een waarde in, of haal het streepje weg", "%s: een waarde in de lijst is leeg", f.Key)
			continue
		}
		text, ok := r.scalar(one, item)
		if !ok {
			continue
		}
		if unknown(item) {
			r.say(sayAmong, place(item), f.Key, f.Key)
			continue
		}
		if list.Has(text) {
			r.say(sayTwice, place(item), f.Key, text)
			continue
		}
		list.Items = append(list.Items, Text{Text: text, State: Known, At: place(item)})
		r.doubt(one, list.Items[len(list.Items)-1])
	}
	return &list
}

// betweenItems is what people put before the items of a list, or between them.
var betweenItems = pattern.New(`[,;\n•‣▪●·]|(?:^|\p{Z})[-–—*+]`)

// itemsIn gives the items of what was meant as a list, without what parts them.
func itemsIn(text string) []string {
	var items []string
	for _, part := range betweenItems.Regexp().Split(strings.TrimSpace(text), -1) {
		if part = strings.TrimSpace(part); part != "" {
			items = append(items, part)
		}
	}
	return items
}

func (r *Reader) marks(f *Declaration, n *yaml.Node) Value {
	at := place(n)
	if n.Kind != yaml.MappingNode {
		r.report(ruleKind, at, fmt.Sprintf("zet onder %s, twee spaties naar rechts, een regel zoals %s", f.Key, r.example(f)), "%s: verwacht namen met een antwoord", f.Key)
		return nil
	}
	if answers := len(n.Content) / 2; answers > maxItems {
		r.say(sayMarksLong, at, f.Key, answers, maxItems)
		return nil
	}
	marks := Marks{State: Known, At: at}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		m := Mark{Term: Text{Text: key.Value, State: Known, At: place(key)}}
		switch {
		case empty(value):
			r.report(ruleEmpty, place(value), "vul een antwoord in, of schrijf onbekend", "%s: achter %s staat niets", f.Key, key.Value)
			continue
		case unknown(value):
			m.Mark = Text{State: Unknown, At: place(value)}
		default:
			one := &Declaration{Key: key.Value, Kind: KindTerm, Of: f.Marks}
			text, ok := r.scalar(one, value)
			if !ok {
				continue
			}
			m.Mark = Text{Text: text, State: Known, At: place(value)}
		}
		marks.Items = append(marks.Items, m)
	}
	return &marks
}

func (r *Reader) group(f *Declaration, n *yaml.Node) Value {
	if n.Kind != yaml.MappingNode {
		r.report(ruleKind, place(n), fmt.Sprintf("zet onder %s, twee spaties naar rechts, een regel zoals %s", f.Key, r.example(f)), "%s: verwacht velden met een naam en een waarde", f.Key)
		return nil
	}
	return &Group{Record: r.inner(f, n), State: Known, At: place(n)}
}

func (r *Reader) groups(f *Declaration, n *yaml.Node) Value {
	at := place(n)
	if n.Kind != yaml.SequenceNode {
		hint := fmt.Sprintf("zet onder %s een streepje voor elk deel: %s", f.Key, r.example(f))
		r.report(ruleKind, at, hint, "%s: verwacht een lijst met streepjes", f.Key)
		return nil
	}
	if len(n.Content) > maxItems {
		r.say(sayGroupsLong, at, f.Key, len(n.Content), maxItems)
		return nil
	}
	groups := Groups{State: Known, At: at}
	for _, item := range n.Content {
		if empty(item) {
			r.report(ruleEmpty, place(item), "vul het deel in, of haal het streepje weg", "%s: een deel is leeg", f.Key)
			continue
		}
		if item.Kind != yaml.MappingNode {
			r.report(ruleKind, place(item), "schrijf "+r.example(f), "%s: verwacht achter het streepje een veld met een naam", f.Key)
			continue
		}
		groups.Items = append(groups.Items, r.inner(f, item))
	}
	return &groups
}

// inner reads one group of a field.
func (r *Reader) inner(f *Declaration, n *yaml.Node) *Record {
	record := NewRecord(f.Inner)
	record.At = place(n)
	r.read(n, &record, f.Key, record.At)
	return &record
}

// example is what the value of the field may look like.
func (r *Reader) example(f *Declaration) string {
	switch f.Kind {
	case KindLink:
		return "https://..."
	case KindClock:
		return "19.00"
	case KindDate:
		return "2026-05-31"
	case KindNumber:
		return "20"
	case KindTerm:
		return r.term(f.Of)
	case KindRef:
		return entryExample(f.Of)
	case KindTerms:
		return "[" + r.term(f.Of) + "]"
	case KindRefs:
		return "[" + entryExample(f.Of) + "]"
	case KindTexts:
		return `["eerste tekst", "tweede tekst"]`
	case KindMarks:
		return r.term(f.Of) + ": " + r.term(f.Marks)
	case KindGroup:
		return f.Inner.Fields[0].Key + ": ..."
	case KindGroups:
		return "- " + f.Inner.Fields[0].Key + ": ..."
	}
	return `"een tekst"`
}

// entryExample is what a reference to an entry of a collection looks like.
func entryExample(collection string) string {
	if collection == "" {
		return "keuzehulpen/naam-van-de-kaart"
	}
	return "naam-van-de-kaart"
}

// term is an example of a term of a vocabulary.
func (r *Reader) term(vocabulary string) string {
	if example := r.Example(vocabulary); example != "" {
		return example
	}
	return "id"
}

// Items gives the items of a file that is one list. hint says how one begins.
func (r *Reader) Items(root *yaml.Node, hint string) (items []*yaml.Node, ok bool) {
	if root.Kind != yaml.SequenceNode {
		r.report(ruleKind, place(root), hint, "verwacht een lijst")
		return nil, false
	}
	return root.Content, true
}

// ReadItem fills data from one item of a list in a file of its own, such as a
// term of a vocabulary. What is missing is reported where the item starts.
func (r *Reader) ReadItem(n *yaml.Node, data Data) {
	r.read(n, data.record(), "", place(n))
}
