package export

import (
	"io"
	"maps"
	"slices"
	"time"

	"kaartenbak/generator/catalogue"
	"kaartenbak/generator/field"
)

// JSON writes entries as a JSON array, in the given order. Each is an object:
// collectie, id, url, then the fields under their front-matter keys in declared
// order and in the shapes of the front matter, then hoofdtekst, the words of
// its text without markup. What is unknown is "onbekend", what is absent is
// left out, a date is as it was written (2026, medio 2026-05).
//
// base is the address of the site without a slash at the end; without it url
// is the path from the root.
//
// The error is that of the writer.
func JSON(w io.Writer, entries []*catalogue.Entry, base string) error {
	return encode(w, records(entries, base))
}

// A record is an entry as [JSON] has it.
type record struct {
	entry *catalogue.Entry
	base  string
}

func records(entries []*catalogue.Entry, base string) list {
	all := make(list, len(entries))
	for i, e := range entries {
		all[i] = record{e, base}
	}
	return all
}

// bodyText is the words of the text below the front matter, a line for each
// block. An author may write onbekend there too.
func bodyText(e *catalogue.Entry) string {
	if e.Text.Plain == "" {
		return field.UnknownWord
	}
	return e.Text.Plain
}

// Catalogue writes the whole catalogue as one JSON object: what it is called, its
// licence, the day on which it was made, all entries as [JSON] gives them
// (kaarten), all vocabularies by name with the terms in their order (begrippen),
// and the words that mean more than one thing (dubbelzinnig). The error is that of
// the writer.
func Catalogue(w io.Writer, cat *catalogue.Catalogue, base string, today time.Time) error {
	var o object
	for f := range cat.Site.Fields() {
		if f.Public && f.State() != field.Absent {
			o = append(o, member{f.Key, f})
		}
	}
	if base != "" {
		o = append(o, member{"adres", base})
	}
	begrippen := object{}
	for _, name := range slices.Sorted(maps.Keys(cat.Vocabularies)) {
		begrippen = append(begrippen, member{name, objects(cat.Vocabularies[name].Terms)})
	}
	return encode(w, append(o,
		member{"gemaakt", today.Format(time.DateOnly)},
		member{"kaarten", records(cat.Entries, base)},
		member{"begrippen", begrippen},
		member{"dubbelzinnig", objects(cat.Ambiguous)},
	))
}

func objects[T field.Data](all []T) list {
	l := make(list, len(all))
	for i, data := range all {
		l[i] = data
	}
	return l
}
