package ledger

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"kaartenbak/generator/catalogue"
	"kaartenbak/generator/field"
)

// A world is a catalogue that changes at random, with its ledger.
type world struct {
	*rand.Rand
	entries   map[string]*catalogue.Entry
	addresses []catalogue.Address
	ledger    string
	day       time.Time
	made      int // names, so that each is another
}

var firstDay = time.Date(2026, 11, 30, 0, 0, 0, 0, time.UTC)

func newWorld(seed uint64) *world {
	return &world{Rand: rand.New(rand.NewPCG(seed, 0)), entries: map[string]*catalogue.Entry{}, day: firstDay}
}

// catalogue is what a build would read of the world now.
func (w *world) catalogue(t testing.TB) *catalogue.Catalogue {
	cat := &catalogue.Catalogue{Addresses: w.addresses, LedgerFile: "content/wijzigingen.txt"}
	for _, name := range slices.Sorted(maps.Keys(w.entries)) {
		cat.Entries = append(cat.Entries, w.entries[name])
	}
	cat.Index()
	number := 0
	for line := range strings.Lines(w.ledger) {
		e, err := Parse(strings.TrimSuffix(line, "\n"))
		if err != nil {
			t.Fatalf("%s: %v", line, err)
		}
		number++
		e.Line = number
		cat.Events = append(cat.Events, e)
	}
	return cat
}

// note writes in the ledger what is not there yet.
func (w *world) note(t testing.TB) {
	cat := w.catalogue(t)
	events := Open(cat, w.day).Unnoted
	if len(cat.Events) == 0 {
		events = Baseline(cat, w.day)
	}
	for _, e := range events {
		w.ledger += string(Append(nil, e))
	}
}

// change does one thing at random.
func (w *world) change() {
	names := slices.Sorted(maps.Keys(w.entries))
	switch what := w.IntN(20); {
	case len(names) == 0 || what < 3:
		w.add(w.newName())
	case what == 3: // an entry of a name that was there before, or is there
		if w.made > 0 {
			w.add(fmt.Sprintf("kaart-%d", w.IntN(w.made)))
		}
	case what == 4:
		delete(w.entries, names[w.IntN(len(names))])
	case what <= 6: // another name
		old := names[w.IntN(len(names))]
		e := w.entries[old]
		delete(w.entries, old)
		to := e.Collection.New(w.newName(), "")
		to.Record, to.Text = e.Record, e.Text
		if what == 6 { // of one that is there, which it becomes a part of
			for _, other := range names {
				if o := w.entries[other]; o != nil {
					to = o
				}
			}
		}
		w.entries[to.ID()] = to
		w.addresses = append(w.addresses, catalogue.Address{URL: "/" + old + "/", To: to.URL()})
	default:
		w.alter(w.entries[names[w.IntN(len(names))]])
	}
}

func (w *world) newName() string {
	w.made++
	return fmt.Sprintf("kaart-%d", w.made-1)
}

func (w *world) add(slug string) {
	c := catalogue.Collections[w.IntN(len(catalogue.Collections))]
	e := c.New(slug, "")
	for _, d := range c.Schema.Fields {
		if w.IntN(3) > 0 {
			w.fill(&e.Record, d)
		}
	}
	w.entries[e.ID()] = e
}

// alter gives one field of an entry another value, or the body another text.
func (w *world) alter(e *catalogue.Entry) {
	if w.IntN(10) == 0 {
		e.Text.Plain = w.words()
		return
	}
	w.fill(&e.Record, e.Schema().Fields[w.IntN(len(e.Schema().Fields))])
}

// words is a short text out of few, so that texts come back.
func (w *world) words() string {
	some := []string{"Een kaart", "een  kaart.", "Geen kaart", "à <5 %", "?", "~0a1b2c3d", "-", `een "kaart"`, "->"}
	return some[w.IntN(len(some))] + [...]string{"", " erbij", "\n\nen meer"}[w.IntN(3)]
}

func (w *world) text(d *field.Declaration) field.Text {
	if w.IntN(4) == 0 {
		return field.Text{State: field.Unknown}
	}
	text := [...]string{"open", "inlog", "op-aanvraag", "utrecht"}[w.IntN(4)]
	switch d.Kind {
	case field.KindText, field.KindProse, field.KindTexts:
		text = w.words()
		if d.Kind == field.KindText {
			text, _, _ = strings.Cut(text, "\n")
		}
	case field.KindLink:
		text = "https://keuze.example/a?b=c,d#->" + text
	case field.KindClock:
		text = "19.00"
	}
	return field.Text{Text: text, State: field.Known}
}

// fill gives a field of a record a value at random, or none.
func (w *world) fill(r *field.Record, d *field.Declaration) {
	state := []field.State{field.Known, field.Known, field.Known, field.Unknown, field.Absent}[w.IntN(5)]
	if d.Kind == field.KindBody || state == field.Absent {
		r.Set(d, nil)
		return
	}
	group := func() *field.Record {
		inner := field.NewRecord(d.Inner)
		for _, d := range d.Inner.Fields {
			w.fill(&inner, d)
		}
		return &inner
	}
	n := 1 + w.IntN(3)
	if state == field.Unknown {
		n = 0
	}
	switch d.Kind {
	case field.KindNumber:
		r.Set(d, &field.Number{N: w.IntN(3), State: state})
	case field.KindDate:
		r.Set(d, &field.Date{Year: 2020 + w.IntN(3), Month: w.IntN(3), About: [...]string{"", "medio"}[w.IntN(2)], State: state})
	case field.KindMarks:
		marks := &field.Marks{State: state}
		for i := range n {
			mark := w.text(d)
			marks.Items = append(marks.Items, field.Mark{Term: field.Text{Text: fmt.Sprint("vraag-", i), State: field.Known}, Mark: mark})
		}
		r.Set(d, marks)
	case field.KindTerms, field.KindTexts, field.KindRefs:
		list := &field.List{State: state}
		for range n {
			if t := w.text(d); t.Known() && !list.Has(t.Text) {
				list.Items = append(list.Items, t)
			}
		}
		r.Set(d, list)
	case field.KindGroup:
		if state == field.Unknown {
			r.Set(d, &field.Group{State: state})
		} else {
			r.Set(d, &field.Group{Record: group(), State: state})
		}
	case field.KindGroups:
		groups := &field.Groups{State: state}
		for range n {
			groups.Items = append(groups.Items, group())
		}
		r.Set(d, groups)
	default:
		t := w.text(d)
		t.State = state
		r.Set(d, &t)
	}
}

// replayed is what all events say, by nothing but what a line says: the values of
// each entry.
func replayed(t testing.TB, ledger string) map[string]map[string]string {
	state := map[string]map[string]string{}
	for line := range strings.Lines(ledger) {
		e, err := Parse(strings.TrimSuffix(line, "\n"))
		if err != nil {
			t.Fatalf("%s: %v", line, err)
		}
		switch e.Kind {
		case catalogue.Began, catalogue.CameIn:
			state[e.Entry] = map[string]string{}
			for _, v := range e.Values {
				state[e.Entry][v.Field] = v.Value
			}
		case catalogue.Altered:
			if e.From != state[e.Entry][e.Field] && e.From != forgotten && state[e.Entry][e.Field] != forgotten {
				t.Errorf("%sbut it was %q", line, state[e.Entry][e.Field])
			}
			if state[e.Entry][e.Field] = e.To; e.To == absent {
				delete(state[e.Entry], e.Field)
			}
		case catalogue.Moved:
			if state[e.To] == nil && sameCollection(e.Entry, e.To) {
				state[e.To] = state[e.Entry]
			}
			delete(state, e.Entry)
		case catalogue.Left:
			delete(state, e.Entry)
		}
	}
	return state
}

// now are the values that the entries have.
func (w *world) now() map[string]map[string]string {
	state := map[string]map[string]string{}
	for name, e := range w.entries {
		state[name] = map[string]string{}
		for _, v := range valuesOf(e) {
			state[name][v.Field] = v.Value
		}
	}
	return state
}

// TestAllEventsGiveTheValuesOfToday: of a thousand random histories, noted at random
// moments, all events applied to the baseline give the values that the noted fields
// have today; after a note there is nothing to note; and what was taken out is in no
// line any more, and changes nothing else.
func TestAllEventsGiveTheValuesOfToday(t *testing.T) {
	counts := map[catalogue.EventKind]int{}
	for seed := range uint64(1000) {
		w := newWorld(seed)
		for range w.IntN(6) {
			w.add(w.newName())
		}
		w.add(w.newName())
		w.note(t)
		for range w.IntN(40) {
			w.change()
			if w.IntN(3) == 0 {
				w.day = w.day.AddDate(0, 0, w.IntN(3)-1) // a clock may go back
				w.note(t)
			}
		}
		w.note(t)
		if got, want := replayed(t, w.ledger), w.now(); !maps.EqualFunc(got, want, maps.Equal) {
			t.Fatalf("history %d: the events give\n%v\nand today is\n%v\nby\n%s", seed, got, want, w.ledger)
		}
		cat := w.catalogue(t)
		w.day = cat.Events[len(cat.Events)-1].Day // of before, if the clock went back
		l := Open(cat, w.day)
		if len(l.Unnoted) > 0 || len(l.Problems) > 0 {
			t.Fatalf("history %d: noted, and yet %v, %v", seed, l.Unnoted, l.Problems)
		}
		if !slices.IsSortedFunc(cat.Events, func(a, b catalogue.Event) int { return a.Day.Compare(b.Day) }) {
			t.Fatalf("history %d: the days do not go up", seed)
		}
		for _, e := range cat.Events {
			counts[e.Kind]++
		}
		for name := range w.entries {
			for i, s := range l.Of(name) {
				if i > 0 && !s.Day.After(l.Of(name)[i-1].Day) || s.Entry != name {
					t.Fatalf("history %d: %s has a step %v after %v", seed, name, s, l.Of(name)[max(0, i-1)])
				}
			}
		}
		w.forget(t, cat)
	}
	t.Logf("events by kind: %v", counts)
	if len(counts) != 5 {
		t.Errorf("not every kind of event came about: %v", counts)
	}
}

// forget takes out a field of an entry, and looks whether it is gone from the ledger.
func (w *world) forget(t *testing.T, cat *catalogue.Catalogue) {
	if len(cat.Entries) == 0 {
		return
	}
	e := cat.Entries[w.IntN(len(cat.Entries))]
	d := e.Schema().Fields[w.IntN(len(e.Schema().Fields))]
	before, today := w.ledger, Value(e, d)
	w.ledger, _ = Forget(before, e.ID(), d.Key, today)
	if strings.Count(before, "\n") != strings.Count(w.ledger, "\n") {
		t.Error("a line went with the values")
	}
	lives := livesIn(before)
	left := func(value string) bool {
		return (SideOf(value) == Told || SideOf(value) == Words) && value != today
	}
	for i, event := range w.catalogue(t).Events {
		if lives[i].name != e.ID() {
			continue
		}
		if event.Field == d.Key && (left(event.From) || left(event.To)) || left(valueIn(event.Values, d.Key)) {
			t.Errorf("%s of %s is still in %s", d.Key, e.ID(), Append(nil, event))
		}
	}
	if got, want := replayed(t, w.ledger), w.now(); !maps.EqualFunc(got, want, maps.Equal) {
		t.Errorf("without %s of %s the events give\n%v\nand today is\n%v", d.Key, e.ID(), got, want)
	}
	if l := Open(w.catalogue(t), w.day); len(l.Unnoted) > 0 || len(l.Problems) > 0 {
		t.Errorf("forgotten, and yet %v, %v", l.Unnoted, l.Problems)
	}
}
