package catalogue

// An Address is one that the site has had. It goes on to answer: with a page, or
// by sending its visitors on.
type Address struct {
	URL  string // from the root: /keuzehulpen/knie/
	To   string // where it is now, or "" when it has its own page
	Line int    // of AddressFile
}

// AddressFile is the register of the addresses that were published, in the
// content folder: one on each line, with -> and another where it moved. A
// catalogue without the file keeps no register.
const AddressFile = "adressen.txt"

// Published are the addresses of the entries and the texts of the site, which
// others link to. Lists and terms come and go with what is in them.
func (c *Catalogue) Published() []string {
	var urls []string
	for _, e := range c.Entries {
		urls = append(urls, e.URL())
	}
	for _, p := range c.Pages {
		urls = append(urls, "/"+p.Name+"/")
	}
	return urls
}
