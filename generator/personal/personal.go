// Package personal finds in a text what may be about one person: a citizen service
// number, a date of birth, an e-mail address or a mobile number. Entries are public,
// and stay in git for ever.
package personal

import (
	"bytes"
	"regexp"
	"strings"

	"kaartenbak/generator/problem"
)

// CheckText looks in a text without links, and calls found with the offset of each
// thing that may be about one person.
func CheckText(text string, found func(at int, message, hint string)) {
	if strings.ContainsAny(text, "@0123456789") {
		Scan([]byte(text), func(int) bool { return false }, found)
	}
}

// CheckAddress looks at the address of a link. It returns "" when that is not of
// one person.
func CheckAddress(address string) (message, hint string) {
	scheme, rest, _ := strings.Cut(address, ":")
	switch strings.ToLower(scheme) {
	case "mailto":
		mails, _, _ := strings.Cut(rest, "?")
		for mail := range strings.SplitSeq(mails, ",") {
			if message, hint := checkMail(mail); message != "" {
				return message, hint
			}
		}
	case "tel":
		if mobile.MatchString(rest) {
			return sayPhone.Text()
		}
	}
	return "", ""
}

// Scan looks in a text that has links, and calls found with the offset of each thing
// that may be about one person. inLink tells whether a link or code stands at an
// offset: numbers in those are most often part of an address.
func Scan(text []byte, inLink func(at int) bool, found func(at int, message, hint string)) {
	s := scan{text, inLink, found}
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c == '@':
			s.mailAround(i)
		case '0' <= c && c <= '9':
			i = s.numbers(i)
		}
	}
}

// A scan is one look through a text.
type scan struct {
	text   []byte
	inLink func(at int) bool
	found  func(at int, message, hint string)
}

func (s *scan) say(at int, phrase *problem.Phrase) {
	message, hint := phrase.Text()
	s.found(at, message, hint)
}

// mailAround tells of the e-mail address around the @ at an offset.
func (s *scan) mailAround(at int) {
	start, end := at, at+1
	for start > 0 && isMailByte(s.text[start-1]) {
		start--
	}
	for end < len(s.text) && isMailByte(s.text[end]) {
		end++
	}
	address := strings.Trim(string(s.text[start:end]), ".")
	name, host, _ := strings.Cut(address, "@")
	if name != "" && mailHost.MatchString(host) {
		if message, hint := checkMail(address); message != "" {
			s.found(start, message, hint)
		}
	}
}

func isMailByte(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || strings.IndexByte("._%+-", c) >= 0
}

// numbers looks at the digits from an offset on, with the separators between
// them, and returns the offset of the last.
func (s *scan) numbers(start int) int {
	if s.born(start) {
		s.say(start, sayBorn)
	}
	digits, end := 0, start
	for i := start; i < len(s.text); i++ {
		c := s.text[i]
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
	if start > 0 && s.text[start-1] == '+' {
		start--
	}
	if s.inLink(start) || start > 0 && strings.IndexByte("/=_#.", s.text[start-1]) >= 0 {
		return end // part of an address or a DOI
	}
	run := s.text[start : end+1]
	if m := mobile.FindIndex(run); m != nil {
		s.say(start+m[0], sayPhone)
		return end
	}
	for _, m := range bsn.FindAllIndex(run, -1) {
		if elevenProof(run[m[0]:m[1]]) {
			s.say(start+m[0], sayNumber)
		}
	}
	return end
}

// born reports whether a date stands at an offset, after a word that says that
// somebody was born then.
func (s *scan) born(at int) bool {
	const longest = len("geboortedatum: ") + 5
	before := s.text[max(0, at-longest):at]
	return (bytes.Contains(before, []byte("geb")) || bytes.Contains(before, []byte("Geb"))) && birthWord.Match(before) &&
		birthDate.Match(s.text[at:min(at+len("31 september 2000"), len(s.text))])
}

var (
	mobile    = regexp.MustCompile(`(?:(?:\+|\b00)31[ .-]?(?:\(0\)[ .-]?)?6|\b06)(?:[ ().-]{0,3}[0-9]){8}\b`)
	mailHost  = regexp.MustCompile(`\.[A-Za-z]{2,}$`) // in ma-page@0.0.1 it is a version
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
