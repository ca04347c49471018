package field

import "iter"

// A State says whether a field has a value.
type State uint8

const (
	Absent  State = iota // not written down
	Unknown              // written down as "onbekend"
	Known
)

// UnknownWord is what an author writes for a field that was asked and not found,
// and what every output has for it.
const UnknownWord = "onbekend"

// At is where a value starts in its file; the zero At is nowhere. Columns count
// characters.
type At struct{ Line, Col int32 }

// A Record holds the values of the fields of a schema: those of an entry, of a
// term, or of one group in them.
type Record struct {
	At     At // where a group starts
	schema *Schema
	values []Value // by the place of a field; nil where it is absent
}

// NewRecord makes a record in which every field is absent.
func NewRecord(s *Schema) Record {
	return Record{schema: s, values: make([]Value, len(s.Fields))}
}

// Data is anything that is or embeds a [Record].
type Data interface {
	Schema() *Schema
	Fields() iter.Seq[Field]
	Field(*Declaration) Field
	Set(*Declaration, Value)
	record() *Record
}

func (r *Record) record() *Record { return r }

// Schema is what the record may hold.
func (r *Record) Schema() *Schema { return r.schema }

// Fields gives every field with its value, in declared order.
func (r *Record) Fields() iter.Seq[Field] {
	return func(yield func(Field) bool) {
		for i, d := range r.schema.Fields {
			if !yield(Field{d, r.values[i]}) {
				return
			}
		}
	}
}

// Field gives a field of the record's schema with its value.
func (r *Record) Field(d *Declaration) Field { return Field{d, r.values[d.place]} }

// Set gives a field of the record's schema a value: a pointer to the type that
// belongs with its kind.
func (r *Record) Set(d *Declaration, v Value) { r.values[d.place] = v }

// A role is a [Role] without the type of its value.
type role struct {
	name   string
	number int
}

// A Role is what a field means to the code that reads it, whatever its key and
// whatever the collection: the conditions of an entry, the day of a meeting. V is
// the type of its value. The line of a field names its role.
type Role[V any] struct{ role *role }

// roles are all roles there are, by their numbers.
var roles []*role

// Roles are the names of all roles.
func Roles() []string {
	names := make([]string, len(roles))
	for i, r := range roles {
		names[i] = r.name
	}
	return names
}

// NewRole makes a role. Roles are made before the schemas that name them.
func NewRole[V any](name string) Role[V] {
	r := &role{name, len(roles)}
	roles = append(roles, r)
	return Role[V]{r}
}

// In gives the field of a schema that has the role, or nil.
func (r Role[V]) In(s *Schema) *Declaration {
	if r.role.number >= len(s.byRole) || s.byRole[r.role.number] == 0 {
		return nil
	}
	return s.Fields[s.byRole[r.role.number]-1]
}

// Of gives the value of the field that has the role; the zero value, which is
// absent, where there is none or nobody answered.
func (r Role[V]) Of(data Data) (v V) {
	record := data.record()
	if d := r.In(record.schema); d != nil {
		if p, ok := any(record.values[d.place]).(*V); ok {
			return *p
		}
	}
	return v
}

// Field gives the field that has the role; false where the schema has none.
func (r Role[V]) Field(data Data) (Field, bool) {
	record := data.record()
	d := r.In(record.schema)
	if d == nil {
		return Field{}, false
	}
	return record.Field(d), true
}

// Is reports whether the field has the role.
func (r Role[V]) Is(d *Declaration) bool { return d.role == r.role }

// A Field is a field with its value in one record.
type Field struct {
	*Declaration
	value Value // nil where it is absent
}

// A Value is what a field holds: a pointer to a [Text], [List], [Number], [Date],
// [Marks], [Group] or [Groups].
type Value interface {
	state() State
	at() At
}

// State says whether the field has a value. A body has none of its own.
func (f Field) State() State {
	if f.value == nil {
		return Absent
	}
	return f.value.state()
}

// At is where the value of the field starts.
func (f Field) At() At {
	if f.value == nil {
		return At{}
	}
	return f.value.at()
}

// Texts gives the texts of the field that are known, each with its place: the
// one of a single value, or the items of a list. Groups and marks have none.
func (f Field) Texts() []Text {
	switch v := f.value.(type) {
	case *Text:
		if v.State == Known {
			return []Text{*v}
		}
	case *List:
		return v.Items
	}
	return nil
}

// Date is the value of a date field.
func (f Field) Date() (d Date) {
	if v, ok := f.value.(*Date); ok {
		return *v
	}
	return d
}

// Number is the value of a number field.
func (f Field) Number() int {
	if v, ok := f.value.(*Number); ok {
		return v.N
	}
	return 0
}

// MarkList is the value of a marks field.
func (f Field) MarkList() []Mark {
	if v, ok := f.value.(*Marks); ok {
		return v.Items
	}
	return nil
}

// Groups are the groups of a field of groups, or the one of a field with a
// single group; none where the field has no known value.
func (f Field) Groups() []*Record {
	switch v := f.value.(type) {
	case *Group:
		if v.State == Known {
			return []*Record{v.Record}
		}
	case *Groups:
		return v.Items
	}
	return nil
}

// Walk calls visit for every field of data and, after it, of the groups in it.
// The path is the keys on the way, joined by dots.
func Walk(data Data, visit func(path string, f Field)) { walk("", data.record(), visit) }

func walk(prefix string, r *Record, visit func(string, Field)) {
	for f := range r.Fields() {
		path := prefix + f.Key
		visit(path, f)
		for _, g := range f.Groups() {
			walk(path+".", g, visit)
		}
	}
}
