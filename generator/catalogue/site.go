package catalogue

import (
	"kaartenbak/generator/field"
	"kaartenbak/generator/markdown"
)

// siteSchema is what one catalogue sets, in content/site.yaml. What is not set is
// not shown.
var siteSchema = field.NewSchema(func(s *field.Schema) {
	s.Text("naam", field.Literal, field.Public).As(SiteName)
	s.Text("ondertitel").As(Tagline)
	s.Text("uitgever", field.Public).As(Publisher)
	s.Link("adres").As(BaseURL)
	s.Link("repository").As(Repository)
	s.Text("tak").As(Branch)
	s.Text("mail").As(Mail)
	s.Text("licentie", field.Public).As(Licence)
	s.Link("licentie_link", field.Public).As(LicenceLink)
	s.Link("nieuwsbrief").As(Newsletter)
	s.Text("offline").As(Offline)
	s.Text("redactiesysteem").As(CMS)
	s.Link("redactiesysteem_aanmelden").As(CMSSignIn)
	s.Text("redactiesysteem_app").As(CMSApp)
})

// NewSite is a site of which nothing is set.
func NewSite() *field.Record {
	r := field.NewRecord(siteSchema)
	return &r
}

var pageSchema = field.NewSchema(func(s *field.Schema) {
	s.Text("titel", field.Literal).As(Title)
	s.Prose("samenvatting", field.Required).As(Summary)
	s.Body("hoofdtekst", field.Required)
})

// A Page is a text of the site itself, such as the privacy statement: a file in
// content/paginas, shown at /NAME/.
type Page struct {
	field.Record
	Name string // of the file, without .md
	File string
	Text markdown.Text
}

// NewPage is an empty page.
func NewPage(name, file string) *Page {
	return &Page{Record: field.NewRecord(pageSchema), Name: name, File: file}
}
