package field

import (
	"slices"
	"testing"
)

var (
	testName = NewRole[Text]("test-name")
	testDay  = NewRole[Date]("test-day")
)

func keys(fields []*Declaration) (all []string) {
	for _, d := range fields {
		all = append(all, d.Key)
	}
	return all
}

func TestTurnsOrderAPlace(t *testing.T) {
	s := NewSchema(func(s *Schema) {
		s.Text("a", Card(2), First(3))
		s.Date("b", Card(1))
		s.Number("c", First(1), ForWhom(1))
		s.Text("d")
	})
	for _, c := range []struct {
		place string
		got   []*Declaration
		want  []string
	}{{"card", s.Card, []string{"b", "a"}}, {"first screen", s.First, []string{"c", "a"}}, {"for whom", s.ForWhom, []string{"c"}}} {
		if got := keys(c.got); !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", c.place, got, c.want)
		}
	}
}

func TestRolesFindTheirField(t *testing.T) {
	with := NewSchema(func(s *Schema) {
		s.Date("datum").As(testDay)
		s.Text("naam").As(testName)
	})
	r := NewRecord(with)
	if got := testName.Of(&r); got.State != Absent {
		t.Errorf("an empty record has %v", got)
	}
	r.Set(with.Keyed("naam"), &Text{Text: "Een naam", State: Known})
	if got := testName.Of(&r); !got.Is("Een naam") || testDay.Of(&r).Known() {
		t.Errorf("got %v and %v", got, testDay.Of(&r))
	}
	if f, ok := testName.Field(&r); !ok || f.Key != "naam" || f.Role() != "test-name" || !testName.Is(f.Declaration) || testDay.Is(f.Declaration) {
		t.Errorf("the field is %v, %t", f, ok)
	}
	without := NewRecord(NewSchema(func(s *Schema) { s.Text("naam") }))
	if _, ok := testName.Field(&without); ok || testName.Of(&without).Known() {
		t.Error("a schema without the role has it")
	}
}

// A line that contradicts another cannot be: the program does not start.
func TestSlipsPanic(t *testing.T) {
	for slip, declare := range map[string]func(*Schema){
		"a key twice":                  func(s *Schema) { s.Text("a"); s.Date("a") },
		"a turn twice":                 func(s *Schema) { s.Text("a", Card(1)); s.Text("b", Card(1)) },
		"a turn for patients twice":    func(s *Schema) { s.Text("a", Patient(1)); s.Text("b", Patient(1)) },
		"a turn in comparisons twice":  func(s *Schema) { s.Text("a", Compare(1)); s.Text("b", Compare(1)) },
		"a role twice":                 func(s *Schema) { s.Text("a").As(testName); s.Text("b").As(testName) },
		"a note of nothing":            func(s *Schema) { s.Prose("a", NoteOf("b")) },
		"not until a date that is not": func(s *Schema) { s.Date("a", NotUntil("b")) },
	} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%s is let through", slip)
				}
			}()
			NewSchema(declare)
		}()
	}
}
