package main

import "encoding/json"

// A shownProblem is a problem as the overlay has it.
type shownProblem struct {
	Place    string `json:"place"`
	Severity string `json:"severity"`
	Message  string `json:"message"`
	Hint     string `json:"hint"`
}

// overlay is what is wrong, for the script that shows it over the page.
func (s *server) overlay() []byte {
	s.mu.Lock()
	defer s.mu.Unlock()
	problems := []shownProblem{}
	for _, p := range s.problems {
		if p.Line == 0 && p.Warning {
			continue // about the site as a whole: said in the terminal
		}
		problems = append(problems, shownProblem{p.Pos.String(), severity(p), p.Message, p.Hint})
	}
	data, err := json.Marshal(map[string]any{"failure": s.failure, "problems": problems})
	if err != nil {
		panic(err) // texts can be written
	}
	return data
}
