package catalogue

import (
	"net/url"
	"strings"
)

// A Forge is where the repository of a catalogue is: on GitHub, GitLab or the like.
// The zero Forge is one that is not known.
type Forge struct {
	Address string // of the repository, for a browser
	Branch  string // "" is main
}

// NewForge gives the forge at the address by which git or a host knows the
// repository; false for one that no browser can open.
func NewForge(address, branch string) (Forge, bool) {
	address = strings.TrimSuffix(strings.TrimSuffix(address, "/"), ".git")
	if user, rest, ok := strings.Cut(address, "@"); ok && !strings.Contains(user, "/") { // git@host:owner/name
		address = "https://" + strings.Replace(rest, ":", "/", 1)
	}
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Host == "" || strings.Trim(u.Path, "/") == "" {
		return Forge{}, false
	}
	u.User = nil // a token, in the addresses of some builds
	return Forge{u.String(), branch}, true
}

// Known reports whether the repository is known.
func (f Forge) Known() bool { return f.Address != "" }

// Edit is where one changes a file; "" where the repository is not known.
func (f Forge) Edit(path string) string { return f.page("edit", path) }

// New is where one makes a file in a folder; "" where the repository is not known.
func (f Forge) New(folder string) string { return f.page("new", folder) }

func (f Forge) page(action, path string) string {
	if !f.Known() {
		return ""
	}
	branch := f.Branch
	if branch == "" {
		branch = "main"
	}
	return f.under() + action + "/" + branch + "/" + path
}

// Issue is where one reports something, filled in; "" where the repository is not known.
func (f Forge) Issue(title, text string) string {
	if !f.Known() {
		return ""
	}
	fields := url.Values{"title": {title}, "body": {text}}
	if f.isGitLab() {
		fields = url.Values{"issue[title]": {title}, "issue[description]": {text}}
	}
	return f.under() + "issues/new?" + fields.Encode()
}

// under is what pages of the repository start with: GitLab puts what is no folder of
// its own behind a dash.
func (f Forge) under() string {
	if f.isGitLab() {
		return strings.TrimSuffix(f.Address, "/") + "/-/"
	}
	return strings.TrimSuffix(f.Address, "/") + "/"
}

func (f Forge) isGitLab() bool { return strings.Contains(f.Address, "gitlab") }
