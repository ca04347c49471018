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

	sayNoHeading  = Phrases.Add("geen-kop", ruleNoHeading, "dit wordt geen kop: achter %s staat geen gewone spatie", `zet achter %s een gewone spatie; bedoelt u geen kop, schrijf dan \%s`)
	sayNoTop      = Phrases.Add("geen-kop-een", ruleNoHeading, "dit wordt geen kop: achter %s staat geen gewone spatie", `schrijf ## en een gewone spatie in plaats van %s; bedoelt u geen kop, schrijf dan \%s`)
	sayNoList     = Phrases.Add("geen-lijst", ruleNoList, "dit wordt geen lijst: %s is geen streepje", "begin elke regel van de lijst met een streepje (-) en een gewone spatie")
	sayGluedItem  = Phrases.Add("geen-lijst-spatie", ruleNoList, "dit wordt geen lijst: achter %s staat geen gewone spatie", "zet op elke regel van de lijst achter het eerste teken een gewone spatie")
	sayNoTable    = Phrases.Add("geen-tabel", ruleNoTable, "dit wordt geen tabel: deze regel heeft %d vakken, en de kop erboven %d", "schrijf deze regel als %s")
	sayNoDashes   = Phrases.Add("geen-tabel-tekens", ruleNoTable, "dit wordt geen tabel: in deze regel staan andere tekens dan gewone streepjes", "schrijf deze regel als %s")
	sayLongRule   = Phrases.Add("tabel-streepjes-meer", ruleNoTable, "deze regel heeft %d vakken, en de kop erboven %d", "schrijf deze regel als %s")
	sayShortHead  = Phrases.Add("tabel-kop-minder", ruleNoTable, "de kop van deze tabel heeft %d vakken, en een rij %d", "geef de kop ook %d vakken")
	sayNoHead     = Phrases.Add("geen-tabel-kop", ruleNoTable, "dit wordt geen tabel: boven deze regel staat geen kop met %d vakken", "zet recht boven deze regel de kop van de tabel, met evenveel vakken")
	sayNoRule     = Phrases.Add("geen-tabel-streepjes", ruleNoTable, "dit wordt geen tabel: onder de kop ontbreekt een regel met streepjes", "zet onder deze regel %s")
	sayIndented   = Phrases.Add("ingesprongen", ruleIndented, "deze tekst springt vier spaties in, en wordt daardoor code", "haal de spaties aan het begin van de regels weg")
	sayUnderlined = Phrases.Add("kop-door-streepjes", ruleUnderlined, "de tekst boven deze streepjes wordt een kop", "laat boven de streepjes een regel leeg; bedoelt u een kop, zet dan ## voor de tekst en haal de streepjes weg")
	sayBoldAfter  = Phrases.Add("vet-letter-erachter", ruleEmphasis, "de tekst na %s wordt niet vet of schuin: aan het laatste teken zit een letter vast", "zet een spatie achter het laatste %s")
	sayBoldBefore = Phrases.Add("vet-letter-ervoor", ruleEmphasis, "de tekst na %s wordt niet vet of schuin: aan het eerste teken zit een letter vast", "zet een spatie voor het eerste %s")
	sayBoldSpace  = Phrases.Add("vet-spatie", ruleEmphasis, "de tekst na %s wordt niet vet of schuin: er staat een spatie tussen", "haal de spaties tussen %s en de tekst weg")
	sayBoldMove   = Phrases.Add("vet-spatie-erachter", ruleEmphasis, "de tekst na %s wordt niet vet: er staat een spatie tussen", "zet de spatie achter het laatste %s in plaats van ervoor")
	sayBoldOpen   = Phrases.Add("vet-open", ruleEmphasis, "na %s wordt de tekst niet vet: er staat geen %s achter", "zet ook achter de vette tekst %s")
	sayStruck     = Phrases.Add("doorgehaald", ruleStruck, "tussen ~ en ~ wordt de tekst doorgehaald", "typ een laag cijfer als ₂; bedoelt u doorgehaald, schrijf dan ~~ voor en achter de tekst")
	sayNoTarget   = Phrases.Add("verwijzing-zonder-doel", ruleNoTarget, "%s wijst nergens naar", "zet onderaan een regel met [%s]: en daarachter het adres, of schrijf [tekst](https://...)")
	sayForeign    = Phrases.Add("vreemde-opmaak", ruleForeign, "%s is opmaak van een ander programma, en komt zo op de pagina", "haal dit weg; bedoelt u de tekens zelf, zet dan ` voor en achter het geheel")
	sayTask       = Phrases.Add("vakje", ruleForeign, "%s wordt geen vakje, en komt zo op de pagina", "haal %s weg")
	sayAlert      = Phrases.Add("letop-vak", ruleForeign, "%s wordt geen gekleurd vak, en komt zo op de pagina", "haal %s weg, of schrijf **Let op:** en een spatie")
	sayAttributes = Phrases.Add("kenmerken", ruleForeign, "%s is opmaak van een ander programma, en komt zo op de pagina", "haal %s weg; een kop krijgt vanzelf een adres")
	sayWiki       = Phrases.Add("wiki-link", ruleForeign, "%s wordt geen link, en komt zo op de pagina", "schrijf een link als [tekst](/keuzehulpen/naam-van-de-kaart/)")

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
	"woorden-van-een-kop": maxTitleWords,
}

// Words are lists of words that the form needs too.
var Words = map[string][]string{
	"html": tagHints(), "zegt-niets": nothingSaid, "entiteiten": sharedEntities(),
	"regeltekens": signsFor(lineSigns), "woordtekens": signsFor(wordSigns),
}

// Patterns are the regular expressions that the form needs too. They have no \s,
// which is more in a browser than it is here.
var Patterns = map[string]string{
	"losse-kop": loneHeading.String(), "zonder-doel": noTarget.String(), "tabel-streepjes": tableRule.String(), "tabel-rij": tableRow.String(),
	"zin-in-code": prose.String(), "nederlands": dutch.String(), "code": codeSign.String(), "zinseinde": ends.String(),
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
