package generator

import (
	"fmt"
	"strings"

	"kaartenbak/generator/ui"
)

// requireTexts gives an error when an interface text was asked for that is not
// there: a page shows its key then. All such keys are named.
func requireTexts(texts *ui.Texts) error {
	if missing := texts.Missing(); len(missing) > 0 {
		return fmt.Errorf("making the site: ui/nl.yaml lacks the interface texts %s", strings.Join(missing, ", "))
	}
	return nil
}
