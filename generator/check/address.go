package check

import "kaartenbak/generator/problem"

var ruleLostAddress = Rules.Add("adres-weg",
	"Een adres dat de site heeft gehad, blijft antwoord geven: anderen linken ernaar. Haal een kaart niet weg, maar archiveer die, of zet in content/adressen.txt achter het adres waar het nu staat.")

// addresses reports the addresses in the register that lead nowhere.
func (c *checker) addresses() {
	moved := map[string]bool{}
	for _, a := range c.cat.Addresses {
		moved[a.URL] = a.To != ""
	}
	for _, a := range c.cat.Addresses {
		message, hint := "", ""
		switch {
		case a.To == "" && c.later.Exists(a.URL) && !c.pages.Exists(a.URL):
			message, hint = "heeft nog geen pagina: het bericht wacht op zijn datum", "geef het bericht een datum die al geweest is"
		case a.To == "" && !c.pages.Exists(a.URL):
			message, hint = "heeft geen pagina meer", "zet de kaart terug en vul archief in, of schrijf hierachter -> en het nieuwe adres"
		case a.To != "" && c.pages.HasPage(a.URL):
			message, hint = "verwijst door, maar heeft zelf een pagina", "haal -> en wat erachter staat weg, of geef de pagina een andere naam"
		case a.To != "" && (moved[a.To] || !c.pages.Exists(a.To)):
			message, hint = "verwijst naar "+a.To+", en daar is geen pagina", "schrijf achter -> het adres van een pagina"
		default:
			continue
		}
		pos := problem.Pos{File: c.cat.AddressFile, Line: a.Line, Col: 1}
		c.problems.Report(ruleLostAddress, pos, hint, "het adres %s %s", a.URL, message)
	}
}
