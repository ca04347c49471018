package generator

import (
	"kaartenbak/generator/catalogue"
	"kaartenbak/generator/ledger"
	"kaartenbak/generator/problem"
	"kaartenbak/generator/write"
)

// A Result is what a build made.
type Result struct {
	Pages    int
	Problems problem.List       // errors among them mean that nothing was put in the sink
	Waiting  []*catalogue.Entry // what is not in the site yet: see [catalogue.Catalogue.On]
	Unnoted  Unnoted
}

// Unnoted is what the content folder should keep and does not have yet. A build
// writes nothing there by itself.
type Unnoted struct {
	Addresses      []string // for the register of addresses, [catalogue.AddressFile]
	KeepsAddresses bool     // there is such a register

	Events      []catalogue.Event        // for the ledger, [catalogue.LedgerFile]; none where there is no ledger yet
	FirstEvents func() []catalogue.Event // with which it begins; nil where it has begun
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
	return &Result{Pages: site.Pages(), Problems: site.Problems, Waiting: site.Catalogue.Waiting, Unnoted: site.unnoted()}, nil
}

func (s *Site) unnoted() Unnoted {
	u := Unnoted{KeepsAddresses: s.Catalogue.AddressFile != "", Events: s.Changes.Unnoted}
	noted := map[string]bool{}
	for _, a := range s.Catalogue.Addresses {
		noted[a.URL] = true
	}
	for _, url := range s.Catalogue.Published() {
		if !noted[url] {
			u.Addresses = append(u.Addresses, url)
		}
	}
	if !s.Changes.Kept {
		u.FirstEvents = func() []catalogue.Event { return ledger.Baseline(s.Catalogue, s.config.Today) }
	}
	return u
}
