package webaddress

import (
	"slices"
	"strings"

	"kaartenbak/generator/problem"
)

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
	return sayTracks.Text(problem.Short(found), before)
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
