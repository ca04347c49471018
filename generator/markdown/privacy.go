package markdown

import (
	"bytes"
	"regexp"
	"strings"
)

// personalData looks for what may be about one person: a citizen service
// number, an e-mail address or a mobile number. Entries are public, and stay in
// git for ever.
func (b *body) personalData() {
	for i := 0; i < len(b.plain); i++ {
		switch c := b.plain[i]; {
		case c == '@':
			b.mailAround(i)
		case '0' <= c && c <= '9':
			i = b.numbers(i)
		}
	}
}

// personalLink looks at the address of a link in the same way.
func (b *body) personalLink(dest string, offset int) {
	scheme, rest := cutScheme(dest)
	switch scheme {
	case "mailto":
		address, _, _ := strings.Cut(rest, "?")
		b.mail(address, offset)
	case "tel":
		if m := mobile.FindString(rest); m != "" {
			b.mobileNumber(offset)
		}
	}
}

// mailAround reports the e-mail address around the @ at an offset in plain.
func (b *body) mailAround(at int) {
	start, end := at, at+1
	for start > 0 && isMailByte(b.plain[start-1]) {
		start--
	}
	for end < len(b.plain) && isMailByte(b.plain[end]) {
		end++
	}
	address := strings.Trim(string(b.plain[start:end]), ".")
	name, host, _ := strings.Cut(address, "@")
	if name != "" && strings.Contains(host, ".") {
		b.mail(address, b.origin(start))
	}
}

func isMailByte(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || strings.IndexByte("._%+-", c) >= 0
}

func (b *body) mail(address string, offset int) {
	name, _, _ := strings.Cut(strings.ToLower(address), "@")
	for part := range strings.FieldsFuncSeq(name, func(r rune) bool { return r == '.' || r == '-' || r == '_' }) {
		if functions[part] {
			return
		}
	}
	b.report(rulePersonal, offset, "noem een algemeen adres, zoals info@ of secretariaat@", "%s lijkt het e-mailadres van één persoon", show(address))
}

// functions are names in e-mail addresses that belong to no person.
var functions = map[string]bool{}

func init() {
	for _, s := range strings.Fields(`
		admin administratie afdeling afspraak afspraken algemeen apotheek balie beheer beslissen beslishulp bestuur
		bureau centrum communicatie contact content dagbehandeling directie expertisecentrum feedback fg functionaris
		hallo help helpdesk huisarts huisartsenpraktijk info informatie inschrijven keuzehulp keuzehulpen kennisplein
		kinderpoli klacht klachten klantenservice kliniek loket mail media meldpunt netwerk nieuws nieuwsbrief office
		onderzoek onderwijs opleiding opleidingen patient patienten patientenvoorlichting pers poli polikliniek post
		praktijk privacy programma project projectteam receptie redactie samen samenbeslissen scholing secretariaat
		service servicedesk studie support team training uitgever vereniging verpleegkundigen voorlichting vragen
		webmaster webredactie website welkom werkgroep zorg zorgpad`) {
		functions[s] = true
	}
}

// numbers looks at the digits from an offset in plain on, with the separators
// between them, and returns the offset of the last.
func (b *body) numbers(start int) int {
	digits, end := 0, start
	for i := start; i < len(b.plain); i++ {
		c := b.plain[i]
		if '0' <= c && c <= '9' {
			digits++
			end = i
		} else if i > end+3 || bytes.IndexByte([]byte(" .-()"), c) < 0 {
			break
		}
	}
	if digits < 9 {
		return end
	}
	if start > 0 && b.plain[start-1] == '+' {
		start--
	}
	if b.inLink(start) || start > 0 && strings.IndexByte("/=_#.", b.plain[start-1]) >= 0 {
		return end // part of an address or a DOI
	}
	run := b.plain[start : end+1]
	if m := mobile.FindIndex(run); m != nil {
		b.mobileNumber(b.origin(start + m[0]))
		return end
	}
	for _, m := range bsn.FindAllIndex(run, -1) {
		if elevenProof(run[m[0]:m[1]]) {
			b.report(rulePersonal, b.origin(start+m[0]), "haal het nummer weg als het van een persoon is", "dit getal van negen cijfers kan een burgerservicenummer zijn")
		}
	}
	return end
}

func (b *body) mobileNumber(offset int) {
	b.report(rulePersonal, offset, "noem een algemeen nummer, zoals dat van de polikliniek", "dit 06-nummer kan van één persoon zijn")
}

var (
	mobile = regexp.MustCompile(`(?:(?:\+|\b00)31[ .-]?(?:\(0\)[ .-]?)?6|\b06)(?:[ ().-]{0,3}[0-9]){8}\b`)
	bsn    = regexp.MustCompile(`\b(?:[0-9]{9}|[0-9]{3}[ .-][0-9]{3}[ .-][0-9]{3}|[0-9]{4}[ .-][0-9]{2}[ .-][0-9]{3})\b`)
)

// elevenProof does the test that every citizen service number passes (Regeling
// burgerservicenummer, annex): the sum of 9 times the first digit, 8 times the
// second and so on, less the last, is a multiple of 11.
func elevenProof(number []byte) bool {
	sum, weight, zeros := 0, 9, 0
	for _, c := range number {
		if c < '0' || c > '9' {
			continue
		}
		if weight == 1 {
			weight = -1
		}
		sum += weight * int(c-'0')
		weight--
		if c == '0' {
			zeros++
		}
	}
	return sum%11 == 0 && zeros < 8
}
