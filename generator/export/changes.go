package export

import (
	"io"
	"time"

	"kaartenbak/generator/catalogue"
	"kaartenbak/generator/ledger"
)

// Changes writes what changed in the catalogue as one JSON object: the day on which
// the ledger began (sinds), and what became of entries since, the latest first
// (wijzigingen). Each has dag, kaart, url where the entry is there, soort (nieuw,
// gewijzigd, verhuisd, weg), vroeger or nu where it got another name, and velden:
// each field that changed, with van and naar where these are told and there was a
// value, in the shapes of [JSON]. The error is that of the writer.
func Changes(w io.Writer, cat *catalogue.Catalogue, changes *ledger.Ledger, base string) error {
	steps := changes.Steps()
	all := make(list, len(steps))
	for i, s := range steps {
		all[i] = step(cat, s, base)
	}
	return encode(w, object{{"sinds", changes.Began.Format(time.DateOnly)}, {"wijzigingen", all}})
}

var stepKinds = map[ledger.StepKind]string{
	ledger.New: "nieuw", ledger.Left: "weg", ledger.Renamed: "verhuisd", ledger.Altered: "gewijzigd", ledger.Reworded: "gewijzigd",
}

func step(cat *catalogue.Catalogue, s *ledger.Step, base string) object {
	o := object{{"dag", s.Day.Format(time.DateOnly)}, {"kaart", s.Entry}}
	e := cat.Entry(s.Entry)
	if e != nil {
		o = append(o, member{urlKey, base + e.URL()})
	}
	o = append(o, member{"soort", stepKinds[s.Kind()]})
	if s.From != "" {
		o = append(o, member{"vroeger", s.From})
	}
	if s.Into != "" {
		o = append(o, member{"nu", s.Into})
	}
	if fields := changedFields(s); len(fields) > 0 {
		o = append(o, member{"velden", fields})
	}
	return o
}

// changedFields are the fields that there still are.
func changedFields(s *ledger.Step) (fields list) {
	c := s.Collection()
	if c == nil {
		return nil
	}
	for _, change := range s.Changes {
		d := c.Schema.Keyed(change.Field)
		if d == nil {
			continue
		}
		o := object{{"veld", change.Field}}
		for _, side := range []member{{"van", change.From}, {"naar", change.To}} {
			if f, ok := ledger.Read(c.Schema, d, side.value.(string)); ok && side.value != "" {
				o = append(o, member{side.key, f})
			}
		}
		fields = append(fields, o)
	}
	return fields
}
