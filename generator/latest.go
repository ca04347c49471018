package generator

import (
	"encoding/json"
	"fmt"
)

// latestFile is the script that names the files that change with nearly every
// entry. Pages ask it, by this name, when they need one of them: a page that named
// such a file itself would change whenever the file does. Hosts have it asked for
// again, as they do pages.
const latestFile = "latest.js"

// latestNames are the files that latest.js names, from the top of the site.
type latestNames struct {
	Index string `json:"index,omitempty"` // the root of the search index, if there is one
	Form  string `json:"form"`            // what the form for contributors knows
}

// latest is the script. See templates/components/latest/latest.js.
func latest(names latestNames) ([]byte, error) {
	text, err := json.Marshal(names)
	if err != nil {
		return nil, fmt.Errorf("naming the search index and the data of the form: %w", err)
	}
	return []byte("globalThis.kaartenbakLatest=" + string(text) + ";\n"), nil
}
