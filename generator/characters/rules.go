package characters

import (
	"fmt"

	"kaartenbak/generator/problem"
)

// Rules are all rules of this package.
var Rules problem.Rules

// NotUTF8 is also for a file of which no character can be read.
var NotUTF8 = Rules.Add("geen-utf8", `Een bestand is opgeslagen als UTF-8; anders veranderen letters als ë en é in een ander teken. `+
	`Kies in uw programma "Opslaan als" en dan de codering "UTF-8".`)

var (
	control = Rules.Add("teken", `Een tekst bevat geen stuurtekens en geen verloren letters (�), want een browser kan ze niet tonen. `+
		`Ze komen vaak mee bij kopiëren en plakken: wis het stukje en typ het opnieuw.`)
	direction = Rules.Add("richtingsteken", `Een tekst bevat geen tekens die de leesrichting omkeren, want dan staat er iets anders dan de lezer ziet. `+
		`Wis het stukje en typ het opnieuw; Arabische en Hebreeuwse letters mogen wel.`)
	invisible = Rules.Add("onzichtbaar-teken", `Een tekst bevat geen onzichtbare tekens, want een woord met zo'n teken is met zoeken niet te vinden. `+
		`Wis het stukje en typ het opnieuw.`)
	broken = Rules.Add("kapot-teken", `Een tekst bevat geen letters die bij het opslaan of plakken zijn stukgegaan, zoals in patiÃ«nt. `+
		`Sla het bestand op als UTF-8 en typ de letter opnieuw.`)
	mixedScript = Rules.Add("gemengd-schrift", `Een woord bestaat niet uit letters van twee alfabetten die op elkaar lijken, zoals een Russische а in een Nederlands woord. `+
		`Zo'n woord is niet te vinden en kan een naam namaken: typ het woord opnieuw.`)
	stackedMarks = Rules.Add("stapeltekens", fmt.Sprintf(`Op een letter staan hoogstens %d accenten, want meer loopt door de regels erboven en eronder heen. `+
		`Typ de letter opnieuw.`, maxMarks))
	pictogram = Rules.AddWarning("pictogramteken", `Een tekst bevat liever geen tekens uit een pictogrammenlettertype, want wie dat lettertype niet heeft, ziet een leeg vakje. `+
		`Schrijf het in woorden of wis het teken.`)
	fancyLetter = Rules.AddWarning("sierletters", `Een tekst staat liever in gewone letters: sierletters, brede letters en twee letters in één uit een pdf (ﬁ) zijn niet te vinden en klinken vreemd bij voorlezen. `+
		`Typ de tekst opnieuw in gewone letters; vet en schuin kan met ** en *.`)
)
