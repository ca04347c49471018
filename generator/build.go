package generator

import (
	"kaartenbak/generator/catalogue"
	"kaartenbak/generator/problem"
	"kaartenbak/generator/write"
)

// A Result is what a build made.
type Result struct {
	Pages    int
	Problems problem.List       // errors among them mean that nothing was put in the sink
	Waiting  []*catalogue.Entry // what is not in the site yet: see [catalogue.Catalogue.On]
	New      []string           // addresses that the register of the catalogue does not have yet; nil without a register
}

// Build makes the whole site and puts it in the sink. Content with errors makes no
// site at all. The error is about the machine or the templates, never about the
// content.
func Build(config Config, sink write.Sink) (*Result, error) {
	opener, err := NewOpener(config)
	if err != nil {
		return nil, err
	}
	site, err := opener.Open(config.Today)
	if err != nil {
		return nil, err
	}
	if site.Stopped() {
		return &Result{Problems: site.Problems, Waiting: site.Catalogue.Waiting}, nil
	}
	if err := site.Put(sink); err != nil {
		return nil, err
	}
	return &Result{Pages: site.Pages(), Problems: site.Problems, Waiting: site.Catalogue.Waiting, New: unnoted(site.Catalogue)}, nil
}

// unnoted are the published addresses that are not in the register.
func unnoted(cat *catalogue.Catalogue) (urls []string) {
	if cat.AddressFile == "" {
		return nil
	}
	noted := map[string]bool{}
	for _, a := range cat.Addresses {
		noted[a.URL] = true
	}
	for _, url := range cat.Published() {
		if !noted[url] {
			urls = append(urls, url)
		}
	}
	return urls
}
