package frontmatter

import "kaartenbak/generator/problem"

// Phrases are what this package says of what the form can write too.
var Phrases problem.Phrases

var (
	sayTooLarge    = Phrases.Add("bestand-groot", tooLarge, "het bestand is %d kB, en hoogstens %d kB mag", "maak de tekst korter of verdeel de inhoud over meer bestanden")
	sayLargeBlock  = Phrases.Add("kopblok-groot", tooLarge, "het kopblok is %d kB, en hoogstens %d kB mag", "zet lange teksten onder het kopblok")
	sayConflict    = Phrases.Add("conflict", conflict, "hier heeft Git twee versies van dezelfde regels neergezet", "kies welke tekst blijft, en haal de regels met <<<<<<<, ======= en >>>>>>> weg")
	saySecondBlock = Phrases.Add("tweede-kopblok", secondBlock, "hier begint een tweede kopblok", "maak er twee bestanden van, of haal het tweede blok weg")
)

// Patterns are the regular expressions that the form needs too, without \s, which is
// more in a browser.
var Patterns = map[string]string{"veldregel": fieldLine.String()}

// Limits are the sizes, in bytes, by the name that the form knows them by.
var Limits = map[string]int{"bestand-groot": MaxEntry, "kopblok-groot": maxBlock}
