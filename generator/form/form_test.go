package form

import (
	"regexp"
	"strings"
	"testing"

	"kaartenbak/generator/characters"
	"kaartenbak/generator/check"
	"kaartenbak/generator/field"
	"kaartenbak/generator/frontmatter"
	"kaartenbak/generator/load"
	"kaartenbak/generator/markdown"
	"kaartenbak/generator/personal"
	"kaartenbak/generator/problem"
	"kaartenbak/generator/webaddress"
)

// A phrase that has the name of another would take its place, and one with a
// rule of its own would say something else than the check.
func TestPhrasesAreThoseOfTheRules(t *testing.T) {
	rules := map[string]*problem.Rule{}
	for _, all := range []problem.Rules{characters.Rules, field.Rules, frontmatter.Rules, load.Rules, markdown.Rules, webaddress.Rules, personal.Rules, check.Rules} {
		for _, r := range all {
			rules[r.Name] = r
		}
	}
	seen := map[string]bool{}
	verbs := regexp.MustCompile(`%[^sdqc]`)
	for _, source := range sources {
		for _, p := range source {
			if seen[p.Name] {
				t.Errorf("two phrases have the name %s", p.Name)
			}
			seen[p.Name] = true
			if found := verbs.FindString(strings.ReplaceAll(p.Message+" "+p.Hint, "%%", "")); found != "" {
				t.Errorf("%s has the verb %s, which the form does not know", p.Name, found)
			}
			if p.Rule == nil {
				continue
			}
			if r := rules[p.Rule.Name]; r == nil || r.Warning != p.Rule.Warning {
				t.Errorf("%s is of the rule %s, which is another or is not there", p.Name, p.Rule.Name)
			}
		}
	}
}
