package load

import (
	"io/fs"
	"regexp"
	"strings"

	"kaartenbak/generator/catalogue"
	"kaartenbak/generator/problem"
)

var ruleAddress = Rules.Add("adresregel",
	"In content/adressen.txt staat op elke regel een adres dat de site heeft gehad, zoals /keuzehulpen/knie/. Is de pagina verhuisd, zet er dan -> en het nieuwe adres achter.")

// addressPattern leaves no way to write a rule for a host (_redirects) or an
// address of elsewhere.
var addressPattern = regexp.MustCompile(`^(/[a-z0-9]+(-[a-z0-9]+)*)+/$`)

// maxLength keeps an address fit for the name of a folder, in bytes.
const maxLength = 200

// isAddress reports whether the site can have an address.
func isAddress(url string) bool { return len(url) <= maxLength && addressPattern.MatchString(url) }

// maxAddresses is how large the register may be, in bytes.
const maxAddresses = 1 << 20

// addresses reads the register of published addresses.
func (l *reading) addresses() {
	if _, err := fs.Lstat(l.content, catalogue.AddressFile); err != nil {
		return // this catalogue keeps none
	}
	source, ok := l.read(catalogue.AddressFile, maxAddresses)
	if !ok {
		return
	}
	l.cat.AddressFile = l.file(catalogue.AddressFile)
	seen := map[string]bool{}
	number := 0
	for line := range strings.Lines(string(source)) {
		number++
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		url, to, moved := strings.Cut(line, "->")
		url, to = strings.TrimSpace(url), strings.TrimSpace(to)
		message := ""
		switch {
		case !isAddress(url) || moved && !isAddress(to):
			message = "op deze regel staat geen adres van de site"
		case seen[url]:
			message = "dit adres staat er al"
		case url == to:
			message = "dit adres verwijst naar zichzelf"
		}
		seen[url] = true
		if message == "" {
			l.cat.Addresses = append(l.cat.Addresses, catalogue.Address{URL: url, To: to, Line: number})
		} else {
			l.report(ruleAddress, problem.Pos{File: l.file(catalogue.AddressFile), Line: number, Col: 1},
				"schrijf een adres zoals /keuzehulpen/knie/, of /keuzehulpen/knie/ -> /keuzehulpen/artrose-knie/", "%s", message)
		}
	}
}
