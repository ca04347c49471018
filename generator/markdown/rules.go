package markdown

import "kaartenbak/generator/problem"

// Rules are the rules of this package. Those for characters, addresses and personal
// data are in packages of their own.
var Rules problem.Rules

// The text as a whole.
var (
	ruleSize = Rules.Add("tekst-te-groot",
		"De tekst van een kaart heeft grenzen, ver boven wat prettig leest. Er mag bijvoorbeeld in: 64 kB, 500 links, 100 koppen, 20 kolommen in een tabel en 10.000 tekens op een regel. Maak de tekst korter of verdeel hem over meer kaarten.")
	ruleDepth = Rules.Add("tekst-te-diep",
		"Lijsten en citaten kunnen in elkaar zitten, maar niet meer dan 20 diep. Haal iets uit de lijst of het citaat en zet het eronder.")
)

// What an entry has no room for.
var (
	ruleHTML = Rules.Add("geen-html",
		"In een tekst staat geen HTML en geen commentaar: zo kan niemand iets op de pagina zetten dat de lezer niet ziet of dat gevaarlijk is. Gebruik Markdown: **vet**, *schuin*, ## kop, - lijst, [tekst](https://voorbeeld.nl/). Bedoelt u het teken < zelf, schrijf dan \\<.")
	ruleImage = Rules.Add("afbeelding",
		"Een kaart heeft in deze versie geen afbeeldingen. Haal de afbeelding weg en beschrijf in woorden wat erop staat. Staat de afbeelding al op een website, maak dan een link.")
	ruleAlt = Rules.Add("geen-alt",
		"Een afbeelding heeft een beschrijving, voor wie haar niet kan zien. Zet die tussen de rechte haken: ![een arts en een patiënt in gesprek](...).")
)

// Links.
var (
	ruleAddress = Rules.Add("link-adres",
		"Een link gaat naar een openbare website (https://), een e-mailadres (mailto:), een telefoonnummer (tel:), een pagina van deze site (/keuzehulpen/knieartrose/) of een kop op de pagina (#doel). Kopieer het adres uit de adresbalk van de browser, zonder spaties.")
	ruleLinkEmpty = Rules.Add("link-zonder-tekst",
		"Een link heeft woorden om op te klikken. Wie de pagina laat voorlezen hoort anders alleen het adres. Zet tussen de rechte haken waar de link heen gaat.")
	ruleLinkVague = Rules.AddWarning("link-zegt-niets",
		"De tekst van een link zegt waar hij heen gaat, ook zonder de zin eromheen. Wie de pagina laat voorlezen, hoort vaak alleen de links. Schrijf niet [klik hier], maar [de keuzehulp bij knieartrose].")
	ruleLinkLies = Rules.Add("link-misleidt",
		"Staat er een adres in de tekst van een link, dan gaat de link ook naar dat adres. Anders denkt de lezer dat hij ergens anders is. Pas de tekst of het adres aan.")
	ruleBare = Rules.AddWarning("kaal-adres",
		"Een adres in de tekst wordt niet vanzelf een link. Schrijf [tekst](https://...) of zet het adres tussen < en >.")
)

// What is published otherwise than it was meant.
var (
	ruleNoHeading = Rules.AddWarning("geen-kop",
		"Een kop begint met hekjes en een gewone spatie: ## Kop. Zonder die spatie komen de hekjes zo op de pagina. Zet er een gewone spatie achter; een vaste spatie ziet er net zo uit, maar telt niet.")
	ruleNoList = Rules.AddWarning("geen-lijst",
		"Elke regel van een lijst begint met een streepje en een gewone spatie, of met een nummer, een punt en een gewone spatie. Met een ander teken worden de regels aan elkaar geplakt.")
	ruleNoTable = Rules.AddWarning("geen-tabel",
		"Onder de kop van een tabel staat een regel met evenveel vakken als de kop: |---|---|. Anders komen de strepen zo op de pagina.")
	ruleIndented = Rules.AddWarning("ingesprongen",
		"Tekst die vier spaties inspringt, wordt code: in andere letters, en zonder dat regels worden afgebroken. Haal de spaties weg. Is het code, zet er dan een regel met ``` boven en onder.")
	ruleUnderlined = Rules.AddWarning("kop-door-streepjes",
		"Streepjes recht onder een regel maken van die regel een kop. Laat boven de streepjes een regel leeg als u een lijn bedoelt. Schrijf een kop met ##.")
	ruleEmphasis = Rules.AddWarning("sterretjes",
		"Sterretjes om een woord maken het vet of schuin. Dat lukt niet als er een spatie tussen staat, of als er een letter vastzit aan het leesteken ervoor. Dan komen de sterretjes zo op de pagina.")
	ruleStruck = Rules.AddWarning("doorgehaald",
		"Tussen twee slangetjes (~) wordt tekst doorgehaald. Voor een lage 2 typt u het teken ₂ zelf. Bedoelt u doorgehaald, zet dan twee slangetjes voor en achter de tekst.")
	ruleNoTarget = Rules.AddWarning("verwijzing-zonder-doel",
		"Bij een link als [tekst][9] staat onderaan een regel [9]: met het adres erachter. Zonder die regel komen de haken zo op de pagina. Zet de regel erbij, of schrijf [tekst](https://voorbeeld.nl/).")
	ruleForeign = Rules.AddWarning("vreemde-opmaak",
		"Deze catalogus kent gewone Markdown: **vet**, *schuin*, ## kop, - lijst, [tekst](https://voorbeeld.nl/), tabellen en voetnoten. Opmaak van een ander programma komt zo op de pagina. Haal haar weg.")
)

// Headings.
var (
	ruleHeadingTop = Rules.AddWarning("kop-een",
		"De titel van de kaart is de enige kop met één hekje; die zet de site er zelf boven. Begin koppen in de tekst met ##. Alle koppen zijn nu een niveau lager gezet.")
	ruleHeadingSkip = Rules.AddWarning("kop-overgeslagen",
		"Koppen gaan steeds één niveau dieper: onder ## komt ###, niet ####. Wie de pagina laat voorlezen, vindt de weg door de koppen. Kies het niveau dat past, niet de grootte van de letters.")
	ruleHeadingEmpty = Rules.Add("kop-leeg",
		"Achter de hekjes van een kop staat tekst. Zet er woorden achter of haal de hekjes weg.")
)

// Footnotes and tables.
var (
	ruleNoteMissing = Rules.AddWarning("voetnoot-ontbreekt",
		"Bij elk teken [^1] in de tekst staat onderaan een regel die begint met [^1]: en daarachter de noot. Zet die regel erbij, of haal het teken weg.")
	ruleNoteUnused = Rules.AddWarning("voetnoot-ongebruikt",
		"Een voetnoot zonder teken in de tekst komt niet op de pagina. Zet het teken, zoals [^1], op de plek waar de noot bij hoort, of haal de noot weg.")
	ruleCells = Rules.Add("tabel-rij",
		"Een rij heeft niet meer vakken dan de kop van de tabel: wat over is, komt niet op de pagina. Haal een streep | weg of geef de kop een vak meer. Bedoelt u het teken | zelf, schrijf dan \\|.")
)
