package characters

import "kaartenbak/generator/problem"

// Phrases are what this package says of a character. The rule is that of the find.
var Phrases problem.Phrases

var (
	sayMisread   = Phrases.Add("teken-misvormd", broken, "hier hoort waarschijnlijk %s te staan", "sla het bestand op als UTF-8, of typ het teken opnieuw")
	sayMixed     = Phrases.Add("teken-alfabet", mixedScript, "de letter %c komt uit een ander alfabet dan de rest van het woord%s", "typ het woord opnieuw")
	sayMarks     = Phrases.Add("teken-accenten", stackedMarks, "op deze letter staan %d accenten, en hoogstens %d zijn te lezen", "typ de letter opnieuw")
	sayPictogram = Phrases.Add("teken-pictogram", pictogram, "dit teken is alleen te zien met een bijzonder lettertype%s", "schrijf het in woorden of wis het teken")
	sayFancy     = Phrases.Add("teken-sier", fancyLetter, "%c is geen gewone letter: zoeken en voorlezen lukken daarmee niet", "typ het woord met gewone letters")
	sayDirection = Phrases.Add("teken-richting", direction, "hier staat een onzichtbaar teken dat de leesrichting verandert%s", "wis dit stukje en typ het opnieuw")
	sayInvisible = Phrases.Add("teken-onzichtbaar", invisible, "hier staat een onzichtbaar teken%s", "wis dit stukje en typ het opnieuw")
	sayLost      = Phrases.Add("teken-verloren", control, "hier is een letter verloren gegaan%s", "typ het woord opnieuw")
	sayNewLine   = Phrases.Add("teken-regel", control, "hier staat een onzichtbaar teken voor een nieuwe regel%s", "wis het teken en begin een nieuwe regel met Enter")
	sayControl   = Phrases.Add("teken-stuur", control, "hier staat een teken dat niet te tonen is%s", "wis dit stukje en typ het opnieuw")
)

// What a message adds: the number of a character, and how many follow it.
var (
	sayCode = Phrases.Add("teken-code", nil, " (%s)", "")
	sayMore = Phrases.Add("teken-meer", nil, ", met nog %d erachter", "")

	sayQuote = Phrases.Add("teken-aanhaling", nil, "een aanhalingsteken of een streepje", "")
)

// Limits are numbers that the form needs too.
var Limits = map[string]int{"accenten": maxMarks}
