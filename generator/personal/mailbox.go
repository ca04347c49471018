package personal

import (
	"regexp"
	"slices"
	"strings"

	"kaartenbak/generator/problem"
)

// checkMail tells of an e-mail address that seems to be of one person.
func checkMail(address string) (message, hint string) {
	name, _, _ := strings.Cut(strings.ToLower(address), "@")
	if isPerson(name) {
		return sayMail.Text(problem.Short(address))
	}
	return "", ""
}

// isPerson goes by what the name in an e-mail address consists of. A function has a
// common noun, of which there are too many to know: urologie, kwaliteit, algoritmes.
// So one word is a person where it is a name that people have; and of several the way
// in which they are put together decides.
func isPerson(mailbox string) bool {
	parts := strings.FieldsFunc(mailbox, func(c rune) bool { return strings.ContainsRune("._-+", c) })
	for i := range parts {
		parts[i] = strings.TrimRight(parts[i], "0123456789")
	}
	parts = slices.DeleteFunc(parts, func(part string) bool { return part == "" })
	any := func(is func(string) bool) bool { return slices.ContainsFunc(parts, is) }
	switch {
	case len(parts) == 0, any(isFunction):
		return false
	case len(parts) == 1:
		return isName(parts[0])
	case isInitial(parts[0]), isGiven(parts[0]), isInitial(parts[len(parts)-1]):
		return true
	case any(functionEnding.MatchString):
		return false
	case !strings.ContainsAny(mailbox, "._"):
		return any(isName)
	}
	return true // voornaam.achternaam
}

func isFunction(word string) bool { return slices.Contains(functionNames, word) }
func isInitial(word string) bool  { return len(word) == 1 }
func isGiven(word string) bool    { return slices.Contains(givenNames, word) }
func isFamily(word string) bool   { return slices.Contains(familyNames, word) }

// isName reports whether one word is a name: a given name, a family name, or both
// together, as in jjansen, jandevries and mvandenberg.
func isName(word string) bool {
	if isGiven(word) || isFamily(word) {
		return true
	}
	for i := 1; i < len(word); i++ {
		prefix := prefixes.FindString(word[i:])
		family := word[i+len(prefix):]
		switch {
		case i > 1 && !isGiven(word[:i]):
		case isFamily(word[i:]), isFamily(family), prefix != "" && i > 2 && len(family) > 2:
			return true
		}
	}
	return false
}

// functionNames are words in e-mail addresses that belong to no person.
var functionNames = strings.Fields(`
	admin administratie afdeling afspraak afspraken algemeen apotheek avg balie beheer beslissen beslishulp bestuur
	bureau centrum communicatie commissie contact content dagbehandeling directie expertisecentrum feedback fg functionaris
	ggd ggz hallo help helpdesk hr huisarts huisartsenpraktijk ic ict info informatie inschrijven it ivf kcc keuzehulp
	keuzehulpen kennisplein kinderpoli klacht klachten klantenservice kliniek kno loket mail mdl media meldpunt netwerk
	nieuws nieuwsbrief office ok onderzoek onderwijs opleiding opleidingen or patient patienten patientenvoorlichting
	pers poh poli polikliniek post praktijk privacy programma project projectteam raad receptie redactie samen
	samenbeslissen scholing secretariaat seh service servicedesk studie support team training uitgever vereniging
	verpleegkundigen voorlichting vragen webmaster webredactie website welkom werkgroep zorg zorgpad`)

// functionEnding is how the name of a department, a subject or a service ends.
var functionEnding = regexp.MustCompile(`(?:logie|kunde|kundigen|teit|heid|ing|ingen|atie|aties|iek|theek|zorg|diensten?|bureau|team|teams|loket|punt|groep|centrum|raad|commissie|` +
	`afdeling|poli|lijn|desk|beleid|platform|netwerk|register|programma|gids|wijzer|hulp|hulpen|steun|zaken|lab|support|contact)$`)

// prefixes are what stands before many family names.
var prefixes = regexp.MustCompile(`^(?:van(?:de[nr]?)?|vd|de[nr]?|te[nr]?)`)

// givenNames and familyNames are the most common ones of those who live in the
// Netherlands, as far as they are no common noun.
var (
	givenNames = strings.Fields(`
	aad abdullah adam adriaan agnes ahmed albert alex alexander ali alice amber amy an andre andrea angela anita anja ank anke ann anna
	annelies annemarie annemiek annette anneke anouk ans anton antoinette arie arjan arjen arnold astrid auke barbara bart bas ben bert
	betty bianca bob boris bram brigitte britt bruno carla carlijn carolien caroline casper cees charlotte chris christa christiaan
	christina claire claudia coen conny cor corine corrie daan danielle daphne david debbie demi denise dennis diana dick diederik dik
	dirk dolf dominique dorien ed eddy edith edwin eef eline elisabeth elise ellen els elsbeth emiel emma emily eric erik erika ernst
	erwin esmee esther eva evelien evert fatima femke ferdinand fleur floor floris frank frans fred frederik freek frits gea geert
	gerard gerben gerda gerrit gert gijs gilles greet guido guus hannah hanneke hannie hans harm harrie harry hassan hedwig heidi hein
	heleen helena hella henk henny henri herman hester hilde hugo ibrahim ida ilse ina ineke inge ingeborg ingrid irene iris irma isa
	isabel ivo jaap jack jacob jacqueline jan janet janine jannie janneke jasmijn jasper jeanette jeannette jelle jennifer jenny jeroen
	jesper jessica jet jimmy jip joan job johan johanna john johnny jolanda jonas joost joop jordi jorien joris jos jose josephine joyce
	juan judith julia jurgen jurre karel karen karim karin kees kevin kim klaas koen koos kristel lars laura laurens lea leen lena lenny
	leon leonie leontine lia lianne lieke liesbeth lilian linda lisa lisette loes lotte louis luc lucas lucia luuk maaike maarten magda
	manon marc marcel maria marian marianne marie marieke marielle marijke marijn marika marina mario marion marjan marjolein mark
	marleen marloes marlies martijn martin martine matthijs maud maurits max mehmet melanie melissa menno merel michael michel michiel
	mieke mike milan milou mirjam mohamed mohammed monique moniek mustafa nadia nancy natalie nathalie nick nicole niels nienke nina
	noor noortje norbert olaf olga onno oscar pascal patricia patrick paul paula paulien peter petra pien pierre piet pieter pim quinten
	ralf ramon raymond rene renske ria rianne richard rick rik rita rob robbert robert robin roel roelof roland rolf roos ron ronald
	rosa rosalie ruben rudolf rutger ruud sabine sander sandra sanne sara sarah saskia sebastiaan sem sharon silvia simon simone sjaak
	sjoerd sofie sonja stefan steffie stephan steven stijn stella susan susanne suzanne sven sylvia tamara tanja teun theo thijs thomas
	tim timo tineke tinus tom tommy toon truus ursula valerie vera victor vincent walter wendy wessel wiebe wil wilco wilfred willeke
	willem willemijn wim wouter yvette yvonne yusuf`)
	familyNames = strings.Fields(`
	jansen janssen janssens jong vries berg dijk bakker visser smit meijer meyer boer mulder groot bos vos peters hendriks leeuwen dekker
	brouwer dijkstra smits graaf linden kok jacobs haan vermeulen heuvel veen broek bruin bruijn schouten beek willems vliet
	hoekstra maas verhoeven koster prins blom huisman peeters kuipers veenstra kramer postma bosch scholten schipper bosman
	gerritsen martens jonge pieters hermans kuiper timmermans tromp driessen verbeek molenaar roos hoek wolters laan evers groen
	bergen schouten jonker koning hofman ridder vink boogaard kuiper heijden wagenaar willemsen post hamers admiraal elzinga sikkema
	yilmaz kaya demir yildiz ozturk nguyen singh ahmed hassan elamrani bouzid`)
)
