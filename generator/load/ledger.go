package load

import (
	"io/fs"
	"strings"

	"kaartenbak/generator/catalogue"
	"kaartenbak/generator/ledger"
	"kaartenbak/generator/problem"
)

var ruleLedger = Rules.Add("wijzigingsregel",
	"In content/wijzigingen.txt staat op elke regel wat er op een dag met een kaart gebeurde, zoals 2026-11-30 keuzehulpen/knie toegang onbekend -> open. Het programma schrijft die regels zelf. Zet de regel terug zoals zij was, of haal haar weg: wat er dan nog verschilt, zet build --note er opnieuw in.")

// The ledger of ten thousand entries is 10 MB when it begins.
const (
	maxLedger     = 256 << 20 // bytes
	maxLedgerLine = 64 << 10
)

// ledger reads the ledger of changes.
func (l *reading) ledger() {
	if _, err := fs.Lstat(l.content, catalogue.LedgerFile); err != nil {
		return // this catalogue keeps none
	}
	source, ok := l.read(catalogue.LedgerFile, maxLedger)
	if !ok {
		return
	}
	l.cat.LedgerFile = l.file(catalogue.LedgerFile)
	text := string(source)
	events := make([]catalogue.Event, 0, strings.Count(text, "\n")+1)
	number := 0
	for line := range strings.Lines(text) {
		number++
		if line = strings.TrimSpace(line); line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		message := "de regel is te lang"
		if len(line) <= maxLedgerLine {
			event, err := ledger.Parse(line)
			if err == nil {
				event.Line = number
				events = append(events, event)
				continue
			}
			message = err.Error()
		}
		l.report(ruleLedger, problem.Pos{File: l.cat.LedgerFile, Line: number, Col: 1}, "zet de regel terug zoals zij was, of haal haar weg", "%s", message)
	}
	l.cat.Events = events
}
