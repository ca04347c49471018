package webaddress

import "kaartenbak/generator/problem"

// Rules are the rules of this package. What [Check] says is of the rule of whoever
// asks: a link in a text has another than a field.
var Rules problem.Rules

// RuleTracking is the rule behind [CheckTracking].
var RuleTracking = Rules.AddWarning("link-volgcode",
	"Sommige adressen hebben een code waarmee de afzender ziet wie de link opent, zoals utm_source of fbclid. Haal die code weg; de link werkt dan net zo goed. Een verkort adres, zoals van bit.ly, doet hetzelfde: gebruik het adres waar het heen gaat.")

// Phrases are what this package says of an address.
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
	sayAngled       = Phrases.Add("adres-haken", nil, "om het adres staan < en >", "schrijf %s")
	sayDetour       = Phrases.Add("adres-omweg", nil, "het adres gaat met een omweg, via %s", "schrijf %s")
	sayDetourShut   = Phrases.Add("adres-omweg-dicht", nil, "het adres gaat met een omweg, via %s", "open de link, en kopieer het adres uit de adresbalk van de browser")
	sayCharacter    = Phrases.Add("adres-teken", nil, "het teken %c mag niet in een adres", "schrijf %s")
	sayAround       = Phrases.Add("adres-teken-rand", nil, "het teken %c mag niet in een adres", "haal %c weg")
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
	sayMail         = Phrases.Add("adres-mail", nil, "achter mailto: staat geen e-mailadres", "schrijf een adres, zoals mailto:info@voorbeeld.nl")
	sayMailQuery    = Phrases.Add("adres-mail-vraag", nil, "achter het e-mailadres mag geen %s staan", "laat alleen het e-mailadres staan")
	sayPhone        = Phrases.Add("adres-telefoon", nil, "achter tel: staat geen telefoonnummer", "schrijf alleen cijfers en streepjes, zoals tel:+31-30-1234567")
	sayNumberHost   = Phrases.Add("adres-nummer", nil, "het adres is een nummer (IP-adres) in plaats van een naam", "gebruik het adres met de naam van de website")
	sayPrivateHost  = Phrases.Add("adres-niet-openbaar", nil, "%s is geen openbare website", "gebruik een adres dat iedereen kan openen")
	sayBadHost      = Phrases.Add("adres-naam", nil, "%s is geen geldige naam van een website", "kopieer het adres uit de adresbalk van de browser")
	sayOtherLetters = Phrases.Add("adres-letters", nil, "de letters van %s zijn andere dan ze lijken; de link gaat naar %s", "typ het adres over met gewone letters")
	sayTwoScripts   = Phrases.Add("adres-schriften", nil, "in %s staan letters uit twee schriften door elkaar; de link gaat naar %s", "typ het adres over met gewone letters")
	sayShortened    = Phrases.Add("adres-verkort", RuleTracking, "%s verkort adressen, en ziet wie de link opent", "open de link, en kopieer het adres uit de adresbalk van de browser")
	sayTracks       = Phrases.Add("adres-volgcode", RuleTracking, "met %s in het adres wordt de bezoeker gevolgd", "schrijf %s")
)

// Limits are how long an address may be, by the name that the form knows it by.
var Limits = map[string]int{"adres": maxAddress}

// Patterns are the regular expressions by which addresses are known. They have no
// \s, which is more in a browser than it is here.
var Patterns = map[string]string{"nummer": numberPattern.String(), "mail": mailPattern.String(), "telefoon": phonePattern.String()}

// Words are lists of words that the form needs too.
var Words = map[string][]string{"besloten": privateEndings, "volgcodes": trackers, "verkorters": shorteners, "omwegen": detours, "domeinen": commonEndings}
