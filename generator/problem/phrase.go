package problem

import (
	"fmt"
	"strings"
)

// A Phrase is what is said of one thing that can be wrong: a message, and a way
// out that may be empty. Both are formats of package fmt; the way out takes the
// arguments that the message leaves.
//
// The form for contributors checks in the browser what this program checks, and
// says the same: it gets the phrases as data. It knows the verbs %s, %d, %q and
// %c, so that a phrase may hold no others.
type Phrase struct {
	Name    string // stable: the form asks for it by this name
	Rule    *Rule  // nil where the one who asks knows the rule
	Message string
	Hint    string
}

// Text gives the message and the way out, filled in.
func (p *Phrase) Text(args ...any) (message, hint string) {
	n := min(strings.Count(p.Message, "%")-2*strings.Count(p.Message, "%%"), len(args))
	return fill(p.Message, args[:n]), fill(p.Hint, args[n:])
}

func fill(format string, args []any) string {
	if len(args) == 0 && !strings.Contains(format, "%") {
		return format
	}
	return fmt.Sprintf(format, args...)
}

// At makes the problem of the phrase's rule at a place.
func (p *Phrase) At(pos Pos, args ...any) Problem {
	message, hint := p.Text(args...)
	return p.Rule.At(pos, hint, "%s", message)
}

// Phrases are the phrases of a package.
type Phrases []*Phrase

// Add adds a phrase, so that none can be left out of the list.
func (all *Phrases) Add(name string, rule *Rule, message, hint string) *Phrase {
	p := &Phrase{Name: name, Rule: rule, Message: message, Hint: hint}
	*all = append(*all, p)
	return p
}
