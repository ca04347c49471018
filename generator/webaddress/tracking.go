package webaddress

import (
	"slices"
	"strings"

	"kaartenbak/generator/problem"
)

// CheckTracking finds the parameters by which a sender follows who opens an
// address, and addresses that were shortened, by which that is done too. It returns ""
// when there are none.
func CheckTracking(raw string) (message, hint string) {
	if host := Host(raw); slices.Contains(shorteners, host) {
		return sayShortened.Text(host)
	}
	if clean, found := untracked(raw); found != "" {
		return sayTracks.Text(problem.Short(found), clean)
	}
	return "", ""
}

// untracked gives an address without the parameters that follow who opens it, and the
// last of them.
func untracked(raw string) (clean, found string) {
	before, query, ok := strings.Cut(raw, "?")
	if !ok {
		return raw, ""
	}
	query, fragment, anchored := strings.Cut(query, "#")
	var kept []string
	for pair := range strings.SplitSeq(query, "&") {
		name, _, _ := strings.Cut(pair, "=")
		if tracks(strings.ToLower(name)) {
			found = name
		} else {
			kept = append(kept, pair)
		}
	}
	if found == "" {
		return raw, ""
	}
	if len(kept) > 0 {
		before += "?" + strings.Join(kept, "&")
	}
	if anchored {
		before += "#" + fragment
	}
	return before, found
}

// tracks knows the parameters of Google, Meta, Microsoft, Mailchimp, HubSpot,
// X, TikTok, LinkedIn, Instagram, Yandex and Marketo.
func tracks(name string) bool {
	return slices.Contains(trackers, name) || strings.HasPrefix(name, "utm_")
}

var trackers = []string{
	"gclid", "gclsrc", "dclid", "gbraid", "wbraid", "_ga", "_gl", "fbclid", "msclkid", "mc_cid", "mc_eid",
	"_hsenc", "_hsmi", "twclid", "ttclid", "li_fat_id", "igsh", "igshid", "yclid", "mkt_tok",
}

// shorteners make short addresses of others. Where those lead, only they know.
var shorteners = []string{
	"bit.ly", "buff.ly", "cutt.ly", "dlvr.it", "fb.me", "goo.gl", "is.gd", "lnkd.in", "ow.ly", "rb.gy", "rebrand.ly", "shorturl.at", "t.co", "t.ly", "tiny.cc",
	"tinyurl.com", "v.gd",
}
