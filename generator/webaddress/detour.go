package webaddress

import (
	"encoding/base64"
	"net/url"
	"slices"
	"strings"
	"unicode/utf8"
)

// detours are addresses that only lead on to another, which stands in them: mail
// programs, search engines and social media put them in the place of what somebody
// copied. They may hold the mail address of who received it, and work as long as their
// maker likes. Of each three words: the host, or what it ends with; how the path
// starts; and the parameters that hold the address, or how else it is written.
var detours = strings.Fields(`
	.safelinks.protection.outlook.com / url
	.safelinks.protection.office365.us / url
	statics.teams.cdn.office.net /evergreen-assets/safelinks/ url
	outlook.office.com /owa/redir.aspx URL,url
	outlook.live.com /owa/redir.aspx URL,url
	www.google.com /url q,url
	www.google.nl /url q,url
	www.google.be /url q,url
	google.com /url q,url
	google.nl /url q,url
	www.google.com /amp/s/ path
	www.google.nl /amp/s/ path
	l.facebook.com / u
	lm.facebook.com / u
	l.messenger.com / u
	l.instagram.com / u
	www.linkedin.com /safety/go url
	www.linkedin.com /redir/redirect url
	www.youtube.com /redirect q
	out.reddit.com / url
	duckduckgo.com /l/ uddg
	www.bing.com /ck/a base64
	slack-redir.net /link url
	away.vk.com /away.php to
	t.umblr.com /redirect z
	linkprotect.cudasvc.com /url a
	urldefense.proofpoint.com /v1/ u
	urldefense.proofpoint.com /v2/ dashes
	urldefense.proofpoint.com /v3/ underscores
	urldefense.com /v3/ underscores
	urldefense.us /v3/ underscores
	secure-web.cisco.com / escaped`)

// maxDetours is how many may lead on to each other.
const maxDetours = 5

// checkDetour tells of an address that is a detour. The address within is the way out,
// where it can be used.
func checkDetour(raw string) (message, hint string) {
	to, by := raw, ""
	for range maxDetours {
		host, within, ok := detour(to)
		if !ok {
			break
		}
		if by == "" {
			by = host
		}
		to = within
	}
	if by == "" {
		return "", ""
	}
	to, _ = untracked(to)
	if scheme, _ := cutScheme(to); scheme == "https" || scheme == "http" {
		if message, _ := Check(to); message == "" {
			return sayDetour.Text(by, to)
		}
	}
	return sayDetourShut.Text(by)
}

// detour gives the host of an address that is one, and the address within, or "".
func detour(raw string) (host, within string, ok bool) {
	_, rest, _ := strings.Cut(raw, "://")
	rest, _, _ = strings.Cut(rest, "#")
	rest, query, _ := strings.Cut(rest, "?")
	host, path, _ := strings.Cut(rest, "/")
	host, _, _ = strings.Cut(strings.ToLower(host), ":")
	path = "/" + path
	for i := 0; i < len(detours); i += 3 {
		name, start, how := detours[i], detours[i+1], detours[i+2]
		if (host == name || name[0] == '.' && strings.HasSuffix(host, name)) && strings.HasPrefix(path, start) {
			return host, inner(path, start, query, how), true
		}
	}
	return "", "", false
}

// inner is the address in a detour. It is written in as many ways as there are makers
// of them.
func inner(path, start, query, how string) string {
	parameter := func(names ...string) string {
		for pair := range strings.SplitSeq(query, "&") {
			if name, value, _ := strings.Cut(pair, "="); slices.Contains(names, name) && value != "" {
				return value
			}
		}
		return ""
	}
	switch how {
	case "path": // of Google: what comes after it
		return "https://" + strings.TrimPrefix(path, start)
	case "escaped": // of Cisco: in the path, with its own escapes
		if i := strings.Index(path, "http"); i >= 0 {
			return unescape(path[i:])
		}
		return ""
	case "base64": // of Bing: behind a1
		plain, err := base64.RawURLEncoding.DecodeString(strings.TrimPrefix(parameter("u"), "a1"))
		if err != nil || !utf8.Valid(plain) {
			return ""
		}
		return string(plain)
	case "dashes": // of Proofpoint: https-3A__www.voorbeeld.nl_pad
		return unescape(strings.NewReplacer("-", "%", "_", "/").Replace(parameter("u")))
	case "underscores": // of Proofpoint: /v3/__https://www.voorbeeld.nl/pad__;codes, where * is one of the codes
		_, after, _ := strings.Cut(path+"?"+query, "__")
		if to, _, ok := strings.Cut(after, "__;"); ok && !strings.Contains(to, "*") {
			return to
		}
		return ""
	}
	return unescape(parameter(strings.Split(how, ",")...))
}

func unescape(text string) string {
	plain, err := url.PathUnescape(text)
	if err != nil || !utf8.ValidString(plain) {
		return ""
	}
	return plain
}
