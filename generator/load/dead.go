package load

import (
	"encoding/json"
	"io/fs"
	"path"

	"kaartenbak/generator/catalogue"
	"kaartenbak/generator/problem"
)

// deadFile is what `kaartenbak check --links --format json` reported, where an
// editor keeps it for the page of the editors.
const deadFile = "webadressen.json"

// RuleNoAnswer is the rule of that report that is about addresses. It is a warning:
// a site may be down for a day, or turn machines away that people may enter.
var RuleNoAnswer = Rules.AddWarning("webadres-antwoordt-niet",
	"Het webadres gaf geen pagina terug. Open het adres zelf, en verbeter het als het verhuisd is. Bestaat het niet meer, schrijf dan onbekend.")

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
	var reported []struct{ File, Rule, Message string }
	if err := json.Unmarshal(source, &reported); err != nil {
		l.report(ruleDead, problem.Pos{File: l.file(deadFile)}, "maak het met check --links --format json", "dit is geen verslag van de webadressen")
		return
	}
	for _, r := range reported {
		if r.Rule == RuleNoAnswer.Name {
			// The folder may have another name here than where the report was made.
			file := l.file(path.Join(path.Base(path.Dir(r.File)), path.Base(r.File)))
			l.cat.DeadAddresses = append(l.cat.DeadAddresses, catalogue.DeadAddress{File: file, Message: r.Message})
		}
	}
}
