package ledger

import (
	"time"

	"kaartenbak/generator/catalogue"
	"kaartenbak/generator/problem"
)

// Rules are the rules of this package.
var Rules problem.Rules

var ruleFault = Rules.AddWarning("wijziging-sluit-niet-aan",
	"In content/wijzigingen.txt volgt elke regel op de regels erboven: een kaart komt er één keer bij, en een waarde was wat de regel ervoor zegt. Anders vertelt de site iets dat niet zo was. Haal een regel weg die er twee keer staat; `build --note` zet de goede eronder.")

var ruleLater = Rules.AddWarning("wijziging-van-later",
	"Een regel in content/wijzigingen.txt is van een dag die is geweest. Staat er een latere dag, dan krijgt ook alles wat `build --note` eronder zet die dag. Zet de goede dag op die regels.")

// reportLater reports events of days that are to come. Tomorrow has come elsewhere.
func reportLater(cat *catalogue.Catalogue, today time.Time, problems *problem.Collector) {
	for _, e := range cat.Events {
		if e.Day.After(today.AddDate(0, 0, 1)) {
			problems.Report(ruleLater, problem.Pos{File: cat.LedgerFile, Line: e.Line, Col: 1}, "zet de goede dag op deze regel", "%s is nog niet geweest", e.Day.Format(time.DateOnly))
		}
	}
}

// A fault is a line of the ledger that does not follow from those before it.
type fault struct {
	line         int
	entry, field string // the field is "" where it is about the entry as a whole
	before       string // the value that the field had then
	there        bool   // the entry was there already
}

// report adds what is wrong with the lines of a ledger.
func (f fault) report(file string, problems *problem.Collector) {
	pos := problem.Pos{File: file, Line: f.line, Col: 1}
	switch {
	case f.field != "":
		problems.Report(ruleFault, pos, "kijk welke van de twee regels niet klopt, en haal die weg", "%s van %s was niet wat hier staat, maar %s", f.field, f.entry, appendValue(nil, problem.Short(f.before)))
	case f.there:
		problems.Report(ruleFault, pos, "haal deze regel weg als hij er dubbel staat", "%s was er al", f.entry)
	default:
		problems.Report(ruleFault, pos, "haal deze regel weg, of zet de regel erboven waarmee de kaart erbij kwam", "%s was er niet", f.entry)
	}
}
