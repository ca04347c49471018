package catalogue

import (
	"kaartenbak/generator/field"
	"kaartenbak/generator/markdown"
)

// A Site is what one catalogue sets, in content/site.yaml. What is not set is
// not shown.
type Site struct {
	Name       field.Text
	Tagline    field.Text
	Publisher  field.Text
	BaseURL    field.Text // where the site is published, for what needs a full address
	Repository field.Text // address of the repository, for the links to it
	Branch     field.Text
	Mail       field.Text
	Licence    field.Text // of the texts
	LicenceURL field.Text
	Newsletter field.Text
	Offline    field.Text // "nee" where browsers may not keep the site
	CMS        field.Text // "ja" for an editing system at /admin/
	CMSSignIn  field.Text // where editors sign in, if not at Netlify
	CMSApp     field.Text // the id of the system as an application of GitLab
}

// Fields implements [field.Data].
func (x *Site) Fields(s *field.Set) {
	s.Text("naam", &x.Name, field.Literal)
	s.Text("ondertitel", &x.Tagline)
	s.Text("uitgever", &x.Publisher)
	s.Link("adres", &x.BaseURL)
	s.Link("repository", &x.Repository)
	s.Text("tak", &x.Branch)
	s.Text("mail", &x.Mail)
	s.Text("licentie", &x.Licence)
	s.Link("licentie_link", &x.LicenceURL)
	s.Link("nieuwsbrief", &x.Newsletter)
	s.Text("offline", &x.Offline)
	s.Text("redactiesysteem", &x.CMS)
	s.Link("redactiesysteem_aanmelden", &x.CMSSignIn)
	s.Text("redactiesysteem_app", &x.CMSApp)
}

// A Page is a text of the site itself, such as the privacy statement: a file in
// content/paginas, shown at /NAME/.
type Page struct {
	Name string // of the file, without .md
	File string
	Text markdown.Text

	Title   field.Text
	Summary field.Text
}

// Fields implements [field.Data].
func (p *Page) Fields(s *field.Set) {
	s.Text("titel", &p.Title, field.Literal)
	s.Prose("samenvatting", &p.Summary, field.Required)
	s.Body("hoofdtekst", field.Required)
}
