package webaddress

import (
	"net/netip"
	"net/url"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/net/idna"
	"golang.org/x/text/unicode/norm"

	"kaartenbak/generator/problem"
)

// checkHost refuses what is not the name of a public website. authority is host
// with the port and the brackets, if it has them.
func checkHost(authority, host string) (message, hint string) {
	host = strings.TrimSuffix(strings.ToLower(host), ".")
	if _, err := netip.ParseAddr(host); err == nil || strings.HasPrefix(authority, "[") {
		return sayNumberHost.Text()
	}
	if !isASCII(host) || strings.Contains(host, "xn--") {
		if message, hint := checkScripts(host); message != "" {
			return message, hint
		}
		host, _ = idna.Lookup.ToASCII(host)
	}
	labels := strings.Split(host, ".")
	last := labels[len(labels)-1]
	switch {
	case last != "" && strings.Trim(last, "0123456789") == "" || strings.HasPrefix(last, "0x"):
		return sayNumberHost.Text()
	case len(labels) < 2 || slices.Contains(privateEndings, last):
		return sayPrivateHost.Text(problem.Short(host))
	case len(host) > 253 || slices.ContainsFunc(labels, badLabel) || len(last) < 2 || !isLetter(last[0]):
		return sayBadHost.Text(problem.Short(host))
	}
	return "", ""
}

// privateEndings are for networks at home and at work, and for tests (RFC 2606,
// 6761, 6762, 7686, 8375 and ICANN's list of name collisions).
var privateEndings = []string{
	"localhost", "local", "localdomain", "internal", "intranet", "private", "corp", "home", "lan", "arpa", "test", "invalid", "onion",
}

func badLabel(label string) bool {
	if label == "" || len(label) > 63 || label[0] == '-' || label[len(label)-1] == '-' {
		return true
	}
	for i := range len(label) {
		if c := label[i]; !isLetter(c) && (c < '0' || c > '9') && c != '-' && c != '_' {
			return true
		}
	}
	return false
}

func isLetter(c byte) bool { return 'a' <= c && c <= 'z' }

func isASCII(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return r > unicode.MaxASCII })
}

// checkScripts refuses a name that only looks like another: with letters of two
// scripts in it, or with letters that a browser replaces.
func checkScripts(host string) (message, hint string) {
	ascii, err := idna.Lookup.ToASCII(host)
	if err != nil || ascii == "" {
		return sayBadHost.Text(problem.Short(host))
	}
	name, err := idna.Lookup.ToUnicode(ascii)
	if err != nil || host != ascii && norm.NFC.String(host) != name {
		return sayOtherLetters.Text(problem.Short(host), problem.Short(ascii))
	}
	latin, other := false, false
	for _, r := range name {
		if unicode.Is(unicode.Latin, r) {
			latin = true
		} else if unicode.IsLetter(r) {
			other = true
		}
	}
	if latin && other {
		return sayTwoScripts.Text(problem.Short(name), problem.Short(ascii))
	}
	return "", ""
}

// HostInText is the host that a reader sees in a text, without www.; whole says
// that the text is written as an address, with https:// or www.
func HostInText(text string) (host string, whole bool) {
	text = strings.ToLower(text)
	rest := text
	for _, scheme := range []string{"https://", "http://"} {
		rest = strings.TrimPrefix(rest, scheme)
	}
	host = strings.TrimPrefix(rest, "www.")
	whole = host != text
	if i := strings.IndexAny(host, "/?#"); i >= 0 {
		host = host[:i]
	}
	if i := strings.LastIndexByte(host, ':'); i >= 0 {
		host = host[:i]
	}
	dot := strings.LastIndexByte(host, '.')
	if dot <= 0 || strings.ContainsFunc(text, unicode.IsSpace) || strings.ContainsRune(host, '@') {
		return "", false
	}
	if !whole && !slices.Contains(commonEndings, host[dot+1:]) {
		return "", false // such as keuzehulp.pdf
	}
	return host, whole
}

// commonEndings make that a text such as thuisarts.nl is read as a website.
var commonEndings = []string{"be", "com", "de", "eu", "info", "net", "nl", "nu", "org"}

// Host is the host of a good address, without www.; "" for one within the
// site.
func Host(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return strings.TrimPrefix(strings.TrimSuffix(strings.ToLower(u.Hostname()), "."), "www.")
}
