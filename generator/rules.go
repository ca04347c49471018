package generator

import (
	"cmp"
	"slices"

	"kaartenbak/generator/characters"
	"kaartenbak/generator/check"
	"kaartenbak/generator/cms"
	"kaartenbak/generator/field"
	"kaartenbak/generator/frontmatter"
	"kaartenbak/generator/ledger"
	"kaartenbak/generator/load"
	"kaartenbak/generator/markdown"
	"kaartenbak/generator/personal"
	"kaartenbak/generator/problem"
	"kaartenbak/generator/sheet"
	"kaartenbak/generator/webaddress"
	"kaartenbak/generator/workbook"
)

// own are the rules of this package.
var own problem.Rules

// ruleBase is about the address of the site, which may come from a flag.
var ruleBase = own.AddWarning("geen-adres",
	"Zonder het adres waarop de site komt te staan, ontbreken de sitemap, de feed en de volledige adressen op papier. Zet adres in content/site.yaml, of geef --base-url mee.")

// ruleReceiver is about where visitors send things.
var ruleReceiver = own.AddWarning("geen-ontvanger",
	"Zonder repository en zonder mailadres kan niemand iets insturen, verbeteren of melden: de knoppen daarvoor blijven weg. Zet repository of mail in content/site.yaml, of geef --repository mee.")

// SheetRules are the rules for spreadsheets that are read in: of what becomes of their
// rows, the rules for content are asked.
func SheetRules() problem.Rules {
	all := slices.Concat(workbook.Rules, sheet.Rules, check.LikenessRules)
	slices.SortFunc(all, func(a, b *problem.Rule) int { return cmp.Compare(a.Name, b.Name) })
	return all
}

// Rules are all rules for content, by name.
func Rules() problem.Rules {
	all := slices.Concat(
		characters.Rules, webaddress.Rules, personal.Rules, frontmatter.Rules, markdown.Rules, field.Rules, load.Rules, ledger.Rules, check.Rules, cms.Rules, own,
	)
	slices.SortFunc(all, func(a, b *problem.Rule) int { return cmp.Compare(a.Name, b.Name) })
	return all
}
