// Package hosts knows what is asked of whoever serves the site: which headers
// go with which addresses, and how that is said in the files that hosts read. All
// of it comes from the tables in this file. Its tests say the same to hosts that
// are set up by hand: in netlify.toml and in docs/hosting.md.
package hosts

import "strings"

// A Header is one line of an answer.
type Header struct{ Name, Value string }

// A Rule is the headers for the addresses below a path, such as /assets/.
type Rule struct {
	Path    string
	Headers []Header
}

// A Directive is a part of a Content-Security-Policy.
type Directive struct{ Name, Value string }

// policy is the same for every page: nothing but the site's own files, no script
// or style within a page, no eval. Where a browser knows Trusted Types, a script
// gets an address past [templates/trusted.js] only, and a text is never HTML.
var policy = []Directive{
	{"default-src", "'none'"},
	{"script-src", "'self'"},
	{"style-src", "'self'"},
	{"img-src", "'self' data:"},
	{"font-src", "'self'"},
	{"connect-src", "'self'"},
	{"manifest-src", "'self'"},
	{"worker-src", "'self'"},
	{"base-uri", "'none'"},
	{"form-action", "'self'"},
	{frameAncestors, "'none'"},
	{"require-trusted-types-for", "'script'"},
	{"trusted-types", "default"},
}

// frameAncestors is what a meta element cannot say (CSP level 3, section 3.3).
const frameAncestors = "frame-ancestors"

// AdminPath is where the editing system stands, in a catalogue that has one. Its
// rule is there in any case: it is about no address of another site.
const AdminPath = "/admin/"

// adminPolicy is for Decap CMS, which compiles what it checks values with, puts
// style in the page, and talks to the forge that keeps the content.
var adminPolicy = []Directive{
	{"default-src", "'none'"},
	{"script-src", "'self' 'unsafe-eval'"},
	{"style-src", "'self' 'unsafe-inline'"},
	{"img-src", "'self' data: blob: https://avatars.githubusercontent.com https://gitlab.com https://secure.gravatar.com"},
	{"font-src", "'self' data:"},
	{"connect-src", "'self' blob: https://api.github.com https://www.githubstatus.com https://gitlab.com"},
	{"base-uri", "'none'"},
	{"form-action", "'self'"},
	{frameAncestors, "'none'"},
}

// policies are for the paths below which a page needs a policy of its own.
var policies = map[string][]Directive{"/": policy, AdminPath: adminPolicy}

// everywhere goes with every answer, beside what [apart] gives.
var everywhere = []Header{
	{"X-Content-Type-Options", "nosniff"},
	{"Referrer-Policy", "no-referrer"}, // an address may name a condition: neither other sites nor the host hear it
	{"Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=()"},
	{"Strict-Transport-Security", "max-age=31536000"},
}

// apart are the headers that differ below [AdminPath]: the policy, and whether the
// window in which one signs in at the forge may tell this one how that went.
func apart(url string) []Header {
	opener := "same-origin"
	if strings.HasPrefix(url, AdminPath) {
		opener = "same-origin-allow-popups"
	}
	return []Header{{"Content-Security-Policy", Policy(url)}, {"Cross-Origin-Opener-Policy", opener}}
}

// How long a browser may keep a file: the names below AssetsPath carry a hash of
// the content, everything else is asked for again.
const (
	AssetsPath = "/assets/"
	Immutable  = "public, max-age=31536000, immutable"
	Revalidate = "public, max-age=0, must-revalidate"
)

// Policy is the Content-Security-Policy of a page.
func Policy(url string) string { return join(policyOf(url)) }

// Meta is the policy of a page as a meta element can say it, for hosts that
// send no headers.
func Meta(url string) string {
	var said []Directive
	for _, d := range policyOf(url) {
		if d.Name != frameAncestors {
			said = append(said, d)
		}
	}
	return join(said)
}

func policyOf(url string) []Directive {
	longest := "/"
	for path := range policies {
		if strings.HasPrefix(url, path) && len(path) > len(longest) {
			longest = path
		}
	}
	return policies[longest]
}

func join(directives []Directive) string {
	parts := make([]string, len(directives))
	for i, d := range directives {
		parts[i] = d.Name + " " + d.Value
	}
	return strings.Join(parts, "; ")
}

// Headers are those of the answer at an address.
func Headers(url string) []Header {
	cache := Revalidate
	if strings.HasPrefix(url, AssetsPath) {
		cache = Immutable
	}
	return append(append(apart(url), everywhere...), Header{"Cache-Control", cache})
}

// rules are the headers by path, for hosts that know how to serve a site and
// need to hear only what is not usual. They have pages revalidated themselves. A
// later rule takes the place of an earlier one that names the same header.
func rules() []Rule {
	return []Rule{
		{"/", append(apart("/"), everywhere...)},
		{AdminPath, apart(AdminPath)},
		{AssetsPath, []Header{{"Cache-Control", Immutable}}},
	}
}
