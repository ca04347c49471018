package catalogue

import (
	"slices"
	"strings"

	"kaartenbak/generator/field"
)

// A CodeSystem is a list of codes by which the records of patients name a condition.
type CodeSystem struct {
	ID    string // in addresses: icpc
	Name  string
	Codes field.Role[field.List]
	OID   string   // its name in HL7 version 3
	URIs  []string // its names in FHIR
}

// CodeSystems are the lists whose codes a term may have. The names are those of
// nictiz.nl (ICPC-1 NL) and of terminology.hl7.org (ICD-10, SNOMED CT).
var CodeSystems = []CodeSystem{
	{"icpc", "ICPC", ICPC, "2.16.840.1.113883.2.4.4.31.1", []string{"http://hl7.org/fhir/sid/icpc-1-nl", "http://hl7.org/fhir/sid/icpc-1"}},
	{"icd10", "ICD-10", ICD10, "2.16.840.1.113883.6.3", []string{"http://hl7.org/fhir/sid/icd-10", "http://hl7.org/fhir/sid/icd-10-nl"}},
	{"snomed", "SNOMED CT", SNOMED, "2.16.840.1.113883.6.96", []string{"http://snomed.info/sct"}},
}

// CodedVocabularies are those whose terms have codes.
var CodedVocabularies = []string{ConditionTerms, TreatmentTerms}

// A Code is one code of a list, and the terms that have to do with it.
type Code struct {
	System CodeSystem
	Text   string
	// Term is what the code means, or nil; its vocabulary is Vocabulary.
	Term       *Term
	Vocabulary string
	// Near are the terms that mean less than the code, or more.
	Near []CodedTerm
}

// A CodedTerm is a term of a vocabulary.
type CodedTerm struct {
	Vocabulary string
	Term       *Term
}

// MainCode is a code without what makes it narrower: T90 of T90.02.
func MainCode(code string) string {
	main, _, _ := strings.Cut(code, ".")
	return main
}

// Codes are all codes that say something of a term of the catalogue, by list and in
// order: those that mean one, those under which one falls, and the main codes of both.
func (c *Catalogue) Codes() []*Code {
	var all []*Code
	for _, system := range CodeSystems {
		byText := map[string]*Code{}
		code := func(text string) *Code {
			if byText[text] == nil {
				byText[text] = &Code{System: system, Text: text}
			}
			return byText[text]
		}
		near := func(code *Code, t CodedTerm) {
			if code.Term != t.Term && !slices.Contains(code.Near, t) {
				code.Near = append(code.Near, t)
			}
		}
		for _, name := range CodedVocabularies {
			for _, t := range c.Vocabularies[name].Terms {
				for _, text := range system.Codes.Of(t).Strings() {
					code(text).Term, code(text).Vocabulary = t, name
				}
			}
		}
		for _, name := range CodedVocabularies {
			for _, t := range c.Vocabularies[name].Terms {
				term := CodedTerm{name, t}
				for _, text := range system.Codes.Of(t).Strings() {
					near(code(MainCode(text)), term)
				}
				if system.ID == "icpc" {
					for _, text := range FallsUnder.Of(t).Strings() {
						near(code(text), term)
						near(code(MainCode(text)), term)
					}
				}
			}
		}
		var codes []*Code
		for _, one := range byText {
			if main := byText[MainCode(one.Text)]; main != one && main.Term != nil {
				near(one, CodedTerm{main.Vocabulary, main.Term})
			}
			codes = append(codes, one)
		}
		slices.SortFunc(codes, func(a, b *Code) int { return strings.Compare(a.Text, b.Text) })
		all = append(all, codes...)
	}
	return all
}

// URL is the address of the page of a code, from the root of the site.
func (c *Code) URL() string { return "/code/" + c.System.ID + "/" + c.Text + "/" }
