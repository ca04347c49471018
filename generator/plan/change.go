package plan

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"kaartenbak/generator/catalogue"
	"kaartenbak/generator/field"
	"kaartenbak/generator/ledger"
)

// changeText is how a field changed, in words: with its values where these are told.
func (p *Planner) changeText(c *catalogue.Collection, d *field.Declaration, change ledger.Change) string {
	from, to := ledger.SideOf(change.From), ledger.SideOf(change.To)
	switch {
	case from == ledger.Forgotten || to == ledger.Forgotten:
		return p.texts.T("wijziging.gewijzigd")
	case from == ledger.Words && to == ledger.Unknown:
		return p.texts.T("wijziging.nu-onbekend")
	case to == ledger.Words && from != ledger.Told && from != ledger.Words:
		return p.texts.T("wijziging.toegevoegd")
	case from == ledger.Words && to == ledger.Absent:
		return p.texts.T("wijziging.weggehaald")
	case from == ledger.Words && to == ledger.Words && d.Inner == nil: // of what has parts, they may be no text
		return p.texts.T("wijziging.tekst")
	}
	before, ok := ledger.Read(c.Schema, d, change.From)
	after, okAfter := ledger.Read(c.Schema, d, change.To)
	if !ok || !okAfter { // the field was of another kind
		return p.texts.T("wijziging.gewijzigd")
	}
	if from == ledger.Told && to == ledger.Told && (d.Kind.List() || d.Kind == field.KindMarks) {
		return p.listText(c, before, after)
	}
	key := "wijziging.van-naar"
	if d.Inner != nil { // in words that have their own "van"
		key = "wijziging.was-nu"
	}
	return p.texts.T(key, p.valueText(c, before), p.valueText(c, after))
}

// valueText is the value of a field in words.
func (p *Planner) valueText(c *catalogue.Collection, f field.Field) string {
	switch f.State() {
	case field.Absent:
		return p.texts.T("wijziging.niet-ingevuld")
	case field.Unknown:
		return strings.ToLower(p.texts.T("onbekend"))
	}
	if f.Kind == field.KindLink { // two pages of one site are two addresses
		return f.Texts()[0].Text
	}
	text := strings.Join(p.valueTexts(c, f), ", ")
	if f.Kind == field.KindTerm {
		return inSentence(text)
	}
	return text
}

// inSentence is a name, of a term or a field, amid other words: Zonder inlog becomes zonder
// inlog, and CC BY stays as it is.
func inSentence(name string) string {
	first, size := utf8.DecodeRuneInString(name)
	if second, _ := utf8.DecodeRuneInString(name[size:]); !unicode.IsLower(second) {
		return name
	}
	return string(unicode.ToLower(first)) + name[size:]
}

// valueTexts are the values of a field that is known, each in words. A reference to
// an entry that is there no longer is its name.
func (p *Planner) valueTexts(c *catalogue.Collection, f field.Field) []string {
	row, _ := p.row(c, f, nil)
	texts := row.words()
	if len(texts) == 0 {
		for _, t := range f.Texts() {
			texts = append(texts, t.Text)
		}
	}
	return texts
}

// words are the values of a row.
func (r Row) words() []string {
	words := slices.Clone(r.Text)
	for _, v := range r.Values {
		if v.Note != "" {
			v.Text += ": " + v.Note
		}
		words = append(words, v.Text)
	}
	for _, g := range r.Groups {
		for _, inner := range g {
			words = append(words, inner.Label+": "+strings.Join(inner.words(), ", "))
		}
	}
	return words
}

// listText is what came to a list, and what went from it. Of marks, one that became
// another came to it.
func (p *Planner) listText(c *catalogue.Collection, before, after field.Field) string {
	old, now := p.valueTexts(c, before), p.valueTexts(c, after)
	key := "wijziging.waarde-erbij"
	came := slices.DeleteFunc(slices.Clone(now), func(s string) bool { return slices.Contains(old, s) })
	went := slices.DeleteFunc(slices.Clone(old), func(s string) bool { return slices.Contains(now, s) })
	if before.Kind == field.KindMarks {
		marked := after.MarkList()
		key, went = "wijziging.antwoorden", nil
		for _, m := range before.MarkList() {
			if !slices.ContainsFunc(marked, func(o field.Mark) bool { return o.Term.Text == m.Term.Text }) {
				went = append(went, p.label(before.Of, m.Term.Text))
			}
		}
	}
	var parts []string
	for _, part := range []struct {
		key   string
		texts []string
	}{{key, came}, {"wijziging.waarde-weg", went}} {
		if n := len(part.texts); n > fewChanges {
			part.texts = append(part.texts[:fewChanges:fewChanges], p.texts.N("en-nog", n-fewChanges))
		}
		if len(part.texts) > 0 {
			parts = append(parts, p.texts.T(part.key, strings.Join(part.texts, ", ")))
		}
	}
	return strings.Join(parts, "; ")
}

// fewChanges is how many values that came to a list are named before the rest is
// counted.
const fewChanges = 5
