// Package webaddress judges addresses as an author writes them: what may be linked
// to, whether the host is a public website that is what it seems to be, and whether
// the address follows who opens it.
package webaddress

import (
	"fmt"
	"net/url"
	"path"
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"kaartenbak/generator/problem"
)

// maxAddress is the longest address, in characters. Some servers and browsers
// stop a little above it.
const maxAddress = 2000

const example = "https://www.thuisarts.nl/"

// Check checks an address against what may be linked to: https, http,
// mailto, tel, a path from the root of the site, and a place on the page
// (#doel). It returns "" when the address is fine, else a Dutch message and a
// way out. Nothing is changed about the address first: entities and escapes of
// the place it comes from have been decoded.
func Check(raw string) (message, hint string) {
	switch n := utf8.RuneCountInString(raw); {
	case n == 0:
		return sayNoAddress.Text()
	case n > maxAddress:
		return sayAddressLong.Text(n, maxAddress)
	}
	if address, ok := strings.CutPrefix(raw, "<"); ok && strings.HasSuffix(address, ">") {
		return sayAngled.Text(strings.TrimSuffix(address, ">"))
	}
	if message, hint := checkCharacters(raw); message != "" {
		return message, hint
	}
	switch {
	case raw == "#":
		return sayNoPlace.Text()
	case raw[0] == '#':
		return "", ""
	case strings.HasPrefix(raw, "//"):
		return sayNoScheme.Text(strings.TrimLeft(raw, "/"))
	case raw[0] == '/':
		return checkPath(raw)
	}
	scheme, rest := cutScheme(raw)
	switch scheme {
	case "":
		return checkRelative(raw)
	case "https", "http":
		return checkWeb(raw, rest)
	case "mailto":
		return checkMail(rest)
	case "tel":
		return checkPhone(rest)
	}
	return sayScheme.Text(problem.Short(scheme))
}

// CheckWebsite is [Check] for what has to be the address of a website.
func CheckWebsite(raw string) (message, hint string) {
	message, hint = Check(raw)
	scheme, _ := cutScheme(raw)
	unsound, _ := checkCharacters(raw)
	switch {
	case scheme == "https" || scheme == "http" || unsound != "":
		return message, hint
	case scheme != "":
		return sayNotWeb.Text(problem.Short(scheme))
	case message == "":
		return sayNoWebsite.Text(problem.Short(raw))
	}
	return message, hint
}

// checkCharacters refuses what browsers drop, turn round or read otherwise.
func checkCharacters(raw string) (message, hint string) {
	for i, r := range raw {
		switch {
		case r == ' ' || r > ' ' && unicode.IsSpace(r):
			if strings.TrimSpace(raw) != raw {
				return saySpaceAround.Text()
			}
			return saySpace.Text()
		case r < ' ' || r == 0x7F || r >= 0x80 && !unicode.IsPrint(r):
			return sayInvisible.Text(fmt.Sprintf("U+%04X", r))
		case r == '\\':
			return sayBackslash.Text()
		case strings.ContainsRune("\"<>`", r) && (i == 0 || i == len(raw)-1):
			return sayAround.Text(r, r)
		case strings.ContainsRune("\"<>`", r):
			return sayCharacter.Text(r, fmt.Sprintf("%%%02X", r))
		case r == '%':
			code, err := strconv.ParseUint(raw[i+1:min(i+3, len(raw))], 16, 8)
			if err != nil || i+3 > len(raw) {
				return sayPercent.Text()
			}
			if code < ' ' || code == 0x7F {
				return sayInvisible.Text(fmt.Sprintf("%%%02X", code))
			}
		}
	}
	if plain, err := url.PathUnescape(raw); err == nil {
		for _, r := range plain {
			if unicode.Is(unicode.Bidi_Control, r) { // browsers show what %E2%80%AE stands for
				return sayInvisible.Text(fmt.Sprintf("U+%04X", r))
			}
		}
	}
	return "", ""
}

// cutScheme gives the part before the first colon, in lower case, and the rest;
// "" when there is none.
func cutScheme(raw string) (scheme, rest string) {
	i := strings.IndexAny(raw, ":/?#")
	if i <= 0 || raw[i] != ':' {
		return "", ""
	}
	return strings.ToLower(raw[:i]), raw[i+1:]
}

func checkWeb(raw, rest string) (message, hint string) {
	authority, ok := strings.CutPrefix(rest, "//")
	if i := strings.IndexAny(authority, "/?#"); i >= 0 {
		authority = authority[:i]
	}
	if !ok || authority == "" {
		return sayNoHost.Text()
	}
	if i := strings.LastIndexByte(authority, '@'); i >= 0 && i+1 < len(authority) {
		return sayUser.Text(problem.Short(authority[i+1:]))
	}
	u, err := url.Parse(raw)
	if err != nil {
		return sayInvalid.Text()
	}
	if port := u.Port(); port != "" {
		if n, err := strconv.Atoi(port); err != nil || n < 1 || n > 65535 {
			return sayPort.Text(problem.Short(port))
		}
	}
	if u.Hostname() == "" {
		return sayNoHost.Text()
	}
	if message, hint := checkHost(u.Host, u.Hostname()); message != "" {
		return message, hint
	}
	return checkDetour(raw)
}

// checkPath checks an address within the site.
func checkPath(raw string) (message, hint string) {
	p, _, _ := strings.Cut(raw, "#")
	p, _, _ = strings.Cut(p, "?")
	plain, err := url.PathUnescape(p)
	switch {
	case err != nil || strings.ContainsRune(plain, '\\'):
		return sayPath.Text()
	case strings.Contains(plain, "//") || plain != path.Clean(plain) && plain != path.Clean(plain)+"/":
		return sayPathDots.Text(problem.Short(strings.TrimSuffix(path.Clean(plain), "/") + "/"))
	}
	return "", ""
}

var numberPattern = regexp.MustCompile(`^[0-9+() .-]{3,}$`)

// checkRelative refuses an address that depends on where the page is, and
// guesses what was meant.
func checkRelative(raw string) (message, hint string) {
	short := problem.Short(raw)
	p, _, _ := strings.Cut(raw, "#")
	p, _, _ = strings.Cut(p, "?")
	host, whole := HostInText(raw)
	switch {
	case IsMail(raw):
		return sayPartMail.Text(short, short)
	case numberPattern.MatchString(raw):
		return sayPartPhone.Text(short)
	case host != "" && (whole || !strings.HasPrefix(raw, ".")):
		return sayPartHost.Text(short, short)
	case p == "":
		return sayPartNothing.Text(short)
	}
	p = strings.TrimSuffix(strings.TrimSuffix(p, ".html"), ".md")
	p = strings.Trim(path.Clean("/"+p), "/")
	if !strings.Contains(p, "/") {
		p = "keuzehulpen/" + p
	}
	return sayPart.Text(short, problem.Short(p))
}

var mailPattern = regexp.MustCompile(`^[^\t\n\f\r @:/?,;<>()]+@[^\t\n\f\r @:/?,;<>()]+$`)

// IsMail reports whether s is an e-mail address by its looks.
func IsMail(s string) bool { return strings.Contains(s, "@") && mailPattern.MatchString(s) }

func checkMail(rest string) (message, hint string) {
	addresses, query, _ := strings.Cut(rest, "?")
	for address := range strings.SplitSeq(addresses, ",") {
		if plain, err := url.PathUnescape(address); err != nil || !IsMail(plain) {
			return sayMail.Text()
		}
	}
	for pair := range strings.SplitSeq(query, "&") {
		switch key, _, _ := strings.Cut(pair, "="); strings.ToLower(key) {
		case "", "subject", "body":
		default:
			return sayMailQuery.Text(problem.Short(key))
		}
	}
	for address := range strings.SplitSeq(addresses, ",") {
		_, host, _ := strings.Cut(address, "@")
		if message, hint := checkHost(host, host); message != "" {
			return message, hint
		}
	}
	return "", ""
}

var phonePattern = regexp.MustCompile(`^\+?[0-9][0-9().-]{1,24}$`)

func checkPhone(rest string) (message, hint string) {
	if !phonePattern.MatchString(rest) {
		return sayPhone.Text()
	}
	return "", ""
}
