package markdown

import "kaartenbak/generator/problem"

// Phrases are what this package says of a text, of addresses and of data about one
// person. Who checks an address knows the rule.
var Phrases problem.Phrases

var (
	sayNoAddress    = Phrases.Add("adres-leeg", nil, "er staat geen adres bij de link", "schrijf een adres zoals "+example)
	sayAddressLong  = Phrases.Add("adres-lang", nil, "het adres heeft %d tekens; er mogen er %d in", "haal weg wat achter het vraagteken niet nodig is")
	sayNoPlace      = Phrases.Add("adres-hekje", nil, "achter het hekje staat geen plek op de pagina", "schrijf de kop waar de link heen gaat, zoals #doel")
	sayNoScheme     = Phrases.Add("adres-schuine-strepen", nil, "het adres begint met //", "schrijf https://%s")
	sayScheme       = Phrases.Add("adres-begin", nil, "een adres dat begint met %s: mag niet", "gebruik een adres dat begint met https://, mailto:, tel: of /")
	sayNotWeb       = Phrases.Add("adres-geen-website", nil, "een adres dat begint met %s: kan hier niet", "schrijf het adres van een website, zoals "+example)
	sayNoWebsite    = Phrases.Add("adres-geen-web", nil, "%q is geen adres van een website", "schrijf het hele adres, zoals "+example)
	saySpaceAround  = Phrases.Add("adres-spatie-rand", nil, "er staat een spatie voor of achter het adres", "haal de spatie weg")
	saySpace        = Phrases.Add("adres-spatie", nil, "er staat een spatie in het adres", "haal de spatie weg, of schrijf %%20")
	sayInvisible    = Phrases.Add("adres-onzichtbaar", nil, "er staat een onzichtbaar teken (%s) in het adres", "kopieer het adres opnieuw uit de adresbalk van de browser")
	sayBackslash    = Phrases.Add("adres-streep", nil, `er staat een \ in het adres`, `schrijf / in plaats van \`)
	sayCharacter    = Phrases.Add("adres-teken", nil, "het teken %c mag niet in een adres", "schrijf %s")
	sayPercent      = Phrases.Add("adres-procent", nil, "achter een %% in het adres horen twee cijfers of letters a-f", "schrijf %%25 als u het procentteken zelf bedoelt")
	sayNoHost       = Phrases.Add("adres-zonder-naam", nil, "in het adres ontbreekt de naam van de website", "schrijf het hele adres, zoals "+example)
	sayUser         = Phrases.Add("adres-gebruiker", nil, "voor de @ in het adres staat een naam; de link gaat naar %s", "schrijf het adres zonder de naam en de @")
	sayInvalid      = Phrases.Add("adres-ongeldig", nil, "dit is geen geldig adres", "kopieer het adres uit de adresbalk van de browser")
	sayPort         = Phrases.Add("adres-poort", nil, "de poort %s in het adres bestaat niet", "haal de dubbele punt en het getal weg")
	sayPath         = Phrases.Add("adres-pad", nil, "dit is geen geldig adres", "schrijf een pad zoals /keuzehulpen/knieartrose/")
	sayPathDots     = Phrases.Add("adres-punten", nil, "in een pad mogen geen // of .. staan", "schrijf %s")
	sayPartMail     = Phrases.Add("adres-deel-mail", nil, "%q is geen volledig adres", "schrijf mailto:%s")
	sayPartPhone    = Phrases.Add("adres-deel-telefoon", nil, "%q is geen volledig adres", "schrijf tel: voor een telefoonnummer")
	sayPartHost     = Phrases.Add("adres-deel-website", nil, "%q is geen volledig adres", "schrijf https://%s")
	sayPartNothing  = Phrases.Add("adres-deel-leeg", nil, "%q is geen volledig adres", "schrijf een pad zoals /keuzehulpen/knieartrose/")
	sayPart         = Phrases.Add("adres-deel", nil, "%q is geen volledig adres", "schrijf het hele pad vanaf de voorpagina, zoals /%s/")
	sayMail         = Phrases.Add("adres-mail", nil, "achter mailto: staat geen e-mailadres", "schrijf één adres, zoals mailto:info@voorbeeld.nl")
	sayMailQuery    = Phrases.Add("adres-mail-vraag", nil, "achter het e-mailadres mag geen %s staan", "laat alleen het e-mailadres staan")
	sayPhone        = Phrases.Add("adres-telefoon", nil, "achter tel: staat geen telefoonnummer", "schrijf alleen cijfers en streepjes, zoals tel:+31-30-1234567")
	sayNumberHost   = Phrases.Add("adres-nummer", nil, "het adres is een nummer (IP-adres) in plaats van een naam", "gebruik het adres met de naam van de website")
	sayPrivateHost  = Phrases.Add("adres-niet-openbaar", nil, "%s is geen openbare website", "gebruik een adres dat iedereen kan openen")
	sayBadHost      = Phrases.Add("adres-naam", nil, "%s is geen geldige naam van een website", "kopieer het adres uit de adresbalk van de browser")
	sayOtherLetters = Phrases.Add("adres-letters", nil, "de letters van %s zijn andere dan ze lijken; de link gaat naar %s", "typ het adres over met gewone letters")
	sayTwoScripts   = Phrases.Add("adres-schriften", nil, "in %s staan letters uit twee schriften door elkaar; de link gaat naar %s", "typ het adres over met gewone letters")
	sayTracks       = Phrases.Add("adres-volgcode", RuleTracking, "met %s in het adres wordt de bezoeker gevolgd", "schrijf %s")

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

	sayMoreOften = Phrases.Add("nog-vaker", nil, "en zo staat het er nog vaker", "")

	sayAddress   = Phrases.Add("link-adres", RuleAddress, "%s", "%s")
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

	sayPersonMail   = Phrases.Add("persoon-mail", RulePersonal, "%s lijkt het e-mailadres van één persoon", "noem een algemeen adres, zoals info@ of secretariaat@")
	sayPersonBorn   = Phrases.Add("persoon-geboren", RulePersonal, "dit kan de geboortedatum van één persoon zijn", "noem alleen de leeftijd of een leeftijdsgroep")
	sayPersonNumber = Phrases.Add("persoon-bsn", RulePersonal, "dit getal van negen cijfers kan een burgerservicenummer zijn", "haal het nummer weg als het van een persoon is")
	sayPersonPhone  = Phrases.Add("persoon-telefoon", RulePersonal, "dit 06-nummer kan van één persoon zijn", "noem een algemeen nummer, zoals dat van de polikliniek")
)

// Limits are what a text and an address may hold, by the name that the form knows
// it by: where there is one, that of the phrase.
var Limits = map[string]int{
	"adres": maxAddress, "tekst-groot": maxBody, "tekst-regel": maxLine, "tekst-links": maxLinks, "tekst-voetnoten": maxNotes,
	"tekst-haken": maxBrackets, "tekst-sterren": maxStars, "tekst-codetekens": maxTicks, "tekst-tabellen": maxTables,
	"tabel-kolommen": maxColumns, "tabel-vakken": maxCells, "tekst-koppen": maxHeadings, "tekst-onderdelen": maxNodes,
	"link-titel": maxTitle, "tekst-diep": maxDepth, "nog-vaker": maxReports, "kop-adres": maxSlug, "link-vaag": longestNothing,
}

// Patterns are the regular expressions by which addresses and data about one
// person are known. They have no \s, which is more in a browser than it is here.
var Patterns = map[string]string{
	"nummer": numberPattern.String(), "mail": mailPattern.String(), "telefoon": phonePattern.String(),
	"mobiel": mobile.String(), "bsn": bsn.String(), "geboren": birthWord.String(), "geboortedatum": birthDate.String(),
}

// Words are lists of words that the form needs too.
var Words = map[string][]string{
	"besloten": privateEndings, "functies": functionNames, "volgcodes": trackers, "domeinen": commonEndings, "html": tagHints(),
	"zegt-niets": nothingSaid, "entiteiten": sharedEntities(),
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

// say reports with a phrase that the form shares.
func (b *body) say(p *problem.Phrase, offset int, args ...any) {
	message, hint := p.Text(args...)
	b.report(p.Rule, offset, hint, "%s", message)
}
