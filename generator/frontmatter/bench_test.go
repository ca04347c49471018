package frontmatter

import (
	"strings"
	"testing"
)

// typical is as long as most entries are.
const typical = `---
titel: Keuzehulp knieartrose
beslissing: Welke behandeling past bij mijn versleten knie?
samenvatting: >-
  Voor mensen met knieartrose die met hun arts bespreken of oefenen, medicijnen,
  een injectie of een nieuwe knie bij hen past.
aandoeningen: [artrose-knie, artrose]
soort: keuzehulp
makers: [ziekenhuis-x, patientenvereniging-y]
doelgroep:
  - volwassenen
  - naasten
opties:
  - naam: Oefentherapie
    voordelen: [minder pijn, geen operatie]
    nadelen: [kost tijd]
  - naam: Nieuwe knie
    voordelen: [veel minder pijn]
    nadelen: [operatie, revalidatie]
url: https://voorbeeld.nl/keuzehulp
kosten: gratis
taal: [nl]
uitgebracht: 2023-05-01
nagekeken: 2026-01-15
status: actueel
bron:
  titel: Richtlijn artrose van de knie
  uitgever: Een vereniging
  datum: 2023-01-01
---

## Voor wie

Voor patiënten die last hebben van hun knie, en voor wie oefenen niet meer helpt.

`

func BenchmarkRead(b *testing.B) {
	src := []byte(typical + strings.Repeat("De keuzehulp legt uit wat u kunt kiezen, en wat dat voor u zou betekenen.\n", 35))
	b.SetBytes(int64(len(src)))
	b.ReportAllocs()
	for b.Loop() {
		if doc, problems := Read("x.md", src); doc.Node == nil || len(problems) > 0 {
			b.Fatal(problems)
		}
	}
}

// What yaml.v3 alone takes of BenchmarkRead.
func BenchmarkYAML(b *testing.B) {
	block := strings.Split(typical, "---\n")[1]
	b.ReportAllocs()
	for b.Loop() {
		if _, err := decode([]byte(block)); err != nil {
			b.Fatal(err)
		}
	}
}
