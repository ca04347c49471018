package problem

import "slices"

// MaxPerRule is how many problems of one rule are told of one file. Who has mended
// twenty knows how to look for the rest, and a page pasted from elsewhere should not
// drown what else is wrong.
const MaxPerRule = 20

// MoreOften is said at the first place that is one too many, and of none after it.
var MoreOften = &Phrase{Name: "nog-vaker", Message: "en zo staat het er nog vaker"}

// A Collector gathers problems, up to [MaxPerRule] of each rule in each file. The
// zero Collector is empty. It is not for use by several goroutines at once.
type Collector struct {
	problems List
	counts   map[ruleInFile]int
}

type ruleInFile struct{ file, rule string }

// Report adds a problem of a rule, as [Rule.At] makes it.
func (c *Collector) Report(rule *Rule, pos Pos, hint, format string, args ...any) {
	if !c.Full(rule, pos.File) { // else it need not be written
		c.Add(rule.At(pos, hint, format, args...))
	}
}

// Say adds a problem of the phrase's rule, as [Phrase.At] makes it.
func (c *Collector) Say(p *Phrase, pos Pos, args ...any) {
	if !c.Full(p.Rule, pos.File) {
		c.Add(p.At(pos, args...))
	}
}

// Add adds problems that have been made, such as those of a part of a file.
func (c *Collector) Add(problems ...Problem) {
	for _, p := range problems {
		key := ruleInFile{p.File, p.Rule}
		n := c.counts[key]
		if n > MaxPerRule {
			continue
		}
		if n == MaxPerRule {
			p.Message, p.Hint = MoreOften.Message, MoreOften.Hint
		}
		if c.counts == nil {
			c.counts = map[ruleInFile]int{}
		}
		c.counts[key] = n + 1
		c.problems = append(c.problems, p)
	}
}

// Full reports whether no more problems of a rule are taken for a file.
func (c *Collector) Full(rule *Rule, file string) bool {
	return c.counts[ruleInFile{visible(file), rule.Name}] > MaxPerRule
}

// Has reports whether a problem that matches has been added.
func (c *Collector) Has(match func(Problem) bool) bool { return slices.ContainsFunc(c.problems, match) }

// List gives the problems, in the order of [List.Sort].
func (c *Collector) List() List {
	c.problems.Sort()
	return c.problems
}
