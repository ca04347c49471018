package check

import (
	"net/url"
	"regexp"
	"strings"

	"kaartenbak/generator/catalogue"
	"kaartenbak/generator/problem"
	"kaartenbak/generator/slug"
)

// LikenessRules are the rules for what comes in while it is there already.
var LikenessRules problem.Rules

// RuleLikeness is about an entry that is most likely there already.
var RuleLikeness = LikenessRules.AddWarning("lijkt-op",
	"Een kaart met dezelfde titel, hetzelfde adres of hetzelfde DOI-nummer is er waarschijnlijk al. Kijk of het dezelfde is, en vul dan die kaart aan.")

// Likenesses find the entry that is most likely the same as another.
type Likenesses struct{ first map[string]*catalogue.Entry }

// NewLikenesses makes what finds them among entries.
func NewLikenesses(entries []*catalogue.Entry) *Likenesses {
	l := &Likenesses{first: map[string]*catalogue.Entry{}}
	for _, e := range entries {
		l.Add(e)
	}
	return l
}

// Add adds an entry to those that others may be like.
func (l *Likenesses) Add(e *catalogue.Entry) {
	for _, m := range marksOf(e) {
		if l.first[m.key] == nil {
			l.first[m.key] = e
		}
	}
}

// Of gives the entry that is most likely the same as e, and what they share, in Dutch;
// nil where there is none.
func (l *Likenesses) Of(e *catalogue.Entry) (other *catalogue.Entry, shared string) {
	for _, m := range marksOf(e) {
		if other := l.first[m.key]; other != nil && other.ID() != e.ID() {
			return other, m.shared
		}
	}
	return nil, ""
}

// A mark is what two entries of one collection do not share unless they are one.
type mark struct{ key, shared string }

func marksOf(e *catalogue.Entry) []mark {
	var all []mark
	add := func(kind, value, shared string) {
		if value != "" {
			all = append(all, mark{e.Collection.Name + " " + kind + " " + value, shared})
		}
	}
	add("titel", slug.Fold(e.Title()), "dezelfde titel")
	if catalogue.LinkKind.Of(e).Text != overview {
		add("adres", sameAddress(catalogue.Link.Of(e).Text), "hetzelfde adres")
	}
	// Of a practice example the first source is most often its own report. An aid has an
	// address, and shares an article with others that were studied with it; news tells of
	// the works of others.
	if sources := catalogue.Sources.Of(e).Items; e.Collection == catalogue.PracticeExamples && len(sources) > 0 {
		add("doi", doi.FindString(strings.ToLower(catalogue.Number.Of(sources[0]).Text)), "hetzelfde DOI-nummer")
	}
	return all
}

// overview is the kind of a link that leads to a list of many things, in
// content/begrippen/linksoorten.yaml.
const overview = "overzicht"

// doi is a DOI, in any of the ways in which it is written (doi.org, "DOI Handbook").
var doi = regexp.MustCompile(`10\.[0-9]{4,9}/[^\s"<>]+`)

// sameAddress is what two addresses of one page have in common: without https and www,
// without the slash at the end, a place on the page and what only counts visitors. The
// front page of a site is the address of many things, and of none.
func sameAddress(address string) string {
	u, err := url.Parse(strings.TrimSpace(address))
	if err != nil || u.Host == "" {
		return ""
	}
	query := u.Query()
	for key := range query {
		if strings.HasPrefix(strings.ToLower(key), "utm_") {
			query.Del(key)
		}
	}
	path := strings.TrimRight(strings.TrimSuffix(u.EscapedPath(), "index.html"), "/")
	if path == "" && len(query) == 0 {
		return ""
	}
	return strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.") + path + "?" + query.Encode()
}
