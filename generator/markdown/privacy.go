package markdown

import (
	"bytes"
	"regexp"
	"strings"

	"kaartenbak/generator/problem"
)

// RulePersonal is the rule behind [CheckPersonal], for others that check texts.
var RulePersonal = &problem.Rule{Name: "persoonsgegevens", Warning: true,
	Doc: "Een kaart is openbaar en blijft bewaard. Er horen geen gegevens van één persoon in: geen burgerservicenummer, geboortedatum, eigen e-mailadres of 06-nummer. Een algemeen adres zoals info@ of secretariaat@ mag."}

// CheckPersonal looks in a text that is no Markdown for what may be about one
// person, and calls found for each of that.
func CheckPersonal(text string, found func(message, hint string)) {
	if !strings.ContainsAny(text, "@0123456789") {
		return
	}
	p := personal{
		text:   []byte(text),
		inLink: func(int) bool { return false },
		found:  func(_ int, message, hint string) { found(message, hint) },
	}
	p.look()
}

// personalData looks for the same in the words of the body.
func (b *body) personalData() {
	p := personal{text: b.plain, inLink: b.inLink, found: func(at int, message, hint string) {
		b.report(RulePersonal, b.origin(at), hint, "%s", message)
	}}
	p.look()
}

// personalLink looks at the address of a link in the same way.
func (b *body) personalLink(dest string, offset int) {
	p := personal{found: func(_ int, message, hint string) {
		b.report(RulePersonal, offset, hint, "%s", message)
	}}
	scheme, rest := cutScheme(dest)
	switch scheme {
	case "mailto":
		address, _, _ := strings.Cut(rest, "?")
		p.mail(address, 0)
	case "tel":
		if mobile.MatchString(rest) {
			p.mobileNumber(0)
		}
	}
}

// personal is one look through a text for what may be about one person: a
// citizen service number, a date of birth, an e-mail address or a mobile number.
// Entries are public, and stay in git for ever.
type personal struct {
	text   []byte
	inLink func(at int) bool // whether a link or code stands there
	found  func(at int, message, hint string)
}

func (p *personal) say(at int, phrase *problem.Phrase, args ...any) {
	message, hint := phrase.Text(args...)
	p.found(at, message, hint)
}

func (p *personal) look() {
	for i := 0; i < len(p.text); i++ {
		switch c := p.text[i]; {
		case c == '@':
			p.mailAround(i)
		case '0' <= c && c <= '9':
			i = p.numbers(i)
		}
	}
}

// mailAround tells of the e-mail address around the @ at an offset.
func (p *personal) mailAround(at int) {
	start, end := at, at+1
	for start > 0 && isMailByte(p.text[start-1]) {
		start--
	}
	for end < len(p.text) && isMailByte(p.text[end]) {
		end++
	}
	address := strings.Trim(string(p.text[start:end]), ".")
	name, host, _ := strings.Cut(address, "@")
	if name != "" && strings.Contains(host, ".") {
		p.mail(address, start)
	}
}

func isMailByte(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || strings.IndexByte("._%+-", c) >= 0
}

func (p *personal) mail(address string, at int) {
	name, _, _ := strings.Cut(strings.ToLower(address), "@")
	for part := range strings.FieldsFuncSeq(name, func(r rune) bool { return r == '.' || r == '-' || r == '_' }) {
		if functions[part] {
			return
		}
	}
	p.say(at, sayPersonMail, problem.Short(address))
}

// functions are names in e-mail addresses that belong to no person.
var functions = setOf(functionNames)

var functionNames = strings.Fields(`
	admin administratie afdeling afspraak afspraken algemeen apotheek balie beheer beslissen beslishulp bestuur
	bureau centrum communicatie contact content dagbehandeling directie expertisecentrum feedback fg functionaris
	hallo help helpdesk huisarts huisartsenpraktijk info informatie inschrijven keuzehulp keuzehulpen kennisplein
	kinderpoli klacht klachten klantenservice kliniek loket mail media meldpunt netwerk nieuws nieuwsbrief office
	onderzoek onderwijs opleiding opleidingen patient patienten patientenvoorlichting pers poli polikliniek post
	praktijk privacy programma project projectteam receptie redactie samen samenbeslissen scholing secretariaat
	service servicedesk studie support team training uitgever vereniging verpleegkundigen voorlichting vragen
	webmaster webredactie website welkom werkgroep zorg zorgpad`)

// numbers looks at the digits from an offset on, with the separators between
// them, and returns the offset of the last.
func (p *personal) numbers(start int) int {
	if p.born(start) {
		p.say(start, sayPersonBorn)
	}
	digits, end := 0, start
	for i := start; i < len(p.text); i++ {
		c := p.text[i]
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
	if start > 0 && p.text[start-1] == '+' {
		start--
	}
	if p.inLink(start) || start > 0 && strings.IndexByte("/=_#.", p.text[start-1]) >= 0 {
		return end // part of an address or a DOI
	}
	run := p.text[start : end+1]
	if m := mobile.FindIndex(run); m != nil {
		p.mobileNumber(start + m[0])
		return end
	}
	for _, m := range bsn.FindAllIndex(run, -1) {
		if elevenProof(run[m[0]:m[1]]) {
			p.say(start+m[0], sayPersonNumber)
		}
	}
	return end
}

// born reports whether a date stands at an offset, after a word that says that
// somebody was born then.
func (p *personal) born(at int) bool {
	const longest = len("geboortedatum: ") + 5
	before := p.text[max(0, at-longest):at]
	return (bytes.Contains(before, []byte("geb")) || bytes.Contains(before, []byte("Geb"))) && birthWord.Match(before) &&
		birthDate.Match(p.text[at:min(at+len("31 september 2000"), len(p.text))])
}

func (p *personal) mobileNumber(at int) {
	p.say(at, sayPersonPhone)
}

var (
	mobile    = regexp.MustCompile(`(?:(?:\+|\b00)31[ .-]?(?:\(0\)[ .-]?)?6|\b06)(?:[ ().-]{0,3}[0-9]){8}\b`)
	bsn       = regexp.MustCompile(`\b(?:[0-9]{9}|[0-9]{3}[ .-][0-9]{3}[ .-][0-9]{3}|[0-9]{4}[ .-][0-9]{2}[ .-][0-9]{3})\b`)
	birthWord = regexp.MustCompile(`\b[Gg]eb(?:oren|oortedatum|\.)?(?: op| is)?:?[\t\n\f\r ]*$`)
	birthDate = regexp.MustCompile(`(?i)^(?:[0-9]{1,2}[-/. ][0-9]{1,2}[-/. ](?:19|20)?[0-9]{2}\b|(?:19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}\b|` +
		`[0-9]{1,2} (?:jan|feb|maart|mrt|apr|mei|jun|jul|aug|sep|okt|nov|dec)[a-z]*\.? (?:19|20)[0-9]{2}\b)`)
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
