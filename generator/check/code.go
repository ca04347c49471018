package check

import (
	"maps"
	"regexp"
	"slices"

	"kaartenbak/generator/catalogue"
	"kaartenbak/generator/field"
	"kaartenbak/generator/problem"
)

var (
	ruleCode = Rules.Add("code",
		"Een code is geschreven zoals de lijst het doet: T90 of T90.02 (ICPC), E11 of E11.9 (ICD-10), 44054006 (SNOMED CT, waarvan het laatste cijfer de andere controleert). Kopieer de code uit de bron. Een verkeerde code opent in een dossier de verkeerde kaart: twijfelt u, laat de code dan weg.")
	ruleCodeTwice = Rules.Add("dubbele-code",
		"Een code hoort bij één begrip. Betekent de code meer dan dit begrip, zet haar dan in valt_onder.")
)

// A codeSystem is a list of codes that records use, and the form of a code in it.
type codeSystem struct {
	name    string
	role    field.Role[field.List]
	isValid func(code string) bool
	example string
	shared  bool // a code may stand with several terms
}

var codeSystems = []codeSystem{
	{"ICPC", catalogue.ICPC, icpc.MatchString, "T90 of T90.02", false},
	{"ICD-10", catalogue.ICD10, icd10.MatchString, "E11 of E11.9", false},
	{"SNOMED CT", catalogue.SNOMED, isSNOMED, "44054006", false},
	{"ICPC", catalogue.FallsUnder, icpc.MatchString, "R85", true},
}

var (
	icpc  = regexp.MustCompile(`^[ABDFHKLNPR-UW-Z][0-9]{2}(\.[0-9]{2})?$`) // the letters of the chapters
	icd10 = regexp.MustCompile(`^[A-Z][0-9]{2}(\.[0-9]{1,2})?$`)
	sctid = regexp.MustCompile(`^[1-9][0-9]{5,17}$`)
)

// isSNOMED reports whether a code can name a concept of SNOMED CT: the two digits
// before the last say that it is a concept, and no description or relation of one,
// and the last follows from the others (Verhoeff's check digit; SNOMED International,
// "Release File Specifications", section 5.3).
func isSNOMED(code string) bool {
	if !sctid.MatchString(code) || code[len(code)-2] != '0' || code[len(code)-3] > '1' {
		return false
	}
	check := 0
	for i := range len(code) {
		digit := int(code[len(code)-1-i] - '0')
		check = inGroup(check, permuted(i, digit))
	}
	return check == 0
}

// inGroup multiplies in the dihedral group of order ten.
func inGroup(a, b int) int {
	switch {
	case a < 5 && b < 5:
		return (a + b) % 5
	case a < 5:
		return (a+b)%5 + 5
	case b < 5:
		return (a-b+5)%5 + 5
	}
	return (a - b + 5) % 5
}

// permuted applies Verhoeff's permutation to a digit as often as its place, from the
// right, asks.
func permuted(times, digit int) int {
	for range times % 8 {
		digit = [...]int{1, 5, 7, 6, 2, 8, 3, 0, 9, 4}[digit]
	}
	return digit
}

// codes reports the codes of terms that cannot be codes, or stand with another.
func (c *checker) codes() {
	vocabularies := slices.Sorted(maps.Keys(c.cat.Vocabularies))
	for _, system := range codeSystems {
		taken := map[string]*catalogue.Term{}
		for _, name := range vocabularies {
			v := c.cat.Vocabularies[name]
			for _, t := range v.Terms {
				for _, code := range system.role.Of(t).Items {
					pos := problem.Pos{File: v.File, Line: int(code.At.Line), Col: int(code.At.Col)}
					if !system.isValid(code.Text) {
						c.problems.Report(ruleCode, pos, "schrijf de code zoals "+system.example+", of haal haar weg", "%q kan geen code van %s zijn", problem.Short(code.Text), system.name)
						continue
					}
					if other := taken[code.Text]; other != nil && !system.shared {
						c.problems.Report(ruleCodeTwice, pos, "zet de code bij één begrip; wat meer betekent dan het begrip, hoort in valt_onder", "de code %s hoort ook bij %s", code.Text, other.ID())
					}
					taken[code.Text] = t
				}
			}
		}
	}
}
