package markdown

import "kaartenbak/generator/problem"

// Phrases are what this package says of a text.
var Phrases problem.Phrases

var (
	sayBody     = Phrases.Add("tekst-groot", ruleSize, "de tekst is %d kB groot; er mag %d kB in", "maak de tekst korter of verdeel hem over meer kaarten")
	sayLine     = Phrases.Add("tekst-regel", ruleSize, "deze regel heeft meer dan %d tekens", "zet elke alinea op een eigen regel, met een lege regel ertussen")
	sayLinks    = Phrases.Add("tekst-links", ruleSize, "de tekst heeft meer dan %d links", "maak minder links")
	sayNotes    = Phrases.Add("tekst-voetnoten", ruleSize, "de tekst heeft meer dan %d voetnoten", "gebruik minder voetnoten")
	sayBrackets = Phrases.Add("tekst-haken", ruleSize, "de tekst heeft meer dan %d rechte haken", "haal haken weg die u niet nodig hebt")
	sayStars    = Phrases.Add("tekst-sterren", ruleSize, "de tekst heeft meer dan %d tekens * _ en ~", "maak minder woorden vet of schuin")
	sayTicks    = Phrases.Add("tekst-codetekens", ruleSize, "de tekst heeft meer dan %d tekens `", "schrijf gewone woorden zonder `")
	sayTables   = Phrases.Add("tekst-tabellen", ruleSize, "de tekst heeft meer dan %d tabellen", "maak van een paar tabellen een lijst")
	sayColumns  = Phrases.Add("tabel-kolommen", ruleSize, "de tabel heeft %d kolommen; er mogen er %d in", "maak van de rijen kolommen, of maak er meer tabellen van")
	sayCells    = Phrases.Add("tabel-vakken", ruleSize, "de tabellen hebben samen meer dan %d vakken", "maak de tabel korter")
	sayHeadings = Phrases.Add("tekst-koppen", ruleSize, "de tekst heeft meer dan %d koppen", "maak van minder belangrijke koppen gewone tekst")
	sayNodes    = Phrases.Add("tekst-onderdelen", ruleSize, "de tekst heeft te veel onderdelen", "maak de tekst korter of verdeel hem over meer kaarten")
	sayTitle    = Phrases.Add("link-titel", ruleSize, "de titel van de link heeft meer dan %d tekens", "maak de titel korter")
	sayOutput   = Phrases.Add("tekst-pagina", ruleSize, "de tekst wordt een pagina van meer dan %d MB", "maak de tekst korter")
	sayDepth    = Phrases.Add("tekst-diep", ruleDepth, "hier zit meer dan %d keer iets in elkaar: een lijst, een citaat of nadruk", "haal iets uit de lijst of het citaat en zet het eronder")

	sayAddress   = Phrases.Add("link-adres", ruleAddress, "%s", "%s")
	sayLinkEmpty = Phrases.Add("link-leeg", ruleLinkEmpty, "de link heeft geen tekst", "zet tussen de rechte haken waar de link heen gaat")
	sayLinkVague = Phrases.Add("link-vaag", ruleLinkVague, "de linktekst %q zegt niet waar de link heen gaat", "schrijf in de link waar hij heen gaat, zoals [de keuzehulp bij knieartrose](...)")
	sayOtherMail = Phrases.Add("link-ander-mailadres", ruleLinkLies, "de linktekst is %s, maar de link gaat naar %s", "zet in de tekst en in de link hetzelfde adres")
	sayOtherSite = Phrases.Add("link-andere-website", ruleLinkLies, "de linktekst noemt %s, maar de link gaat naar %s", "schrijf in de tekst de naam van de website waar de link heen gaat")
	sayNoSite    = Phrases.Add("link-geen-website", ruleLinkLies, "de linktekst noemt %s, maar de link gaat naar %s", "gebruik gewone woorden als tekst van de link")

	sayHeadingEmpty = Phrases.Add("kop-leeg", ruleHeadingEmpty, "er staat geen tekst in deze kop", "zet woorden achter de hekjes, of haal ze weg")
	sayNoteMissing  = Phrases.Add("voetnoot-ontbreekt", ruleNoteMissing, "er is geen voetnoot bij [^%s]", "zet onderaan een regel met [^%s]: en daarachter de noot")
	sayNoteUnused   = Phrases.Add("voetnoot-ongebruikt", ruleNoteUnused, "de tekst verwijst nergens naar voetnoot [^%s]", "zet [^%s] op de plek in de tekst waar de noot bij hoort, of haal de noot weg")
	sayLostCells    = Phrases.Add("tabel-rij", ruleCells, "deze rij heeft meer vakken dan de kop van de tabel", `haal de extra streep | weg, of schrijf \| als u het teken zelf bedoelt`)

	sayImage       = Phrases.Add("afbeelding", ruleImage, "een kaart heeft in deze versie geen afbeeldingen", "haal de afbeelding weg en beschrijf in woorden wat erop staat")
	sayAlt         = Phrases.Add("geen-alt", ruleAlt, "de afbeelding heeft geen beschrijving", "zet tussen de rechte haken wat erop staat: ![een arts en een patiënt](...)")
	sayBare        = Phrases.Add("kaal-adres", ruleBare, "dit adres is geen link", "schrijf [tekst](https://...), of zet het adres tussen < en >")
	sayTop         = Phrases.Add("kop-een", ruleHeadingTop, "een kop van niveau 1 is alleen voor de titel van de pagina", "zet alle koppen een niveau lager: # wordt ##, ## wordt ###")
	saySkip        = Phrases.Add("kop-overgeslagen", ruleHeadingSkip, "bij deze kop (%s) is een niveau overgeslagen", "begin de kop met %s")
	sayComment     = Phrases.Add("html-commentaar", ruleHTML, "commentaar (<!-- -->) mag niet in de tekst", "haal het commentaar weg")
	sayOpenComment = Phrases.Add("html-commentaar-open", ruleHTML, "het commentaar dat begint met <!-- is niet gesloten", "haal het commentaar weg")
	sayMarkup      = Phrases.Add("html-zonder-naam", ruleHTML, "HTML mag niet in de tekst", "haal de HTML weg")
	sayTag         = Phrases.Add("html", ruleHTML, "HTML zoals %s> mag niet in de tekst", "%s")

	// What an author can write for a tag, by the start of the tag; the last is for all others.
	insteadOf = []struct {
		tags []string
		hint *problem.Phrase
	}{
		{[]string{"<b", "<strong"}, Phrases.Add("html-vet", nil, "", "schrijf **vet** voor vette letters")},
		{[]string{"<i", "<em"}, Phrases.Add("html-schuin", nil, "", "schrijf *schuin* voor schuine letters")},
		{[]string{"<a"}, Phrases.Add("html-link", nil, "", "schrijf een link als [tekst](https://voorbeeld.nl/)")},
		{[]string{"<br", "<p", "</p"}, Phrases.Add("html-alinea", nil, "", "laat een regel leeg voor een nieuwe alinea")},
		{[]string{"<h1", "<h2", "<h3", "<h4", "<h5", "<h6"}, Phrases.Add("html-kop", nil, "", "schrijf een kop als ## Kop")},
		{[]string{"<ul", "<ol", "<li"}, Phrases.Add("html-lijst", nil, "", "begin elke regel van een lijst met een streepje en een spatie")},
		{[]string{"<img"}, Phrases.Add("html-afbeelding", nil, "", "haal de afbeelding weg en beschrijf in woorden wat erop staat")},
		{nil, Phrases.Add("html-anders", nil, "", `haal de HTML weg, of schrijf \< als u het teken zelf bedoelt`)},
	}
)

// Limits are what a text may hold, by the name that the form knows it by: where
// there is one, that of the phrase.
var Limits = map[string]int{
	"tekst-groot": maxBody, "tekst-regel": maxLine, "tekst-links": maxLinks, "tekst-voetnoten": maxNotes,
	"tekst-haken": maxBrackets, "tekst-sterren": maxStars, "tekst-codetekens": maxTicks, "tekst-tabellen": maxTables,
	"tabel-kolommen": maxColumns, "tabel-vakken": maxCells, "tekst-koppen": maxHeadings, "tekst-onderdelen": maxNodes,
	"link-titel": maxTitle, "tekst-diep": maxDepth, "link-vaag": longestNothing,
}

// Words are lists of words that the form needs too.
var Words = map[string][]string{
	"html": tagHints(), "zegt-niets": nothingSaid, "entiteiten": sharedEntities(),
}

// tagHints are the starts of tags, each followed by the name of its phrase.
func tagHints() []string {
	var all []string
	for _, of := range insteadOf {
		for _, tag := range of.tags {
			all = append(all, tag, of.hint.Name)
		}
	}
	return all
}
