package personal

import "kaartenbak/generator/problem"

// Rules are the rules of this package.
var Rules problem.Rules

// Rule is what a text with data about one person breaks.
var Rule = Rules.AddWarning("persoonsgegevens",
	"Een kaart is openbaar en blijft bewaard. Er horen geen gegevens van één persoon in: geen burgerservicenummer, geboortedatum, eigen e-mailadres of 06-nummer. Een algemeen adres zoals info@ of secretariaat@ mag.")

// Phrases are what this package says of a text.
var Phrases problem.Phrases

var (
	sayMail   = Phrases.Add("persoon-mail", Rule, "%s lijkt het e-mailadres van één persoon", "noem een algemeen adres, zoals info@ of secretariaat@")
	sayBorn   = Phrases.Add("persoon-geboren", Rule, "dit kan de geboortedatum van één persoon zijn", "noem alleen de leeftijd of een leeftijdsgroep")
	sayNumber = Phrases.Add("persoon-bsn", Rule, "dit getal van negen cijfers kan een burgerservicenummer zijn", "haal het nummer weg als het van een persoon is")
	sayPhone  = Phrases.Add("persoon-telefoon", Rule, "dit 06-nummer kan van één persoon zijn", "noem een algemeen nummer, zoals dat van de polikliniek")
)

// Patterns are the regular expressions by which data about one person is known.
// They have no \s, which is more in a browser than it is here.
var Patterns = map[string]string{
	"mobiel": mobile.String(), "bsn": bsn.String(), "mailserver": mailHost.String(), "functie": functionEnding.String(), "tussenvoegsel": prefixes.String(), "geboren": birthWord.String(), "geboortedatum": birthDate.String(),
}

// Words are lists of words that the form needs too.
var Words = map[string][]string{"functies": functionNames, "voornamen": givenNames, "achternamen": familyNames}
