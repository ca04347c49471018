package export

import (
	"bytes"
	"maps"
	"slices"
	"strings"

	"kaartenbak/generator/catalogue"
	"kaartenbak/generator/field"
	"kaartenbak/generator/ui"
)

// Schema gives the JSON Schema (draft 2020-12) of a collection. One file
// describes three things:
//
//   - the schema itself is the front matter of an entry, for editors;
//   - #/$defs/kaart is one entry as [JSON] gives it;
//   - #/$defs/lijst is the whole of /data/COLLECTION.json.
//
// The front matter is written in YAML, where 2026 and 19.00 are numbers; there
// a text, a date and a time may be a number too. In the export they are strings.
//
// base is the address of the site without a slash at the end; with it the schema
// has an $id.
func Schema(c *catalogue.Collection, vocabularies map[string]*catalogue.Vocabulary, texts *ui.Texts, base string) []byte {
	s := &schema{collection: c, vocabularies: vocabularies, texts: texts, used: map[string]bool{}}
	name := texts.T("soort." + c.Singular)

	root := object{{"$schema", "https://json-schema.org/draft/2020-12/schema"}}
	if base != "" {
		root = append(root, member{"$id", base + "/data/schema/" + c.Name + ".json"})
	}
	root = append(root, member{"title", name})
	root = append(root, s.group("", c.Schema)...)

	s.exported = true
	card := s.group("", c.Schema)
	card = object{
		{"title", name},
		{"type", "object"},
		{"properties", append(object{
			{collectionKey, object{{"const", c.Name}}},
			{idKey, object{{"type", "string"}, {"pattern", "^" + slug + "$"}}},
			{urlKey, object{{"type", "string"}, {"format", "uri-reference"}}},
		}, append(card.get("properties").(object),
			member{bodyKey, object{{"title", texts.Label(c.Name, bodyKey)}, {"type", "string"}}})...)},
		{"required", append(append(list{collectionKey, idKey, urlKey}, card.get("required").(list)...), bodyKey)},
		{"additionalProperties", false},
	}
	defs := object{
		{"kaart", card},
		{"lijst", object{{"type", "array"}, {"items", object{{"$ref", "#/$defs/kaart"}}}}},
	}
	for _, v := range slices.Sorted(maps.Keys(s.used)) {
		defs = append(defs, member{termsDef + v, s.terms(v)})
	}
	var out bytes.Buffer
	encode(&out, append(root, member{"$defs", defs})) // writing to memory does not fail
	return out.Bytes()
}

// get gives the value of a key, or nil.
func (o object) get(key string) any {
	for _, m := range o {
		if m.key == key {
			return m.value
		}
	}
	return nil
}

// A schema is one in the making.
type schema struct {
	collection   *catalogue.Collection
	vocabularies map[string]*catalogue.Vocabulary
	texts        *ui.Texts
	exported     bool            // of the export; otherwise of the front matter
	used         map[string]bool // the vocabularies that are referred to
}

// termsDef starts the name of the definition of a vocabulary.
const termsDef = "begrippen."

// slug is the name of an entry, as a regular expression (package load).
const slug = "[a-z0-9]+(-[a-z0-9]+)*"

// group is the schema of a group of fields. The prefix is its path with a dot.
func (s *schema) group(prefix string, fields *field.Schema) object {
	properties, required := object{}, list{}
	for _, f := range fields.Fields {
		if f.Kind == field.KindBody {
			continue
		}
		path := prefix + f.Key
		property := object{{"title", s.texts.Label(s.collection.Name, path)}}
		if help := help(s.texts, s.collection, path); help != "" && !s.exported {
			property = append(property, member{"description", help})
		}
		properties = append(properties, member{f.Key, append(property, s.value(path, f)...)})
		if f.Required {
			required = append(required, f.Key)
		}
	}
	return object{{"type", "object"}, {"properties", properties}, {"required", required}, {"additionalProperties", false}}
}

// value is the schema of the value of a field. A text may always be onbekend.
func (s *schema) value(path string, f *field.Declaration) object {
	switch f.Kind {
	case field.KindLink: // what package markdown lets through, by its start
		return s.text(field.KindLink, `^(https?://|mailto:|tel:|/|#)`, f)
	case field.KindClock:
		return s.text(field.KindClock, `^([01]?[0-9]|2[0-3])[.:][0-5][0-9]$`, f)
	case field.KindDate:
		return s.text(field.KindDate, `^((begin|medio|half|eind|circa) )?[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$`, f)
	case field.KindRef:
		return s.text(field.KindRef, reference(f), f)
	case field.KindNumber:
		return orUnknown(f, object{{"type", "integer"}, {"minimum", 0}})
	case field.KindTerm:
		return orUnknown(f, s.termRef(f.Of))
	case field.KindTerms:
		return orUnknown(f, several(s.termRef(f.Of)))
	case field.KindRefs:
		return orUnknown(f, several(object{{"type", "string"}, {"pattern", reference(f)}}))
	case field.KindTexts:
		return orUnknown(f, several(s.text(field.KindText, "", f)))
	case field.KindMarks:
		return orUnknown(f, s.marks(f))
	case field.KindGroup:
		return orUnknown(f, s.group(path+".", f.Inner))
	case field.KindGroups:
		return orUnknown(f, object{{"type", "array"}, {"items", s.group(path+".", f.Inner)}, {"minItems", 1}})
	}
	return s.text(f.Kind, "", f)
}

// text is the schema of one text. A pattern holds for strings only, so that the
// numbers that YAML makes of some texts pass it.
func (s *schema) text(kind field.Kind, pattern string, f *field.Declaration) object {
	var types any = list{"string", "number", "boolean"}
	switch {
	case s.exported, kind == field.KindLink, kind == field.KindRef:
		types = "string"
	case kind == field.KindDate:
		types = list{"string", "integer"}
	case kind == field.KindClock:
		types = list{"string", "number"}
	}
	o := object{{"type", types}}
	if kind == field.KindLink {
		o = append(o, member{"format", "iri-reference"}) // letters such as é may stand in it, and onbekend is one too
	}
	switch {
	case pattern == "":
		return append(o, member{"minLength", 1})
	case !f.Literal:
		pattern += "|^" + field.UnknownWord + "$"
	}
	return append(o, member{"pattern", pattern})
}

// reference is the pattern of a reference to an entry.
func reference(f *field.Declaration) string {
	if f.Of != "" {
		return "^" + slug + "$"
	}
	var names []string
	for _, c := range catalogue.Collections {
		names = append(names, c.Name)
	}
	return "^(" + strings.Join(names, "|") + ")/" + slug + "$"
}

func several(item object) object {
	return object{{"type", "array"}, {"items", item}, {"minItems", 1}, {"uniqueItems", true}}
}

// orUnknown lets onbekend be an answer too, unless it is none.
func orUnknown(f *field.Declaration, o object) object {
	if f.Literal {
		return o
	}
	return object{{"anyOf", list{o, object{{"const", field.UnknownWord}}}}}
}

// termRef refers to the definition of a vocabulary.
func (s *schema) termRef(vocabulary string) object {
	s.used[vocabulary] = true
	return object{{"$ref", "#/$defs/" + termsDef + vocabulary}}
}

// terms is the definition of a vocabulary: its ids and, for editors that show
// them (VS Code), the names beside them.
func (s *schema) terms(vocabulary string) object {
	o := object{{"type", "string"}}
	v := s.vocabularies[vocabulary]
	if v == nil || len(v.Terms) == 0 {
		return o
	}
	labels := list{}
	for _, t := range v.Terms {
		labels = append(labels, t.Label())
	}
	return append(o, member{"enum", stringList(v.IDs())}, member{"enumDescriptions", labels})
}

// marks is the schema of terms with a mark: each term is a property.
func (s *schema) marks(f *field.Declaration) object {
	properties := object{}
	if v := s.vocabularies[f.Of]; v != nil {
		for _, t := range v.Terms {
			properties = append(properties, member{t.ID(), object{
				{"title", t.Label()},
				{"anyOf", list{s.termRef(f.Marks), object{{"const", field.UnknownWord}}}},
			}})
		}
	}
	return object{{"type", "object"}, {"properties", properties}, {"additionalProperties", false}, {"minProperties", 1}}
}
