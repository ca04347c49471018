package markdown

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

// CheckURL checks an address against what may be linked to: https, http,
// mailto, tel, a path from the root of the site, and a place on the page
// (#doel). It returns "" when the address is fine, else a Dutch message and a
// way out. Nothing is changed about the address first: entities and escapes of
// the place it comes from have been decoded.
func CheckURL(raw string) (message, hint string) {
	switch n := utf8.RuneCountInString(raw); {
	case n == 0:
		return "er staat geen adres bij de link", "schrijf een adres zoals " + example
	case n > maxAddress:
		return fmt.Sprintf("het adres heeft %d tekens; er mogen er %d in", n, maxAddress), "haal weg wat achter het vraagteken niet nodig is"
	}
	if message, hint := checkCharacters(raw); message != "" {
		return message, hint
	}
	switch {
	case raw == "#":
		return "achter het hekje staat geen plek op de pagina", "schrijf de kop waar de link heen gaat, zoals #doel"
	case raw[0] == '#':
		return "", ""
	case strings.HasPrefix(raw, "//"):
		return "het adres begint met //", "schrijf https://" + strings.TrimLeft(raw, "/")
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
	return "een adres dat begint met " + problem.Short(scheme) + ": mag niet", "gebruik een adres dat begint met https://, mailto:, tel: of /"
}

// CheckWebURL is [CheckURL] for what has to be the address of a website.
func CheckWebURL(raw string) (message, hint string) {
	message, hint = CheckURL(raw)
	scheme, _ := cutScheme(raw)
	unsound, _ := checkCharacters(raw)
	switch {
	case scheme == "https" || scheme == "http" || unsound != "":
		return message, hint
	case scheme != "":
		return "een adres dat begint met " + problem.Short(scheme) + ": kan hier niet", "schrijf het adres van een website, zoals " + example
	case message == "":
		return fmt.Sprintf("%q is geen adres van een website", problem.Short(raw)), "schrijf het hele adres, zoals " + example
	}
	return message, hint
}

// checkCharacters refuses what browsers drop, turn round or read otherwise.
func checkCharacters(raw string) (message, hint string) {
	for i, r := range raw {
		switch {
		case r == ' ' || r > ' ' && unicode.IsSpace(r):
			if strings.TrimSpace(raw) != raw {
				return "er staat een spatie voor of achter het adres", "haal de spatie weg"
			}
			return "er staat een spatie in het adres", "haal de spatie weg, of schrijf %20"
		case r < ' ' || r == 0x7F || r >= 0x80 && !unicode.IsPrint(r):
			return fmt.Sprintf("er staat een onzichtbaar teken (U+%04X) in het adres", r), "kopieer het adres opnieuw uit de adresbalk van de browser"
		case r == '\\':
			return `er staat een \ in het adres`, "schrijf / in plaats van \\"
		case strings.ContainsRune("\"<>`", r):
			return fmt.Sprintf("het teken %c mag niet in een adres", r), fmt.Sprintf("schrijf %%%02X", r)
		case r == '%':
			code, err := strconv.ParseUint(raw[i+1:min(i+3, len(raw))], 16, 8)
			if err != nil || i+3 > len(raw) {
				return "achter een % in het adres horen twee cijfers of letters a-f", "schrijf %25 als u het procentteken zelf bedoelt"
			}
			if code < ' ' || code == 0x7F {
				return fmt.Sprintf("er staat een onzichtbaar teken (%%%02X) in het adres", code), "kopieer het adres opnieuw uit de adresbalk van de browser"
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
		return "in het adres ontbreekt de naam van de website", "schrijf het hele adres, zoals " + example
	}
	if i := strings.LastIndexByte(authority, '@'); i >= 0 {
		return fmt.Sprintf("voor de @ in het adres staat een naam; de link gaat naar %s", problem.Short(authority[i+1:])), "schrijf het adres zonder de naam en de @"
	}
	u, err := url.Parse(raw)
	if err != nil {
		return "dit is geen geldig adres", "kopieer het adres uit de adresbalk van de browser"
	}
	if port := u.Port(); port != "" {
		if n, err := strconv.Atoi(port); err != nil || n < 1 || n > 65535 {
			return fmt.Sprintf("de poort %s in het adres bestaat niet", problem.Short(port)), "haal de dubbele punt en het getal weg"
		}
	}
	return checkHost(u.Host, u.Hostname())
}

// checkPath checks an address within the site.
func checkPath(raw string) (message, hint string) {
	p, _, _ := strings.Cut(raw, "#")
	p, _, _ = strings.Cut(p, "?")
	plain, err := url.PathUnescape(p)
	switch {
	case err != nil || strings.ContainsRune(plain, '\\'):
		return "dit is geen geldig adres", "schrijf een pad zoals /keuzehulpen/knieartrose/"
	case strings.Contains(plain, "//") || plain != path.Clean(plain) && plain != path.Clean(plain)+"/":
		return "in een pad mogen geen // of .. staan", "schrijf " + problem.Short(strings.TrimSuffix(path.Clean(plain), "/")+"/")
	}
	return "", ""
}

var numberPattern = regexp.MustCompile(`^[0-9+() .-]{3,}$`)

// checkRelative refuses an address that depends on where the page is, and
// guesses what was meant.
func checkRelative(raw string) (message, hint string) {
	message = fmt.Sprintf("%q is geen volledig adres", problem.Short(raw))
	p, _, _ := strings.Cut(raw, "#")
	p, _, _ = strings.Cut(p, "?")
	host, whole := hostInText(raw)
	switch {
	case isMail(raw):
		return message, "schrijf mailto:" + problem.Short(raw)
	case numberPattern.MatchString(raw):
		return message, "schrijf tel: voor een telefoonnummer"
	case host != "" && (whole || !strings.HasPrefix(raw, ".")):
		return message, "schrijf https://" + problem.Short(raw)
	case p == "":
		return message, "schrijf een pad zoals /keuzehulpen/knieartrose/"
	}
	p = strings.TrimSuffix(strings.TrimSuffix(p, ".html"), ".md")
	p = strings.Trim(path.Clean("/"+p), "/")
	if !strings.Contains(p, "/") {
		p = "keuzehulpen/" + p
	}
	return message, "schrijf het hele pad vanaf de voorpagina, zoals /" + problem.Short(p) + "/"
}

var mailPattern = regexp.MustCompile(`^[^\s@:/?,;<>()]+@[^\s@:/?,;<>()]+$`)

// isMail reports whether s is an e-mail address by its looks.
func isMail(s string) bool { return strings.Contains(s, "@") && mailPattern.MatchString(s) }

func checkMail(rest string) (message, hint string) {
	address, query, _ := strings.Cut(rest, "?")
	if plain, err := url.PathUnescape(address); err != nil || !isMail(plain) {
		return "achter mailto: staat geen e-mailadres", "schrijf één adres, zoals mailto:info@voorbeeld.nl"
	}
	for pair := range strings.SplitSeq(query, "&") {
		switch key, _, _ := strings.Cut(pair, "="); strings.ToLower(key) {
		case "", "subject", "body":
		default:
			return fmt.Sprintf("achter het e-mailadres mag geen %s staan", problem.Short(key)), "laat alleen het e-mailadres staan"
		}
	}
	_, host, _ := strings.Cut(address, "@")
	return checkHost(host, host)
}

var phonePattern = regexp.MustCompile(`^\+?[0-9][0-9().-]{1,24}$`)

func checkPhone(rest string) (message, hint string) {
	if !phonePattern.MatchString(rest) {
		return "achter tel: staat geen telefoonnummer", "schrijf alleen cijfers en streepjes, zoals tel:+31-30-1234567"
	}
	return "", ""
}

// CheckTracking finds the parameters by which a sender follows who opens an
// address. It returns "" when there are none.
func CheckTracking(raw string) (message, hint string) {
	before, query, ok := strings.Cut(raw, "?")
	if !ok {
		return "", ""
	}
	query, fragment, anchored := strings.Cut(query, "#")
	var kept []string
	found := ""
	for pair := range strings.SplitSeq(query, "&") {
		name, _, _ := strings.Cut(pair, "=")
		if tracks(strings.ToLower(name)) {
			found = name
		} else {
			kept = append(kept, pair)
		}
	}
	if found == "" {
		return "", ""
	}
	if len(kept) > 0 {
		before += "?" + strings.Join(kept, "&")
	}
	if anchored {
		before += "#" + fragment
	}
	return fmt.Sprintf("met %s in het adres wordt de bezoeker gevolgd", problem.Short(found)), "schrijf " + before
}

// tracks knows the parameters of Google, Meta, Microsoft, Mailchimp, HubSpot,
// X, TikTok, LinkedIn, Instagram, Yandex and Marketo.
func tracks(name string) bool {
	switch name {
	case "gclid", "gclsrc", "dclid", "gbraid", "wbraid", "_ga", "_gl", "fbclid", "msclkid", "mc_cid", "mc_eid",
		"_hsenc", "_hsmi", "twclid", "ttclid", "li_fat_id", "igsh", "igshid", "yclid", "mkt_tok":
		return true
	}
	return strings.HasPrefix(name, "utm_")
}
