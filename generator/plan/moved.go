package plan

import "strings"

// A MovedView is a page at an old address that sends its visitors on.
type MovedView struct {
	To Link
}

// moved plans a page for each address that moved, for hosts that know nothing of
// redirects.
func (p *Planner) moved() {
	for _, a := range p.cat.Addresses {
		if a.To == "" || p.Exists(a.URL) || !p.Exists(a.To) {
			continue
		}
		p.add(Page{URL: a.URL, Template: "moved.html"}, func(v *View) {
			v.Title, v.Description = p.texts.T("verhuisd.titel"), p.texts.T("verhuisd.intro")
			v.Refresh = strings.Repeat("../", strings.Count(a.URL, "/")-1) + strings.TrimPrefix(a.To, "/")
			v.Main = &MovedView{To: Link{Text: p.texts.T("verhuisd.link"), URL: a.To}}
		})
		p.byURL[a.URL] = false
	}
}
