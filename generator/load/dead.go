package load

import (
	"encoding/json"
	"io/fs"
	"path"

	"kaartenbak/generator/catalogue"
	"kaartenbak/generator/problem"
)

// deadFile is what `kaartenbak check --links --report` wrote: which outside addresses
// answered, and which did not.
const deadFile = "webadressen.json"

// RuleNoAnswer is the rule of that report that is about addresses. It is a warning:
// a site may be down for a day, or turn machines away that people may enter.
var RuleNoAnswer = Rules.AddWarning("webadres-antwoordt-niet",
	"Het webadres gaf geen pagina terug. Open het adres zelf, en verbeter het als het verhuisd is. Bestaat het niet meer, schrijf dan onbekend.")

// Answers is the content of that file.
type Answers struct {
	Answered []string `json:"answered"` // the addresses that did
	Problems []Answer `json:"problems"` // of those that did not
}

// An Answer is a problem of an outside address.
type Answer struct {
	File    string `json:"file"`
	Rule    string `json:"rule"`
	Message string `json:"message"`
}

// maxDead is how large the report may be.
const maxDead = 4 << 20

func (l *reading) deadAddresses() {
	if _, err := fs.Lstat(l.content, deadFile); err != nil {
		return
	}
	source, ok := l.read(deadFile, maxDead)
	if !ok {
		return
	}
	var reported Answers
	err := json.Unmarshal(source, &reported)
	if err != nil { // the report of problems alone, as check --links --format json prints it
		err = json.Unmarshal(source, &reported.Problems)
	}
	if err != nil {
		l.report(ruleDead, problem.Pos{File: l.file(deadFile)}, "maak het met check --links --report "+l.file(deadFile), "dit is geen verslag van de webadressen")
		return
	}
	l.cat.Answered = map[string]bool{}
	for _, address := range reported.Answered {
		l.cat.Answered[address] = true
	}
	for _, r := range reported.Problems {
		if r.Rule == RuleNoAnswer.Name {
			// The folder may have another name here than where the report was made.
			file := l.file(path.Join(path.Base(path.Dir(r.File)), path.Base(r.File)))
			l.cat.DeadAddresses = append(l.cat.DeadAddresses, catalogue.DeadAddress{File: file, Message: r.Message})
		}
	}
}
