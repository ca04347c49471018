package stats

import (
	"strings"
	"testing"
)

func TestReadability(t *testing.T) {
	plain := strings.Repeat("U kiest zelf. De arts helpt u daarbij. Wat past bij u? ", 5)
	hard := strings.Repeat("Multidisciplinaire besluitvormingsondersteuning faciliteert gepersonaliseerde behandelingsoptimalisatie binnen netwerkorganisaties. ", 6)
	p, h := Readability(plain), Readability(hard)
	if !p.Known || p.Score < 60 {
		t.Errorf("plain text scores %+v", p)
	}
	if !h.Known || h.Score >= HardBelow {
		t.Errorf("hard text scores %+v", h)
	}
	if Readability("Te kort om iets te zeggen.").Known {
		t.Error("a short text has a score")
	}
}
