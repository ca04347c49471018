package hosts

import (
	"fmt"
	"strings"
)

// HeadersFile is the file _headers, which Netlify, Cloudflare Pages and others
// read. Cloudflare joins what two rules say of one header, unless the later one
// first takes it away with a line "! NAME". Netlify passes over such a line (its
// headers-parser 9.0.3), and is said to let the later rule count; a host that joins
// them has an editing system that does not start, and nothing that is less safe.
func HeadersFile() []byte {
	var b strings.Builder
	said := map[string]bool{}
	for _, r := range rules() {
		fmt.Fprintf(&b, "%s*\n", r.Path)
		for _, h := range r.Headers {
			if said[h.Name] {
				fmt.Fprintf(&b, "  ! %s\n", h.Name)
			}
			said[h.Name] = true
			fmt.Fprintf(&b, "  %s: %s\n", h.Name, h.Value)
		}
	}
	return []byte(b.String())
}

// RedirectsFile is the file _redirects, which Netlify, Cloudflare Pages and
// GitLab Pages read: from an old address to a new one, for good.
func RedirectsFile(moved [][2]string) []byte {
	var b strings.Builder
	for _, m := range moved {
		fmt.Fprintf(&b, "%s %s 301\n", m[0], m[1])
	}
	return []byte(b.String())
}
