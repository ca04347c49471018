package check

import "kaartenbak/generator/problem"

// Phrases are what this package says of one entry, as the form says it too.
var Phrases problem.Phrases

var (
	sayNoTerm       = Phrases.Add("geen-begrip", ruleTerm, "%s: %q staat niet in de lijst %s", "%s")
	saySelf         = Phrases.Add("verwijst-naar-zichzelf", ruleReference, "%s: de kaart verwijst naar zichzelf", "haal de verwijzing weg")
	sayNoEntry      = Phrases.Add("geen-kaart", ruleReference, "%s: er is geen kaart %q", "%s")
	sayEntryWaits   = Phrases.Add("kaart-wacht", ruleReference, "%s: %s komt pas op %s op de site", "haal de verwijzing weg tot het zover is")
	sayPageWaits    = Phrases.Add("pagina-wacht", ruleLink, "de pagina %s komt er pas op %s", "haal de link weg tot het zover is")
	sayNoPage       = Phrases.Add("geen-pagina", ruleLink, "er is geen pagina %s", "%s")
	sayNoPlace      = Phrases.Add("geen-plek", ruleLink, "op deze pagina is geen plek %q", "%s")
	sayNoPlaceThere = Phrases.Add("geen-plek-daar", ruleLink, "op de pagina %s is geen plek %q", "%s")
	sayOrder        = Phrases.Add("volgorde", ruleDateOrder, "%s: %s is eerder dan %s, %s", "kijk de twee datums na")
	sayFuture       = Phrases.Add("toekomst", ruleFutureCheck, "nagekeken: %s ligt in de toekomst", "schrijf de dag waarop de kaart is nagekeken")
	sayNotYet       = Phrases.Add("nog-niet", ruleNotYet, "%s: %s ligt in de toekomst", "schrijf een datum die al is geweest, of onbekend")
	sayNotYetWhere  = Phrases.Add("nog-niet-bij", ruleNotYet, "%s: %s ligt in de toekomst, en %s is %s", "schrijf een datum die al is geweest, of verander %s")
	sayTimes        = Phrases.Add("tijden", ruleTimeOrder, "eind: %s is niet later dan het begin, %s", "kijk begin en eind na")
	sayAges         = Phrases.Add("leeftijden", ruleAges, "leeftijd: tot en met %d is lager dan vanaf %d", "kijk de twee leeftijden na")
	sayNoPartner    = Phrases.Add("geen-deelnemer", rulePartner, "%s: wie het is, ontbreekt", "schrijf organisatie: met een id, of naam: met de naam")
	sayMirror       = Phrases.Add("kopie", ruleMirror, "bronnen: %s kopieert stukken van anderen", "haal link weg, en vul nummer in als de bron een DOI of PMC-nummer heeft")
	sayOneOption    = Phrases.Add("een-optie", ruleOneOption, "opties: er staat maar één mogelijkheid", "noem ook de andere mogelijkheden, of haal opties weg")
	saySameTitle    = Phrases.Add("zelfde-titel", ruleTitle, "een andere kaart heet ook %q", "de andere is %s")
	sayStale        = Phrases.Add("verouderd", ruleStale, "de maker heeft dit vijf jaar of langer niet herzien", "vul een nieuwere datum in bij herzien, of archiveer de kaart")
	sayDue          = Phrases.Add("nakijken", ruleDue, "nagekeken: %s is een jaar of langer geleden", "kijk de kaart na en vul de nieuwe datum in")
	sayPast         = Phrases.Add("voorbij", rulePastMeeting, "de bijeenkomst was op %s en staat nog op gepland", "schrijf status: gehouden, als u dat weet")
)

// Ways out that follow from what the author wrote.
var (
	hintNamed      = Phrases.Add("bedoelt-naam", nil, "", "bedoelt u %s (%s)?")
	hintNear       = Phrases.Add("bedoelt", nil, "", "bedoelt u %s?")
	hintAll        = Phrases.Add("kies-uit", nil, "", "kies uit: %s")
	hintFile       = Phrases.Add("kies-uit-bestand", nil, "", "kies een id uit %s")
	hintCollection = Phrases.Add("kies-collectie", nil, "", "schrijf collectie/naam, zoals keuzehulpen/naam-van-de-kaart")
	hintFolder     = Phrases.Add("kies-bestand", nil, "", "de namen zijn die van de bestanden in content/%s")
	hintSlash      = Phrases.Add("pagina-streep", nil, "", "schrijf %s/")
	hintContent    = Phrases.Add("pagina-naam", nil, "", "kijk de naam na in content%s")
	hintPlace      = Phrases.Add("plek-adres", nil, "", "schrijf %s#%s")
	hintPlaces     = Phrases.Add("plek-koppen", nil, "", "de koppen daar zijn: #%s")
	hintNoPlaces   = Phrases.Add("plek-geen-koppen", nil, "", "daar zijn geen koppen: haal # weg, en wat erachter staat")
	hintPlaceName  = Phrases.Add("plek-naam", nil, "", "een kop krijgt zijn naam van de tekst, met k- ervoor")
)

func hintOf(p *problem.Phrase, args ...any) string {
	_, hint := p.Text(args...)
	return hint
}

// Words are lists of words that the form needs too.
var Words = map[string][]string{"kopieen": mirrors}

// Limits are numbers that the form needs too.
var Limits = map[string]int{"weinig-begrippen": fewTerms, "kortste-verschrijving": shortestSlip}
