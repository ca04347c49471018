package generator_test

import (
	"path"
	"strings"
	"testing"
)

// What hosts take, by their documents; of each limit the narrowest.
const (
	mostFiles     = 20_000   // Cloudflare Pages
	largestFile   = 25 << 20 // bytes; Cloudflare Pages
	largestSite   = 1 << 30  // bytes; GitHub Pages
	longestPart   = 255      // bytes; file systems
	longestName   = 1024     // bytes; keys of S3
	mostRedirects = 1000     // GitLab Pages
	longestRule   = 1000     // characters of a line of _redirects; Cloudflare Pages
)

// TestSiteFitsHosts holds the whole site, with its compressed files, against what
// hosts take.
func TestSiteFitsHosts(t *testing.T) {
	files, _ := shippedSite(t)
	total := 0
	folded := map[string]string{}
	for name, data := range files {
		total += len(data)
		if len(data) > largestFile {
			t.Errorf("%s has %d bytes", name, len(data))
		}
		if len(name) > longestName {
			t.Errorf("%s has a name of %d bytes", name, len(name))
		}
		for part := range strings.SplitSeq(name, "/") {
			if len(part) > longestPart-len(".gz") || strings.HasSuffix(part, ".") {
				t.Errorf("%s: %q cannot be the name of a file everywhere", name, part)
			}
		}
		if strings.ContainsAny(name, "#?%&+ \\:*\"<>|") { // Netlify refuses # and ?, Windows most others
			t.Errorf("%s has a character that some hosts refuse", name)
		}
		if first, twice := folded[strings.ToLower(name)]; twice {
			t.Errorf("%s and %s are one file on some hosts", name, first)
		}
		folded[strings.ToLower(name)] = name
		if dir := path.Dir(name); path.Base(name) == "index.html" && dir != "." {
			if _, both := files[dir+".html"]; both { // Cloudflare serves both at /dir
				t.Errorf("%s stands beside %s.html", name, dir)
			}
		}
	}
	const compressed = 3 // files instead of one, at most
	if len(files)*compressed > mostFiles || total > largestSite/compressed {
		t.Errorf("%d files of %d bytes", len(files), total)
	}
	for _, name := range []string{"index.html", "404.html", ".nojekyll", "_headers", "_redirects", "robots.txt", "sitemap.xml"} {
		if _, there := files[name]; !there {
			t.Errorf("there is no %s", name)
		}
	}
	redirects := strings.Split(string(files["_redirects"]), "\n")
	if len(redirects) > mostRedirects {
		t.Errorf("%d redirects", len(redirects))
	}
	for _, line := range redirects {
		if len(line) > longestRule {
			t.Errorf("a redirect of %d characters", len(line))
		}
	}
}
