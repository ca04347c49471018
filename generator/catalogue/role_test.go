package catalogue

import (
	"testing"

	"kaartenbak/generator/field"
)

// schemas are all there are, with those of groups.
func schemas() []*field.Schema {
	all := []*field.Schema{NewSite().Schema(), NewPage("", "").Schema(), NewAmbiguous().Schema(), NewVocabulary("begrippen", "").New().Schema()}
	for _, c := range Collections {
		all = append(all, c.Schema)
	}
	for i := 0; i < len(all); i++ {
		for _, d := range all[i].Fields {
			if d.Inner != nil {
				all = append(all, d.Inner)
			}
		}
	}
	return all
}

// A role that no field has is read by somebody, who always finds nothing.
func TestEveryRoleHasAField(t *testing.T) {
	taken := map[string]bool{}
	for _, s := range schemas() {
		for _, d := range s.Fields {
			taken[d.Role()] = true
		}
	}
	for _, role := range field.Roles() {
		if !taken[role] {
			t.Errorf("no field is %s", role)
		}
	}
}

// A filter has one name in addresses, in whatever collection it is.
func TestFiltersHaveOneName(t *testing.T) {
	singular := map[string]string{}
	for _, c := range Collections {
		for _, d := range c.Schema.Fields {
			if !d.Facet {
				continue
			}
			if before, ok := singular[d.Key]; ok && before != d.Singular || d.Singular == "" {
				t.Errorf("%s: the filter %s is called %q, and %q elsewhere", c.Name, d.Key, d.Singular, before)
			}
			singular[d.Key] = d.Singular
		}
	}
}

// What follows from the line of a field takes for granted that it stands in the
// first screen.
func TestPatientsGetWhatIsInTheFirstScreen(t *testing.T) {
	for _, c := range Collections {
		for _, d := range c.Schema.Fields {
			if d.Patient > 0 && d.First == 0 && d.ForWhom == 0 {
				t.Errorf("%s: %s is for the patient's card, and not in the first screen", c.Name, d.Key)
			}
		}
	}
}

// A name that no field has would be a way out that leads nowhere, and one of ours
// needs no other.
func TestOtherNamesAreOfFields(t *testing.T) {
	ours := map[string]bool{}
	for _, s := range schemas() {
		for _, d := range s.Fields {
			ours[d.Key] = true
		}
	}
	for theirs, name := range OtherNames {
		if len(name.Keys) == 0 && name.Without == "" {
			t.Errorf("%s has no way out", theirs)
		}
		for _, key := range name.Keys {
			if !ours[key] {
				t.Errorf("%s is %s here, which no field is", theirs, key)
			}
		}
	}
}
