package field

import "kaartenbak/generator/problem"

// Phrases are what this package says of a value that a form can hold. What only
// a file can hold, such as a list where a text belongs, is said where it is found.
var Phrases problem.Phrases

var (
	sayInGroup = Phrases.Add("in-groep", nil, "in %s: ", "")

	sayMissing            = Phrases.Add("verplicht-een", ruleMissing, "%sverplicht veld ontbreekt: %s", "vul het in, of schrijf onbekend")
	sayMissingLiteral     = Phrases.Add("verplicht-een-letterlijk", ruleMissing, "%sverplicht veld ontbreekt: %s", "vul het in")
	sayMissingMore        = Phrases.Add("verplicht-meer", ruleMissing, "%sverplichte velden ontbreken: %s", "vul ze in, of schrijf onbekend")
	sayMissingMoreLiteral = Phrases.Add("verplicht-meer-letterlijk", ruleMissing, "%sverplichte velden ontbreken: %s", "vul ze in")
	sayMissingSome        = Phrases.Add("verplicht-meer-deels", ruleMissing, "%sverplichte velden ontbreken: %s", "vul ze in, of schrijf onbekend; alleen bij %s kan dat niet")
	sayNotUnknown         = Phrases.Add("niet-onbekend", ruleMissing, "%s kan niet onbekend zijn", "vul een waarde in")

	sayNumberLarge = Phrases.Add("getal-groot", ruleKind, "%s: het getal is te groot", "kijk het getal na")
	sayNumber      = Phrases.Add("getal", ruleKind, "%s: verwacht een heel getal, zoals 20", "schrijf alleen cijfers")
	sayClock       = Phrases.Add("tijd", ruleKind, "%s: verwacht een tijd, zoals 19.00", "schrijf uren en minuten, met een punt ertussen")
	sayOneLine     = Phrases.Add("een-regel", ruleKind, "%s: verwacht één regel", "zet de tekst op één regel")
	sayAddress     = Phrases.Add("adres", ruleAddress, "%s: %s", "%s")

	sayDate      = Phrases.Add("datum", ruleDate, "%s: %s", "schrijf jaar-maand-dag, zoals 2026-05-31, of minder: 2026-05, 2026, medio 2026")
	sayDateDay   = Phrases.Add("datum-dag", ruleDate, "%s: %s", "schrijf %s-%s-%s")
	sayDateMonth = Phrases.Add("datum-maand", ruleDate, "%s: %s", "schrijf %s-%s")
	sayNoDate    = Phrases.Add("geen-datum", nil, "%q is geen datum die hier past", "")
	sayYear      = Phrases.Add("geen-jaar", nil, "het jaar %d is niet aannemelijk", "")
	sayMonth     = Phrases.Add("geen-maand", nil, "een jaar heeft geen maand %s", "")
	sayDay       = Phrases.Add("geen-dag", nil, "de dag %s bestaat niet", "")

	sayProseLong  = Phrases.Add("alinea-lang", ruleLength, "%s telt %d tekens, de grens is %d", "maak de tekst korter, of zet een deel onder het kopblok")
	sayLineLong   = Phrases.Add("tekst-lang", ruleLength, "%s telt %d tekens, de grens is %d", "maak de tekst korter")
	sayListLong   = Phrases.Add("lijst-lang", ruleLength, "%s heeft %d waarden, de grens is %d", "houd de belangrijkste over")
	sayMarksLong  = Phrases.Add("antwoorden-lang", ruleLength, "%s heeft %d antwoorden, de grens is %d", "houd de belangrijkste over")
	sayGroupsLong = Phrases.Add("groepen-lang", ruleLength, "%s heeft %d delen, de grens is %d", "houd de belangrijkste over")

	sayNoWords        = Phrases.Add("zonder-letters", ruleEmpty, "%s: hier staat geen letter of cijfer", "schrijf het in woorden, of schrijf onbekend")
	sayNoWordsLiteral = Phrases.Add("zonder-letters-letterlijk", ruleEmpty, "%s: hier staat geen letter of cijfer", "schrijf het in woorden")

	sayMarks       = Phrases.Add("veld-tekens", ruleMarkup, "%s: %s komt zo op de pagina, want in een veld is geen opmaak", "haal %s weg, voor en achter de tekst")
	sayFieldLink   = Phrases.Add("veld-link", ruleMarkup, "%s: %s komt zo op de pagina, want in een veld is geen opmaak", "schrijf alleen de tekst; een link kan in de tekst onder het kopblok")
	sayFieldMark   = Phrases.Add("veld-teken", ruleMarkup, "%s: %s komt zo op de pagina, want in een veld is geen opmaak", "haal %s weg")
	sayFieldEntity = Phrases.Add("veld-entiteit", ruleMarkup, "%s: %s komt zo op de pagina, want in een veld is geen opmaak", "typ het teken zelf in plaats van %s")
	sayFieldList   = Phrases.Add("veld-lijst", ruleMarkup, "%s: %s maakt hier geen lijst, want in een veld is geen opmaak", "haal %s weg en schrijf zinnen; een lijst kan in de tekst onder het kopblok")

	sayAmong = Phrases.Add("onbekend-tussen", ruleKind, "%s: onbekend staat tussen andere waarden", "haal onbekend weg, of schrijf alleen %s: onbekend")
	sayTwice = Phrases.Add("dubbel", ruleTwice, "%s: %q staat er al", "haal de tweede weg")
)

// Limits are how much a field may hold, by the name that the form knows them by.
var Limits = map[string]int{"tekst": maxTitle, "alinea": maxProse, "lijst": maxItems, "getal": maxNumber}

// Words are lists of words that the form needs too.
var Words = map[string][]string{"veldtekens": signsFor()}

// Patterns are the regular expressions by which values are read.
var Patterns = map[string]string{
	"datum": datePattern.String(), "tijd": clockPattern.String(), "nederlandse-datum": dutchDate.String(), "losse-datum": loneDate.String(),
}
